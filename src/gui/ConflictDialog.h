// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace Ui
{
class ConflictDialog;
}

namespace tagsmith
{

class ConflictChoice;
class ConflictFieldsModel;
enum class RowVersion;

/**
 * Shows rows that others have changed meanwhile, in three versions, field by field, to choose from.
 * A row for which nothing is chosen is skipped: theirs stays. Shown with open(); it is closed by
 * the time resolved() or rejected() is emitted.
 */
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p conflicts: at least one. @p title says what met them, for example "Undo". */
    ConflictDialog(const std::vector<RowConflict> &conflicts, const QString &title,
                   QWidget *parent = nullptr);
    ~ConflictDialog() override;

    /** The rows that shall become something else than theirs; the others are skipped. */
    std::vector<RowResolution> resolutions() const;

    void accept() override;

signals:
    /** The user has chosen; @p resolutions are as in resolutions(), and may be none. */
    void resolved(const std::vector<tagsmith::RowResolution> &resolutions);

private:
    void connectButtons();
    void showRow(int row);
    void chooseForRow(std::optional<RowVersion> version);
    void chooseForAll(std::optional<RowVersion> version);
    void showChoice(int row);
    void showChoices();

    std::unique_ptr<Ui::ConflictDialog> m_ui;
    std::vector<ConflictChoice> m_choices;
    ConflictFieldsModel *m_fields;
};

} // namespace tagsmith
