// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SchemaMemory.h"

namespace tagsmith
{

namespace
{

thread_local const SchemaMemory *current = nullptr;

} // namespace

SchemaMemory::SchemaMemory(ScopedConnection &connection)
    : m_connection(&connection), m_schema(readSchema(connection))
{
    current = this;
}

SchemaMemory::~SchemaMemory()
{
    current = nullptr;
}

const std::vector<TableSchema> *SchemaMemory::of(const ScopedConnection &connection)
{
    return current && current->m_connection == &connection ? &current->m_schema : nullptr;
}

} // namespace tagsmith
