// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/MappingTrial.h"
#include "core/Result.h"
#include "core/VocabularyMapping.h"

#include <QWidget>

#include <optional>
#include <vector>

class QListWidget;
class QPushButton;
class QTableWidget;

namespace tagsmith
{

class ColumnChoice;

/** The columns of other tables that hold a tag: those that are followed, and likely ones. */
class MappingReferencesPage : public QWidget
{
    Q_OBJECT

public:
    explicit MappingReferencesPage(QWidget *parent = nullptr);

    void setTables(const std::vector<TableOutline> &tables);
    /** @p vocabularyColumns: what a reference may hold beside the key. */
    void setVocabularyColumns(const QStringList &vocabularyColumns);
    void setReferences(const std::vector<Reference> &references);
    /** Likely references, with a check box to follow each; those that are followed are left out. */
    void setSuggestions(const std::vector<SuggestedReference> &suggestions);

    /** What is shown, with the suggestions that were checked. */
    std::vector<Reference> references() const;
    /** The first row that is not filled in; nothing where all are. */
    std::optional<Error> problem() const;

signals:
    void changed();

private:
    void addRow(const Reference &reference);
    void addEmptyRow();
    void removeChosenRow();
    Reference referenceAt(int row) const;
    ColumnChoice *choiceAt(int row, int column) const;

    std::vector<TableOutline> m_tables;
    QStringList m_vocabularyColumns;
    std::vector<Reference> m_references; ///< as they came; row by row
    std::vector<SuggestedReference> m_suggestions;
    QTableWidget *m_table;
    QPushButton *m_removeButton;
    QListWidget *m_suggestionList;
    QWidget *m_suggestionBox;
};

} // namespace tagsmith
