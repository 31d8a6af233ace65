// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Reference.h"
#include "database/Schema.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** What a row of @p table is about besides the tag in @p column; see ObjectKey. */
std::vector<ObjectKey> objectsOf(const TableSchema &table, const QString &column);

/** The tables that the objects of @p reference stand in, as far as foreign keys tell. */
std::vector<ObjectTable> objectTablesOf(const std::vector<TableSchema> &schema,
                                        const TableSchema &table, const Reference &reference);

/** The column of @p table that a person knows its rows by; the key itself where there is none. */
QString readableColumn(const TableSchema &table, const QString &key);

} // namespace tagsmith
