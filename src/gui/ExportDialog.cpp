// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ExportDialog.h"

#include "core/Pending.h"
#include "gui/FormatTitles.h"
#include "gui/Prompts.h"
#include "repository/TagRepository.h"
#include "ui_ExportDialog.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>

#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(TagRepository &repository, const Arrangement &arrangement,
                           const std::vector<std::uint32_t> &selectedRows, Prompts &prompts,
                           QWidget *parent)
    : QDialog(parent), m_repository(repository), m_arrangement(arrangement),
      m_selectedRows(selectedRows), m_prompts(prompts), m_ui(std::make_unique<Ui::ExportDialog>())
{
    m_ui->setupUi(this);
    m_exportButton = m_ui->buttonBox->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    m_exportButton->setObjectName(u"exportButton"_s);
    m_exportButton->setDefault(true);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setAutoDefault(false);
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->columnsNote), m_ui->busyArea}) {
        QSizePolicy policy = widget->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        widget->setSizePolicy(policy);
    }
    fillWidgets();
    connectWidgets();
    updateState();
}

ExportDialog::~ExportDialog()
{
    m_token.cancel();
}

void ExportDialog::fillWidgets()
{
    const QLocale locale;
    const Snapshot &snapshot = *m_arrangement.snapshot;
    const bool isFiltered = m_arrangement.rowCount() < snapshot.rowCount();
    m_ui->allRadio->setText(tr("&All (%1)").arg(locale.toString(snapshot.rowCount())));
    m_ui->shownRadio->setText(
        tr("S&hown, as sorted (%1)").arg(locale.toString(m_arrangement.rowCount())));
    const auto selected = static_cast<qint64>(m_selectedRows.size());
    m_ui->selectedRadio->setText(tr("&Selected (%1)").arg(locale.toString(selected)));
    m_ui->selectedRadio->setEnabled(!m_selectedRows.empty());
    // One selected row is where the cursor stands; only several were surely meant.
    QRadioButton *preset = m_selectedRows.size() > 1 ? m_ui->selectedRadio
                           : isFiltered              ? m_ui->shownRadio
                                                     : m_ui->allRadio;
    preset->setChecked(true);

    for (const Column &column : snapshot.columns()) {
        auto *item = new QListWidgetItem(column.name, m_ui->columnList);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    for (const FileFormat format : {FileFormat::Csv, FileFormat::Tsv, FileFormat::Json,
                                    FileFormat::JsonLines, FileFormat::Lines, FileFormat::Xlsx})
        m_ui->formatChoice->addItem(fileFormatTitle(format), fileFormatName(format));
}

void ExportDialog::connectWidgets()
{
    connect(m_ui->columnList, &QListWidget::itemChanged, this, &ExportDialog::updateState);
    connect(m_ui->pathEdit, &QLineEdit::textChanged, this, &ExportDialog::onPathChanged);
    for (const QRadioButton *radio : {m_ui->allRadio, m_ui->shownRadio, m_ui->selectedRadio})
        connect(radio, &QRadioButton::toggled, this, &ExportDialog::updateState);
    connect(m_ui->formatChoice, &QComboBox::currentIndexChanged, this,
            &ExportDialog::onFormatChanged);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(m_exportButton, &QPushButton::clicked, this, &ExportDialog::confirmExport);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ExportDialog::cancelExport);
}

FileFormat ExportDialog::format() const
{
    return fileFormatFromName(m_ui->formatChoice->currentData().toString())
        .value_or(FileFormat::Csv);
}

std::vector<std::uint32_t> ExportDialog::chosenRows() const
{
    if (m_ui->selectedRadio->isChecked())
        return m_selectedRows;
    if (m_ui->shownRadio->isChecked())
        return m_arrangement.order;
    std::vector<std::uint32_t> rows(static_cast<size_t>(m_arrangement.snapshot->rowCount()));
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

std::vector<int> ExportDialog::chosenColumns() const
{
    std::vector<int> columns;
    if (format() == FileFormat::Lines)
        return {m_arrangement.snapshot->nameColumn()};
    for (int i = 0; i < m_ui->columnList->count(); ++i) {
        if (m_ui->columnList->item(i)->checkState() == Qt::Checked)
            columns.push_back(i);
    }
    return columns;
}

QString ExportDialog::problem() const
{
    if (chosenColumns().empty())
        return tr("Choose at least one column.");
    if (m_ui->pathEdit->text().isEmpty())
        return tr("Choose the file to write.");
    return {};
}

void ExportDialog::updateState()
{
    const QString sentence = problem();
    const bool namesOnly = format() == FileFormat::Lines;
    m_ui->columnList->setEnabled(!namesOnly);
    m_ui->columnsNote->setVisible(namesOnly);
    m_ui->safeCheck->setEnabled(format() == FileFormat::Csv || format() == FileFormat::Tsv);
    m_ui->choices->setEnabled(!m_exporting);
    m_ui->busyArea->setVisible(m_exporting);
    m_ui->cancelButton->setEnabled(m_exporting);
    m_exportButton->setEnabled(sentence.isEmpty() && !m_exporting);
    if (sentence.isEmpty())
        m_ui->message->clear();
    else
        m_ui->message->showInformation(sentence);
}

void ExportDialog::onFormatChanged()
{
    const QString oldEnding = fileFormatEnding(m_lastFormat);
    m_lastFormat = format();
    QString path = m_ui->pathEdit->text();
    if (path.endsWith(oldEnding)) {
        path.chop(oldEnding.size());
        m_ui->pathEdit->setText(path + fileFormatEnding(m_lastFormat));
    }
    updateState();
}

void ExportDialog::onPathChanged()
{
    const auto named = fileFormatFromPath(m_ui->pathEdit->text());
    // Any format may be kept in a .txt file.
    if (named && *named != FileFormat::Lines)
        m_ui->formatChoice->setCurrentIndex(m_ui->formatChoice->findData(fileFormatName(*named)));
    updateState();
}

void ExportDialog::choosePath()
{
    const QString path = m_ui->pathEdit->text();
    const QString suggestion = path.isEmpty() ? u"tags"_s + fileFormatEnding(format()) : path;
    m_prompts.askFileToSave(this, tr("Choose the file to write"), suggestion,
                            exportFileFilters(format()), [this](const QString &chosen) {
                                m_confirmedPath = chosen;
                                m_ui->pathEdit->setText(chosen);
                            });
}

void ExportDialog::confirmExport()
{
    const QString path = m_ui->pathEdit->text();
    if (path == m_confirmedPath || !QFileInfo::exists(path)) {
        startExport();
        return;
    }
    Question question;
    question.title = tr("Replace the file?");
    question.text = tr("“%1” exists already.").arg(path);
    question.detail = tr("What it holds is lost when it is replaced.");
    question.acceptLabel = tr("Replace");
    question.isDestructive = true;
    m_prompts.ask(this, question, [this](bool accepted) {
        if (accepted)
            startExport();
    });
}

void ExportDialog::startExport()
{
    ExportRequest request;
    request.snapshot = m_arrangement.snapshot;
    request.rows = chosenRows();
    request.columns = chosenColumns();
    request.path = m_ui->pathEdit->text();
    request.format = format();
    request.spreadsheetSafe = m_ui->safeCheck->isEnabled() && m_ui->safeCheck->isChecked();

    const Pending<qint64> pending = m_repository.exportTags(request);
    m_token = pending.token;
    m_exporting = true;
    updateState();
    whenDone(this, pending, [this, path = request.path](const Result<qint64> &result) {
        finishExport(result, path);
    });
}

void ExportDialog::cancelExport()
{
    m_token.cancel();
    m_ui->cancelButton->setEnabled(false);
}

void ExportDialog::finishExport(const Result<qint64> &result, const QString &path)
{
    m_exporting = false;
    m_confirmedPath.clear();
    updateState();
    if (m_closeWhenDone) {
        QDialog::reject();
    } else if (result) {
        m_ui->message->showInformation(
            *result == 1 ? tr("1 tag written to %1").arg(path)
                         : tr("%1 tags written to %2").arg(QLocale().toString(*result), path));
        m_ui->buttonBox->button(QDialogButtonBox::Close)->setFocus();
    } else if (result.error().kind == ErrorKind::Cancelled) {
        m_ui->message->showInformation(tr("Cancelled; no file was written."));
    } else {
        m_ui->message->showError(result.error().message);
    }
}

void ExportDialog::reject()
{
    if (!m_exporting) {
        QDialog::reject();
        return;
    }
    m_closeWhenDone = true;
    cancelExport();
}

} // namespace tagsmith
