// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TagUpdate.h"

#include "database/ScopedConnection.h"
#include "vocabulary/BatchWriter.h"
#include "vocabulary/KeyedRows.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTable.h"

#include <QSet>
#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The condition that picks the tag's row; its parameters are the key and, of its own table, the
 * scope. */
QString rowOfTag(const Dialect &dialect, const Vocabulary &vocabulary, bool ofNameTable)
{
    const QString isTag = dialect.quoted(vocabulary.key().name) + u" = ?"_s;
    if (!ofNameTable) {
        // A key may have rows outside the scope: a Drupal term has one for each language.
        QStringList conditions{isTag};
        for (const ColumnValue &condition : vocabulary.scope)
            conditions << dialect.quoted(condition.column) +
                              (condition.value ? u" = ?"_s : u" IS NULL"_s);
        return conditions.join(u" AND "_s);
    }
    const NameTable &names = *vocabulary.nameTable;
    return dialect.quoted(names.key) + u" = (SELECT "_s + dialect.quoted(names.tagColumn) +
           u" FROM "_s + dialect.quoted(vocabulary.table) + u" WHERE "_s + isTag + u')';
}

} // namespace

TagUpdate::TagUpdate(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const std::vector<int> &columns)
    : m_connection(connection), m_vocabulary(vocabulary), m_columns(columns)
{
    addPart(columns, false);
    if (vocabulary.nameTable)
        addPart(columns, true);
}

void TagUpdate::addPart(const std::vector<int> &columns, bool ofNameTable)
{
    const Dialect &dialect = m_connection.dialect();
    Part part;
    part.ofNameTable = ofNameTable;
    QStringList assignments;
    for (size_t i = 0; i < columns.size(); ++i) {
        const Column &column = m_vocabulary.columns[static_cast<size_t>(columns[i])];
        if (column.table.isEmpty() == ofNameTable)
            continue;
        assignments << dialect.assigned(column);
        part.values.push_back(i);
    }
    if (assignments.isEmpty())
        return;
    const QString &table = tableOf(part);
    onTable(table, [&] {
        part.statement = std::make_unique<Statement>(
            m_connection, u"UPDATE "_s + dialect.quoted(table) + u" SET "_s +
                              assignments.join(u", "_s) + u" WHERE "_s +
                              rowOfTag(dialect, m_vocabulary, ofNameTable));
    });
    m_parts.push_back(std::move(part));
}

const QString &TagUpdate::tableOf(const Part &part) const
{
    return part.ofNameTable ? m_vocabulary.nameTable->table : m_vocabulary.table;
}

QStringList TagUpdate::columnsOf(const Part &part) const
{
    QStringList names;
    for (const size_t value : part.values)
        names << m_vocabulary.columns[static_cast<size_t>(m_columns[value])].name;
    return names;
}

void TagUpdate::bindRowOfTag(Statement &statement, const Part &part, const QString &key) const
{
    bindAs(statement, m_vocabulary.key(), key);
    if (!part.ofNameTable)
        TagTable(m_connection.dialect(), m_vocabulary).bindScope(statement);
}

/** Whether it assigns a column by which rowOf() finds the row. */
bool TagUpdate::changesItsCondition(const Part &part) const
{
    const QStringList columns = columnsOf(part);
    const auto isAssigned = [&columns](const ColumnValue &condition) {
        return columns.contains(condition.column);
    };
    return part.ofNameTable || columns.contains(m_vocabulary.key().name) ||
           std::any_of(m_vocabulary.scope.begin(), m_vocabulary.scope.end(), isAssigned);
}

RowSelection TagUpdate::rowOf(const Part &part, const QString &key) const
{
    return {tableOf(part),
            {},
            {},
            rowOfTag(m_connection.dialect(), m_vocabulary, part.ofNameTable),
            [this, &part, &key](Statement &statement) { bindRowOfTag(statement, part, key); },
            !changesItsCondition(part)};
}

RowSelection TagUpdate::rowsOf(const Part &part, Rows rows) const
{
    const Dialect &dialect = m_connection.dialect();
    QStringList keys;
    for (const ImportRow *row : rows)
        keys << row->key;
    RowSelection own = keyedRows(m_connection, m_vocabulary.table, m_vocabulary.key(), keys);
    if (!part.ofNameTable) {
        own.where = TagTable(dialect, m_vocabulary).scope();
        own.bind = [this, bindKeys = own.bind](Statement &statement) {
            bindKeys(statement);
            TagTable(m_connection.dialect(), m_vocabulary).bindScope(statement);
        };
        return own;
    }
    // Tags may share a row of the name table.
    const NameTable &names = *m_vocabulary.nameTable;
    const QString join = m_connection.isSqlite() ? u" CROSS JOIN "_s : u" STRAIGHT_JOIN "_s;
    return {names.table,
            u"n"_s,
            u"(SELECT DISTINCT t."_s + dialect.quoted(names.tagColumn) + u" AS id FROM "_s +
                own.from + u") AS k"_s + join + dialect.quoted(names.table) + u" AS n ON n."_s +
                dialect.quoted(names.key) + u" = k.id"_s,
            {},
            own.bind};
}

qint64 TagUpdate::runPart(const Part &part, const QString &key, const Row &values) const
{
    for (const size_t value : part.values)
        part.statement->bind(values[value]);
    bindRowOfTag(*part.statement, part, key);
    onTable(tableOf(part), [&part] { part.statement->execute(); });
    return part.statement->rowsAffected();
}

bool TagUpdate::runRecorded(const Part &part, const QString &key, const Row &values) const
{
    std::vector<ColumnValue> newValues;
    for (const size_t value : part.values) {
        const Column &column = m_vocabulary.columns[static_cast<size_t>(m_columns[value])];
        if (column.jsonKey.isEmpty())
            newValues.push_back({column.name, values[value]});
    }
    RecordedUpdate recorded(m_connection, rowOf(part, key), columnsOf(part), newValues);
    const bool isThere = runPart(part, key, values) > 0;
    recorded.done();
    return isThere;
}

bool TagUpdate::run(const QString &key, const Row &values)
{
    bool isThere = !m_parts.empty();
    for (const Part &part : m_parts)
        isThere = runRecorded(part, key, values) && isThere;
    return isThere;
}

void TagUpdate::runTogether(const Part &part, Rows rows, const Failed &failed)
{
    if (rows.size() < 2) {
        for (const ImportRow *row : rows) {
            try {
                runRecorded(part, row->key, row->values);
            } catch (const DatabaseError &failure) {
                if (!isAboutValues(failure.error().kind))
                    throw;
                failed(*row, failure.error());
            }
        }
        return;
    }
    m_connection.executeDirectly(u"SAVEPOINT tagsmith_update"_s);
    try {
        RecordedUpdate recorded(m_connection, rowsOf(part, rows), columnsOf(part));
        for (const ImportRow *row : rows)
            runPart(part, row->key, row->values);
        recorded.done();
    } catch (const DatabaseError &failure) {
        if (!isAboutValues(failure.error().kind))
            throw;
        // What was announced must all be changed: again, in halves.
        m_connection.executeDirectly(u"ROLLBACK TO SAVEPOINT tagsmith_update"_s);
        m_connection.executeDirectly(u"RELEASE SAVEPOINT tagsmith_update"_s);
        runTogether(part, rows.first(rows.size() / 2), failed);
        runTogether(part, rows.subspan(rows.size() / 2), failed);
        return;
    }
    m_connection.executeDirectly(u"RELEASE SAVEPOINT tagsmith_update"_s);
}

void TagUpdate::runEach(Rows rows, const Stored &stored, const Failed &failed)
{
    std::vector<const ImportRow *> left(rows.begin(), rows.end());
    for (const Part &part : m_parts) {
        QSet<const ImportRow *> failures;
        const Failed note = [&](const ImportRow &row, const Error &error) {
            failures.insert(&row);
            failed(row, error);
        };
        if (m_connection.changeSink()) {
            runTogether(part, left, note);
        } else {
            for (const ImportRow *row : left)
                runTogether(part, Rows(&row, 1), note);
        }
        std::erase_if(left, [&](const ImportRow *row) { return failures.contains(row); });
    }
    for (const ImportRow *row : left)
        stored(*row);
}

} // namespace tagsmith
