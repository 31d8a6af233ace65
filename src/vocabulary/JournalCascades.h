// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/JournalSchema.h"
#include "vocabulary/JournalSteps.h"

#include <vector>

namespace tagsmith
{

/** One step of the journal: one statement, or what it brings about in one other table. */
struct JournalStep
{
    int number = 0;
    const TableSchema *table = nullptr;
    RowImage layout;
    QStringList columns; ///< an update's: those that it assigns
    std::vector<ColumnValue> newValues;
};

/**
 * The rows that the database itself deletes or changes through declared foreign keys, when rows
 * that a step has taken are deleted or updated. They are taken as steps of their own.
 */
class JournalCascades
{
public:
    JournalCascades(JournalSchema &schema, JournalSteps &steps, int &lastStep);

    struct Found
    {
        std::vector<JournalStep> deletes;
        std::vector<JournalStep> updates;
    };
    /** @p step: a step of rows that are to be deleted. */
    Found ofDelete(const JournalStep &step);
    /** @p step: a step of rows whose `columns` are to be assigned. */
    std::vector<JournalStep> ofUpdate(const JournalStep &step);

private:
    void addDeleted(const JournalStep &parent, Found &found);
    void addEmptied(const JournalStep &parent, Found &found);
    bool take(const JournalStep &step, const JournalStep &parent, const ForeignKey &key,
              const std::vector<JournalStep> &taken);

    JournalSchema &m_schema;
    JournalSteps &m_steps;
    int &m_lastStep;
};

} // namespace tagsmith
