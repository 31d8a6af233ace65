// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DrupalDeltas.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/DrupalFields.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Above any delta: where rows wait, so that no two have the same number half-way. */
const QString &farAway()
{
    static const QString number = u"1000000000"_s;
    return number;
}

/** The SQL of one renumbering; its table is called r, the new numbers d.place. */
class Renumbering
{
public:
    Renumbering(ScopedConnection &connection, const DrupalDeltaTable &table, qsizetype tags,
                DeltaOrder order)
        : m_connection(connection), m_dialect(connection.dialect()), m_table(table), m_tags(tags),
          m_order(order)
    {
    }

    /** Moves the rows that need another number to it, but far away. */
    QString moveAway() const
    {
        const QString same = equal(u"r"_s, u"d"_s) + u" AND r.delta = d.delta"_s;
        const QString wanted = u" d.place <> r.delta"_s;
        if (m_connection.isSqlite()) {
            return u"UPDATE "_s + name() + u" AS r SET delta = d.place + "_s + farAway() +
                   u" FROM "_s + numbered() + u" WHERE "_s + same + u" AND"_s + wanted;
        }
        return u"UPDATE "_s + name() + u" AS r JOIN "_s + numbered() + u" ON "_s + same +
               u" SET r.delta = d.place + "_s + farAway() + u" WHERE"_s + wanted;
    }

    /** Brings them back. */
    QString moveBack() const
    {
        const QString entities = u"(SELECT DISTINCT entity_id FROM "_s + name() +
                                 u" AS c WHERE "_s + isGiven(u"c"_s) + u')';
        if (m_connection.isSqlite()) {
            return u"UPDATE "_s + name() + u" SET delta = delta - "_s + farAway() +
                   u" WHERE delta >= "_s + farAway() + u" AND entity_id IN "_s + entities;
        }
        return u"UPDATE "_s + name() + u" AS r JOIN "_s + entities +
               u" AS d ON r.entity_id = d.entity_id SET r.delta = r.delta - "_s + farAway() +
               u" WHERE r.delta >= "_s + farAway();
    }

    /** How often the tags are bound in moveAway(). */
    int timesBound() const { return m_order == DeltaOrder::GivenTagsLast ? 2 : 1; }

private:
    QString name() const { return m_dialect.quoted(m_table.table); }

    QString isGiven(const QString &alias) const
    {
        return alias + u'.' + m_dialect.quoted(m_table.column) + u" IN ("_s + marks(m_tags) + u')';
    }

    QString equal(const QString &left, const QString &right) const
    {
        QStringList conditions;
        for (const QString &column : m_table.group)
            conditions << left + u'.' + column + u" = "_s + right + u'.' + column;
        return conditions.join(u" AND "_s);
    }

    /** Every row of the groups that have one of the tags, with its new number. */
    QString numbered() const
    {
        QStringList group;
        for (const QString &column : m_table.group)
            group << u"a."_s + column;
        const QString columns = group.join(u", "_s);
        const QString last = m_order == DeltaOrder::GivenTagsLast
                                 ? u"CASE WHEN "_s + isGiven(u"a"_s) + u" THEN 1 ELSE 0 END, "_s
                                 : QString();
        QStringList groups;
        for (const QString &column : m_table.group)
            groups << u"c."_s + column;
        return u"(SELECT "_s + columns + u", a.delta, ROW_NUMBER() OVER (PARTITION BY "_s +
               columns + u" ORDER BY "_s + last +
               u"a.delta) - 1 AS place FROM (SELECT DISTINCT "_s + groups.join(u", "_s) +
               u" FROM "_s + name() + u" AS c WHERE "_s + isGiven(u"c"_s) + u") AS b JOIN "_s +
               name() + u" AS a ON "_s + equal(u"b"_s, u"a"_s) + u") AS d"_s;
    }

    ScopedConnection &m_connection;
    const Dialect &m_dialect;
    const DrupalDeltaTable &m_table;
    qsizetype m_tags;
    DeltaOrder m_order;
};

} // namespace

std::vector<DrupalDeltaTable> drupalDeltaTables(const std::vector<TableSchema> &schema,
                                                const Vocabulary &vocabulary)
{
    std::vector<DrupalDeltaTable> tables;
    for (const Reference &reference : vocabulary.references) {
        if (!reference.objects.empty() &&
            reference.objects.front().columns.contains(u"entity_id"_s))
            tables.push_back(
                {reference.table, reference.column, reference.objects.front().columns});
    }
    if (vocabulary.hierarchy && !vocabulary.hierarchy->table.isEmpty()) {
        tables.push_back({vocabulary.hierarchy->table,
                          vocabulary.hierarchy->column,
                          {u"entity_id"_s, u"deleted"_s, u"langcode"_s}});
    }
    const QString revisions = drupalPrefix(vocabulary.table) + u"taxonomy_term_revision__parent"_s;
    if (const TableSchema *table = findTable(schema, revisions)) {
        tables.push_back({table->name,
                          u"parent_target_id"_s,
                          {u"entity_id"_s, u"revision_id"_s, u"deleted"_s, u"langcode"_s}});
    }
    return tables;
}

void renumberDrupalDeltas(ScopedConnection &connection, const Vocabulary &vocabulary,
                          const DrupalDeltaTable &table, const QStringList &tags, DeltaOrder order)
{
    for (const QStringList &part : inParts(tags)) {
        onTable(table.table, [&] {
            const Renumbering sql(connection, table, part.size(), order);
            Statement away(connection, sql.moveAway());
            for (int i = 0; i < sql.timesBound(); ++i) {
                for (const QString &tag : part)
                    bindAs(away, vocabulary.key(), tag);
            }
            if (away.execute().rowsAffected() == 0)
                return;
            Statement back(connection, sql.moveBack());
            for (const QString &tag : part)
                bindAs(back, vocabulary.key(), tag);
            back.execute();
        });
    }
}

} // namespace tagsmith
