// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TagTableView.h"

#include "gui/TabSeparatedText.h"
#include "gui/TagDelegate.h"
#include "models/TagTableModel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

TagTableView::TagTableView(QWidget *parent)
    : QTableView(parent), m_rowMenu(new QMenu(this)), m_delegate(new TagDelegate(this))
{
    m_rowMenu->setObjectName(u"rowMenu"_s);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table; the arrow keys move in it
    setHorizontalScrollMode(ScrollPerPixel);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);

    QHeaderView *header = horizontalHeader();
    header->setObjectName(u"columnHeader"_s);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TagTableView::sortRequested);
}

void TagTableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &TagTableView::selectedRowsChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &TagTableView::currentTagChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TagTableView::selectedRowsChanged);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TagTableView::selectedRowsChanged);
    if (const auto *tags = qobject_cast<const TagTableModel *>(model)) {
        connect(tags, &TagTableModel::aboutToMoveOn, this, &TagTableView::rememberPlace);
        connect(tags, &TagTableModel::movedOn, this, &TagTableView::keepPlace);
    }
}

/** The rows that the user looks at shall not jump when others insert or delete some above. */
void TagTableView::rememberPlace()
{
    m_anchors.clear();
    const bool isAtTop = verticalScrollBar()->value() == 0;
    const int top = rowAt(0);
    if (top < 0 || (isAtTop && !isEditing()))
        return; // who looks at the beginning sees what is new there
    const int lastSeen = rowAt(viewport()->height() - 1);
    const int bottom = lastSeen < 0 ? model()->rowCount() - 1 : lastSeen;
    const int current = currentIndex().row();
    if (current >= top && current <= bottom)
        m_anchors.push_back({currentIndex(), current});
    for (int row = top; row <= bottom; ++row)
        m_anchors.push_back({model()->index(row, 0), row});
}

void TagTableView::keepPlace()
{
    const std::vector<Anchor> anchors = std::exchange(m_anchors, {});
    for (const Anchor &anchor : anchors) {
        if (!anchor.index.isValid())
            continue; // this row is gone; the next one stays where it was
        const int moved = anchor.index.row() - anchor.row;
        if (moved == 0)
            return;
        const bool isPerPixel = verticalScrollMode() == ScrollPerPixel;
        const int step = isPerPixel ? verticalHeader()->defaultSectionSize() : 1;
        executeDelayedItemsLayout();
        updateGeometries(); // the scroll bar has to know of the rows before
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved * step);
        return;
    }
}

void TagTableView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const QModelIndex current = currentIndex();
    const auto *tags = qobject_cast<const TagTableModel *>(model());
    if (tags && isEditing() && current.row() >= start && current.row() <= end) {
        const auto *line = qobject_cast<const QLineEdit *>(indexWidget(current));
        if (line && line->isModified()) {
            emit editedTagGone(tags->key(current.row()), tags->name(current.row()),
                               current.column(), line->text());
        }
    }
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

int TagTableView::selectedRowCount() const
{
    if (!selectionModel())
        return 0;
    int count = 0;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        count += range.height();
    return count;
}

std::vector<int> TagTableView::selectedRowNumbers() const
{
    std::vector<int> rows;
    if (!selectionModel())
        return rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void TagTableView::copySelection()
{
    const std::vector<int> rows = selectedRowNumbers();
    if (rows.empty())
        return;
    std::vector<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.push_back(column);
    }
    QGuiApplication::clipboard()->setText(tabSeparatedText(*model(), rows, columns));
}

void TagTableView::showRow(int row)
{
    const int column = std::max(0, horizontalHeader()->logicalIndexAt(0));
    const QModelIndex index = model()->index(row, column);
    setCurrentIndex(index);
    scrollTo(index);
}

void TagTableView::ensureCurrent()
{
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

void TagTableView::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setSortIndicator(-1, Qt::AscendingOrder);
    for (int column = 0; column < header->count(); ++column) {
        header->setSectionHidden(
            column,
            model()->headerData(column, Qt::Horizontal, TagTableModel::HiddenAtFirstRole).toBool());
        header->moveSection(header->visualIndex(column), column);
    }
    const auto *tags = qobject_cast<const TagTableModel *>(model());
    const int uses = tags ? tags->usesColumn() : -1;
    if (uses >= 0) // how much a name is used stands beside it
        header->moveSection(uses, tags->nameColumn() + 1);
}

void TagTableView::fitColumns()
{
    constexpr int sampledRows = 200;
    const int widest = std::max(200, width() * 2 / 5);
    QHeaderView *header = horizontalHeader();
    header->setResizeContentsPrecision(sampledRows);
    for (int column = 0; column < header->count(); ++column) {
        const int wanted = std::max(sizeHintForColumn(column), header->sectionSizeHint(column));
        header->resizeSection(column, std::clamp(wanted + 12, 90, widest));
    }
}

void TagTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        emit currentTagChanged();
}

void TagTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !isEditing())
        emit escapePressed();
    else
        QTableView::keyPressEvent(event);
}

void TagTableView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    m_rowMenu->popup(position);
    event->accept();
}

void TagTableView::selectionChanged(const QItemSelection &selected,
                                    const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectedRowsChanged();
}

} // namespace tagsmith
