// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportCorrections.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace tagsmith
{

namespace
{

void sortOnce(std::vector<qint64> &lines)
{
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

} // namespace

void ImportCorrections::correct(qint64 line, const QString &fileColumn, const Cell &value,
                                int position)
{
    if (position == wholeField) {
        m_values.erase(m_values.lower_bound({line, fileColumn, 0}),
                       m_values.upper_bound({line, fileColumn, std::numeric_limits<int>::max()}));
    }
    m_values[{line, fileColumn, position}] = value;
}

void ImportCorrections::revert(std::vector<qint64> lines)
{
    sortOnce(lines);
    std::erase_if(m_values, [&lines](const auto &entry) {
        return std::binary_search(lines.begin(), lines.end(), std::get<qint64>(entry.first));
    });
}

std::optional<Cell> ImportCorrections::find(qint64 line, const QString &fileColumn,
                                            int position) const
{
    const auto found = m_values.find({line, fileColumn, position});
    return found == m_values.end() ? std::nullopt : std::optional<Cell>(found->second);
}

bool ImportCorrections::hasSingleNames() const
{
    return std::any_of(m_values.begin(), m_values.end(),
                       [](const auto &entry) { return std::get<int>(entry.first) != wholeField; });
}

std::pair<ImportCorrections::Values::const_iterator, ImportCorrections::Values::const_iterator>
ImportCorrections::valuesOf(qint64 line) const
{
    return {m_values.lower_bound({line, QString(), wholeField}),
            m_values.lower_bound({line + 1, QString(), wholeField})};
}

bool ImportCorrections::isCorrected(qint64 line) const
{
    const auto [begin, end] = valuesOf(line);
    return begin != end;
}

bool ImportCorrections::isSameFor(qint64 line, const ImportCorrections &other) const
{
    const auto [begin, end] = valuesOf(line);
    const auto [otherBegin, otherEnd] = other.valuesOf(line);
    return isLeftOut(line) == other.isLeftOut(line) && std::equal(begin, end, otherBegin, otherEnd);
}

void ImportCorrections::leaveOut(std::vector<qint64> lines)
{
    sortOnce(lines);
    std::vector<qint64> all;
    all.reserve(lines.size() + m_leftOut.size());
    std::set_union(m_leftOut.begin(), m_leftOut.end(), lines.begin(), lines.end(),
                   std::back_inserter(all));
    m_leftOut = std::move(all);
}

void ImportCorrections::takeAgain(std::vector<qint64> lines)
{
    sortOnce(lines);
    std::vector<qint64> rest;
    std::set_difference(m_leftOut.begin(), m_leftOut.end(), lines.begin(), lines.end(),
                        std::back_inserter(rest));
    m_leftOut = std::move(rest);
}

bool ImportCorrections::isLeftOut(qint64 line) const
{
    return std::binary_search(m_leftOut.begin(), m_leftOut.end(), line);
}

void ImportCorrections::addTo(ImportRequest &request) const
{
    request.corrections.reserve(m_values.size());
    for (const auto &[field, value] : m_values) {
        const auto &[line, fileColumn, position] = field;
        request.corrections.push_back({line, fileColumn, value, position});
    }
    request.leftOut = m_leftOut;
}

} // namespace tagsmith
