// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ActionRunner.h"

#include "core/Error.h"
#include "core/IsSameValue.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/ChosenTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"
#include "vocabulary/TryChange.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

ActionRunner::ActionRunner(ScopedConnection &connection, const Vocabulary &vocabulary,
                           const std::vector<int> &columns, const ImportRequest &request)
    : m_connection(connection), m_vocabulary(vocabulary), m_columns(columns),
      m_onExisting(request.onExisting), m_withTaggings(request.withTaggings)
{
}

ActionOutcome ActionRunner::run(const ActionRecord &action, const Row &values)
{
    m_outcome = ActionOutcome();
    m_outcome.values = values;
    const auto failure = tryChange(m_connection, [&] {
        switch (action.kind) {
        case ActionRecord::Kind::Add: add(action); return;
        case ActionRecord::Kind::Set:
            set(action,
                chosenTag(m_connection, m_vocabulary, action.names.constFirst(), TagAddress::Name));
            return;
        case ActionRecord::Kind::Rename: rename(action); return;
        case ActionRecord::Kind::Merge:
            m_outcome.receipt =
                mergeTags(m_connection, m_vocabulary, {action.names, action.target});
            m_outcome.verdict = LineVerdict::Merged;
            return;
        case ActionRecord::Kind::Delete:
            m_outcome.receipt =
                deleteTags(m_connection, m_vocabulary, {action.names, m_withTaggings});
            m_outcome.verdict = LineVerdict::Deleted;
            return;
        }
    });
    if (failure) {
        m_outcome.receipt = Receipt(); // nothing of it is left
        m_outcome.verdict = LineVerdict::Rejected;
        m_outcome.reason = failure->message;
    }
    return std::exchange(m_outcome, {});
}

void ActionRunner::add(const ActionRecord &action)
{
    const AddRequest request{action.names, action.values};
    try {
        m_outcome.receipt = addTags(m_connection, m_vocabulary, request);
        m_outcome.verdict = LineVerdict::New;
    } catch (const DatabaseError &failure) {
        // One with a code is about another value that has to be unique.
        if (failure.error().kind != ErrorKind::Conflict || failure.error().nativeCode != 0)
            throw;
        const auto tag = tagInTheWay(m_connection, m_vocabulary, request);
        if (!tag)
            throw;
        takeExisting(action, *tag);
    }
}

void ActionRunner::takeExisting(const ActionRecord &action, const StoredTag &tag)
{
    m_outcome.equalName = tag.name;
    if (m_onExisting == OnExisting::Update) {
        set(action, tag);
        return;
    }
    note(tag);
    m_outcome.isStopped = m_onExisting == OnExisting::Fail;
    m_outcome.verdict = changes(action, tag) ? LineVerdict::Skipped : LineVerdict::Unchanged;
}

void ActionRunner::set(const ActionRecord &action, const StoredTag &tag)
{
    note(tag);
    m_outcome.verdict = LineVerdict::Unchanged;
    if (!changes(action, tag))
        return;
    m_outcome.receipt =
        setTag(m_connection, m_vocabulary, {tag.key, action.values, false, TagAddress::Key});
    m_outcome.verdict = LineVerdict::Changed;
}

void ActionRunner::rename(const ActionRecord &action)
{
    const StoredTag tag =
        chosenTag(m_connection, m_vocabulary, action.names.constFirst(), TagAddress::Name);
    m_outcome.verdict = LineVerdict::Unchanged;
    if (tag.name == action.target)
        return;
    m_outcome.receipt =
        renameTag(m_connection, m_vocabulary, {tag.key, action.target, false, TagAddress::Key});
    m_outcome.verdict = LineVerdict::Renamed;
}

/** What the tag holds; cells that say nothing leave it so. */
void ActionRunner::note(const StoredTag &tag)
{
    m_outcome.stored.clear();
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const Cell &stored = tag.values[static_cast<size_t>(m_columns[i])];
        m_outcome.stored.push_back(stored);
        if (i < m_outcome.values.size() && !m_outcome.values[i])
            m_outcome.values[i] = stored;
    }
}

bool ActionRunner::changes(const ActionRecord &action, const StoredTag &tag) const
{
    return std::any_of(action.values.begin(), action.values.end(), [&](const ColumnValue &value) {
        const auto index = static_cast<size_t>(m_vocabulary.indexOf(value.column));
        return !isSameValue(m_vocabulary.columns[index], value.value, tag.values[index]);
    });
}

} // namespace tagsmith
