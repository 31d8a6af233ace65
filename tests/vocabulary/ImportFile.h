// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "vocabulary/ImportTags.h"
#include "vocabulary/TagTables.h"

namespace tagsmith::test
{

/** A request for @p data, in UTF-8, that fills columns by their names. */
inline ImportRequest importOf(const QString &data, FileFormat format = FileFormat::Csv,
                              OnExisting onExisting = OnExisting::Skip)
{
    ImportRequest request;
    request.source.data = data.toUtf8();
    request.source.format = format;
    request.onExisting = onExisting;
    return request;
}

/** Imports as the executor does: in one transaction, rolled back for a dry run. */
inline ImportAccount import(
    const TestDatabase &database, const ImportRequest &request,
    const ProgressCallback &progress = [](const Progress &) {})
{
    return write(database, request.dryRun ? Then::RollBack : Then::Commit,
                 [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     return importTags(connection, vocabulary, request, progress);
                 });
}

/** The counts that are not 0, "read 5, inserted 3, rejected 2". */
inline QString countsOf(const ImportAccount &account)
{
    QStringList parts;
    const auto add = [&parts](const char *name, qint64 count) {
        if (count != 0)
            parts << QStringLiteral("%1 %2").arg(QLatin1StringView(name), QString::number(count));
    };
    add("read", account.read);
    add("inserted", account.inserted);
    add("updated", account.updated);
    add("unchanged", account.unchanged);
    add("skipped", account.skipped);
    add("rejected", account.rejected);
    add("renamed", account.renamed);
    add("merged", account.merged);
    add("deleted", account.deleted);
    if (!account.balances())
        parts << QStringLiteral("UNBALANCED");
    return parts.join(QStringLiteral(", "));
}

/** The pairs of equal names: "3 python = 1 Python", or "= Python" for a stored tag. */
inline QStringList pairsOf(const ImportAccount &account)
{
    QStringList pairs;
    for (const EqualNames &pair : account.equalNames) {
        const QString line =
            pair.otherLine > 0 ? QString::number(pair.otherLine) + u' ' : QString();
        pairs << QStringLiteral("%1 %2 = %3%4")
                     .arg(QString::number(pair.line), pair.name, line, pair.otherName);
    }
    if (account.equalNamesCount != pairs.size())
        pairs << QStringLiteral("count %1").arg(account.equalNamesCount);
    return pairs;
}

/** The rejected records: "3: reason". */
inline QStringList rejectionsOf(const ImportAccount &account)
{
    QStringList rejections;
    for (const Rejection &rejection : account.rejections)
        rejections << QStringLiteral("%1: %2").arg(QString::number(rejection.line),
                                                   rejection.reason);
    return rejections;
}

} // namespace tagsmith::test
