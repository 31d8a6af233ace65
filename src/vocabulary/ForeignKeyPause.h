// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace tagsmith
{

class ScopedConnection;

/**
 * While it lives, a row may for a moment refer to what is not there: the servers enforce no foreign
 * keys, SQLite does so only at the end of the transaction. For changes after which every reference
 * is valid again.
 */
class ForeignKeyPause
{
public:
    explicit ForeignKeyPause(ScopedConnection &connection);
    ~ForeignKeyPause();
    Q_DISABLE_COPY_MOVE(ForeignKeyPause)

private:
    ScopedConnection &m_connection;
};

} // namespace tagsmith
