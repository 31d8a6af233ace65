// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/**
 * A row that is no longer as a change was decided on. A version that is missing means that the row
 * is not there in it. The cells are in the order of the columns.
 */
struct RowConflict
{
    QString table;
    QStringList columns;
    QStringList keyColumns;    ///< those of the columns that tell the rows apart; may be all
    std::optional<Row> before; ///< as it was when the change was decided on
    std::optional<Row> yours;  ///< as the change would make it
    std::optional<Row> theirs; ///< as it is now
    QString reason;            ///< one sentence where the versions alone do not tell; may be empty

    friend bool operator==(const RowConflict &, const RowConflict &) = default;
};

/** What the user chose for one row in conflict; a row without one is skipped. */
struct RowResolution
{
    RowConflict conflict;      ///< as it was shown; it has to be so still
    std::optional<Row> chosen; ///< what the row shall become; nothing: it shall not be there

    friend bool operator==(const RowResolution &, const RowResolution &) = default;
};

} // namespace tagsmith
