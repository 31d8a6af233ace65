// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UndoEntry.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/JsonItems.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const auto ofImage = "WHERE operation = ? AND step = ? AND part = ? AND image = ?"_L1;

void bindImage(Statement &statement, qint64 number, const EntryPart &part, ImageKind image)
{
    statement.bind(number)
        .bind(qint64(part.step))
        .bind(qint64(part.part))
        .bind(static_cast<qint64>(image));
}

} // namespace

void UndoEntry::takeReversed(qint64 operation)
{
    Statement last(m_connection,
                   u"SELECT COALESCE(MAX(step), 0) FROM tagsmith_change WHERE operation = ?"_s);
    last.bind(operation).execute().next();
    Statement(m_connection,
              u"INSERT INTO tagsmith_change (operation, step, part, image, table_name, layout, "
              "row_count, row_data) SELECT ?, ? - step, part, 1 - image, table_name, layout, "
              "row_count, row_data FROM tagsmith_change WHERE operation = ?"_s)
        .bind(m_number)
        .bind(last.integer(0) + 1)
        .bind(operation)
        .execute();
}

std::vector<EntryPart> UndoEntry::parts() const
{
    Statement statement(m_connection,
                        u"SELECT step, part, image, table_name, layout, row_count FROM "
                        "tagsmith_change WHERE operation = ? ORDER BY step, part, image"_s);
    statement.bind(m_number).execute();
    std::vector<EntryPart> parts;
    while (statement.next()) {
        const int step = static_cast<int>(statement.integer(0));
        const int part = static_cast<int>(statement.integer(1));
        if (parts.empty() || parts.back().step != step || parts.back().part != part)
            parts.push_back({step, part, statement.text(3), statement.text(4), statement.integer(5),
                             false, false});
        const bool isBefore = statement.integer(2) == static_cast<qint64>(ImageKind::Before);
        (isBefore ? parts.back().hasBefore : parts.back().hasAfter) = true;
    }
    return parts;
}

QStringList UndoEntry::rows(const EntryPart &part, ImageKind image) const
{
    Statement statement(m_connection, u"SELECT row_data FROM tagsmith_change "_s + ofImage);
    bindImage(statement, m_number, part, image);
    return statement.execute().next() ? jsonItems(statement.text(0)) : QStringList();
}

void UndoEntry::drop(EntryPart &part, const QSet<qint64> &positions)
{
    if (positions.isEmpty())
        return;
    for (const ImageKind image : {ImageKind::Before, ImageKind::After}) {
        const bool isThere = image == ImageKind::Before ? part.hasBefore : part.hasAfter;
        if (!isThere)
            continue;
        QStringList kept;
        const QStringList all = rows(part, image);
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (!positions.contains(i))
                kept << all.at(i);
        }
        store(part, image, kept);
        part.rows = kept.size();
    }
}

void UndoEntry::store(const EntryPart &part, ImageKind image, const QStringList &rows)
{
    if (rows.isEmpty()) {
        Statement statement(m_connection, u"DELETE FROM tagsmith_change "_s + ofImage);
        bindImage(statement, m_number, part, image);
        statement.execute();
        return;
    }
    Statement statement(m_connection,
                        u"UPDATE tagsmith_change SET row_count = ?, row_data = ? "_s + ofImage);
    statement.bind(qint64(rows.size())).bind(jsonList(rows));
    bindImage(statement, m_number, part, image);
    statement.execute();
}

EntryPart UndoEntry::append(const QString &table, const QString &layout,
                            const std::optional<QString> &before,
                            const std::optional<QString> &after)
{
    Statement last(m_connection,
                   u"SELECT COALESCE(MAX(step), 0) FROM tagsmith_change WHERE operation = ?"_s);
    last.bind(m_number).execute().next();
    const EntryPart part{static_cast<int>(last.integer(0)) + 1,
                         0,
                         table,
                         layout,
                         1,
                         before.has_value(),
                         after.has_value()};
    for (const ImageKind image : {ImageKind::Before, ImageKind::After}) {
        const std::optional<QString> &row = image == ImageKind::Before ? before : after;
        if (!row)
            continue;
        Statement statement(m_connection,
                            u"INSERT INTO tagsmith_change (operation, step, part, image, "
                            "table_name, layout, row_count, row_data) VALUES (?, ?, ?, ?, ?, ?, "
                            "1, ?)"_s);
        bindImage(statement, m_number, part, image);
        statement.bind(table).bind(layout).bind(jsonList({*row})).execute();
    }
    return part;
}

} // namespace tagsmith
