// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Statement.h"

#include <QString>

#include <memory>
#include <vector>

namespace tagsmith
{

class Dialect;
class ScopedConnection;

/** Sets the same columns of one tag after another, in the tables in which they stand. */
class TagUpdate
{
public:
    /** @p columns: indices into the vocabulary's columns. */
    TagUpdate(ScopedConnection &connection, const Vocabulary &vocabulary,
              const std::vector<int> &columns);

    /** Gives the tag @p key the values, one for each of the columns; whether it is there. */
    bool run(const QString &key, const Row &values);

private:
    /** An UPDATE of one table, with the values that it takes. */
    struct Part
    {
        std::unique_ptr<Statement> statement;
        std::vector<size_t> values;
        bool ofNameTable = false;
    };

    void addPart(ScopedConnection &connection, const std::vector<int> &columns, bool ofNameTable);

    const Dialect &m_dialect;
    const Vocabulary &m_vocabulary;
    std::vector<int> m_columns;
    std::vector<Part> m_parts;
};

} // namespace tagsmith
