// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QStringList>

namespace tagsmith
{

/** The choice of a sheet of a workbook. */
class ImportSheetChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit ImportSheetChoice(QWidget *parent = nullptr);

    /** Its name; empty for the first one. */
    QString sheet() const { return currentData().toString(); }
    /** Before it is known which ones there are. */
    void setSheet(const QString &sheet);
    /** Offers @p sheets; the chosen one stays if it is among them. */
    void showSheets(const QStringList &sheets);
};

} // namespace tagsmith
