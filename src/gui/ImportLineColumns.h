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
    /** The columns that are always the first ones. */
    enum Fixed { Line, Verdict };

    ImportLineColumns() = default;
    /** Those for @p account, the preview of @p request. */
    ImportLineColumns(const ImportAccount &account, const ImportRequest &request,
                      const Vocabulary &vocabulary);

    int count() const { return reason() + 1; }
    /** What the word of a sheet is for; -1 where there is none. */
    int action() const { return m_actionColumn.isEmpty() ? -1 : Verdict + 1; }
    int name() const { return Verdict + (m_actionColumn.isEmpty() ? 1 : 2); }
    int firstValue() const { return name() + 1; }
    int target() const { return m_hasTargets ? equals() - 1 : -1; }
    int equals() const { return firstValue() + valueCount() + (m_hasTargets ? 1 : 0); }
    int reason() const { return equals() + 1; }
    bool isValue(int column) const
    {
        return column >= firstValue() && column < firstValue() + valueCount();
    }
    /** Whether @p column shows something that may stand in the file. */
    bool hasCell(int column) const
    {
        return column == name() || isValue(column) || (m_hasTargets && column == target()) ||
               (column >= 0 && column == action());
    }
    /** The column of the file behind @p column; empty where none is, as with a fixed value. */
    QString fileColumn(int column) const;
    /** That of the table; empty where @p column is none of its. */
    QString tableColumn(int column) const
    {
        return column == name() || isValue(column) ? m_tableColumns.value(column - name())
                                                   : QString();
    }
    /** Whether @p column may be NULL in the table, and what it holds. */
    bool isNullable(int column) const { return m_nullable.value(column - name()); }
    ColumnType type(int column) const { return m_types.value(column - name(), ColumnType::Text); }

private:
    int valueCount() const
    {
        return static_cast<int>(qMax<qsizetype>(1, m_tableColumns.size())) - 1;
    }

    // Of the name and of each value:
    QStringList m_tableColumns;
    QStringList m_fileColumns;
    QList<bool> m_nullable;
    QList<ColumnType> m_types;
    QString m_actionColumn; ///< of the file, where each line has an action of its own
    QString m_targetColumn; ///< of the file
    bool m_hasTargets = false;
};

} // namespace tagsmith
