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

bool UndoEntry::takeReversed(qint64 operation)
{
    forgetParts();
    Statement statement(
        m_connection,
        u"INSERT INTO tagsmith_change (operation, step, part, image, table_name, layout, "
        "row_count, row_data) SELECT ?, (SELECT MAX(l.step) FROM tagsmith_change AS l WHERE "
        "l.operation = ?) + 1 - c.step, c.part, 1 - c.image, c.table_name, c.layout, c.row_count, "
        "c.row_data FROM tagsmith_change AS c WHERE c.operation = ?"_s);
    statement.bind(m_number).bind(operation).bind(operation).execute();
    return statement.rowsAffected() > 0;
}

const std::vector<EntryPart> &UndoEntry::parts() const
{
    if (m_parts)
        return *m_parts;
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
    return m_parts.emplace(std::move(parts));
}

const PartLists &UndoEntry::lists(const EntryPart &part) const
{
    if (m_lists && m_lists->first.step == part.step && m_lists->first.part == part.part)
        return m_lists->second;
    Statement statement(m_connection, u"SELECT image, row_data FROM tagsmith_change WHERE "
                                      "operation = ? AND step = ? AND part = ?"_s);
    statement.bind(m_number).bind(qint64(part.step)).bind(qint64(part.part)).execute();
    PartLists lists;
    while (statement.next()) {
        const bool isBefore = statement.integer(0) == static_cast<qint64>(ImageKind::Before);
        (isBefore ? lists.before : lists.after) = statement.text(1);
    }
    return m_lists.emplace(part, std::move(lists)).second;
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
    forgetParts();
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
    forgetParts();
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
