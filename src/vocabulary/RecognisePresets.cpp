// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecognisePresets.h"

#include "core/Error.h"
#include "core/VocabularyMappingJson.h"
#include "database/Dialect.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/PresetBlanks.h"
#include "vocabulary/PresetDiscovery.h"
#include "vocabulary/Presets.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <set>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

using Schema = std::vector<TableSchema>;

/** More vocabularies in one table are no vocabularies. */
constexpr int maxValues = 200;

const QString &prefixBlank()
{
    static const QString blank = u"{prefix}"_s;
    return blank;
}

bool hasColumns(const TableSchema &table, const QStringList &columns)
{
    return std::all_of(columns.begin(), columns.end(),
                       [&table](const QString &column) { return table.find(column) != nullptr; });
}

bool hasAnyColumn(const TableSchema &table, const QStringList &columns)
{
    return std::any_of(columns.begin(), columns.end(),
                       [&table](const QString &column) { return table.find(column) != nullptr; });
}

bool fits(const Preset &preset, const Schema &schema, const QString &prefix)
{
    const PresetBlanks blanks{prefix, {}, {}};
    const auto find = [&](const TablePattern &pattern) {
        return findTable(schema, blanks.filled(pattern.table));
    };
    return std::all_of(preset.recognise.begin(), preset.recognise.end(),
                       [&find](const TablePattern &pattern) {
                           const TableSchema *table = find(pattern);
                           return table != nullptr && hasColumns(*table, pattern.columns);
                       }) &&
           std::none_of(
               preset.absent.begin(), preset.absent.end(), [&find](const TablePattern &pattern) {
                   const TableSchema *table = find(pattern);
                   return table != nullptr &&
                          (pattern.columns.isEmpty() || hasAnyColumn(*table, pattern.columns));
               });
}

/** What {prefix} may stand for, judged by the names of the tables alone. */
QStringList possiblePrefixes(const Preset &preset, const Schema &schema)
{
    const auto pattern = std::find_if(
        preset.recognise.begin(), preset.recognise.end(),
        [](const TablePattern &candidate) { return candidate.table.contains(prefixBlank()); });
    if (pattern == preset.recognise.end())
        return {QString()};
    const qsizetype before = pattern->table.indexOf(prefixBlank());
    const QString head = pattern->table.left(before);
    const QString tail = pattern->table.mid(before + prefixBlank().size());
    QStringList prefixes;
    for (const TableSchema &table : schema) {
        const qsizetype length = table.name.size() - head.size() - tail.size();
        if (length >= 0 && table.name.startsWith(head, Qt::CaseInsensitive) &&
            table.name.endsWith(tail, Qt::CaseInsensitive))
            prefixes << table.name.mid(before, length);
    }
    return prefixes;
}

/** A column that a preset's file names, in the spelling of the database. */
struct FoundColumn
{
    const TableSchema *table = nullptr;
    const Column *column = nullptr;
};

FoundColumn findColumn(const Schema &schema, const ColumnPattern &pattern, const QString &prefix)
{
    const PresetBlanks blanks{prefix, {}, {}};
    const TableSchema *table = findTable(schema, blanks.filled(pattern.table));
    const Column *column = table == nullptr ? nullptr : table->find(blanks.filled(pattern.column));
    return {column == nullptr ? nullptr : table, column};
}

std::vector<Cell> firstValues(ScopedConnection &connection, const FoundColumn &found,
                              const QString &select, int limit)
{
    const Dialect &dialect = connection.dialect();
    std::vector<Cell> values;
    Statement statement(connection, u"%1 %2 FROM %3 LIMIT %4"_s.arg(
                                        select, dialect.quoted(found.column->name),
                                        dialect.quoted(found.table->name), QString::number(limit)));
    statement.execute();
    while (statement.next())
        values.push_back(statement.cell(0));
    return values;
}

/** The distinct values that make a vocabulary each, in their order, NULL first. */
std::vector<Cell> valuesOf(ScopedConnection &connection, const Schema &schema,
                           const ColumnPattern &each, const QString &prefix)
{
    const FoundColumn found = findColumn(schema, each, prefix);
    if (found.column == nullptr)
        return {};
    std::vector<Cell> values = firstValues(connection, found, u"SELECT DISTINCT"_s, maxValues);
    for (const QString &value : each.always) {
        if (std::find(values.begin(), values.end(), Cell(value)) == values.end())
            values.emplace_back(value);
    }
    if (values.empty() && found.column->nullable) // a table that is still empty
        values.emplace_back();
    const std::set<Cell> sorted(values.begin(), values.end());
    return {sorted.begin(), sorted.end()};
}

/** The first key that most of the JSON objects in a column have; "en" where there are none. */
QString mostFrequentLocale(ScopedConnection &connection, const Schema &schema,
                           const ColumnPattern &locales, const QString &prefix)
{
    static const QRegularExpression firstKey(u"^\\s*\\{\\s*\"([A-Za-z0-9_-]+)\""_s);
    QString best = u"en"_s;
    const FoundColumn found = findColumn(schema, locales, prefix);
    if (found.column == nullptr)
        return best;
    QHash<QString, int> counts;
    const std::vector<Cell> values = firstValues(connection, found, u"SELECT"_s, 100);
    for (const Cell &value : values) {
        const auto match = firstKey.match(value.value_or(QString()));
        if (!match.hasMatch())
            continue;
        const QString locale = match.captured(1);
        ++counts[locale];
        if (counts.value(locale) > counts.value(best))
            best = locale;
    }
    return best;
}

bool isFor(const QJsonObject &vocabulary, const Cell &value)
{
    const QJsonArray values = vocabulary.value("for"_L1).toArray();
    return std::any_of(values.begin(), values.end(), [&value](const QJsonValue &candidate) {
        return candidate.isNull() ? !value.has_value() : value == Cell(candidate.toString());
    });
}

/** The vocabulary that is written for @p value, or else the one for every other value. */
const QJsonObject *vocabularyFor(const Preset &preset, const Cell &value)
{
    const QJsonObject *general = nullptr;
    for (const QJsonObject &vocabulary : preset.vocabularies) {
        if (isFor(vocabulary, value))
            return &vocabulary;
        if (!vocabulary.contains("for"_L1) && general == nullptr)
            general = &vocabulary;
    }
    return general;
}

/** Where the file of the preset names @p value: the entry and the place in its "for". */
std::pair<size_t, qsizetype> rankOf(const Preset &preset, const Cell &value)
{
    const QJsonObject *own = vocabularyFor(preset, value);
    size_t entry = 0;
    while (entry < preset.vocabularies.size() && &preset.vocabularies[entry] != own)
        ++entry;
    qsizetype place = 0;
    const QJsonArray values = own == nullptr ? QJsonArray() : own->value("for"_L1).toArray();
    while (place < values.size() && values[place].toString() != value.value_or(QString()))
        ++place;
    return {entry, place};
}

VocabularyMapping mappingOf(const Preset &preset, QJsonObject json, const PresetBlanks &blanks)
{
    json.remove(u"for"_s);
    json = blanks.filled(json);
    if (json.value("name"_L1).toString().isEmpty()) // of a NULL
        json.insert(u"name"_s, json.value("table"_L1));
    const Result<VocabularyMapping> read = vocabularyMappingFromJson(json);
    if (!read) {
        throw DatabaseError(ErrorKind::Internal, u"The preset %1 is faulty: %2"_s.arg(
                                                     preset.name, read.error().message));
    }
    VocabularyMapping mapping = *read;
    mapping.preset = preset.name;
    mapping.application = preset.application;
    return mapping;
}

void recognise(ScopedConnection &connection, const Preset &preset, const Schema &schema,
               const QString &prefix, std::vector<VocabularyMapping> &found)
{
    PresetBlanks blanks{prefix, {}, {}};
    if (preset.locales)
        blanks.locale = mostFrequentLocale(connection, schema, *preset.locales, prefix);
    if (!preset.each) {
        for (const QJsonObject &vocabulary : preset.vocabularies)
            found.push_back(mappingOf(preset, vocabulary, blanks));
        return;
    }
    std::vector<Cell> values = valuesOf(connection, schema, *preset.each, prefix);
    std::stable_sort(values.begin(), values.end(), [&preset](const Cell &left, const Cell &right) {
        return rankOf(preset, left) < rankOf(preset, right);
    });
    for (const Cell &value : values) {
        blanks.value = value;
        if (const QJsonObject *vocabulary = vocabularyFor(preset, value))
            found.push_back(mappingOf(preset, *vocabulary, blanks));
    }
}

bool runsOn(const Preset &preset, const ScopedConnection &connection)
{
    return preset.driver.isEmpty() || (preset.driver == "sqlite"_L1) == connection.isSqlite();
}

} // namespace

std::vector<VocabularyMapping> recognisePresets(ScopedConnection &connection, const Schema &schema)
{
    std::vector<VocabularyMapping> found;
    const std::vector<Preset> &all = presets();
    for (const Preset &preset : all) {
        if (!runsOn(preset, connection))
            continue;
        const QStringList prefixes = possiblePrefixes(preset, schema);
        for (const QString &prefix : prefixes) {
            if (fits(preset, schema, prefix))
                recognise(connection, preset, schema, prefix, found);
        }
    }
    for (VocabularyMapping &mapping : found)
        discoverPreset(connection, schema, mapping);
    return found;
}

} // namespace tagsmith
