// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/Protections.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/Lineage.h"
#include "vocabulary/NamingTable.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool holds(const Vocabulary &vocabulary, const StoredTag &tag, const ColumnValue &condition)
{
    const int column = vocabulary.indexOf(condition.column);
    return column >= 0 && tag.values[static_cast<size_t>(column)] == condition.value;
}

/** One protection, with the values that a row of another table names. */
class Guard
{
public:
    Guard(ScopedConnection &connection, const Vocabulary &vocabulary, const Protection &protection)
        : m_vocabulary(vocabulary), m_protection(protection),
          m_target(protection.target.isEmpty() ? vocabulary.keyColumn
                                               : vocabulary.indexOf(protection.target))
    {
        if (!protection.table.isEmpty())
            onTable(protection.table, [&] { readNamed(connection); });
    }

    bool guards(const StoredTag &tag) const
    {
        const auto holdsForTag = [this, &tag](const ColumnValue &condition) {
            return holds(m_vocabulary, tag, condition);
        };
        if (!std::all_of(m_protection.where.begin(), m_protection.where.end(), holdsForTag))
            return false;
        if (m_protection.table.isEmpty())
            return !m_protection.where.empty();
        const Cell value = m_target < 0 ? Cell() : tag.values[static_cast<size_t>(m_target)];
        return value && m_named.contains(*value);
    }

private:
    void readNamed(ScopedConnection &connection)
    {
        const Dialect &dialect = connection.dialect();
        QStringList conditions = {u"1 = 1"_s};
        for (const ColumnValue &condition : m_protection.tableWhere)
            conditions << dialect.quoted(condition.column) +
                              (condition.value ? u" = ?"_s : u" IS NULL"_s);
        Statement statement(connection, u"SELECT "_s + dialect.quoted(m_protection.tableColumn) +
                                            u" FROM "_s + dialect.quoted(m_protection.table) +
                                            u" WHERE "_s + conditions.join(u" AND "_s));
        for (const ColumnValue &condition : m_protection.tableWhere) {
            if (condition.value)
                statement.bind(*condition.value);
        }
        statement.execute();
        while (statement.next()) {
            if (const Cell value = statement.cell(0))
                m_named.insert(*value);
        }
    }

    const Vocabulary &m_vocabulary;
    const Protection &m_protection;
    int m_target;
    QSet<QString> m_named;
};

QString refusedAction(const QString &kind)
{
    if (kind == "merge"_L1)
        return u"merged away"_s;
    return kind == "rename"_L1 ? u"renamed"_s : u"deleted"_s;
}

/** The nearest tag above the one with @p key that is guarded, or null. */
const StoredTag *guardedAbove(const Lineage &lineage, const Guard &guard, const QString &key)
{
    QSet<QString> seen = {key};
    QStringList level = lineage.parents(key);
    while (!level.isEmpty()) {
        QStringList next;
        for (const QString &parent : std::as_const(level)) {
            if (seen.contains(parent))
                continue;
            seen.insert(parent);
            if (guard.guards(lineage.tag(parent)))
                return &lineage.tag(parent);
            next << lineage.parents(parent);
        }
        level = next;
    }
    return nullptr;
}

void refuseGuarded(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &kind,
                   const std::vector<StoredTag> &tags, const Protection &protection)
{
    const Guard guard(connection, vocabulary, protection);
    const auto refused = [&kind](const StoredTag &tag, const QString &reason) {
        return DatabaseError(ErrorKind::Refused, u"“%1” cannot be %2: it %3."_s.arg(
                                                     tag.name, refusedAction(kind), reason));
    };
    for (const StoredTag &tag : tags) {
        if (guard.guards(tag))
            throw refused(tag, protection.reason);
    }
    if (!protection.withDescendants || !vocabulary.hierarchy)
        return;
    const Lineage lineage(connection, vocabulary, *vocabulary.hierarchy, tags);
    for (const StoredTag &tag : tags) {
        if (const StoredTag *above = guardedAbove(lineage, guard, tag.key)) {
            throw refused(tag,
                          u"stands beneath “%1”, which %2"_s.arg(above->name, protection.reason));
        }
    }
}

} // namespace

void refuseProtected(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const QString &kind, const std::vector<StoredTag> &tags)
{
    for (const Protection &protection : vocabulary.protections) {
        if (protection.operations.isEmpty() || protection.operations.contains(kind))
            refuseGuarded(connection, vocabulary, kind, tags, protection);
    }
}

} // namespace tagsmith
