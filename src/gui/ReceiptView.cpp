// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ReceiptView.h"

#include "gui/RowsModel.h"
#include "ui_ReceiptView.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

Cell number(qint64 value)
{
    return QString::number(value);
}

/** The user's word for SampleRows::outcome. */
QString outcomeTitle(const QString &outcome)
{
    if (outcome == "moved"_L1)
        return ReceiptView::tr("moved");
    if (outcome == "collapsed"_L1)
        return ReceiptView::tr("collapsed");
    if (outcome == "removed"_L1)
        return ReceiptView::tr("removed");
    if (outcome == "lifted"_L1)
        return ReceiptView::tr("lifted");
    return outcome;
}

} // namespace

ReceiptView::ReceiptView(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ReceiptView>()), m_references(new RowsModel(this)),
      m_counters(new RowsModel(this)), m_sample(new RowsModel(this)),
      m_redirects(new RowsModel(this))
{
    m_ui->setupUi(this);
    QFont bold = m_ui->summaryLabel->font();
    bold.setBold(true);
    m_ui->summaryLabel->setFont(bold);
    m_ui->sqlText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    prepareTable(m_ui->referencesTable, m_references);
    prepareTable(m_ui->countersTable, m_counters);
    prepareTable(m_ui->sampleTable, m_sample);
    prepareTable(m_ui->redirectsTable, m_redirects);
    connect(m_ui->sampleChoice, &QComboBox::currentIndexChanged, this, &ReceiptView::showSample);
    connect(m_ui->sqlButton, &QPushButton::toggled, this, &ReceiptView::switchToSql);
    connect(m_ui->copySqlButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->sqlText->toPlainText()); });
    clear();
}

ReceiptView::~ReceiptView() = default;

void ReceiptView::prepareTable(QTableView *table, RowsModel *model)
{
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
}

void ReceiptView::clear()
{
    setReceipt(std::make_shared<const Receipt>(), {});
    m_ui->summaryLabel->clear();
    m_ui->tabs->hide();
}

void ReceiptView::setReceipt(const ShownReceipt &receipt, const ChangeSubject &subject)
{
    m_receipt = receipt;
    m_ui->summaryLabel->setText(changeSummary(*m_receipt, subject));
    showWarnings();
    m_ui->tabs->clear();
    showReferences(subject.references);
    showCounters();
    showSamples();
    showAfterwards();
    showSql();
}

void ReceiptView::showWarnings()
{
    const QStringList &warnings = m_receipt->warnings;
    if (warnings.isEmpty())
        m_ui->warnings->clear();
    else
        m_ui->warnings->showWarning(warnings.join(u'\n'));
    m_ui->warningsArea->setVisible(!warnings.isEmpty());
    fitWarnings();
}

void ReceiptView::fitWarnings()
{
    if (m_ui->warningsArea->isHidden())
        return;
    // A few are shown whole; more of them scroll, so that the tables keep their room.
    constexpr int mostLines = 6;
    const int wanted = m_ui->warnings->layout()->totalHeightForWidth(width());
    m_ui->warningsArea->setFixedHeight(std::min(wanted, fontMetrics().lineSpacing() * mostLines));
}

void ReceiptView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWarnings();
}

void ReceiptView::showReferences(const std::vector<Reference> &references)
{
    const bool isDelete = m_receipt->kind == "delete"_L1;
    const bool isRename = m_receipt->kind == "rename"_L1;
    std::vector<Row> rows;
    for (const ReferenceCount &count : m_receipt->references) {
        const bool stays = isDelete && staysWithoutTag(count, references);
        Row row{count.table + u'.' + count.column};
        if (isRename)
            row.push_back(number(count.moved));
        else if (isDelete)
            row.insert(row.end(), {number(stays ? 0 : count.removed),
                                   number(count.moved + (stays ? count.removed : 0))});
        else
            row.insert(row.end(),
                       {number(count.moved), number(count.collapsed), number(count.removed)});
        rows.push_back(std::move(row));
    }
    QStringList titles{tr("Reference")};
    if (isRename)
        titles << tr("Following");
    else if (isDelete)
        titles << tr("Removed") << tr("Left without a tag");
    else
        titles << tr("Moved") << tr("Collapsed") << tr("Removed");
    const bool none = rows.empty();
    m_references->setRows(titles, std::move(rows), {1, 2, 3});
    m_ui->referencesTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < titles.size(); ++column)
        m_ui->referencesTable->resizeColumnToContents(column);
    m_ui->referencesTable->setVisible(!none);
    m_ui->referencesNote->setVisible(none);
    m_ui->referencesNote->setText(isRename ? tr("Nothing but the tag itself has to change.")
                                           : tr("No other table is known to use these tags."));
    // What a rename does not touch is worth no page where there is something else to say.
    const bool isIdle = isRename && none && leavesWork(*m_receipt);
    if (!isIdle)
        m_ui->tabs->addTab(m_ui->referencesPage, tr("Re&ferences"));
}

void ReceiptView::showCounters()
{
    std::vector<Row> rows;
    for (const CounterChange &change : m_receipt->counters)
        rows.push_back({change.tag, change.column, change.before, change.after});
    if (rows.empty())
        return;
    m_counters->setRows({tr("Tag"), tr("Counter"), tr("Before"), tr("After")}, std::move(rows),
                        {2, 3});
    m_ui->countersTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->tabs->addTab(m_ui->countersPage, tr("Co&unters"));
}

void ReceiptView::showSamples()
{
    m_ui->sampleChoice->clear();
    for (const SampleRows &sample : m_receipt->samples)
        m_ui->sampleChoice->addItem(tr("%1, %2").arg(sample.table, outcomeTitle(sample.outcome)));
    if (!m_receipt->samples.empty())
        m_ui->tabs->addTab(m_ui->samplesPage, tr("Sam&ple rows"));
}

void ReceiptView::showSample(int index)
{
    if (index < 0 || index >= static_cast<int>(m_receipt->samples.size())) {
        m_sample->setRows({}, {});
        return;
    }
    const SampleRows &sample = m_receipt->samples[static_cast<size_t>(index)];
    m_sample->setRows(sample.columns, sample.rows);
    m_ui->sampleTable->resizeColumnsToContents();
    m_ui->sampleTable->horizontalHeader()->setStretchLastSection(true);
}

void ReceiptView::showAfterwards()
{
    if (!m_receipt->redirects.empty()) {
        std::vector<Row> rows;
        for (const Redirect &redirect : m_receipt->redirects)
            rows.push_back({redirect.from, redirect.to});
        m_redirects->setRows({tr("Address that ends"), tr("Instead of it")}, std::move(rows));
        m_ui->redirectsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        m_ui->tabs->addTab(m_ui->redirectsPage, tr("&Addresses"));
    }
    QStringList steps;
    for (const AftercareStep &step : m_receipt->aftercare)
        steps << (step.command.isEmpty() ? step.text : step.text + u"\n    "_s + step.command);
    m_ui->afterwardsText->setPlainText(steps.join(u'\n'));
    if (!steps.isEmpty())
        m_ui->tabs->addTab(m_ui->afterwardsPage, tr("After&wards"));
}

void ReceiptView::showSql()
{
    const bool none = m_receipt->sql.isEmpty();
    m_ui->sqlText->setPlainText(m_receipt->sql.join(u'\n'));
    m_ui->sqlButton->setEnabled(!none);
    if (none)
        m_ui->sqlButton->setChecked(false);
    switchToSql(m_ui->sqlButton->isChecked());
}

void ReceiptView::switchToSql(bool on)
{
    m_ui->tabs->setVisible(!on);
    m_ui->sqlText->setVisible(on);
    m_ui->copySqlButton->setVisible(on);
}

} // namespace tagsmith
