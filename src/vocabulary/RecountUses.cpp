// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecountUses.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CountedReference.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const TableSchema &requireTable(const std::vector<TableSchema> &schema, const QString &name)
{
    const TableSchema *table = findTable(schema, name);
    if (!table) {
        throw DatabaseError(ErrorKind::Missing,
                            u"The table %1 is not there any more; refresh."_s.arg(name));
    }
    return *table;
}

qint64 countUsesOf(ScopedConnection &connection, const Vocabulary &vocabulary,
                   const std::vector<TableSchema> &schema, const Counter &counter,
                   const StoredTag &tag)
{
    const Dialect &dialect = connection.dialect();
    const Reference reference = countedReference(vocabulary, counter);
    const TagValues values = ownValues(vocabulary, {tag}, reference.target, {});
    if (values.sources.isEmpty())
        return 0; // a tag without this value is not named anywhere
    const ReferenceTable table(connection, schema, reference, values.column);
    QString from = table.from();
    QString condition = table.usesOneOf(values.sources.size());
    const TableSchema *objects = nullptr;
    if (!counter.objectTable.isEmpty()) {
        objects = &requireTable(schema, counter.objectTable);
        from += u" JOIN "_s + dialect.quoted(objects->name) + u" AS o ON o."_s +
                dialect.quoted(counter.objectKey) + u" = "_s + table.column(counter.linkColumn);
        for (const ColumnValue &where : counter.objectWhere)
            condition += u" AND o."_s + dialect.quoted(where.column) +
                         (where.value ? u" = ?"_s : u" IS NULL"_s);
    }
    Statement statement(connection, u"SELECT COUNT(*) FROM "_s + from + u" WHERE "_s + condition);
    table.bindTags(statement, values.sources);
    for (const ColumnValue &where : counter.objectWhere) {
        const Column *column = objects ? objects->find(where.column) : nullptr;
        if (column && where.value)
            bindAs(statement, *column, where.value);
        else if (objects && where.value)
            statement.bind(*where.value);
    }
    statement.execute().next();
    return statement.integer(0);
}

void store(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &column,
           qint64 uses, const StoredTag &tag)
{
    const Dialect &dialect = connection.dialect();
    const QString isTag = dialect.quoted(vocabulary.key().name) + u" = ?"_s;
    const auto bindTag = [&](Statement &statement) {
        bindAs(statement, vocabulary.key(), tag.key);
    };
    RecordedUpdate recorded(connection, {vocabulary.table, {}, {}, isTag, bindTag}, {column},
                            {{column, QString::number(uses)}});
    Statement statement(connection, u"UPDATE "_s + dialect.quoted(vocabulary.table) + u" SET "_s +
                                        dialect.quoted(column) + u" = ? WHERE "_s + isTag);
    statement.bind(uses);
    bindTag(statement);
    statement.execute();
    recorded.done();
}

} // namespace

std::vector<CounterChange> recountUses(ScopedConnection &connection, const Vocabulary &vocabulary,
                                       const std::vector<TableSchema> &schema, const StoredTag &tag)
{
    std::vector<CounterChange> changes;
    for (const Counter &counter : vocabulary.counters) {
        const qint64 uses = onTable(counter.referenceTable, [&] {
            return countUsesOf(connection, vocabulary, schema, counter, tag);
        });
        const Cell before = tagValue(vocabulary, tag, counter.column);
        const QString after = QString::number(uses);
        if (before != after) {
            onTable(vocabulary.table,
                    [&] { store(connection, vocabulary, counter.column, uses, tag); });
        }
        changes.push_back({tag.name, counter.column, before, after});
    }
    return changes;
}

} // namespace tagsmith
