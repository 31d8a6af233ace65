// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConflictChoice.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

ConflictChoice::ConflictChoice(RowConflict conflict)
    : m_conflict(std::move(conflict)),
      m_fields(static_cast<size_t>(std::max<qsizetype>(1, m_conflict.columns.size())),
               RowVersion::Theirs),
      m_wholeRow(!m_conflict.before || !m_conflict.yours || !m_conflict.theirs)
{
}

const std::optional<Row> &ConflictChoice::row(RowVersion version) const
{
    switch (version) {
    case RowVersion::Before: return m_conflict.before;
    case RowVersion::Yours: return m_conflict.yours;
    case RowVersion::Theirs: break;
    }
    return m_conflict.theirs;
}

Cell ConflictChoice::cell(RowVersion version, int field) const
{
    const std::optional<Row> &cells = row(version);
    const auto index = static_cast<size_t>(field);
    return cells && index < cells->size() ? (*cells)[index] : Cell();
}

bool ConflictChoice::differs(int field) const
{
    // Versions that lack the row have no fields to compare.
    std::optional<Cell> first;
    for (const RowVersion version : {RowVersion::Before, RowVersion::Yours, RowVersion::Theirs}) {
        if (!row(version))
            continue;
        const Cell value = cell(version, field);
        if (first && *first != value)
            return true;
        first = value;
    }
    return false;
}

void ConflictChoice::chooseAll(RowVersion version)
{
    m_skipped = false;
    std::fill(m_fields.begin(), m_fields.end(), version);
}

void ConflictChoice::choose(int field, RowVersion version)
{
    if (m_skipped || m_wholeRow)
        chooseAll(m_wholeRow ? version : RowVersion::Theirs);
    m_fields[static_cast<size_t>(field)] = version;
}

std::optional<RowVersion> ConflictChoice::single() const
{
    if (m_wholeRow)
        return m_fields.front();
    std::optional<RowVersion> version;
    for (int field = 0; field < fieldCount(); ++field) {
        if (!differs(field))
            continue;
        if (version && *version != chosen(field))
            return std::nullopt;
        version = chosen(field);
    }
    return version.value_or(m_fields.front());
}

std::optional<Row> ConflictChoice::composed() const
{
    if (m_skipped)
        return m_conflict.theirs;
    if (m_wholeRow)
        return row(m_fields.front());
    Row cells;
    for (int field = 0; field < fieldCount(); ++field)
        cells.push_back(cell(chosen(field), field));
    return cells;
}

std::optional<RowResolution> ConflictChoice::resolution() const
{
    std::optional<Row> wanted = composed();
    if (wanted == m_conflict.theirs)
        return std::nullopt;
    return RowResolution{m_conflict, std::move(wanted)};
}

} // namespace tagsmith
