// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** How a column's values are compared, shown and edited. */
enum class ColumnType { Text, Integer, Real, DateTime, Binary };

/** One column of a tag table, as the database declares it. */
struct Column
{
    QString name;
    ColumnType type = ColumnType::Text;
    QString declaredType; ///< as the database spells it, for example "varchar(190)"
    bool nullable = true;
    bool hasDefault = false; ///< may be left out of an INSERT
    bool generated = false;  ///< computed by the database, never written
    qint64 maxLength = -1;   ///< in characters (code points); -1 where there is no limit
    QString characterSet;    ///< MySQL and MariaDB text columns
    QString collation;
    QString table;   ///< where it is not the vocabulary's own: the name table
    QString jsonKey; ///< the value is this key of the JSON object in the column (names per locale)
    bool computed = false; ///< no column of a table, but what Tagsmith counts: never written

    bool changesItself = false; ///< ON UPDATE CURRENT_TIMESTAMP: with any change of the row

    /** Whether a value must be given for a new row. */
    bool isRequired() const { return !nullable && !hasDefault && !generated; }

    friend bool operator==(const Column &, const Column &) = default;
};

} // namespace tagsmith
