// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/AftercareDialog.h"

#include "core/Pending.h"
#include "core/Snapshot.h"
#include "gui/ChangeSummary.h"
#include "gui/Prompts.h"
#include "gui/RowsModel.h"
#include "repository/TagRepository.h"
#include "ui_AftercareDialog.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>

#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

AftercareDialog::AftercareDialog(TagRepository &repository, Prompts &prompts,
                                 const Receipt &receipt, QWidget *parent)
    : QDialog(parent), m_repository(repository), m_prompts(prompts), m_receipt(receipt),
      m_ui(std::make_unique<Ui::AftercareDialog>()), m_redirects(new RowsModel(this)),
      m_objects(new RowsModel(this))
{
    m_ui->setupUi(this);
    QPushButton *close = m_ui->buttonBox->button(QDialogButtonBox::Close);
    close->setObjectName(u"closeButton"_s);
    close->setDefault(true);
    prepareTable(m_ui->redirectsTable, m_redirects);
    prepareTable(m_ui->objectsTable, m_objects);
    m_ui->headline->setText(
        leavesWork(receipt)
            ? tr("The change is done. What the application keeps outside of the database is left "
                 "to you:")
            : tr("The change is done. These objects have other tags now; where a search index "
                 "holds them, index them again."));
    m_ui->tabs->clear();
    showSteps();
    showRedirects();
    showObjects();
    connect(m_ui->saveRedirectsButton, &QPushButton::clicked, this,
            &AftercareDialog::saveRedirects);
    connect(m_ui->saveObjectsButton, &QPushButton::clicked, this, &AftercareDialog::saveObjects);
    close->setFocus();
}

AftercareDialog::~AftercareDialog() = default;

void AftercareDialog::prepareTable(QTableView *table, RowsModel *model)
{
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
}

void AftercareDialog::showSteps()
{
    if (m_receipt.aftercare.empty())
        return;
    // The page's own background shows through.
    m_ui->stepsArea->viewport()->setAutoFillBackground(false);
    m_ui->steps->setAutoFillBackground(false);
    for (const AftercareStep &step : m_receipt.aftercare)
        addStep(step);
    m_ui->stepsLayout->addStretch(1);
    m_ui->tabs->addTab(m_ui->stepsPage, tr("&Steps"));
}

void AftercareDialog::addStep(const AftercareStep &step)
{
    auto *text = new QLabel(step.text, m_ui->steps);
    text->setObjectName(u"stepText"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->stepsLayout->addWidget(text);
    if (step.command.isEmpty())
        return;
    auto *command = new QLineEdit(step.command, m_ui->steps);
    command->setObjectName(u"stepCommand"_s);
    command->setReadOnly(true);
    command->setAccessibleName(tr("Command"));
    command->setToolTip(step.command);
    command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    command->setCursorPosition(0);
    auto *copy = new QPushButton(tr("Copy"), m_ui->steps);
    copy->setObjectName(u"copyCommandButton"_s);
    copy->setAccessibleName(tr("Copy the command %1").arg(step.command));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [text = step.command] { QGuiApplication::clipboard()->setText(text); });
    auto *line = new QHBoxLayout;
    line->addWidget(command, 1);
    line->addWidget(copy);
    m_ui->stepsLayout->addLayout(line);
}

void AftercareDialog::showRedirects()
{
    if (m_receipt.redirects.empty())
        return;
    std::vector<Row> rows;
    for (const Redirect &redirect : m_receipt.redirects)
        rows.push_back({redirect.from, redirect.to});
    m_redirects->setRows({tr("Old slug"), tr("New slug")}, std::move(rows));
    m_ui->redirectsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->tabs->addTab(
        m_ui->redirectsPage,
        tr("&Addresses (%1)")
            .arg(locale().toString(static_cast<qint64>(m_receipt.redirects.size()))));
}

void AftercareDialog::showObjects()
{
    if (m_receipt.changedObjects.empty())
        return;
    qint64 count = 0;
    for (const ChangedObjects &objects : m_receipt.changedObjects) {
        m_ui->objectsChoice->addItem(objects.table);
        count += static_cast<qint64>(objects.rows.size()) + objects.leftOut;
    }
    connect(m_ui->objectsChoice, &QComboBox::currentIndexChanged, this,
            &AftercareDialog::showObjectsOf);
    showObjectsOf(0);
    m_ui->tabs->addTab(m_ui->objectsPage, tr("To &index again (%1)").arg(locale().toString(count)));
}

void AftercareDialog::showObjectsOf(int index)
{
    const ChangedObjects &objects = m_receipt.changedObjects[static_cast<size_t>(index)];
    m_objects->setRows(objects.columns, objects.rows);
    m_ui->objectsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const auto shown = static_cast<qint64>(objects.rows.size());
    m_ui->objectsCount->setText(
        objects.leftOut == 0
            ? (shown == 1 ? tr("1 object") : tr("%1 objects").arg(locale().toString(shown)))
            : tr("%1 of %2 shown")
                  .arg(locale().toString(shown), locale().toString(shown + objects.leftOut)));
}

void AftercareDialog::saveRedirects()
{
    save(u"redirects.csv"_s, {u"old_slug"_s, u"new_slug"_s}, m_redirects->rows());
}

void AftercareDialog::saveObjects()
{
    const auto index = static_cast<size_t>(m_ui->objectsChoice->currentIndex());
    const ChangedObjects &objects = m_receipt.changedObjects[index];
    save(objects.table + u".csv"_s, objects.columns, objects.rows);
}

void AftercareDialog::save(const QString &suggestion, const QStringList &titles,
                           const std::vector<Row> &rows)
{
    m_prompts.askFileToSave(
        this, tr("Choose the file to write"), suggestion, {tr("CSV files (*.csv)")},
        [this, titles, rows](const QString &path) { write(path, titles, rows); });
}

void AftercareDialog::write(const QString &path, const QStringList &titles,
                            const std::vector<Row> &rows)
{
    std::vector<Column> columns(static_cast<size_t>(titles.size()));
    for (size_t i = 0; i < columns.size(); ++i)
        columns[i].name = titles.at(static_cast<qsizetype>(i));
    SnapshotBuilder builder(columns, 0);
    for (const Row &row : rows) {
        for (const Cell &cell : row) {
            if (cell)
                builder.append(*cell);
            else
                builder.appendNull();
        }
    }
    ExportRequest request;
    request.snapshot = builder.finish();
    request.rows.resize(rows.size());
    std::iota(request.rows.begin(), request.rows.end(), 0U);
    request.path = path;
    whenDone(this, m_repository.exportTags(request), [this, path](const Result<qint64> &answer) {
        if (answer)
            m_ui->message->showInformation(tr("Written to %1").arg(path));
        else
            m_ui->message->showError(answer.error().message);
    });
}

} // namespace tagsmith
