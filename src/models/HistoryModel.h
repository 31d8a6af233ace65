// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/OperationEntry.h"
#include "repository/TagRepository.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace tagsmith
{

/**
 * The operations in the journal of a database as a table, the newest first; older ones are loaded
 * as the view asks for them. Belongs to the GUI thread; every call returns at once.
 */
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, Vocabulary, Rows, State, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1 ///< of a cell in the column What: the kind of the operation
    };

    explicit HistoryModel(TagRepository &repository, QObject *parent = nullptr);
    ~HistoryModel() override;

    /** Shows the operations of @p source's vocabulary, and none until they are there. */
    void open(const TagSource &source);
    /** Shows operations whose summary, author or kind has @p text in it. */
    void setText(const QString &text);
    void setAllVocabularies(bool all);
    /** Reads again; what stays keeps its rows, and so the selection. */
    void refresh();

    const OperationEntry &entry(int row) const { return m_entries[static_cast<size_t>(row)]; }
    /** The row of the operation @p id, or -1 where it is not loaded. */
    int rowOf(const QString &id) const;
    bool isLoading() const { return m_isLoading; }
    /** Why nothing could be read; nothing where it could. */
    const std::optional<Error> &problem() const { return m_problem; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /** isLoading() or problem() may have changed, or the rows. */
    void changed();

private:
    void restart();
    void load(qint64 below, int limit);
    void receive(const Result<HistoryPage> &answer, qint64 below);
    void append(const HistoryPage &page);
    void replace(const HistoryPage &page);
    std::optional<size_t> addedBy(const HistoryPage &page) const;
    QString text(const OperationEntry &entry, int column) const;
    QString stateText(const OperationEntry &entry) const;
    QString toolTip(const OperationEntry &entry, int column) const;

    TagRepository &m_repository;
    std::optional<TagSource> m_source;
    HistoryQuery m_query;
    bool m_allVocabularies = false;
    std::vector<OperationEntry> m_entries;
    bool m_hasMore = false;
    bool m_isLoading = false;
    std::optional<Error> m_problem;
    quint64 m_generation = 0; ///< answers to an earlier question are dropped
    CancelToken m_token;
};

} // namespace tagsmith
