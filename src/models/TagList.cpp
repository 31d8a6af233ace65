// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TagList.h"

#include "core/Pending.h"
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
}

void TagList::open(const TagSource &source)
{
    // Another database's tags must not stand there, ready to be edited, until the new ones come.
    m_source = source;
    m_request.sortColumn = -1;
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
    m_snapshot = SnapshotBuilder(vocabulary.columns, vocabulary.nameColumn).finish();
    m_model.reset({m_snapshot, {}, m_request});
    emit arranged();
}

void TagList::reload()
{
    if (m_source)
        load(m_loading && m_showPartial && !m_whole); // A first load begins anew.
}

void TagList::reloadRenamed(const QString &oldName, const QString &newName)
{
    m_renames.push_back({oldName, newName});
    reload();
}

void TagList::cancelLoading()
{
    m_loadToken.cancel();
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
    const quint64 generation = ++m_loadGeneration;
    m_whole = false;
    m_showPartial = showPartial;
    const Pending<SnapshotPtr> pending = m_repository.load(*m_source);
    m_loadToken = pending.token;
    setLoading(true);
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
    m_snapshot = snapshot;
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
        emit failed(answer.error());
        return;
    }
    // The last result has come as a partial one as well, and may be on its way already.
    const bool isArranging = m_arranging && m_snapshot == *answer;
    m_whole = true;
    m_snapshot = *answer;
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
    whenDone(this, pending, [this, generation](const Result<ArrangementChange> &answer) {
        if (generation == m_arrangeGeneration)
            receiveChange(answer);
    });
}

void TagList::receiveChange(const Result<ArrangementChange> &answer)
{
    m_arranging = false;
    if (!answer) {
        setLoading(m_loading && !m_whole);
        emit failed(answer.error());
        return;
    }
    ArrangementChange change = *answer;
    for (const Rename &rename : m_renames)
        followRename(m_model.arrangement(), rename.oldName, rename.newName, change);
    const bool isLatest = change.next.snapshot == m_snapshot;
    const bool isLast = isLatest && m_loading && m_whole;
    m_model.apply(std::move(change));
    if (isLast) {
        m_renames.clear();
        setLoading(false);
    }
    emit arranged();
    if (isLast)
        emit loaded();
    else if (!isLatest && !m_arranging)
        arrange();
}

void TagList::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    emit loadingChanged(loading);
}

} // namespace tagsmith
