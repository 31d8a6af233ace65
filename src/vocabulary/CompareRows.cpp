// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CompareRows.h"

#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<ComparedRow> compare(ScopedConnection &connection, const RowImage &image,
                                 const RowSource &source, const QString &join,
                                 const QString &condition)
{
    const Dialect &dialect = connection.dialect();
    const QString key = u"t."_s + dialect.quoted(image.key().constFirst());
    QString sql = u"SELECT "_s + placeInList(connection, image) + u", "_s + image.packed(u"u"_s) +
                  u", CASE WHEN "_s + key + u" IS NOT NULL THEN "_s + image.row(u"t"_s) +
                  u" END FROM "_s + source.from + join + dialect.quoted(image.table()) +
                  u" AS t ON "_s + image.sameKey(u"t"_s, u"u"_s) + u" WHERE "_s + source.where +
                  condition;
    if (!connection.isSqlite())
        sql += u" FOR UPDATE"_s; // reads what is committed now, and keeps it so
    Statement statement = statementWith(connection, sql, source);
    statement.execute();
    std::vector<ComparedRow> rows;
    while (statement.next()) {
        ComparedRow row{statement.integer(0), statement.text(1), statement.cell(2)};
        rows.push_back(std::move(row));
    }
    return rows;
}

/** "t.key = 5 AND …" for @p row; nothing where its key is not made of numbers. */
std::optional<QString> numberedKey(const ScopedConnection &connection, const RowImage &image,
                                   const QString &row)
{
    const Row cells = image.cells(row);
    QStringList conditions;
    for (const QString &name : image.key()) {
        const Cell &cell = cells.at(static_cast<size_t>(image.columns().indexOf(name)));
        bool isInRange = false;
        const qint64 number = cell ? cell->toLongLong(&isInRange) : 0;
        if (!isInRange || image.column(name).type != ColumnType::Integer)
            return std::nullopt;
        conditions << u"t."_s + connection.dialect().quoted(name) + u" = "_s +
                          QString::number(number);
    }
    return conditions.join(u" AND "_s);
}

} // namespace

bool isStoredAs(ScopedConnection &connection, const RowImage &image, const QString &row)
{
    if (connection.isSqlite() || image.key().isEmpty())
        return false;
    const auto key = numberedKey(connection, image, row);
    if (!key)
        return false;
    Statement statement =
        Statement::asText(connection, u"SELECT "_s + image.row(u"t"_s) + u" FROM "_s +
                                          connection.dialect().quoted(image.table()) +
                                          u" AS t WHERE "_s + *key + u" FOR UPDATE"_s);
    // The server has spelled both, so that the same text means the same bytes.
    return statement.execute().next() && statement.cell(0) == row;
}

std::vector<ComparedRow> changedRows(ScopedConnection &connection, const RowImage &image,
                                     const RowSource &expected)
{
    const QString condition = u" AND (t."_s +
                              connection.dialect().quoted(image.key().constFirst()) +
                              u" IS NULL OR NOT ("_s + isSameRow(connection, image) + u"))"_s;
    return compare(connection, image, expected, u" LEFT JOIN "_s, condition);
}

std::vector<ComparedRow> takenRows(ScopedConnection &connection, const RowImage &image,
                                   const RowSource &wanted)
{
    return compare(connection, image, wanted, thenJoin(connection), {});
}

} // namespace tagsmith
