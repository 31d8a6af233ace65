// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class ScopedConnection;

/**
 * Waits, for ten seconds at most, until no other Tagsmith merges in this database; on the servers
 * alone, since SQLite has one writer anyway. The turn ends with the connection. Throws
 * DatabaseError (Locked).
 */
void takeTurn(ScopedConnection &connection);

} // namespace tagsmith
