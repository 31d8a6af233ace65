// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Reference.h"
#include "database/RowSelection.h"
#include "database/Schema.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;
class Statement;

/**
 * The SQL that picks the rows of one reference by the tags they use. Its table is called r there.
 * Lives shorter than the arguments it was made of.
 */
class ReferenceTable
{
public:
    /**
     * @p target: the vocabulary's column that the reference's holds. Throws DatabaseError (Missing)
     * where @p schema lacks the table or a column of the reference.
     */
    ReferenceTable(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                   const Reference &reference, const Column &target);

    const Reference &reference() const { return m_reference; }
    const TableSchema &schema() const { return *m_schema; }
    ScopedConnection &connection() const { return m_connection; }

    /** "`taggings` AS r". */
    QString from() const;
    /** The rows of from() that @p where picks, whose parameters @p bind binds. */
    RowSelection rows(const QString &where, std::function<void(Statement &)> bind) const;
    /** The rows of usesOneOf(). Lives shorter than @p tags. */
    RowSelection rowsUsing(const QStringList &tags) const;
    /** "r.`column`", or with another alias. */
    QString column(const QString &name, const QString &alias = QStringLiteral("r")) const;
    /**
     * The column that names the tag, compared as the tag's own column is: a reference in another
     * collation must neither miss a row nor take another tag's.
     */
    QString tag(const QString &alias = QStringLiteral("r")) const;
    /** "tag IN (?, …) AND scope" for @p count tags. */
    QString usesOneOf(qsizetype count) const;
    /** Binds the parameters of usesOneOf(). */
    void bindTags(Statement &statement, const QStringList &tags) const;
    void bindTag(Statement &statement, const QString &tag) const;

    /**
     * Reference::objects; but where a tag may have one row only, all its rows are about one object
     * without a name: what the table says about the target stays.
     */
    const std::vector<ObjectKey> &objectKeys() const { return m_objectKeys; }
    /** The condition that a row is about an object that @p key could name. */
    QString namesAnObject(const ObjectKey &key) const;
    /** The columns of @p key but the tag's own, each as "r.`column`". */
    QStringList objectColumns(const ObjectKey &key) const;

    /** Columns that tell the rows of the table apart; empty where there are none. */
    const QStringList &rowKey() const { return m_rowKey; }
    /** "a.`id` = b.`id`" on the row key. */
    QString sameRow(const QString &alias, const QString &otherAlias) const;

private:
    const Column &requireColumn(const QString &name) const;
    bool isUnique(const UniqueKey &key) const;
    QStringList findRowKey() const;
    QStringList sqliteRowKey() const;

    ScopedConnection &m_connection;
    const Reference &m_reference;
    const TableSchema *m_schema;
    Column m_target;
    bool m_isCollatedAsTarget = true;
    std::vector<ObjectKey> m_objectKeys;
    QStringList m_rowKey;
};

} // namespace tagsmith
