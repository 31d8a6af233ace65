// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TagTableModel.h"

#include "models/CellText.h"
#include "models/RowOfName.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Real;
}

} // namespace

TagTableModel::TagTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void TagTableModel::reset(Arrangement arrangement)
{
    beginResetModel();
    m_arrangement = std::move(arrangement);
    endResetModel();
}

const Column &TagTableModel::column(const QModelIndex &index) const
{
    return m_arrangement.snapshot->columns()[static_cast<size_t>(index.column())];
}

int TagTableModel::snapshotRow(const QModelIndex &index) const
{
    return static_cast<int>(m_arrangement.order[static_cast<size_t>(index.row())]);
}

QString TagTableModel::name(int row) const
{
    return m_arrangement.snapshot->name(
        static_cast<int>(m_arrangement.order[static_cast<size_t>(row)]));
}

int TagTableModel::rowOf(const QString &name) const
{
    return rowOfName(m_arrangement, name);
}

int TagTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_arrangement.rowCount();
}

int TagTableModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_arrangement.snapshot)
        return 0;
    return static_cast<int>(m_arrangement.snapshot->columns().size());
}

QVariant TagTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Snapshot &snapshot = *m_arrangement.snapshot;
    const int row = snapshotRow(index);
    switch (role) {
    case Qt::DisplayRole: return shownText(snapshot.utf8(row, index.column()));
    case Qt::EditRole: return snapshot.text(row, index.column());
    case Qt::ToolTipRole: return toolTipText(snapshot.text(row, index.column()));
    case Qt::AccessibleTextRole:
        return snapshot.isNull(row, index.column()) ? u"NULL"_s
                                                    : shownText(snapshot.utf8(row, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (isNumeric(column(index).type) ? Qt::AlignRight : Qt::AlignLeft)));
    case CellRole: return snapshot.isNull(row, index.column());
    default: return {};
    }
}

QVariant TagTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const Column &description = m_arrangement.snapshot->columns()[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return description.name;
    case Qt::ToolTipRole: return u"%1 %2"_s.arg(description.name, description.declaredType);
    default: return QAbstractTableModel::headerData(section, orientation, role);
    }
}

Qt::ItemFlags TagTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const Column &description = column(index);
    if (description.type != ColumnType::Binary && !description.generated)
        flags |= Qt::ItemIsEditable;
    return flags;
}

/** What the user means by @p value; a null QString is NULL. */
QString TagTableModel::requestedText(const QModelIndex &index, const QVariant &value) const
{
    const QString text = value.toString();
    if (!text.isEmpty() || text.isNull())
        return text;
    // An emptied editor: a number or date cannot be empty, and NULL that was left alone stays.
    const bool wasNull = m_arrangement.snapshot->isNull(snapshotRow(index), index.column());
    const bool meansNull = column(index).nullable && column(index).type != ColumnType::Text;
    return wasNull || meansNull ? QString() : text;
}

bool TagTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = requestedText(index, value);
    const Cell before = m_arrangement.snapshot->cell(snapshotRow(index), index.column());
    if (text.isNull() ? !before : before == text)
        return false;
    emit editRequested(name(index.row()), index.column(), text);
    return true;
}

} // namespace tagsmith
