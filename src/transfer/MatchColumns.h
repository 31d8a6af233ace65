// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** How the columns of a file stand to those of the one before it. */
struct ColumnMatch
{
    std::vector<size_t> fieldOf; ///< of each column, its position in the file before
    QString missing;             ///< the first one that is not there; empty: none
    QString additional;          ///< the first one that the file before has not; empty: none
};

/** Matches @p columns by name with those of @p before; letter case counts only to tell two apart.
 */
ColumnMatch matchColumns(const QStringList &before, const QStringList &columns);

} // namespace tagsmith
