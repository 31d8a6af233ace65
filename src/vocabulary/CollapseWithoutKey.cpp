// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CollapseWithoutKey.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/TagTable.h"

#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The names of the columns of @p key but the tag's own. */
QStringList objectNames(const ReferenceTable &table, const ObjectKey &key)
{
    QStringList names;
    for (const QString &name : key.columns) {
        if (name.compare(table.reference().column, Qt::CaseInsensitive) != 0)
            names << name;
    }
    return names;
}

/** The rows of the sources about objects that have the target. */
qint64 deleteBesideTarget(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key)
{
    QStringList same = {u"1 = 1"_s};
    QStringList columns = {u"1"_s};
    for (const QString &name : objectNames(table, key)) {
        columns << table.column(name);
        same << table.column(name, u"d"_s) + u" <=> "_s + table.column(name);
    }
    RowSelection rows = table.rowsUsing(tags.sources);
    rows.from += u" JOIN (SELECT DISTINCT "_s + columns.join(u", "_s) + u" FROM "_s + table.from() +
                 u" WHERE "_s + table.usesOneOf(1) + u" AND "_s + table.namesAnObject(key) +
                 u") AS d ON "_s + same.join(u" AND "_s);
    rows.where += u" AND "_s + table.namesAnObject(key);
    rows.bind = [&](Statement &statement) {
        table.bindTags(statement, {tags.target});
        table.bindTags(statement, tags.sources);
    };
    recordDelete(table.connection(), rows);
    Statement statement(table.connection(),
                        u"DELETE r FROM "_s + rows.from + u" WHERE "_s + rows.where);
    rows.bind(statement);
    return statement.execute().rowsAffected();
}

/** An object that several rows of the sources are about. */
struct CrowdedObject
{
    Row object;
    qint64 rows = 0;
};

std::vector<CrowdedObject> crowdedObjects(const ReferenceTable &table, const TagValues &tags,
                                          const ObjectKey &key)
{
    const QStringList columns = table.objectColumns(key);
    const QString grouping =
        columns.isEmpty() ? QString() : u" GROUP BY "_s + columns.join(u", "_s);
    Statement statement(table.connection(),
                        u"SELECT "_s + (columns + QStringList{u"COUNT(*)"_s}).join(u", "_s) +
                            u" FROM "_s + table.from() + u" WHERE "_s +
                            table.usesOneOf(tags.sources.size()) + u" AND "_s +
                            table.namesAnObject(key) + grouping + u" HAVING COUNT(*) > 1"_s);
    table.bindTags(statement, tags.sources);
    statement.execute();
    std::vector<CrowdedObject> crowded;
    const int count = static_cast<int>(columns.size());
    while (statement.next()) {
        CrowdedObject found;
        for (int i = 0; i < count; ++i)
            found.object.push_back(statement.cell(i));
        found.rows = statement.integer(count);
        crowded.push_back(std::move(found));
    }
    return crowded;
}

} // namespace

qint64 collapseWithoutKey(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key)
{
    qint64 collapsed = deleteBesideTarget(table, tags, key);
    const Dialect &dialect = table.connection().dialect();
    const QStringList names = objectNames(table, key);
    QStringList conditions;
    for (const QString &name : names)
        conditions << dialect.quoted(name) + u" <=> ?"_s;
    // One table, no alias: a DELETE with a LIMIT takes neither. The order makes it repeatable: what
    // it leaves open are rows that equal each other byte for byte.
    QStringList all;
    QStringList order;
    for (const Column &column : table.schema().columns) {
        all << dialect.quoted(column.name);
        order << all.constLast();
        if (column.type == ColumnType::Text)
            order << u"CAST("_s + all.constLast() + u" AS BINARY)"_s;
    }
    QString uses = table.usesOneOf(tags.sources.size());
    uses.replace(u"r."_s + dialect.quoted(table.reference().column),
                 dialect.quoted(table.reference().column));
    for (const ColumnValue &condition : table.reference().scope)
        uses.replace(table.column(condition.column), dialect.quoted(condition.column));
    conditions << uses;
    for (const CrowdedObject &crowded : crowdedObjects(table, tags, key)) {
        const QString surplus = dialect.quoted(table.schema().name) + u" WHERE "_s +
                                conditions.join(u" AND "_s) + u" ORDER BY "_s +
                                order.join(u", "_s) + u" LIMIT ?"_s;
        const auto bind = [&](Statement &statement) {
            for (size_t i = 0; i < crowded.object.size(); ++i)
                bindAs(statement, *table.schema().find(names.at(static_cast<qsizetype>(i))),
                       crowded.object[i]);
            table.bindTags(statement, tags.sources);
            statement.bind(crowded.rows - 1);
        };
        RowSelection rows = table.rows(u"1 = 1"_s, bind);
        rows.from = u"(SELECT "_s + all.join(u", "_s) + u" FROM "_s + surplus + u") AS r"_s;
        recordDelete(table.connection(), rows);
        Statement statement(table.connection(), u"DELETE FROM "_s + surplus);
        bind(statement);
        collapsed += statement.execute().rowsAffected();
    }
    return collapsed;
}

} // namespace tagsmith
