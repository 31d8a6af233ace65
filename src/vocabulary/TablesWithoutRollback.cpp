// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TablesWithoutRollback.h"

#include "database/MysqlSchema.h"
#include "database/SchemaMemory.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QStringList tablesWithoutRollback(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    QStringList tables;
    if (connection.isSqlite())
        return tables;
    QStringList touched = {vocabulary.table};
    if (vocabulary.nameTable)
        touched << vocabulary.nameTable->table;
    if (vocabulary.hierarchy && !vocabulary.hierarchy->table.isEmpty())
        touched << vocabulary.hierarchy->table;
    for (const Reference &reference : vocabulary.references)
        touched << reference.table;
    touched.removeDuplicates();
    if (const std::vector<TableSchema> *known = SchemaMemory::of(connection)) {
        for (const QString &name : std::as_const(touched)) {
            const TableSchema *table = findTable(*known, name);
            if (table && !table->transactional)
                tables << table->name;
        }
        return tables;
    }
    Statement statement(connection,
                        u"SELECT TABLE_NAME, ENGINE FROM information_schema.TABLES WHERE "
                        "TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN ("_s +
                            marks(touched.size()) + u')');
    for (const QString &table : std::as_const(touched))
        statement.bind(table);
    statement.execute();
    while (statement.next()) {
        if (!canRollBack(statement.text(1)))
            tables << statement.text(0);
    }
    return tables;
}

} // namespace tagsmith
