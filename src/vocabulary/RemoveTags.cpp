// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RemoveTags.h"

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/RemoveTaggings.h"
#include "vocabulary/SharedNames.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Deletes the rows of @p table whose @p column has one of @p values. */
qint64 deleteRows(ScopedConnection &connection, const QString &table, const QString &column,
                  const Column &compared, const QStringList &values)
{
    const Dialect &dialect = connection.dialect();
    qint64 deleted = 0;
    for (const QStringList &part : inParts(values)) {
        onTable(table, [&] {
            const QString isOne = dialect.quoted(column) + u" IN ("_s + marks(part.size()) + u')';
            const auto bind = [&compared, &part](Statement &statement) {
                for (const QString &value : part)
                    bindAs(statement, compared, value);
            };
            recordDelete(connection, {table, {}, {}, isOne, bind});
            Statement statement(connection,
                                u"DELETE FROM "_s + dialect.quoted(table) + u" WHERE "_s + isOne);
            bind(statement);
            deleted += statement.execute().rowsAffected();
        });
    }
    return deleted;
}

/** Which tags name which others of them as their parent or the like, by position. */
class Order
{
public:
    Order(const Vocabulary &vocabulary, const std::vector<StoredTag> &tags)
        : m_tags(tags), m_beneath(tags.size()), m_above(tags.size())
    {
        if (vocabulary.hierarchy && vocabulary.hierarchy->table.isEmpty())
            add(vocabulary, vocabulary.hierarchy->column, vocabulary.hierarchy->target);
        for (const Reference &reference : vocabulary.references) {
            if (reference.table.compare(vocabulary.table, Qt::CaseInsensitive) == 0)
                add(vocabulary, reference.column, reference.target);
        }
    }

    /** The keys in parts, each of which no tag of a later part names. */
    std::vector<QStringList> parts() const
    {
        std::vector<int> beneath = m_beneath;
        std::vector<size_t> part;
        for (size_t i = 0; i < m_tags.size(); ++i) {
            if (beneath[i] == 0)
                part.push_back(i);
        }
        std::vector<QStringList> parts;
        qsizetype done = 0;
        while (!part.empty()) {
            std::vector<size_t> next;
            parts.emplace_back();
            for (const size_t i : part) {
                parts.back() << m_tags[i].key;
                for (const size_t above : m_above[i]) {
                    if (--beneath[above] == 0)
                        next.push_back(above);
                }
            }
            done += parts.back().size();
            part = std::move(next);
        }
        if (done < static_cast<qsizetype>(m_tags.size())) { // a circle has no end to begin at
            parts.emplace_back();
            for (size_t i = 0; i < m_tags.size(); ++i) {
                if (beneath[i] > 0)
                    parts.back() << m_tags[i].key;
            }
        }
        return parts;
    }

private:
    void add(const Vocabulary &vocabulary, const QString &column, const QString &target)
    {
        const int index = vocabulary.indexOf(column);
        if (index < 0)
            return;
        QHash<QString, size_t> byValue;
        for (size_t i = 0; i < m_tags.size(); ++i) {
            if (const Cell value = tagValue(vocabulary, m_tags[i], target))
                byValue.insert(*value, i);
        }
        for (size_t i = 0; i < m_tags.size(); ++i) {
            const Cell &parent = m_tags[i].values.at(static_cast<size_t>(index));
            const auto above = parent ? byValue.constFind(*parent) : byValue.constEnd();
            if (above == byValue.constEnd() || *above == i)
                continue;
            m_above[i].push_back(*above);
            ++m_beneath[*above];
        }
    }

    const std::vector<StoredTag> &m_tags;
    std::vector<int> m_beneath; ///< how many of the tags name it
    std::vector<std::vector<size_t>> m_above;
};

void removeProperties(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const std::vector<StoredTag> &tags, const QStringList &shared)
{
    std::optional<std::vector<TableSchema>> schema;
    for (const Reference &reference : vocabulary.references) {
        if (reference.role != ReferenceRole::Property)
            continue;
        if (!schema)
            schema = readSchema(connection);
        const TagValues values = ownValues(vocabulary, tags, reference.target, shared);
        const ReferenceTable table(connection, *schema, reference, values.column);
        for (const QStringList &part : inParts(values.sources)) {
            onTable(reference.table, [&] { deleteUsing(table, part); });
        }
    }
}

} // namespace

qint64 removeTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const std::vector<StoredTag> &tags)
{
    const QStringList shared = sharedNames(connection, vocabulary, tags);
    removeProperties(connection, vocabulary, tags, shared);
    const TagValues keys = ownValues(vocabulary, tags, {}, {});
    if (vocabulary.hierarchy && !vocabulary.hierarchy->table.isEmpty()) {
        deleteRows(connection, vocabulary.hierarchy->table, vocabulary.hierarchy->childColumn,
                   vocabulary.key(), keys.sources);
    }

    qint64 removed = 0;
    for (const QStringList &part : Order(vocabulary, tags).parts()) {
        removed +=
            deleteRows(connection, vocabulary.table, vocabulary.key().name, vocabulary.key(), part);
    }
    if (const auto &names = vocabulary.nameTable) {
        const TagValues own = ownValues(vocabulary, tags, names->tagColumn, shared);
        deleteRows(connection, names->table, names->key, own.column, own.sources);
    }
    return removed;
}

} // namespace tagsmith
