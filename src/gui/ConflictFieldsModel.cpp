// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConflictFieldsModel.h"

#include "models/CellText.h"

#include <QFont>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

RowVersion versionOf(int section)
{
    switch (section) {
    case ConflictFieldsModel::Before: return RowVersion::Before;
    case ConflictFieldsModel::Yours: return RowVersion::Yours;
    default: return RowVersion::Theirs;
    }
}

} // namespace

ConflictFieldsModel::ConflictFieldsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ConflictFieldsModel::setChoice(ConflictChoice *choice)
{
    beginResetModel();
    m_choice = choice;
    endResetModel();
}

void ConflictFieldsModel::refresh()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, SectionCount - 1));
}

int ConflictFieldsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_choice)
        return 0;
    return m_choice->fieldCount() + (m_choice->isForWholeRow() ? 1 : 0);
}

int ConflictFieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : SectionCount;
}

int ConflictFieldsModel::fieldAt(int row) const
{
    return m_choice->isForWholeRow() ? row - 1 : row;
}

bool ConflictFieldsModel::isChoosable(const QModelIndex &index) const
{
    if (index.column() == Field)
        return false;
    const int field = fieldAt(index.row());
    return m_choice->isForWholeRow() ? field < 0 : m_choice->differs(field);
}

bool ConflictFieldsModel::isChosen(const QModelIndex &index) const
{
    const int field = std::max(0, fieldAt(index.row()));
    return !m_choice->isSkipped() && m_choice->chosen(field) == versionOf(index.column());
}

QString ConflictFieldsModel::versionText(RowVersion version, int field) const
{
    if (!m_choice->row(version))
        return tr("(not there)");
    if (field < 0)
        return tr("as below");
    return m_choice->cell(version, field).value_or(u"NULL"_s);
}

QVariant ConflictFieldsModel::fieldData(int field, int role) const
{
    const QString name = field < 0 ? tr("The whole row") : m_choice->conflict().columns.at(field);
    const bool differs = field < 0 || m_choice->differs(field);
    switch (role) {
    case Qt::DisplayRole: return differs ? tr("≠ %1").arg(name) : name;
    case Qt::AccessibleTextRole: return differs ? tr("%1, the versions differ").arg(name) : name;
    case Qt::ToolTipRole:
        return toolTipText(differs ? tr("%1: the versions differ").arg(name)
                                   : tr("%1: the same in all versions").arg(name));
    case Qt::FontRole: {
        QFont font;
        font.setBold(differs);
        return font;
    }
    default: return {};
    }
}

QVariant ConflictFieldsModel::versionData(const QModelIndex &index, int role) const
{
    const RowVersion version = versionOf(index.column());
    const int field = fieldAt(index.row());
    const QString text = versionText(version, field);
    switch (role) {
    case Qt::DisplayRole: return shownText(text.toStdString());
    case Qt::ToolTipRole: return toolTipText(text);
    case Qt::AccessibleTextRole:
        return isChoosable(index) && isChosen(index) ? tr("%1, chosen").arg(text) : text;
    case Qt::CheckStateRole:
        if (!isChoosable(index))
            return {};
        return static_cast<int>(isChosen(index) ? Qt::Checked : Qt::Unchecked);
    case Qt::FontRole: {
        const bool isValue = field >= 0 && m_choice->row(version).has_value();
        QFont font;
        font.setItalic(!isValue || !m_choice->cell(version, field));
        font.setBold(isChoosable(index) && isChosen(index));
        return font;
    }
    default: return {};
    }
}

QVariant ConflictFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!m_choice || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return index.column() == Field ? fieldData(fieldAt(index.row()), role)
                                   : versionData(index, role);
}

bool ConflictFieldsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!m_choice || !index.isValid() || role != Qt::CheckStateRole ||
        value.toInt() != Qt::Checked || index.column() == Field)
        return false;
    if (!isChoosable(index) && !m_choice->isForWholeRow())
        return false;
    m_choice->choose(std::max(0, fieldAt(index.row())), versionOf(index.column()));
    refresh();
    emit choiceChanged();
    return true;
}

QVariant ConflictFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeading);
    const bool isTip = role == Qt::ToolTipRole;
    if (role != Qt::DisplayRole && !isTip)
        return {};
    switch (section) {
    case Field: return tr("Field");
    case Before: return isTip ? tr("As it was when you decided on the change") : tr("Before");
    case Yours: return isTip ? tr("As your change would make it") : tr("Yours");
    case Theirs: return isTip ? tr("As others have made it, which is stored now") : tr("Theirs");
    default: return {};
    }
}

} // namespace tagsmith
