// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalCascades.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** What an ON UPDATE CASCADE makes of the columns of @p key. */
std::vector<ColumnValue> handedDown(const ForeignKey &key, const std::vector<ColumnValue> &values)
{
    std::vector<ColumnValue> result;
    if (key.onUpdate != ReferenceRule::Cascade)
        return result;
    for (const ColumnValue &value : values) {
        const qsizetype index = key.targetColumns.indexOf(value.column);
        if (index >= 0)
            result.push_back({key.columns.at(index), value.value});
    }
    return result;
}

} // namespace

JournalCascades::JournalCascades(JournalSchema &schema, JournalSteps &steps, int &lastStep)
    : m_schema(schema), m_steps(steps), m_lastStep(lastStep)
{
}

/** Takes the rows that refer by @p key to those of @p parent, but those in @p taken. */
bool JournalCascades::take(const JournalStep &step, const JournalStep &parent,
                           const ForeignKey &key, const std::vector<JournalStep> &taken)
{
    RowSelection rows;
    rows.table = step.table->name;
    rows.alias = u"t"_s;
    rows.from = m_steps.taken(parent.number, parent.layout) + m_steps.thenJoin() +
                m_steps.quoted(step.table->name) + u" AS t ON "_s +
                parent.layout.sameValues(u"t"_s, key.columns, u"j"_s, key.targetColumns);
    QStringList conditions;
    for (const JournalStep &other : taken) {
        if (other.table->name == step.table->name)
            conditions << m_steps.isNotTaken(other.number, other.layout);
    }
    rows.where = conditions.join(u" AND "_s);
    return m_steps.take(step.number, Image::Before, step.layout, rows);
}

void JournalCascades::addDeleted(const JournalStep &parent, Found &found)
{
    for (const Dependent &child : m_schema.deletedWith(*parent.table)) {
        if (child.key->onDelete != ReferenceRule::Cascade)
            continue;
        JournalStep step{++m_lastStep, child.table, m_schema.wholeRows(*child.table), {}, {}};
        if (!take(step, parent, *child.key, found.deletes))
            continue;
        found.deletes.push_back(step);
        addDeleted(step, found);
    }
}

void JournalCascades::addEmptied(const JournalStep &parent, Found &found)
{
    for (const Dependent &child : m_schema.deletedWith(*parent.table)) {
        if (child.key->onDelete == ReferenceRule::Cascade)
            continue;
        JournalStep step{++m_lastStep,
                         child.table,
                         m_schema.changedColumns(*child.table, child.key->columns, {}),
                         child.key->columns,
                         {}};
        if (take(step, parent, *child.key, found.deletes))
            found.updates.push_back(step);
    }
}

JournalCascades::Found JournalCascades::ofDelete(const JournalStep &step)
{
    Found found;
    found.deletes.push_back(step); // a row of its own that refers to another of them
    addDeleted(step, found);
    for (size_t i = 0; i < found.deletes.size(); ++i)
        addEmptied(JournalStep(found.deletes[i]), found);
    found.deletes.erase(found.deletes.begin());
    return found;
}

std::vector<JournalStep> JournalCascades::ofUpdate(const JournalStep &step)
{
    std::vector<JournalStep> found;
    for (const Dependent &child : m_schema.updatedWith(*step.table, step.columns)) {
        const std::vector<ColumnValue> values = handedDown(*child.key, step.newValues);
        JournalStep changed{++m_lastStep, child.table,
                            m_schema.changedColumns(*child.table, child.key->columns, values),
                            child.key->columns, values};
        if (!take(changed, step, *child.key, {}))
            continue;
        found.push_back(changed);
        for (const JournalStep &further : ofUpdate(changed))
            found.push_back(further);
    }
    return found;
}

} // namespace tagsmith
