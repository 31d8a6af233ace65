// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NameFollowers.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/RequireFits.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Whether a changed name reaches the rows of @p reference without our help. */
bool followsByItself(const ScopedConnection &connection, const Vocabulary &vocabulary,
                     const Reference &reference)
{
    // InnoDB takes CASCADE for RESTRICT where a table refers to itself.
    const bool cascades = connection.isSqlite() || reference.table != vocabulary.table;
    return reference.onUpdate == ReferenceRule::Cascade && cascades;
}

bool areSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/** The column of @p hierarchy as a reference. */
Reference parentReference(const Vocabulary &vocabulary, const Hierarchy &hierarchy)
{
    Reference reference;
    reference.table = hierarchy.table.isEmpty() ? vocabulary.table : hierarchy.table;
    reference.column = hierarchy.column;
    reference.target = hierarchy.target;
    return reference;
}

/** The foreign keys of the vocabulary's table onto its own names, which no reference lists. */
std::vector<Reference> selfReferences(const Vocabulary &vocabulary,
                                      const std::vector<TableSchema> &schema)
{
    std::vector<Reference> references;
    const TableSchema *own = findTable(schema, vocabulary.table);
    if (!own)
        return references;
    for (const ForeignKey &foreign : own->foreignKeys) {
        if (!areSame(foreign.table, own->name) || foreign.columns.size() != 1 ||
            !areSame(foreign.targetColumns.value(0), vocabulary.nameField().name))
            continue;
        Reference reference;
        reference.table = own->name;
        reference.column = foreign.columns.constFirst();
        reference.target = vocabulary.nameName;
        reference.onUpdate = foreign.onUpdate;
        references.push_back(std::move(reference));
    }
    return references;
}

void requireNone(const ReferenceTable &rows, const QString &name)
{
    Statement statement(rows.connection(), u"SELECT 1 FROM "_s + rows.from() + u" WHERE "_s +
                                               rows.usesOneOf(1) + u" LIMIT 1"_s);
    rows.bindTags(statement, {name});
    if (!statement.execute().next())
        return;
    throw DatabaseError(
        ErrorKind::Refused,
        u"The table %1 refers to the name “%2” by a foreign key of several columns or one that the "
        "mapping does not follow; change its rows first."_s.arg(rows.schema().name, name));
}

} // namespace

NameFollowers::NameFollowers(ScopedConnection &connection, const Vocabulary &vocabulary)
    : m_connection(connection), m_vocabulary(vocabulary)
{
    const auto holdsNames = [&vocabulary](const QString &target) {
        const int column = target.isEmpty() ? vocabulary.keyColumn : vocabulary.indexOf(target);
        return column == vocabulary.nameColumn;
    };
    for (const Reference &reference : vocabulary.references) {
        if (holdsNames(reference.target))
            m_followers.push_back({reference});
    }
    const bool parentsToo = vocabulary.hierarchy && holdsNames(vocabulary.hierarchy->target);
    if (m_followers.empty() && !parentsToo && !vocabulary.keyIsName())
        return;
    m_schema = readSchema(connection);
    for (const Reference &reference : selfReferences(vocabulary, m_schema)) {
        if (!contains(reference))
            m_followers.push_back({reference, true});
    }
    if (parentsToo && !contains(parentReference(vocabulary, *vocabulary.hierarchy)))
        m_followers.push_back({parentReference(vocabulary, *vocabulary.hierarchy), true});
}

bool NameFollowers::contains(const Reference &reference) const
{
    return std::any_of(m_followers.begin(), m_followers.end(),
                       [&reference](const Follower &follower) {
                           return areSame(follower.reference.table, reference.table) &&
                                  areSame(follower.reference.column, reference.column);
                       });
}

ReferenceTable NameFollowers::tableOf(const Follower &follower) const
{
    return {m_connection, m_schema, follower.reference, m_vocabulary.nameField()};
}

const Reference *NameFollowers::referenceToMove() const
{
    for (const Follower &follower : m_followers) {
        if (!followsByItself(m_connection, m_vocabulary, follower.reference))
            return &follower.reference;
    }
    return nullptr;
}

std::vector<ReferenceCount> NameFollowers::count(const QString &name) const
{
    std::vector<ReferenceCount> counts;
    for (const Follower &follower : m_followers) {
        if (follower.isOwn)
            continue;
        const ReferenceTable table = tableOf(follower);
        onTable(follower.reference.table, [&] {
            Statement statement(m_connection, u"SELECT COUNT(*) FROM "_s + table.from() +
                                                  u" WHERE "_s + table.usesOneOf(1));
            table.bindTags(statement, {name});
            statement.execute().next();
            counts.push_back(
                {follower.reference.table, follower.reference.column, statement.integer(0)});
        });
    }
    return counts;
}

void NameFollowers::requireFits(const QString &newName) const
{
    for (const Follower &follower : m_followers) {
        const Column &column = *tableOf(follower).schema().find(follower.reference.column);
        onTable(follower.reference.table,
                [&] { tagsmith::requireFits(m_connection, column, newName); });
    }
}

void NameFollowers::requireNoOthers(const QString &name) const
{
    const Column &field = m_vocabulary.nameField();
    const QString &table = field.table.isEmpty() ? m_vocabulary.table : field.table;
    for (const TableSchema &child : m_schema) {
        for (const ForeignKey &key : child.foreignKeys) {
            const qsizetype part = key.targetColumns.indexOf(field.name);
            if (part < 0 || part >= key.columns.size() || !areSame(key.table, table))
                continue;
            Reference reference;
            reference.table = child.name;
            reference.column = key.columns.at(part);
            if (key.columns.size() == 1 && contains(reference))
                continue;
            const ReferenceTable rows(m_connection, m_schema, reference, field);
            onTable(child.name, [&] { requireNone(rows, name); });
        }
    }
}

void NameFollowers::move(const QString &oldName, const QString &newName) const
{
    for (const Follower &follower : m_followers) {
        const ReferenceTable table = tableOf(follower);
        const QStringList old = {oldName};
        onTable(follower.reference.table, [&] {
            RecordedUpdate recorded(m_connection, table.rowsUsing(old), {follower.reference.column},
                                    {{follower.reference.column, newName}});
            Statement update(m_connection,
                             u"UPDATE "_s + table.from() + u" SET "_s +
                                 m_connection.dialect().quoted(follower.reference.column) +
                                 u" = ? WHERE "_s + table.usesOneOf(1));
            update.bind(newName);
            table.bindTags(update, old);
            update.execute();
            recorded.done();
        });
    }
}

} // namespace tagsmith
