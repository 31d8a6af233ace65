// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/Vocabulary.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/**
 * What fills the columns of the table, while the user still chooses: columns of the file, and
 * values that are the same for every record.
 */
class ImportMappingChoice
{
    Q_DECLARE_TR_FUNCTIONS(ImportMappingChoice)

public:
    /** Stands for a column of the file that is left out. */
    static constexpr int leftOut = -1;

    ImportMappingChoice() = default;
    /** Begins with what the preview proposes. */
    ImportMappingChoice(const Vocabulary &vocabulary, const ImportPreview &preview);

    const QStringList &fileColumns() const { return m_fileColumns; }
    /** Whether the file's column @p fileColumn says what to do, and so fills none. */
    bool isAction(int fileColumn) const { return isCalled(fileColumn, m_actionColumn); }
    /** Whether it says what to rename to or to merge into, and so fills none. */
    bool isTarget(int fileColumn) const { return isCalled(fileColumn, m_targetColumn); }
    /** Lines of merges fill no columns, so that there is nothing to choose. */
    ImportContent content() const { return m_content; }
    /** Fills what @p mapping says, and nothing else of the file's; fixed values give way. */
    void setMapping(const std::vector<ColumnMapping> &mapping);
    /** The index into the vocabulary's columns, or leftOut. */
    int target(int fileColumn) const { return m_targets[static_cast<size_t>(fileColumn)]; }
    /** A fixed value of the column @p target gives way to the file's. */
    void setTarget(int fileColumn, int target);
    /** The file's column with the names, or -1. */
    int nameField() const;

    /** Fills the table's column @p column with @p value; what the file has for it is left out. */
    void setConstant(int column, const Cell &value);
    /** What the file had for @p column fills it again. */
    void clearConstant(int column);
    bool isConstant(int column) const { return m_constants.contains(column); }
    Cell constant(int column) const { return m_constants.value(column); }
    /** The fixed values of another choice for the same vocabulary, instead of its own. */
    void setConstantsOf(const ImportMappingChoice &other);

    /** One sentence for what makes an import impossible; empty where it is possible. */
    QString problem() const;
    std::vector<ColumnMapping> toRequest() const;
    std::vector<ColumnValue> constants() const;

private:
    bool isCalled(int fileColumn, const QString &heading) const
    {
        return !heading.isEmpty() && m_fileColumns[fileColumn] == heading;
    }

    Vocabulary m_vocabulary;
    QStringList m_fileColumns;
    QString m_actionColumn; ///< empty: there is none
    QString m_targetColumn;
    ImportContent m_content = ImportContent::Tags;
    std::vector<int> m_targets;  ///< for each column of the file
    QMap<int, Cell> m_constants; ///< by column of the table
    QHash<int, int> m_displaced; ///< columns of the file left out, and what they filled before
};

} // namespace tagsmith
