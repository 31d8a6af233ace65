// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialog.h"

#include "core/Pending.h"
#include "gui/FormatTitles.h"
#include "gui/ImportPreviewModel.h"
#include "gui/ImportSourceFromMime.h"
#include "gui/Prompts.h"
#include "ui_ImportDialog.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int previewRows = 200;
constexpr int maxColumnWidth = 320; // pixels; a long text must not push the rest out of sight

} // namespace

ImportDialog::ImportDialog(TagRepository &repository, const TagSource &source, Prompts &prompts,
                           QWidget *parent)
    : QDialog(parent), m_repository(repository), m_source(source), m_prompts(prompts),
      m_ui(std::make_unique<Ui::ImportDialog>()), m_previewModel(new ImportPreviewModel(this))
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Import tags into “%1”").arg(source.vocabulary.name));
    m_ui->previewTable->setModel(m_previewModel);
    m_ui->previewTable->horizontalHeader()->setMaximumSectionSize(maxColumnWidth);
    m_ui->mappingArea->setVocabulary(source.vocabulary);
    m_importButton = m_ui->buttonBox->addButton(tr("&Import"), QDialogButtonBox::ActionRole);
    m_importButton->setObjectName(u"importButton"_s);
    m_importButton->setDefault(true);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connectWidgets();
    showSetup();
    m_ui->sourceBar->setFocus();
}

ImportDialog::~ImportDialog()
{
    m_previewToken.cancel();
    m_importToken.cancel();
}

void ImportDialog::connectWidgets()
{
    connect(m_ui->sourceBar, &ImportSourceBar::sourceChanged, this, &ImportDialog::loadPreview);
    connect(m_ui->sourceBar, &ImportSourceBar::refused, m_ui->message, &DialogMessage::showError);
    connect(m_ui->sourceBar, &ImportSourceBar::chooseRequested, this, [this] {
        m_prompts.askFileToOpen(this, tr("Choose a file to import"), importFileFilters(),
                                [this](const QString &path) { m_ui->sourceBar->setPath(path); });
    });
    connect(m_ui->rejectsButton, &QPushButton::clicked, this, [this] {
        const FileFormat format = rejectsFormat();
        m_prompts.askFileToSave(this, tr("Write rejected records to"),
                                u"rejected"_s + fileFormatEnding(format), exportFileFilters(format),
                                [this](const QString &path) {
                                    m_confirmedRejects = path;
                                    m_ui->rejectsEdit->setText(path);
                                });
    });
    connect(m_ui->mappingArea, &ImportMappingWidget::changed, this, &ImportDialog::updateState);
    connect(m_ui->namesArea, &ImportNamesWidget::changed, this, [this] {
        updateState();
        m_ui->previewTable->resizeColumnsToContents();
    });
    connect(m_ui->rejectsEdit, &QLineEdit::textChanged, this, &ImportDialog::updateState);
    connect(m_importButton, &QPushButton::clicked, this, &ImportDialog::confirmImport);
    connect(m_ui->againButton, &QPushButton::clicked, this, &ImportDialog::showSetup);
    connect(m_ui->progressView, &ImportProgressView::cancelRequested, this,
            &ImportDialog::cancelImport);
}

void ImportDialog::setSource(const ImportSource &source)
{
    m_ui->sourceBar->setSource(source);
}

void ImportDialog::loadPreview()
{
    m_previewToken.cancel();
    ++m_previewGeneration;
    m_hasPreview = false;
    if (!m_ui->sourceBar->hasSource()) {
        m_previewModel->clear();
        m_ui->mappingArea->clear();
        updateState();
        return;
    }
    const Pending<ImportPreview> pending =
        m_repository.previewImport(m_source, m_ui->sourceBar->source(), previewRows);
    m_previewToken = pending.token;
    updateState();
    m_ui->previewNote->setText(tr("Reading…"));
    whenDone(this, pending,
             [this, generation = m_previewGeneration](const Result<ImportPreview> &result) {
                 if (generation == m_previewGeneration)
                     showPreview(result);
             });
}

void ImportDialog::showPreview(const Result<ImportPreview> &result)
{
    if (result)
        m_ui->sourceBar->showRecognised(*result);
    const QString failure = result ? result->failure : result.error().message;
    if (!failure.isEmpty()) {
        m_previewModel->clear();
        m_ui->mappingArea->clear();
        updateState();
        m_ui->message->showError(failure);
        return;
    }
    m_hasPreview = true;
    m_previewModel->setPreview(*result);
    m_ui->mappingArea->setPreview(*result);
    updateState();
    m_ui->previewTable->resizeColumnsToContents();
}

/** That of the file; but workbooks and plain lines have no place for the reasons. */
FileFormat ImportDialog::rejectsFormat() const
{
    const FileFormat format = m_previewModel->preview().format;
    const bool isKept = format != FileFormat::Lines && format != FileFormat::Xlsx;
    return isKept ? format : FileFormat::Csv;
}

void ImportDialog::showNames()
{
    const bool isComplete = m_previewModel->preview().complete;
    m_previewModel->setNames(m_ui->mappingArea->mapping().nameField(), m_ui->namesArea->rules(),
                             m_ui->namesArea->listSeparator());
    m_ui->namesArea->showCounts(m_previewModel->ruleCounts(), m_previewModel->nameCount(),
                                isComplete);
    // What changes the names must not go unseen while the other page is in front.
    const int rules = m_ui->namesArea->ruleCount();
    m_ui->detailTabs->setTabText(m_ui->detailTabs->indexOf(m_ui->namesPage),
                                 rules == 0 ? tr("&Names") : tr("&Names (%1)").arg(rules));
}

QString ImportDialog::previewText() const
{
    if (!m_hasPreview)
        return {};
    const QLocale locale;
    const int count = m_previewModel->rowCount();
    const int problems = m_previewModel->problemCount();
    QString text = !m_previewModel->preview().complete
                       ? tr("The first %1 records.").arg(locale.toString(count))
                   : count == 1 ? tr("One record.")
                                : tr("All %1 records.").arg(locale.toString(count));
    if (problems == 1)
        text += tr(" One has a problem and would be rejected.");
    else if (problems > 1)
        text += tr(" %1 have a problem and would be rejected.").arg(locale.toString(problems));
    return text;
}

QString ImportDialog::problem() const
{
    const QString rejects = m_ui->rejectsEdit->text();
    if (!m_hasPreview)
        return {};
    if (!rejects.isEmpty() && QFileInfo(rejects) == QFileInfo(m_ui->sourceBar->source().path))
        return tr("The rejected records would replace the file that is imported; choose another "
                  "file for them.");
    const QString sentence = m_ui->mappingArea->mapping().problem();
    return sentence.isEmpty() ? m_ui->namesArea->problem() : sentence;
}

void ImportDialog::updateState()
{
    showNames();
    const QString sentence = problem();
    const QList<QWidget *> inputs = {m_ui->sourceBar, m_ui->splitter, m_ui->optionsArea};
    for (QWidget *input : inputs)
        input->setEnabled(!m_importing);
    m_importButton->setEnabled(m_hasPreview && sentence.isEmpty() && !m_importing);
    m_ui->previewNote->setText(previewText());
    if (sentence.isEmpty())
        m_ui->message->clear();
    else
        m_ui->message->showWarning(sentence);
}

ImportRequest ImportDialog::request() const
{
    ImportRequest request;
    request.source = m_ui->sourceBar->source();
    request.mapping = m_ui->mappingArea->mapping().toRequest();
    request.constants = m_ui->mappingArea->mapping().constants();
    request.nameRules = m_ui->namesArea->rules();
    request.listSeparator = m_ui->namesArea->listSeparator();
    if (m_ui->updateRadio->isChecked())
        request.onExisting = OnExisting::Update;
    else if (m_ui->failRadio->isChecked())
        request.onExisting = OnExisting::Fail;
    request.rejectsPath = m_ui->rejectsEdit->text();
    request.dryRun = m_ui->dryRunCheck->isChecked();
    return request;
}

void ImportDialog::confirmImport()
{
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
    m_confirmedRejects = m_ui->rejectsEdit->text(); // from now on the file is our own
    const Pending<ImportAccount> pending = m_repository.importTags(m_source, request());
    m_importToken = pending.token;
    m_importing = true;
    updateState();
    m_ui->progressView->start();
    m_ui->progressView->setFocus();
    whenProgressed(this, pending,
                   [this](const Progress &progress) { m_ui->progressView->setProgress(progress); });
    whenDone(this, pending, [this](const Result<ImportAccount> &result) { finishImport(result); });
}

void ImportDialog::cancelImport()
{
    m_importToken.cancel();
    m_ui->progressView->setCancelling();
}

void ImportDialog::finishImport(const Result<ImportAccount> &result)
{
    m_importing = false;
    m_ui->progressView->stop();
    updateState();
    if (result && !result->dryRun && result->inserted + result->updated > 0)
        emit imported(*result);
    if (m_closeWhenDone) {
        QDialog::reject();
    } else if (result) {
        showAccount(*result);
    } else if (result.error().kind == ErrorKind::Cancelled) {
        m_ui->message->showInformation(tr("Cancelled; nothing was changed."));
    } else {
        m_ui->message->showError(result.error().message);
    }
}

void ImportDialog::showAccount(const ImportAccount &account)
{
    m_ui->accountView->setAccount(account, m_ui->rejectsEdit->text());
    m_ui->pages->setCurrentWidget(m_ui->accountView);
    m_importButton->hide();
    m_ui->againButton->setText(account.dryRun ? tr("&Back to the import")
                                              : tr("Import another &file"));
    m_ui->againButton->show();
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setDefault(true);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setFocus();
    m_wasTrial = account.dryRun;
}

void ImportDialog::showSetup()
{
    // After a trial everything stays as it is, so that the import itself is one click away.
    if (!m_wasTrial) {
        m_ui->sourceBar->setSource({});
        m_ui->rejectsEdit->clear();
        m_ui->mappingArea->clearConstants();
    }
    m_ui->againButton->hide();
    m_importButton->show();
    m_importButton->setDefault(true);
    m_ui->pages->setCurrentWidget(m_ui->setupPage);
    m_ui->sourceBar->setFocus();
}

void ImportDialog::reject()
{
    if (!m_importing) {
        QDialog::reject();
        return;
    }
    m_closeWhenDone = true;
    cancelImport();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isSetup = m_ui->pages->currentWidget() == m_ui->setupPage;
    if (isSetup && !m_importing && importSourceFromMime(*event->mimeData()))
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    if (const auto source = importSourceFromMime(*event->mimeData())) {
        setSource(*source);
        event->acceptProposedAction();
    }
}

} // namespace tagsmith
