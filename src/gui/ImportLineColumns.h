// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportRequest.h"
#include "core/Vocabulary.h"

#include <QStringList>

namespace tagsmith
{

/** The columns of the table that shows the lines of an import, and what of the file is in each. */
class ImportLineColumns
{
public:
    /** The columns before those of the values. */
    enum Fixed { Line, Verdict, Name, FirstValue };

    ImportLineColumns() = default;
    /** Those for @p account, the preview of @p request. */
    ImportLineColumns(const ImportAccount &account, const ImportRequest &request,
                      const Vocabulary &vocabulary);

    int count() const { return reason() + 1; }
    int target() const { return m_hasTargets ? equals() - 1 : -1; }
    int equals() const { return FirstValue + valueCount() + (m_hasTargets ? 1 : 0); }
    int reason() const { return equals() + 1; }
    bool isValue(int column) const
    {
        return column >= FirstValue && column < FirstValue + valueCount();
    }
    /** Whether @p column shows something that may stand in the file. */
    bool hasCell(int column) const
    {
        return column == Name || isValue(column) ||
               (m_hasTargets && column == target() && !m_targetColumn.isEmpty());
    }
    /** The column of the file behind @p column; empty where none is, as with a fixed value. */
    QString fileColumn(int column) const
    {
        if (!hasCell(column))
            return {};
        return column == target() ? m_targetColumn : m_fileColumns.value(column - Name);
    }
    /** That of the table; empty where @p column is none of its. */
    QString tableColumn(int column) const
    {
        return hasCell(column) ? m_tableColumns.value(column - Name) : QString();
    }

private:
    int valueCount() const
    {
        return static_cast<int>(qMax<qsizetype>(1, m_tableColumns.size())) - 1;
    }

    QStringList m_tableColumns; ///< of the name and of each value
    QStringList m_fileColumns;
    QString m_targetColumn; ///< of the file
    bool m_hasTargets = false;
};

} // namespace tagsmith
