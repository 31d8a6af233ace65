// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UndoEntry.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/JsonItems.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 onePart = 2;             // rows in the journal: both images
constexpr qint64 largestList = 64 * 1024; // of such as are read before they are needed

// As text, with numbers of our own alone, a statement takes a quarter of the round trips.

QString ofPart(qint64 number, const EntryPart &part)
{
    return u" WHERE operation = %1 AND step = %2 AND part = %3"_s.arg(
        QString::number(number), QString::number(part.step), QString::number(part.part));
}

QString ofImage(qint64 number, const EntryPart &part, ImageKind image)
{
    return ofPart(number, part) + u" AND image = "_s + QString::number(static_cast<int>(image));
}

bool isBefore(qint64 image)
{
    return image == static_cast<qint64>(ImageKind::Before);
}

} // namespace

bool UndoEntry::takeReversed(qint64 operation)
{
    forgetParts();
    Statement statement = Statement::asText(
        m_connection,
        u"INSERT INTO tagsmith_change (operation, step, part, image, table_name, layout, "
        "row_count, row_data) SELECT %1, (SELECT MAX(l.step) FROM tagsmith_change AS l WHERE "
        "l.operation = %2) + 1 - c.step, c.part, 1 - c.image, c.table_name, c.layout, c.row_count, "
        "c.row_data FROM tagsmith_change AS c WHERE c.operation = %2"_s.arg(
            QString::number(m_number), QString::number(operation)));
    try {
        statement.execute();
    } catch (const DatabaseError &failure) {
        requireJournalAfter(m_connection, failure);
        throw;
    }
    const qint64 copied = statement.rowsAffected();
    m_isSmall = copied <= onePart;
    return copied > 0;
}

const std::vector<EntryPart> &UndoEntry::parts() const
{
    if (m_parts)
        return *m_parts;
    const QString list = u"CASE WHEN LENGTH(row_data) <= %1 THEN row_data END"_s.arg(largestList);
    Statement statement = Statement::asText(
        m_connection, u"SELECT step, part, image, table_name, layout, row_count, "_s +
                          (m_isSmall ? list : u"NULL"_s) +
                          u" FROM tagsmith_change WHERE operation = "_s +
                          QString::number(m_number) + u" ORDER BY step, part, image"_s);
    statement.execute();
    std::vector<EntryPart> parts;
    PartLists lists;
    bool isWhole = m_isSmall;
    while (statement.next()) {
        const int step = static_cast<int>(statement.integer(0));
        const int part = static_cast<int>(statement.integer(1));
        if (parts.empty() || parts.back().step != step || parts.back().part != part)
            parts.push_back({step, part, statement.text(3), statement.text(4), statement.integer(5),
                             false, false});
        const bool isOld = isBefore(statement.integer(2));
        (isOld ? parts.back().hasBefore : parts.back().hasAfter) = true;
        const Cell rows = statement.cell(6);
        isWhole = isWhole && rows && parts.size() == 1;
        if (isWhole)
            (isOld ? lists.before : lists.after) = *rows;
    }
    if (isWhole && !parts.empty())
        m_lists.emplace(parts.front(), std::move(lists));
    return m_parts.emplace(std::move(parts));
}

const PartLists &UndoEntry::lists(const EntryPart &part) const
{
    if (m_lists && m_lists->first.step == part.step && m_lists->first.part == part.part)
        return m_lists->second;
    Statement statement = Statement::asText(
        m_connection, u"SELECT image, row_data FROM tagsmith_change"_s + ofPart(m_number, part));
    statement.execute();
    PartLists lists;
    while (statement.next())
        (isBefore(statement.integer(0)) ? lists.before : lists.after) = statement.text(1);
    return m_lists.emplace(part, std::move(lists)).second;
}

QStringList UndoEntry::rows(const EntryPart &part, ImageKind image) const
{
    Statement statement = Statement::asText(
        m_connection, u"SELECT row_data FROM tagsmith_change"_s + ofImage(m_number, part, image));
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
        Statement::asText(m_connection,
                          u"DELETE FROM tagsmith_change"_s + ofImage(m_number, part, image))
            .execute();
        return;
    }
    Statement statement(m_connection, u"UPDATE tagsmith_change SET row_count = ?, row_data = ?"_s +
                                          ofImage(m_number, part, image));
    statement.bind(qint64(rows.size())).bind(jsonList(rows)).execute();
}

EntryPart UndoEntry::append(const QString &table, const QString &layout,
                            const std::optional<QString> &before,
                            const std::optional<QString> &after)
{
    forgetParts();
    Statement last = Statement::asText(
        m_connection, u"SELECT COALESCE(MAX(step), 0) FROM tagsmith_change WHERE operation = "_s +
                          QString::number(m_number));
    last.execute().next();
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
        statement.bind(m_number).bind(qint64(part.step)).bind(qint64(part.part));
        statement.bind(static_cast<qint64>(image));
        statement.bind(table).bind(layout).bind(jsonList({*row})).execute();
    }
    return part;
}

} // namespace tagsmith
