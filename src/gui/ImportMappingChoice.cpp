// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportMappingChoice.h"

#include <algorithm>

namespace tagsmith
{

ImportMappingChoice::ImportMappingChoice(const Vocabulary &vocabulary, const ImportPreview &preview)
    : m_vocabulary(vocabulary), m_fileColumns(preview.columns),
      m_targets(static_cast<size_t>(preview.columns.size()), leftOut)
{
    for (const ColumnMapping &entry : preview.mapping) {
        const qsizetype fileColumn = m_fileColumns.indexOf(entry.fileColumn);
        if (fileColumn >= 0)
            m_targets[static_cast<size_t>(fileColumn)] = m_vocabulary.indexOf(entry.column);
    }
}

void ImportMappingChoice::setTarget(int fileColumn, int target)
{
    m_targets[static_cast<size_t>(fileColumn)] = target;
}

QString ImportMappingChoice::problem() const
{
    for (int column = 0; column < static_cast<int>(m_vocabulary.columns.size()); ++column) {
        const auto count = std::count(m_targets.cbegin(), m_targets.cend(), column);
        const QString &name = m_vocabulary.columns[static_cast<size_t>(column)].name;
        if (count > 1)
            return tr("More than one column of the file fills “%1”; leave all but one out.")
                .arg(name);
        if (count == 0 && column == m_vocabulary.nameColumn)
            return tr("No column of the file fills “%1”, the name of the tag; choose the one "
                      "that does.")
                .arg(name);
    }
    return {};
}

std::vector<ColumnMapping> ImportMappingChoice::toRequest() const
{
    std::vector<ColumnMapping> mapping;
    for (size_t i = 0; i < m_targets.size(); ++i) {
        if (m_targets[i] == leftOut)
            continue;
        mapping.push_back({m_fileColumns[static_cast<qsizetype>(i)],
                           m_vocabulary.columns[static_cast<size_t>(m_targets[i])].name});
    }
    return mapping;
}

} // namespace tagsmith
