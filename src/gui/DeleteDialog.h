// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/ChangeDialog.h"
#include "gui/ChosenTag.h"
#include "repository/TagRepository.h"

#include <memory>

class QPushButton;

namespace Ui
{
class DeleteDialog;
}

namespace tagsmith
{

/** Asks whether to delete tags, and shows what goes with them; in use, they can be merged instead.
 */
class DeleteDialog : public ChangeDialog
{
    Q_OBJECT

public:
    DeleteDialog(TagRepository &repository, const TagSource &source, const ChosenTags &tags,
                 QWidget *parent = nullptr);
    ~DeleteDialog() override;

    /** The tags to be deleted: those that were picked, but for what others have changed. */
    const ChosenTags &tags() const { return m_tags; }

signals:
    /** The user would rather merge the tags into another one; the dialog has closed. */
    void mergeRequested();

protected:
    void updateState() override;

private:
    void addButtons();
    void showQuestion();
    void tryDeletion();
    void onRefused(const Error &error);
    void goOnWith(const ChosenTags &tags);

    TagRepository &m_repository;
    TagSource m_source;
    ChosenTags m_tags;
    std::vector<RowConflict> m_conflicts;
    std::unique_ptr<Ui::DeleteDialog> m_ui;
    QPushButton *m_deleteButton = nullptr;
    QPushButton *m_mergeButton = nullptr;
};

} // namespace tagsmith
