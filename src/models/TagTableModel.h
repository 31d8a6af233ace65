// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"
#include "core/Cell.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <optional>
#include <vector>

namespace tagsmith
{

struct RowPlan;

/**
 * The tags as a table: a view on an Arrangement, one column for each column of the tag table and
 * behind them the computed ones, which count uses. Tags are known by their key: names may repeat.
 * Belongs to the GUI thread. It never touches the database: an edit is announced by
 * editRequested() and shows once the repository has written and reloaded it.
 */
class TagTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        CellRole = Qt::UserRole + 1, ///< whether the cell is NULL, as bool
        /** Of a cell with uses: how long its bar is, from 0 to 1; invalid in other columns. */
        BarRole,
        /** Of a column: whether it is hidden until the user wants it, as bool. */
        HiddenAtFirstRole
    };

    explicit TagTableModel(QObject *parent = nullptr);

    const Arrangement &arrangement() const { return m_arrangement; }
    /** Shows another vocabulary: a reset. */
    void reset(Arrangement arrangement);
    /**
     * Moves on to the next arrangement, worked out from arrangement(); selection, scroll position
     * and open editors stay with their tags. A reset only where the columns are others.
     */
    void apply(ArrangementChange change);

    /** The column of the names; -1 before the first reset(). */
    int nameColumn() const;
    /** The column with the uses in all references; -1 where there is none. */
    int usesColumn() const;
    /** Whether uses that are not known yet are being counted. */
    void setCounting(bool counting);

    /** The name of the tag in row @p row, for the user to read. */
    QString name(int row) const;
    /** The key of the tag in row @p row, which requests call it by. */
    QString key(int row) const;
    /** The uses of the tag in row @p row in all references; nothing while they are not known. */
    std::optional<qint64> uses(int row) const;
    /**
     * Announces what the user typed into a cell that held @p seen when they began; it may hold
     * something else by now. False where that is no edit.
     */
    bool requestEdit(const QModelIndex &index, const QVariant &value, const Cell &seen);
    /** The row of the tag with @p key, or -1. */
    int rowOfKey(const QString &key) const;
    /** The first row of a tag called @p name (spelled so), or -1. */
    int rowOf(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /** Announces editRequested(); true where it did. The cell itself stays as it is for now. */
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /**
     * The user has typed @p text into a cell of the tag @p key; a null QString means NULL.
     * @p seen: what the cell held when they began.
     */
    void editRequested(const QString &key, int column, const QString &text,
                       const tagsmith::Cell &seen);
    /** The same rows, filtered and sorted as before, are about to be shown as they are now. */
    void aboutToMoveOn();
    void movedOn();

private:
    const Column &column(const QModelIndex &index) const;
    int snapshotRow(int row) const;
    QVariant usesData(const QModelIndex &index, int role) const;
    QString requestedText(const QModelIndex &index, const QVariant &value, const Cell &seen) const;

    void applyRanges(const RowPlan &plan, const Arrangement &next);
    void applyLayout(const RowPlan &plan, const ArrangementChange &change);
    void switchSnapshot(const RowPlan &plan, const Arrangement &next);
    void reorderRows(std::vector<std::uint32_t> order, const std::vector<int> &newRowOfOld);
    void announceChangedCells(const std::vector<ChangedCells> &changed);

    Arrangement m_arrangement;
    bool m_counting = false;
};

} // namespace tagsmith
