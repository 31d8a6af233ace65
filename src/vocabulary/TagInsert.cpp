// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TagInsert.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "vocabulary/NamingTable.h"
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

Cell TagInsert::insertNameRow(const QString &name, const Row &values)
{
    insertInto(m_names, name, values, {});
    Statement made(m_connection, m_connection.isSqlite() ? u"SELECT last_insert_rowid()"_s
                                                         : u"SELECT LAST_INSERT_ID()"_s);
    made.execute().next();
    return made.cell(0);
}

void TagInsert::run(const QString &name, const Row &values)
{
    if (!m_names.statement) {
        insertInto(m_own, name, values, {});
        return;
    }
    // A failed tag leaves nothing behind, and those before it stay.
    m_connection.executeDirectly(u"SAVEPOINT tagsmith_tag"_s);
    try {
        insertInto(m_own, name, values, insertNameRow(name, values));
    } catch (const DatabaseError &) {
        m_connection.executeDirectly(u"ROLLBACK TO SAVEPOINT tagsmith_tag"_s);
        throw;
    }
    m_connection.executeDirectly(u"RELEASE SAVEPOINT tagsmith_tag"_s);
}

} // namespace tagsmith
