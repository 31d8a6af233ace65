// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/HistorySettingsDialog.h"

#include "core/Pending.h"
#include "gui/Prompts.h"
#include "ui_HistorySettingsDialog.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int countedAtOnce = 2000;

} // namespace

HistorySettingsDialog::HistorySettingsDialog(TagRepository &repository, const Profile &profile,
                                             Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_repository(repository), m_profile(profile), m_prompts(prompts),
      m_ui(std::make_unique<Ui::HistorySettingsDialog>())
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    m_ui->beforeEdit->setMaximumDate(QDate::currentDate());
    m_ui->beforeEdit->setDate(QDate::currentDate().addMonths(-3));
    QPushButton *save = m_ui->buttonBox->button(QDialogButtonBox::Save);
    save->setObjectName(u"saveButton"_s);
    save->setDefault(true);
    connect(save, &QPushButton::clicked, this, &HistorySettingsDialog::save);
    connect(m_ui->clearButton, &QPushButton::clicked, this,
            &HistorySettingsDialog::countAndConfirm);
    load();
}

HistorySettingsDialog::~HistorySettingsDialog() = default;

void HistorySettingsDialog::load()
{
    m_ui->stateLabel->setText(tr("Looking at the history…"));
    setBusy(true);
    whenDone(this, m_repository.journalState(m_profile),
             [this](const Result<JournalState> &answer) { showState(answer); });
}

void HistorySettingsDialog::showState(const Result<JournalState> &answer)
{
    if (!answer) {
        m_ui->stateLabel->clear();
        m_ui->message->showError(answer.error().message);
        return;
    }
    setBusy(false);
    const QLocale locale;
    m_ui->stateLabel->setText(
        tr("The history holds %1 operations, %2.")
            .arg(locale.toString(answer->operations), locale.formattedDataSize(answer->bytes)));
    m_ui->daysSpin->setValue(answer->retention.days);
    m_ui->megabytesSpin->setValue(answer->retention.megabytes);
}

void HistorySettingsDialog::save()
{
    setBusy(true);
    const Retention retention{m_ui->daysSpin->value(), m_ui->megabytesSpin->value()};
    whenDone(this, m_repository.storeRetention(m_profile, retention),
             [this](const Result<JournalState> &answer) {
                 setBusy(false);
                 if (!answer) {
                     showProblem(answer.error());
                     return;
                 }
                 emit changed();
                 accept();
             });
}

void HistorySettingsDialog::countAndConfirm()
{
    setBusy(true);
    m_ui->message->showInformation(tr("Counting what would be forgotten…"));
    count(m_ui->beforeEdit->date().startOfDay().toUTC(), 0, 0);
}

void HistorySettingsDialog::count(const QDateTime &before, qint64 below, qint64 found)
{
    HistoryQuery query;
    query.below = below;
    query.limit = countedAtOnce;
    whenDone(this, m_repository.history(m_profile, query),
             [this, before, found](const Result<HistoryPage> &answer) {
                 if (!answer) {
                     setBusy(false);
                     showProblem(answer.error());
                     return;
                 }
                 const auto &entries = answer->entries;
                 const qint64 older = std::count_if(
                     entries.begin(), entries.end(),
                     [&before](const OperationEntry &entry) { return entry.at < before; });
                 if (answer->hasMore)
                     count(before, entries.back().number, found + older);
                 else
                     confirm(before, found + older);
             });
}

void HistorySettingsDialog::confirm(const QDateTime &before, qint64 count)
{
    setBusy(false);
    m_ui->message->clear();
    const QString day = QLocale().toString(before.toLocalTime().date(), QLocale::LongFormat);
    if (count == 0) {
        m_ui->message->showInformation(tr("Nothing was done before %1.").arg(day));
        return;
    }
    Question question;
    question.title = tr("Clear the history");
    question.text =
        count == 1 ? tr("Forget the one operation before %1?").arg(day)
                   : tr("Forget the %1 operations before %2?").arg(QLocale().toString(count), day);
    question.detail = tr("Nobody can undo them then, or see what they changed. The tags themselves "
                         "stay as they are.");
    question.acceptLabel = tr("&Forget them");
    question.isDestructive = true;
    m_prompts.ask(this, question, [this, before](bool accepted) {
        if (accepted)
            clear(before);
    });
}

void HistorySettingsDialog::clear(const QDateTime &before)
{
    setBusy(true);
    whenDone(this, m_repository.clearHistory(m_profile, before),
             [this](const Result<qint64> &answer) {
                 setBusy(false);
                 if (!answer) {
                     showProblem(answer.error());
                     return;
                 }
                 emit changed();
                 load();
                 m_ui->message->showInformation(
                     *answer == 1
                         ? tr("One operation was forgotten.")
                         : tr("%1 operations were forgotten.").arg(QLocale().toString(*answer)));
             });
}

void HistorySettingsDialog::setBusy(bool busy)
{
    m_ui->keepBox->setEnabled(!busy && !m_profile.readOnly);
    m_ui->clearBox->setEnabled(!busy && !m_profile.readOnly);
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setEnabled(!busy && !m_profile.readOnly);
}

void HistorySettingsDialog::showProblem(const Error &error)
{
    m_ui->message->showError(error.message);
}

} // namespace tagsmith
