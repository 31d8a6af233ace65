// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportSheetChoice.h"

#include <QSignalBlocker>

namespace tagsmith
{

ImportSheetChoice::ImportSheetChoice(QWidget *parent) : QComboBox(parent)
{
    setMinimumContentsLength(16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setToolTip(tr("The sheet of the workbook that holds the tags"));
    showSheets({});
}

void ImportSheetChoice::setSheet(const QString &sheet)
{
    showSheets({});
    if (sheet.isEmpty())
        return;
    const QSignalBlocker blocker(this);
    addItem(sheet, sheet);
    setCurrentIndex(count() - 1);
}

void ImportSheetChoice::showSheets(const QStringList &sheets)
{
    const QString chosen = sheet();
    const QSignalBlocker blocker(this);
    clear();
    if (sheets.isEmpty())
        addItem(tr("The first one"), QString());
    for (const QString &name : sheets)
        addItem(name, count() == 0 ? QString() : name);
    setCurrentIndex(qMax(0, findData(chosen)));
}

} // namespace tagsmith
