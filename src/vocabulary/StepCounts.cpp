// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/StepCounts.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int recordHasChanged = 1020; // as the servers call it; the operation is run again

[[noreturn]] void failChangedMeanwhile()
{
    throw DatabaseError(
        ErrorKind::Locked,
        u"Somebody else changed the same rows at the same moment, so that nothing was changed; try "
        "again."_s,
        recordHasChanged);
}

} // namespace

void StepCounts::deleted(const std::vector<int> &steps, qint64 rowsAffected, bool mayBeFewer)
{
    m_deletes.push_back({steps, rowsAffected, mayBeFewer});
}

void StepCounts::updated(int step, qint64 rowsAffected)
{
    m_updates.push_back({step, rowsAffected});
}

void StepCounts::announcedInsert(int step)
{
    m_insertSteps.push_back(step);
}

void StepCounts::inserted(qint64 rowsAffected)
{
    m_inserted += rowsAffected;
}

void StepCounts::forget(int first)
{
    std::erase_if(m_updates, [first](const Update &update) { return update.step >= first; });
}

StepCounts::Mark StepCounts::mark() const
{
    return {m_deletes.size(), m_updates.size(), m_insertSteps.size(), m_inserted, m_hasUpserts};
}

void StepCounts::backTo(const Mark &mark)
{
    m_deletes.resize(std::min(mark.deletes, m_deletes.size()));
    m_updates.resize(std::min(mark.updates, m_updates.size()));
    m_insertSteps.resize(std::min(mark.insertSteps, m_insertSteps.size()));
    m_inserted = mark.inserted;
    m_hasUpserts = mark.hasUpserts;
}

JournalSize StepCounts::check(ScopedConnection &connection, qint64 operation) const
{
    // Summed here: for a few rows a GROUP BY costs the server more than the rest.
    Statement statement = Statement::asText(
        connection, u"SELECT step, image, row_count, LENGTH(row_data) FROM tagsmith_change WHERE "
                    "operation = "_s +
                        QString::number(operation));
    statement.execute();
    Stored stored;
    JournalSize size;
    while (statement.next()) {
        Images &images = stored[static_cast<int>(statement.integer(0))];
        (statement.integer(1) == 0 ? images.before : images.after) += statement.integer(2);
        size.bytes += statement.integer(3);
    }
    for (const Images &images : std::as_const(stored))
        size.rows += std::max(images.before, images.after);
    checkDeletes(stored);
    checkUpdates(stored);
    checkInserts(stored);
    return size;
}

void StepCounts::checkDeletes(const Stored &stored) const
{
    for (const Delete &each : m_deletes) {
        qint64 announced = 0;
        for (const int step : each.steps)
            announced += stored.value(step).before;
        if (each.mayBeFewer ? announced < each.rowsAffected : announced != each.rowsAffected)
            failChangedMeanwhile();
    }
}

void StepCounts::checkUpdates(const Stored &stored) const
{
    for (const Update &each : m_updates) {
        const Images images = stored.value(each.step);
        // A row that was announced and not met is harmless: it is as it was.
        if (images.before < each.rowsAffected || images.before != images.after)
            failChangedMeanwhile();
    }
}

void StepCounts::checkInserts(const Stored &stored) const
{
    qint64 announced = 0;
    for (const int step : m_insertSteps)
        announced += stored.value(step).after;
    if (m_hasUpserts ? announced >= m_inserted : announced == m_inserted)
        return;
    throw DatabaseError(
        ErrorKind::Internal,
        u"%1 rows were inserted and %2 of them taken into the journal, which is a fault of "
        "Tagsmith; nothing was changed, please report it."_s.arg(m_inserted)
            .arg(announced));
}

} // namespace tagsmith
