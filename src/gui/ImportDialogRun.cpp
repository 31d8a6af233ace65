// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportCorrections.h"
#include "gui/ImportDialog.h"
#include "gui/ImportHabits.h"
#include "gui/ImportPreviewModel.h"
#include "gui/ImportRun.h"
#include "gui/Prompts.h"
#include "ui_ImportDialog.h"

#include <QFileInfo>
#include <QPushButton>
#include <QTimer>

namespace tagsmith
{

namespace
{

constexpr int correctingMilliseconds = 300; ///< several quick corrections are judged together

} // namespace

void ImportDialog::connectRuns()
{
    m_correcting->setSingleShot(true);
    m_correcting->setInterval(correctingMilliseconds);
    connect(m_correcting, &QTimer::timeout, this, &ImportDialog::startPreview);
    connect(m_previewButton, &QPushButton::clicked, this, &ImportDialog::startPreview);
    connect(m_importButton, &QPushButton::clicked, this, &ImportDialog::confirmImport);
    connect(m_ui->backButton, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_ui->linesView, &ImportLinesView::corrected, this, &ImportDialog::judgeAgain);
    connect(m_ui->progressView, &ImportProgressView::cancelRequested, this,
            &ImportDialog::cancelRun);
    connect(m_preview, &ImportRun::finished, this, &ImportDialog::finishPreview);
    connect(m_import, &ImportRun::finished, this, &ImportDialog::finishImport);
    for (const ImportRun *run : {m_preview, m_import})
        connect(run, &ImportRun::progressed, m_ui->progressView, &ImportProgressView::setProgress);
}

bool ImportDialog::isOn(const QWidget *page) const
{
    return m_ui->pages->currentWidget() == page;
}

void ImportDialog::showPage(QWidget *page)
{
    const bool isSetup = page == m_ui->setupPage;
    const bool isAccount = page == m_ui->accountView;
    m_ui->pages->setCurrentWidget(page);
    m_ui->statusArea->setVisible(!isAccount);
    m_ui->backButton->setVisible(page == m_ui->linesView);
    m_ui->againButton->setVisible(isAccount);
    m_previewButton->setVisible(!isAccount);
    m_importButton->setVisible(!isAccount);
    m_previewButton->setText(isSetup ? tr("Previe&w") : tr("Previe&w again"));
    // Beside a table the Return key must not begin anything.
    m_previewButton->setAutoDefault(isSetup);
    m_previewButton->setDefault(isSetup);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setDefault(isAccount);
    updateState();
}

void ImportDialog::updateButtons()
{
    const bool isImporting = m_import->isRunning();
    const bool isPreviewing = m_preview->isRunning() || m_correcting->isActive();
    const QList<QWidget *> inputs = {m_ui->sourceBar, m_ui->splitter, m_ui->optionsArea};
    for (QWidget *input : inputs)
        input->setEnabled(!isImporting && !isPreviewing);
    m_ui->linesView->setEnabled(!isImporting);
    m_ui->backButton->setEnabled(!isImporting);

    const bool isReady = isPreviewWhole() && problem().isEmpty() && !isImporting && !isPreviewing;
    m_previewButton->setEnabled(isReady);
    m_importButton->setEnabled(isReady && (isOn(m_ui->setupPage) || m_shown));
}

bool ImportDialog::isForeign() const
{
    const ImportRequest now = request();
    // Which name of a cell was corrected is known only as long as the cell is divided so.
    const bool areDividedAnew = now.listSeparator != m_previewed.listSeparator &&
                                m_ui->linesView->corrections().hasSingleNames();
    return now.source != m_previewed.source || now.mapping != m_previewed.mapping || areDividedAnew;
}

void ImportDialog::dropForeignCorrections()
{
    if (isForeign())
        m_ui->linesView->dropCorrections();
}

void ImportDialog::startPreview()
{
    const bool isFirst = isOn(m_ui->setupPage);
    if (isFirst)
        dropForeignCorrections();
    m_correcting->stop();
    m_shown.reset();
    m_previewed = request();
    m_previewed.dryRun = true;
    m_previewed.keepLines = true;
    m_previewed.rejectsPath.clear(); // written by the import itself
    m_preview->start(m_previewed);
    updateButtons();
    m_ui->progressView->start();
    if (isFirst)
        m_ui->progressView->setFocus();
    m_ui->message->showInformation(isFirst ? tr("Judging each line; nothing is changed.")
                                           : tr("Judging again…"));
}

void ImportDialog::judgeAgain()
{
    m_shown.reset();
    m_preview->drop();
    m_ui->progressView->stop();
    m_correcting->start();
    m_ui->message->showInformation(tr("Judging again…"));
    updateButtons();
}

void ImportDialog::finishPreview(const Result<ImportAccount> &result)
{
    if (m_closeWhenDone) {
        QDialog::reject();
        return;
    }
    m_ui->progressView->stop();
    if (result) {
        m_shown = std::make_shared<const ImportAccount>(*result);
        m_ui->linesView->setAccount(*result, m_previewed, m_previewModel->preview().format,
                                    m_source.vocabulary);
        if (!isOn(m_ui->linesView)) {
            showPage(m_ui->linesView);
            m_ui->linesView->setFocus();
        }
    }
    updateState();
    if (result) {
        showPreviewMessage(result->actions.warnings);
    } else if (result.error().kind != ErrorKind::Cancelled) {
        m_ui->message->showError(result.error().message);
    } else if (isOn(m_ui->linesView)) {
        m_ui->message->showWarning(
            tr("The preview was cancelled, so that it does not show the corrections' effect."));
    } else {
        m_ui->message->showInformation(tr("Cancelled; nothing was changed."));
    }
}

void ImportDialog::showPreviewMessage(const QStringList &warnings)
{
    constexpr qsizetype most = 3; // the rest is in the account
    const QString preview = tr("Nothing is imported yet: this is what the import would do.");
    if (warnings.isEmpty()) {
        m_ui->message->showInformation(preview);
        return;
    }
    QStringList lines = QStringList{preview} + warnings.first(qMin(most, warnings.size()));
    if (warnings.size() > most)
        lines << tr("There are %1 warnings more.").arg(QLocale().toString(warnings.size() - most));
    m_ui->message->showWarning(lines.join(u'\n'));
}

void ImportDialog::confirmImport()
{
    m_ui->linesView->commitEdit();
    if (!m_importButton->isEnabled())
        return; // what was just typed has to be judged first
    const QString rejects = m_ui->rejectsEdit->text();
    if (rejects.isEmpty() || rejects == m_confirmedRejects || !QFileInfo::exists(rejects)) {
        startImport();
        return;
    }
    Question question;
    question.title = tr("Replace the file?");
    question.text = tr("“%1” exists already.").arg(rejects);
    question.detail = tr("What it holds is lost when the rejected records replace it.");
    question.acceptLabel = tr("Replace");
    question.isDestructive = true;
    m_prompts.ask(this, question, [this](bool accepted) {
        if (accepted)
            startImport();
    });
}

void ImportDialog::startImport()
{
    if (isOn(m_ui->setupPage))
        dropForeignCorrections();
    m_confirmedRejects = m_ui->rejectsEdit->text(); // from now on the file is our own
    ImportRequest request = this->request();
    request.shown = m_shown;
    m_import->start(request);
    updateState();
    m_ui->message->clear();
    m_ui->progressView->start();
    m_ui->progressView->setFocus();
}

void ImportDialog::cancelRun()
{
    m_preview->cancel();
    m_import->cancel();
    m_ui->progressView->setCancelling();
}

void ImportDialog::finishImport(const Result<ImportAccount> &result)
{
    m_ui->progressView->stop();
    if (result)
        m_habits->store();
    if (result &&
        result->inserted + result->updated + result->renamed + result->merged + result->deleted > 0)
        emit imported(*result);
    if (m_closeWhenDone) {
        QDialog::reject();
        return;
    }
    if (result) {
        showAccount(*result);
        return;
    }
    const Error &error = result.error();
    if (error.kind == ErrorKind::Conflict)
        m_shown.reset(); // the table is not as it was shown
    updateState();
    if (isOn(m_ui->linesView))
        m_ui->linesView->setFocus();
    if (error.kind == ErrorKind::Cancelled)
        m_ui->message->showInformation(tr("Cancelled; nothing was changed."));
    else
        m_ui->message->showError(error.message);
}

void ImportDialog::showAccount(const ImportAccount &account)
{
    m_shown.reset();
    m_ui->linesView->clear();
    m_ui->accountView->setAccount(account, m_ui->rejectsEdit->text());
    showPage(m_ui->accountView);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setFocus();
}

void ImportDialog::goBack()
{
    m_ui->linesView->commitEdit();
    m_correcting->stop();
    m_preview->drop();
    m_ui->progressView->stop();
    m_shown.reset();
    showPage(m_ui->setupPage);
    m_ui->sourceBar->setFocus();
}

void ImportDialog::reject()
{
    m_correcting->stop();
    if (!m_import->isRunning() && !m_preview->isRunning()) {
        QDialog::reject();
        return;
    }
    m_closeWhenDone = true;
    cancelRun();
}

} // namespace tagsmith
