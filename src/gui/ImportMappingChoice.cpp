// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportMappingChoice.h"

#include "core/TagRules.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportMappingChoice::ImportMappingChoice(const Vocabulary &vocabulary, const ImportPreview &preview)
    : m_vocabulary(vocabulary), m_fileColumns(preview.columns),
      m_actionColumn(preview.actionColumn), m_targetColumn(preview.targetColumn),
      m_content(preview.content), m_targets(static_cast<size_t>(preview.columns.size()), leftOut)
{
    setMapping(preview.mapping);
}

void ImportMappingChoice::setMapping(const std::vector<ColumnMapping> &mapping)
{
    m_displaced.clear();
    std::fill(m_targets.begin(), m_targets.end(), leftOut);
    for (const ColumnMapping &entry : mapping) {
        const auto fileColumn = static_cast<int>(m_fileColumns.indexOf(entry.fileColumn));
        if (fileColumn >= 0 && !isAction(fileColumn) && !isTarget(fileColumn))
            setTarget(fileColumn, m_vocabulary.indexOf(entry.column));
    }
}

void ImportMappingChoice::setTarget(int fileColumn, int target)
{
    m_targets[static_cast<size_t>(fileColumn)] = target;
    m_displaced.remove(fileColumn);
    if (target != leftOut)
        m_constants.remove(target);
}

int ImportMappingChoice::nameField() const
{
    if (m_content == ImportContent::Merges)
        return static_cast<int>(m_fileColumns.indexOf("name"_L1));
    const auto found = std::find(m_targets.cbegin(), m_targets.cend(), m_vocabulary.nameColumn);
    return found == m_targets.cend() ? -1 : static_cast<int>(found - m_targets.cbegin());
}

void ImportMappingChoice::setConstant(int column, const Cell &value)
{
    m_constants.insert(column, value);
    for (size_t i = 0; i < m_targets.size(); ++i) {
        if (m_targets[i] != column)
            continue;
        m_targets[i] = leftOut;
        m_displaced.insert(static_cast<int>(i), column);
    }
}

void ImportMappingChoice::clearConstant(int column)
{
    m_constants.remove(column);
    for (size_t i = 0; i < m_targets.size(); ++i) {
        if (m_displaced.value(static_cast<int>(i), leftOut) == column)
            m_targets[i] = m_displaced.take(static_cast<int>(i));
    }
}

void ImportMappingChoice::setConstantsOf(const ImportMappingChoice &other)
{
    m_constants.clear();
    for (auto it = other.m_constants.cbegin(); it != other.m_constants.cend(); ++it)
        setConstant(it.key(), it.value());
}

QString ImportMappingChoice::problem() const
{
    if (m_content == ImportContent::Merges)
        return {};
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
        if (!isConstant(column))
            continue;
        if (const auto error =
                checkValue(m_vocabulary.columns[static_cast<size_t>(column)], constant(column)))
            return error->message;
    }
    return {};
}

std::vector<ColumnMapping> ImportMappingChoice::toRequest() const
{
    if (m_content == ImportContent::Merges)
        return {};
    std::vector<ColumnMapping> mapping;
    for (size_t i = 0; i < m_targets.size(); ++i) {
        if (m_targets[i] == leftOut)
            continue;
        mapping.push_back({m_fileColumns[static_cast<qsizetype>(i)],
                           m_vocabulary.columns[static_cast<size_t>(m_targets[i])].name});
    }
    return mapping;
}

std::vector<ColumnValue> ImportMappingChoice::constants() const
{
    if (m_content == ImportContent::Merges)
        return {};
    std::vector<ColumnValue> values;
    for (auto it = m_constants.cbegin(); it != m_constants.cend(); ++it)
        values.push_back({m_vocabulary.columns[static_cast<size_t>(it.key())].name, it.value()});
    return values;
}

} // namespace tagsmith
