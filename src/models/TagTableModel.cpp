// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TagTableModel.h"

#include "models/CellText.h"
#include "models/RowOfText.h"

#include <QLocale>

#include <cmath>
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

int TagTableModel::snapshotRow(int row) const
{
    return static_cast<int>(m_arrangement.order[static_cast<size_t>(row)]);
}

int TagTableModel::nameColumn() const
{
    return m_arrangement.snapshot ? m_arrangement.snapshot->nameColumn() : -1;
}

int TagTableModel::usesColumn() const
{
    return m_arrangement.snapshot ? m_arrangement.snapshot->usesColumn() : -1;
}

void TagTableModel::setCounting(bool counting)
{
    if (m_counting == counting)
        return;
    m_counting = counting;
    const int first = usesColumn();
    if (first >= 0 && rowCount() > 0)
        emit dataChanged(index(0, first), index(rowCount() - 1, columnCount() - 1));
}

QString TagTableModel::name(int row) const
{
    return m_arrangement.snapshot->name(snapshotRow(row));
}

QString TagTableModel::key(int row) const
{
    return m_arrangement.snapshot->key(snapshotRow(row));
}

std::optional<qint64> TagTableModel::uses(int row) const
{
    const int column = usesColumn();
    if (column < 0 || m_arrangement.snapshot->isNull(snapshotRow(row), column))
        return std::nullopt;
    return m_arrangement.snapshot->text(snapshotRow(row), column).toLongLong();
}

int TagTableModel::rowOfKey(const QString &key) const
{
    return m_arrangement.snapshot
               ? rowOfText(m_arrangement, m_arrangement.snapshot->keyColumn(), key)
               : -1;
}

int TagTableModel::rowOf(const QString &name) const
{
    return m_arrangement.snapshot
               ? rowOfText(m_arrangement, m_arrangement.snapshot->nameColumn(), name)
               : -1;
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

QVariant TagTableModel::usesData(const QModelIndex &index, int role) const
{
    const Snapshot &snapshot = *m_arrangement.snapshot;
    const int row = snapshotRow(index.row());
    const bool isKnown = !snapshot.isNull(row, index.column());
    const qint64 uses = isKnown ? snapshot.text(row, index.column()).toLongLong() : 0;
    switch (role) {
    case Qt::DisplayRole:
        return isKnown ? QLocale().toString(uses) : (m_counting ? u"…"_s : u"?"_s);
    case Qt::EditRole: return snapshot.text(row, index.column());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        if (!isKnown)
            return m_counting ? tr("The uses are being counted") : tr("The uses are not known");
        return uses == 1 ? tr("1 use") : tr("%L1 uses").arg(uses);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | Qt::AlignRight));
    case BarRole: {
        // A logarithm, because a few tags have nearly all the uses.
        const auto largest = static_cast<double>(snapshot.largest(index.column()));
        return largest > 0 ? std::log1p(static_cast<double>(uses)) / std::log1p(largest) : 0.0;
    }
    case CellRole: return false;
    default: return {};
    }
}

QVariant TagTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (column(index).computed)
        return usesData(index, role);
    const Snapshot &snapshot = *m_arrangement.snapshot;
    const int row = snapshotRow(index.row());
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
    const bool isTotal = section == usesColumn();
    switch (role) {
    case Qt::DisplayRole: return isTotal ? tr("Uses") : description.name;
    case Qt::ToolTipRole:
        if (description.computed)
            return tr("How often each tag is used: %1").arg(description.declaredType);
        return u"%1 %2"_s.arg(description.name, description.declaredType);
    case Qt::InitialSortOrderRole:
        return description.computed ? QVariant(static_cast<int>(Qt::DescendingOrder)) : QVariant();
    case HiddenAtFirstRole: return description.computed && !isTotal;
    default: return QAbstractTableModel::headerData(section, orientation, role);
    }
}

Qt::ItemFlags TagTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const Column &description = column(index);
    if (description.type != ColumnType::Binary && !description.generated && !description.computed)
        flags |= Qt::ItemIsEditable;
    return flags;
}

/** What the user means by @p value; a null QString is NULL. */
QString TagTableModel::requestedText(const QModelIndex &index, const QVariant &value,
                                     const Cell &seen) const
{
    const QString text = value.toString();
    if (!text.isEmpty() || text.isNull())
        return text;
    // An emptied editor: a number or date cannot be empty, and NULL that was left alone stays.
    const bool meansNull = column(index).nullable && column(index).type != ColumnType::Text;
    return !seen || meansNull ? QString() : text;
}

bool TagTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    return requestEdit(index, value,
                       m_arrangement.snapshot->cell(snapshotRow(index.row()), index.column()));
}

bool TagTableModel::requestEdit(const QModelIndex &index, const QVariant &value, const Cell &seen)
{
    if (!(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = requestedText(index, value, seen);
    const Cell now = m_arrangement.snapshot->cell(snapshotRow(index.row()), index.column());
    // Whoever typed what is stored by now has nothing to write, nor has who changed nothing.
    const auto isIt = [&text](const Cell &cell) { return text.isNull() ? !cell : cell == text; };
    if (isIt(now) || isIt(seen))
        return false;
    emit editRequested(key(index.row()), index.column(), text, seen);
    return true;
}

} // namespace tagsmith
