// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UsedRows.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/LinkedRows.h"
#include "vocabulary/RowSource.h"

#include <algorithm>
#include <map>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t stepsAtOnce = 100; // so that no statement runs for long

/** "IN (…)": the steps of @p parts. */
QString stepList(const std::vector<EntryPart *> &parts)
{
    QStringList steps;
    for (const EntryPart *part : parts) {
        const QString step = QString::number(part->step);
        if (steps.isEmpty() || steps.constLast() != step)
            steps << step;
    }
    return u"IN ("_s + steps.join(u", "_s) + u')';
}

std::vector<EntryPart *> partsOf(const std::vector<EntryPart *> &parts, const QString &table)
{
    std::vector<EntryPart *> found;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(found),
                 [&table](const EntryPart *part) {
                     return part->rows > 0 && part->table.compare(table, Qt::CaseInsensitive) == 0;
                 });
    return found;
}

bool knows(const RowImage &image, const QStringList &columns)
{
    return std::all_of(columns.begin(), columns.end(),
                       [&image](const QString &name) { return image.columns().contains(name); });
}

/** Whether no two rows of @p table can have the same values in @p columns. */
bool areUnique(const TableSchema &table, const QStringList &columns)
{
    return std::any_of(
        table.uniqueKeys.begin(), table.uniqueKeys.end(), [&columns](const UniqueKey &key) {
            return std::all_of(key.columns.begin(), key.columns.end(),
                               [&columns](const QString &name) { return columns.contains(name); });
        });
}

} // namespace

UsedRows::UsedRows(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                   const std::vector<TableLink> &links, const UndoEntry &entry)
    : m_connection(connection), m_schema(schema), m_links(links), m_entry(entry)
{
}

std::vector<UsedRow> UsedRows::find(const Parts &parts, const Parts &remaining)
{
    std::vector<UsedRow> found;
    std::map<QString, Parts> byLayout;
    for (EntryPart *part : parts) {
        if (part->rows > 0)
            byLayout[part->layout].push_back(part);
    }
    for (const auto &[layout, all] : byLayout) {
        const RowImage image = imageOf(*all.front());
        for (const TableLink &link : m_links) {
            if (link.parent != image.table() || !knows(image, link.targets) || !isLookedFor(link))
                continue;
            const Parts gone = partsOf(remaining, link.child);
            for (size_t first = 0; first < all.size(); first += stepsAtOnce) {
                const size_t end = std::min(all.size(), first + stepsAtOnce);
                addUsed(link,
                        {all.begin() + static_cast<ptrdiff_t>(first),
                         all.begin() + static_cast<ptrdiff_t>(end)},
                        gone, found);
            }
        }
    }
    return found;
}

/**
 * A million searches without an index would never end, and where is no trigger nothing is
 * lost.
 */
bool UsedRows::isLookedFor(const TableLink &link)
{
    if (!areUnique(*findTable(m_schema, link.parent), link.targets))
        return false; // another row may still be what the others refer to
    if (hasDeleteTrigger(link.parent))
        return true;
    // Not every user of a server is told of its triggers.
    return !m_connection.isSqlite() && hasIndex(link.child, link.columns.constFirst());
}

bool UsedRows::hasDeleteTrigger(const QString &table)
{
    if (!m_triggered) {
        m_triggered.emplace();
        const QString sql =
            m_connection.isSqlite()
                ? u"SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE "
                  "'%DELETE%'"_s
                : u"SELECT EVENT_OBJECT_TABLE FROM information_schema.TRIGGERS WHERE "
                  "TRIGGER_SCHEMA = DATABASE() AND EVENT_MANIPULATION = 'DELETE'"_s;
        Statement statement(m_connection, sql);
        statement.execute();
        while (statement.next())
            m_triggered->insert(statement.text(0).toLower());
    }
    return m_triggered->contains(table.toLower());
}

bool UsedRows::hasIndex(const QString &table, const QString &column)
{
    const QString name = table + u'\n' + column;
    const auto known = m_indexed.constFind(name);
    if (known != m_indexed.constEnd())
        return *known;
    Statement statement(m_connection,
                        u"SELECT COUNT(*) FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = "
                        "DATABASE() AND TABLE_NAME = ? AND COLUMN_NAME = ? AND SEQ_IN_INDEX = 1"_s);
    statement.bind(table).bind(column).execute().next();
    return *m_indexed.insert(name, statement.integer(0) > 0);
}

/** What follows SELECT …: the rows of @p parts, as u, with those of the link's child, as r. */
QString UsedRows::usesSql(const TableLink &link, const RowImage &image, const Parts &parts,
                          const QString &furtherJoin) const
{
    const Dialect &dialect = m_connection.dialect();
    const TableSchema &child = *findTable(m_schema, link.child);
    QStringList same;
    for (qsizetype i = 0; i < link.columns.size(); ++i) {
        const Column &own = *child.find(link.columns.at(i));
        same << image.equals(u"r."_s + dialect.quoted(own.name), own,
                             static_cast<int>(image.columns().indexOf(link.targets.at(i))), u"u"_s);
    }
    return u" FROM tagsmith_change AS c"_s + thenJoin(m_connection) +
           image.unpacked(u"c.row_data"_s, u"u"_s) + thenJoin(m_connection) +
           dialect.quoted(link.child) + u" AS r ON "_s + same.join(u" AND "_s) + furtherJoin +
           u" WHERE c.operation = "_s + QString::number(m_entry.number()) + u" AND c.step "_s +
           stepList(parts) + u" AND c.image = 0 AND c.table_name = ? AND c.layout = ? AND "_s +
           linkConditions(m_connection, link).join(u" AND "_s);
}

bool UsedRows::isUsed(const TableLink &link, const RowImage &image, const Parts &parts)
{
    Statement statement(m_connection, u"SELECT 1"_s + usesSql(link, image, parts, {}) +
                                          u" LIMIT 1"_s + keptAsTheyAre(m_connection));
    statement.bind(parts.front()->table).bind(parts.front()->layout);
    bindLink(statement, m_schema, link);
    return statement.execute().next();
}

/** A join with the rows that go too, whose place stays empty for such as stay. */
QString UsedRows::withoutGone(const RowImage &child, const Parts &gone) const
{
    const RowImage keys(m_connection, *findTable(m_schema, child.table()), child.key(),
                        child.key());
    QStringList values;
    for (const QString &name : child.key())
        values << child.value(static_cast<int>(child.columns().indexOf(name)), u"l"_s);
    const QString hash = m_connection.isSqlite() ? u"%1"_s : u"MD5(%1)"_s;
    const QString listed = keys.packedWith(u"l"_s, child.key(), values);
    return u" LEFT JOIN (SELECT "_s + hash.arg(listed) + u" AS id FROM tagsmith_change AS k"_s +
           thenJoin(m_connection) + child.unpacked(u"k.row_data"_s, u"l"_s) +
           u" WHERE k.operation = %1 AND k.step "_s.arg(m_entry.number()) + stepList(gone) +
           u" AND k.image = 0 AND k.table_name = ? AND k.layout = ?) AS gone ON gone.id = "_s +
           hash.arg(keys.row(u"r"_s));
}

void UsedRows::addUsed(const TableLink &link, const Parts &parts, const Parts &gone,
                       std::vector<UsedRow> &found)
{
    const RowImage image = imageOf(*parts.front());
    if (!isUsed(link, image, parts))
        return;
    std::optional<RowImage> child;
    if (!gone.empty())
        child = imageOf(*gone.front());
    const bool hasGone = child && !child->key().isEmpty();
    const QString place = placeInList(m_connection, image);
    QString sql = u"SELECT c.step, c.part, "_s + place + u", COUNT(*)"_s +
                  usesSql(link, image, parts, hasGone ? withoutGone(*child, gone) : QString());
    if (hasGone)
        sql += u" AND gone.id IS NULL"_s;
    Statement statement(m_connection, sql + u" GROUP BY c.step, c.part, "_s +
                                          image.position(u"u"_s) + keptAsTheyAre(m_connection));
    if (hasGone)
        statement.bind(gone.front()->table).bind(gone.front()->layout);
    statement.bind(parts.front()->table).bind(parts.front()->layout);
    bindLink(statement, m_schema, link);
    statement.execute();
    const EntryPart *read = nullptr;
    QStringList rows;
    while (statement.next()) {
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const EntryPart *each) {
            return each->step == statement.integer(0) && each->part == statement.integer(1);
        });
        if (*part != read)
            rows = m_entry.rows(**part, ImageKind::Before);
        read = *part;
        const qint64 position = statement.integer(2);
        const Cell target =
            image.cells(rows.at(position))
                .at(static_cast<size_t>(image.columns().indexOf(link.targets.constFirst())));
        found.push_back({*part, position,
                         usedSince(statement.integer(3), link.child, target.value_or(u"NULL"_s))});
    }
}

RowImage UsedRows::imageOf(const EntryPart &part) const
{
    return RowImage::fromLayout(m_connection, m_schema, part.table, part.layout);
}

} // namespace tagsmith
