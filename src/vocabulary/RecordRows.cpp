// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecordRows.h"

#include "core/SplitNames.h"
#include "core/TagRules.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const Cell &fieldOf(const Record &record, int field)
{
    static const Cell nothing;
    const auto index = static_cast<size_t>(field);
    return index < record.fields.size() ? record.fields[index] : nothing;
}

} // namespace

RecordRows::RecordRows(const Vocabulary &vocabulary, const ResolvedMapping &mapping,
                       const ImportRequest &request, bool keepsRecords)
    : m_vocabulary(vocabulary), m_mapping(mapping), m_rules(request.nameRules),
      m_hasRules(request.nameRules.isAny()), m_listSeparator(request.listSeparator),
      m_corrections(request), m_keepsRecords(keepsRecords)
{
}

void RecordRows::begin(const Record &record)
{
    m_record = &record;
    m_position = 0;
    m_count = 1;
    m_hasValues = false;
    m_names.clear();
    m_isCorrected = false;
    if (m_listSeparator.isEmpty() && m_corrections.isEmpty())
        return;
    const Cell &cell = fieldOf(record, m_mapping.nameField);
    if (cell && !m_listSeparator.isEmpty() && record.problem.isEmpty())
        m_names = splitNames(*cell, m_listSeparator);
    m_isCorrected = !m_corrections.isEmpty() && m_corrections.apply(record.line, m_names);
    m_count = std::max<size_t>(1, m_names.size());
}

bool RecordRows::next(ImportRow &row, RowProblem &problem)
{
    if (m_position == m_count)
        return false;
    row = ImportRow();
    row.line = m_record->line;
    if (m_keepsRecords)
        row.record = recordOf(m_position);
    row.position = static_cast<int>(m_position);
    const Cell name = takeName(row);
    const RowProblem divided = m_isCorrected ? dividedName(m_position) : RowProblem();
    const bool isLast = ++m_position == m_count;
    if (!m_hasValues)
        readValues();
    problem = divided.reason.isEmpty() ? problemOf(name) : divided;
    if (isLast)
        row.values = std::move(m_values);
    else
        row.values = m_values;
    return true;
}

/** The name of the next row, which is also put into @p row; nothing where there is none. */
Cell RecordRows::takeName(ImportRow &row)
{
    const Cell &cell = fieldOf(*m_record, m_mapping.nameField);
    row.name = m_names.empty() ? cell.value_or(QString()) : m_names[m_position].toString();
    if (!m_record->problem.isEmpty())
        return cell;
    if (!cell || (m_names.empty() && !m_listSeparator.isEmpty()))
        return std::nullopt;
    if (m_hasRules)
        row.name = applyNameRules(m_rules, row.name, m_ruleCounts);
    return row.name;
}

RowProblem RecordRows::problemOf(const Cell &name) const
{
    if (!m_record->problem.isEmpty())
        return {m_record->problem, {}};
    const Column &nameField = m_vocabulary.nameField();
    if (const auto error = checkName(nameField, name))
        return {error->message, nameField.name};
    return m_valueProblem;
}

/** What is wrong with a corrected name that would be several ones, read from a file. */
RowProblem RecordRows::dividedName(size_t position) const
{
    if (!m_names[position].contains(m_listSeparator))
        return {};
    return {u"“%1” holds “%2”, which stands between names here; correct it to one name."_s.arg(
                m_names[position], m_listSeparator),
            m_vocabulary.nameField().name};
}

/** The record with the name at @p position alone, so that only that one needs to be corrected. */
Record RecordRows::recordOf(size_t position) const
{
    Record record = *m_record;
    if ((m_count > 1 || m_isCorrected) && record.raw.isEmpty()) // an object of JSON stays as it is
        record.fields[static_cast<size_t>(m_mapping.nameField)] = m_names[position].toString();
    return record;
}

/** The values that all rows of the record have, and what is wrong with the first wrong one. */
void RecordRows::readValues()
{
    m_hasValues = true;
    m_valueProblem = {};
    m_values.clear();
    m_values.reserve(m_mapping.columns.size());
    for (size_t i = 0; i < m_mapping.fields.size(); ++i) {
        const Cell &value = fieldOf(*m_record, m_mapping.fields[i]);
        const Column &column = m_vocabulary.columns[static_cast<size_t>(m_mapping.columns[i])];
        m_values.push_back(value);
        if (!m_valueProblem.reason.isEmpty())
            continue;
        if (const auto error = checkValue(column, value))
            m_valueProblem = {error->message, column.name};
    }
    m_values.insert(m_values.end(), m_mapping.constants.begin(), m_mapping.constants.end());
}

} // namespace tagsmith
