// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DetailsPanel.h"

#include "gui/RowsModel.h"
#include "gui/TagTableView.h"
#include "models/TagList.h"
#include "models/TaggingPages.h"
#include "ui_DetailsPanel.h"

#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int delayMs = 120;

} // namespace

DetailsPanel::DetailsPanel(TagRepository &repository, TagList &list, TagTableView &table,
                           QWidget *parent)
    : QDockWidget(tr("Details"), parent), m_list(list), m_table(table),
      m_ui(std::make_unique<Ui::DetailsPanel>()), m_pages(new TaggingPages(repository, this)),
      m_fields(new RowsModel(this)), m_taggings(new RowsModel(this)), m_delay(new QTimer(this))
{
    setObjectName(u"detailsPanel"_s);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    auto *contents = new QWidget(this);
    m_ui->setupUi(contents);
    setWidget(contents);
    m_ui->nameLine->setBackgroundRole(QPalette::Window);
    m_ui->fieldTable->setModel(m_fields);
    m_ui->taggingTable->setModel(m_taggings);
    prepareTable(m_ui->fieldTable);
    prepareTable(m_ui->taggingTable);
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 3);
    m_delay->setSingleShot(true);
    m_delay->setInterval(delayMs);
    connectParts();
    refresh();
}

DetailsPanel::~DetailsPanel() = default;

void DetailsPanel::prepareTable(QTableView *table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->setMinimumHeight(4 * (fontMetrics().height() + 6));
}

void DetailsPanel::connectParts()
{
    connect(&m_table, &TagTableView::currentTagChanged, this, &DetailsPanel::refresh);
    connect(&m_list, &TagList::arranged, this, &DetailsPanel::refresh);
    connect(&m_list, &TagList::usesStateChanged, this, &DetailsPanel::refresh);
    connect(&m_list, &TagList::loaded, this, [this] {
        if (isVisible())
            m_pages->reload();
    });
    connect(this, &QDockWidget::visibilityChanged, this, &DetailsPanel::refresh);
    connect(m_delay, &QTimer::timeout, this, &DetailsPanel::loadTaggings);
    connect(m_ui->referenceChoice, &QComboBox::currentIndexChanged, this,
            &DetailsPanel::askForTaggings);
    connect(m_ui->referenceChoice, &QComboBox::activated, this, [this] { m_hasChosen = true; });
    connect(m_pages, &TaggingPages::changed, this, &DetailsPanel::showTaggings);
    connect(m_ui->nextButton, &QToolButton::clicked, m_pages, &TaggingPages::showNext);
    connect(m_ui->previousButton, &QToolButton::clicked, m_pages, &TaggingPages::showPrevious);
    connect(m_ui->retryTaggingsButton, &QPushButton::clicked, m_pages, &TaggingPages::reload);
}

int DetailsPanel::currentRow() const
{
    const QModelIndex current = m_table.currentIndex();
    return m_list.source() && current.isValid() && current.row() < m_list.shown() ? current.row()
                                                                                  : -1;
}

void DetailsPanel::refresh()
{
    if (!isVisible()) {
        m_delay->stop();
        return;
    }
    const int row = currentRow();
    if (row < 0)
        showNoTag();
    else
        showTag(row);
}

void DetailsPanel::showNoTag()
{
    m_hasTag = false;
    m_key.clear();
    m_delay->stop();
    m_ui->nameLine->clear();
    m_ui->usesLabel->clear();
    m_fields->setRows({}, {});
    m_ui->referenceChoice->clear();
    m_pages->clear();
}

void DetailsPanel::showTag(int row)
{
    const QString key = m_list.model().key(row);
    const bool isAnother = !m_hasTag || key != m_key;
    m_hasTag = true;
    m_key = key;
    const QString name = m_list.model().name(row);
    if (m_ui->nameLine->text() != name) {
        m_ui->nameLine->setText(name);
        m_ui->nameLine->setCursorPosition(0);
        m_ui->nameLine->setToolTip(name.toHtmlEscaped());
    }
    showFields(row);
    showUses(row);
    fillReferences(row);
    if (isAnother)
        askForTaggings();
}

void DetailsPanel::showFields(int row)
{
    const Arrangement &shown = m_list.model().arrangement();
    const auto snapshotRow = static_cast<int>(shown.order[static_cast<size_t>(row)]);
    std::vector<Row> rows;
    rows.reserve(static_cast<size_t>(shown.snapshot->tableColumnCount()));
    for (int column = 0; column < shown.snapshot->tableColumnCount(); ++column) {
        rows.push_back({shown.snapshot->columns()[static_cast<size_t>(column)].name,
                        shown.snapshot->cell(snapshotRow, column)});
    }
    if (rows == m_fields->rows())
        return;
    m_fields->setRows({tr("Column"), tr("Value")}, rows);
    m_ui->fieldTable->resizeColumnToContents(0);
    const int widest = m_ui->fieldTable->viewport()->width() / 2;
    if (widest > 0 && m_ui->fieldTable->columnWidth(0) > widest)
        m_ui->fieldTable->setColumnWidth(0, widest);
}

QString DetailsPanel::usesText(qint64 uses)
{
    if (uses < 0)
        return {}; // not known
    return uses == 1 ? tr("1 use") : tr("%L1 uses").arg(uses);
}

void DetailsPanel::showUses(int row)
{
    const QString uses = usesText(m_list.model().uses(row).value_or(-1));
    QString text = uses;
    if (m_list.usesState() == UsesState::Failed)
        text = tr("The uses were not counted: %1").arg(m_list.usesProblem());
    else if (m_list.usesState() == UsesState::Counting && uses.isEmpty())
        text = tr("The uses are being counted…");
    m_ui->usesLabel->setText(text);
    m_ui->usesLabel->setVisible(!text.isEmpty());
}

/** For each reference of the vocabulary the uses of the tag; -1 where they are not known. */
std::vector<qint64> DetailsPanel::usesOfReferences(int row) const
{
    const std::vector<Reference> &references = m_list.source()->vocabulary.references;
    const Arrangement &shown = m_list.model().arrangement();
    const auto snapshotRow = static_cast<int>(shown.order[static_cast<size_t>(row)]);
    const int total = shown.snapshot->usesColumn();
    const bool isSplit = total + 1 < static_cast<int>(shown.snapshot->columns().size());
    int column = isSplit ? total + 1 : total;
    std::vector<qint64> uses;
    for (const Reference &reference : references) {
        const bool isCounted = total >= 0 && reference.role == ReferenceRole::Tagging;
        const Cell cell = isCounted ? shown.snapshot->cell(snapshotRow, column++) : Cell();
        uses.push_back(cell ? cell->toLongLong() : -1);
    }
    return uses;
}

/** The references, each with its uses; the most used is chosen until the user picks one. */
void DetailsPanel::fillReferences(int row)
{
    const std::vector<Reference> &references = m_list.source()->vocabulary.references;
    const std::vector<qint64> uses = usesOfReferences(row);
    QComboBox *choice = m_ui->referenceChoice;
    const QSignalBlocker blocker(choice);
    const int before = choice->currentIndex();
    if (choice->count() != static_cast<int>(references.size())) {
        choice->clear();
        m_hasChosen = false;
        for (const Reference &reference : references)
            choice->addItem(reference.title());
    }
    for (int i = 0; i < choice->count(); ++i) {
        const QString title = references[static_cast<size_t>(i)].title();
        const QString number = usesText(uses[static_cast<size_t>(i)]);
        choice->setItemText(
            i, number.isEmpty() ? title : tr("%1 – %2", "reference, uses").arg(title, number));
    }
    if (!m_hasChosen && !uses.empty()) {
        const auto most = std::max_element(uses.begin(), uses.end());
        choice->setCurrentIndex(static_cast<int>(most - uses.begin()));
    }
    choice->setToolTip(choice->currentText().toHtmlEscaped());
    if (before >= 0 && choice->currentIndex() != before)
        askForTaggings();
}

/** Loads the taggings of the current tag, unless another tag is current soon. */
void DetailsPanel::askForTaggings()
{
    m_pages->clear();
    if (m_hasTag && m_ui->referenceChoice->currentIndex() >= 0)
        m_delay->start();
}

void DetailsPanel::loadTaggings()
{
    if (m_hasTag && m_list.source() && isVisible())
        m_pages->show(*m_list.source(), m_key, m_ui->referenceChoice->currentIndex());
}

void DetailsPanel::showTaggings()
{
    const TaggingPage &page = m_pages->page();
    const auto rows = static_cast<qint64>(page.rows.size());
    const bool hasReferences = m_ui->referenceChoice->count() > 0;
    m_ui->referenceLabel->setVisible(hasReferences);
    m_ui->referenceChoice->setVisible(hasReferences);
    m_ui->nextButton->setEnabled(m_pages->hasNext());
    m_ui->previousButton->setEnabled(m_pages->hasPrevious());
    const bool isPaged = page.hasMore || m_pages->offset() > 0;
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->nextButton), static_cast<QWidget *>(m_ui->previousButton),
          static_cast<QWidget *>(m_ui->rangeLabel)})
        part->setVisible(isPaged);
    m_ui->rangeLabel->setText(
        tr("%L1 to %L2", "rows").arg(m_pages->offset() + 1).arg(m_pages->offset() + rows));

    if (!m_hasTag)
        showMessage(tr("No tag is chosen."));
    else if (!hasReferences)
        showMessage(tr("No references are known: nothing tells which rows use these tags."));
    else if (m_pages->state() == TaggingPages::State::Failed)
        showMessage(m_pages->problem(), true);
    else if (m_pages->state() == TaggingPages::State::Shown && rows == 0)
        showMessage(tr("No taggings"));
    else if (rows == 0)
        showMessage(tr("Loading…"));
    else if (m_pages->state() == TaggingPages::State::Shown) {
        QStringList titles = page.columns;
        titles.last() = tr("Object");
        const bool isReload = page.rows == m_taggings->rows();
        if (!isReload) {
            m_taggings->setRows(titles, page.rows);
            m_ui->taggingTable->resizeColumnsToContents();
        }
        m_ui->taggingPages->setCurrentWidget(m_ui->taggingTable);
    }
}

void DetailsPanel::showMessage(const QString &sentence, bool canRetry)
{
    m_ui->messageLabel->setText(sentence);
    m_ui->retryTaggingsButton->setVisible(canRetry);
    m_ui->taggingPages->setCurrentWidget(m_ui->messagePage);
}

} // namespace tagsmith
