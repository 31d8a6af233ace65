// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LoadTags.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstChunkRows = 2'000;
constexpr int chunkRows = 50'000;

QString selectSql(const ScopedConnection &connection, const Vocabulary &vocabulary, bool continued,
                  int rows)
{
    const TagTable table(connection.dialect(), vocabulary);
    QStringList columns;
    for (const Column &column : vocabulary.columns)
        columns << table.selected(column);
    // Read along the key, with the name table looked up; by its own choice the server could sort.
    const bool fixesOrder = vocabulary.nameTable && !connection.isSqlite();
    QString sql = (fixesOrder ? u"SELECT STRAIGHT_JOIN "_s : u"SELECT "_s) + columns.join(u", "_s) +
                  u" FROM "_s + table.from() + u" WHERE "_s + table.scope();
    if (continued)
        sql += u" AND "_s + table.key() + u" > ?"_s;
    return sql + u" ORDER BY "_s + table.key() + u" LIMIT "_s + QString::number(rows);
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
    SnapshotBuilder builder(vocabulary.columns, vocabulary.nameColumn, vocabulary.keyColumn);
    Cell lastKey;

    const TagTable table(connection.dialect(), vocabulary);
    Statement first(connection, selectSql(connection, vocabulary, false, firstChunkRows));
    table.bindScope(first);
    first.execute();
    if (appendChunk(builder, first, vocabulary, lastKey) < firstChunkRows)
        return builder.finish();
    publish(builder.copy());

    Statement next(connection, selectSql(connection, vocabulary, true, chunkRows));
    int rows = chunkRows;
    while (rows == chunkRows) {
        table.bindScope(next);
        bindAs(next, vocabulary.key(), lastKey);
        next.execute();
        rows = appendChunk(builder, next, vocabulary, lastKey);
        connection.token().throwIfCancelled();
    }
    return builder.finish();
}

} // namespace tagsmith
