// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalSteps.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

// A part ends with some 250 KB or 2,000 rows, whatever comes first: each row counts as this longer.
constexpr qint64 partBytes = 262'144;
constexpr qint64 rowBytes = 130;
constexpr qint64 mostTogether = 1'000; // rows that make one part, however long they are
constexpr int duplicateEntry = 1062;

/** Whether a list of rows was too long for the server. */
bool isAboutLength(const DatabaseError &failure)
{
    constexpr int isNull = 1048;
    constexpr int wasCut = 1260;
    constexpr int isBeyondPacket = 1301;
    const int code = failure.error().nativeCode;
    return code == isNull || code == wasCut || code == isBeyondPacket;
}

QString sourceOf(const RowSelection &rows, const QString &table)
{
    return (rows.from.isEmpty() ? table : rows.from) +
           (rows.where.isEmpty() ? QString() : u" WHERE "_s + rows.where);
}

/** Rows of: row_data, place, part. */
QString placedRows(bool isSqlite, const QString &row, const RowSelection &rows, const QString &from)
{
    const QString source =
        u" FROM "_s + from + (rows.where.isEmpty() ? QString() : u" WHERE "_s + rows.where);
    if (isSqlite) {
        return u"SELECT row_data, place, SUM(LENGTH(row_data) + "_s + QString::number(rowBytes) +
               u") OVER (ORDER BY place ROWS UNBOUNDED PRECEDING) / "_s +
               QString::number(partBytes) + u" AS part FROM (SELECT "_s + row +
               u" AS row_data, ROW_NUMBER() OVER () AS place"_s + source + u')';
    }
    // Session variables, because window functions take three times as long over many rows.
    return u"SELECT (@tagsmith_row := "_s + row +
           u") AS row_data, (@tagsmith_place := @tagsmith_place + 1) AS place, "
           "(@tagsmith_bytes := @tagsmith_bytes + LENGTH(@tagsmith_row) + "_s +
           QString::number(rowBytes) + u") DIV "_s + QString::number(partBytes) + u" AS part"_s +
           source + u" FOR UPDATE"_s;
}

} // namespace

JournalSteps::JournalSteps(ScopedConnection &connection, qint64 operation)
    : m_connection(connection), m_operation(operation)
{
}

JournalSteps::~JournalSteps() = default;

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
    // The condition on an edited tag's own row is the only one of such a kind.
    const bool mayBeOne =
        !m_connection.isSqlite() && image == Image::Before && rows.from.isEmpty() && rows.bind;
    if (mayBeOne && takeOne(step, layout, rows))
        return true;
    m_stepOfOne = 0;
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

/** For one row, up to FROM; the image, the table and the layout are parameters. */
QString JournalSteps::oneRow(int step, const RowImage &layout, const QString &alias) const
{
    return u"SELECT %1, %2, 0, ?, ?, ?, 1, CONCAT('[', "_s.arg(QString::number(m_operation),
                                                               QString::number(step)) +
           layout.row(alias) + u", ']') FROM "_s;
}

qint64 JournalSteps::runOneRow(Statement &statement, Image image, const RowImage &layout,
                               const std::function<void(Statement &)> &bind)
{
    statement.bind(static_cast<qint64>(image)).bind(layout.table()).bind(layout.layout());
    bind(statement);
    return statement.execute().rowsAffected();
}

/** take() of one row; false where there are more, or none. */
bool JournalSteps::takeOne(int step, const RowImage &layout, const RowSelection &rows)
{
    const QString table = quoted(rows.table);
    m_one = std::make_unique<Statement>(m_connection, insertHead() + oneRow(step, layout, table) +
                                                          table + u" WHERE "_s + rows.where +
                                                          u" FOR UPDATE"_s);
    m_stepOfOne = rows.remains ? step : 0;
    m_bindOne = rows.bind;
    try {
        return runOneRow(*m_one, Image::Before, layout, m_bindOne) == 1;
    } catch (const DatabaseError &failure) {
        if (failure.error().nativeCode != duplicateEntry)
            throw;
        return false; // of the part's number: there is a second row
    }
}

/** As one part. */
void JournalSteps::takeTogether(int step, const RowImage &layout, const RowSelection &rows)
{
    const QString table = quoted(rows.table);
    const QString sql = insertHead() + u"SELECT ?, ?, 0, 1, ?, ?, COUNT(*), "_s +
                        layout.rowList(rows.alias.isEmpty() ? table : rows.alias) + u" FROM "_s +
                        sourceOf(rows, table) + u" HAVING COUNT(*) > 0"_s;
    if (!m_inserted || m_insertedSql != sql) {
        m_inserted = std::make_unique<Statement>(m_connection, sql);
        m_insertedSql = sql;
    }
    m_inserted->bind(m_operation).bind(qint64(step)).bind(layout.table()).bind(layout.layout());
    if (rows.bind)
        rows.bind(*m_inserted);
    m_inserted->execute();
}

void JournalSteps::takeInserted(int step, const RowImage &layout, const RowSelection &rows,
                                qint64 count)
{
    if (count > 0 && count <= mostTogether) {
        try {
            takeTogether(step, layout, rows);
            return;
        } catch (const DatabaseError &failure) {
            if (!isAboutLength(failure))
                throw;
        }
    }
    take(step, Image::After, layout, rows);
}

void JournalSteps::takeReturned(int step, const RowImage &layout, const QByteArrayList &images)
{
    QByteArrayList rows;
    qint64 bytes = 0;
    int part = 0;
    for (const QByteArray &image : images) {
        rows << image;
        bytes += image.size() + rowBytes;
        if (bytes < partBytes)
            continue;
        storePart(step, part++, layout, rows);
        rows.clear();
        bytes = 0;
    }
    if (!rows.isEmpty())
        storePart(step, part, layout, rows);
}

void JournalSteps::storePart(int step, int part, const RowImage &layout,
                             const QByteArrayList &images)
{
    if (!m_returned)
        m_returned = std::make_unique<Statement>(
            m_connection, insertHead() + u"VALUES (?, ?, ?, 1, ?, ?, ?, ?)"_s);
    m_returned->bind(m_operation).bind(qint64(step)).bind(qint64(part));
    m_returned->bind(layout.table()).bind(layout.layout()).bind(qint64(images.size()));
    m_returned->bindUtf8('[' + images.join(',') + ']').execute();
}

/** The step's only row, as it was; nothing where it has more. */
std::optional<Row> JournalSteps::onlyRow(int step, const RowImage &layout)
{
    Statement statement = Statement::asText(
        m_connection, u"SELECT k.row_data FROM tagsmith_change AS k WHERE "_s +
                          ofStep(u"k"_s, step) + u" AND k.row_count = 1 LIMIT 2"_s);
    statement.execute();
    if (!statement.next())
        return std::nullopt;
    const std::vector<Row> rows = layout.rows(statement.text(0));
    return rows.size() == 1 && !statement.next() ? std::optional(rows.front()) : std::nullopt;
}

/** takeAgain() of one row whose key is numbers; false where it is not so. */
bool JournalSteps::takeOneAgain(int step, const RowImage &layout)
{
    if (std::exchange(m_stepOfOne, 0) == step)
        return runOneRow(*m_one, Image::After, layout, m_bindOne) == 1;
    const auto isNumber = [&layout](const QString &name) {
        return layout.column(name).type == ColumnType::Integer;
    };
    if (!std::all_of(layout.key().begin(), layout.key().end(), isNumber))
        return false;
    const std::optional<Row> row = onlyRow(step, layout);
    if (!row)
        return false;
    QStringList conditions;
    std::vector<qint64> numbers;
    for (const QString &name : layout.key()) {
        const Cell &value = row->at(static_cast<size_t>(layout.columns().indexOf(name)));
        bool isInRange = false;
        const qint64 number = value ? value->toLongLong(&isInRange) : 0;
        if (!isInRange)
            return false;
        conditions << u"t."_s + quoted(name) + u" = ?"_s;
        numbers.push_back(number);
    }
    // With the journal's own row in it, this would make a table on the server's disk.
    Statement statement(m_connection, insertHead() + oneRow(step, layout, u"t"_s) +
                                          quoted(layout.table()) + u" AS t WHERE "_s +
                                          conditions.join(u" AND "_s));
    const auto bind = [&numbers](Statement &again) {
        for (const qint64 number : numbers)
            again.bind(number);
    };
    return runOneRow(statement, Image::After, layout, bind) == 1;
}

void JournalSteps::takeAgain(int step, const RowImage &layout,
                             const std::vector<ColumnValue> &newValues, bool isOne)
{
    QStringList changed;
    for (const ColumnValue &value : newValues) {
        if (layout.key().contains(value.column))
            changed << value.column;
    }
    if (isOne && changed.isEmpty() && !m_connection.isSqlite() && takeOneAgain(step, layout))
        return;
    const QString sql =
        insertHead() +
        u"SELECT c.operation, c.step, c.part, 1, c.table_name, c.layout, COUNT(*), "_s +
        layout.list(layout.row(u"t"_s), layout.position(u"j"_s)) + u" FROM tagsmith_change AS c"_s +
        thenJoin() + layout.unpacked(u"c.row_data"_s, u"j"_s) + thenJoin() +
        quoted(layout.table()) + u" AS t ON "_s + layout.sameKey(u"t"_s, u"j"_s, changed) +
        u" WHERE "_s + ofStep(u"c"_s, step) + u" GROUP BY c.part"_s;
    if (changed.isEmpty()) {
        // Nothing to bind: as text it takes one round trip instead of four.
        Statement::asText(m_connection, sql).execute();
        return;
    }
    Statement statement(m_connection, sql);
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
    Statement::asText(m_connection,
                      u"DELETE FROM tagsmith_change WHERE operation = %1 AND step >= %2"_s.arg(
                          QString::number(m_operation), QString::number(first)))
        .execute();
}

} // namespace tagsmith
