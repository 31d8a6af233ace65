// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Pending.h"
#include "core/Receipt.h"
#include "gui/ChangeSummary.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tagsmith
{

class DialogMessage;
class ReceiptView;

/** A change that can be tried and done. */
struct Change
{
    /** Starts it: a dry run, or the real run, which stops where it differs from @p shown. */
    std::function<Pending<Receipt>(bool dryRun, const ShownReceipt &shown)> run;
    ChangeSubject subject;
    QString applyingLabel; ///< shown during the real run
};

/** What a user can do where others have changed the tags of a change. */
struct ConflictOffer
{
    QString text;          ///< what has become of the tags, in lines
    bool leaveOut = false; ///< the others can be dealt with alone
};

/**
 * Shows what a change would do, from a dry run of it, and then does it. A new change overtakes the
 * one before it, whose answer is dropped. Where the database has moved on since the dry run, the
 * real run changes nothing; the dry run is then repeated.
 */
class ChangePreview : public QWidget
{
    Q_OBJECT

public:
    enum class State { Idle, Trying, Ready, Failed, Applying };

    explicit ChangePreview(QWidget *parent = nullptr);
    ~ChangePreview() override;

    /** Tries @p change and shows the outcome. */
    void setChange(const Change &change);
    /** The same where the dry run was made already. */
    void setChange(const Change &change, const ShownReceipt &tried);
    /** There is nothing to try; @p sentence says what is missing. */
    void setNothing(const QString &sentence);
    /** Does what is shown; only while Ready. applied() or a new state follows. */
    void apply();
    /** Stops what runs; its answer still comes, and isBusy() until then. */
    void cancel();

    State state() const { return m_state; }
    bool isBusy() const { return m_state == State::Trying || m_state == State::Applying; }
    /**
     * Shows what has become of the tags, when refused() tells of conflicts; leaveOutRequested() or
     * lookAgainRequested() may follow.
     */
    void offer(const ConflictOffer &offer);
    /** What the dry run found; only while Ready. */
    const ShownReceipt &receipt() const { return m_receipt; }

signals:
    void stateChanged();
    /** The dry run failed, which is shown in place. */
    void refused(const tagsmith::Error &error);
    /** The user wants the change without the tags in conflict. */
    void leaveOutRequested();
    /** The user wants the change with the tags as they are by now. */
    void lookAgainRequested();
    /** It is done. */
    void applied(const tagsmith::Receipt &receipt);

private:
    void tryChange();
    void receiveTrial(const Result<Receipt> &answer);
    void receiveRun(const Result<Receipt> &answer);
    void showReady(const ShownReceipt &receipt);
    void showAttempts(const Pending<Receipt> &pending);
    void showFailure(const Error &error);
    void setState(State state);

    DialogMessage *m_message;
    ReceiptView *m_view;
    QWidget *m_busyArea;
    QLabel *m_busyLabel;
    QPushButton *m_cancelButton;
    QPushButton *m_retryButton;
    QPushButton *m_leaveOutButton;
    QPushButton *m_lookAgainButton;

    std::optional<Change> m_change;
    ShownReceipt m_receipt;
    State m_state = State::Idle;
    CancelToken m_token;
    quint64 m_generation = 0; ///< answers to an earlier change are dropped
    bool m_hasMoved = false;  ///< the dry run is repeated because the database has changed
};

} // namespace tagsmith
