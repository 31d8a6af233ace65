// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace tagsmith
{

/** The line that filters as the user types, and what is unused, with the number of rows left. */
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
    /** Lets the user ask for unused tags; otherwise @p reason says why that cannot be. */
    void setUnusedEnabled(bool enabled, const QString &reason = {});

signals:
    void filterChanged(const QString &text);
    void unusedOnlyChanged(bool unusedOnly);
    /** The user is done with the filter: to the table. */
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);

    QLineEdit *m_line;
    QCheckBox *m_unused;
    QLabel *m_count;
};

} // namespace tagsmith
