// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ImportLineStore.h"
#include "gui/ImportLinesModel.h"
#include "gui/OneLineText.h"
#include "gui/VerdictTitle.h"
#include "models/CellText.h"

#include <QApplication>
#include <QPalette>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString cellText(const Cell &cell)
{
    return cell ? oneLineText(*cell) : u"NULL"_s;
}

/** As far as a tool tip has room for it. */
QString wholeText(const Cell &cell)
{
    constexpr qsizetype most = 2000;
    if (!cell)
        return u"NULL"_s;
    return cell->size() > most ? cell->first(most) + u'…' : *cell;
}

QVariant dimmed()
{
    return QApplication::palette().brush(QPalette::PlaceholderText);
}

} // namespace

std::optional<Cell> ImportLinesModel::unjudgedCell(const ImportLine &line, int column) const
{
    const QString field = m_columns.fileColumn(column);
    if (field.isEmpty() || isJudged(line))
        return std::nullopt; // it is shown as the rules and the database have made it
    for (const int position : {line.position, ImportCorrections::wholeField}) {
        const auto corrected = m_corrections.find(line.line, field, position);
        if (corrected && corrected != m_judged.find(line.line, field, position))
            return corrected;
    }
    return std::nullopt;
}

Cell ImportLinesModel::cell(const ImportLine &line, int column) const
{
    if (const auto corrected = unjudgedCell(line, column))
        return *corrected;
    if (column == m_columns.name())
        return line.name;
    if (column == m_columns.action())
        return line.action;
    if (column == m_columns.target())
        return line.target;
    const auto value = static_cast<size_t>(column - m_columns.firstValue());
    return value < line.values.size() ? line.values[value] : Cell();
}

std::optional<Cell> ImportLinesModel::oldCell(const ImportLine &line, int column) const
{
    const auto value = static_cast<size_t>(column - m_columns.firstValue());
    if (line.verdict != LineVerdict::Changed || !m_columns.isValue(column) ||
        value >= line.stored.size() || line.stored[value] == cell(line, column))
        return std::nullopt;
    return line.stored[value];
}

QString ImportLinesModel::verdictText(const ImportLine &line) const
{
    const bool isLeftOut = m_corrections.isLeftOut(line.line);
    if (isJudged(line))
        return isLeftOut ? tr("Left out") : verdictTitle(line.verdict);
    if (isLeftOut)
        return tr("To be left out");
    return m_corrections.isCorrected(line.line) ? tr("Corrected") : tr("To be judged");
}

QString ImportLinesModel::equalsText(const ImportLine &line) const
{
    if (line.equalName.isEmpty())
        return {};
    const QString name = oneLineText(line.equalName);
    return line.equalLine > 0
               ? tr("“%1”, line %2").arg(name, fileLineText(m_account.files, line.equalLine))
               : tr("“%1”, stored").arg(name);
}

QString ImportLinesModel::text(const ImportLine &line, int column) const
{
    if (column == ImportLineColumns::Line)
        return fileLineText(m_account.files, line.line);
    if (column == ImportLineColumns::Verdict)
        return verdictText(line);
    if (column == m_columns.target() || column == m_columns.action())
        return oneLineText(cell(line, column).value_or(QString()));
    if (column == m_columns.equals())
        return equalsText(line);
    if (column == m_columns.reason())
        return isJudged(line) && !m_corrections.isLeftOut(line.line) ? line.reason : QString();
    const QString now = cellText(cell(line, column));
    const auto before = oldCell(line, column);
    return before ? tr("%1 → %2").arg(cellText(*before), now) : now;
}

bool ImportLinesModel::isWrong(const ImportLine &line, int column) const
{
    return line.verdict == LineVerdict::Rejected && isJudged(line) && !line.column.isEmpty() &&
           m_columns.tableColumn(column) == line.column;
}

bool ImportLinesModel::showsProblem(const ImportLine &line, int column) const
{
    if (column == ImportLineColumns::Verdict)
        return line.verdict == LineVerdict::Rejected && isJudged(line);
    return isWrong(line, column);
}

QVariant ImportLinesModel::toolTip(int row, const ImportLine &line, int column) const
{
    QStringList parts;
    if (m_columns.hasCell(column)) { // of which the table may show only the beginning
        const auto before = oldCell(line, column);
        const QString now = wholeText(cell(line, column));
        parts << (before ? tr("%1 → %2").arg(wholeText(*before), now) : now);
    }
    if (showsProblem(line, column) || column == m_columns.reason())
        parts << line.reason;
    if (column == m_columns.equals())
        parts << equalsText(line);
    if (isEditable(row, column))
        parts << tr("Double-click to correct it");
    parts.removeAll(QString());
    return parts.isEmpty() ? QVariant() : toolTipText(parts.join(u'\n'));
}

QVariant ImportLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::TextAlignmentRole:
        return index.column() == ImportLineColumns::Line
                   ? QVariant(Qt::AlignVCenter | Qt::AlignTrailing)
                   : QVariant();
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
    case Qt::DecorationRole:
    case Qt::ForegroundRole:
    case OldTextRole:
    case NewTextRole:
    case NullRole:
    case NullableRole: return rowData(index.row(), index.column(), role);
    default: return {};
    }
}

QVariant ImportLinesModel::rowData(int row, int column, int role) const
{
    const ImportLine line = this->line(row);
    const bool hasCell = m_columns.hasCell(column);
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::EditRole: return hasCell ? cell(line, column).value_or(QString()) : QString();
    case Qt::ToolTipRole: return toolTip(row, line, column);
    case Qt::DecorationRole: return showsProblem(line, column) ? m_problemIcon : QVariant();
    case Qt::ForegroundRole: return m_corrections.isLeftOut(line.line) ? dimmed() : QVariant();
    case NullableRole: return m_columns.isNullable(column);
    case NullRole:
        return hasCell && column != m_columns.action() && !cell(line, column) &&
               !oldCell(line, column);
    default: return changeData(line, column, role);
    }
}

QVariant ImportLinesModel::changeData(const ImportLine &line, int column, int role) const
{
    const auto before = oldCell(line, column);
    if (!before)
        return {};
    return cellText(role == OldTextRole ? *before : cell(line, column));
}

QVariant ImportLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == ImportLineColumns::Line)
        return tr("Line");
    if (section == ImportLineColumns::Verdict)
        return tr("Verdict");
    if (section == m_columns.action())
        return tr("Action");
    if (section == m_columns.target())
        return tr("Target");
    if (section == m_columns.equals())
        return tr("Equals");
    return section == m_columns.reason() ? tr("Reason") : m_columns.tableColumn(section);
}

} // namespace tagsmith
