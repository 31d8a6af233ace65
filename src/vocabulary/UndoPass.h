// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/RowImage.h"
#include "vocabulary/ConflictList.h"
#include "vocabulary/StepGroups.h"
#include "vocabulary/UndoEntry.h"
#include "vocabulary/UsedRows.h"

#include <QSet>
#include <QString>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Puts the rows of an undo's entry back, step by step. Rows that are no longer as the operation
 * left them, or that are to be left alone, are taken out of the entry instead; such as are already
 * as the undo would make them too. Everything happens on the server, a part of a step at a time.
 */
class UndoPass
{
public:
    /** @p leftAlone: of rowId(). @p limit: after so many conflicts it stops. */
    UndoPass(ScopedConnection &connection, const std::vector<TableSchema> &schema,
             const std::vector<TableLink> &links, UndoEntry &entry, const QSet<QString> &leftAlone,
             size_t limit);

    /** Puts back @p parts, whole steps of them; what could not be is in conflicts(). */
    void run(std::vector<EntryPart> parts);

    const std::vector<RowVersions> &conflicts() const { return m_conflicts.list(); }
    bool isFull() const { return m_conflicts.size() >= m_limit; }

private:
    /** A row whose statement has failed because a value was taken. */
    struct WaitingRow
    {
        EntryPart *part = nullptr;
        qint64 position = 0;
        std::optional<QString> before;
        std::optional<QString> after;
    };

    void runStep(const StepGroup &step);
    void runDeletes(const StepGroup &group, const std::vector<EntryPart *> &remaining);
    bool deleteTogether(const StepGroup &group, const std::vector<EntryPart *> &remaining);
    bool deleteSame(const StepGroup &group);
    void keepUsed(const StepGroup &group, const std::vector<EntryPart *> &remaining);
    void leaveAlone(EntryPart &part, const RowImage &image);
    void check(EntryPart &part, const RowImage &image);
    void checkBefore(EntryPart &part, const RowImage &image);
    void checkTwins(EntryPart &part, const RowImage &image);
    void checkAfter(EntryPart &part, const RowImage &image);
    void numberAnew(EntryPart &part, const RowImage &image, const QSet<qint64> &positions);
    void putBack(EntryPart &part, const RowImage &image);
    void putBackWhole(const EntryPart &part, const RowImage &image);
    void exchange(const RowImage &image, const QStringList &before, const QStringList &after);
    void exchangeTwins(const RowImage &image, const QStringList &before, const QStringList &after);
    void retryWaiting();
    bool tryWaiting(const WaitingRow &row);
    void giveUpWaiting();
    RowVersions versionsOf(const EntryPart &part, const std::optional<QString> &before,
                           const std::optional<QString> &yours,
                           const std::optional<QString> &theirs, const QString &reason = {}) const;
    std::optional<QString> rowInTheWay(const RowImage &image, const WaitingRow &row) const;
    RowImage imageOf(const EntryPart &part) const;

    ScopedConnection &m_connection;
    const std::vector<TableSchema> &m_schema;
    const std::vector<TableLink> &m_links;
    UndoEntry &m_entry;
    UsedRows m_used;
    const QSet<QString> &m_leftAlone;
    size_t m_limit;
    ConflictList m_conflicts;
    std::vector<WaitingRow> m_waiting;
};

} // namespace tagsmith
