// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ChangePreview.h"

#include "gui/AttemptText.h"
#include "gui/DialogMessage.h"
#include "gui/ReceiptView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ChangePreview::ChangePreview(QWidget *parent)
    : QWidget(parent), m_message(new DialogMessage(this)), m_view(new ReceiptView(this)),
      m_busyArea(new QWidget(this)), m_busyLabel(new QLabel(m_busyArea)),
      m_cancelButton(new QPushButton(tr("St&op"), m_busyArea)),
      m_retryButton(new QPushButton(tr("Tr&y again"), this)),
      m_leaveOutButton(new QPushButton(tr("Leave &them out"), this)),
      m_lookAgainButton(new QPushButton(tr("&Look again"), this))
{
    m_message->setObjectName(u"previewMessage"_s);
    m_view->setObjectName(u"receiptView"_s);
    m_busyLabel->setObjectName(u"busyLabel"_s);
    m_busyLabel->setTextFormat(Qt::PlainText);
    m_cancelButton->setObjectName(u"stopButton"_s);
    m_retryButton->setObjectName(u"retryButton"_s);
    m_leaveOutButton->setObjectName(u"leaveOutButton"_s);
    m_leaveOutButton->setToolTip(tr("Go on without the tags that others have changed"));
    m_lookAgainButton->setObjectName(u"lookAgainButton"_s);
    m_lookAgainButton->setToolTip(tr("Go on with the tags as they are by now"));
    for (QPushButton *button : {m_cancelButton, m_retryButton, m_leaveOutButton, m_lookAgainButton})
        button->setAutoDefault(false);

    auto *bar = new QProgressBar(m_busyArea);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("The change is being worked out"));
    auto *busyLayout = new QHBoxLayout(m_busyArea);
    busyLayout->setContentsMargins(0, 0, 0, 0);
    busyLayout->addWidget(m_busyLabel);
    busyLayout->addWidget(bar, 1);
    busyLayout->addWidget(m_cancelButton);
    QSizePolicy policy = m_busyArea->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_busyArea->setSizePolicy(policy);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    auto *ways = new QHBoxLayout;
    for (QPushButton *button : {m_retryButton, m_leaveOutButton, m_lookAgainButton})
        ways->addWidget(button);
    ways->addStretch(1);
    layout->addLayout(ways);
    layout->addWidget(m_view, 1);
    layout->addStretch(0);
    layout->addWidget(m_busyArea);

    connect(m_cancelButton, &QPushButton::clicked, this, &ChangePreview::cancel);
    connect(m_retryButton, &QPushButton::clicked, this, &ChangePreview::tryChange);
    connect(m_leaveOutButton, &QPushButton::clicked, this, &ChangePreview::leaveOutRequested);
    connect(m_lookAgainButton, &QPushButton::clicked, this, &ChangePreview::lookAgainRequested);
    setState(State::Idle);
}

ChangePreview::~ChangePreview()
{
    m_token.cancel();
}

void ChangePreview::setChange(const Change &change)
{
    m_hasMoved = false;
    m_change = change;
    tryChange();
}

void ChangePreview::setChange(const Change &change, const ShownReceipt &tried)
{
    cancel();
    ++m_generation;
    m_hasMoved = false;
    m_change = change;
    showReady(tried);
}

void ChangePreview::setNothing(const QString &sentence)
{
    cancel();
    ++m_generation;
    m_change.reset();
    m_receipt.reset();
    m_view->clear();
    if (sentence.isEmpty())
        m_message->clear();
    else
        m_message->showInformation(sentence);
    setState(State::Idle);
}

void ChangePreview::cancel()
{
    m_token.cancel();
    m_cancelButton->setEnabled(false);
}

void ChangePreview::tryChange()
{
    cancel();
    m_receipt.reset();
    const quint64 generation = ++m_generation;
    const Pending<Receipt> pending = m_change->run(true, nullptr);
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<Receipt> &answer) {
        if (generation == m_generation)
            receiveTrial(answer);
    });
    m_busyLabel->setText(tr("Trying it out, without changing anything…"));
    setState(State::Trying);
    showAttempts(pending);
}

void ChangePreview::receiveTrial(const Result<Receipt> &answer)
{
    if (answer) {
        showReady(std::make_shared<const Receipt>(*answer));
        return;
    }
    showFailure(answer.error());
    emit refused(answer.error());
}

void ChangePreview::showReady(const ShownReceipt &receipt)
{
    m_receipt = receipt;
    m_view->setReceipt(receipt, m_change->subject);
    if (m_hasMoved)
        m_message->showWarning(tr("Nothing was changed, because the database is no longer as it "
                                  "was shown. This is how it stands now."));
    else
        m_message->clear();
    setState(State::Ready);
}

void ChangePreview::apply()
{
    if (m_state != State::Ready)
        return;
    const quint64 generation = ++m_generation;
    const Pending<Receipt> pending = m_change->run(false, m_receipt);
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<Receipt> &answer) {
        if (generation == m_generation)
            receiveRun(answer);
    });
    m_message->clear();
    m_busyLabel->setText(m_change->applyingLabel);
    setState(State::Applying);
    showAttempts(pending);
}

void ChangePreview::showAttempts(const Pending<Receipt> &pending)
{
    whenProgressed(this, pending, [this, generation = m_generation](const Progress &progress) {
        const QString again = attemptText(progress);
        if (generation != m_generation || again.isEmpty())
            return;
        constexpr int widest = 300;
        m_busyLabel->setText(fontMetrics().elidedText(again, Qt::ElideRight, widest));
        m_busyLabel->setToolTip(again);
    });
}

void ChangePreview::offer(const ConflictOffer &offer)
{
    m_message->showError(
        tr("Others have changed tags since you chose them; nothing was done.\n%1").arg(offer.text));
    m_retryButton->hide(); // with the same tags it would fail again
    m_leaveOutButton->setVisible(offer.leaveOut);
    m_lookAgainButton->show();
}

void ChangePreview::receiveRun(const Result<Receipt> &answer)
{
    if (answer) {
        setState(State::Idle);
        emit applied(*answer);
    } else if (answer.error().kind == ErrorKind::Conflict) {
        m_hasMoved = true;
        tryChange();
    } else {
        showFailure(answer.error());
    }
}

void ChangePreview::showFailure(const Error &error)
{
    m_receipt.reset();
    m_view->clear();
    if (error.kind == ErrorKind::Cancelled)
        m_message->showInformation(tr("Stopped; nothing was changed."));
    else
        m_message->showError(error.message);
    setState(State::Failed);
}

void ChangePreview::setState(State state)
{
    m_state = state;
    m_busyArea->setVisible(isBusy());
    m_cancelButton->setEnabled(isBusy());
    m_retryButton->setVisible(state == State::Failed);
    m_leaveOutButton->hide();
    m_lookAgainButton->hide();
    // What is shown of an earlier trial is greyed until the new one is there.
    m_view->setEnabled(state == State::Ready);
    m_view->setVisible(state != State::Idle && state != State::Failed);
    m_message->setVisible(!m_message->text().isEmpty());
    emit stateChanged();
}

} // namespace tagsmith
