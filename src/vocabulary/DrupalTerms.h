// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "database/RowSelection.h"
#include "database/Schema.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * What Drupal keeps of a term beside the row that Tagsmith lists: its data, revisions, own fields
 * and addresses. Lives shorter than its arguments; the calls throw DatabaseError.
 */
class DrupalTerms
{
public:
    DrupalTerms(ScopedConnection &connection, const Vocabulary &vocabulary,
                const std::vector<TableSchema> &schema);

    /** Deletes the rows of @p tids in other languages than their own. */
    void removeTranslations(const QStringList &tids) const;
    /** Deletes all else of the terms @p tids, of which none has children any more. */
    void remove(const QStringList &tids) const;
    /**
     * In the revisions, children of the terms @p gone get the parent @p target; where that is
     * empty, or is the child itself, the parent that they have now.
     */
    void replaceParents(const QStringList &gone, const QString &target) const;
    /** Deletes the addresses of @p tid; they are listed to be redirected to those of @p target. */
    void removeAddresses(const QString &tid, const QString &target,
                         std::vector<Redirect> &redirects) const;
    /** Gives the current revision of a term its new name, and both the time of the change. */
    void renameRevision(const QString &tid, const QString &revision, const QString &language,
                        const QString &name) const;

private:
    const TableSchema *table(const QString &name) const;
    void removeRows(const RowSelection &rows) const;
    void deleteWhere(const TableSchema &from, const QString &column, const QStringList &tids,
                     const QString &condition = {}) const;
    void replaceParent(const TableSchema &revisions, const QString &gone, const QString &child,
                       const QString &target) const;
    QString currentParent(const QString &child) const;
    QString addressOf(const QString &tid) const;

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    const std::vector<TableSchema> &m_schema;
    QString m_prefix;
};

} // namespace tagsmith
