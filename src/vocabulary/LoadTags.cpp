// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LoadTags.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstChunkRows = 2'000;
constexpr int chunkRows = 50'000;

QString selectSql(const Dialect &dialect, const Vocabulary &vocabulary, bool continued, int rows)
{
    QStringList columns;
    for (const Column &column : vocabulary.columns)
        columns << dialect.selected(column);
    const QString key = dialect.quoted(vocabulary.key().name);
    QString sql =
        u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + dialect.quoted(vocabulary.table);
    if (continued)
        sql += u" WHERE "_s + key + u" > ?"_s;
    return sql + u" ORDER BY "_s + key + u" LIMIT "_s + QString::number(rows);
}

void appendRow(SnapshotBuilder &builder, const Statement &statement, int columnCount)
{
    for (int column = 0; column < columnCount; ++column) {
        if (const Cell cell = statement.cell(column))
            builder.append(*cell);
        else
            builder.appendNull();
    }
}

/** Reads the rows of @p statement; the number of them. @p lastKey becomes the last one's key. */
int appendChunk(SnapshotBuilder &builder, Statement &statement, const Vocabulary &vocabulary,
                Cell &lastKey)
{
    const int columnCount = static_cast<int>(vocabulary.columns.size());
    int rows = 0;
    for (; statement.next(); ++rows) {
        appendRow(builder, statement, columnCount);
        lastKey = statement.cell(vocabulary.keyColumn);
    }
    return rows;
}

} // namespace

SnapshotPtr loadTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const std::function<void(SnapshotPtr)> &publish)
{
    SnapshotBuilder builder(vocabulary.columns, vocabulary.nameColumn);
    Cell lastKey;

    Statement first(connection, selectSql(connection.dialect(), vocabulary, false, firstChunkRows));
    first.execute();
    if (appendChunk(builder, first, vocabulary, lastKey) < firstChunkRows)
        return builder.finish();
    publish(builder.copy());

    Statement next(connection, selectSql(connection.dialect(), vocabulary, true, chunkRows));
    int rows = chunkRows;
    while (rows == chunkRows) {
        next.bind(lastKey).execute();
        rows = appendChunk(builder, next, vocabulary, lastKey);
        connection.token().throwIfCancelled();
    }
    return builder.finish();
}

} // namespace tagsmith
