// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LinkedRows.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QStringList linkConditions(const ScopedConnection &connection, const TableLink &link)
{
    QStringList conditions;
    for (const QString &name : link.columns) {
        const QString own = u"r."_s + connection.dialect().quoted(name);
        conditions << own + u" IS NOT NULL"_s;
        if (link.root)
            conditions << own + u" <> ?"_s;
    }
    for (const ColumnValue &scope : link.scope)
        conditions << u"r."_s + connection.dialect().quoted(scope.column) +
                          (scope.value ? u" = ?"_s : u" IS NULL"_s);
    return conditions;
}

void bindLink(Statement &statement, const std::vector<TableSchema> &schema, const TableLink &link)
{
    const TableSchema &child = *findTable(schema, link.child);
    for (qsizetype i = 0; i < link.columns.size() && link.root; ++i)
        bindAs(statement, *child.find(link.columns.at(i)), link.root);
    for (const ColumnValue &scope : link.scope) {
        if (scope.value)
            bindAs(statement, *child.find(scope.column), scope.value);
    }
}

QString keptAsTheyAre(const ScopedConnection &connection)
{
    return connection.isSqlite() ? QString() : u" LOCK IN SHARE MODE"_s;
}

QString usedSince(qint64 uses, const QString &table, const QString &target)
{
    const QString sentence =
        uses == 1 ? u"%1 row of %2 uses “%3” since."_s : u"%1 rows of %2 use “%3” since."_s;
    return sentence.arg(QString::number(uses), table, target);
}

} // namespace tagsmith
