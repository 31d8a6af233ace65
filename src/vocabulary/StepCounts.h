// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** How many rows an operation has in the journal. */
struct JournalSize
{
    qint64 rows = 0;
    qint64 bytes = 0;
};

/**
 * What was announced to the journal, held against what the statements then changed. Asked once, at
 * the end of an operation, so that it costs one statement.
 */
class StepCounts
{
public:
    /**
     * A statement deleted @p rowsAffected rows: those of @p steps, or fewer where the table
     * cascades to itself, since such rows may be gone before the statement comes to them.
     */
    void deleted(const std::vector<int> &steps, qint64 rowsAffected, bool mayBeFewer);
    /** The rows of @p step were updated; @p rowsAffected: by the statements, or -1 for unknown. */
    void updated(int step, qint64 rowsAffected);
    /** The rows that the step has were inserted. */
    void announcedInsert(int step);
    void inserted(qint64 rowsAffected);
    /** An INSERT that updates existing rows does not tell what it did. */
    void upserted() { m_hasUpserts = true; }
    /** Forgets the steps from @p first on. */
    void forget(int first);

    /** What was told so far. */
    struct Mark
    {
        size_t deletes = 0;
        size_t updates = 0;
        size_t insertSteps = 0;
        qint64 inserted = 0;
        bool hasUpserts = false;
    };
    Mark mark() const;
    /** Forgets what was told since. */
    void backTo(const Mark &mark);

    /**
     * What the journal has of @p operation. Throws DatabaseError: Locked (1020) where rows were
     * changed by somebody else between announcement and statement, Internal where nobody
     * announced them.
     */
    JournalSize check(ScopedConnection &connection, qint64 operation) const;

private:
    struct Images
    {
        qint64 before = 0;
        qint64 after = 0;
    };
    using Stored = QHash<int, Images>;
    void checkDeletes(const Stored &stored) const;
    void checkUpdates(const Stored &stored) const;
    void checkInserts(const Stored &stored) const;

    struct Delete
    {
        std::vector<int> steps;
        qint64 rowsAffected;
        bool mayBeFewer;
    };
    struct Update
    {
        int step;
        qint64 rowsAffected;
    };
    std::vector<Delete> m_deletes;
    std::vector<Update> m_updates;
    std::vector<int> m_insertSteps;
    qint64 m_inserted = 0;
    bool m_hasUpserts = false;
};

} // namespace tagsmith
