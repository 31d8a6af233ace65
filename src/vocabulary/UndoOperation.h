// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"
#include "core/Receipt.h"
#include "core/UndoRequest.h"
#include "core/Vocabulary.h"

namespace tagsmith
{

class Journal;
class ScopedConnection;

/**
 * The operation that @p name means (see findOperation()), for the undo of it in this transaction:
 * takes the turn and locks it. Throws DatabaseError; Refused where it was undone already.
 */
OperationEntry undoableOperation(ScopedConnection &connection, const Vocabulary &vocabulary,
                                 const QString &name);

/**
 * Takes the operation @p undone, from undoableOperation(), back: puts its rows, as far as they are
 * as it left them, to what they were, byte for byte, in the reverse order. @p journal: the entry of
 * the undo itself, which gets the same rows with before and after exchanged; null in a dry run.
 * Enforcement of foreign keys has to be off on the connection
 * (ScopedConnection::pauseForeignKeys()); that nothing dangles afterwards is checked here. Throws
 * DatabaseError; Conflict with Error::conflicts where rows have changed since and the request does
 * not skip them.
 */
Receipt undoOperation(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const UndoRequest &request, const OperationEntry &undone, Journal *journal);
/** Both, for the operation that @p request names. */
Receipt undoOperation(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const UndoRequest &request, Journal *journal);

} // namespace tagsmith
