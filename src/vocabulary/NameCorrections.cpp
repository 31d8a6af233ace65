// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NameCorrections.h"

#include <algorithm>

namespace tagsmith
{

NameCorrections::NameCorrections(const ImportRequest &request)
{
    for (const RecordCorrection &correction : request.corrections) {
        if (correction.position >= 0) {
            m_names.push_back({correction.line, static_cast<size_t>(correction.position),
                               correction.value.value_or(QString()).trimmed()});
        }
    }
    // Of two for the same name the later one holds.
    std::stable_sort(m_names.begin(), m_names.end(),
                     [](const Name &left, const Name &right) { return left.line < right.line; });
}

bool NameCorrections::apply(qint64 line, std::vector<QStringView> &names) const
{
    auto name =
        std::lower_bound(m_names.begin(), m_names.end(), line,
                         [](const Name &each, qint64 wanted) { return each.line < wanted; });
    if (name == m_names.end() || name->line != line)
        return false;
    for (; name != m_names.end() && name->line == line; ++name) {
        if (name->position < names.size())
            names[name->position] = name->text;
    }
    return true;
}

} // namespace tagsmith
