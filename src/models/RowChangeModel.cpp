// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RowChangeModel.h"

#include "models/CellText.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

Cell cellOf(const Row &row, qsizetype column)
{
    const auto index = static_cast<size_t>(column);
    return index < row.size() ? row[index] : Cell();
}

/** For example "post_id 10, tag_id 3". */
QString keyText(const RowChange &change)
{
    const Row &row = change.before ? *change.before : *change.after;
    QStringList parts;
    for (const QString &name : change.keyColumns) {
        const Cell cell = cellOf(row, change.columns.indexOf(name));
        parts << u"%1 %2"_s.arg(name, cell ? *cell : u"NULL"_s);
    }
    return parts.join(u", "_s);
}

} // namespace

RowChangeModel::RowChangeModel(QObject *parent) : QAbstractTableModel(parent) {}

void RowChangeModel::setChanges(const std::vector<RowChange> &changes)
{
    beginResetModel();
    m_lines.clear();
    for (const RowChange &change : changes) {
        if (change.before || change.after)
            addLines(change);
    }
    endResetModel();
}

void RowChangeModel::addLines(const RowChange &change)
{
    const bool isChanged = change.before && change.after;
    Line line;
    line.change = isChanged ? tr("Changed") : change.before ? tr("Deleted") : tr("Inserted");
    line.table = change.table;
    line.key = keyText(change);
    bool isFirst = true;
    for (qsizetype column = 0; column < change.columns.size(); ++column) {
        line.field = change.columns.at(column);
        line.before = {change.before.has_value(),
                       change.before ? cellOf(*change.before, column) : Cell()};
        line.after = {change.after.has_value(),
                      change.after ? cellOf(*change.after, column) : Cell()};
        if (isChanged && line.before.cell == line.after.cell)
            continue;
        m_lines.push_back(isFirst ? line : Line{{}, {}, {}, line.field, line.before, line.after});
        isFirst = false;
    }
    if (isFirst) {
        line.field = tr("nothing");
        line.before = Version();
        line.after = Version();
        m_lines.push_back(line);
    }
}

int RowChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RowChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RowChangeModel::versionText(const Version &version)
{
    if (!version.isThere)
        return u"—"_s;
    return version.cell ? *version.cell : u"NULL"_s;
}

QString RowChangeModel::text(const Line &line, int column)
{
    switch (column) {
    case Change: return line.change;
    case Table: return line.table;
    case Key: return line.key;
    case Field: return line.field;
    case Before: return versionText(line.before);
    case After: return versionText(line.after);
    default: return {};
    }
}

bool RowChangeModel::isNoText(const Line &line, int column)
{
    return (column == Before && !line.before.cell) || (column == After && !line.after.cell);
}

QVariant RowChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return shownText(text(line, index.column()).toStdString());
    case Qt::EditRole: return text(line, index.column()); // the whole, for the clipboard
    case Qt::ToolTipRole: return toolTipText(text(line, index.column()));
    case NoTextRole: return isNoText(line, index.column());
    default: return {};
    }
}

QVariant RowChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeading);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Change: return tr("Change");
    case Table: return tr("Table");
    case Key: return tr("Row");
    case Field: return tr("Column");
    case Before: return tr("Before");
    case After: return tr("After");
    default: return {};
    }
}

} // namespace tagsmith
