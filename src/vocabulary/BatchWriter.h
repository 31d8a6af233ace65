// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/Vocabulary.h"
#include "database/Statement.h"
#include "vocabulary/ImportBatch.h"
#include "vocabulary/TagInsert.h"
#include "vocabulary/TagUpdate.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Inserts or updates rows, many to a prepared statement. A statement that fails changes nothing on
 * either engine (InnoDB and SQLite undo a failed statement alone), so that the rows are tried again
 * in halves until the faulty ones stand alone.
 */
class BatchWriter
{
public:
    enum class Kind {
        Insert, ///< new rows; a name that exists already is an error
        Upsert, ///< the values of rows whose exact name exists, with its key
    };

    /** @p columns: indices of the columns that ImportRow::values fill. */
    BatchWriter(ScopedConnection &connection, const Vocabulary &vocabulary, Kind kind,
                const std::vector<int> &columns);

    using Rows = std::span<const ImportRow *const>;
    using Stored = std::function<void(const ImportRow &)>;
    using Failed = std::function<void(const ImportRow &, const Error &)>;

    /** Writes all rows in one statement; throws DatabaseError, and then none is written. */
    void writeAll(Rows rows);
    /**
     * Writes the rows that can be written: calls @p stored or @p failed for each. Errors that are
     * not about a row's values (a lost link, a full disk …) are thrown.
     */
    void writeEach(Rows rows, const Stored &stored, const Failed &failed);

    /** Whether one statement stores many rows, or none of them. */
    bool writesTogether() const { return !writesSingly(); }
    /** How many rows the database says that it has inserted; of no use to an Upsert. */
    qint64 inserted() const { return m_inserted; }
    /** The most rows that one statement can take. */
    int maxRows() const;

private:
    QString sql(int rows) const;
    Statement &prepared(int rows);
    void insertEach(Rows rows, const Stored &stored, const Failed &failed);
    void executeRecorded(Statement &statement, Rows rows);
    bool writesSingly() const { return m_insert || m_update; }

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    Kind m_kind;
    std::vector<int> m_columns;
    std::vector<ColumnValue> m_constants; ///< what every new tag gets besides
    std::unique_ptr<TagInsert> m_insert;  ///< where an INSERT of many rows will not do
    std::unique_ptr<TagUpdate> m_update;
    QString m_returned; ///< what an INSERT returns for the journal; empty: nothing
    qint64 m_inserted = 0;
    int m_preparedRows = 0;
    std::unique_ptr<Statement> m_statement;
};

/** Whether an error of kind @p kind is about the values of a row, rather than about the database.
 */
bool isAboutValues(ErrorKind kind);

} // namespace tagsmith
