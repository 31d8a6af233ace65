// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CollectChangedObjects.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ReferenceTable.h"

#include <set>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 maxObjects = 10'000;

/** The columns that name the object: those of every key but the tag's, or the row's own key. */
QStringList objectNames(const ReferenceTable &table)
{
    QStringList names;
    for (const ObjectKey &key : table.objectKeys()) {
        for (const QString &name : key.columns) {
            if (name.compare(table.reference().column, Qt::CaseInsensitive) != 0 &&
                !names.contains(name))
                names << name;
        }
    }
    return names.isEmpty() ? table.schema().primaryKey : names;
}

qint64 countRows(const ReferenceTable &table, const QStringList &tags)
{
    Statement statement(table.connection(), u"SELECT COUNT(*) FROM "_s + table.from() +
                                                u" WHERE "_s + table.usesOneOf(tags.size()));
    table.bindTags(statement, tags);
    statement.execute().next();
    return statement.integer(0);
}

} // namespace

ChangedObjects collectChangedObjects(const ReferenceTable &table, const TagValues &tags)
{
    ChangedObjects changed;
    changed.table = table.schema().name;
    changed.columns = objectNames(table);
    if (changed.columns.isEmpty())
        return changed;
    QStringList selected;
    for (const QString &name : std::as_const(changed.columns))
        selected << table.connection().dialect().selected(*table.schema().find(name), u"r"_s);
    std::set<Row> seen;
    for (const QStringList &part : inParts(tags.sources)) {
        const qint64 room = maxObjects - static_cast<qint64>(seen.size());
        Statement statement(table.connection(), u"SELECT "_s + selected.join(u", "_s) +
                                                    u" FROM "_s + table.from() + u" WHERE "_s +
                                                    table.usesOneOf(part.size()) + u" LIMIT ?"_s);
        table.bindTags(statement, part);
        statement.bind(room).execute();
        qint64 read = 0;
        while (statement.next()) {
            Row row;
            for (int i = 0; i < changed.columns.size(); ++i)
                row.push_back(statement.cell(i));
            if (seen.insert(row).second)
                changed.rows.push_back(std::move(row));
            ++read;
        }
        if (read == room)
            changed.leftOut += countRows(table, part) - read;
    }
    return changed;
}

} // namespace tagsmith
