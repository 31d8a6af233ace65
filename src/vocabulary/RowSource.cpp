// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RowSource.h"

#include "database/RowImage.h"
#include "database/ScopedConnection.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString thenJoin(const ScopedConnection &connection)
{
    return connection.isSqlite() ? u" CROSS JOIN "_s : u" STRAIGHT_JOIN "_s;
}

RowSource entryRows(const RowImage &image, const UndoEntry &entry, const EntryPart &part,
                    ImageKind kind)
{
    return {u"tagsmith_change AS c JOIN "_s + image.unpacked(u"c.row_data"_s, u"u"_s),
            u"c.operation = %1 AND c.step = %2 AND c.part = %3 AND c.image = %4"_s.arg(
                QString::number(entry.number()), QString::number(part.step),
                QString::number(part.part), QString::number(static_cast<int>(kind)))};
}

RowSource listedRows(const RowImage &image, const QString &list)
{
    return {image.unpacked(u"?"_s, u"u"_s), u"1 = 1"_s,
            [list](Statement &statement) { statement.bind(list); }};
}

Statement statementWith(ScopedConnection &connection, const QString &sql, const RowSource &source)
{
    if (!source.bind)
        return Statement::asText(connection, sql); // far fewer round trips
    Statement statement(connection, sql);
    source.bind(statement);
    return statement;
}

QString isSameRow(const ScopedConnection &connection, const RowImage &image)
{
    const QString bytes = connection.isSqlite() ? u"CAST(%1 AS BLOB)"_s : u"CAST(%1 AS BINARY)"_s;
    return bytes.arg(image.row(u"t"_s)) + u" = "_s + bytes.arg(image.packed(u"u"_s));
}

QString placeInList(const ScopedConnection &connection, const RowImage &image)
{
    return connection.isSqlite() ? image.position(u"u"_s) : image.position(u"u"_s) + u" - 1"_s;
}

} // namespace tagsmith
