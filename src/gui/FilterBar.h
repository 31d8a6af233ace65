// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace tagsmith
{

/** The line that filters as the user types, with the number of rows it leaves. */
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    void clear();
    void focusFilter();
    /** Says how many of @p total tags are shown. */
    void setCounts(int shown, int total);

signals:
    void filterChanged(const QString &text);
    /** The user is done with the filter: to the table. */
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);

    QLineEdit *m_line;
    QLabel *m_count;
};

} // namespace tagsmith
