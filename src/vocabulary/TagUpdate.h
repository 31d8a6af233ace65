// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/RowSelection.h"
#include "database/Statement.h"
#include "vocabulary/ImportBatch.h"

#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace tagsmith
{

class ScopedConnection;
struct Error;

/** Sets the same columns of one tag after another, in the tables in which they stand. */
class TagUpdate
{
public:
    /** @p columns: indices into the vocabulary's columns. */
    TagUpdate(ScopedConnection &connection, const Vocabulary &vocabulary,
              const std::vector<int> &columns);

    /** Gives the tag @p key the values, one for each of the columns; whether it is there. */
    bool run(const QString &key, const Row &values);

    using Rows = std::span<const ImportRow *const>;
    using Stored = std::function<void(const ImportRow &)>;
    using Failed = std::function<void(const ImportRow &, const Error &)>;
    /**
     * Gives each tag, named by ImportRow::key, its values; calls @p stored or @p failed for each.
     * Errors that are not about a row's values are thrown.
     */
    void runEach(Rows rows, const Stored &stored, const Failed &failed);

private:
    /** An UPDATE of one table, with the values that it takes. */
    struct Part
    {
        std::unique_ptr<Statement> statement;
        std::vector<size_t> values;
        bool ofNameTable = false;
    };

    void addPart(const std::vector<int> &columns, bool ofNameTable);
    const QString &tableOf(const Part &part) const;
    QStringList columnsOf(const Part &part) const;
    void bindRowOfTag(Statement &statement, const Part &part, const QString &key) const;
    bool changesItsCondition(const Part &part) const;
    RowSelection rowOf(const Part &part, const QString &key) const;
    RowSelection rowsOf(const Part &part, Rows rows) const;
    /** How many rows it changed. */
    qint64 runPart(const Part &part, const QString &key, const Row &values) const;
    bool runRecorded(const Part &part, const QString &key, const Row &values) const;
    /** All of them in one announcement, unless one fails. */
    void runTogether(const Part &part, Rows rows, const Failed &failed);

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    std::vector<int> m_columns;
    std::vector<Part> m_parts;
};

} // namespace tagsmith
