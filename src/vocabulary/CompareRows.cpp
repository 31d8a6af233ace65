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
    Statement statement(connection, sql);
    source.bind(statement);
    statement.execute();
    std::vector<ComparedRow> rows;
    while (statement.next()) {
        ComparedRow row{statement.integer(0), statement.text(1), statement.cell(2)};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::vector<ComparedRow> changedRows(ScopedConnection &connection, const RowImage &image,
                                     const RowSource &expected)
{
    const QString bytes = connection.isSqlite() ? u"CAST(%1 AS BLOB)"_s : u"CAST(%1 AS BINARY)"_s;
    const QString condition =
        u" AND (t."_s + connection.dialect().quoted(image.key().constFirst()) + u" IS NULL OR "_s +
        bytes.arg(image.row(u"t"_s)) + u" <> "_s + bytes.arg(image.packed(u"u"_s)) + u')';
    return compare(connection, image, expected, u" LEFT JOIN "_s, condition);
}

std::vector<ComparedRow> takenRows(ScopedConnection &connection, const RowImage &image,
                                   const RowSource &wanted)
{
    return compare(connection, image, wanted, thenJoin(connection), {});
}

} // namespace tagsmith
