// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportPreviewModel.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QStyle>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxShown = 200;

/** One line of bounded length: a cell may hold a whole megabyte. */
QString shownText(const QString &text)
{
    QString shown = text.left(maxShown);
    shown.replace("\r\n"_L1, "↵"_L1);
    for (const char16_t lineEnd : {u'\n', u'\r', u'\u2028', u'\u2029'})
        shown.replace(QChar(lineEnd), QChar(u'↵'));
    return text.size() > maxShown ? shown + u'…' : shown;
}

} // namespace

ImportPreviewModel::ImportPreviewModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_problemIcon(QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning))
{
}

void ImportPreviewModel::setPreview(ImportPreview preview)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_problemCount =
        static_cast<int>(std::count_if(m_preview.problems.cbegin(), m_preview.problems.cend(),
                                       [](const QString &text) { return !text.isEmpty(); }));
    endResetModel();
}

int ImportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int ImportPreviewModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_preview.columns.size()) + (m_problemCount > 0 ? 1 : 0);
}

QVariant ImportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = fileColumn(index.column());
    if (column < 0)
        return problemData(index.row(), role);
    return cellData(m_preview.rows[static_cast<size_t>(index.row())], column, role);
}

QVariant ImportPreviewModel::problemData(int row, int role) const
{
    const QString text = problem(row);
    if (text.isEmpty())
        return {};
    if (role == Qt::DecorationRole)
        return m_problemIcon;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return text;
    return {};
}

QVariant ImportPreviewModel::cellData(const Row &row, int column, int role) const
{
    // A ragged record may have fewer fields than the file has columns.
    const bool isMissing = static_cast<size_t>(column) >= row.size();
    const Cell cell = isMissing ? Cell() : row[static_cast<size_t>(column)];
    switch (role) {
    case Qt::DisplayRole: return isMissing ? QVariant() : cell ? shownText(*cell) : tr("NULL");
    case Qt::ToolTipRole:
        return cell && cell->size() > maxShown ? QVariant(shownText(*cell)) : QVariant();
    case Qt::FontRole:
        if (!cell && !isMissing) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    default: return {};
    }
}

QVariant ImportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (role != Qt::DisplayRole)
            return {};
        const int column = fileColumn(section);
        return column < 0 ? tr("Problem") : m_preview.columns.value(column);
    }
    const QString text = problem(section);
    if (role == Qt::DecorationRole)
        return text.isEmpty() ? QVariant() : m_problemIcon;
    if (role == Qt::ToolTipRole)
        return text.isEmpty() ? QVariant() : text;
    if (role == Qt::DisplayRole && static_cast<size_t>(section) < m_preview.lines.size())
        return QLocale().toString(m_preview.lines[static_cast<size_t>(section)]);
    return {};
}

} // namespace tagsmith
