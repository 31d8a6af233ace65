// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DrupalTerms.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/DrupalFields.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString pathOf(const QString &tid)
{
    return u"/taxonomy/term/"_s + tid;
}

/** Whether @p name, without the prefix, is the table of a field of terms. */
bool isFieldOfTerms(const QString &name)
{
    static constexpr std::array starts{"taxonomy_term__"_L1, "taxonomy_term_revision__"_L1,
                                       "taxonomy_term_r__"_L1};
    return std::any_of(starts.begin(), starts.end(), [&name](QLatin1StringView start) {
        return name.startsWith(start, Qt::CaseInsensitive);
    });
}

} // namespace

DrupalTerms::DrupalTerms(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const std::vector<TableSchema> &schema)
    : m_connection(connection), m_vocabulary(vocabulary), m_schema(schema),
      m_prefix(drupalPrefix(vocabulary.table))
{
}

const TableSchema *DrupalTerms::table(const QString &name) const
{
    return findTable(m_schema, m_prefix + name);
}

void DrupalTerms::removeRows(const RowSelection &rows) const
{
    recordDelete(m_connection, rows);
    Statement statement(m_connection, u"DELETE FROM "_s +
                                          m_connection.dialect().quoted(rows.table) + u" WHERE "_s +
                                          rows.where);
    rows.bind(statement);
    statement.execute();
}

void DrupalTerms::deleteWhere(const TableSchema &from, const QString &column,
                              const QStringList &tids, const QString &condition) const
{
    const Dialect &dialect = m_connection.dialect();
    for (const QStringList &part : inParts(tids)) {
        onTable(from.name, [&] {
            const QString where =
                u"%1 IN (%2)%3"_s.arg(dialect.quoted(column), marks(part.size()), condition);
            removeRows({from.name, {}, {}, where, [&](Statement &statement) {
                            for (const QString &tid : part)
                                bindAs(statement, m_vocabulary.key(), tid);
                        }});
        });
    }
}

void DrupalTerms::removeTranslations(const QStringList &tids) const
{
    if (const TableSchema *data = findTable(m_schema, m_vocabulary.table))
        deleteWhere(*data, m_vocabulary.key().name, tids, u" AND default_langcode <> 1"_s);
}

void DrupalTerms::remove(const QStringList &tids) const
{
    for (const TableSchema &field : m_schema) {
        if (field.name.startsWith(m_prefix, Qt::CaseInsensitive) &&
            isFieldOfTerms(field.name.mid(m_prefix.size())) &&
            field.find(u"entity_id"_s) != nullptr && field.find(u"delta"_s) != nullptr)
            deleteWhere(field, u"entity_id"_s, tids);
    }
    const QStringList names{u"taxonomy_term_field_revision"_s, u"taxonomy_term_revision"_s,
                            u"taxonomy_term_data"_s};
    for (const QString &name : names) {
        if (const TableSchema *own = table(name))
            deleteWhere(*own, u"tid"_s, tids);
    }
}

void DrupalTerms::replaceParents(const QStringList &gone, const QString &target) const
{
    const TableSchema *revisions = table(u"taxonomy_term_revision__parent"_s);
    if (revisions == nullptr)
        return;
    const QString name = m_connection.dialect().quoted(revisions->name);
    onTable(revisions->name, [&] {
        Statement children(m_connection, u"SELECT DISTINCT entity_id FROM %1 WHERE "
                                         "parent_target_id = ?"_s.arg(name));
        for (const QString &tid : gone) {
            bindAs(children, m_vocabulary.key(), tid);
            children.execute();
            QStringList found;
            while (children.next())
                found << children.text(0);
            for (const QString &child : std::as_const(found)) {
                const bool isCurrent = target.isEmpty() || child == target;
                replaceParent(*revisions, tid, child, isCurrent ? currentParent(child) : target);
            }
        }
    });
}

void DrupalTerms::replaceParent(const TableSchema &revisions, const QString &gone,
                                const QString &child, const QString &target) const
{
    const QString name = m_connection.dialect().quoted(revisions.name);
    const Column &key = m_vocabulary.key();
    // A revision that has both parents keeps the one.
    const QString same = u"k.entity_id = r.entity_id AND k.revision_id = r.revision_id AND "
                         "k.deleted = r.deleted AND k.langcode = r.langcode"_s;
    const QString sql =
        m_connection.isSqlite()
            ? u"DELETE FROM %1 AS r WHERE EXISTS (SELECT 1 FROM %1 AS k WHERE %2 AND "
              "k.parent_target_id = ?) AND r.entity_id = ? AND r.parent_target_id = ?"_s
            : u"DELETE r FROM %1 AS r JOIN %1 AS k ON %2 AND k.parent_target_id = ? WHERE "
              "r.entity_id = ? AND r.parent_target_id = ?"_s;
    Statement remove(m_connection, sql.arg(name, same));
    Statement update(m_connection, u"UPDATE %1 SET parent_target_id = ? WHERE entity_id = ? AND "
                                   "parent_target_id = ?"_s.arg(name));
    const auto bindAll = [&key](Statement &statement, const QStringList &values) {
        for (const QString &value : values)
            bindAs(statement, key, value);
    };
    const QString hasBoth = u"EXISTS (SELECT 1 FROM %1 AS k WHERE %2 AND k.parent_target_id = ?) "
                            "AND r.entity_id = ? AND r.parent_target_id = ?"_s.arg(name, same);
    recordDelete(m_connection,
                 {revisions.name, u"r"_s, name + u" AS r"_s, hasBoth, [&](Statement &rows) {
                      bindAll(rows, {target, child, gone});
                  }});
    bindAll(remove, {target, child, gone});
    remove.execute();

    RecordedUpdate recorded(m_connection,
                            {revisions.name,
                             {},
                             {},
                             u"entity_id = ? AND parent_target_id = ?"_s,
                             [&](Statement &rows) {
                                 bindAll(rows, {child, gone});
                             }},
                            {u"parent_target_id"_s}, {{u"parent_target_id"_s, target}});
    bindAll(update, {target, child, gone});
    update.execute();
    recorded.done();
}

/** The first of the parents that @p child has now. */
QString DrupalTerms::currentParent(const QString &child) const
{
    const Hierarchy &hierarchy = *m_vocabulary.hierarchy;
    const Dialect &dialect = m_connection.dialect();
    Statement statement(m_connection,
                        u"SELECT %1 FROM %2 WHERE %3 = ? ORDER BY delta LIMIT 1"_s.arg(
                            dialect.quoted(hierarchy.column), dialect.quoted(hierarchy.table),
                            dialect.quoted(hierarchy.childColumn)));
    bindAs(statement, m_vocabulary.key(), child);
    return statement.execute().next() ? statement.text(0) : hierarchy.root.value_or(u"0"_s);
}

/** The newest alias of a term, or its own path. */
QString DrupalTerms::addressOf(const QString &tid) const
{
    if (tid.isEmpty())
        return {};
    if (const TableSchema *aliases = table(u"path_alias"_s)) {
        Statement statement(m_connection,
                            u"SELECT alias FROM %1 WHERE path = ? ORDER BY id DESC LIMIT 1"_s.arg(
                                m_connection.dialect().quoted(aliases->name)));
        if (statement.bind(pathOf(tid)).execute().next())
            return statement.text(0);
    }
    return pathOf(tid);
}

void DrupalTerms::removeAddresses(const QString &tid, const QString &target,
                                  std::vector<Redirect> &redirects) const
{
    const QString to = addressOf(target);
    redirects.push_back({pathOf(tid), to});
    const TableSchema *aliases = table(u"path_alias"_s);
    if (aliases == nullptr)
        return;
    const QString name = m_connection.dialect().quoted(aliases->name);
    Statement list(m_connection, u"SELECT alias FROM %1 WHERE path = ? ORDER BY id"_s.arg(name));
    list.bind(pathOf(tid)).execute();
    while (list.next())
        redirects.push_back({list.text(0), to});
    const auto bindPath = [&tid](Statement &statement) { statement.bind(pathOf(tid)); };
    if (const TableSchema *revisions = table(u"path_alias_revision"_s)) {
        removeRows({revisions->name,
                    {},
                    {},
                    u"id IN (SELECT id FROM %1 WHERE path = ?)"_s.arg(name),
                    bindPath});
    }
    removeRows({aliases->name, {}, {}, u"path = ?"_s, bindPath});
}

void DrupalTerms::renameRevision(const QString &tid, const QString &revision,
                                 const QString &language, const QString &name) const
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const Dialect &dialect = m_connection.dialect();
    if (m_vocabulary.indexOf(u"changed"_s) >= 0) {
        const auto bindTerm = [&](Statement &statement) {
            bindAs(statement, m_vocabulary.key(), tid);
            statement.bind(language);
        };
        RecordedUpdate recorded(
            m_connection, {m_vocabulary.table, {}, {}, u"tid = ? AND langcode = ?"_s, bindTerm},
            {u"changed"_s});
        Statement data(m_connection,
                       u"UPDATE %1 SET changed = ? WHERE tid = ? AND langcode = ?"_s.arg(
                           dialect.quoted(m_vocabulary.table)));
        data.bind(now);
        bindTerm(data);
        data.execute();
        recorded.done();
    }
    const TableSchema *revisions = table(u"taxonomy_term_field_revision"_s);
    if (revisions == nullptr)
        return;
    const auto bindRevision = [&](Statement &statement) {
        bindAs(statement, m_vocabulary.key(), tid);
        bindAs(statement, m_vocabulary.key(), revision);
        statement.bind(language);
    };
    RecordedUpdate recorded(
        m_connection,
        {revisions->name, {}, {}, u"tid = ? AND revision_id = ? AND langcode = ?"_s, bindRevision},
        {u"name"_s, u"changed"_s});
    Statement update(m_connection,
                     u"UPDATE %1 SET name = ?, changed = ? WHERE tid = ? AND "
                     "revision_id = ? AND langcode = ?"_s.arg(dialect.quoted(revisions->name)));
    update.bind(name).bind(now);
    bindRevision(update);
    update.execute();
    recorded.done();
}

} // namespace tagsmith
