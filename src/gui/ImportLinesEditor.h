// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace tagsmith
{

/**
 * Corrects one cell of an import's lines: a line of text for every type, with a box for NULL where
 * the column of the table may be so, as in CellEditor.
 */
class ImportLinesEditor : public QWidget
{
    Q_OBJECT

public:
    /** @p title: the heading of the column. */
    ImportLinesEditor(const QString &title, bool isNullable, QWidget *parent);

    /** What the editor begins with. */
    void setCell(const Cell &cell);
    Cell cell() const;
    /** Whether the user has changed something. */
    bool isModified() const { return m_isModified; }

    QSize sizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addNullBox(const QString &title);

    QLineEdit *m_line;
    QCheckBox *m_null = nullptr;
    bool m_isModified = false;
};

} // namespace tagsmith
