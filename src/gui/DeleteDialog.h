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

signals:
    /** The user would rather merge the tags into another one; the dialog has closed. */
    void mergeRequested();

protected:
    void updateState() override;

private:
    void addButtons();
    void showQuestion();
    void tryDeletion();

    TagRepository &m_repository;
    TagSource m_source;
    ChosenTags m_tags;
    std::unique_ptr<Ui::DeleteDialog> m_ui;
    QPushButton *m_deleteButton = nullptr;
    QPushButton *m_mergeButton = nullptr;
};

} // namespace tagsmith
