// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TagList.h"

#include "core/Pending.h"
#include "core/UsesColumns.h"
#include "models/FollowRename.h"

#include <utility>

namespace tagsmith
{

TagList::TagList(TagRepository &repository, QObject *parent)
    : QObject(parent), m_repository(repository)
{
}

TagList::~TagList()
{
    m_loadToken.cancel();
    m_arrangeToken.cancel();
    m_usesToken.cancel();
}

bool TagList::canFindUnused() const
{
    return m_snapshot && hasCountedUses(*m_snapshot);
}

void TagList::open(const TagSource &source)
{
    // Another database's tags must not stand there, ready to be edited, until the new ones come.
    m_source = source;
    m_usesColumns = usesColumns(source.vocabulary);
    m_request.sortColumn = -1;
    m_request.unusedOnly = false;
    m_renames.clear();
    clear();
    load(true);
}

/** No rows, but the columns of the source; whatever is being arranged is dropped. */
void TagList::clear()
{
    m_arrangeToken.cancel();
    ++m_arrangeGeneration;
    m_arranging = false;
    const Vocabulary &vocabulary = m_source->vocabulary;
    m_loaded =
        SnapshotBuilder(vocabulary.columns, vocabulary.nameColumn, vocabulary.keyColumn).finish();
    m_snapshot = uncounted(m_loaded);
    m_model.reset({m_snapshot, {}, m_request});
    emit arranged();
}

void TagList::reload()
{
    if (m_source)
        load(m_loading && m_showPartial && !m_whole); // A first load begins anew.
}

void TagList::reloadRenamed(const QString &key, const QString &newName)
{
    if (m_source && m_source->vocabulary.keyIsName())
        m_renames.push_back({key, newName});
    reload();
}

void TagList::cancelLoading()
{
    m_loadToken.cancel();
}

void TagList::cancelCounting()
{
    m_usesToken.cancel();
}

void TagList::setUnusedOnly(bool unusedOnly)
{
    if (m_request.unusedOnly == unusedOnly)
        return;
    m_request.unusedOnly = unusedOnly;
    arrange();
}

void TagList::setFilter(const QString &filter)
{
    if (m_request.filter == filter)
        return;
    m_request.filter = filter;
    arrange();
}

void TagList::setSort(int column, Qt::SortOrder order)
{
    if (m_request.sortColumn == column && m_request.sortOrder == order)
        return;
    m_request.sortColumn = column;
    m_request.sortOrder = order;
    arrange();
}

void TagList::load(bool showPartial)
{
    m_loadToken.cancel();
    m_usesToken.cancel();
    ++m_usesGeneration; // they are counted again once all is loaded
    m_usesArrived = false;
    const quint64 generation = ++m_loadGeneration;
    m_whole = false;
    m_showPartial = showPartial;
    const Pending<SnapshotPtr> pending = m_repository.load(*m_source);
    m_loadToken = pending.token;
    setLoading(true);
    setUsesState(m_usesColumns.empty() ? UsesState::NoReferences : UsesState::Counting);
    whenDone(
        this, pending,
        [this, generation](const Result<SnapshotPtr> &answer) {
            if (generation == m_loadGeneration)
                receiveSnapshot(answer);
        },
        [this, generation](const Result<SnapshotPtr> &answer, int) {
            if (generation == m_loadGeneration && m_showPartial && answer)
                receivePartial(*answer);
        });
}

void TagList::receivePartial(const SnapshotPtr &snapshot)
{
    m_loaded = snapshot;
    m_snapshot = uncounted(snapshot);
    // Otherwise it is the turn of the latest snapshot when the running rearrangement is done.
    if (!m_arranging)
        arrange();
}

void TagList::receiveSnapshot(const Result<SnapshotPtr> &answer)
{
    if (!answer) {
        if (m_showPartial)
            clear(); // A part of the tags would pass for all of them.
        setLoading(false);
        if (canFindUnused()) {
            setUsesState(UsesState::Counted); // what is shown is as it was
        } else if (!m_usesColumns.empty()) {
            setUsesState(UsesState::Failed, answer.error().message);
        }
        emit failed(answer.error());
        return;
    }
    // The last result has come as a partial one as well, and may be on its way already.
    const bool isArranging = m_arranging && m_loaded == *answer;
    m_whole = true;
    if (m_loaded != *answer) {
        m_loaded = *answer;
        m_snapshot = uncounted(m_loaded);
    }
    if (!isArranging)
        arrange();
}

void TagList::arrange()
{
    m_arrangeToken.cancel();
    const quint64 generation = ++m_arrangeGeneration;
    m_arranging = m_source.has_value();
    if (!m_arranging)
        return;
    const Pending<ArrangementChange> pending = m_repository.rearrange(
        m_model.arrangement(), m_snapshot, m_source->vocabulary.keyColumn, m_request);
    m_arrangeToken = pending.token;
    whenDone(this, pending,
             [this, generation, asked = m_snapshot](const Result<ArrangementChange> &answer) {
                 if (generation == m_arrangeGeneration)
                     receiveChange(answer, asked);
             });
}

void TagList::receiveChange(const Result<ArrangementChange> &answer, const SnapshotPtr &asked)
{
    m_arranging = false;
    if (!answer) {
        setLoading(m_loading && !m_whole);
        emit failed(answer.error());
        return;
    }
    const bool hasNewUses = std::exchange(m_usesArrived, false);
    ArrangementChange change = *answer;
    for (const Rename &rename : m_renames)
        followRename(m_model.arrangement(), rename.oldKey, rename.newKey, change);
    const bool isLatest = asked == m_snapshot;
    const bool isLast = isLatest && m_loading && m_whole;
    if (isLatest)
        m_snapshot = change.next.snapshot; // with the uses that were known before
    m_model.apply(std::move(change));
    if (isLast) {
        m_renames.clear();
        setLoading(false);
    }
    emit arranged();
    if (hasNewUses)
        setUsesState(UsesState::Counted);
    if (isLast) {
        countUses();
        emit loaded();
    } else if (!isLatest && !m_arranging) {
        arrange();
    }
}

SnapshotPtr TagList::uncounted(const SnapshotPtr &loaded) const
{
    return m_usesColumns.empty() ? loaded : withUncountedUses(*loaded, m_usesColumns);
}

void TagList::countUses()
{
    if (m_usesColumns.empty())
        return;
    const quint64 generation = ++m_usesGeneration;
    const Pending<SnapshotPtr> pending = m_repository.addUses(*m_source, m_snapshot);
    m_usesToken = pending.token;
    whenDone(this, pending, [this, generation](const Result<SnapshotPtr> &answer) {
        if (generation == m_usesGeneration)
            receiveUses(answer);
    });
}

void TagList::receiveUses(const Result<SnapshotPtr> &answer)
{
    if (!answer) {
        setUsesState(UsesState::Failed, answer.error().message);
        return;
    }
    m_snapshot = *answer;
    m_usesArrived = true; // and are known as soon as the table shows them
    arrange();
}

void TagList::setUsesState(UsesState state, const QString &problem)
{
    m_model.setCounting(state == UsesState::Counting);
    if (m_usesState == state && m_usesProblem == problem)
        return;
    m_usesState = state;
    m_usesProblem = problem;
    emit usesStateChanged();
}

void TagList::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    emit loadingChanged(loading);
}

} // namespace tagsmith
