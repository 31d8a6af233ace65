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

class ChangeSink;
class ScopedConnection;

/**
 * Every statement of this folder that changes rows is announced here, so that the journal, if there
 * is one, takes the rows as they were and as they became. Without a journal these do nothing. An
 * unannounced change is an error of kind Internal while there is a journal.
 */

/** To be called before the DELETE of @p rows. */
void recordDelete(ScopedConnection &connection, const RowSelection &rows);

/** To be called after the INSERT that made @p rows (all of them, and no others). */
void recordInsert(ScopedConnection &connection, const RowSelection &rows);

/**
 * What an INSERT into @p table shall return, so that recordReturned() takes the place of
 * recordInsert(), which has to find the rows again; empty where that cannot be, or without journal.
 */
QString valuesToReturn(ScopedConnection &connection, const QString &table);

/** To be called after an INSERT … RETURNING valuesToReturn(), which has returned @p rows. */
void recordReturned(ScopedConnection &connection, const QString &table, const QByteArrayList &rows);

/** To be made before an UPDATE; done() after it. Without done() the UPDATE has failed. */
class RecordedUpdate
{
public:
    /**
     * @p columns: those assigned. @p newValues: those of them that get the same value in every row;
     * each that belongs to the table's key has to be among them.
     */
    RecordedUpdate(ScopedConnection &connection, const RowSelection &rows,
                   const QStringList &columns, const std::vector<ColumnValue> &newValues = {});
    ~RecordedUpdate();
    Q_DISABLE_COPY_MOVE(RecordedUpdate)

    void done();

private:
    ChangeSink *m_sink;
};

} // namespace tagsmith
