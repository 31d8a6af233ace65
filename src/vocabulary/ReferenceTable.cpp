// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ReferenceTable.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const TableSchema &requireTable(const std::vector<TableSchema> &schema, const QString &name)
{
    const TableSchema *table = findTable(schema, name);
    if (!table) {
        throw DatabaseError(ErrorKind::Missing,
                            u"The table %1 is not there any more; refresh."_s.arg(name));
    }
    return *table;
}

} // namespace

ReferenceTable::ReferenceTable(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                               const Reference &reference, const Column &target)
    : m_connection(connection), m_reference(reference),
      m_schema(&requireTable(schema, reference.table)), m_target(target)
{
    const Column &tagColumn = requireColumn(reference.column);
    for (const ColumnValue &condition : reference.scope)
        requireColumn(condition.column);
    for (const ObjectKey &key : reference.objects) {
        for (const QString &name : key.columns)
            requireColumn(name);
    }
    m_isCollatedAsTarget = tagColumn.collation.isEmpty() || target.collation.isEmpty() ||
                           tagColumn.collation == target.collation;
    const bool isOnce = std::any_of(m_schema->uniqueKeys.begin(), m_schema->uniqueKeys.end(),
                                    [this](const UniqueKey &key) { return isUnique(key); });
    m_objectKeys = isOnce ? std::vector<ObjectKey>{ObjectKey{}} : reference.objects;
    m_rowKey = findRowKey();
}

/** Whether @p key says that a tag may have one row of this reference only. */
bool ReferenceTable::isUnique(const UniqueKey &key) const
{
    QStringList fixed = {m_reference.column};
    for (const ColumnValue &condition : m_reference.scope) {
        if (condition.value)
            fixed << condition.column;
    }
    return std::all_of(key.columns.begin(), key.columns.end(),
                       [&fixed](const QString &name) {
                           return fixed.contains(name, Qt::CaseInsensitive);
                       }) &&
           key.columns.contains(m_reference.column, Qt::CaseInsensitive);
}

const Column &ReferenceTable::requireColumn(const QString &name) const
{
    const Column *column = m_schema->find(name);
    if (!column) {
        throw DatabaseError(
            ErrorKind::Missing,
            u"The table %1 has no column %2 any more; refresh."_s.arg(m_schema->name, name));
    }
    return *column;
}

QString ReferenceTable::from() const
{
    return m_connection.dialect().quoted(m_schema->name) + u" AS r"_s;
}

RowSelection ReferenceTable::rows(const QString &where, std::function<void(Statement &)> bind) const
{
    return {m_schema->name, u"r"_s, from(), where, std::move(bind)};
}

RowSelection ReferenceTable::rowsUsing(const QStringList &tags) const
{
    return rows(usesOneOf(tags.size()),
                [this, &tags](Statement &statement) { bindTags(statement, tags); });
}

QString ReferenceTable::column(const QString &name, const QString &alias) const
{
    return alias + u'.' + m_connection.dialect().quoted(name);
}

QString ReferenceTable::tag(const QString &alias) const
{
    const QString plain = column(m_reference.column, alias);
    // A collation that is the column's own stays away from the servers, which forget its index.
    if (m_isCollatedAsTarget && !m_connection.isSqlite())
        return plain;
    return m_connection.dialect().collated(plain, m_target);
}

QString ReferenceTable::usesOneOf(qsizetype count) const
{
    QString sql = tag() + u" IN ("_s + marks(count) + u')';
    for (const ColumnValue &condition : m_reference.scope)
        sql +=
            u" AND "_s + column(condition.column) + (condition.value ? u" = ?"_s : u" IS NULL"_s);
    return sql;
}

void ReferenceTable::bindTags(Statement &statement, const QStringList &tags) const
{
    for (const QString &tag : tags)
        bindTag(statement, tag);
    for (const ColumnValue &condition : m_reference.scope) {
        if (condition.value)
            bindAs(statement, requireColumn(condition.column), condition.value);
    }
}

void ReferenceTable::bindTag(Statement &statement, const QString &tag) const
{
    bindAs(statement, m_target, tag);
}

QStringList ReferenceTable::objectColumns(const ObjectKey &key) const
{
    QStringList columns;
    for (const QString &name : key.columns) {
        if (name.compare(m_reference.column, Qt::CaseInsensitive) != 0)
            columns << column(name);
    }
    return columns;
}

QString ReferenceTable::namesAnObject(const ObjectKey &key) const
{
    const QStringList columns = objectColumns(key);
    if (columns.isEmpty())
        return u"1 = 1"_s;
    const QString each = u" IS NOT NULL"_s;
    return u'(' + columns.join(each + (key.nullsAreEqual ? u" OR "_s : u" AND "_s)) + each + u')';
}

QString ReferenceTable::sameRow(const QString &alias, const QString &otherAlias) const
{
    QStringList conditions;
    for (const QString &name : m_rowKey)
        conditions << column(name, alias) + u" = "_s + column(name, otherAlias);
    return conditions.join(u" AND "_s);
}

QStringList ReferenceTable::findRowKey() const
{
    if (m_connection.isSqlite())
        return sqliteRowKey();
    if (!m_schema->primaryKey.isEmpty())
        return m_schema->primaryKey;
    for (const UniqueKey &key : m_schema->uniqueKeys) {
        const bool hasNulls =
            std::any_of(key.columns.begin(), key.columns.end(),
                        [this](const QString &name) { return requireColumn(name).nullable; });
        if (!hasNulls)
            return key.columns;
    }
    return {};
}

QStringList ReferenceTable::sqliteRowKey() const
{
    Statement statement(m_connection, u"SELECT wr FROM pragma_table_list WHERE schema = 'main' "
                                      "AND name = ?"_s);
    statement.bind(m_schema->name).execute();
    if (statement.next() && statement.integer(0) != 0)
        return m_schema->primaryKey;
    // The primary key of a table with rowids may hold NULLs, its rowid never does.
    for (const QString &name : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        if (!m_schema->find(name))
            return {name};
    }
    return m_schema->primaryKey;
}

} // namespace tagsmith
