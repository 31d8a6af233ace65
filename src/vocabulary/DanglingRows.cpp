// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DanglingRows.h"

#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/LinkedRows.h"
#include "vocabulary/RowSource.h"
#include "vocabulary/TableLinks.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** From so many rows on, one pass over the table that refers to them is quicker than a search for
 * each, which may have no index. */
constexpr qint64 manyRows = 1000;

/** All parts of the entry with rows of one table in one layout. */
struct LayoutRows
{
    QString table;
    QString layout;
    qint64 before = 0;
    qint64 after = 0;
};

/** A row of the entry that leaves a reference to nothing. */
struct FoundRow
{
    EntryPart part;
    qint64 position = 0;
    qint64 uses = 0;
};

std::optional<QString> rowAt(const QStringList &rows, qint64 position)
{
    return position < rows.size() ? std::optional(rows.at(position)) : std::nullopt;
}

class DanglingSearch
{
public:
    DanglingSearch(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                   const UndoEntry &entry, size_t limit)
        : m_connection(connection), m_schema(schema), m_entry(entry), m_limit(limit),
          m_parts(entry.parts())
    {
        for (const EntryPart &part : m_parts) {
            LayoutRows &rows = m_layouts[{part.table, part.layout}];
            rows.table = part.table;
            rows.layout = part.layout;
            rows.before += part.hasBefore ? part.rows : 0;
            rows.after += part.hasAfter ? part.rows : 0;
        }
    }

    void look(const TableLink &link)
    {
        for (const auto &[key, rows] : m_layouts) {
            const RowImage image =
                RowImage::fromLayout(m_connection, m_schema, rows.table, rows.layout);
            const auto knows = [&image](const QStringList &columns) {
                return std::all_of(columns.begin(), columns.end(), [&image](const QString &name) {
                    return image.columns().contains(name);
                });
            };
            if (image.table() == link.parent && rows.before > 0 && knows(link.targets))
                addStillUsed(link, image, rows);
            if (image.table() == link.child && rows.after > 0 && knows(link.columns))
                addWithoutTarget(link, image, rows);
        }
    }

    std::vector<RowVersions> found() const { return m_found; }

private:
    QString quoted(const QString &name) const { return m_connection.dialect().quoted(name); }
    const TableSchema &table(const QString &name) const { return *findTable(m_schema, name); }

    /** The column of r with the index @p i as that of the parent compares. */
    QString asTarget(const TableLink &link, qsizetype i) const
    {
        const Column &own = *table(link.child).find(link.columns.at(i));
        const Column &target = *table(link.parent).find(link.targets.at(i));
        const QString plain = u"r."_s + quoted(own.name);
        const bool isSame = own.collation == target.collation;
        return isSame ? plain : m_connection.dialect().collated(plain, target);
    }

    /** "r LEFT JOIN parent AS p … WHERE r refers, and p is not there". */
    QString withoutParent(const TableLink &link, QString *where) const
    {
        QStringList same;
        for (qsizetype i = 0; i < link.columns.size(); ++i)
            same << u"p."_s + quoted(link.targets.at(i)) + u" = "_s + asTarget(link, i);
        const QStringList conditions =
            linkConditions(m_connection, link) +
            QStringList{u"p."_s + quoted(link.targets.constFirst()) + u" IS NULL"_s};
        *where = conditions.join(u" AND "_s);
        return u" LEFT JOIN "_s + quoted(link.parent) + u" AS p ON "_s + same.join(u" AND "_s);
    }

    QString rowsOf(const RowImage &image) const
    {
        return u"tagsmith_change AS c"_s + thenJoin(m_connection) +
               image.unpacked(u"c.row_data"_s, u"u"_s);
    }

    void addStillUsed(const TableLink &link, const RowImage &image, const LayoutRows &rows)
    {
        const bool isMany = rows.before > manyRows;
        QStringList same;
        QStringList columns;
        for (qsizetype i = 0; i < link.columns.size(); ++i) {
            const int index = static_cast<int>(image.columns().indexOf(link.targets.at(i)));
            const Column &own = *table(link.child).find(link.columns.at(i));
            const QString column = u"r."_s + quoted(own.name);
            same << (isMany ? image.equals(u"o.v%1"_s.arg(i), own, index, u"u"_s)
                            : image.equals(column, own, index, u"u"_s));
            columns << column + u" AS v%1"_s.arg(i);
        }
        QString where;
        const QString lost = withoutParent(link, &where);
        const QString child = quoted(link.child) + u" AS r"_s;
        const QString ofEntry = u"c.operation = ? AND c.image = 0 AND c.table_name = ? AND "
                                "c.layout = ?"_s;
        const QString place = u"SELECT c.step, c.part, "_s + placeInList(m_connection, image);
        QString sql;
        if (isMany) {
            QStringList groups;
            for (qsizetype i = 0; i < link.columns.size(); ++i)
                groups << u"r."_s + quoted(link.columns.at(i));
            sql = place + u", o.uses FROM (SELECT "_s + columns.join(u", "_s) +
                  u", COUNT(*) AS uses FROM "_s + child + lost + u" WHERE "_s + where +
                  u" GROUP BY "_s + groups.join(u", "_s) + keptAsTheyAre(m_connection) +
                  u") AS o JOIN "_s + rowsOf(image) + u" WHERE "_s + ofEntry + u" AND "_s +
                  same.join(u" AND "_s);
        } else {
            sql = place + u", COUNT(*) FROM "_s + rowsOf(image) + thenJoin(m_connection) + child +
                  lost + u" WHERE "_s + where + u" AND "_s + ofEntry + u" AND "_s +
                  same.join(u" AND "_s) + u" GROUP BY c.step, c.part, "_s + image.position(u"u"_s) +
                  keptAsTheyAre(m_connection);
        }
        Statement statement(m_connection, sql);
        bindLink(statement, m_schema, link);
        statement.bind(m_entry.number()).bind(rows.table).bind(rows.layout);
        for (const FoundRow &row : newRows(statement, true))
            addUsed(link, image, row);
    }

    void addWithoutTarget(const TableLink &link, const RowImage &image, const LayoutRows &rows)
    {
        QString where;
        const QString lost = withoutParent(link, &where);
        Statement statement(m_connection,
                            u"SELECT c.step, c.part, "_s + placeInList(m_connection, image) +
                                u" FROM "_s + rowsOf(image) + thenJoin(m_connection) +
                                quoted(link.child) + u" AS r"_s + lost + u" WHERE "_s + where +
                                u" AND c.operation = ? AND c.image = 1 AND "
                                "c.table_name = ? AND c.layout = ? AND "_s +
                                image.sameKey(u"r"_s, u"u"_s) + keptAsTheyAre(m_connection));
        bindLink(statement, m_schema, link);
        statement.bind(m_entry.number()).bind(rows.table).bind(rows.layout);
        for (const FoundRow &row : newRows(statement, false))
            addLost(link, image, row);
    }

    /** Those that no other link has told of. */
    std::vector<FoundRow> newRows(Statement &statement, bool hasUses)
    {
        statement.execute();
        std::vector<FoundRow> rows;
        while (m_found.size() + rows.size() < m_limit && statement.next()) {
            const qint64 step = statement.integer(0);
            const qint64 number = statement.integer(1);
            const qint64 place = statement.integer(2);
            if (!m_told.insert({step, number, place}).second)
                continue;
            const auto part =
                std::find_if(m_parts.begin(), m_parts.end(), [=](const EntryPart &each) {
                    return each.step == step && each.part == number;
                });
            rows.push_back({*part, place, hasUses ? statement.integer(3) : 0});
        }
        return rows;
    }

    /** Reads the rows of the part, unless it is the one of the last row. */
    void turnTo(const EntryPart &part)
    {
        if ((m_before.isEmpty() && m_after.isEmpty()) || part.step != m_current.step ||
            part.part != m_current.part) {
            m_current = part;
            m_before = m_entry.rows(part, ImageKind::Before);
            m_after = m_entry.rows(part, ImageKind::After);
        }
    }

    QString valueOf(const RowImage &image, const QString &rowText, const QString &column) const
    {
        const Row cells = image.cells(rowText);
        return cells.at(static_cast<size_t>(image.columns().indexOf(column))).value_or(u"NULL"_s);
    }

    bool isSame(const RowImage &image, const QString &before, const QString &after,
                const QStringList &columns) const
    {
        return std::all_of(columns.begin(), columns.end(), [&](const QString &column) {
            return valueOf(image, before, column) == valueOf(image, after, column);
        });
    }

    void addUsed(const TableLink &link, const RowImage &image, const FoundRow &found)
    {
        turnTo(found.part);
        const std::optional<QString> before = rowAt(m_before, found.position);
        const std::optional<QString> after = rowAt(m_after, found.position);
        if (after && isSame(image, *before, *after, link.targets))
            return; // a later step deletes the row
        const QString value = valueOf(image, *before, link.targets.constFirst());
        m_found.push_back({found.part.table, found.part.layout, before, after, before,
                           usedSince(found.uses, link.child, value)});
    }

    void addLost(const TableLink &link, const RowImage &image, const FoundRow &found)
    {
        turnTo(found.part);
        const std::optional<QString> before = rowAt(m_before, found.position);
        const std::optional<QString> after = rowAt(m_after, found.position);
        if (before && isSame(image, *before, *after, link.columns))
            return; // the undo does not touch the reference
        const QString value = valueOf(image, *after, link.columns.constFirst());
        m_found.push_back(
            {found.part.table, found.part.layout, before, after, before,
             u"“%1” of %2, which it refers to, is not there any more."_s.arg(value, link.parent)});
    }

    ScopedConnection &m_connection;
    const std::vector<TableSchema> &m_schema;
    const UndoEntry &m_entry;
    size_t m_limit;
    std::vector<EntryPart> m_parts;
    std::map<std::pair<QString, QString>, LayoutRows> m_layouts;
    std::set<std::tuple<qint64, qint64, qint64>> m_told; ///< step, part and position
    EntryPart m_current;
    QStringList m_before; ///< of m_current
    QStringList m_after;
    std::vector<RowVersions> m_found;
};

} // namespace

std::vector<RowVersions> danglingRows(ScopedConnection &connection,
                                      const std::vector<TableSchema> &schema,
                                      const std::vector<TableLink> &links, const UndoEntry &entry,
                                      size_t limit)
{
    if (links.empty())
        return {};
    DanglingSearch search(connection, schema, entry, limit);
    for (const TableLink &link : links)
        search.look(link);
    return search.found();
}

} // namespace tagsmith
