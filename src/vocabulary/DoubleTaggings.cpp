// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DoubleTaggings.h"

#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/JsonItems.h"
#include "vocabulary/LinkedRows.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/RowSource.h"
#include "vocabulary/TagValues.h"
#include "vocabulary/TaggingRows.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Equal rows without a key are counted; a row with one is there once. */
struct StoredTagging
{
    QString row;
    qint64 object = 0; ///< a number for each object with its tag
    qint64 count = 0;
    qint64 own = 0; ///< how many of them the entry has put back
};

/** A row of the entry that is among the doubles. */
struct PutBackTagging
{
    EntryPart part;
    std::optional<QString> before;
    QString after;
    QString id;
};

bool isThere(const std::vector<TableSchema> &schema, const Reference &reference)
{
    const TableSchema *table = findTable(schema, reference.table);
    QStringList columns{reference.column};
    for (const ColumnValue &scope : reference.scope)
        columns << scope.column;
    for (const ObjectKey &key : reference.objects)
        columns << key.columns;
    return table && std::all_of(columns.begin(), columns.end(), [table](const QString &name) {
               return table->find(name) != nullptr;
           });
}

class DoubleSearch
{
public:
    DoubleSearch(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                 const Reference &reference, const Column &target, const UndoEntry &entry,
                 size_t limit, std::vector<RowVersions> &found)
        : m_connection(connection), m_reference(reference), m_target(target), m_entry(entry),
          m_limit(limit), m_table(connection, schema, reference, target), m_found(found)
    {
        for (const EntryPart &part : entry.parts()) {
            if (!part.hasAfter || part.table.compare(reference.table, Qt::CaseInsensitive) != 0)
                continue;
            m_parts.push_back(part);
            m_images.try_emplace(part.layout,
                                 RowImage::fromLayout(connection, schema, part.table, part.layout));
        }
    }

    void look()
    {
        std::vector<const ObjectKey *> unguarded;
        for (const ObjectKey &key : m_table.objectKeys()) {
            if (!m_table.objectColumns(key).isEmpty() && !isGuarded(key))
                unguarded.push_back(&key);
        }
        if (unguarded.empty() || !hasOneKey())
            return;
        for (const QStringList &tags : inParts(usedTags())) {
            for (const ObjectKey *key : unguarded) {
                if (hasDoubles(*key, tags))
                    addDoubles(*key, tags);
            }
        }
    }

private:
    /** The columns that say which tag an object has, as the table spells them. */
    QStringList deciding(const ObjectKey &key) const
    {
        QStringList names{m_table.schema().find(m_reference.column)->name};
        for (const ColumnValue &scope : m_reference.scope)
            names << m_table.schema().find(scope.column)->name;
        for (const QString &name : key.columns)
            names << m_table.schema().find(name)->name;
        return names;
    }

    /** Whether the database itself refuses a second row. */
    bool isGuarded(const ObjectKey &key) const
    {
        const Column &own = *m_table.schema().find(m_reference.column);
        if (!own.collation.isEmpty() && !m_target.collation.isEmpty() &&
            own.collation != m_target.collation)
            return false; // two spellings of one tag
        const std::vector<ColumnValue> &scope = m_reference.scope;
        const bool hasNulls =
            key.nullsAreEqual || std::any_of(scope.begin(), scope.end(),
                                             [](const ColumnValue &each) { return !each.value; });
        const QStringList columns = deciding(key);
        const auto isCounted = [&](const QString &name) {
            // A unique key takes NULLs for different.
            const Column *column = m_table.schema().find(name);
            return column && columns.contains(column->name) &&
                   (!column->nullable || !hasNulls || column == &own);
        };
        const auto isUnique = [&isCounted](const QStringList &names) {
            return !names.isEmpty() && std::all_of(names.begin(), names.end(), isCounted);
        };
        const std::vector<UniqueKey> &keys = m_table.schema().uniqueKeys;
        return isUnique(m_table.schema().primaryKey) ||
               std::any_of(keys.begin(), keys.end(), [&isUnique](const UniqueKey &unique) {
                   return isUnique(unique.columns);
               });
    }

    /** Rows of before another primary key was made cannot be told from others. */
    bool hasOneKey() const
    {
        return !m_images.empty() &&
               std::all_of(m_images.begin(), m_images.end(), [this](const auto &image) {
                   return image.second.key() == m_images.begin()->second.key();
               });
    }

    /** The tags of the rows that were put back. */
    QStringList usedTags() const
    {
        const Column &own = *m_table.schema().find(m_reference.column);
        QStringList tags;
        for (const auto &[layout, image] : m_images) {
            const auto index = static_cast<int>(image.columns().indexOf(own.name));
            const bool isKnown = index >= 0;
            QString tag = isKnown ? image.value(index, u"u"_s) : m_table.column(own.name);
            if (!m_connection.isSqlite() && own.type == ColumnType::Integer)
                tag = u"CAST(%1 AS DECIMAL(20))"_s.arg(tag); // sooner told apart than long texts
            QString sql = u"SELECT DISTINCT "_s + tag + u" FROM tagsmith_change AS c"_s +
                          thenJoin(m_connection) + image.unpacked(u"c.row_data"_s, u"u"_s);
            if (!isKnown) {
                sql += thenJoin(m_connection) + m_table.from() + u" ON "_s +
                       image.sameKey(u"r"_s, u"u"_s);
            }
            Statement statement(m_connection,
                                sql + u" WHERE c.operation = ? AND c.image = 1 AND c.table_name = "
                                      "? AND c.layout = ?"_s);
            statement.bind(m_entry.number()).bind(image.table()).bind(layout).execute();
            while (statement.next()) {
                if (const Cell value = statement.cell(0))
                    tags << *value;
            }
        }
        tags.removeDuplicates();
        return tags;
    }

    QString objectAndTag(const ObjectKey &key) const
    {
        return (m_table.objectColumns(key) + QStringList{m_table.tag()}).join(u", "_s);
    }

    QString taggings(const ObjectKey &key, const QStringList &tags) const
    {
        return u" FROM "_s + m_table.from() + u" WHERE "_s + m_table.usesOneOf(tags.size()) +
               u" AND "_s + m_table.namesAnObject(key);
    }

    bool hasDoubles(const ObjectKey &key, const QStringList &tags) const
    {
        Statement statement(m_connection, u"SELECT 1"_s + taggings(key, tags) + u" GROUP BY "_s +
                                              objectAndTag(key) +
                                              u" HAVING COUNT(*) > 1 LIMIT 1"_s +
                                              keptAsTheyAre(m_connection));
        m_table.bindTags(statement, tags);
        return statement.execute().next();
    }

    /** All columns, so that a row can be shown in each layout. */
    RowImage wholeImage() const
    {
        const RowImage &image = m_images.begin()->second;
        return RowImage(m_connection, m_table.schema(),
                        image.key().isEmpty() ? image.columns()
                                              : storedColumns(m_table.schema(), image.key()),
                        image.key());
    }

    /** By rowId(). */
    QHash<QString, StoredTagging> storedDoubles(const RowImage &whole, const ObjectKey &key,
                                                const QStringList &tags) const
    {
        const QString each = objectAndTag(key);
        Statement statement(m_connection,
                            u"SELECT d.stored, d.object FROM (SELECT "_s + whole.row(u"r"_s) +
                                u" AS stored, COUNT(*) OVER (PARTITION BY "_s + each +
                                u") AS uses, DENSE_RANK() OVER (ORDER BY "_s + each +
                                u") AS object"_s + taggings(key, tags) +
                                keptAsTheyAre(m_connection) + u") AS d WHERE d.uses > 1"_s);
        m_table.bindTags(statement, tags);
        statement.execute();
        QHash<QString, StoredTagging> stored;
        while (statement.next()) {
            const QString row = statement.text(0);
            StoredTagging &tagging = stored[rowId(whole, row)];
            tagging.row = row;
            tagging.object = statement.integer(1);
            ++tagging.count;
        }
        return stored;
    }

    /** Counts the rows of the entry that are among @p stored; answers with those that are new. */
    std::vector<PutBackTagging> putBack(QHash<QString, StoredTagging> &stored,
                                        const QStringList &columns) const
    {
        std::vector<PutBackTagging> rows;
        for (const EntryPart &part : m_parts) {
            const RowImage &image = m_images.at(part.layout);
            const QStringList before = m_entry.rows(part, ImageKind::Before);
            const QStringList after = m_entry.rows(part, ImageKind::After);
            for (qsizetype i = 0; i < after.size(); ++i) {
                const QString id = rowId(image, after.at(i));
                const auto found = stored.find(id);
                if (found == stored.end())
                    continue;
                ++found->own;
                PutBackTagging row{part, {}, after.at(i), id};
                if (i < before.size())
                    row.before = before.at(i);
                if (!row.before || isChanged(image, *row.before, row.after, columns))
                    rows.push_back(row);
            }
        }
        return rows;
    }

    static bool isChanged(const RowImage &image, const QString &before, const QString &after,
                          const QStringList &columns)
    {
        const QStringList old = jsonItems(before);
        const QStringList now = jsonItems(after);
        return std::any_of(columns.begin(), columns.end(), [&](const QString &name) {
            const qsizetype index = image.columns().indexOf(name);
            return index >= 0 && old.at(index) != now.at(index);
        });
    }

    void addDoubles(const ObjectKey &key, const QStringList &tags)
    {
        const RowImage whole = wholeImage();
        QHash<QString, StoredTagging> stored = storedDoubles(whole, key, tags);
        const std::vector<PutBackTagging> rows = putBack(stored, deciding(key));
        QHash<qint64, QString> others; // by their object
        for (const StoredTagging &tagging : std::as_const(stored)) {
            if (tagging.count > tagging.own)
                others.insert(tagging.object, tagging.row);
        }
        for (const PutBackTagging &row : rows) {
            const auto other = others.constFind(stored.value(row.id).object);
            if (other == others.constEnd() || m_found.size() >= m_limit || m_told.contains(row.id))
                continue;
            m_told.insert(row.id);
            add(whole, row, *other);
        }
    }

    /** Of a row that was not there the other one is shown as what is in its place. */
    void add(const RowImage &whole, const PutBackTagging &row, const QString &other)
    {
        const QStringList cells = jsonItems(other);
        QStringList shown;
        for (const QString &name : m_images.at(row.part.layout).columns())
            shown << cells.value(whole.columns().indexOf(name));
        m_found.push_back({row.part.table, row.part.layout, row.before, row.after,
                           row.before ? *row.before : jsonList(shown), reason(whole, other)});
    }

    QString reason(const RowImage &whole, const QString &other) const
    {
        if (whole.key().isEmpty())
            return u"The object has this tag since in another row."_s;
        const Row cells = whole.cells(other);
        QStringList key;
        for (const QString &name : whole.key()) {
            const auto index = static_cast<size_t>(whole.columns().indexOf(name));
            key << cells.at(index).value_or(u"NULL"_s);
        }
        return u"The object has this tag since in another row, “%1”."_s.arg(key.join(u", "_s));
    }

    ScopedConnection &m_connection;
    const Reference &m_reference;
    const Column &m_target;
    const UndoEntry &m_entry;
    size_t m_limit;
    ReferenceTable m_table;
    std::vector<EntryPart> m_parts;       ///< with rows of the table that are there now
    std::map<QString, RowImage> m_images; ///< by their layout
    QSet<QString> m_told;                 ///< of rowId()
    std::vector<RowVersions> &m_found;
};

} // namespace

std::vector<RowVersions> doubleTaggings(ScopedConnection &connection, const Vocabulary &vocabulary,
                                        const std::vector<TableSchema> &schema,
                                        const UndoEntry &entry, size_t limit)
{
    std::vector<RowVersions> found;
    for (const Reference &reference : vocabulary.references) {
        if (reference.role != ReferenceRole::Tagging || reference.objects.empty() ||
            !isThere(schema, reference))
            continue;
        DoubleSearch(connection, schema, reference, referencedColumn(vocabulary, reference), entry,
                     limit, found)
            .look();
    }
    return found;
}

} // namespace tagsmith
