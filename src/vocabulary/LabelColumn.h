// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/TableShape.h"

#include <QString>

namespace tagsmith
{

/** The column by which a person knows the rows of a table: its title, its name …; or empty. */
QString labelColumn(const TableShape &table);

} // namespace tagsmith
