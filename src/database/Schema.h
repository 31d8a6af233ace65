// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "core/Reference.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A unique index, the primary key among them. */
struct UniqueKey
{
    QString name;
    QStringList
        columns; ///< in the order of the index; indexes on expressions or parts are left out
};

/** A foreign key of a table onto a table of the same database. */
struct ForeignKey
{
    QStringList columns;
    QString table; ///< that it points at
    QStringList targetColumns;
    ReferenceRule onUpdate = ReferenceRule::Restrict;
    ReferenceRule onDelete = ReferenceRule::Restrict;
};

/** A table as the database declares it. */
struct TableSchema
{
    QString name;
    std::vector<Column> columns;
    QStringList primaryKey; ///< in the order of the key
    std::vector<UniqueKey> uniqueKeys;
    std::vector<ForeignKey> foreignKeys;
    bool transactional = true; ///< false for an engine without rollback, such as MyISAM
    QString engine;            ///< "InnoDB"; empty on SQLite

    /** The column called @p column (letter case does not count), or null. */
    const Column *find(const QString &column) const;
};

/** The rule that both engines call @p name, for example "SET NULL". */
ReferenceRule referenceRule(const QString &name);

/** Every base table of the database but Tagsmith's own, by name. Throws DatabaseError. */
std::vector<TableSchema> readSchema(ScopedConnection &connection);

/** The table called @p name, letter case not counting where no table is spelled so; or null. */
const TableSchema *findTable(const std::vector<TableSchema> &schema, const QString &name);

} // namespace tagsmith
