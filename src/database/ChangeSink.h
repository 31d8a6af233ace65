// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "database/RowSelection.h"

#include <QByteArrayList>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/**
 * Who wants to know of each change of rows on a connection: the journal. Called on the connection's
 * thread, inside its transaction, by way of vocabulary/RecordChanges.h.
 */
class ChangeSink
{
public:
    virtual ~ChangeSink() = default;

    /** The next statement deletes these rows. */
    virtual void beforeDelete(const RowSelection &rows) = 0;
    /**
     * The next statement assigns @p columns in these rows. @p newValues: the columns that get one
     * and the same value in every row; needed for columns of the key, by which the rows are found
     * again afterwards.
     */
    virtual void beforeUpdate(const RowSelection &rows, const QStringList &columns,
                              const std::vector<ColumnValue> &newValues) = 0;
    /** The statement announced by beforeUpdate() has run. */
    virtual void afterUpdate() = 0;
    /** It has failed: nothing was changed. */
    virtual void updateFailed() = 0;
    /** The last statement inserted these rows. */
    virtual void afterInsert(const RowSelection &rows) = 0;
    /**
     * What an INSERT into @p table shall return of each row, for insertReturned(); empty where the
     * server returns nothing, so that the rows have to be found for afterInsert().
     */
    virtual QString valuesToReturn(const QString &table) = 0;
    /** The last statement inserted the rows into @p table of which it returned @p images. */
    virtual void insertReturned(const QString &table, const QByteArrayList &images) = 0;

    /** A savepoint was set, at which no statement is announced that has not run yet. */
    virtual void mark() = 0;
    /** All changes since the last mark() were rolled back. */
    virtual void backToMark() = 0;

    /** A statement that changes rows has run. Throws where nobody announced the change. */
    virtual void ran(const QString &sql, qint64 rowsAffected) = 0;
};

} // namespace tagsmith
