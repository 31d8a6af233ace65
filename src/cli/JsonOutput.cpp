// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/JsonOutput.h"

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

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject vocabularyToJson(const Vocabulary &vocabulary)
{
    QJsonArray columns;
    for (const Column &column : vocabulary.columns) {
        columns.append(QJsonObject{{u"name"_s, column.name},
                                   {u"type"_s, typeName(column.type)},
                                   {u"nullable"_s, column.nullable}});
    }
    QJsonArray references;
    for (const Reference &reference : vocabulary.references) {
        references.append(
            QJsonObject{{u"table"_s, reference.table}, {u"column"_s, reference.column}});
    }
    return {{u"name"_s, vocabulary.name},
            {u"preset"_s, vocabulary.preset},
            {u"table"_s, vocabulary.table},
            {u"key"_s, vocabulary.key().name},
            {u"nameColumn"_s, vocabulary.nameField().name},
            {u"columns"_s, columns},
            {u"references"_s, references},
            {u"counters"_s, QJsonArray()}};
}

/** A number where the text is one exactly; SQLite may hold any text in a column of numbers. */
QJsonValue cellToJson(const Cell &cell, ColumnType type)
{
    if (!cell)
        return QJsonValue::Null;
    bool isNumber = false;
    if (type == ColumnType::Integer) {
        const qint64 number = cell->toLongLong(&isNumber);
        if (isNumber)
            return number;
    } else if (type == ColumnType::Real) {
        const double number = cell->toDouble(&isNumber);
        if (isNumber)
            return number;
    }
    return *cell;
}

QJsonArray rejectionsToJson(const std::vector<Rejection> &rejections)
{
    QJsonArray array;
    for (const Rejection &rejection : rejections) {
        array.append(QJsonObject{{u"line"_s, rejection.line},
                                 {u"name"_s, rejection.name},
                                 {u"reason"_s, rejection.reason}});
    }
    return array;
}

QJsonArray equalNamesToJson(const std::vector<EqualNames> &pairs)
{
    QJsonArray array;
    for (const EqualNames &pair : pairs) {
        const QJsonValue otherLine =
            pair.otherLine > 0 ? QJsonValue(pair.otherLine) : QJsonValue(QJsonValue::Null);
        array.append(QJsonObject{{u"line"_s, pair.line},
                                 {u"name"_s, pair.name},
                                 {u"otherLine"_s, otherLine},
                                 {u"otherName"_s, pair.otherName}});
    }
    return array;
}

} // namespace

QJsonObject toJson(const std::vector<Vocabulary> &vocabularies)
{
    QJsonArray array;
    for (const Vocabulary &vocabulary : vocabularies)
        array.append(vocabularyToJson(vocabulary));
    return {{u"vocabularies"_s, array}};
}

QJsonObject toJson(const Receipt &receipt)
{
    QJsonArray references;
    for (const ReferenceCount &count : receipt.references) {
        references.append(QJsonObject{{u"table"_s, count.table},
                                      {u"column"_s, count.column},
                                      {u"moved"_s, count.moved},
                                      {u"collapsed"_s, count.collapsed},
                                      {u"removed"_s, count.removed}});
    }
    return {{u"operation"_s, textOrNull(receipt.operation)},
            {u"kind"_s, receipt.kind},
            {u"tags"_s, receipt.tags},
            {u"dryRun"_s, receipt.dryRun},
            {u"references"_s, references}};
}

QJsonObject toJson(const ImportAccount &account)
{
    return {{u"read"_s, account.read},
            {u"inserted"_s, account.inserted},
            {u"updated"_s, account.updated},
            {u"unchanged"_s, account.unchanged},
            {u"skipped"_s, account.skipped},
            {u"rejected"_s, account.rejected},
            {u"operation"_s, textOrNull(account.operation)},
            {u"dryRun"_s, account.dryRun},
            {u"rejections"_s, rejectionsToJson(account.rejections)},
            {u"equalNamesCount"_s, account.equalNamesCount},
            {u"equalNames"_s, equalNamesToJson(account.equalNames)}};
}

QJsonObject tagToJson(const Snapshot &snapshot, int row, const QString &table, qint64 uses)
{
    QJsonObject tag{{u"name"_s, snapshot.name(row)}, {u"uses"_s, uses}};
    const std::vector<Column> &columns = snapshot.columns();
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        if (i == snapshot.nameColumn())
            continue;
        const Column &column = columns[static_cast<size_t>(i)];
        const bool taken = column.name == "name"_L1 || column.name == "uses"_L1;
        tag.insert(taken ? table + u'.' + column.name : column.name,
                   cellToJson(snapshot.cell(row, i), column.type));
    }
    return tag;
}

} // namespace tagsmith
