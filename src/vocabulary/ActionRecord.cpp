// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ActionRecord.h"

#include "core/SplitNames.h"
#include "core/TagRules.h"

#include <array>
#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = ActionRecord::Kind;

const Cell &fieldOf(const Record &record, int field)
{
    static const Cell nothing;
    const auto index = static_cast<size_t>(field);
    return field >= 0 && index < record.fields.size() ? record.fields[index] : nothing;
}

std::optional<Kind> kindOf(const QString &word)
{
    static constexpr std::array<std::pair<QLatin1StringView, Kind>, 5> words = {{
        {"add"_L1, Kind::Add},
        {"set"_L1, Kind::Set},
        {"rename"_L1, Kind::Rename},
        {"merge"_L1, Kind::Merge},
        {"delete"_L1, Kind::Delete},
    }};
    for (const auto &[name, kind] : words) {
        if (word.compare(name, Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

QString unknownWord(const QString &word)
{
    return word.isEmpty()
               ? u"The record has no action; write add, set, rename, merge or delete."_s
               : u"“%1” is no action; write add, set, rename, merge or delete."_s.arg(word);
}

/** So that the names are divided in the same way when they are read again. */
QString betweenNames(const QString &separator)
{
    return separator.trimmed().isEmpty() ? separator : separator + u' ';
}

bool takesTarget(Kind kind)
{
    return kind == Kind::Rename || kind == Kind::Merge;
}

} // namespace

ActionRecords::ActionRecords(const Vocabulary &vocabulary, const ActionColumns &columns,
                             const ImportRequest &request, ImportContent content)
    : m_vocabulary(vocabulary), m_columns(columns), m_rules(request.nameRules),
      m_separator(content == ImportContent::Merges ? u","_s : request.listSeparator)
{
}

ActionRecord ActionRecords::read(const Record &record, ImportRow &row)
{
    row = ImportRow();
    row.line = record.line;
    ActionRecord action;
    const Cell &name = fieldOf(record, m_columns.mapping.nameField);
    row.name = name.value_or(QString());
    action.target = fieldOf(record, m_columns.target).value_or(QString());
    action.word = fieldOf(record, m_columns.action).value_or(QString()).trimmed();
    const std::optional<Kind> kind = kindOf(action.word);
    action.kind = kind.value_or(Kind::Add);
    action.names = action.kind == Kind::Merge ? namesIn(name) : QStringList{row.name};
    if (!record.problem.isEmpty() || !kind) {
        action.problem = {record.problem.isEmpty() ? unknownWord(action.word) : record.problem, {}};
        return action;
    }
    for (QString &each : action.names)
        each = byRules(each);
    row.name = action.names.join(betweenNames(m_separator));
    action.target = byRules(action.target);
    action.problem = problemOf(action, name);
    if (action.kind == Kind::Add || action.kind == Kind::Set)
        readValues(record, action, row);
    return action;
}

QStringList ActionRecords::namesIn(const Cell &cell) const
{
    if (!cell || m_separator.isEmpty())
        return cell ? QStringList{*cell} : QStringList();
    QStringList names;
    const std::vector<QStringView> parts = splitNames(*cell, m_separator);
    for (const QStringView part : parts)
        names << part.toString();
    return names;
}

QString ActionRecords::byRules(const QString &name)
{
    return m_rules.isAny() && !name.isEmpty() ? applyNameRules(m_rules, name, m_ruleCounts) : name;
}

RowProblem ActionRecords::problemOf(const ActionRecord &action, const Cell &name) const
{
    const Column &nameField = m_vocabulary.nameField();
    if (action.names.isEmpty())
        return {u"The record names no tag; name the one that it is about."_s, nameField.name};
    const bool isNew = action.kind == Kind::Add; // others may be called whatever is stored
    for (const QString &each : action.names) {
        const Cell cell = name ? Cell(each) : Cell();
        const auto error = isNew || each.isEmpty() ? checkName(nameField, cell) : std::nullopt;
        if (error)
            return {error->message, nameField.name};
    }
    if (takesTarget(action.kind) && action.target.isEmpty()) {
        return {action.kind == Kind::Rename
                    ? u"The record has no target; write what the tag shall be called."_s
                    : u"The record has no target; write which tag to merge into."_s,
                {}};
    }
    if (!takesTarget(action.kind) && !action.target.isEmpty()) {
        return {u"The target “%1” has no meaning here: only rename and merge have one; leave it "
                "out, or correct the action."_s.arg(action.target),
                {}};
    }
    return {};
}

void ActionRecords::readValues(const Record &record, ActionRecord &action, ImportRow &row) const
{
    const ResolvedMapping &mapping = m_columns.mapping;
    row.values.reserve(mapping.columns.size());
    for (const int field : mapping.fields)
        row.values.push_back(fieldOf(record, field));
    row.values.insert(row.values.end(), mapping.constants.begin(), mapping.constants.end());
    for (size_t i = 0; i < mapping.columns.size(); ++i) {
        const bool isConstant = i >= mapping.fields.size();
        if (!row.values[i] && !isConstant)
            continue;
        const Column &column = m_vocabulary.columns[static_cast<size_t>(mapping.columns[i])];
        action.values.push_back({column.name, row.values[i]});
        const auto error =
            action.problem.reason.isEmpty() ? checkValue(column, row.values[i]) : std::nullopt;
        if (error)
            action.problem = {error->message, column.name};
    }
}

std::vector<Record> ActionRecords::divided(const Record &record) const
{
    const QString word = fieldOf(record, m_columns.action).value_or(QString()).trimmed();
    const bool isMerge = record.problem.isEmpty() && kindOf(word) == Kind::Merge;
    const QStringList names = isMerge && record.raw.isEmpty()
                                  ? namesIn(fieldOf(record, m_columns.mapping.nameField))
                                  : QStringList();
    if (names.size() < 2)
        return {record};
    std::vector<Record> records;
    for (const QString &name : names) {
        records.push_back(record);
        records.back().fields[static_cast<size_t>(m_columns.mapping.nameField)] = name;
    }
    return records;
}

} // namespace tagsmith
