// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialog.h"

#include "core/Pending.h"
#include "gui/FormatTitles.h"
#include "gui/ImportCorrections.h"
#include "gui/ImportHabits.h"
#include "gui/ImportPreviewModel.h"
#include "gui/ImportRun.h"
#include "gui/ImportSourceFromMime.h"
#include "gui/Prompts.h"
#include "ui_ImportDialog.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTimer>

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
      m_ui(std::make_unique<Ui::ImportDialog>()), m_previewModel(new ImportPreviewModel(this)),
      m_preview(new ImportRun(repository, source, this)),
      m_import(new ImportRun(repository, source, this)), m_correcting(new QTimer(this))
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Import tags into “%1”").arg(source.vocabulary.name));
    m_ui->previewTable->setModel(m_previewModel);
    m_ui->previewTable->horizontalHeader()->setMaximumSectionSize(maxColumnWidth);
    m_ui->mappingArea->setVocabulary(source.vocabulary);
    m_previewButton = m_ui->buttonBox->addButton(QString(), QDialogButtonBox::ActionRole);
    m_previewButton->setObjectName(u"previewButton"_s);
    m_importButton = m_ui->buttonBox->addButton(tr("&Import"), QDialogButtonBox::ActionRole);
    m_importButton->setObjectName(u"importButton"_s);
    m_importButton->setAutoDefault(false);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connectWidgets();
    connectHabits();
    connectRuns();
    showSetup();
    m_ui->sourceBar->setFocus();
}

ImportDialog::~ImportDialog()
{
    m_previewToken.cancel();
}

void ImportDialog::connectWidgets()
{
    connect(m_ui->sourceBar, &ImportSourceBar::sourceChanged, this, &ImportDialog::loadPreview);
    connect(m_ui->sourceBar, &ImportSourceBar::refused, m_ui->message, &DialogMessage::showError);
    connect(m_ui->sourceBar, &ImportSourceBar::chooseRequested, this, [this] {
        m_prompts.askFilesToOpen(
            this, tr("Choose files to import"), importFileFilters(),
            [this](const QStringList &paths) { m_ui->sourceBar->setPaths(paths); });
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
    connect(m_ui->againButton, &QPushButton::clicked, this, &ImportDialog::showSetup);
}

void ImportDialog::connectHabits()
{
    const auto show = [this](OnExisting choice) {
        m_ui->skipRadio->setChecked(choice == OnExisting::Skip);
        m_ui->updateRadio->setChecked(choice == OnExisting::Update);
        m_ui->failRadio->setChecked(choice == OnExisting::Fail);
    };
    m_habits = new ImportHabits(m_source, m_ui->mappingArea, m_ui->namesArea,
                                {[this] { return request().onExisting; }, show}, this);
    connect(m_habits, &ImportHabits::failed, this, [this](const QString &sentence) {
        m_prompts.showError(this, tr("Not remembered"), sentence);
    });
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
    const auto show = [this,
                       generation = m_previewGeneration](const Result<ImportPreview> &result) {
        if (generation == m_previewGeneration)
            showPreview(result);
    };
    whenDone(this, pending, show, [show](const Result<ImportPreview> &result, int) {
        if (result && !result->encoding.isWhole)
            show(result);
    });
}

void ImportDialog::showPreview(const Result<ImportPreview> &result)
{
    if (result)
        m_ui->sourceBar->showRecognised(*result);
    const QString failure = result ? result->failure : result.error().message;
    if (!failure.isEmpty()) {
        m_hasPreview = false;
        m_previewModel->clear();
        m_ui->mappingArea->clear();
        updateState();
        m_ui->message->showError(failure);
        return;
    }
    m_hasPreview = true;
    const bool isShown = m_previewModel->shows(*result);
    m_previewModel->setPreview(*result);
    m_habits->showPreview(*result);
    updateState();
    if (!isShown) // else the user may have made them wider or narrower
        m_ui->previewTable->resizeColumnsToContents();
}

bool ImportDialog::isPreviewWhole() const
{
    return m_hasPreview && m_previewModel->preview().encoding.isWhole;
}

/** That of the file; but plain lines have no place for the reasons. */
FileFormat ImportDialog::rejectsFormat() const
{
    const FileFormat format = m_previewModel->preview().format;
    return format == FileFormat::Lines ? FileFormat::Csv : format;
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
    const qint64 emptied = m_previewModel->emptiedCount();
    if (emptied == 1)
        text += tr(" The rules leave nothing of one name, which would be rejected.");
    else if (emptied > 1)
        text += tr(" The rules leave nothing of %1 names, which would be rejected.")
                    .arg(locale.toString(emptied));
    return text;
}

QString ImportDialog::problem() const
{
    const QString rejects = m_ui->rejectsEdit->text();
    if (!m_hasPreview)
        return {};
    if (!rejects.isEmpty() && m_ui->sourceBar->reads(rejects))
        return tr("The rejected records would replace the file that is imported; choose another "
                  "file for them.");
    const QString sentence = m_ui->mappingArea->mapping().problem();
    return sentence.isEmpty() ? m_ui->namesArea->problem() : sentence;
}

void ImportDialog::updateState()
{
    showNames();
    m_ui->previewNote->setText(previewText());
    if (isOn(m_ui->setupPage))
        showSetupMessage();
    updateButtons();
}

void ImportDialog::showSetupMessage()
{
    const QString sentence = problem();
    const ImportCorrections &corrections = m_ui->linesView->corrections();
    if (!sentence.isEmpty()) {
        m_ui->message->showWarning(sentence);
    } else if (!m_hasPreview || corrections.isEmpty()) {
        m_ui->message->clear();
    } else if (isForeign()) {
        m_ui->message->showWarning(
            tr("The file, its columns or what stands between names are others now: what you have "
               "corrected and left out will be dropped."));
    } else {
        const QLocale locale;
        m_ui->message->showInformation(tr("Kept from the preview: values corrected: %1, lines left "
                                          "out: %2.")
                                           .arg(locale.toString(corrections.correctedCount()),
                                                locale.toString(corrections.leftOutCount())));
    }
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
    m_ui->linesView->corrections().addTo(request);
    return request;
}

void ImportDialog::showSetup()
{
    m_ui->linesView->clear();
    m_ui->sourceBar->setSource({});
    m_ui->rejectsEdit->clear();
    m_ui->mappingArea->clearConstants();
    showPage(m_ui->setupPage);
    m_ui->sourceBar->setFocus();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isFree = isOn(m_ui->setupPage) && m_ui->sourceBar->isEnabled();
    if (isFree && importSourceFromMime(*event->mimeData()))
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
