// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringView>

namespace tagsmith
{

class RowImage;

/** Where the columns of the key stand in a row of @p image, ascending. */
QList<int> keyPlaces(const RowImage &image);

/**
 * Whether the rows of @p before and @p after, two lists that RowImage::list() has made, have the
 * same values in the cells at the places @p key (from 0, ascending), row by row.
 */
bool haveSameKeys(QStringView before, QStringView after, const QList<int> &key);

} // namespace tagsmith
