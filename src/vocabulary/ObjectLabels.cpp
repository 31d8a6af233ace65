// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ObjectLabels.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/LabelColumn.h"
#include "vocabulary/ObjectTableNames.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxLabelLength = 200;
const QString djangoTypes = u"django_content_type"_s;

/** The column beside @p type that holds the id: taggable_id for taggable_type. */
QString idColumnOf(const TableShape &link, const QString &type)
{
    QString id = type;
    if (type.compare("content_type_id"_L1, Qt::CaseInsensitive) == 0)
        id = u"object_id"_s;
    else if (type.endsWith("type"_L1, Qt::CaseInsensitive))
        id = type.chopped(4) + u"id"_s;
    else
        return {};
    return link.find(id);
}

} // namespace

ObjectLabels::ObjectLabels(ScopedConnection &connection, const Reference &reference,
                           const TableShape &link)
    : m_connection(connection), m_reference(reference), m_link(link)
{
    for (const ObjectKey &key : reference.objects)
        m_objectColumns << key.columns;
    for (const QString &column : std::as_const(m_objectColumns))
        addColumn(column);
    for (const ObjectTable &table : reference.objectTables) {
        addColumn(table.linkColumn);
        for (const ColumnValue &condition : table.where)
            addColumn(condition.column);
    }
    for (const QString &column : link.columns) {
        const QString id = idColumnOf(link, column);
        if (m_typeColumn.isEmpty() && !id.isEmpty()) {
            m_typeColumn = column;
            m_typedIdColumn = id;
            addColumn(column);
            addColumn(id);
        }
    }
    if (m_objectColumns.isEmpty()) {
        TableShape rest = link;
        rest.textColumns.removeAll(link.find(reference.column));
        m_ownLabel = labelColumn(rest);
        addColumn(m_ownLabel);
    }
}

void ObjectLabels::addColumn(const QString &column)
{
    const QString found = m_link.find(column);
    if (!found.isEmpty() && !m_columns.contains(found))
        m_columns << found;
}

Cell ObjectLabels::cell(const Row &row, const QString &column) const
{
    const qsizetype index = m_columns.indexOf(m_link.find(column));
    return index < 0 ? Cell() : row[static_cast<size_t>(index)];
}

bool ObjectLabels::matches(const Row &row, const std::vector<ColumnValue> &where) const
{
    return std::all_of(where.begin(), where.end(), [&](const ColumnValue &condition) {
        return cell(row, condition.column) == condition.value;
    });
}

const std::optional<TableShape> &ObjectLabels::shape(const QString &table)
{
    const auto found = m_shapes.find(table);
    if (found != m_shapes.end())
        return found->second;
    return m_shapes.emplace(table, readTableShape(m_connection, table)).first->second;
}

/** Adds the key and the readable column where they are not named; false where there are none. */
bool ObjectLabels::complete(ObjectTable &table)
{
    const std::optional<TableShape> &found = shape(table.table);
    if (!found)
        return false;
    if (table.key.isEmpty() && found->primaryKey.size() == 1)
        table.key = found->primaryKey.constFirst();
    if (table.label.isEmpty())
        table.label = labelColumn(*found);
    return !found->find(table.key).isEmpty() && !found->find(table.label).isEmpty();
}

void ObjectLabels::addLinked(std::vector<ObjectTable> &tables)
{
    for (const ColumnLink &link : m_link.links) {
        const bool isObject = m_columns.contains(link.column) && link.column != m_typeColumn &&
                              m_objectColumns.contains(link.column, Qt::CaseInsensitive);
        if (isObject)
            tables.push_back({link.table, link.key, link.column, {}, {}});
    }
}

QStringList ObjectLabels::tablesOfType(const QString &type)
{
    const bool isDjango =
        m_typeColumn.compare("content_type_id"_L1, Qt::CaseInsensitive) == 0 && shape(djangoTypes);
    if (!isDjango)
        return tableNamesOfType(type);
    Statement statement(m_connection,
                        u"SELECT app_label, model FROM django_content_type WHERE id = ?"_s);
    statement.bind(type).execute();
    if (!statement.next())
        return {};
    return {statement.text(0) + u'_' + statement.text(1)};
}

void ObjectLabels::addTyped(const std::vector<Row> &rows, std::vector<ObjectTable> &tables)
{
    if (m_typeColumn.isEmpty())
        return;
    QStringList types;
    for (const Row &row : rows) {
        const Cell type = cell(row, m_typeColumn);
        if (type && !types.contains(*type))
            types << *type;
    }
    for (const QString &type : std::as_const(types)) {
        const QStringList names = tablesOfType(type);
        for (const QString &name : names)
            tables.push_back({name, {}, m_typedIdColumn, {}, {{m_typeColumn, type}}});
    }
}

void ObjectLabels::addByName(std::vector<ObjectTable> &tables)
{
    for (const QString &column : std::as_const(m_objectColumns)) {
        const bool isTyped = column.compare(m_typedIdColumn, Qt::CaseInsensitive) == 0;
        const QStringList names = isTyped ? QStringList() : tableNamesOfColumn(column);
        for (const QString &name : names)
            tables.push_back({name, {}, column, {}, {}});
    }
}

/** Every table that may know the objects of @p rows, the surest first. */
std::vector<ObjectTable> ObjectLabels::candidates(const std::vector<Row> &rows)
{
    std::vector<ObjectTable> tables = m_reference.objectTables;
    addLinked(tables);
    // What kind of object it is says nothing about which.
    std::erase_if(tables, [this](const ObjectTable &table) {
        return !m_typeColumn.isEmpty() &&
               table.linkColumn.compare(m_typeColumn, Qt::CaseInsensitive) == 0;
    });
    addTyped(rows, tables);
    addByName(tables);
    return tables;
}

std::map<QString, Cell> ObjectLabels::readLabels(const ObjectTable &table, const QStringList &keys)
{
    const Dialect &dialect = m_connection.dialect();
    QString label = dialect.quoted(table.label);
    if (shape(table.table)->textColumns.contains(table.label, Qt::CaseInsensitive))
        label = u"SUBSTR("_s + label + u", 1, "_s + QString::number(maxLabelLength) + u')';
    Statement statement(m_connection, u"SELECT "_s + dialect.quoted(table.key) + u", "_s + label +
                                          u" FROM "_s + dialect.quoted(table.table) + u" WHERE "_s +
                                          dialect.quoted(table.key) + u" IN ("_s +
                                          QStringList(keys.size(), u"?"_s).join(u", "_s) + u')');
    for (const QString &key : keys)
        statement.bind(key);
    statement.execute();
    std::map<QString, Cell> labels;
    while (statement.next())
        labels.emplace(statement.text(0), statement.cell(1));
    return labels;
}

/** Labels those of @p rows that have no label yet and whose object stands in @p table. */
void ObjectLabels::fill(const ObjectTable &table, const std::vector<Row> &rows,
                        std::vector<Cell> &labels)
{
    QStringList keys;
    std::vector<size_t> places;
    for (size_t i = 0; i < rows.size(); ++i) {
        const Cell key = cell(rows[i], table.linkColumn);
        if (labels[i] || !key || !matches(rows[i], table.where))
            continue;
        places.push_back(i);
        if (!keys.contains(*key))
            keys << *key;
    }
    ObjectTable known = table;
    if (keys.isEmpty() || !complete(known))
        return;
    const std::map<QString, Cell> found = readLabels(known, keys);
    for (const size_t i : places) {
        const auto label = found.find(*cell(rows[i], table.linkColumn));
        if (label != found.end())
            labels[i] = label->second;
    }
}

std::vector<Cell> ObjectLabels::find(const std::vector<Row> &rows)
{
    std::vector<Cell> labels(rows.size());
    if (!m_ownLabel.isEmpty()) {
        for (size_t i = 0; i < rows.size(); ++i)
            labels[i] = cell(rows[i], m_ownLabel);
    }
    try {
        const std::vector<ObjectTable> tables = candidates(rows);
        for (const ObjectTable &table : tables)
            fill(table, rows, labels);
    } catch (const DatabaseError &error) {
        // The rows themselves are worth showing without their labels.
        if (error.error().kind == ErrorKind::Cancelled)
            throw;
    }
    return labels;
}

} // namespace tagsmith
