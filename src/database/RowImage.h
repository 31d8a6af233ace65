// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Some columns of the rows of one table as text from which the very same values can be made again,
 * on the server: a row is a JSON array with one string, or null, for each column; a list of rows is
 * a JSON array of these. The strings are what the type needs to lose nothing (bytes as hexadecimal
 * digits, FLOAT as DOUBLE, on SQLite the storage class before the value).
 */
class RowImage
{
public:
    /**
     * @p columns: in this order, none of them generated. @p key: those of them that tell rows
     * apart; empty where nothing does. Throws (Missing) where the table lacks one.
     */
    RowImage(const ScopedConnection &connection, const TableSchema &table,
             const QStringList &columns, const QStringList &key);

    const QString &table() const { return m_table; }
    const QStringList &columns() const { return m_columns; }
    const QStringList &key() const { return m_key; }

    /** The column, for the table `tagsmith_change`: what fromLayout() makes the same image of. */
    QString layout() const;
    static RowImage fromLayout(const ScopedConnection &connection,
                               const std::vector<TableSchema> &schema, const QString &table,
                               const QString &layout);

    /** An expression: the row of the table called @p alias (empty: no alias) as a JSON array. */
    QString row(const QString &alias) const;
    /** An aggregate: @p rows, each of row(), in the order of @p order, as one JSON array. */
    QString list(const QString &rows, const QString &order) const;
    /**
     * For FROM, beside the table that has it: the rows of the list @p rows, called @p alias, with
     * their `position` and for value() and sameKey(). May stand after a comma or JOIN only.
     */
    QString unpacked(const QString &rows, const QString &alias) const;
    /** An expression: what to store in the column with the index @p column, from unpacked(). */
    QString value(int column, const QString &alias) const;
    /** Whether the row of @p table has the key of that of @p alias, which unpacked() made. The
     * index of the key serves it. Without a key: whether all columns are equal, byte for byte. */
    QString sameKey(const QString &table, const QString &alias) const;

private:
    QString m_table;
    QStringList m_columns;
    QStringList m_key;
    std::vector<Column> m_types; ///< of the columns
    bool m_isSqlite;
};

/** The columns that tell rows of @p table apart: the primary key, or a unique key without NULLs, or
 * on SQLite the rowid under its free name; empty where there are none. */
QStringList rowKey(ScopedConnection &connection, const TableSchema &table);

} // namespace tagsmith
