// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ChangePreview.h"

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
      m_retryButton(new QPushButton(tr("Tr&y again"), this))
{
    m_message->setObjectName(u"previewMessage"_s);
    m_view->setObjectName(u"receiptView"_s);
    m_busyLabel->setObjectName(u"busyLabel"_s);
    m_busyLabel->setTextFormat(Qt::PlainText);
    m_cancelButton->setObjectName(u"stopButton"_s);
    m_retryButton->setObjectName(u"retryButton"_s);
    for (QPushButton *button : {m_cancelButton, m_retryButton})
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
    layout->addWidget(m_retryButton, 0, Qt::AlignLeading);
    layout->addWidget(m_view, 1);
    layout->addStretch(0);
    layout->addWidget(m_busyArea);

    connect(m_cancelButton, &QPushButton::clicked, this, &ChangePreview::cancel);
    connect(m_retryButton, &QPushButton::clicked, this, &ChangePreview::tryChange);
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
    // What is shown of an earlier trial is greyed until the new one is there.
    m_view->setEnabled(state == State::Ready);
    m_view->setVisible(state != State::Idle && state != State::Failed);
    m_message->setVisible(!m_message->text().isEmpty());
    emit stateChanged();
}

} // namespace tagsmith
