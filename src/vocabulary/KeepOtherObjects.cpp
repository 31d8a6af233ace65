// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/KeepOtherObjects.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RankedTaggings.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/TagTable.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** One row that collapses and one that stays: their row keys, and the first one's other name. */
struct Pair
{
    Row collapsing;
    Row staying;
    Row object;
    bool nameIsFree = false; ///< the row that stays has no such name of its own
};

class OtherObjects
{
public:
    /** What @p other names must outlive the collapse by @p key. */
    OtherObjects(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key,
                 const ObjectKey &other)
        : m_table(table), m_tags(tags), m_key(key), m_other(other),
          m_dialect(table.connection().dialect())
    {
    }

    qint64 keep()
    {
        qint64 deleted = 0;
        for (const Pair &pair : pairs()) {
            if (isNamedElsewhere(pair)) {
                deleted += giveUpName(pair.collapsing);
            } else if (pair.nameIsFree && !isNamed(pair.staying)) {
                // First the one row loses the name, so that a unique key has room for the other's.
                set(pair.collapsing, m_other.columns, Row(pair.object.size()));
                set(pair.staying, m_other.columns, pair.object);
            } else {
                emptyShared(pair.collapsing);
            }
        }
        return deleted;
    }

private:
    QString names(const QString &alias, const QString &test, const QString &join) const
    {
        QStringList parts;
        for (const QString &name : m_other.columns)
            parts << m_table.column(name, alias) + test;
        return u'(' + parts.join(join) + u')';
    }

    QString same(const QString &alias) const
    {
        const QString equals = m_table.connection().isSqlite() ? u" IS "_s : u" <=> "_s;
        QStringList parts;
        for (const QString &name : m_other.columns)
            parts << m_table.column(name, alias) + equals +
                         (alias == "c"_L1 ? m_table.column(name, u"s"_s) : u"?"_s);
        return parts.join(u" AND "_s);
    }

    std::vector<Pair> pairs() const
    {
        const RankedTaggings ranked(m_table, m_tags, m_key);
        const QString link = m_dialect.quoted(m_table.schema().name);
        QStringList selected;
        QStringList isFirst;
        for (const QString &name : m_table.rowKey()) {
            isFirst << m_table.column(name, u"s"_s) + u" = d.first"_s +
                           QString::number(selected.size());
            selected << m_table.column(name, u"c"_s);
        }
        const QStringList order = selected; // what becomes of the pairs depends on it
        for (const QString &name : m_table.rowKey())
            selected << m_table.column(name, u"s"_s);
        for (const QString &name : m_other.columns)
            selected << m_table.column(name, u"c"_s);
        selected << names(u"s"_s, u" IS NULL"_s, u" AND "_s);
        const QString everyOrAny = m_other.nullsAreEqual ? u" OR "_s : u" AND "_s;
        Statement statement(m_table.connection(),
                            u"SELECT "_s + selected.join(u", "_s) + u" FROM "_s + ranked.sql(true) +
                                u" JOIN "_s + link + u" AS c ON "_s +
                                m_table.sameRow(u"c"_s, u"d"_s) + u" JOIN "_s + link +
                                u" AS s ON "_s + isFirst.join(u" AND "_s) + u" WHERE "_s +
                                RankedTaggings::collapses() + u" AND "_s +
                                names(u"c"_s, u" IS NOT NULL"_s, everyOrAny) + u" AND NOT ("_s +
                                same(u"c"_s) + u") ORDER BY d.place, "_s + order.join(u", "_s));
        ranked.bind(statement);
        statement.execute();
        std::vector<Pair> pairs;
        const int keys = static_cast<int>(m_table.rowKey().size());
        const int others = static_cast<int>(m_other.columns.size());
        while (statement.next()) {
            Pair pair;
            for (int i = 0; i < keys; ++i) {
                pair.collapsing.push_back(statement.cell(i));
                pair.staying.push_back(statement.cell(keys + i));
            }
            for (int i = 0; i < others; ++i)
                pair.object.push_back(statement.cell(2 * keys + i));
            pair.nameIsFree = statement.integer(2 * keys + others) != 0;
            pairs.push_back(std::move(pair));
        }
        return pairs;
    }

    QString isRow() const
    {
        QStringList parts;
        for (const QString &name : m_table.rowKey())
            parts << m_dialect.quoted(name) + u" = ?"_s;
        return parts.join(u" AND "_s);
    }

    void bindRow(Statement &statement, const Row &row) const
    {
        for (size_t i = 0; i < row.size(); ++i)
            bindColumn(statement, m_table.rowKey().at(static_cast<qsizetype>(i)), row[i]);
    }

    void bindColumn(Statement &statement, const QString &name, const Cell &value) const
    {
        const Column *column = m_table.schema().find(name);
        if (column) {
            bindAs(statement, *column, value);
            return;
        }
        Column rowid;
        rowid.type = ColumnType::Integer;
        bindAs(statement, rowid, value);
    }

    /** Whether another row of the tags to be merged is about the same object. */
    bool isNamedElsewhere(const Pair &pair) const
    {
        QStringList isCollapsing;
        for (const QString &name : m_table.rowKey())
            isCollapsing << m_table.column(name) + u" = ?"_s;
        Statement statement(m_table.connection(), u"SELECT COUNT(*) FROM "_s + m_table.from() +
                                                      u" WHERE "_s +
                                                      m_table.usesOneOf(m_tags.sources.size() + 1) +
                                                      u" AND "_s + same(u"r"_s) + u" AND NOT ("_s +
                                                      isCollapsing.join(u" AND "_s) + u')');
        m_table.bindTags(statement, QStringList{m_tags.target} + m_tags.sources);
        for (size_t i = 0; i < pair.object.size(); ++i)
            bindColumn(statement, m_other.columns.at(static_cast<qsizetype>(i)), pair.object[i]);
        bindRow(statement, pair.collapsing);
        statement.execute().next();
        return statement.integer(0) > 0;
    }

    /** Whether an earlier pair has given this row a name meanwhile. */
    bool isNamed(const Row &row) const
    {
        QStringList parts;
        for (const QString &name : m_other.columns)
            parts << m_dialect.quoted(name) + u" IS NOT NULL"_s;
        Statement statement(m_table.connection(),
                            u"SELECT COUNT(*) FROM "_s + m_dialect.quoted(m_table.schema().name) +
                                u" WHERE ("_s + parts.join(u" OR "_s) + u") AND "_s + isRow());
        bindRow(statement, row);
        statement.execute().next();
        return statement.integer(0) > 0;
    }

    RowSelection selection(const Row &row) const
    {
        return {m_table.schema().name, {}, {}, isRow(), [this, &row](Statement &statement) {
                    bindRow(statement, row);
                }};
    }

    qint64 deleteRow(const Row &row) const
    {
        recordDelete(m_table.connection(), selection(row));
        Statement statement(m_table.connection(), u"DELETE FROM "_s +
                                                      m_dialect.quoted(m_table.schema().name) +
                                                      u" WHERE "_s + isRow());
        bindRow(statement, row);
        return statement.execute().rowsAffected();
    }

    void set(const Row &row, const QStringList &columns, const Row &values) const
    {
        QStringList assignments;
        std::vector<ColumnValue> newValues;
        for (const QString &name : columns) {
            newValues.push_back({name, values[static_cast<size_t>(assignments.size())]});
            assignments << m_dialect.quoted(name) + u" = ?"_s;
        }
        RecordedUpdate recorded(m_table.connection(), selection(row), columns, newValues);
        Statement statement(m_table.connection(),
                            u"UPDATE "_s + m_dialect.quoted(m_table.schema().name) + u" SET "_s +
                                assignments.join(u", "_s) + u" WHERE "_s + isRow());
        for (size_t i = 0; i < values.size(); ++i)
            bindColumn(statement, columns.at(static_cast<qsizetype>(i)), values[i]);
        bindRow(statement, row);
        statement.execute();
        recorded.done();
    }

    bool canBeEmptied(const QStringList &columns) const
    {
        return std::all_of(columns.begin(), columns.end(), [this](const QString &name) {
            return m_table.schema().find(name)->nullable;
        });
    }

    /** Two rows that name an object must not both go because of the other. */
    qint64 giveUpName(const Row &row) const
    {
        if (!canBeEmptied(m_other.columns))
            return deleteRow(row);
        set(row, m_other.columns, Row(static_cast<size_t>(m_other.columns.size())));
        return 0;
    }

    void emptyShared(const Row &row) const
    {
        if (m_key.nullsAreEqual || !canBeEmptied(m_key.columns)) {
            throw DatabaseError(
                ErrorKind::Refused,
                u"In the table %1 two rows that would become one (equal in %2) differ in %3; make "
                "them equal there first."_s.arg(m_table.schema().name, m_key.columns.join(u", "_s),
                                                m_other.columns.join(u", "_s)));
        }
        set(row, m_key.columns, Row(static_cast<size_t>(m_key.columns.size())));
    }

    const ReferenceTable &m_table;
    const TagValues &m_tags;
    const ObjectKey &m_key;
    const ObjectKey &m_other;
    const Dialect &m_dialect;
};

} // namespace

qint64 keepOtherObjects(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key)
{
    qint64 deleted = 0;
    for (const ObjectKey &other : table.objectKeys()) {
        if (&other != &key && !other.columns.isEmpty())
            deleted += OtherObjects(table, tags, key, other).keep();
    }
    return deleted;
}

} // namespace tagsmith
