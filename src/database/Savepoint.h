// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace tagsmith
{

class ScopedConnection;

/**
 * A point of the open transaction to which it can go back alone. One at a time on a connection.
 * Throws DatabaseError.
 */
class Savepoint
{
public:
    explicit Savepoint(ScopedConnection &connection);
    Q_DISABLE_COPY_MOVE(Savepoint)

    /** What was changed since stays; to be called once, unless rollBack() is. */
    void keep();
    /** Takes back what was changed since. Throws where there is no transaction any more. */
    void rollBack();

private:
    ScopedConnection &m_connection;
};

} // namespace tagsmith
