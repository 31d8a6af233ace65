// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"
#include "vocabulary/TableLinks.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;
class Statement;

/** What makes a row of the link's child, called r, one that refers to something: for WHERE. */
QStringList linkConditions(const ScopedConnection &connection, const TableLink &link);

/** Binds the parameters of linkConditions(). */
void bindLink(Statement &statement, const std::vector<TableSchema> &schema, const TableLink &link);

/** Such as FOR UPDATE, for rows that are only read: an undo is decided on them. */
QString keptAsTheyAre(const ScopedConnection &connection);

/** "2 rows of links use “9” since." */
QString usedSince(qint64 uses, const QString &table, const QString &target);

} // namespace tagsmith
