// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Reference.h"
#include "database/TableShape.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Finds a readable text for the object of each tagging of a page: where the mapping names the
 * objects' tables, in those; otherwise by declared foreign keys, by the type beside the object's
 * id (Django's content types, the class names of Rails and Laravel), by the name of the column
 * (post_id), or in the row itself. What cannot be found is NULL, never an error.
 */
class ObjectLabels
{
public:
    /** @p link is the table of @p reference. */
    ObjectLabels(ScopedConnection &connection, const Reference &reference, const TableShape &link);

    /** The columns of the reference's table that find() needs. */
    const QStringList &columns() const { return m_columns; }
    /** A text for each of @p rows, whose cells are those of columns(). Throws only Cancelled. */
    std::vector<Cell> find(const std::vector<Row> &rows);

private:
    void addColumn(const QString &column);
    Cell cell(const Row &row, const QString &column) const;
    bool matches(const Row &row, const std::vector<ColumnValue> &where) const;

    std::vector<ObjectTable> candidates(const std::vector<Row> &rows);
    void addLinked(std::vector<ObjectTable> &tables);
    void addTyped(const std::vector<Row> &rows, std::vector<ObjectTable> &tables);
    void addByName(std::vector<ObjectTable> &tables);
    QStringList tablesOfType(const QString &type);
    void fill(const ObjectTable &table, const std::vector<Row> &rows, std::vector<Cell> &labels);
    std::map<QString, Cell> readLabels(const ObjectTable &table, const QStringList &keys);
    const std::optional<TableShape> &shape(const QString &table);
    bool complete(ObjectTable &table);

    ScopedConnection &m_connection;
    const Reference &m_reference;
    const TableShape &m_link;
    QStringList m_columns;
    QStringList m_objectColumns;
    QString m_typeColumn;    ///< says of which kind the object is; empty where nothing does
    QString m_typedIdColumn; ///< the object's id beside it
    QString m_ownLabel;      ///< a readable column of the reference's table itself
    std::map<QString, std::optional<TableShape>> m_shapes;
};

} // namespace tagsmith
