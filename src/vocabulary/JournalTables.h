// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"

namespace tagsmith
{

class DatabaseError;
class ScopedConnection;

/** Whether the database has the journal's tables. One statement. */
bool hasJournal(ScopedConnection &connection);
/** Throws DatabaseError (NoJournal) where it has not. */
void requireJournal(ScopedConnection &connection);
/**
 * The same after @p failure of a statement that uses the journal, where that may be why: asked only
 * then, it costs nothing where there is a journal.
 */
void requireJournalAfter(ScopedConnection &connection, const DatabaseError &failure);

/**
 * Makes the journal's tables, or brings them up to date, by the numbered migrations in
 * resources/migrations. Answers with how many migrations ran (in a dry run: would run). Not inside
 * a transaction: the servers commit with each CREATE TABLE; run again after a failure, it goes on.
 * Throws DatabaseError: Refused where a newer Tagsmith has made them.
 */
int createJournal(ScopedConnection &connection, bool dryRun);

/** What the journal holds; exists is false where there is none. */
JournalState readJournalState(ScopedConnection &connection);

/** How long the journal keeps its operations. */
void storeRetention(ScopedConnection &connection, const Retention &retention);

/** Whether @p table is one of Tagsmith's own. */
bool isOwnTable(const QString &table);

} // namespace tagsmith
