// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace tagsmith
{

/** The items of the JSON array @p array, each as its text there; the array is sound. */
QStringList jsonItems(QStringView array);

/** @p items, each a JSON value, as an array, spelled as the lists of the journal are. */
QString jsonList(const QStringList &items);

} // namespace tagsmith
