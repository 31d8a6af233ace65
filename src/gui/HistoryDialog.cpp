// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/HistoryDialog.h"

#include "core/Pending.h"
#include "gui/HistoryDelegate.h"
#include "gui/HistorySettingsDialog.h"
#include "gui/Icons.h"
#include "gui/JournalConsent.h"
#include "gui/OperationText.h"
#include "gui/Prompts.h"
#include "gui/UndoCommands.h"
#include "models/HistoryModel.h"
#include "models/RowChangeModel.h"
#include "ui_HistoryDialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int shownRows = 500;
constexpr std::chrono::milliseconds searchDelay(250);

} // namespace

HistoryDialog::HistoryDialog(const HistoryContext &context, const TagSource &source,
                             QWidget *parent)
    : QDialog(parent), m_context(context), m_source(source),
      m_ui(std::make_unique<Ui::HistoryDialog>()),
      m_model(new HistoryModel(context.repository, this)), m_changes(new RowChangeModel(this)),
      m_delegate(new HistoryDelegate(this))
{
    m_ui->setupUi(this);
    m_searchDelay.setSingleShot(true);
    addButtons();
    prepareTables();
    connectParts();
    setIcons();
    setSource(source);
    m_ui->historyTable->setFocus();
}

HistoryDialog::~HistoryDialog()
{
    m_detailsToken.cancel();
    m_trialToken.cancel();
}

void HistoryDialog::addButtons()
{
    m_undoButton = m_ui->buttonBox->addButton(tr("&Undo this…"), QDialogButtonBox::ActionRole);
    m_undoButton->setObjectName(u"undoButton"_s);
    m_copyButton = m_ui->buttonBox->addButton(tr("&Copy details"), QDialogButtonBox::ActionRole);
    m_copyButton->setObjectName(u"copyButton"_s);
    m_copyButton->setToolTip(tr("Put the operation and its rows on the clipboard as text"));
    for (QPushButton *button :
         {m_undoButton, m_copyButton, m_ui->buttonBox->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
}

void HistoryDialog::prepareTables()
{
    m_ui->historyTable->setModel(m_model);
    m_ui->changesTable->setModel(m_changes);
    for (QTableView *table : {m_ui->historyTable, m_ui->changesTable}) {
        table->setItemDelegate(m_delegate);
        table->verticalHeader()->hide();
        table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
        table->horizontalHeader()->setHighlightSections(false);
    }
    const int letter = fontMetrics().averageCharWidth();
    QHeaderView *header = m_ui->historyTable->horizontalHeader();
    header->setSectionResizeMode(HistoryModel::What, QHeaderView::Stretch);
    header->resizeSection(HistoryModel::When, 20 * letter);
    header->resizeSection(HistoryModel::Who, 18 * letter);
    header->resizeSection(HistoryModel::Vocabulary, 16 * letter);
    header->resizeSection(HistoryModel::Rows, 11 * letter);
    header->resizeSection(HistoryModel::State, 20 * letter);
    m_ui->historyTable->setColumnHidden(HistoryModel::Vocabulary, true);

    header = m_ui->changesTable->horizontalHeader();
    header->resizeSection(RowChangeModel::Change, 13 * letter);
    header->resizeSection(RowChangeModel::Table, 18 * letter);
    header->resizeSection(RowChangeModel::Key, 26 * letter);
    header->resizeSection(RowChangeModel::Field, 18 * letter);
    header->resizeSection(RowChangeModel::Before, 30 * letter);
    header->setStretchLastSection(true);
    m_ui->splitter->setSizes({320, 260});
}

void HistoryDialog::setIcons()
{
    m_delegate->setPalette(palette());
    m_undoButton->setIcon(themedIcon(u"undo"_s, palette()));
    m_copyButton->setIcon(themedIcon(u"copy"_s, palette()));
}

void HistoryDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_undoButton)
        setIcons();
}

void HistoryDialog::connectParts()
{
    connect(m_ui->searchEdit, &QLineEdit::textChanged, &m_searchDelay,
            [this] { m_searchDelay.start(searchDelay); });
    connect(&m_searchDelay, &QTimer::timeout, this,
            [this] { m_model->setText(m_ui->searchEdit->text().trimmed()); });
    connect(m_ui->allBox, &QCheckBox::toggled, this, [this](bool all) {
        m_ui->historyTable->setColumnHidden(HistoryModel::Vocabulary, !all);
        m_model->setAllVocabularies(all);
    });
    connect(m_model, &HistoryModel::changed, this, &HistoryDialog::updatePage);
    connect(m_ui->historyTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryDialog::showCurrent);
    connect(m_ui->makeButton, &QPushButton::clicked, this,
            [this] { m_context.consent.make(m_source.profile, [this] { refresh(); }); });
    connect(m_ui->settingsButton, &QPushButton::clicked, this, &HistoryDialog::openSettings);
    connect(m_undoButton, &QPushButton::clicked, this, &HistoryDialog::tryUndo);
    connect(m_copyButton, &QPushButton::clicked, this, &HistoryDialog::copyDetails);
    connect(&m_context.undo, &UndoCommands::changed, this, &HistoryDialog::updateButtons);
}

void HistoryDialog::setSource(const TagSource &source)
{
    m_source = source;
    setWindowTitle(tr("History of “%1”").arg(source.vocabulary.name));
    m_ui->historyTable->clearSelection();
    m_model->open(source);
    showCurrent();
}

void HistoryDialog::refresh()
{
    m_model->refresh();
}

const OperationEntry *HistoryDialog::current() const
{
    const QModelIndexList rows = m_ui->historyTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->entry(rows.first().row());
}

void HistoryDialog::updatePage()
{
    const bool isEmpty = m_model->rowCount() == 0;
    const bool lacksJournal =
        m_model->problem() && m_model->problem()->kind == ErrorKind::NoJournal;
    if (m_model->problem())
        m_ui->noticeLabel->setText(lacksJournal
                                       ? tr("This database has no history, so that no change can "
                                            "be undone. Tagsmith can make three tables for it: "
                                            "tagsmith_operation, tagsmith_change and "
                                            "tagsmith_setting.")
                                       : m_model->problem()->message);
    else if (m_model->isLoading())
        m_ui->noticeLabel->setText(tr("Loading the history…"));
    else
        m_ui->noticeLabel->setText(m_ui->searchEdit->text().isEmpty()
                                       ? tr("Nothing has been done yet.")
                                       : tr("Nothing in the whole history is like this."));
    m_ui->makeButton->setVisible(lacksJournal && !m_source.profile.readOnly);
    m_ui->settingsButton->setEnabled(!m_model->problem());
    m_ui->pages->setCurrentWidget(isEmpty || m_model->problem()
                                      ? m_ui->noticePage
                                      : static_cast<QWidget *>(m_ui->historyTable));
    // The table is hidden until there is something in it, and cannot take the focus before.
    if (!isEmpty && m_ui->searchEdit->hasFocus() && !m_ui->searchEdit->isModified())
        m_ui->historyTable->setFocus();
    const int row = m_shownId.isEmpty() ? -1 : m_model->rowOf(m_shownId);
    if (!current() && !isEmpty && !m_model->isLoading())
        m_ui->historyTable->selectRow(std::max(row, 0));
    updateButtons();
}

void HistoryDialog::updateButtons()
{
    const OperationEntry *entry = current();
    const bool isUndo = entry && entry->kind == "undo"_L1;
    m_undoButton->setText(isUndo ? tr("&Redo this…") : tr("&Undo this…"));
    m_undoButton->setIcon(themedIcon(isUndo ? u"redo"_s : u"undo"_s, palette()));
    QString reason;
    if (m_source.profile.readOnly)
        reason = tr("The database was opened read-only.");
    else if (entry && !entry->undoneBy.isEmpty())
        reason = isUndo ? tr("It has been redone already.") : tr("It has been undone already.");
    m_undoButton->setEnabled(entry && reason.isEmpty() && !m_isTrying &&
                             !m_context.undo.isRunning());
    m_undoButton->setToolTip(
        reason.isEmpty() ? tr("Take this operation back; what was done after it stays") : reason);
    m_copyButton->setEnabled(m_details.has_value());
}

void HistoryDialog::showCurrent()
{
    const OperationEntry *entry = current();
    const QString id = entry ? entry->id : QString();
    updateButtons();
    if (entry && id == m_shownId)
        return;
    m_shownId = id;
    m_details.reset();
    m_trialToken.cancel();
    ++m_trialGeneration;
    m_isTrying = false;
    m_ui->preview->clear();
    m_detailsToken.cancel();
    m_changes->setChanges({});
    m_ui->headline->setText(entry ? operationHeadline(*entry) : QString());
    showNote(entry ? tr("Loading its rows…") : QString());
    updateButtons();
    const quint64 generation = ++m_detailsGeneration;
    if (!entry)
        return;
    const auto pending = m_context.repository.operation(m_source, id, shownRows);
    m_detailsToken = pending.token;
    whenDone(this, pending, [this, generation](const Result<OperationDetails> &answer) {
        if (generation == m_detailsGeneration)
            showDetails(answer);
    });
}

void HistoryDialog::showDetails(const Result<OperationDetails> &answer)
{
    if (!answer) {
        showNote(answer.error().message);
        return;
    }
    m_details = *answer;
    m_changes->setChanges(answer->changes);
    showNote(rowsNote(*answer));
    updateButtons();
}

void HistoryDialog::showNote(const QString &note)
{
    m_ui->changesNote->setText(note);
    m_ui->changesNote->setVisible(!note.isEmpty());
}

void HistoryDialog::copyDetails() const
{
    if (m_details)
        QGuiApplication::clipboard()->setText(operationText(*m_details, *m_changes));
}

void HistoryDialog::withSource(const OperationEntry &entry, const Step &step)
{
    if (entry.vocabulary == m_source.vocabulary.name) {
        step(m_source);
        return;
    }
    const auto pending = m_context.repository.open(m_source.profile, entry.vocabulary);
    whenDone(this, pending,
             [this, step, generation = m_trialGeneration](const Result<TagSource> &answer) {
                 if (generation != m_trialGeneration)
                     return;
                 if (answer) {
                     step(*answer);
                     return;
                 }
                 m_isTrying = false;
                 m_ui->preview->showError(answer.error().message);
                 updateButtons();
             });
}

void HistoryDialog::tryUndo()
{
    if (!current() || m_isTrying)
        return;
    const OperationEntry entry = *current();
    m_isTrying = true;
    const quint64 generation = ++m_trialGeneration;
    m_ui->preview->showInformation(tr("Trying it out, without changing anything…"));
    updateButtons();
    withSource(entry, [this, entry, generation](const TagSource &source) {
        UndoRequest request;
        request.operation = entry.id;
        request.dryRun = true;
        const auto pending = m_context.repository.undo(source, request);
        m_trialToken = pending.token;
        whenDone(this, pending, [this, source, entry, generation](const Result<Receipt> &answer) {
            if (generation == m_trialGeneration)
                receiveTrial(source, entry, answer);
        });
    });
}

void HistoryDialog::receiveTrial(const TagSource &source, const OperationEntry &entry,
                                 const Result<Receipt> &answer)
{
    m_isTrying = false;
    if (answer) {
        const QString outcome = undoOutcome(*answer);
        m_ui->preview->showInformation(outcome);
        confirm(source, entry, outcome, false);
    } else if (answer.error().conflicts && !answer.error().conflicts->empty()) {
        const QString outcome = conflictOutcome(*answer.error().conflicts);
        m_ui->preview->showWarning(outcome);
        confirm(source, entry, outcome, true);
    } else {
        m_ui->preview->showError(answer.error().message);
    }
    updateButtons();
}

void HistoryDialog::confirm(const TagSource &source, const OperationEntry &entry,
                            const QString &outcome, bool inConflict)
{
    const bool isUndo = entry.kind == "undo"_L1;
    Question question;
    question.title = isUndo ? tr("Redo") : tr("Undo");
    question.text =
        isUndo ? tr("Redo this? %1").arg(entry.summary) : tr("Undo this: %1?").arg(entry.summary);
    question.detail = outcome;
    question.acceptLabel = inConflict ? tr("&Choose…") : isUndo ? tr("&Redo") : tr("&Undo");
    m_context.prompts.ask(this, question, [this, source, entry](bool accepted) {
        m_ui->preview->clear();
        if (accepted)
            m_context.undo.takeBack(source, entry, this);
    });
}

void HistoryDialog::openSettings()
{
    auto *dialog =
        new HistorySettingsDialog(m_context.repository, m_source.profile, m_context.prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistorySettingsDialog::changed, this, &HistoryDialog::refresh);
    connect(dialog, &HistorySettingsDialog::changed, &m_context.undo, &UndoCommands::refresh);
    dialog->open();
}

} // namespace tagsmith
