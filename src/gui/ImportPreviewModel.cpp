// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportPreviewModel.h"

#include "core/SplitNames.h"
#include "gui/OneLineText.h"

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

constexpr qsizetype maxName = 10'000; // a longer cell is no name, and would take its time

/** What stands between names for the eye: "; " rather than ";". */
QString shownSeparator(const QString &separator)
{
    if (separator.trimmed().isEmpty())
        return separator;
    return separator == ","_L1 || separator == ";"_L1 ? separator + u' '
                                                      : u' ' + separator.trimmed() + u' ';
}

} // namespace

ImportPreviewModel::ImportPreviewModel(QObject *parent)
    : QAbstractTableModel(parent),
      m_problemIcon(QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning))
{
}

bool ImportPreviewModel::shows(const ImportPreview &preview) const
{
    const auto isSameFile = [](const ImportFile &one, const ImportFile &other) {
        return one.path == other.path && one.linesBefore == other.linesBefore;
    };
    return !m_preview.columns.isEmpty() && m_preview.columns == preview.columns &&
           m_preview.rows == preview.rows && m_preview.lines == preview.lines &&
           m_preview.problems == preview.problems &&
           std::equal(m_preview.files.begin(), m_preview.files.end(), preview.files.begin(),
                      preview.files.end(), isSameFile);
}

void ImportPreviewModel::setPreview(ImportPreview preview)
{
    if (shows(preview)) {
        m_preview = std::move(preview);
        return;
    }
    beginResetModel();
    m_preview = std::move(preview);
    m_problemCount =
        static_cast<int>(std::count_if(m_preview.problems.cbegin(), m_preview.problems.cend(),
                                       [](const QString &text) { return !text.isEmpty(); }));
    applyRules();
    endResetModel();
}

void ImportPreviewModel::setNames(int field, const NameRules &rules, const QString &separator)
{
    if (field == m_nameField && rules == m_rules && separator == m_separator)
        return;
    m_nameField = field;
    m_rules = rules;
    m_separator = separator;
    applyRules();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ImportPreviewModel::applyRules()
{
    m_ruleCounts = {};
    m_nameCount = 0;
    m_names.assign(m_preview.rows.size(), Cell());
    m_emptied.assign(m_preview.rows.size(), false);
    m_emptiedCount = 0;
    const auto field = static_cast<size_t>(m_nameField);
    for (size_t i = 0; m_nameField >= 0 && i < m_names.size(); ++i) {
        const Row &row = m_preview.rows[i];
        if (field < row.size() && row[field] && row[field]->size() <= maxName &&
            problem(static_cast<int>(i)).isEmpty()) {
            const qint64 before = m_emptiedCount;
            m_names[i] = nameByRules(*row[field]);
            m_emptied[i] = m_emptiedCount > before;
        }
    }
}

QString ImportPreviewModel::nameByRules(const QString &cell)
{
    if (m_separator.isEmpty()) {
        ++m_nameCount;
        return applied(cell);
    }
    QStringList names;
    const std::vector<QStringView> parts = splitNames(cell, m_separator);
    for (const QStringView part : parts)
        names << applied(part.toString());
    m_nameCount += names.size();
    return names.join(shownSeparator(m_separator));
}

QString ImportPreviewModel::applied(const QString &name)
{
    const QString result = applyNameRules(m_rules, name, m_ruleCounts);
    if (result.isEmpty() && !name.isEmpty())
        ++m_emptiedCount;
    return result;
}

bool ImportPreviewModel::isEmptied(int row, int column) const
{
    return column == m_nameField && m_emptied[static_cast<size_t>(row)];
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
    return cellData(index.row(), column, role);
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

Cell ImportPreviewModel::cell(int row, int column) const
{
    const auto place = static_cast<size_t>(row);
    if (column == m_nameField && m_names[place])
        return m_names[place];
    return m_preview.rows[place][static_cast<size_t>(column)];
}

QVariant ImportPreviewModel::cellData(int row, int column, int role) const
{
    // A ragged record may have fewer fields than the file has columns.
    const Row &fields = m_preview.rows[static_cast<size_t>(row)];
    if (static_cast<size_t>(column) >= fields.size())
        return {};
    const Cell &original = fields[static_cast<size_t>(column)];
    const Cell cell = this->cell(row, column);
    switch (role) {
    case Qt::DisplayRole:
        if (isEmptied(row, column) && cell->isEmpty())
            return tr("(empty)");
        return cell ? oneLineText(*cell) : tr("NULL");
    case Qt::DecorationRole: return isEmptied(row, column) ? m_problemIcon : QVariant();
    case Qt::ToolTipRole:
        if (isEmptied(row, column))
            return tr("In the file: “%1”\nThe rules for names leave nothing of a name, so that it "
                      "would be rejected.")
                .arg(oneLineText(*original));
        if (original && cell != original)
            return tr("In the file: “%1”").arg(oneLineText(*original));
        return cell && cell->size() > oneLineLength ? QVariant(oneLineText(*cell)) : QVariant();
    case Qt::FontRole:
        if (!cell || (isEmptied(row, column) && cell->isEmpty())) {
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
    if (role == Qt::DisplayRole && static_cast<size_t>(section) < m_preview.lines.size()) {
        const qint64 line = m_preview.lines[static_cast<size_t>(section)];
        return m_preview.files.empty() ? QLocale().toString(line)
                                       : fileLineText(m_preview.files, line);
    }
    return {};
}

} // namespace tagsmith
