// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "core/Vocabulary.h"
#include "vocabulary/AccountBook.h"
#include "vocabulary/BatchWriter.h"
#include "vocabulary/ImportBatch.h"
#include "vocabulary/StoredTags.h"

#include <map>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Stores the rows of an import, batch after batch, and books each.
 *
 * As long as every row is new, rows are just inserted, provided that the name is the key. Once that
 * fails, or names were found to exist, the database is asked first which names of the batch it
 * holds to be equal to stored ones or to each other, and rows are inserted, updated or left
 * accordingly, in the order of the file.
 */
class BatchImporter
{
public:
    BatchImporter(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const std::vector<int> &columns, OnExisting onExisting, AccountBook &book);

    /** The most rows that import() takes. */
    int batchRows() const;
    void import(const ImportBatch &batch);
    /** How many rows the database says that it has inserted. */
    qint64 inserted() const { return m_inserter.inserted(); }

private:
    ImportBatch insertAsNew(const ImportBatch &batch);
    void importAsked(const ImportBatch &batch);
    void rejectNotStorable(const ImportBatch &batch, std::vector<bool> &isDone);
    void takeExisting(const ImportRow &row, StoredTag &stored, qint64 otherLine);
    void flushUpdates();
    bool holdsSameValues(const ImportRow &row, const StoredTag &stored) const;

    const Vocabulary &m_vocabulary;
    std::vector<int> m_columns;
    OnExisting m_onExisting;
    AccountBook &m_book;
    StoredTags m_stored;
    BatchWriter m_inserter;
    BatchWriter m_updater;
    /** Without asking; not where the database would take a name twice. */
    bool m_canInsertAsNew;
    /** InnoDB keeps a table in the order of its key, and meets each page of it less often so. */
    bool m_sortsNewRows;
    bool m_expectsNewRows;
    ImportBatch m_updates; ///< rows under the stored spelling of their names, in the file's order
    std::vector<StoredTag *> m_updatedTags; ///< what each of them updates
};

} // namespace tagsmith
