// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"

#include <optional>

namespace tagsmith
{

class ScopedConnection;

/** The operations in the journal, the newest first. NoJournal where there is none. */
HistoryPage readHistory(ScopedConnection &connection, const HistoryQuery &query);

/**
 * The operation that @p name means: an id, the beginning of one (four characters or more), a number
 * with or without "#", or, where it is empty, the newest of @p vocabulary that is neither undone
 * nor itself an undo or redo. Throws DatabaseError: Missing, or Usage where several are meant.
 */
OperationEntry findOperation(ScopedConnection &connection, const QString &name,
                             const QString &vocabulary);

/**
 * The same, which on the servers nobody else can change or lock until the transaction ends; read as
 * it is committed by now, not from a snapshot.
 */
OperationEntry lockOperation(ScopedConnection &connection, const QString &name,
                             const QString &vocabulary);

/** An operation with its first @p limit rows. */
OperationDetails readOperation(ScopedConnection &connection, const QString &id, int limit);

/** Whether the journal has the operation: after a link lost while committing, that it is done. */
bool isInJournal(ScopedConnection &connection, const QString &id);

/** Forgets the operations before @p before (UTC); answers how many. They cannot be undone then. */
qint64 clearHistory(ScopedConnection &connection, const QDateTime &before);

} // namespace tagsmith
