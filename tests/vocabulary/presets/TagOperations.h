// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/ScopedConnection.h"
#include "database/Transaction.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/JournaledOperation.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/PresetFixture.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/TagTables.h"

/** Merge, rename and delete in a vocabulary that is found by itself, each as one operation. */
namespace tagsmith::test
{

/**
 * Runs @p operation(connection, vocabulary) in one transaction, which a dry run rolls back; any
 * other is also taken back and done again (doneUndoneRedone()).
 */
template <class Operation>
Receipt operate(const TestDatabase &database, const QString &vocabulary, bool dryRun,
                const Operation &operation)
{
    if (!dryRun) {
        return doneUndoneRedone(database, vocabularyCalled(vocabulary), QStringLiteral("change"),
                                operation);
    }
    ScopedConnection connection(database.profile());
    const Vocabulary found = findVocabulary(connection, vocabulary);
    const Transaction transaction(connection, Transaction::Mode::Write);
    return operation(connection, found);
}

/** Merges the tags with the keys @p sources into that with the key @p target. */
inline Receipt mergeKeys(const TestDatabase &database, const QStringList &sources,
                         const QString &target, bool dryRun = false, const QString &vocabulary = {})
{
    const MergeRequest request{sources, target, dryRun, TagAddress::Key};
    return operate(database, vocabulary, dryRun,
                   [&request](ScopedConnection &connection, const Vocabulary &found) {
                       return mergeTags(connection, found, request);
                   });
}

/** Deletes the tags with the keys @p keys, and their taggings. */
inline Receipt deleteKeys(const TestDatabase &database, const QStringList &keys,
                          bool dryRun = false, const QString &vocabulary = {})
{
    const DeleteRequest request{keys, true, dryRun, TagAddress::Key};
    return operate(database, vocabulary, dryRun,
                   [&request](ScopedConnection &connection, const Vocabulary &found) {
                       return deleteTags(connection, found, request);
                   });
}

/** Renames the tag with the key @p key. */
inline Receipt renameByKey(const TestDatabase &database, const QString &key, const QString &newName,
                           bool dryRun = false, const QString &vocabulary = {})
{
    const RenameRequest request{key, newName, dryRun, TagAddress::Key};
    return operate(database, vocabulary, dryRun,
                   [&request](ScopedConnection &connection, const Vocabulary &found) {
                       return renameTag(connection, found, request);
                   });
}

/** "mapping.tag: moved 2, collapsed 1, removed 0", for each reference where anything happened. */
inline QStringList countTexts(const Receipt &receipt)
{
    QStringList texts;
    for (const ReferenceCount &count : receipt.references) {
        if (count.moved + count.collapsed + count.removed > 0) {
            texts << QStringLiteral("%1.%2: moved %3, collapsed %4, removed %5")
                         .arg(count.table, count.column)
                         .arg(count.moved)
                         .arg(count.collapsed)
                         .arg(count.removed);
        }
    }
    return texts;
}

} // namespace tagsmith::test
