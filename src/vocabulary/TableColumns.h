// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

class ScopedConnection;

/**
 * The columns of @p table as the database spells them; empty where there is no such table. For the
 * steps of a preset, which ask for single tables. Throws DatabaseError.
 */
QStringList tableColumns(ScopedConnection &connection, const QString &table);

} // namespace tagsmith
