// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace tagsmith
{

/** Edits one value in a form, by the type of its column; with a box for NULL where it may be. */
class CellEditor : public QWidget
{
    Q_OBJECT

public:
    CellEditor(const Column &column, QWidget *parent = nullptr);

    const Column &column() const { return m_column; }
    /** What the editor begins with; isChanged() compares with it. */
    void setCell(const Cell &cell);
    Cell cell() const;
    /** What the editor began with. */
    const Cell &initialCell() const { return m_initial; }
    bool isChanged() const { return cell() != m_initial; }
    void setReadOnly(bool readOnly);

private:
    void addNullBox();
    QString text() const;
    void setText(const QString &text);
    void textWasEdited();
    void showLength();

    Column m_column;
    Cell m_initial;
    QLineEdit *m_line = nullptr;      ///< short text, numbers, dates
    QPlainTextEdit *m_area = nullptr; ///< long text
    QLabel *m_length = nullptr;
    QCheckBox *m_null = nullptr;
};

} // namespace tagsmith
