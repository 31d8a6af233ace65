// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TableVocabularies.h"

#include <QStringList>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isOwnTable(const QString &name)
{
    return name.startsWith("tagsmith_"_L1, Qt::CaseInsensitive);
}

/** The text columns that are unique by themselves and not the primary key. */
QStringList uniqueTextColumns(const TableSchema &table)
{
    QStringList columns;
    for (const UniqueKey &key : table.uniqueKeys) {
        if (key.columns.size() != 1 || key.columns == table.primaryKey)
            continue;
        const Column *column = table.find(key.columns.constFirst());
        if (column != nullptr && column->type == ColumnType::Text &&
            !columns.contains(column->name))
            columns << column->name;
    }
    return columns;
}

/** The likeliest of @p columns to be the one that people read; empty where there is none. */
QString nameAmong(const QStringList &columns)
{
    static const QStringList preferred{u"name"_s, u"tag"_s, u"title"_s, u"label"_s};
    for (const QString &name : preferred) {
        for (const QString &column : columns) {
            if (column.compare(name, Qt::CaseInsensitive) == 0)
                return column;
        }
    }
    const auto named = std::find_if(columns.begin(), columns.end(), [](const QString &column) {
        return column.compare("slug"_L1, Qt::CaseInsensitive) != 0;
    });
    return named == columns.end() ? columns.value(0) : *named;
}

/** A text that only machines read: a UUID. */
bool isMachineKey(const Column &key)
{
    static const QStringList names{u"id"_s, u"uuid"_s, u"guid"_s};
    return names.contains(key.name, Qt::CaseInsensitive) || key.declaredType == "uuid"_L1;
}

bool canBeKey(const Column &column)
{
    return column.type != ColumnType::Binary && column.type != ColumnType::DateTime;
}

} // namespace

std::optional<VocabularyMapping> tableMapping(const TableSchema &table)
{
    if (isOwnTable(table.name) || table.primaryKey.size() != 1)
        return std::nullopt;
    const Column *key = table.find(table.primaryKey.constFirst());
    if (key == nullptr || !canBeKey(*key))
        return std::nullopt;
    const QString name = nameAmong(uniqueTextColumns(table));
    const bool isText = key->type == ColumnType::Text;
    const bool keyIsName = isText && (name.isEmpty() || !isMachineKey(*key));
    if (!keyIsName && name.isEmpty())
        return std::nullopt;
    VocabularyMapping mapping;
    mapping.name = table.name;
    mapping.preset = keyIsName ? u"minimal"_s : u"table"_s;
    mapping.table = table.name;
    mapping.keyName = key->name;
    mapping.nameName = keyIsName ? key->name : name;
    return mapping;
}

Error whyNoVocabulary(const TableSchema &table)
{
    if (table.primaryKey.isEmpty()) {
        return {ErrorKind::NoVocabulary,
                u"The table %1 has no primary key, so that its rows cannot be told apart; give it "
                "one on the column with the names."_s.arg(table.name)};
    }
    if (table.primaryKey.size() != 1) {
        return {ErrorKind::NoVocabulary,
                u"The table %1 cannot be used: its primary key (%2) is not one column; choose "
                "another table."_s.arg(table.name, table.primaryKey.join(u", "_s))};
    }
    return {ErrorKind::NoVocabulary,
            u"The table %1 cannot be used: none of its text columns is unique, so that a name does "
            "not say which row is meant; give the column with the names a unique key, or choose "
            "another table."_s.arg(table.name)};
}

} // namespace tagsmith
