// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalRetention.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QTimeZone>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const auto timeFormat = "yyyy-MM-dd HH:mm:ss.zzz"_L1;
constexpr qint64 bytesPerMegabyte = 1024 * 1024;
constexpr qint64 operationsBetweenSums = 16; // of all sizes, which reads every operation
constexpr qint64 largeOperation = bytesPerMegabyte;

void apply(Retention &retention, const QString &name, int value)
{
    if (name == "days"_L1)
        retention.days = value;
    else if (name == "megabytes"_L1)
        retention.megabytes = value;
}

/** The operations with @p condition on their number, with their rows; answers how many. */
qint64 drop(ScopedConnection &connection, const QString &condition, const Cell &value)
{
    const auto run = [&](const QString &sql) {
        Statement statement(connection, sql);
        if (value)
            statement.bind(value);
        return statement.execute().rowsAffected();
    };
    run(u"DELETE FROM tagsmith_change WHERE operation IN (SELECT number FROM tagsmith_operation "
        "WHERE "_s +
        condition + u')');
    return run(u"DELETE FROM tagsmith_operation WHERE "_s + condition);
}

void dropBeyond(ScopedConnection &connection, qint64 megabytes, qint64 current)
{
    Statement statement(
        connection,
        u"SELECT MAX(number) FROM (SELECT number, SUM(byte_count) OVER (ORDER BY number DESC) AS "
        "total FROM tagsmith_operation) AS sizes WHERE total > ? AND number < ?"_s);
    statement.bind(megabytes * bytesPerMegabyte).bind(current).execute();
    if (!statement.next() || !statement.cell(0))
        return;
    drop(connection, u"number <= "_s + QString::number(statement.integer(0)), {});
}

} // namespace

Retention readRetention(ScopedConnection &connection)
{
    Retention retention;
    Statement statement(connection, u"SELECT name, value FROM tagsmith_setting"_s);
    statement.execute();
    while (statement.next())
        apply(retention, statement.text(0), statement.text(1).toInt());
    return retention;
}

void dropWhatIsNotKept(ScopedConnection &connection, qint64 current, qint64 bytes)
{
    Retention retention;
    QString oldest;
    {
        Statement statement = Statement::asText(
            connection, u"SELECT name, value FROM tagsmith_setting UNION ALL SELECT 'oldest', "
                        "CAST((SELECT at FROM tagsmith_operation ORDER BY number LIMIT 1) AS "
                        "CHAR)"_s);
        statement.execute();
        while (statement.next()) {
            if (statement.text(0) == "oldest"_L1)
                oldest = statement.text(1);
            else
                apply(retention, statement.text(0), statement.text(1).toInt());
        }
    }
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-retention.days);
    if (retention.days > 0 && oldest < limit.toString(timeFormat))
        dropOperationsBefore(connection, limit, current);
    if (retention.megabytes > 0 && (bytes > largeOperation || current % operationsBetweenSums == 0))
        dropBeyond(connection, retention.megabytes, current);
}

qint64 dropOperationsBefore(ScopedConnection &connection, const QDateTime &before, qint64 kept)
{
    return drop(connection, u"at < ? AND number <> "_s + QString::number(kept),
                before.toUTC().toString(timeFormat));
}

} // namespace tagsmith
