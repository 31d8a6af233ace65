// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportLineFilter.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QGridLayout;
class QPushButton;

namespace tagsmith
{

/** A button for each verdict of an import, with its count, one of which is on. */
class ImportFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ImportFilterBar(QWidget *parent = nullptr);

    /** Shows the counts of @p account; the button that is on stays so. */
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
        ImportLineFilter filter;
        QString title;
    };

    void addFilter(const QString &title, const ImportLineFilter &filter, const QString &name);

    QButtonGroup *m_group;
    QGridLayout *m_grid;
    std::vector<Filter> m_filters;
};

} // namespace tagsmith
