// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

/**
 * The tables that the objects of a polymorphic type may stand in, the likeliest first: the class
 * names of Rails ("Post", "Blog::Post") and Laravel ("App\Models\Post") and plain words.
 */
QStringList tableNamesOfType(const QString &type);

/** The tables that a column called @p column may name a row of: posts for "post_id". */
QStringList tableNamesOfColumn(const QString &column);

} // namespace tagsmith
