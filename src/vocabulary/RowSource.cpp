// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RowSource.h"

#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

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
    const auto bind = [number = entry.number(), step = part.step, index = part.part,
                       kind](Statement &statement) {
        statement.bind(number)
            .bind(qint64(step))
            .bind(qint64(index))
            .bind(static_cast<qint64>(kind));
    };
    return {u"tagsmith_change AS c JOIN "_s + image.unpacked(u"c.row_data"_s, u"u"_s),
            u"c.operation = ? AND c.step = ? AND c.part = ? AND c.image = ?"_s, bind};
}

RowSource listedRows(const RowImage &image, const QString &list)
{
    return {image.unpacked(u"?"_s, u"u"_s), u"1 = 1"_s,
            [list](Statement &statement) { statement.bind(list); }};
}

QString placeInList(const ScopedConnection &connection, const RowImage &image)
{
    return connection.isSqlite() ? image.position(u"u"_s) : image.position(u"u"_s) + u" - 1"_s;
}

} // namespace tagsmith
