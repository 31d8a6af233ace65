// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLinesModel.h"

#include "core/ImportLineStore.h"

#include <QApplication>
#include <QStyle>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportLinesModel::ImportLinesModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_problemIcon(QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning))
{
}

void ImportLinesModel::setAccount(const ImportAccount &account, const ImportRequest &request,
                                  FileFormat format, const Vocabulary &vocabulary)
{
    beginResetModel();
    m_account = account;
    m_judged = m_corrections;
    m_columns = ImportLineColumns(account, request, vocabulary);
    m_hasLists = !request.listSeparator.isEmpty() && account.content == ImportContent::Tags;
    m_sharesLines = format == FileFormat::Json;
    m_shared = {-1, false};
    findRows();
    endResetModel();
}

void ImportLinesModel::clear()
{
    beginResetModel();
    m_account = {};
    m_columns = {};
    m_filter = {};
    m_corrections = {};
    m_judged = {};
    findRows();
    endResetModel();
}

void ImportLinesModel::setFilter(const ImportLineFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    findRows();
    endResetModel();
}

void ImportLinesModel::findRows()
{
    m_rows.reset();
    if (m_account.lines && m_filter != ImportLineFilter())
        m_rows = m_account.lines->matching(m_filter);
}

void ImportLinesModel::dropCorrections()
{
    m_corrections = {};
    m_judged = {};
}

void ImportLinesModel::setLeftOut(const std::vector<qint64> &lines, bool leftOut)
{
    if (leftOut)
        m_corrections.leaveOut(lines);
    else
        m_corrections.takeAgain(lines);
    announce();
}

void ImportLinesModel::setAsInFile(const std::vector<qint64> &lines)
{
    m_corrections.revert(lines);
    announce();
}

void ImportLinesModel::announce()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit corrected();
}

qint64 ImportLinesModel::place(int row) const
{
    return m_rows ? qint64((*m_rows)[static_cast<size_t>(row)]) : row;
}

int ImportLinesModel::rowOf(qint64 place) const
{
    if (!m_rows)
        return static_cast<int>(std::min<qint64>(place, rowCount()));
    const auto found = std::lower_bound(m_rows->begin(), m_rows->end(), place);
    return static_cast<int>(found - m_rows->begin());
}

ImportLine ImportLinesModel::line(int row) const
{
    return m_account.lines->at(place(row));
}

int ImportLinesModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_account.lines)
        return 0;
    return static_cast<int>(m_rows ? static_cast<qint64>(m_rows->size())
                                   : m_account.lines->count());
}

int ImportLinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_account.lines ? 0 : m_columns.count();
}

bool ImportLinesModel::isEditable(int row, int column) const
{
    const QString field = m_columns.fileColumn(column);
    if (field.isEmpty())
        return false;
    if (!m_hasLists && !m_sharesLines)
        return true;
    const ImportLine line = this->line(row);
    if (m_sharesLines && sharesLine(place(row), line.position))
        return false; // a correction tells its record by the line
    // As long as the names that a cell is divided into are not judged, they cannot be told.
    return column != m_columns.name() || correctedPosition(row, column) < 0 ||
           m_corrections.find(line.line, field) == m_judged.find(line.line, field);
}

bool ImportLinesModel::sharesLine(qint64 place, int position) const
{
    const qint64 first = place - position;
    if (m_shared.first == first)
        return m_shared.second;
    const ImportLineStore &lines = *m_account.lines;
    const qint64 number = lines.at(first).line;
    qint64 next = first + 1;
    while (next < lines.count() && lines.at(next).line == number && lines.at(next).position > 0)
        ++next;
    const bool isShared = (first > 0 && lines.at(first - 1).line == number) ||
                          (next < lines.count() && lines.at(next).line == number);
    m_shared = {first, isShared};
    return isShared;
}

int ImportLinesModel::correctedPosition(int row, int column) const
{
    const ImportLine line = this->line(row);
    if (!m_hasLists || column != m_columns.name())
        return ImportCorrections::wholeField;
    const bool isAlone = line.position == 0 && m_account.lines->at(place(row) + 1).position == 0;
    return isAlone ? ImportCorrections::wholeField : line.position;
}

Qt::ItemFlags ImportLinesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (checkIndex(index, CheckIndexOption::IndexIsValid) &&
        isEditable(index.row(), index.column()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ImportLinesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const ImportLine line = this->line(index.row());
    const int column = index.column();
    const QString field = m_columns.fileColumn(column);
    Cell wanted = value.isValid() ? Cell(value.toString()) : Cell();
    // A number or a date cannot be empty, and a null text is none.
    if (wanted && wanted->isEmpty() && m_columns.isNullable(column) &&
        m_columns.type(column) != ColumnType::Text)
        wanted.reset();
    else if (wanted && wanted->isNull())
        wanted = u""_s;
    if (wanted == cell(line, column))
        return false;
    // What was written in place of a whole line of merges has to keep its target.
    const QString target = m_columns.fileColumn(m_columns.target());
    if (m_account.content == ImportContent::Merges && column == m_columns.name() &&
        !line.target.isEmpty() && m_corrections.find(line.line, field) &&
        !m_corrections.find(line.line, target))
        m_corrections.correct(line.line, target, line.target);
    m_corrections.correct(line.line, field, wanted, correctedPosition(index.row(), column));
    announce();
    return true;
}

} // namespace tagsmith
