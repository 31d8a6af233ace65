// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** A record as an object of JSON; what is NULL is left out. At most as many fields as columns. */
QString recordJson(const QStringList &columns, const Row &fields);

/** A record as a line of CSV, without its end. */
QString recordCsv(const Row &fields);

/** @p text between quotes, as one cell of CSV. */
QString csvCell(const QString &text);

/** The reverse of csvCell(). */
QString textOfCsvCell(const QString &cell);

} // namespace tagsmith
