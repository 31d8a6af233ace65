// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DrupalDeltas.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/DrupalFields.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Above any delta: where rows wait, so that no two have the same number half-way. */
constexpr qint64 farAway = 1'000'000'000;
constexpr size_t rowsPerUpdate = 200;

/** One value of a field that gets another number. */
struct Move
{
    int phase = 0;
    qint64 to = 0;
    qint64 from = 0;
    QStringList group;

    friend bool operator<(const Move &a, const Move &b)
    {
        return std::tie(a.phase, a.to, a.from) < std::tie(b.phase, b.to, b.from);
    }
};

/**
 * One renumbering. The rows move in groups with the same old and the same new number: delta belongs
 * to the key of the table, and so each change of it can be found again in the journal.
 */
class Renumbering
{
public:
    Renumbering(ScopedConnection &connection, const Vocabulary &vocabulary,
                const DrupalDeltaTable &table, const QStringList &tags, DeltaOrder order)
        : m_connection(connection), m_dialect(connection.dialect()), m_vocabulary(vocabulary),
          m_table(table), m_tags(tags), m_order(order)
    {
    }

    void run()
    {
        std::vector<Move> moves = neededMoves();
        std::stable_sort(moves.begin(), moves.end());
        const std::span<const Move> all(moves);
        for (size_t i = 0; i < all.size();) {
            const Move &first = all[i];
            size_t end = i + 1;
            while (end < all.size() && end - i < rowsPerUpdate && all[end].phase == first.phase &&
                   all[end].to == first.to && all[end].from == first.from)
                ++end;
            move(all.subspan(i, end - i));
            i = end;
        }
    }

private:
    QString name() const { return m_dialect.quoted(m_table.table); }

    QString isGiven(const QString &alias) const
    {
        return alias + u'.' + m_dialect.quoted(m_table.column) + u" IN ("_s + marks(m_tags.size()) +
               u')';
    }

    /** The columns of the group, in the table called @p alias (empty: no alias). */
    QStringList group(const QString &alias) const
    {
        QStringList columns;
        for (const Column &column : m_table.group)
            columns << (alias.isEmpty() ? QString() : alias + u'.') + m_dialect.quoted(column.name);
        return columns;
    }

    /** Every row of the groups that have one of the tags, in their new order. */
    QString orderedRows() const
    {
        const QStringList left = group(u"b"_s);
        const QStringList right = group(u"a"_s);
        QStringList same;
        for (qsizetype i = 0; i < left.size(); ++i)
            same << left[i] + u" = "_s + right[i];
        const QString columns = right.join(u", "_s);
        const QString last = m_order == DeltaOrder::GivenTagsLast
                                 ? u"CASE WHEN "_s + isGiven(u"a"_s) + u" THEN 1 ELSE 0 END"_s
                                 : u"0"_s;
        return u"SELECT "_s + columns + u", a.delta, "_s + last +
               u" AS is_last FROM (SELECT DISTINCT "_s + group(u"c"_s).join(u", "_s) + u" FROM "_s +
               name() + u" AS c WHERE "_s + isGiven(u"c"_s) + u") AS b JOIN "_s + name() +
               u" AS a ON "_s + same.join(u" AND "_s) + u" ORDER BY "_s + columns +
               u", is_last, a.delta"_s + (m_connection.isSqlite() ? QString() : u" FOR UPDATE"_s);
    }

    /**
     * First the rows that come last go far away, then the others close the gaps from the lowest
     * number on, then the last come back: nowhere are two in the same place.
     */
    std::vector<Move> neededMoves() const
    {
        Statement rows(m_connection, orderedRows());
        const int times = m_order == DeltaOrder::GivenTagsLast ? 2 : 1;
        for (int i = 0; i < times; ++i) {
            for (const QString &tag : m_tags)
                bindAs(rows, m_vocabulary.key(), tag);
        }
        rows.execute();
        std::vector<Move> moves;
        const int width = static_cast<int>(m_table.group.size());
        QStringList last;
        qint64 place = 0;
        while (rows.next()) {
            QStringList group;
            for (int i = 0; i < width; ++i)
                group << rows.text(i);
            place = group == last ? place + 1 : 0;
            last = group;
            const qint64 delta = rows.integer(width);
            if (delta == place)
                continue;
            if (rows.integer(width + 1) == 0) {
                moves.push_back({1, place, delta, group});
            } else {
                moves.push_back({0, farAway + place, delta, group});
                moves.push_back({2, place, farAway + place, group});
            }
        }
        return moves;
    }

    /** Moves the rows of @p moves, which all go from the same number to the same number. */
    void move(std::span<const Move> moves) const
    {
        const Move &first = moves.front();
        const QString tuple = u'(' + marks(group({}).size()) + u')';
        const QString tuples =
            QStringList(static_cast<qsizetype>(moves.size()), tuple).join(u", "_s);
        // The second condition would do; the first one has an index on either engine.
        const QString where = u"delta = ? AND entity_id IN (%1) AND (%2) IN (%3%4)"_s.arg(
            marks(static_cast<qsizetype>(moves.size())), group({}).join(u", "_s),
            m_connection.isSqlite() ? u"VALUES "_s : QString(), tuples);
        const auto bindRows = [&](Statement &statement) { bind(statement, moves); };
        RecordedUpdate recorded(m_connection, {m_table.table, {}, {}, where, bindRows},
                                {u"delta"_s}, {{u"delta"_s, QString::number(first.to)}});
        Statement update(m_connection, u"UPDATE "_s + name() + u" SET delta = ? WHERE "_s + where);
        update.bind(first.to);
        bindRows(update);
        update.execute();
        recorded.done();
    }

    void bind(Statement &statement, std::span<const Move> moves) const
    {
        statement.bind(moves.front().from);
        const auto entity =
            std::find_if(m_table.group.begin(), m_table.group.end(),
                         [](const Column &column) { return column.name == "entity_id"_L1; });
        const qsizetype position = std::distance(m_table.group.begin(), entity);
        for (const Move &move : moves)
            bindAs(statement, *entity, move.group.at(position));
        for (const Move &move : moves) {
            for (size_t i = 0; i < m_table.group.size(); ++i)
                bindAs(statement, m_table.group[i], move.group.at(static_cast<qsizetype>(i)));
        }
    }

    ScopedConnection &m_connection;
    const Dialect &m_dialect;
    const Vocabulary &m_vocabulary;
    const DrupalDeltaTable &m_table;
    const QStringList &m_tags;
    DeltaOrder m_order;
};

std::vector<Column> columnsOf(const std::vector<TableSchema> &schema, const QString &table,
                              const QStringList &names)
{
    const TableSchema *found = findTable(schema, table);
    std::vector<Column> columns;
    for (const QString &name : names) {
        if (const Column *column = found ? found->find(name) : nullptr)
            columns.push_back(*column);
    }
    return columns;
}

} // namespace

std::vector<DrupalDeltaTable> drupalDeltaTables(const std::vector<TableSchema> &schema,
                                                const Vocabulary &vocabulary)
{
    std::vector<DrupalDeltaTable> tables;
    for (const Reference &reference : vocabulary.references) {
        if (!reference.objects.empty() &&
            reference.objects.front().columns.contains(u"entity_id"_s))
            tables.push_back(
                {reference.table, reference.column,
                 columnsOf(schema, reference.table, reference.objects.front().columns)});
    }
    if (vocabulary.hierarchy && !vocabulary.hierarchy->table.isEmpty()) {
        tables.push_back({vocabulary.hierarchy->table, vocabulary.hierarchy->column,
                          columnsOf(schema, vocabulary.hierarchy->table,
                                    {u"entity_id"_s, u"deleted"_s, u"langcode"_s})});
    }
    const QString revisions = drupalPrefix(vocabulary.table) + u"taxonomy_term_revision__parent"_s;
    if (const TableSchema *table = findTable(schema, revisions)) {
        tables.push_back(
            {table->name, u"parent_target_id"_s,
             columnsOf(schema, table->name,
                       {u"entity_id"_s, u"revision_id"_s, u"deleted"_s, u"langcode"_s})});
    }
    return tables;
}

void renumberDrupalDeltas(ScopedConnection &connection, const Vocabulary &vocabulary,
                          const DrupalDeltaTable &table, const QStringList &tags, DeltaOrder order)
{
    for (const QStringList &part : inParts(tags)) {
        onTable(table.table,
                [&] { Renumbering(connection, vocabulary, table, part, order).run(); });
    }
}

} // namespace tagsmith
