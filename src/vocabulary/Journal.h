// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/ChangeSink.h"

#include <QString>

#include <memory>

namespace tagsmith
{

class JournalWriter;
struct JournalSize;
class ScopedConnection;

/** What an operation is called in the journal. */
struct OperationHead
{
    QString id; ///< UUID
    QString kind;
    QString vocabulary;
    QString author;
    QString undoes = {}; ///< the id of the operation that this one takes back
};

/**
 * The journal entry of one operation, written in the operation's own transaction: the rows that it
 * changes, as they were and as they became (see RecordChanges.h), while this lives. One at a time
 * per connection. Throws DatabaseError: NoJournal where the tables are missing.
 */
class Journal : public ChangeSink
{
public:
    Journal(ScopedConnection &connection, const OperationHead &head);
    ~Journal() override;
    Q_DISABLE_COPY_MOVE(Journal)

    /** The number of the operation in tagsmith_operation. */
    qint64 number() const;

    /**
     * Closes the entry with its summary, and drops what the retention rule no longer keeps. Throws
     * (Internal) where rows were changed that nobody announced.
     */
    void finish(const QString &summary);
    /** The same, but no entry is left where no row was changed; answers whether there is one. */
    bool finishUnlessEmpty(const QString &summary);

    void beforeDelete(const RowSelection &rows) override;
    void beforeUpdate(const RowSelection &rows, const QStringList &columns,
                      const std::vector<ColumnValue> &newValues) override;
    void afterUpdate() override;
    void updateFailed() override;
    void afterInsert(const RowSelection &rows) override;
    QString valuesToReturn(const QString &table) override;
    void insertReturned(const QString &table, const QByteArrayList &images) override;
    void mark() override;
    void backToMark() override;
    void ran(const QString &sql, qint64 rowsAffected) override;

private:
    void close(const QString &summary, const JournalSize &size);
    bool takeBack();

    std::unique_ptr<JournalWriter> m_writer;
    OperationHead m_head;
    ScopedConnection &m_connection;
};

} // namespace tagsmith
