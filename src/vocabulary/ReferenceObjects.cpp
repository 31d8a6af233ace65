// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ReferenceObjects.h"

#include "vocabulary/ResolveVocabulary.h"

#include <QStringList>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool contains(const QStringList &columns, const QString &column)
{
    return columns.contains(column, Qt::CaseInsensitive);
}

QStringList without(const QStringList &columns, const QString &column)
{
    QStringList others;
    for (const QString &candidate : columns) {
        if (candidate.compare(column, Qt::CaseInsensitive) != 0)
            others << candidate;
    }
    return others;
}

/** The other columns of a unique key, as what a row is about. */
ObjectKey objectKey(const TableSchema &table, const QStringList &others)
{
    ObjectKey key{others, true};
    if (others.size() == 1) { // alone and NULL, it names nothing: MediaWiki's ct_rc_id
        const Column *column = table.find(others.constFirst());
        key.nullsAreEqual = column == nullptr || !column->nullable;
    }
    return key;
}

bool isPartOfForeignKey(const TableSchema &table, const QString &column)
{
    return std::any_of(
        table.foreignKeys.begin(), table.foreignKeys.end(),
        [&column](const ForeignKey &foreign) { return contains(foreign.columns, column); });
}

/** taggable_id, imageid, taggable_type, context: parts of the name of an object. */
bool namesAnObject(const Column &column)
{
    static const QStringList words{u"paid"_s, u"valid"_s, u"void"_s, u"bid"_s, u"grid"_s};
    const QString name = column.name.toLower();
    const bool isWord = std::any_of(words.begin(), words.end(),
                                    [&name](const QString &word) { return name.endsWith(word); });
    if (name.endsWith("id"_L1) && !isWord)
        return column.type == ColumnType::Integer || column.type == ColumnType::Text ||
               column.type == ColumnType::Binary; // a UUID
    return column.type == ColumnType::Text &&
           (name.endsWith("type"_L1) || name.endsWith("context"_L1));
}

bool isOwnKey(const TableSchema &table, const Column &column)
{
    return table.primaryKey.size() == 1 && contains(table.primaryKey, column.name);
}

/** Of a table that does nothing but link tags to objects, the columns of the object. */
QStringList linkedColumns(const TableSchema &table, const QString &tagColumn)
{
    QStringList columns;
    for (const Column &column : table.columns) {
        if (column.name.compare(tagColumn, Qt::CaseInsensitive) == 0 || isOwnKey(table, column) ||
            column.type == ColumnType::DateTime)
            continue;
        if (!isPartOfForeignKey(table, column.name) && !namesAnObject(column))
            return {}; // it says something of its own about the row
        columns << column.name;
    }
    return columns;
}

/** The unique keys, with the primary key also where the engine keeps no index for it. */
std::vector<QStringList> uniqueColumns(const TableSchema &table)
{
    std::vector<QStringList> keys;
    if (!table.primaryKey.isEmpty())
        keys.push_back(table.primaryKey);
    for (const UniqueKey &key : table.uniqueKeys) {
        if (key.columns != table.primaryKey)
            keys.push_back(key.columns);
    }
    return keys;
}

} // namespace

std::vector<ObjectKey> objectsOf(const TableSchema &table, const QString &column)
{
    std::vector<ObjectKey> objects;
    bool isUnique = false;
    const std::vector<QStringList> keys = uniqueColumns(table);
    for (const QStringList &key : keys) {
        if (!contains(key, column))
            continue;
        isUnique = true;
        const QStringList others = without(key, column);
        if (!others.isEmpty())
            objects.push_back(objectKey(table, others));
    }
    if (isUnique)
        return objects;
    const QStringList linked = linkedColumns(table, column);
    if (!linked.isEmpty())
        objects.push_back({linked, true});
    return objects;
}

std::vector<ObjectTable> objectTablesOf(const std::vector<TableSchema> &schema,
                                        const TableSchema &table, const Reference &reference)
{
    QStringList columns;
    for (const ObjectKey &object : reference.objects)
        columns << object.columns;
    columns.removeDuplicates();
    std::vector<ObjectTable> tables;
    for (const ForeignKey &foreign : table.foreignKeys) {
        if (foreign.columns.size() != 1 || foreign.targetColumns.size() != 1 ||
            !contains(columns, foreign.columns.constFirst()))
            continue;
        if (const TableSchema *target = findTable(schema, foreign.table)) {
            const QString key = foreign.targetColumns.constFirst();
            tables.push_back({target->name,
                              key,
                              foreign.columns.constFirst(),
                              readableColumn(*target, key),
                              {}});
        }
    }
    return tables;
}

QString readableColumn(const TableSchema &table, const QString &key)
{
    static const QStringList telling{u"title"_s,    u"name"_s,     u"label"_s, u"subject"_s,
                                     u"username"_s, u"filename"_s, u"path"_s,  u"slug"_s};
    for (const QString &name : telling) {
        const Column *column = table.find(name);
        if (column != nullptr && column->type == ColumnType::Text)
            return column->name;
    }
    const auto text =
        std::find_if(table.columns.begin(), table.columns.end(), [&key](const Column &column) {
            return column.type == ColumnType::Text &&
                   column.name.compare(key, Qt::CaseInsensitive) != 0;
        });
    return text == table.columns.end() ? key : text->name;
}

Reference referenceOf(const TableSchema &table, const QString &column)
{
    Reference reference;
    reference.table = table.name;
    reference.column = column;
    if (const Column *found = table.find(column)) {
        reference.column = found->name;
        reference.nullable = found->nullable;
    }
    for (const ForeignKey &foreign : table.foreignKeys) {
        if (foreign.columns.size() == 1 && contains(foreign.columns, column)) {
            reference.declared = true;
            reference.onUpdate = foreign.onUpdate;
            reference.onDelete = foreign.onDelete;
        }
    }
    reference.objects = objectsOf(table, reference.column);
    return reference;
}

} // namespace tagsmith
