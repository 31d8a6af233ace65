// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/Vocabulary.h"
#include "gui/ImportMappingChoice.h"

#include <QHash>
#include <QScrollArea>

#include <vector>

class QComboBox;
class QFormLayout;

namespace tagsmith
{

class ImportConstantEditor;

/**
 * For each column of the file a choice: the column of the table that it fills, or none. Below, for
 * each column of the table beside key and name, a fixed value that fills it in every record.
 */
class ImportMappingWidget : public QScrollArea
{
    Q_OBJECT

public:
    explicit ImportMappingWidget(QWidget *parent = nullptr);

    void setVocabulary(const Vocabulary &vocabulary) { m_vocabulary = vocabulary; }
    /** Shows the columns of @p preview; what the user chose stays where they are the same. */
    void setPreview(const ImportPreview &preview);
    /** Fills @p mapping instead of what is proposed, with a note that it is remembered. */
    void setRemembered(const std::vector<ColumnMapping> &mapping);
    /** Shows what the preview proposed, without the note. */
    void showProposal();
    void clear();
    void clearConstants();

    const ImportMappingChoice &mapping() const { return m_mapping; }

signals:
    /** The user has chosen another column, or another fixed value. */
    void changed();
    /** The user wants the proposal, now and from now on. */
    void forgetRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addNote(QFormLayout *form, std::vector<QWidget *> &order);
    void addColumns(QFormLayout *form, std::vector<QWidget *> &order);
    QComboBox *makeChoice(int fileColumn);
    void addConstants(QFormLayout *form, std::vector<QWidget *> &order);
    ImportConstantEditor *makeConstant(int column);
    void rebuild();
    /** Shows what a choice has changed elsewhere. */
    void refresh();

    Vocabulary m_vocabulary;
    ImportMappingChoice m_mapping;
    std::vector<ColumnMapping> m_proposal;
    bool m_isRemembered = false;
    std::vector<QComboBox *> m_choices;             ///< by column of the file
    QHash<int, ImportConstantEditor *> m_constants; ///< by column of the table
};

} // namespace tagsmith
