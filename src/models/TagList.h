// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Error.h"
#include "models/TagTableModel.h"
#include "repository/TagRepository.h"

#include <QObject>

#include <optional>
#include <vector>

namespace tagsmith
{

/** What is known about the uses of the tags that are shown. */
enum class UsesState {
    NoReferences, ///< nothing tells which tags are used
    Counting,
    Counted,
    Failed ///< or cancelled; what is shown, if anything, are the uses counted before
};

/**
 * Keeps a table of tags up to date: loads the vocabulary through the repository, counts the uses
 * once the tags are shown, and filters and sorts away from the GUI thread. Belongs to the GUI
 * thread; every call returns at once. Each request overtakes the one before it, whose answer is
 * dropped.
 */
class TagList : public QObject
{
    Q_OBJECT

public:
    explicit TagList(TagRepository &repository, QObject *parent = nullptr);
    ~TagList() override;

    TagTableModel &model() { return m_model; }
    /** What is open; nothing before the first open(). */
    const std::optional<TagSource> &source() const { return m_source; }
    /** The tags loaded last, whatever the filter shows of them; nullptr before the first ones. */
    const SnapshotPtr &snapshot() const { return m_snapshot; }
    const ArrangementRequest &request() const { return m_request; }

    int total() const { return m_snapshot ? m_snapshot->rowCount() : 0; }
    int shown() const { return m_model.rowCount(); }
    bool isLoading() const { return m_loading; }
    UsesState usesState() const { return m_usesState; }
    /** Why the uses are not known; empty unless usesState() is Failed. */
    const QString &usesProblem() const { return m_usesProblem; }
    /** Whether unused tags can be told from others. */
    bool canFindUnused() const;

    /**
     * Empties the table and loads @p source; its first rows are shown before the rest is there.
     * The filter stays, the order is that of the key again.
     */
    void open(const TagSource &source);
    /** Loads again; the table moves on once all is there. Nothing happens before open(). */
    void reload();
    /** reload() after the tag @p key was renamed, so that the selection stays on it. */
    void reloadRenamed(const QString &key, const QString &newName);
    /** Stops loading; failed() follows with an error of kind Cancelled. */
    void cancelLoading();
    /** Stops counting the uses; they are counted again with the next load. */
    void cancelCounting();

    void setFilter(const QString &filter);
    /** Leaves only tags without uses. */
    void setUnusedOnly(bool unusedOnly);
    /** Sorts by a column of the model; -1 is the order of the key. */
    void setSort(int column, Qt::SortOrder order);

signals:
    /** Everything is loaded, and shown. */
    void loaded();
    /** Loading, filtering or sorting has failed; the table is empty if it was the first load. */
    void failed(const tagsmith::Error &error);
    /** The table has changed: total() and shown() may be others. */
    void arranged();
    void loadingChanged(bool loading);
    /** usesState() has changed. */
    void usesStateChanged();

private:
    struct Rename
    {
        QString oldKey;
        QString newKey;
    };

    void load(bool showPartial);
    void receivePartial(const SnapshotPtr &snapshot);
    void receiveSnapshot(const Result<SnapshotPtr> &answer);
    void receiveChange(const Result<ArrangementChange> &answer, const SnapshotPtr &asked);
    void arrange();
    void countUses();
    void receiveUses(const Result<SnapshotPtr> &answer);
    void setUsesState(UsesState state, const QString &problem = {});
    SnapshotPtr uncounted(const SnapshotPtr &loaded) const;
    void clear();
    void setLoading(bool loading);

    TagRepository &m_repository;
    TagTableModel m_model;
    std::optional<TagSource> m_source;
    std::vector<Column> m_usesColumns; ///< of the source; empty where no reference is known
    SnapshotPtr m_loaded;              ///< the latest answer of the load, as it came
    SnapshotPtr m_snapshot;            ///< the same with columns for the uses
    ArrangementRequest m_request;
    std::vector<Rename> m_renames; ///< to be followed until all is loaded

    bool m_loading = false;
    bool m_showPartial = false; ///< the load that goes on is the first one of its source
    bool m_whole = false;       ///< m_snapshot is the whole answer of the load that goes on
    bool m_arranging = false;   ///< a rearrangement is on its way
    UsesState m_usesState = UsesState::NoReferences;
    QString m_usesProblem;
    bool m_usesArrived = false; ///< they are counted, and being arranged
    quint64 m_loadGeneration = 0;
    quint64 m_arrangeGeneration = 0;
    quint64 m_usesGeneration = 0;
    CancelToken m_loadToken;    ///< of the latest load
    CancelToken m_arrangeToken; ///< of the latest rearrangement
    CancelToken m_usesToken;    ///< of the latest count
};

} // namespace tagsmith
