// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "database/RowSelection.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

class ScopedConnection;

/** The rows of @p table, called t, whose @p column, a key, is one of @p keys, however many. */
RowSelection keyedRows(const ScopedConnection &connection, const QString &table,
                       const Column &column, const QStringList &keys);

} // namespace tagsmith
