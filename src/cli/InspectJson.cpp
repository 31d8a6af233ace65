// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/InspectJson.h"

#include "cli/JsonParts.h"

#include <QJsonArray>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString typeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer: return u"integer"_s;
    case ColumnType::Real: return u"real"_s;
    case ColumnType::DateTime: return u"datetime"_s;
    case ColumnType::Binary: return u"binary"_s;
    case ColumnType::Text: break;
    }
    return u"text"_s;
}

/** {"taxonomy":"post_tag"} */
QJsonObject conditionsToJson(const std::vector<ColumnValue> &conditions)
{
    QJsonObject object;
    for (const ColumnValue &condition : conditions)
        object.insert(condition.column, cellToJson(condition.value));
    return object;
}

QJsonArray columnsToJson(const std::vector<Column> &columns)
{
    QJsonArray array;
    for (const Column &column : columns) {
        QJsonObject object{{u"name"_s, column.name},
                           {u"type"_s, typeName(column.type)},
                           {u"nullable"_s, column.nullable}};
        if (!column.table.isEmpty())
            object.insert(u"table"_s, column.table);
        array.append(object);
    }
    return array;
}

QJsonArray objectsToJson(const std::vector<ObjectKey> &objects)
{
    QJsonArray array;
    for (const ObjectKey &key : objects) {
        array.append(QJsonObject{{u"columns"_s, QJsonArray::fromStringList(key.columns)},
                                 {u"nullsAreEqual"_s, key.nullsAreEqual}});
    }
    return array;
}

QJsonObject referenceToJson(const Reference &reference, const Vocabulary &vocabulary)
{
    const QString role = reference.role == ReferenceRole::Tagging ? u"tagging"_s : u"property"_s;
    return {{u"table"_s, reference.table},
            {u"column"_s, reference.column},
            {u"role"_s, role},
            {u"declared"_s, reference.declared},
            {u"target"_s, reference.target.isEmpty() ? vocabulary.key().name : reference.target},
            {u"objects"_s, objectsToJson(reference.objects)},
            {u"scope"_s, conditionsToJson(reference.scope)}};
}

QJsonArray referencesToJson(const Vocabulary &vocabulary)
{
    QJsonArray array;
    for (const Reference &reference : vocabulary.references)
        array.append(referenceToJson(reference, vocabulary));
    return array;
}

QJsonArray countersToJson(const std::vector<Counter> &counters)
{
    QJsonArray array;
    for (const Counter &counter : counters) {
        array.append(QJsonObject{{u"column"_s, counter.column},
                                 {u"referenceTable"_s, counter.referenceTable},
                                 {u"referenceColumn"_s, counter.referenceColumn},
                                 {u"objectWhere"_s, conditionsToJson(counter.objectWhere)}});
    }
    return array;
}

QJsonValue hierarchyToJson(const Vocabulary &vocabulary)
{
    if (!vocabulary.hierarchy)
        return QJsonValue::Null;
    const Hierarchy &hierarchy = *vocabulary.hierarchy;
    const QString &table = hierarchy.table.isEmpty() ? vocabulary.table : hierarchy.table;
    return QJsonObject{{u"table"_s, table}, {u"column"_s, hierarchy.column}};
}

QJsonArray protectionsToJson(const std::vector<Protection> &protections)
{
    QJsonArray array;
    for (const Protection &protection : protections) {
        QStringList operations = protection.operations;
        if (operations.isEmpty())
            operations = {u"merge"_s, u"rename"_s, u"delete"_s};
        array.append(QJsonObject{{u"reason"_s, protection.reason},
                                 {u"operations"_s, QJsonArray::fromStringList(operations)}});
    }
    return array;
}

QJsonArray suggestionsToJson(const std::vector<SuggestedReference> &suggestions)
{
    QJsonArray array;
    for (const SuggestedReference &suggestion : suggestions) {
        array.append(QJsonObject{{u"table"_s, suggestion.reference.table},
                                 {u"column"_s, suggestion.reference.column},
                                 {u"reason"_s, suggestion.reason}});
    }
    return array;
}

QStringList tablesWithoutRollback(const Vocabulary &vocabulary)
{
    QStringList tables = vocabulary.tablesWithoutRollback;
    if (!vocabulary.transactional && !tables.contains(vocabulary.table))
        tables.prepend(vocabulary.table);
    return tables;
}

QJsonObject vocabularyToJson(const Vocabulary &vocabulary)
{
    const QJsonValue nameTable = vocabulary.nameTable ? QJsonValue(vocabulary.nameTable->table)
                                                      : QJsonValue(QJsonValue::Null);
    return {{u"name"_s, vocabulary.name},
            {u"preset"_s, vocabulary.preset},
            {u"application"_s, textOrNull(vocabulary.application)},
            {u"table"_s, vocabulary.table},
            {u"key"_s, vocabulary.key().name},
            {u"nameColumn"_s, vocabulary.nameField().name},
            {u"nameTable"_s, nameTable},
            {u"slugColumn"_s, textOrNull(vocabulary.slugColumn)},
            {u"scope"_s, conditionsToJson(vocabulary.scope)},
            {u"columns"_s, columnsToJson(vocabulary.columns)},
            {u"references"_s, referencesToJson(vocabulary)},
            {u"counters"_s, countersToJson(vocabulary.counters)},
            {u"hierarchy"_s, hierarchyToJson(vocabulary)},
            {u"protected"_s, protectionsToJson(vocabulary.protections)},
            {u"withoutRollback"_s, QJsonArray::fromStringList(tablesWithoutRollback(vocabulary))},
            {u"suggestions"_s, suggestionsToJson(vocabulary.suggestions)}};
}

} // namespace

QJsonObject inspectJson(const std::vector<Vocabulary> &vocabularies)
{
    QJsonArray array;
    for (const Vocabulary &vocabulary : vocabularies)
        array.append(vocabularyToJson(vocabulary));
    return {{u"vocabularies"_s, array}};
}

} // namespace tagsmith
