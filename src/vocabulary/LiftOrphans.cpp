// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LiftOrphans.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/Lineage.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/SampleTaggings.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The column that holds the parents, as a reference. */
Reference parentReference(const Vocabulary &vocabulary, const Hierarchy &hierarchy)
{
    Reference reference;
    reference.table = hierarchy.table;
    reference.column = hierarchy.column;
    reference.target = hierarchy.target;
    if (hierarchy.table.isEmpty()) {
        reference.table = vocabulary.table;
        reference.scope = vocabulary.scope;
    }
    return reference;
}

/** A row that names a tag which goes as the parent of one that stays. */
struct Orphan
{
    QString child;     ///< its key
    QString parent;    ///< as the row names it
    QString parentKey; ///< the key of the tag that goes
};

class OrphanLifting
{
public:
    OrphanLifting(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const std::vector<TableSchema> &schema, const std::vector<StoredTag> &tags)
        : m_connection(connection), m_dialect(connection.dialect()), m_vocabulary(vocabulary),
          m_hierarchy(*vocabulary.hierarchy), m_reference(parentReference(vocabulary, m_hierarchy)),
          m_target(columnOf(m_hierarchy.target)),
          m_table(connection, schema, m_reference, m_target),
          m_child(m_hierarchy.table.isEmpty() ? vocabulary.key().name : m_hierarchy.childColumn),
          m_lineage(connection, vocabulary, m_hierarchy, tags)
    {
        for (const StoredTag &tag : tags) {
            m_keys.insert(tag.key);
            if (const Cell value = tagValue(vocabulary, tag, m_hierarchy.target))
                m_keyOfValue.insert(*value, tag.key);
        }
    }

    qint64 run(Receipt &receipt)
    {
        QSet<QString> lifted;
        for (const QStringList &part : partsOfValues()) {
            const std::vector<Orphan> orphans = orphansOf(part);
            if (!orphans.empty() && receipt.dryRun)
                sampleUsing(m_table, {m_target, part, {}}, u"lifted"_s, receipt.samples);
            for (const Orphan &orphan : orphans) {
                lift(orphan);
                lifted.insert(orphan.child);
            }
        }
        return lifted.size();
    }

private:
    const Column &columnOf(const QString &target) const
    {
        const int column = target.isEmpty() ? m_vocabulary.keyColumn : m_vocabulary.indexOf(target);
        if (column < 0) {
            throw DatabaseError(ErrorKind::Missing,
                                u"The table %1 has no column %2; correct the mapping."_s.arg(
                                    m_vocabulary.table, target));
        }
        return m_vocabulary.columns[static_cast<size_t>(column)];
    }

    /** Texts come one by one: a row may spell one as its collation sees fit. */
    std::vector<QStringList> partsOfValues() const
    {
        const QStringList values = m_keyOfValue.keys();
        if (m_target.type == ColumnType::Integer)
            return inParts(values);
        std::vector<QStringList> parts;
        for (const QString &value : values)
            parts.push_back({value});
        return parts;
    }

    std::vector<Orphan> orphansOf(const QStringList &parents) const
    {
        Statement statement(m_connection, u"SELECT "_s + m_table.column(m_child) + u", "_s +
                                              m_table.column(m_hierarchy.column) + u" FROM "_s +
                                              m_table.from() + u" WHERE "_s +
                                              m_table.usesOneOf(parents.size()) + u" ORDER BY 1"_s);
        m_table.bindTags(statement, parents);
        statement.execute();
        std::vector<Orphan> orphans;
        while (statement.next()) {
            if (m_keys.contains(statement.text(0)))
                continue;
            const QString parent = statement.text(1);
            orphans.push_back({statement.text(0), parent,
                               m_keyOfValue.value(parents.size() == 1 ? parents.front() : parent)});
        }
        return orphans;
    }

    /** The nearest tag above that stays, as the hierarchy names it; its root where there is none.
     */
    Cell nearestAbove(const QString &key) const
    {
        QSet<QString> seen = {key};
        QStringList level = {key};
        while (!level.isEmpty()) {
            QStringList next;
            for (const QString &below : std::as_const(level)) {
                const QStringList parents = m_lineage.parents(below);
                for (const QString &parent : parents) {
                    if (!m_keys.contains(parent))
                        return tagValue(m_vocabulary, m_lineage.tag(parent), m_hierarchy.target);
                    if (!seen.contains(parent))
                        next << parent;
                    seen.insert(parent);
                }
            }
            level = next;
        }
        return m_hierarchy.root;
    }

    void lift(const Orphan &orphan) const
    {
        const Cell parent = nearestAbove(orphan.parentKey);
        if (losesOnly(orphan, parent)) {
            recordDelete(m_connection, rowOf(orphan));
            changeRow(u"DELETE FROM "_s + ownName(), orphan, std::nullopt);
            return;
        }
        try {
            RecordedUpdate recorded(m_connection, rowOf(orphan), {m_hierarchy.column},
                                    {{m_hierarchy.column, parent}});
            changeRow(u"UPDATE "_s + ownName() + u" SET "_s + m_dialect.quoted(m_hierarchy.column) +
                          u" = ?"_s,
                      orphan, parent);
            recorded.done();
        } catch (const DatabaseError &failure) {
            if (failure.error().kind != ErrorKind::Conflict)
                throw;
            throw hasTwin(orphan, failure.error());
        }
    }

    /** The error of a child whose name another tag at its new place has already. */
    DatabaseError hasTwin(const Orphan &orphan, const Error &error) const
    {
        const TagTable tags(m_dialect, m_vocabulary);
        Statement statement(m_connection, u"SELECT "_s + tags.selected(m_vocabulary.nameField()) +
                                              u" FROM "_s + tags.from() + u" WHERE "_s +
                                              tags.key() + u" = ?"_s);
        bindAs(statement, m_vocabulary.key(), orphan.child);
        if (!statement.execute().next())
            return DatabaseError(error);
        return {ErrorKind::Conflict,
                u"“%1” would come to stand where there is a tag of that name already; merge or "
                "rename one of the two first."_s.arg(statement.text(0)),
                error.nativeCode};
    }

    QString ownName() const { return m_dialect.quoted(m_table.schema().name); }

    /** Whether the child, in a table of parents, needs no other one in place of the one it loses.
     */
    bool losesOnly(const Orphan &orphan, const Cell &parent) const
    {
        if (m_hierarchy.table.isEmpty())
            return false;
        const QString column = m_dialect.quoted(m_hierarchy.column);
        Statement statement(m_connection, u"SELECT "_s + column + u" FROM "_s + ownName() +
                                              u" WHERE "_s + m_dialect.quoted(m_child) + u" = ?"_s);
        bindAs(statement, m_vocabulary.key(), orphan.child);
        statement.execute();
        const bool toTheTop = parent == m_hierarchy.root;
        while (statement.next()) {
            const Cell other = statement.cell(0);
            const bool stays = other && !m_keyOfValue.contains(*other);
            if (stays && (toTheTop || other == parent))
                return true;
        }
        return false;
    }

    QString isOrphan() const
    {
        const bool isTable = !m_hierarchy.table.isEmpty(); // the only parent needs no condition
        return m_dialect.quoted(m_child) + u" = ?"_s +
               (isTable ? u" AND "_s + m_dialect.quoted(m_hierarchy.column) + u" = ?"_s : u""_s);
    }

    void bindOrphan(Statement &statement, const Orphan &orphan) const
    {
        bindAs(statement, m_vocabulary.key(), orphan.child);
        if (!m_hierarchy.table.isEmpty())
            bindAs(statement, m_target, orphan.parent);
    }

    RowSelection rowOf(const Orphan &orphan) const
    {
        return {m_table.schema().name, {}, {}, isOrphan(), [this, &orphan](Statement &statement) {
                    bindOrphan(statement, orphan);
                }};
    }

    /** @p parent: the value to set; nothing for a DELETE. */
    void changeRow(const QString &start, const Orphan &orphan,
                   const std::optional<Cell> &parent) const
    {
        Statement statement(m_connection, start + u" WHERE "_s + isOrphan());
        if (parent)
            bindAs(statement, m_target, *parent);
        bindOrphan(statement, orphan);
        statement.execute();
    }

    ScopedConnection &m_connection;
    const Dialect &m_dialect;
    const Vocabulary &m_vocabulary;
    const Hierarchy &m_hierarchy;
    Reference m_reference;
    Column m_target;
    ReferenceTable m_table;
    QString m_child; ///< the column with the key of the child
    Lineage m_lineage;
    QSet<QString> m_keys;
    QHash<QString, QString> m_keyOfValue;
};

} // namespace

qint64 liftOrphans(ScopedConnection &connection, const Vocabulary &vocabulary,
                   const std::vector<TableSchema> &schema, const std::vector<StoredTag> &tags,
                   Receipt &receipt)
{
    if (!vocabulary.hierarchy)
        return 0;
    const QString &own = vocabulary.hierarchy->table;
    return onTable(own.isEmpty() ? vocabulary.table : own, [&] {
        return OrphanLifting(connection, vocabulary, schema, tags).run(receipt);
    });
}

} // namespace tagsmith
