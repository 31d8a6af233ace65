// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/Vocabulary.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** Which column of the table each column of a file fills, while the user still chooses. */
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
    /** The index into the vocabulary's columns, or leftOut. */
    int target(int fileColumn) const { return m_targets[static_cast<size_t>(fileColumn)]; }
    void setTarget(int fileColumn, int target);

    /** One sentence for what makes an import impossible; empty where it is possible. */
    QString problem() const;
    std::vector<ColumnMapping> toRequest() const;

private:
    Vocabulary m_vocabulary;
    QStringList m_fileColumns;
    std::vector<int> m_targets; ///< for each column of the file
};

} // namespace tagsmith
