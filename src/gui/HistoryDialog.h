// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/OperationEntry.h"
#include "core/Receipt.h"
#include "repository/TagRepository.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QPushButton;

namespace Ui
{
class HistoryDialog;
}

namespace tagsmith
{

class HistoryDelegate;
class HistoryModel;
class JournalConsent;
class Prompts;
class RowChangeModel;
class UndoCommands;

/** What the history window needs of the window it belongs to. */
struct HistoryContext
{
    TagRepository &repository;
    UndoCommands &undo;
    JournalConsent &consent;
    Prompts &prompts;
};

/**
 * The operations of a vocabulary, each with its rows before and after; takes any of them back, once
 * a dry run has shown what that comes to. Beside the main window, not in front of it.
 */
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(const HistoryContext &context, const TagSource &source,
                  QWidget *parent = nullptr);
    ~HistoryDialog() override;

    /** Shows another vocabulary. */
    void setSource(const TagSource &source);
    /** Something may have been done since. */
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Step = std::function<void(const TagSource &)>;

    void addButtons();
    void prepareTables();
    void connectParts();
    void setIcons();
    void updatePage();
    void updateButtons();
    const OperationEntry *current() const;

    void showCurrent();
    void showDetails(const Result<OperationDetails> &answer);
    void showNote(const QString &note);
    void copyDetails() const;

    /** Goes on with the vocabulary that @p entry is about. */
    void withSource(const OperationEntry &entry, const Step &step);
    void tryUndo();
    void receiveTrial(const TagSource &source, const OperationEntry &entry,
                      const Result<Receipt> &answer);
    void confirm(const TagSource &source, const OperationEntry &entry, const QString &outcome,
                 bool inConflict);
    void openSettings();

    HistoryContext m_context;
    TagSource m_source;
    std::unique_ptr<Ui::HistoryDialog> m_ui;
    HistoryModel *m_model;
    RowChangeModel *m_changes;
    HistoryDelegate *m_delegate;
    QPushButton *m_undoButton = nullptr;
    QPushButton *m_copyButton = nullptr;
    QTimer m_searchDelay;
    QString m_shownId; ///< the operation whose details are shown, or on their way
    std::optional<OperationDetails> m_details;
    quint64 m_detailsGeneration = 0;
    CancelToken m_detailsToken;
    quint64 m_trialGeneration = 0; ///< answers to a trial of another operation are dropped
    CancelToken m_trialToken;
    bool m_isTrying = false;
};

} // namespace tagsmith
