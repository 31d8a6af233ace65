// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportLineFilter.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace tagsmith
{

/**
 * A button for each verdict of an import, with its count. A click shows its lines alone; with Ctrl,
 * also on the keyboard, it adds them to those shown or takes them away.
 */
class ImportFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ImportFilterBar(QWidget *parent = nullptr);

    /** Shows the counts of @p account; the buttons that are on stay so. */
    void setAccount(const ImportAccount &account);
    /** Every line is shown. */
    void reset();

signals:
    /** The user wants to see other lines. */
    void chosen(const tagsmith::ImportLineFilter &filter);

private:
    struct Filter
    {
        QPushButton *button;
        ImportLineFilter filter; ///< that the button stands for; every line is the first one's
        QString title;
    };

    void addFilter(const QString &title, const ImportLineFilter &filter, const QString &name,
                   const QString &toolTip);
    /** @p filter was clicked. */
    void choose(const ImportLineFilter &filter);
    /** Adds @p filter to those shown, or takes it away. */
    void toggle(const ImportLineFilter &filter);
    void showChosen();
    bool isChosen(const ImportLineFilter &filter) const;

    QGridLayout *m_grid;
    std::vector<Filter> m_filters;
    ImportLineFilter m_chosen;
    bool m_isAdding = false; ///< Ctrl was held as a button was pressed
};

} // namespace tagsmith
