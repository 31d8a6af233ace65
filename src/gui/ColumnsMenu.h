// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>

class QHeaderView;

namespace tagsmith
{

/** Hides and shows the columns of a table; one column always stays. */
class ColumnsMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ColumnsMenu(QWidget *parent = nullptr);

    /** Works on @p header, and opens where its context menu is asked for. */
    void attach(QHeaderView *header);

private:
    void fill();
    void setShown(int column, bool shown);

    QHeaderView *m_header = nullptr;
};

} // namespace tagsmith
