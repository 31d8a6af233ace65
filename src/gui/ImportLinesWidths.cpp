// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLinesWidths.h"

#include "gui/FittedWidths.h"
#include "gui/ImportLineColumns.h"
#include "gui/ImportLinesModel.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace tagsmith
{

namespace
{

constexpr int sampledRows = 50;    ///< for the widths of columns
constexpr int narrowestName = 140; ///< where there is room: later names may be longer
constexpr int widestColumn = 320;
constexpr int reasonCharacters = 28; ///< of a reason are seen at least, however long the names are
constexpr int narrowestCharacters = 8;

} // namespace

ImportLinesWidths::ImportLinesWidths(QTableView &table, const ImportLinesModel &model)
    : QObject(&table), m_table(table), m_model(model)
{
    table.horizontalHeader()->setResizeContentsPrecision(sampledRows);
    table.installEventFilter(this);
}

void ImportLinesWidths::fit()
{
    QHeaderView *header = m_table.horizontalHeader();
    const std::vector<int> flexible = flexibleColumns();
    m_wanted.clear();
    for (int column = 0; column + 1 < header->count(); ++column) { // the last one is stretched
        m_table.resizeColumnToContents(column);
        const int narrowest = column == m_model.nameColumn() ? narrowestName : 0;
        const int wanted = std::clamp(header->sectionSize(column) + 8, narrowest, widestColumn);
        header->resizeSection(column, wanted);
        if (std::binary_search(flexible.begin(), flexible.end(), column))
            m_wanted.push_back(wanted);
    }
    const QAbstractItemView &view = m_table; // where it is public
    m_wantedReason = view.sizeHintForColumn(header->count() - 1) + 8;
    fitIntoTable();
}

std::vector<int> ImportLinesWidths::flexibleColumns() const
{
    std::vector<int> columns;
    for (int column = m_model.nameColumn(); column + 1 < m_model.columnCount(); ++column)
        columns.push_back(column);
    return columns;
}

void ImportLinesWidths::fitIntoTable()
{
    QHeaderView *header = m_table.horizontalHeader();
    const std::vector<int> columns = flexibleColumns();
    if (columns.size() != m_wanted.size())
        return;
    const int average = m_table.fontMetrics().averageCharWidth();
    const int narrowestReason = reasonCharacters * average;
    const int widestReason = std::max(narrowestReason, m_table.width() * 2 / 5);
    int space = m_table.width() - 2 * m_table.frameWidth() -
                std::clamp(m_wantedReason, narrowestReason, widestReason) -
                m_table.verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < m_model.nameColumn(); ++column)
        space -= header->sectionSize(column);
    m_fitted = fittedWidths(m_wanted, narrowestCharacters * average, space);
    for (size_t i = 0; i < columns.size(); ++i)
        header->resizeSection(columns[i], m_fitted[i]);
}

bool ImportLinesWidths::areFitted() const
{
    const std::vector<int> columns = flexibleColumns();
    return std::equal(columns.begin(), columns.end(), m_fitted.begin(), m_fitted.end(),
                      [this](int column, int width) {
                          return m_table.horizontalHeader()->sectionSize(column) == width;
                      });
}

bool ImportLinesWidths::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && areFitted())
        fitIntoTable();
    return QObject::eventFilter(watched, event);
}

void ImportLinesWidths::fitLineNumbers()
{
    // The numbers grow towards the end, and only the first rows were measured.
    const QModelIndex last = m_model.index(m_model.rowCount() - 1, ImportLineColumns::Line);
    QHeaderView *header = m_table.horizontalHeader();
    const int width = std::min(m_table.sizeHintForIndex(last).width() + 8, widestColumn);
    if (header->sectionSize(ImportLineColumns::Line) < width)
        header->resizeSection(ImportLineColumns::Line, width);
}

} // namespace tagsmith
