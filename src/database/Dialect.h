// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "core/Profile.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** What differs between the SQL of the two engines. Stateless; every SQL text is built from these. */
class Dialect
{
public:
    virtual ~Dialect() = default;

    /** @p name as an identifier: quoted, its quotes doubled. Throws (Usage) on a NUL character. */
    virtual QString quoted(const QString &name) const = 0;

    /**
     * `INSERT INTO table (columns) VALUES (?, …), …` for @p rows rows that updates the columns
     * @p updated where @p keyColumn exists already.
     */
    virtual QString upsert(const QString &table, const QStringList &columns,
                           const QString &keyColumn, const QStringList &updated,
                           int rows) const = 0;
    /** `INSERT INTO table (columns) VALUES (?, …), …` for @p rows rows. */
    QString insert(const QString &table, const QStringList &columns, int rows) const;

    /**
     * A table of names to join with, FROM one bound JSON array of strings: `(SELECT …) alias` with
     * the columns `position` (from 0) and `name`, which compares in the collation of @p column.
     */
    virtual QString nameList(const Column &column, const QString &alias) const = 0;

    /** The most parameters that one statement may have. */
    virtual int maxParameters() const = 0;

    static const Dialect &of(Driver driver);

protected:
    QString quotedList(const QStringList &names) const;
};

} // namespace tagsmith
