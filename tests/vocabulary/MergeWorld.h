// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/MergeCase.h"

#include <QRandomGenerator>

#include <map>
#include <set>

namespace tagsmith::test
{

/** A table that refers to tags: which of its columns say what, by position. */
struct WorldLink
{
    QString table;
    std::vector<std::vector<int>> objects; ///< one list for each object key
    bool nullsAreEqual = true;
    int tag = 0;
    bool byName = false;
    int scope = -1; ///< where not negative, only rows with "x" in this column refer to a tag
};

/** Rows of a table as text, NULL as nothing. */
using WorldRow = std::vector<Cell>;

/** A random vocabulary with tables that refer to it in all the ways a merge has to know. */
class MergeWorld
{
public:
    MergeWorld(const TestDatabase &database, quint32 seed) : m_database(database), m_random(seed) {}

    void build()
    {
        mapping = numberedTags();
        m_tags = 4 + below(5);
        hasParents = below(2) == 0;
        createTags();
        const int count = 1 + below(4);
        for (int i = 0; i < count; ++i)
            createLink(i);
        if (below(2) == 0) {
            mapping.counters = {{QStringLiteral("uses"), links[0].table, QStringLiteral("tag")}};
        }
    }

    MergeRequest randomMerge()
    {
        MergeRequest request;
        request.target = QString::number(1 + below(m_tags));
        request.address = TagAddress::Key;
        const int sources = 1 + below(3);
        for (int i = 0; i < sources; ++i)
            request.sources << QString::number(1 + below(m_tags));
        return request;
    }

    std::vector<WorldRow> rows(const QString &table) const
    {
        std::vector<WorldRow> all;
        const QList<QStringList> found = m_database.rows(QStringLiteral("SELECT * FROM ") + table);
        for (const QStringList &row : found) {
            WorldRow cells;
            for (const QString &cell : row)
                cells.push_back(cell.isNull() ? Cell() : Cell(cell));
            all.push_back(cells);
        }
        return all;
    }

    bool makesKeys = false; ///< to be set before build(): tags can be added
    VocabularyMapping mapping;
    std::vector<WorldLink> links;
    bool hasParents = false;

private:
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    QString number(int limit) { return QString::number(1 + below(limit)); }
    QString numberOrNull(int limit)
    {
        return below(3) == 0 ? QStringLiteral("NULL") : number(limit);
    }

    void createTags()
    {
        const QString name = m_tags % 2 == 0 ? caseBlind() : bytewise();
        const QString key = makesKeys && TestDatabase::isMariaDb()
                                ? QStringLiteral("PRIMARY KEY AUTO_INCREMENT")
                                : QStringLiteral("PRIMARY KEY");
        createTable(m_database, QStringLiteral("tags (id INTEGER NOT NULL %1, %2 NOT NULL UNIQUE, "
                                               "uses INTEGER, parent INTEGER)")
                                    .arg(key, textColumn(QStringLiteral("name"), name)));
        for (int i = 1; i <= m_tags; ++i) {
            // Mostly trees, now and then a circle.
            const QString parent =
                below(3) == 0 ? QStringLiteral("NULL") : number(below(8) == 0 ? m_tags : i);
            const QString other = parent == QString::number(i) ? QStringLiteral("NULL") : parent;
            insertRows(m_database, QStringLiteral("tags"),
                       {QStringLiteral("%1,tag %1,%2,%3")
                            .arg(QString::number(i), number(50),
                                 hasParents ? other : QStringLiteral("NULL"))});
        }
        if (hasParents)
            mapping.hierarchy = Hierarchy{QStringLiteral("parent")};
    }

    void createLink(int position)
    {
        WorldLink link;
        link.table = QStringLiteral("link%1").arg(position);
        QString key;
        QString columns;
        int shape = position == 0 ? below(5) : below(7);
        QString tagColumn = QStringLiteral("tag INTEGER NOT NULL");
        switch (shape) {
        case 0: // a composite key and nothing else
            columns = QStringLiteral("item INTEGER NOT NULL");
            key = QStringLiteral(", PRIMARY KEY (tag, item)");
            link.objects = {{1}};
            break;
        case 1: // a unique key that NULL defeats
            columns = QStringLiteral("id INTEGER NOT NULL PRIMARY KEY, item INTEGER NOT NULL, "
                                     "owner INTEGER, kind VARCHAR(5)");
            key = QStringLiteral(", UNIQUE (tag, item, owner, kind)");
            link.objects = {{2, 3, 4}};
            break;
        case 2: // no key at all
            columns = QStringLiteral("item INTEGER, owner INTEGER");
            link.objects = {{1, 2}};
            break;
        case 3: // two columns of which each names an object by itself
            columns = QStringLiteral("id INTEGER NOT NULL PRIMARY KEY, rc INTEGER, rev INTEGER");
            key = QStringLiteral(", UNIQUE (rc, tag), UNIQUE (rev, tag)");
            link.objects = {{2}, {3}};
            link.nullsAreEqual = false;
            break;
        case 4: // every row is an object of its own
            columns = QStringLiteral("id INTEGER NOT NULL PRIMARY KEY");
            tagColumn = QStringLiteral("tag INTEGER");
            break;
        case 5: // one column for several vocabularies
            columns = QStringLiteral("id INTEGER NOT NULL PRIMARY KEY, item INTEGER NOT NULL, kind "
                                     "VARCHAR(5)");
            link.objects = {{2}};
            link.scope = 3;
            break;
        default: // by the name of the tag
            columns = QStringLiteral("id INTEGER NOT NULL PRIMARY KEY, item INTEGER NOT NULL");
            tagColumn = textColumn(QStringLiteral("tag"), bytewise()) + QStringLiteral(" NOT NULL");
            link.objects = {{2}};
            link.byName = true;
        }
        const bool declared = shape < 5 && below(2) == 0;
        if (declared) {
            static const char *const rules[] = {"", " ON DELETE CASCADE", " ON DELETE RESTRICT"};
            key += QStringLiteral(", FOREIGN KEY (tag) REFERENCES tags (id)") +
                   QString::fromLatin1(rules[below(3)]);
        }
        QString table = QStringLiteral("%1 (%2, %3%4)").arg(link.table, tagColumn, columns, key);
        if (shape == 0 && !TestDatabase::isMariaDb() && below(2) == 0)
            table += QStringLiteral(" WITHOUT ROWID");
        createTable(m_database, table);
        fill(link, shape);
        describe(link, QStringLiteral("tag,") + columns);
        links.push_back(link);
    }

    void fill(const WorldLink &link, int shape)
    {
        QStringList values;
        const int rows = below(40);
        const int things = 2 + below(8);
        for (int i = 1; i <= rows; ++i) {
            const QString id = QString::number(i);
            QString tag = number(m_tags);
            if (link.byName)
                tag = QStringLiteral("'tag %1'").arg(tag);
            const QString kind = below(2) == 0 ? QStringLiteral("'x'") : QStringLiteral("NULL");
            QStringList row = {tag};
            switch (shape) {
            case 0: row << number(things); break;
            case 1: row << id << number(things) << numberOrNull(2) << kind; break;
            case 2: row << numberOrNull(things) << numberOrNull(2); break;
            case 3: row << id << numberOrNull(things) << numberOrNull(things); break;
            case 4: row << id; break;
            case 5: row << id << number(things) << kind; break;
            default: row << id << number(things);
            }
            values << u'(' + row.join(u',') + u')';
        }
        if (values.isEmpty())
            return;
        m_database.execute((TestDatabase::isMariaDb() ? QStringLiteral("INSERT IGNORE INTO ")
                                                      : QStringLiteral("INSERT OR IGNORE INTO ")) +
                           link.table + QStringLiteral(" VALUES ") + values.join(u','));
    }

    void describe(const WorldLink &link, const QString &columns)
    {
        QStringList names;
        int depth = 0;
        QString name;
        for (const QChar character : columns + u',') { // a comma in parentheses parts no columns
            depth += character == u'(' ? 1 : character == u')' ? -1 : 0;
            if (character == u',' && depth == 0) {
                names << name.trimmed().section(u' ', 0, 0);
                name.clear();
            } else {
                name += character;
            }
        }
        Reference made = reference(link.table, QStringLiteral("tag"));
        for (const std::vector<int> &object : link.objects) {
            ObjectKey key;
            key.nullsAreEqual = link.nullsAreEqual;
            for (const int column : object)
                key.columns << names.at(column);
            made.objects.push_back(key);
        }
        if (link.byName)
            made.target = QStringLiteral("name");
        if (link.scope >= 0)
            made.scope = {{names.at(link.scope), QStringLiteral("x")}};
        mapping.references.push_back(made);
    }

    const TestDatabase &m_database;
    QRandomGenerator m_random;
    int m_tags = 0;
};

} // namespace tagsmith::test
