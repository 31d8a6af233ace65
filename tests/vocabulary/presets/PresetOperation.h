// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/TagChange.h"
#include "database/ScopedConnection.h"
#include "database/Transaction.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/JournaledOperation.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/PresetFixture.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/TagTables.h"

#include <QTest>

#include <memory>

namespace tagsmith::test
{

/**
 * Runs @p operation with @p request on the vocabulary called @p name, in one transaction; unless it
 * is a dry run, also takes it back and does it again (doneUndoneRedone()).
 */
template <class Request, class Operation>
Receipt run(const TestDatabase &database, const QString &name, const Request &request,
            const Operation &operation)
{
    if (!request.dryRun) {
        return doneUndoneRedone(database, vocabularyCalled(name), QStringLiteral("change"),
                                [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                    return operation(connection, vocabulary, request);
                                });
    }
    ScopedConnection connection(database.profile());
    const Vocabulary vocabulary = findVocabulary(connection, name);
    const Transaction transaction(connection, Transaction::Mode::Write);
    return operation(connection, vocabulary, request);
}

/**
 * First a dry run, which must leave every table byte for byte as it was; then the real run, which
 * must find what the dry run has shown.
 */
template <class Request, class Operation>
Receipt shownThenRun(const TestDatabase &database, const QString &name, Request request,
                     const Operation &operation)
{
    const QStringList before = contentsOf(database);
    request.dryRun = true;
    const Receipt shown = run(database, name, request, operation);
    [&] { QCOMPARE(contentsOf(database), before); }();
    request.dryRun = false;
    request.shown = std::make_shared<const Receipt>(shown);
    return run(database, name, request, operation);
}

inline Receipt merge(const TestDatabase &database, const QString &name, const QStringList &sources,
                     const QString &target)
{
    return shownThenRun(database, name, MergeRequest{sources, target}, mergeTags);
}

inline Receipt rename(const TestDatabase &database, const QString &name, const QString &oldName,
                      const QString &newName, bool newSlug = false)
{
    RenameRequest request{oldName, newName};
    request.newSlug = newSlug;
    return shownThenRun(database, name, request, renameTag);
}

inline Receipt remove(const TestDatabase &database, const QString &name, const QStringList &names)
{
    DeleteRequest request{names};
    request.withTaggings = true;
    return shownThenRun(database, name, request, deleteTags);
}

/** "wp_term_relationships: moved 4, collapsed 2" for each reference that changed. */
inline QStringList countsOf(const Receipt &receipt)
{
    QStringList texts;
    for (const ReferenceCount &count : receipt.references) {
        QStringList parts;
        if (count.moved > 0)
            parts << QStringLiteral("moved %1").arg(count.moved);
        if (count.collapsed > 0)
            parts << QStringLiteral("collapsed %1").arg(count.collapsed);
        if (count.removed > 0)
            parts << QStringLiteral("removed %1").arg(count.removed);
        if (!parts.isEmpty())
            texts << count.table + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
    }
    return texts;
}

/** "JavaScript.count 2 → 4" for each counter that changed. */
inline QStringList countersOf(const Receipt &receipt)
{
    QStringList texts;
    for (const CounterChange &change : receipt.counters) {
        if (change.before != change.after) {
            texts << change.tag + u'.' + change.column + u' ' + change.before.value_or(QString()) +
                         QStringLiteral(" → ") + change.after.value_or(QString());
        }
    }
    return texts;
}

inline QStringList redirectsOf(const Receipt &receipt)
{
    QStringList texts;
    for (const Redirect &redirect : receipt.redirects)
        texts << redirect.from + QStringLiteral(" → ") + redirect.to;
    return texts;
}

/** @p cells "1|a, 2|b" as the rows of insertRows(); "NULL" is NULL. */
inline QList<QStringList> rowsOf(const QStringList &rows)
{
    QList<QStringList> list;
    for (const QString &row : rows) {
        QStringList cells = row.split(u'|');
        for (QString &cell : cells) {
            if (cell == QStringLiteral("NULL"))
                cell = QString();
            else if (cell.isNull())
                cell = QStringLiteral("");
        }
        list << cells;
    }
    return list;
}

/** Inserts rows written as "1|a" (see rowsOf()). */
inline void insert(const TestDatabase &database, const QString &table, const QString &columns,
                   const QStringList &rows)
{
    insertRows(database, table, columns, rowsOf(rows));
}

/** The rows of @p table as texts "1|a|NULL", sorted. */
inline QStringList select(const TestDatabase &database, const QString &columns,
                          const QString &table)
{
    return rowTexts(database, QStringLiteral("SELECT %1 FROM %2").arg(columns, table));
}

} // namespace tagsmith::test
