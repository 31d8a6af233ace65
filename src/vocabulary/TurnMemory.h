// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace tagsmith
{

class ScopedConnection;

/**
 * While it lives, takeTurn() on its connection asks the server once: for an operation of many
 * parts, since a turn lasts as long as the connection. One at a time on a thread.
 */
class TurnMemory
{
public:
    explicit TurnMemory(const ScopedConnection &connection);
    ~TurnMemory();
    Q_DISABLE_COPY_MOVE(TurnMemory)

    /** Whether @p connection is known to have its turn. On the thread of the connection. */
    static bool has(const ScopedConnection &connection);
    /** To be called once @p connection has its turn. */
    static void note(const ScopedConnection &connection);

private:
    const ScopedConnection *m_connection;
    bool m_hasTurn = false;
};

} // namespace tagsmith
