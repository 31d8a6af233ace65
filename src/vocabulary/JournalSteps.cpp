// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalSteps.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

// A part ends with some 250 KB or 2,000 rows, whatever comes first: each row counts as this longer.
const auto partBytes = "262144"_L1;
const auto rowBytes = "130"_L1;

/** Rows of: row_data, place, part. */
QString placedRows(bool isSqlite, const QString &row, const RowSelection &rows, const QString &from)
{
    const QString source =
        u" FROM "_s + from + (rows.where.isEmpty() ? QString() : u" WHERE "_s + rows.where);
    if (isSqlite) {
        return u"SELECT row_data, place, SUM(LENGTH(row_data) + "_s + rowBytes +
               u") OVER (ORDER BY place ROWS UNBOUNDED PRECEDING) / "_s + partBytes +
               u" AS part FROM (SELECT "_s + row +
               u" AS row_data, ROW_NUMBER() OVER () AS place"_s + source + u')';
    }
    // Session variables, because window functions take three times as long over many rows.
    return u"SELECT (@tagsmith_row := "_s + row +
           u") AS row_data, (@tagsmith_place := @tagsmith_place + 1) AS place, "
           "(@tagsmith_bytes := @tagsmith_bytes + LENGTH(@tagsmith_row) + "_s +
           rowBytes + u") DIV "_s + partBytes + u" AS part"_s + source + u" FOR UPDATE"_s;
}

} // namespace

JournalSteps::JournalSteps(ScopedConnection &connection, qint64 operation)
    : m_connection(connection), m_operation(operation)
{
}

QString JournalSteps::insertHead() const
{
    return u"INSERT INTO tagsmith_change (operation, step, part, image, table_name, layout, "
           "row_count, row_data) "_s;
}

QString JournalSteps::thenJoin() const
{
    return m_connection.isSqlite() ? u" CROSS JOIN "_s : u" STRAIGHT_JOIN "_s;
}

QString JournalSteps::quoted(const QString &name) const
{
    return m_connection.dialect().quoted(name);
}

QString JournalSteps::ofStep(const QString &alias, int step) const
{
    return u"%1.operation = %2 AND %1.step = %3 AND %1.image = 0"_s.arg(
        alias, QString::number(m_operation), QString::number(step));
}

bool JournalSteps::take(int step, Image image, const RowImage &layout, const RowSelection &rows)
{
    const QString from = rows.from.isEmpty() ? quoted(rows.table) : rows.from;
    const QString row = layout.row(rows.alias.isEmpty() ? quoted(rows.table) : rows.alias);
    Statement statement(m_connection, insertHead() +
                                          u"SELECT %1, %2, part, %3, ?, ?, COUNT(*), "_s.arg(
                                              QString::number(m_operation), QString::number(step),
                                              QString::number(static_cast<int>(image))) +
                                          layout.list(u"row_data"_s, u"place"_s) + u" FROM ("_s +
                                          placedRows(m_connection.isSqlite(), row, rows, from) +
                                          u") AS taken GROUP BY part"_s);
    statement.bind(layout.table()).bind(layout.layout());
    if (rows.bind)
        rows.bind(statement);
    return statement.execute().rowsAffected() > 0;
}

QString JournalSteps::taken(int step, const RowImage &layout) const
{
    return u"(SELECT row_data FROM tagsmith_change AS k WHERE "_s + ofStep(u"k"_s, step) +
           u") AS c"_s + thenJoin() + layout.unpacked(u"c.row_data"_s, u"j"_s);
}

QString JournalSteps::isNotTaken(int step, const RowImage &layout) const
{
    return u"NOT EXISTS (SELECT 1 FROM tagsmith_change AS k"_s + thenJoin() +
           layout.unpacked(u"k.row_data"_s, u"l"_s) + u" WHERE "_s + ofStep(u"k"_s, step) +
           u" AND "_s + layout.sameKey(u"t"_s, u"l"_s) + u')';
}

void JournalSteps::takeAgain(int step, const RowImage &layout,
                             const std::vector<ColumnValue> &newValues)
{
    QStringList changed;
    for (const ColumnValue &value : newValues) {
        if (layout.key().contains(value.column))
            changed << value.column;
    }
    Statement statement(
        m_connection,
        insertHead() +
            u"SELECT c.operation, c.step, c.part, 1, c.table_name, c.layout, COUNT(*), "_s +
            layout.list(layout.row(u"t"_s), layout.position(u"j"_s)) +
            u" FROM tagsmith_change AS c"_s + thenJoin() +
            layout.unpacked(u"c.row_data"_s, u"j"_s) + thenJoin() + quoted(layout.table()) +
            u" AS t ON "_s + layout.sameKey(u"t"_s, u"j"_s, changed) + u" WHERE "_s +
            ofStep(u"c"_s, step) + u" GROUP BY c.part"_s);
    for (const QString &name : layout.key()) {
        for (const ColumnValue &value : newValues) {
            if (value.column == name)
                bindAs(statement, layout.column(name), value.value);
        }
    }
    statement.execute();
}

void JournalSteps::exchange(int step, const RowImage &layout,
                            const std::vector<ColumnValue> &newValues)
{
    QStringList columns;
    QStringList expressions;
    for (const ColumnValue &value : newValues) {
        columns << value.column;
        expressions << (layout.column(value.column).type == ColumnType::Integer
                            ? u"CAST(? AS SIGNED)"_s
                            : u"?"_s);
    }
    Statement statement(
        m_connection,
        insertHead() +
            u"SELECT c.operation, c.step, c.part, 1, c.table_name, c.layout, COUNT(*), "_s +
            layout.list(layout.packedWith(u"j"_s, columns, expressions), layout.position(u"j"_s)) +
            u" FROM tagsmith_change AS c"_s + thenJoin() +
            layout.unpacked(u"c.row_data"_s, u"j"_s) + u" WHERE "_s + ofStep(u"c"_s, step) +
            u" GROUP BY c.part"_s);
    for (const QString &name : layout.columns()) {
        for (const ColumnValue &value : newValues) {
            if (value.column == name)
                bindAs(statement, layout.column(name), value.value);
        }
    }
    statement.execute();
}

void JournalSteps::forget(int first)
{
    Statement(m_connection,
              u"DELETE FROM tagsmith_change WHERE operation = %1 AND step >= %2"_s.arg(
                  QString::number(m_operation), QString::number(first)))
        .execute();
}

} // namespace tagsmith
