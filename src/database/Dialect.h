// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "core/Profile.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** What differs between the SQL of the two engines. Stateless; every SQL text is built from these.
 */
class Dialect
{
public:
    virtual ~Dialect() = default;

    /** @p name as an identifier: quoted, its quotes doubled. Throws (Usage) on a NUL character. */
    QString quoted(const QString &name) const;
    QString quotedList(const QStringList &names) const;

    /** `INSERT INTO table (columns) VALUES (?, …), …` for @p rows rows. */
    QString insert(const QString &table, const QStringList &columns, int rows) const;
    /** As insert(); where @p keyColumn exists already, the columns @p updated are set instead. */
    virtual QString upsert(const QString &table, const QStringList &columns,
                           const QString &keyColumn, const QStringList &updated,
                           int rows) const = 0;

    /**
     * A list of names to join with, from one bound JSON array of strings: `(SELECT …) AS alias`
     * with the columns `position` (from 0) and `name`, which compares in the collation of
     * @p column, and as a number where that is one. Needs MariaDB 10.6, MySQL 8.0 or SQLite 3.38
     * (JSON_TABLE, json_each).
     */
    virtual QString nameList(const Column &column, const QString &alias) const = 0;

    /**
     * @p expression, a column or the name of nameList(), as a comparison in SQL sees it: in the
     * collation of @p column, for GROUP BY and PARTITION BY.
     */
    virtual QString collated(const QString &expression, const Column &column) const = 0;

    /**
     * A condition on the name of nameList(@p column, @p alias) that is true where the column's
     * character set lacks one of its characters; empty where it lacks none.
     */
    virtual QString notStorable(const Column &column, const QString &alias) const = 0;

    /**
     * The value of @p column of the table called @p alias (empty: unqualified): the column itself,
     * or the member jsonKey of the JSON object in it.
     */
    QString expression(const Column &column, const QString &alias = {}) const;
    /** The same for a SELECT, as text that loses nothing. */
    virtual QString selected(const Column &column, const QString &alias = {}) const = 0;

    /** For an UPDATE: one parameter assigned to @p column, or to its member jsonKey. */
    QString assigned(const Column &column) const;
    /** For an INSERT: one parameter as the value of @p column, or as the only member of it. */
    QString inserted(const Column &column) const;

    /** The most parameters that one statement may have. */
    virtual int maxParameters() const = 0;

    static const Dialect &of(Driver driver);

protected:
    virtual QChar identifierQuote() const = 0;
    /** The member @p key of the JSON object @p expression, as text. */
    virtual QString jsonMember(const QString &expression, const QString &key) const = 0;
    /** `'$."key"'`; throws (Usage) where @p key is not made of letters, digits, - and _. */
    static QString jsonPath(const QString &key);
};

} // namespace tagsmith
