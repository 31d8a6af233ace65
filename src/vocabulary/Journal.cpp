// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/Journal.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/JournalLinks.h"
#include "vocabulary/JournalRetention.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/JournalWriter.h"

#include <QDateTime>
#include <QRegularExpression>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** @p id, which is a UUID, and so can stand in a statement. */
const QString &plainId(const QString &id)
{
    static const QRegularExpression pattern(u"\\A[0-9A-Za-z-]{1,36}\\z"_s);
    if (!pattern.match(id).hasMatch())
        throw DatabaseError(ErrorKind::Internal, u"The operation has no id, which is a fault of "
                                                 "Tagsmith; please report it."_s);
    return id;
}

/** Answers with the number of the new entry. */
qint64 insertOperation(ScopedConnection &connection, const OperationHead &head)
{
    const QString at = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    // As text, which is quicker; what a user may have chosen follows, bound, in finish().
    Statement statement = Statement::asText(
        connection, u"INSERT INTO tagsmith_operation (id, kind, vocabulary, author, at, summary, "
                    "row_count, byte_count) VALUES ('%1', '', '', '', '%2', '', 0, 0)"_s.arg(
                        plainId(head.id), at));
    return statement.execute().insertedNumber();
}

qint64 openEntry(ScopedConnection &connection, const OperationHead &head)
{
    try {
        return insertOperation(connection, head);
    } catch (const DatabaseError &failure) {
        // Asked only now, so that it costs nothing where there is a journal.
        if (failure.error().kind != ErrorKind::Missing)
            throw;
        requireJournal(connection);
        throw;
    }
}

} // namespace

Journal::Journal(ScopedConnection &connection, const OperationHead &head)
    : m_head(head), m_connection(connection)
{
    m_writer = std::make_unique<JournalWriter>(connection, openEntry(connection, head));
    m_connection.setChangeSink(this);
}

Journal::~Journal()
{
    m_connection.setChangeSink(nullptr);
}

qint64 Journal::number() const
{
    return m_writer->operation();
}

void Journal::finish(const QString &summary)
{
    close(summary, m_writer->check());
}

bool Journal::finishUnlessEmpty(const QString &summary)
{
    const JournalSize size = m_writer->check();
    if (size.rows == 0 && takeBack())
        return false;
    close(summary, size);
    return true;
}

bool Journal::takeBack()
{
    try {
        Statement statement(m_connection, u"DELETE FROM tagsmith_operation WHERE number = ?"_s);
        statement.bind(number()).execute();
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Privilege)
            throw;
        return false; // who may only add to the journal leaves an empty entry
    }
    return true;
}

void Journal::close(const QString &summary, const JournalSize &size)
{
    Statement statement(
        m_connection, u"UPDATE tagsmith_operation SET kind = ?, vocabulary = ?, author = ?, "
                      "undoes = ?, summary = ?, row_count = ?, byte_count = ? WHERE number = ?"_s);
    statement.bind(m_head.kind).bind(m_head.vocabulary).bind(m_head.author);
    statement.bind(m_head.undoes.isEmpty() ? Cell() : Cell(m_head.undoes));
    statement.bind(summary).bind(size.rows).bind(size.bytes).bind(number()).execute();
    if (!m_head.undoes.isEmpty())
        linkUndo(m_connection, m_head.id, m_head.undoes);
    dropWhatIsNotKept(m_connection, number(), size.bytes);
}

void Journal::beforeDelete(const RowSelection &rows)
{
    m_writer->beforeDelete(rows);
}

void Journal::beforeUpdate(const RowSelection &rows, const QStringList &columns,
                           const std::vector<ColumnValue> &newValues)
{
    m_writer->beforeUpdate(rows, columns, newValues);
}

void Journal::afterUpdate()
{
    m_writer->afterUpdate();
}

void Journal::updateFailed()
{
    m_writer->updateFailed();
}

void Journal::afterInsert(const RowSelection &rows)
{
    m_writer->afterInsert(rows);
}

QString Journal::valuesToReturn(const QString &table)
{
    return m_writer->valuesToReturn(table);
}

void Journal::insertReturned(const QString &table, const QByteArrayList &images)
{
    m_writer->insertReturned(table, images);
}

void Journal::mark()
{
    m_writer->mark();
}

void Journal::backToMark()
{
    m_writer->backToMark();
}

void Journal::ran(const QString &sql, qint64 rowsAffected)
{
    m_writer->ran(sql, rowsAffected);
}

} // namespace tagsmith
