// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/RowSelection.h"
#include "vocabulary/JournalCascades.h"
#include "vocabulary/JournalSchema.h"
#include "vocabulary/JournalSteps.h"
#include "vocabulary/StepCounts.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Takes the rows of one operation, step by step, as its statements are announced and run; see
 * ChangeSink.
 */
class JournalWriter
{
public:
    JournalWriter(ScopedConnection &connection, qint64 operation);

    void beforeDelete(const RowSelection &rows);
    void beforeUpdate(const RowSelection &rows, const QStringList &columns,
                      const std::vector<ColumnValue> &newValues);
    void afterUpdate();
    void updateFailed();
    void afterInsert(const RowSelection &rows);
    QString valuesToReturn(const QString &table);
    void insertReturned(const QString &table, const QByteArrayList &images);
    /** See ChangeSink; the rows in the journal's tables go back with the savepoint itself. */
    void mark();
    void backToMark();
    void ran(const QString &sql, qint64 rowsAffected);

    qint64 operation() const { return m_operation; }
    /** See StepCounts::check(). */
    JournalSize check() const;

private:
    struct PendingDelete
    {
        int step;
        bool cascadesToItself;
        std::vector<JournalStep> emptied; ///< rows of other tables that get a NULL or a default
    };
    struct PendingUpdate
    {
        std::vector<JournalStep> steps; ///< its own, then those that it cascades to
        qint64 rowsAffected = 0;
        bool isUpsert = false;
    };
    /** What there was at a savepoint. */
    struct Mark
    {
        StepCounts::Mark counts;
        std::vector<PendingDelete> deletes;
        qint64 justInserted = 0;
        bool isBroken = false;
    };
    void takeAgain(const std::vector<JournalStep> &steps, bool isOne = false);
    void ranDelete(qint64 rowsAffected);
    void ranUpdate(qint64 rowsAffected);
    void ranInsert(const QString &sql, qint64 rowsAffected);

    ScopedConnection &m_connection;
    qint64 m_operation;
    int m_lastStep = 0;
    JournalSchema m_schema;
    JournalSteps m_steps;
    StepCounts m_counts;
    std::vector<PendingDelete> m_deletes;
    std::vector<PendingUpdate> m_updates; ///< the innermost last
    qint64 m_justInserted = 0;            ///< rows that were not announced yet
    bool m_isBroken = false;              ///< an update that failed could not be forgotten
    Mark m_mark;
};

} // namespace tagsmith
