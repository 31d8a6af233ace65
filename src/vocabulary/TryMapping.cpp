// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TryMapping.h"

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CountedReference.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/SuggestReferences.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TaggingRows.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int sampleSize = 5;

/** A query that yields one number for the tags of @p vocabulary. */
qint64 numberOfTags(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &sql)
{
    Statement statement(connection, sql);
    TagTable(connection.dialect(), vocabulary).bindScope(statement);
    statement.execute().next();
    return statement.integer(0);
}

qint64 countTags(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    const TagTable tags(connection.dialect(), vocabulary);
    return numberOfTags(connection, vocabulary,
                        u"SELECT COUNT(*) FROM "_s + tags.from() + u" WHERE "_s + tags.scope());
}

/** Tags that a name, with its companions, does not tell apart from another. */
qint64 countEqualNames(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    const TagTable tags(connection.dialect(), vocabulary);
    QStringList parts = {tags.expression(vocabulary.nameField())};
    for (const QString &companion : vocabulary.nameCompanions)
        parts << u"t."_s + connection.dialect().quoted(companion);
    return numberOfTags(connection, vocabulary,
                        u"SELECT COALESCE(SUM(g.tags), 0) FROM (SELECT COUNT(*) AS tags FROM "_s +
                            tags.from() + u" WHERE "_s + tags.scope() + u" GROUP BY "_s +
                            parts.join(u", "_s) + u" HAVING COUNT(*) > 1) AS g"_s);
}

QStringList sampleNames(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    const TagTable tags(connection.dialect(), vocabulary);
    Statement statement(connection, u"SELECT "_s + tags.selected(vocabulary.nameField()) +
                                        u" FROM "_s + tags.from() + u" WHERE "_s + tags.scope() +
                                        u" ORDER BY "_s + tags.key() + u" LIMIT "_s +
                                        QString::number(sampleSize));
    tags.bindScope(statement);
    statement.execute();
    QStringList names;
    while (statement.next())
        names << statement.text(0);
    return names;
}

MappingTrial::ReferenceTrial tryReference(ScopedConnection &connection,
                                          const Vocabulary &vocabulary, const Reference &reference)
{
    const Dialect &dialect = connection.dialect();
    const TagTable tags(dialect, vocabulary);
    const Column &referenced = referencedColumn(vocabulary, reference);
    const QString column = u"r."_s + dialect.quoted(reference.column);
    const QString compared =
        referenced.type == ColumnType::Text ? dialect.collated(column, referenced) : column;
    Statement statement(
        connection,
        u"SELECT COUNT(*), COALESCE(SUM(CASE WHEN "_s + compared + u" IN (SELECT "_s +
            tags.expression(referenced) + u" FROM "_s + tags.from() + u" WHERE "_s + tags.scope() +
            u") THEN 1 ELSE 0 END), 0) FROM "_s + taggingRows(dialect, reference) +
            (reference.scope.empty() ? u" WHERE "_s : u" AND "_s) + column + u" IS NOT NULL"_s);
    tags.bindScope(statement);
    bindTaggingScope(statement, reference);
    statement.execute().next();
    MappingTrial::ReferenceTrial trial;
    trial.title = reference.title();
    trial.taggings = statement.integer(1);
    trial.dangling = statement.integer(0) - trial.taggings;
    return trial;
}

/** The conditions @p where on the table called @p alias, each after an AND. */
QString andWhere(const Dialect &dialect, const QString &alias,
                 const std::vector<ColumnValue> &where)
{
    QString sql;
    for (const ColumnValue &condition : where)
        sql += u" AND "_s + alias + u'.' + dialect.quoted(condition.column) +
               (condition.value ? u" = ?"_s : u" IS NULL"_s);
    return sql;
}

void bindWhere(Statement &statement, const std::vector<ColumnValue> &where)
{
    for (const ColumnValue &condition : where) {
        if (condition.value)
            statement.bind(*condition.value);
    }
}

MappingTrial::CounterTrial tryCounter(ScopedConnection &connection, const Vocabulary &vocabulary,
                                      const Counter &counter)
{
    const Dialect &dialect = connection.dialect();
    const TagTable tags(dialect, vocabulary);
    const Reference reference = countedReference(vocabulary, counter);
    const QString column = u"r."_s + dialect.quoted(reference.column);
    QString rows = dialect.quoted(reference.table) + u" AS r"_s;
    if (!counter.objectTable.isEmpty()) {
        rows += u" JOIN "_s + dialect.quoted(counter.objectTable) + u" AS o ON o."_s +
                dialect.quoted(counter.objectKey) + u" = r."_s + dialect.quoted(counter.linkColumn);
    }
    Statement statement(
        connection,
        u"SELECT COUNT(*), COALESCE(SUM(CASE WHEN t."_s + dialect.quoted(counter.column) +
            u" = COALESCE(c.uses, 0) THEN 1 ELSE 0 END), 0) FROM "_s + tags.from() +
            u" LEFT JOIN (SELECT "_s + column + u" AS tag, COUNT(*) AS uses FROM "_s + rows +
            u" WHERE "_s + column + u" IS NOT NULL"_s + andWhere(dialect, u"r"_s, reference.scope) +
            andWhere(dialect, u"o"_s, counter.objectWhere) + u" GROUP BY "_s + column +
            u") AS c ON c.tag = "_s + tags.expression(referencedColumn(vocabulary, reference)) +
            u" WHERE "_s + tags.scope());
    bindWhere(statement, reference.scope);
    bindWhere(statement, counter.objectWhere);
    tags.bindScope(statement);
    statement.execute().next();
    MappingTrial::CounterTrial trial;
    trial.column = counter.column;
    trial.right = statement.integer(1);
    trial.wrong = statement.integer(0) - trial.right;
    return trial;
}

} // namespace

MappingTrial tryMapping(ScopedConnection &connection, const VocabularyMapping &mapping)
{
    const std::vector<TableSchema> schema = readSchema(connection);
    MappingTrial trial;
    trial.vocabulary = resolveVocabulary(schema, mapping, Lacking::Refuse);
    trial.vocabulary.suggestions = suggestReferences(connection, schema, trial.vocabulary);
    trial.tags = countTags(connection, trial.vocabulary);
    trial.equalNames = countEqualNames(connection, trial.vocabulary);
    trial.sampleNames = sampleNames(connection, trial.vocabulary);
    for (const Reference &reference : trial.vocabulary.references)
        trial.references.push_back(tryReference(connection, trial.vocabulary, reference));
    for (const Counter &counter : trial.vocabulary.counters)
        trial.counters.push_back(tryCounter(connection, trial.vocabulary, counter));
    return trial;
}

std::vector<TableOutline> listTables(ScopedConnection &connection)
{
    std::vector<TableOutline> tables;
    const std::vector<TableSchema> schema = readSchema(connection);
    for (const TableSchema &table : schema) {
        TableOutline outline{table.name, {}};
        for (const Column &column : table.columns)
            outline.columns << column.name;
        tables.push_back(std::move(outline));
    }
    return tables;
}

} // namespace tagsmith
