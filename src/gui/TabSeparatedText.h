// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

class QAbstractItemModel;

namespace tagsmith
{

/**
 * The cells @p columns of the rows @p rows as spreadsheets take them: a tab between cells, a line
 * end between rows, a cell with one of these or a quote in it in quotes. NULL is an empty cell.
 */
QString tabSeparatedText(const QAbstractItemModel &model, const std::vector<int> &rows,
                         const std::vector<int> &columns);

} // namespace tagsmith
