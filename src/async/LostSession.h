// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QString>

namespace tagsmith
{

class ScopedConnection;

/** A session on a server whose link may be lost while the server still works on it. */
class LostSession
{
public:
    LostSession() = default;
    /** The session of @p connection, which is open. */
    explicit LostSession(const ScopedConnection &connection);

    /** Whether @p connection leads to the machine on which the session was. */
    bool isAt(const ScopedConnection &connection) const;
    /**
     * Ends the session, as far as it is still there and @p connection may: its transaction is then
     * rolled back, or was committed before. Waits a moment until it is gone. An id that may by now
     * be another's, because the server has been started again since, is left alone.
     */
    void end(ScopedConnection &connection) const;

private:
    bool isThere(ScopedConnection &connection) const;

    qint64 m_id = 0; ///< 0: there was none
    QString m_machine;
    QElapsedTimer m_age;
};

} // namespace tagsmith
