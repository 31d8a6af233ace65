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
    m_hasLists = !request.listSeparator.isEmpty() || account.content == ImportContent::Merges;
    m_sharesLines = format == FileFormat::Json;
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
    if (m_columns.fileColumn(column).isEmpty() || m_account.content == ImportContent::Merges)
        return false;
    if (!m_hasLists && !m_sharesLines)
        return true;
    // Names beside it that begin on the same line are of the same record, or of another one.
    const qint64 here = place(row);
    const qint64 number = m_account.lines->at(here).line;
    const bool isAlone =
        (here == 0 || m_account.lines->at(here - 1).line != number) &&
        (here + 1 == m_account.lines->count() || m_account.lines->at(here + 1).line != number);
    return isAlone || (m_hasLists && !m_sharesLines && column != ImportLineColumns::Name);
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
    const QString text = value.toString();
    // NULL that was not touched stays NULL; an emptied text stays a text.
    if (text == cell(line, index.column()).value_or(QString()))
        return false;
    m_corrections.correct(line.line, m_columns.fileColumn(index.column()),
                          text.isNull() ? u""_s : text);
    announce();
    return true;
}

} // namespace tagsmith
