// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/ChangeDialog.h"
#include "gui/ChangePreview.h"
#include "gui/ChosenTag.h"
#include "repository/TagRepository.h"

#include <memory>

class QPushButton;

namespace Ui
{
class RenameDialog;
}

namespace tagsmith
{

/**
 * Renames a tag. The rename is tried out first: one that touches nothing but the tag's own row is
 * then done at once, any other is shown before.
 */
class RenameDialog : public ChangeDialog
{
    Q_OBJECT

public:
    RenameDialog(TagRepository &repository, const TagSource &source, const ChosenTag &tag,
                 QWidget *parent = nullptr);
    ~RenameDialog() override;

    /** Shows the rename to @p newName, which was tried out already. */
    void showTried(const QString &newName, const ShownReceipt &tried);
    QString newName() const;

signals:
    /** Another tag has the name, and the user wants to merge with it; the dialog has closed. */
    void mergeRequested(const QString &existingName);

protected:
    void updateState() override;

private:
    void addButtons();
    void makeRoom(ChangePreview::State state);
    void onInputChanged();
    void submit();
    void onRefused(const Error &error);
    void resolve(const RowConflict &conflict);
    void setTag(const QString &name);
    Change change() const;

    TagRepository &m_repository;
    TagSource m_source;
    ChosenTag m_tag;
    std::unique_ptr<Ui::RenameDialog> m_ui;
    QPushButton *m_renameButton = nullptr;
    QPushButton *m_mergeButton = nullptr;
    bool m_applyWhenPlain = false; ///< the user has not seen a preview of this name yet
    bool m_nameIsTaken = false;
};

} // namespace tagsmith
