// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"

#include <QtGlobal>

#include <vector>

namespace tagsmith
{

/**
 * While it lives, readSchema() on its connection answers from memory: for an operation of many
 * parts, in whose transaction the tables stay as they are. One at a time on a thread.
 */
class SchemaMemory
{
public:
    /** Reads the schema. Throws DatabaseError. */
    explicit SchemaMemory(ScopedConnection &connection);
    ~SchemaMemory();
    Q_DISABLE_COPY_MOVE(SchemaMemory)

    /** What is known of @p connection; null: nothing. On the thread of the connection. */
    static const std::vector<TableSchema> *of(const ScopedConnection &connection);

private:
    const ScopedConnection *m_connection;
    std::vector<TableSchema> m_schema;
};

} // namespace tagsmith
