// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ActsAsTaggableOnSteps.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CachedTagList.h"
#include "vocabulary/RailsNames.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TableColumns.h"
#include "vocabulary/TagValues.h"

#include <algorithm>
#include <optional>
#include <span>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** A kind of owner and one of its lists of tags: "Blog::Article", "tags". */
struct TagList
{
    QString type;
    QString context;
};

/** Where such lists are kept. */
struct ListColumn
{
    QString table;
    QString column;
};

/** The list of one owner. */
struct CachedList
{
    qint64 owner = 0;
    QString text;
};

constexpr size_t listsPerUpdate = 200;

QStringList keysOf(const TagOperation &operation)
{
    QStringList keys;
    for (const StoredTag &tag : operation.tags)
        keys << tag.key;
    return keys;
}

QStringList namesOf(const TagOperation &operation)
{
    QStringList names;
    for (const StoredTag &tag : operation.tags)
        names << tag.name;
    return names;
}

/** Rewrites the lists of owners; a tagging that has a tagger of its own stands in none. */
class ListWriter
{
public:
    ListWriter(ScopedConnection &connection, const Vocabulary &vocabulary)
        : m_connection(connection), m_dialect(connection.dialect()),
          m_prefix(vocabulary.table.chopped(QStringLiteral("tags").size())),
          m_taggings(m_dialect.quoted(m_prefix + u"taggings"_s))
    {
    }

    void rewrite(const TagOperation &operation)
    {
        const QString newName = operation.kind == "rename"_L1 ? operation.newName
                                : operation.target            ? operation.target->name
                                                              : QString();
        const QStringList oldNames = namesOf(operation);
        const std::vector<QStringList> parts = inParts(keysOf(operation));
        for (const QStringList &keys : parts) {
            const std::vector<TagList> lists = listsWith(keys);
            for (const TagList &list : lists) {
                if (const auto column = columnOf(list))
                    rewrite(list, *column, keys, oldNames, newName);
            }
        }
    }

private:
    static QString uses(const QStringList &keys)
    {
        return u"g.tag_id IN (%1) AND g.tagger_id IS NULL"_s.arg(marks(keys.size()));
    }

    static void bindKeys(Statement &statement, const QStringList &keys)
    {
        for (const QString &key : keys)
            statement.bind(key.toLongLong());
    }

    std::vector<TagList> listsWith(const QStringList &keys)
    {
        Statement statement(
            m_connection,
            u"SELECT DISTINCT g.taggable_type, g.context FROM %1 AS g WHERE "_s.arg(m_taggings) +
                uses(keys));
        bindKeys(statement, keys);
        statement.execute();
        std::vector<TagList> lists;
        while (statement.next())
            lists.push_back({statement.text(0), statement.text(1)});
        return lists;
    }

    /** The column with the lists, where the owners' table is found and has one. */
    std::optional<ListColumn> columnOf(const TagList &list)
    {
        const QStringList tables = rails::tablesOf(list.type);
        for (const QString &table : tables) {
            const QStringList columns = tableColumns(m_connection, m_prefix + table);
            const QStringList singulars = rails::singularsOf(list.context);
            for (const QString &singular : singulars) {
                const QString column = u"cached_%1_list"_s.arg(singular);
                if (columns.contains(column) && columns.contains(u"id"_s))
                    return ListColumn{m_prefix + table, column};
            }
        }
        return std::nullopt;
    }

    void rewrite(const TagList &list, const ListColumn &column, const QStringList &keys,
                 const QStringList &oldNames, const QString &newName)
    {
        const QString table = m_dialect.quoted(column.table);
        const QString cached = m_dialect.quoted(column.column);
        Statement owners(
            m_connection,
            u"SELECT DISTINCT o.id, o.%1 FROM %2 AS o JOIN %3 AS g "
            "ON g.taggable_id = o.id WHERE g.taggable_type = ? AND g.context = ? AND "_s.arg(
                cached, table, m_taggings) +
                uses(keys));
        owners.bind(list.type).bind(list.context);
        bindKeys(owners, keys);
        owners.execute();
        std::vector<CachedList> changed;
        while (owners.next()) {
            const Cell before = owners.cell(1);
            if (!before) // the application makes the list when it next needs it
                continue;
            const QString after = replaceInTagList(*before, oldNames, newName);
            if (after != *before)
                changed.push_back({owners.integer(0), after});
        }
        const std::span<const CachedList> all(changed);
        for (size_t i = 0; i < all.size(); i += listsPerUpdate)
            store(column, all.subspan(i, std::min(listsPerUpdate, all.size() - i)));
    }

    /** Stores @p lists in one statement. */
    void store(const ListColumn &column, std::span<const CachedList> lists)
    {
        QStringList owners;
        for (const CachedList &list : lists)
            owners << QString::number(list.owner);
        const QString areThese = u"id IN (%1)"_s.arg(owners.join(u", "_s));
        RecordedUpdate recorded(m_connection, {column.table, {}, {}, areThese}, {column.column});
        Statement update(m_connection,
                         u"UPDATE %1 SET %2 = CASE id WHEN "_s.arg(
                             m_dialect.quoted(column.table), m_dialect.quoted(column.column)) +
                             owners.join(u" THEN ? WHEN "_s) + u" THEN ? END WHERE "_s + areThese);
        for (const CachedList &list : lists)
            update.bind(list.text);
        update.execute();
        recorded.done();
    }

    ScopedConnection &m_connection;
    const Dialect &m_dialect;
    QString m_prefix;
    QString m_taggings;
};

} // namespace

void ActsAsTaggableOnSteps::before(ScopedConnection &connection, const Vocabulary &vocabulary,
                                   const TagOperation &operation, Receipt &) const
{
    // Before, because afterwards nothing tells any more which owners had the tags.
    ListWriter(connection, vocabulary).rewrite(operation);
}

} // namespace tagsmith
