// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TagInsert.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "vocabulary/BatchWriter.h"
#include "vocabulary/IsSerialKey.h"
#include "vocabulary/KeyedRows.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/NewRows.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/UniqueSlug.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool contains(const std::vector<int> &columns, int column)
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

} // namespace

std::vector<ColumnValue> valuesOfNewTags(const Vocabulary &vocabulary,
                                         const std::vector<int> &given)
{
    std::vector<ColumnValue> values = vocabulary.scope;
    const auto add = [&](const QString &column, const Cell &value) {
        const int index = vocabulary.indexOf(column);
        if (index >= 0 && value && !contains(given, index))
            values.push_back({column, value});
    };
    if (vocabulary.hierarchy && vocabulary.hierarchy->table.isEmpty())
        add(vocabulary.hierarchy->column, vocabulary.hierarchy->root);
    for (const Counter &counter : vocabulary.counters) {
        const int index = vocabulary.indexOf(counter.column);
        if (index >= 0 && vocabulary.columns[static_cast<size_t>(index)].isRequired())
            add(counter.column, u"0"_s);
    }
    return values;
}

bool needsSlug(const Vocabulary &vocabulary, const std::vector<int> &given)
{
    const int slug = vocabulary.indexOf(vocabulary.slugColumn);
    return slug >= 0 && slug != vocabulary.nameColumn && !contains(given, slug) &&
           !vocabulary.columns[static_cast<size_t>(slug)].nullable;
}

TagInsert::TagInsert(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const std::vector<int> &columns)
    : m_connection(connection), m_vocabulary(vocabulary)
{
    if (vocabulary.nameTable) {
        Column link;
        link.name = vocabulary.nameTable->tagColumn;
        addField(link, {Field::From::NameRow});
    }
    addField(vocabulary.nameField(), {Field::From::Name});
    for (size_t i = 0; i < columns.size(); ++i) {
        addField(vocabulary.columns[static_cast<size_t>(columns[i])], {Field::From::Value, i});
    }
    if (needsSlug(vocabulary, columns)) {
        const auto slug = static_cast<size_t>(vocabulary.indexOf(vocabulary.slugColumn));
        addField(vocabulary.columns[slug], {Field::From::Slug});
    }
    addConstants(columns);

    const Dialect &dialect = connection.dialect();
    const auto prepare = [&](Table &table, const QString &name) {
        onTable(name, [&] {
            table.statement = std::make_unique<Statement>(
                connection, u"INSERT INTO "_s + dialect.quoted(name) + u" ("_s +
                                dialect.quotedList(table.columns) + u") VALUES ("_s +
                                table.parameters.join(u", "_s) + u')');
        });
    };
    prepare(m_own, vocabulary.table);
    if (vocabulary.nameTable)
        prepare(m_names, vocabulary.nameTable->table);
    const auto key = std::find(columns.begin(), columns.end(), vocabulary.keyColumn);
    if (key != columns.end())
        m_keyValue = static_cast<int>(key - columns.begin());
    else if (connection.changeSink() && !vocabulary.keyIsName())
        m_hasSerialKey = isSerialKey(connection, vocabulary.table, vocabulary.key().name);
}

void TagInsert::addField(const Column &column, const Field &field)
{
    Table &table = column.table.isEmpty() ? m_own : m_names;
    table.columns << column.name;
    table.parameters << m_connection.dialect().inserted(column);
    table.fields.push_back(field);
}

void TagInsert::addConstants(const std::vector<int> &columns)
{
    for (const ColumnValue &value : valuesOfNewTags(m_vocabulary, columns)) {
        Column column;
        column.name = value.column;
        addField(column, {Field::From::Constant, 0, value.value});
    }
}

void TagInsert::insertInto(Table &table, const QString &name, const Row &values,
                           const Cell &nameRow)
{
    for (const Field &field : table.fields) {
        switch (field.from) {
        case Field::From::Name: table.statement->bind(name); break;
        case Field::From::Value: table.statement->bind(values[field.value]); break;
        case Field::From::Constant: table.statement->bind(field.constant); break;
        case Field::From::Slug:
            table.statement->bind(uniqueSlug(m_connection, m_vocabulary, name, {}));
            break;
        case Field::From::NameRow: table.statement->bind(nameRow); break;
        }
    }
    const bool isOfNames = &table == &m_names;
    onTable(isOfNames ? m_vocabulary.nameTable->table : m_vocabulary.table,
            [&table] { table.statement->execute(); });
}

qint64 TagInsert::insertNameRow(const QString &name, const Row &values)
{
    insertInto(m_names, name, values, {});
    return m_names.statement->insertedNumber();
}

Column TagInsert::nameRowKey() const
{
    Column key;
    key.name = m_vocabulary.nameTable->key;
    key.type = ColumnType::Integer;
    return key;
}

void TagInsert::removeNameRow(qint64 key)
{
    const QString &table = m_vocabulary.nameTable->table;
    const RowSelection row = keyedRows(m_connection, table, nameRowKey(), {QString::number(key)});
    recordInsert(m_connection, row); // it was made after all
    recordDelete(m_connection, row);
    const Dialect &dialect = m_connection.dialect();
    Statement(m_connection, u"DELETE FROM "_s + dialect.quoted(table) + u" WHERE "_s +
                                dialect.quoted(nameRowKey().name) + u" = ?"_s)
        .bind(key)
        .execute();
}

void TagInsert::insertOwnRow(const QString &name, const Row &values, const Cell &nameRow)
{
    const Cell given = m_keyValue < 0 ? Cell() : values[static_cast<size_t>(m_keyValue)];
    if (!m_connection.changeSink()) {
        insertInto(m_own, name, values, nameRow);
    } else if (m_vocabulary.keyIsName() || given) {
        insertInto(m_own, name, values, nameRow);
        m_newKeys << (given ? *given : name);
    } else if (m_hasSerialKey) {
        insertInto(m_own, name, values, nameRow);
        m_newKeys << QString::number(m_own.statement->insertedNumber());
    } else {
        const NewRows rows(m_connection, m_vocabulary, {name});
        insertInto(m_own, name, values, nameRow);
        recordInsert(m_connection, rows.made());
    }
}

void TagInsert::announce()
{
    if (!m_newNameRows.isEmpty())
        recordInsert(m_connection, keyedRows(m_connection, m_vocabulary.nameTable->table,
                                             nameRowKey(), m_newNameRows));
    if (!m_newKeys.isEmpty())
        recordInsert(m_connection,
                     keyedRows(m_connection, m_vocabulary.table, m_vocabulary.key(), m_newKeys));
    m_newNameRows.clear();
    m_newKeys.clear();
}

void TagInsert::run(const QString &name, const Row &values)
{
    if (!m_names.statement) {
        insertOwnRow(name, values, {});
        return;
    }
    const qint64 nameRow = insertNameRow(name, values);
    try {
        insertOwnRow(name, values, QString::number(nameRow));
    } catch (const DatabaseError &failure) {
        // A failed tag leaves nothing behind, and those before it stay.
        if (isAboutValues(failure.error().kind))
            removeNameRow(nameRow);
        throw;
    }
    if (m_connection.changeSink())
        m_newNameRows << QString::number(nameRow);
}

} // namespace tagsmith
