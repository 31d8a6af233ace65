// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/RowsModel.h"

#include "models/CellText.h"

#include <QFont>
#include <QLocale>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

RowsModel::RowsModel(QObject *parent) : QAbstractTableModel(parent) {}

void RowsModel::setRows(const QStringList &titles, std::vector<Row> rows, const QSet<int> &numeric)
{
    beginResetModel();
    m_titles = titles;
    m_rows = std::move(rows);
    m_numeric = numeric;
    endResetModel();
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QString RowsModel::text(const QModelIndex &index) const
{
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const auto column = static_cast<size_t>(index.column());
    if (column >= row.size() || !row[column])
        return u"NULL"_s;
    const QString &value = *row[column];
    bool isNumber = false;
    const qint64 number = m_numeric.contains(index.column()) ? value.toLongLong(&isNumber) : 0;
    return isNumber ? QLocale().toString(number) : value;
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const auto column = static_cast<size_t>(index.column());
    const bool isNull = column >= row.size() || !row[column];
    switch (role) {
    case Qt::DisplayRole: return shownText(text(index).toStdString());
    case Qt::ToolTipRole: return isNull ? QVariant() : QVariant(toolTipText(text(index)));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (m_numeric.contains(index.column()) ? Qt::AlignTrailing
                                                                               : Qt::AlignLeading));
    case Qt::FontRole:
        if (isNull) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    default: return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_titles.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_titles.at(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter |
                        (m_numeric.contains(section) ? Qt::AlignTrailing : Qt::AlignLeading));
    return {};
}

} // namespace tagsmith
