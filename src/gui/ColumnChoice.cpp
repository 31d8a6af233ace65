// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ColumnChoice.h"

#include <QSignalBlocker>

#include <algorithm>

namespace tagsmith
{

QStringList columnsOf(const std::vector<TableOutline> &tables, const QString &table)
{
    const auto match =
        std::find_if(tables.begin(), tables.end(), [&table](const TableOutline &outline) {
            return outline.name.compare(table, Qt::CaseInsensitive) == 0;
        });
    return match == tables.end() ? QStringList() : match->columns;
}

QStringList namesOf(const std::vector<TableOutline> &tables)
{
    QStringList names;
    for (const TableOutline &table : tables)
        names << table.name;
    return names;
}

ColumnChoice::ColumnChoice(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this, &ColumnChoice::nameChosen);
}

void ColumnChoice::setNames(const QStringList &names, const QString &none)
{
    const QSignalBlocker blocker(this);
    const QString chosen = name();
    clear();
    m_none = none;
    if (!none.isEmpty())
        addItem(none, QString());
    for (const QString &entry : names)
        addItem(entry, entry);
    setName(chosen);
}

void ColumnChoice::setName(const QString &name)
{
    const QSignalBlocker blocker(this);
    int index = findData(name, Qt::UserRole, Qt::MatchFixedString);
    if (index < 0 && !name.isEmpty()) {
        addItem(tr("%1 (missing)").arg(name), name);
        index = count() - 1;
    }
    setCurrentIndex(index);
}

QString ColumnChoice::name() const
{
    return currentData().toString();
}

} // namespace tagsmith
