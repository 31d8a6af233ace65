// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** `"text"`, or NULL. */
QString cellText(const Cell &cell);
/** The cell of @p column; NULL where @p row has none. */
Cell cellOf(const QStringList &columns, const Row &row, const QString &column);
/** A row's name: `tags, tag_id = "Qt"`. */
QString rowName(const QString &table, const QStringList &columns, const QStringList &keyColumns,
                const Row &row);

} // namespace tagsmith
