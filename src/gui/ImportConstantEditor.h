// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace tagsmith
{

/** A fixed value for one column of the table: whether there is one, and which; NULL where it may
 * be. */
class ImportConstantEditor : public QWidget
{
    Q_OBJECT

public:
    /** The names of the widgets begin with @p name. */
    ImportConstantEditor(const Column &column, const QString &name, QWidget *parent = nullptr);

    /** The box with the name of the column, to be placed in front. */
    QCheckBox *check() const { return m_check; }
    bool isOn() const;
    Cell cell() const;
    void setConstant(bool on, const Cell &value);

signals:
    /** The user has changed something. */
    void changed();

private:
    void showState();

    QCheckBox *m_check;
    QLineEdit *m_line;
    QCheckBox *m_null;
};

} // namespace tagsmith
