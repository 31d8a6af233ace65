// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/ChangeDialog.h"
#include "gui/TagChoice.h"
#include "repository/TagRepository.h"

#include <memory>

class QPushButton;

namespace Ui
{
class MergeDialog;
}

namespace tagsmith
{

class RowsModel;

/**
 * Merges tags into one that is chosen among them, or into another tag of the vocabulary; what would
 * happen is tried out whenever the choice changes.
 */
class MergeDialog : public ChangeDialog
{
    Q_OBJECT

public:
    /** @p vocabulary are the tags to choose another target from. */
    MergeDialog(TagRepository &repository, const TagSource &source, const SnapshotPtr &vocabulary,
                const ChosenTags &tags, QWidget *parent = nullptr);
    ~MergeDialog() override;

    /** Proposes the tag that stays. */
    void setTarget(const ChosenTag &target);
    /** The tag that stays, as it is chosen. */
    const std::optional<ChosenTag> &target() const;
    /** The tags that would go. */
    ChosenTags sources() const;

protected:
    void updateState() override;

private:
    void showTags();
    void proposeTarget();
    void tryMerge();
    void onRefused(const Error &error);
    void leaveOut();
    void lookAgain();
    void showAnew(const std::optional<ChosenTag> &stays);
    /** Every tag that the merge is about. */
    ChosenTags involved() const;

    TagRepository &m_repository;
    TagSource m_source;
    SnapshotPtr m_vocabulary;
    ChosenTags m_tags;
    bool m_isAmong; ///< the tag that stays is one of those that were picked
    std::vector<RowConflict> m_conflicts;
    std::unique_ptr<Ui::MergeDialog> m_ui;
    RowsModel *m_model;
    QPushButton *m_mergeButton;
};

} // namespace tagsmith
