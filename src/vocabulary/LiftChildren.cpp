// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LiftChildren.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/LiftedParents.h"
#include "vocabulary/Lineage.h"
#include "vocabulary/MoveTaggings.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/SampleTaggings.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The column that holds the parents, as a reference. */
Reference parentReference(const Vocabulary &vocabulary, const Hierarchy &hierarchy)
{
    Reference reference;
    reference.column = hierarchy.column;
    reference.target = hierarchy.target;
    if (hierarchy.table.isEmpty()) {
        reference.table = vocabulary.table;
        for (const ColumnValue &condition : vocabulary.scope)
            reference.scope.push_back(condition);
    } else {
        reference.table = hierarchy.table;
        reference.objects = {{{hierarchy.childColumn}}};
    }
    return reference;
}

/** A merge's effect on one column that holds the parents of tags. */
class Lifting
{
public:
    Lifting(ScopedConnection &connection, const Vocabulary &vocabulary,
            const std::vector<TableSchema> &schema, const Hierarchy &hierarchy,
            const std::vector<StoredTag> &sources, const StoredTag &target)
        : m_connection(connection), m_dialect(connection.dialect()), m_vocabulary(vocabulary),
          m_hierarchy(hierarchy), m_sources(sources), m_target(target),
          m_reference(parentReference(vocabulary, hierarchy)),
          m_values(tagValues(vocabulary, sources, target, hierarchy.target, {})),
          m_keys(tagValues(vocabulary, sources, target, {}, {})),
          m_table(connection, schema, m_reference, m_values.column),
          m_child(hierarchy.table.isEmpty() ? vocabulary.key().name : hierarchy.childColumn),
          m_lineage(connection, vocabulary, hierarchy, withTarget())
    {
    }

    const Lineage &lineage() const { return m_lineage; }

    /** Puts the target beneath other parents; @p lifted is of liftedParents(). */
    qint64 liftTarget(const QHash<QString, QString> &lifted)
    {
        qint64 changed = 0;
        for (auto parent = lifted.begin(); parent != lifted.end(); ++parent) {
            const Cell value = parent.value().isEmpty() ? m_hierarchy.root
                                                        : valueOf(m_lineage.tag(parent.value()));
            const QString old = valueOf(m_lineage.tag(parent.key())).value_or(QString());
            changed += hasParent(value) ? removeParent(old) : replaceParent(old, value);
        }
        return changed > 0 ? 1 : 0;
    }

    /** Gives the children that are no sources the target as parent. */
    qint64 liftChildren(Receipt &receipt)
    {
        if (m_hierarchy.table.isEmpty())
            return updateChildren(receipt);
        removeOwnRows(); // what is left then are the children that stay
        Receipt moved;
        moved.dryRun = receipt.dryRun;
        const ReferenceCount count = moveTaggings(m_table, m_values, moved);
        for (SampleRows &sample : moved.samples) {
            sample.outcome = u"lifted"_s;
            receipt.samples.push_back(std::move(sample));
        }
        return count.moved + count.collapsed;
    }

    /** Sources that name other sources would keep these from being deleted. */
    void updateSources()
    {
        for (const QStringList &part : inParts(m_values.sources)) {
            setTarget(part, u" AND "_s + isSource());
        }
    }

private:
    std::vector<StoredTag> withTarget() const
    {
        std::vector<StoredTag> tags = m_sources;
        tags.push_back(m_target);
        return tags;
    }

    Cell valueOf(const StoredTag &tag) const
    {
        return tagValue(m_vocabulary, tag, m_hierarchy.target);
    }

    QString isTarget() const { return m_dialect.quoted(m_child) + u" = ?"_s; }

    /** Whether the target, in a table of parents, has this one already. */
    bool hasParent(const Cell &parent)
    {
        if (m_hierarchy.table.isEmpty())
            return false;
        const QString column = m_dialect.quoted(m_hierarchy.column);
        Statement statement(m_connection, u"SELECT COUNT(*) FROM "_s +
                                              m_dialect.quoted(m_hierarchy.table) + u" WHERE "_s +
                                              isTarget() + u" AND "_s + column +
                                              (parent ? u" = ?"_s : u" IS NULL"_s));
        bindAs(statement, m_vocabulary.key(), m_target.key);
        if (parent)
            bindAs(statement, m_values.column, parent);
        statement.execute().next();
        return statement.integer(0) > 0;
    }

    /** The row that puts the target beneath @p old. */
    RowSelection targetBeneath(const QString &old) const
    {
        const bool isTable = !m_hierarchy.table.isEmpty(); // the only parent needs no condition
        const QString isOld = u" AND "_s + m_dialect.quoted(m_hierarchy.column) + u" = ?"_s;
        return {m_table.schema().name,
                {},
                m_dialect.quoted(m_table.schema().name),
                isTarget() + (isTable ? isOld : QString()),
                [this, isTable, &old](Statement &statement) {
                    bindAs(statement, m_vocabulary.key(), m_target.key);
                    if (isTable)
                        bindAs(statement, m_values.column, old);
                }};
    }

    qint64 removeParent(const QString &old)
    {
        const RowSelection row = targetBeneath(old);
        recordDelete(m_connection, row);
        Statement statement(m_connection, u"DELETE FROM "_s + row.from + u" WHERE "_s + row.where);
        row.bind(statement);
        return statement.execute().rowsAffected();
    }

    qint64 replaceParent(const QString &old, const Cell &parent)
    {
        const RowSelection row = targetBeneath(old);
        RecordedUpdate recorded(m_connection, row, {m_hierarchy.column},
                                {{m_hierarchy.column, parent}});
        Statement statement(m_connection, u"UPDATE "_s + row.from + u" SET "_s +
                                              m_dialect.quoted(m_hierarchy.column) +
                                              u" = ? WHERE "_s + row.where);
        bindAs(statement, m_values.column, parent);
        row.bind(statement);
        const qint64 changed = statement.execute().rowsAffected();
        recorded.done();
        return changed;
    }

    /** Gives the rows that name one of @p parents the target; @p which has isSource(). */
    qint64 setTarget(const QStringList &parents, const QString &which)
    {
        RowSelection rows = m_table.rowsUsing(parents);
        rows.where += which;
        rows.bind = [this, &parents](Statement &statement) {
            m_table.bindTags(statement, parents);
            bindSources(statement);
        };
        RecordedUpdate recorded(m_connection, rows, {m_hierarchy.column},
                                {{m_hierarchy.column, m_values.target}});
        Statement statement(m_connection, u"UPDATE "_s + rows.from + u" SET "_s +
                                              m_dialect.quoted(m_hierarchy.column) +
                                              u" = ? WHERE "_s + rows.where);
        m_table.bindTag(statement, m_values.target);
        rows.bind(statement);
        const qint64 changed = statement.execute().rowsAffected();
        recorded.done();
        return changed;
    }

    QString isSource() const
    {
        return m_table.column(m_child) + u" IN ("_s + marks(m_keys.sources.size()) + u')';
    }

    void bindSources(Statement &statement) const
    {
        for (const QString &key : m_keys.sources)
            bindAs(statement, m_keys.column, key);
    }

    qint64 updateChildren(Receipt &receipt)
    {
        qint64 lifted = 0;
        for (const QStringList &part : inParts(m_values.sources)) {
            if (receipt.dryRun)
                sampleUsing(m_table, {m_values.column, part, m_values.target}, u"lifted"_s,
                            receipt.samples);
            lifted += setTarget(part, u" AND NOT "_s + isSource());
        }
        return lifted;
    }

    void removeOwnRows()
    {
        for (const QStringList &part : inParts(m_keys.sources)) {
            const QString isOne =
                m_dialect.quoted(m_child) + u" IN ("_s + marks(part.size()) + u')';
            const auto bind = [this, &part](Statement &statement) {
                for (const QString &key : part)
                    bindAs(statement, m_keys.column, key);
            };
            recordDelete(m_connection, {m_table.schema().name, {}, {}, isOne, bind});
            Statement statement(m_connection, u"DELETE FROM "_s +
                                                  m_dialect.quoted(m_hierarchy.table) +
                                                  u" WHERE "_s + isOne);
            bind(statement);
            statement.execute();
        }
    }

    ScopedConnection &m_connection;
    const Dialect &m_dialect;
    const Vocabulary &m_vocabulary;
    const Hierarchy &m_hierarchy;
    const std::vector<StoredTag> &m_sources;
    const StoredTag &m_target;
    Reference m_reference;
    TagValues m_values; ///< by which parents are named
    TagValues m_keys;
    ReferenceTable m_table;
    QString m_child;
    Lineage m_lineage;
};

/** The error of @p children with equal names, of which a parent may have only one. */
DatabaseError equalNames(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const std::vector<StoredTag> &sources, const StoredTag &target,
                         const Error &error)
{
    const Hierarchy &hierarchy = *vocabulary.hierarchy;
    const TagTable tags(connection.dialect(), vocabulary);
    const TagValues values = tagValues(vocabulary, sources, target, hierarchy.target, {});
    const int parent = vocabulary.indexOf(hierarchy.column);
    const QStringList part = QStringList{values.target} + values.sources.mid(0, maxListedValues);
    const QString name = tags.expression(vocabulary.nameField());
    if (!hierarchy.table.isEmpty() || parent < 0)
        return DatabaseError(error);
    Statement statement(connection,
                        u"SELECT MIN("_s + name + u"), COUNT(*) FROM "_s + tags.from() +
                            u" WHERE "_s + tags.scope() + u" AND "_s +
                            tags.expression(vocabulary.columns[static_cast<size_t>(parent)]) +
                            u" IN ("_s + marks(part.size()) + u") GROUP BY "_s + name +
                            u" HAVING COUNT(*) > 1 ORDER BY 1"_s);
    tags.bindScope(statement);
    for (const QString &value : part)
        bindAs(statement, values.column, value);
    if (!statement.execute().next())
        return DatabaseError(error);
    return {ErrorKind::Conflict,
            u"%1 tags called “%2” would come to stand beneath “%3”, which may have only one; merge "
            "or rename these first."_s.arg(statement.text(1), statement.text(0), target.name),
            error.nativeCode};
}

} // namespace

qint64 liftChildren(ScopedConnection &connection, const Vocabulary &vocabulary,
                    const std::vector<TableSchema> &schema, const std::vector<StoredTag> &sources,
                    const StoredTag &target, Receipt &receipt)
{
    if (!vocabulary.hierarchy)
        return 0;
    Lifting lifting(connection, vocabulary, schema, *vocabulary.hierarchy, sources, target);
    try {
        return lifting.liftTarget(liftedParents(lifting.lineage(), sources, target)) +
               lifting.liftChildren(receipt);
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Conflict)
            throw;
        throw equalNames(connection, vocabulary, sources, target, failure.error());
    }
}

ReferenceCount moveSelfReference(ScopedConnection &connection, const Vocabulary &vocabulary,
                                 const std::vector<TableSchema> &schema, const Reference &reference,
                                 const std::vector<StoredTag> &sources, const StoredTag &target,
                                 Receipt &receipt)
{
    Hierarchy named;
    named.column = reference.column;
    named.target = reference.target;
    Lifting lifting(connection, vocabulary, schema, named, sources, target);
    ReferenceCount count;
    count.table = reference.table;
    count.column = reference.column;
    QHash<QString, QString> lifted = liftedParentsLeniently(lifting.lineage(), sources, target);
    if (!reference.nullable) {
        // A tag that may not name nothing names itself; the update below does that.
        lifted.removeIf([](const auto &parent) { return parent.value().isEmpty(); });
    }
    count.moved = lifting.liftTarget(lifted) + lifting.liftChildren(receipt);
    lifting.updateSources();
    return count;
}

} // namespace tagsmith
