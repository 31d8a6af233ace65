// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

class QHeaderView;
class QMainWindow;

namespace tagsmith
{

struct TagSource;

/** Remembers the window's place, its panels and the columns of each table from one start to the
 * next. */
class WindowState
{
public:
    static void save(const QMainWindow &window);
    static void restore(QMainWindow &window);

    /** Order, widths, hidden columns and sorting of the table of @p source. */
    static void saveColumns(const TagSource &source, const QHeaderView &header);
    /** False where nothing is remembered for the table as it is now. */
    static bool restoreColumns(const TagSource &source, QHeaderView &header);
};

} // namespace tagsmith
