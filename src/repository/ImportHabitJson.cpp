// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/ImportHabitJson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

template <class T, size_t count>
using Words = std::array<std::pair<QLatin1StringView, T>, count>;

constexpr Words<LetterCase, 3> letterWords = {{{"as they are"_L1, LetterCase::AsTheyAre},
                                               {"lower"_L1, LetterCase::Lower},
                                               {"upper"_L1, LetterCase::Upper}}};
constexpr Words<WordSeparator, 4> separatorWords = {{{"as it is"_L1, WordSeparator::AsItIs},
                                                     {"blank"_L1, WordSeparator::Blank},
                                                     {"hyphen"_L1, WordSeparator::Hyphen},
                                                     {"underscore"_L1, WordSeparator::Underscore}}};
constexpr Words<OnExisting, 3> existingWords = {{{"skip"_L1, OnExisting::Skip},
                                                 {"update"_L1, OnExisting::Update},
                                                 {"fail"_L1, OnExisting::Fail}}};

template <class T, size_t count>
QString wordOf(const Words<T, count> &words, T value)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [value](const auto &entry) { return entry.second == value; });
    return found == words.end() ? QString() : QString(found->first);
}

/** What @p word means; an unknown one means the first. */
template <class T, size_t count>
T meaningOf(const Words<T, count> &words, const QString &word)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&word](const auto &entry) { return entry.first == word; });
    return found == words.end() ? words.front().second : found->second;
}

QJsonObject toJson(const NameRules &rules)
{
    return {{u"trim"_s, rules.trim},
            {u"collapse"_s, rules.collapseBlanks},
            {u"nfc"_s, rules.compose},
            {u"visible"_s, rules.removeInvisible},
            {u"letters"_s, wordOf(letterWords, rules.letterCase)},
            {u"separator"_s, wordOf(separatorWords, rules.separator)}};
}

NameRules rulesFromJson(const QJsonObject &object)
{
    NameRules rules;
    rules.trim = object[u"trim"_s].toBool();
    rules.collapseBlanks = object[u"collapse"_s].toBool();
    rules.compose = object[u"nfc"_s].toBool();
    rules.removeInvisible = object[u"visible"_s].toBool();
    rules.letterCase = meaningOf(letterWords, object[u"letters"_s].toString());
    rules.separator = meaningOf(separatorWords, object[u"separator"_s].toString());
    return rules;
}

/** As an import finds it: letter case counts only where there are two. */
qsizetype positionOf(const QStringList &columns, const QString &name)
{
    const qsizetype exact = columns.indexOf(name);
    const auto found = std::find_if(columns.begin(), columns.end(), [&name](const QString &column) {
        return column.trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return exact >= 0 || found == columns.end() ? exact : found - columns.begin();
}

} // namespace

QJsonObject importHabitToJson(const ImportHabit &habit, const QStringList &columns)
{
    QJsonArray mapping;
    for (const ColumnMapping &entry : habit.mapping) {
        const qsizetype position = positionOf(columns, entry.fileColumn);
        if (position >= 0)
            mapping.append(QJsonObject{{u"position"_s, position}, {u"column"_s, entry.column}});
    }
    return {{u"mapping"_s, mapping},
            {u"names"_s, toJson(habit.nameRules)},
            {u"listSeparator"_s, habit.listSeparator},
            {u"onExisting"_s, wordOf(existingWords, habit.onExisting)}};
}

std::optional<ImportHabit> importHabitFromJson(const QJsonObject &object,
                                               const QStringList &columns)
{
    ImportHabit habit;
    const QJsonArray mapping = object[u"mapping"_s].toArray();
    for (const auto &entry : mapping) {
        const int position = entry[u"position"_s].toInt(-1);
        const QString column = entry[u"column"_s].toString();
        if (position < 0 || position >= columns.size() || column.isEmpty())
            return std::nullopt;
        habit.mapping.push_back({columns[position], column});
    }
    if (habit.mapping.empty())
        return std::nullopt;
    habit.nameRules = rulesFromJson(object[u"names"_s].toObject());
    habit.listSeparator = object[u"listSeparator"_s].toString();
    habit.onExisting = meaningOf(existingWords, object[u"onExisting"_s].toString());
    return habit;
}

} // namespace tagsmith
