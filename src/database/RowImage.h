// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "database/Schema.h"

#include <QString>
#include <QStringList>

#include <vector>

class QJsonArray;

namespace tagsmith
{

class Dialect;
class ScopedConnection;

/**
 * Some columns of the rows of one table as text from which the very same values can be made again,
 * on the server: a row is a JSON array with one string, or null, for each column; a list of rows is
 * a JSON array of these. The strings are what the type needs to lose nothing (bytes as hexadecimal
 * digits, FLOAT as DOUBLE, on SQLite the storage class before the value). Two rows are the same
 * where their texts are, compared as bytes.
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
    /** The same for rows() only: of a table, or with columns, that may not be there any more. */
    static RowImage forDisplay(const ScopedConnection &connection,
                               const std::vector<TableSchema> &schema, const QString &table,
                               const QString &layout);

    /** Expressions, for MySQL: the strings of row(). */
    QString values(const QString &alias) const;
    /** An expression: the row of the table called @p alias (empty: no alias) as a JSON array. */
    QString row(const QString &alias) const;
    /** An aggregate: @p rows, each of row(), in the order of the number @p order (or in any), as
     * one array. */
    QString list(const QString &rows, const QString &order = {}) const;
    /** An aggregate: list() of each row() of the table called @p alias, in any order. */
    QString rowList(const QString &alias) const;
    /**
     * For FROM, beside the table that has it: the rows of the list @p rows, called @p alias, for
     * position(), packed(), value() and sameKey(). May stand after a comma or JOIN only.
     */
    QString unpacked(const QString &rows, const QString &alias) const;
    /** A number that grows with the place of the row in its list. */
    QString position(const QString &alias) const;
    /** The row of unpacked(), byte for byte as row() made it. */
    QString packed(const QString &alias) const;
    /**
     * As packed(), but of the columns in @p columns the expressions beside them are taken; each has
     * to be of its column's type already. They stand in the order of columns().
     */
    QString packedWith(const QString &alias, const QStringList &columns,
                       const QStringList &expressions) const;
    /** An expression: what to store in the column with the index @p column, from unpacked(). */
    QString value(int column, const QString &alias) const;
    /** Whether @p own, a column of the type @p type (of any table), has the value of the column
     * with the index @p column, from unpacked(). */
    QString equals(const QString &own, const Column &type, int column, const QString &alias) const;
    /**
     * Whether the row of @p table has the key of that of @p alias, which unpacked() made; the index
     * of the key serves it. Without a key: whether all columns are equal, byte for byte. Those of
     * the key in @p given are compared with a parameter each instead, in the order of the key.
     */
    QString sameKey(const QString &table, const QString &alias,
                    const QStringList &given = {}) const;
    /** Whether @p columns of @p table, another one, are equal to the columns @p own of a row of
     * unpacked(). */
    QString sameValues(const QString &table, const QStringList &columns, const QString &alias,
                       const QStringList &own) const;
    /** The column called @p name, with its type. */
    const Column &column(const QString &name) const;

    /** The values of the row @p row, which row() made, as Statement::cell() would tell them. */
    Row cells(const QString &row) const;
    /** The same for each row of @p list, which list() made; none where it is empty. */
    std::vector<Row> rows(const QString &list) const;

private:
    Row cells(const QJsonArray &values) const;
    QStringList packedValues(const QString &alias) const;
    QString packedValue(const Column &column, const QString &expression) const;
    QString array(const QStringList &values) const;
    int indexOf(const QString &name) const;
    QString comparable(const Column &type, int column, const QString &alias) const;

    QString m_table;
    QStringList m_columns;
    QStringList m_key;
    std::vector<Column> m_types; ///< of the columns
    const Dialect *m_dialect;
    bool m_isSqlite;
};

/** The columns that tell rows of @p table apart: the primary key, or a unique key without NULLs, or
 * on SQLite the rowid under its free name; empty where there are none. */
QStringList rowKey(ScopedConnection &connection, const TableSchema &table);

/** All columns of @p table that can be written, and the rowid where @p key is that. */
QStringList storedColumns(const TableSchema &table, const QStringList &key);

} // namespace tagsmith
