// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/Vocabulary.h"
#include "database/Statement.h"
#include "vocabulary/BulkInsert.h"
#include "vocabulary/ImportBatch.h"
#include "vocabulary/RowInsert.h"
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
 * in halves until the faulty ones stand alone. SQLite, to which no statement travels, gets new rows
 * one by one.
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

    /**
     * Writes rows from the first one on, as far as all can be written for what is in them, and
     * returns how many these are. Not where it writesSingly().
     */
    size_t writeFirst(Rows rows);
    /**
     * Writes the rows that can be written: calls @p stored or @p failed for each. Errors that are
     * not about a row's values (a lost link, a full disk …) are thrown.
     */
    void writeEach(Rows rows, const Stored &stored, const Failed &failed);

    /** Whether a row is more than its values in one row of one table. */
    bool writesSingly() const { return m_insert || m_update; }
    /** How many rows the database says that it has inserted; of no use to an Upsert. */
    qint64 inserted() const { return m_inserted; }
    /** The most rows that are best written together. */
    int maxRows() const;

private:
    QStringList filledColumns() const;
    QString sql(int rows) const;
    Statement &prepared(int rows);
    void writeTogether(Rows rows);
    size_t insertFirst(Rows rows);
    void insertEach(Rows rows, const Stored &stored, const Failed &failed);
    void insertRow(const ImportRow &row);
    void announce();
    void executeRecorded(Statement &statement, Rows rows);

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    Kind m_kind;
    std::vector<int> m_columns;
    std::vector<ColumnValue> m_constants; ///< what every new tag gets besides
    std::unique_ptr<TagInsert> m_insert;  ///< where an INSERT of many rows will not do
    std::unique_ptr<TagUpdate> m_update;
    std::unique_ptr<RowInsert> m_rowInsert; ///< where nothing is won by many rows to a statement
    std::unique_ptr<BulkInsert> m_bulkInsert;
    qint64 m_inserted = 0;
    int m_preparedRows = 0;
    std::unique_ptr<Statement> m_statement;
};

/** Whether an error of kind @p kind is about the values of a row, rather than about the database.
 */
bool isAboutValues(ErrorKind kind);

} // namespace tagsmith
