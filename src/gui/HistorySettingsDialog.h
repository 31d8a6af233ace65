// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"
#include "repository/TagRepository.h"

#include <QDateTime>
#include <QDialog>

#include <memory>

namespace Ui
{
class HistorySettingsDialog;
}

namespace tagsmith
{

class Prompts;

/** How long the journal of a database keeps its operations; and forgetting older ones at once. */
class HistorySettingsDialog : public QDialog
{
    Q_OBJECT

public:
    HistorySettingsDialog(TagRepository &repository, const Profile &profile, Prompts &prompts,
                          QWidget *parent = nullptr);
    ~HistorySettingsDialog() override;

signals:
    /** Operations may have been forgotten. */
    void changed();

private:
    void load();
    void showState(const Result<JournalState> &answer);
    void save();
    void countAndConfirm();
    /** Adds to @p found those of one page that are older than @p before, and goes on. */
    void count(const QDateTime &before, qint64 below, qint64 found);
    void confirm(const QDateTime &before, qint64 count);
    void clear(const QDateTime &before);
    void setBusy(bool busy);
    void showProblem(const Error &error);

    TagRepository &m_repository;
    Profile m_profile;
    Prompts &m_prompts;
    std::unique_ptr<Ui::HistorySettingsDialog> m_ui;
};

} // namespace tagsmith
