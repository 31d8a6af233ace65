// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConflictValues.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostLines = 6;
constexpr qsizetype longestName = 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("ConflictValues", text);
}

QString shortened(const QString &name)
{
    return name.size() > longestName ? name.first(longestName) + u'…' : name;
}

const RowConflict *conflictOf(const ChosenTag &tag, const std::vector<RowConflict> &conflicts,
                              const Vocabulary &vocabulary)
{
    const auto found =
        std::find_if(conflicts.begin(), conflicts.end(), [&](const RowConflict &conflict) {
            return keyOf(conflict, vocabulary) == tag.key;
        });
    return found == conflicts.end() ? nullptr : &*found;
}

} // namespace

std::vector<ColumnValue> chosenValues(const RowResolution &resolution)
{
    std::vector<ColumnValue> values;
    const RowConflict &conflict = resolution.conflict;
    for (const QString &column : conflict.columns) {
        const Cell wanted = valueIn(conflict, resolution.chosen, column);
        if (wanted != valueIn(conflict, conflict.theirs, column))
            values.push_back({column, wanted});
    }
    return values;
}

Cell valueIn(const RowConflict &conflict, const std::optional<Row> &version, const QString &column)
{
    const auto index = static_cast<size_t>(conflict.columns.indexOf(column));
    return version && index < version->size() ? (*version)[index] : Cell();
}

ExpectedTag expectTheirs(const RowConflict &conflict, const QString &key)
{
    ExpectedTag expected{key, {}};
    for (const QString &column : conflict.columns) {
        if (!conflict.keyColumns.contains(column))
            expected.values.push_back({column, valueIn(conflict, conflict.theirs, column)});
    }
    return expected;
}

std::vector<ExpectedTag> expectNames(const ChosenTags &tags, const Vocabulary &vocabulary)
{
    std::vector<ExpectedTag> expected;
    for (const ChosenTag &tag : tags)
        expected.push_back({tag.key, {{vocabulary.nameField().name, tag.name}}});
    return expected;
}

QString keyOf(const RowConflict &conflict, const Vocabulary &vocabulary)
{
    const auto &version = conflict.before ? conflict.before : conflict.theirs;
    return valueIn(conflict, version, vocabulary.key().name).value_or(QString());
}

ChosenTags asTheyAreNow(const ChosenTags &tags, const std::vector<RowConflict> &conflicts,
                        const Vocabulary &vocabulary)
{
    ChosenTags now;
    for (const ChosenTag &tag : tags) {
        const RowConflict *conflict = conflictOf(tag, conflicts, vocabulary);
        if (conflict && !conflict->theirs)
            continue;
        now.push_back(tag);
        if (conflict) {
            const Cell name = valueIn(*conflict, conflict->theirs, vocabulary.nameField().name);
            now.back().name = name.value_or(tag.name);
        }
    }
    return now;
}

ChosenTags withoutConflicts(const ChosenTags &tags, const std::vector<RowConflict> &conflicts,
                            const Vocabulary &vocabulary)
{
    ChosenTags left = tags;
    std::erase_if(left, [&](const ChosenTag &tag) {
        return conflictOf(tag, conflicts, vocabulary) != nullptr;
    });
    return left;
}

QString describeConflicts(const std::vector<RowConflict> &conflicts, const Vocabulary &vocabulary)
{
    QStringList lines;
    const QString column = vocabulary.nameField().name;
    for (const RowConflict &conflict : conflicts) {
        if (lines.size() == mostLines) {
            const auto more = static_cast<qint64>(conflicts.size()) - mostLines;
            lines << tr("and %1 more").arg(QLocale().toString(more));
            break;
        }
        const QString before = shortened(
            valueIn(conflict, conflict.before, column).value_or(keyOf(conflict, vocabulary)));
        const Cell now = valueIn(conflict, conflict.theirs, column);
        lines << (!conflict.theirs ? tr("“%1” was deleted by others").arg(before)
                                   : tr("“%1” is called “%2” by now")
                                         .arg(before, shortened(now.value_or(u"NULL"_s))));
    }
    return lines.join(u'\n');
}

} // namespace tagsmith
