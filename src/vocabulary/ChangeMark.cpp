// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ChangeMark.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStringList>

#include <atomic>
#include <cmath>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/**
 * A time is as fine as a second, or two on some file systems: a change as young as this may be
 * followed by another one at the same time. The mark then is one that never comes again, so that
 * the next question finds another and its asker looks once more.
 */
constexpr qint64 youngSeconds = 2;

QStringList tablesOf(const Vocabulary &vocabulary)
{
    QStringList tables{vocabulary.table};
    if (vocabulary.nameTable)
        tables << vocabulary.nameTable->table;
    if (vocabulary.hierarchy)
        tables << vocabulary.hierarchy->table;
    for (const Reference &reference : vocabulary.references)
        tables << reference.table;
    tables.removeAll(QString());
    tables.removeDuplicates();
    return tables;
}

/** Of the file and its write-ahead log; they are never opened here, since closing a file ends every
 * lock that this process has on it. */
QString markOfFile(const QString &path)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList parts;
    bool isYoung = false;
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        const QFileInfo file(QFileInfo(path).canonicalFilePath() + suffix);
        // An empty log says nothing, and is made and removed by every connection.
        if (!file.exists() || file.size() == 0)
            continue;
        const QDateTime changed = file.lastModified();
        parts << u"%1@%2"_s.arg(file.size()).arg(changed.toMSecsSinceEpoch());
        // A clock that was set back makes a file look young for a while, no more.
        isYoung = isYoung || std::abs(changed.secsTo(now)) < youngSeconds;
    }
    static std::atomic<quint64> question = 0;
    if (isYoung)
        parts << QString::number(++question);
    return parts.join(u' ');
}

/**
 * InnoDB keeps the time of a table's last commit in memory: it is NULL from the start of the
 * server, or since the table was dropped from its cache, until the next change, which is then seen
 * as such.
 */
QString markOfTables(ScopedConnection &connection, const QStringList &tables)
{
    // MySQL keeps what it answers here for a day, unless it is told not to.
    if (connection.report().server.startsWith("MySQL"_L1))
        connection.executeDirectly(u"SET SESSION information_schema_stats_expiry = 0"_s);
    const QString one =
        u"SELECT UPDATE_TIME, UPDATE_TIME > NOW() - INTERVAL %1 SECOND, NOW(6) FROM "
        "information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?"_s.arg(
            youngSeconds);
    QString mark;
    // One by one: the server would open every table of the database to answer for a list.
    for (const QString &table : tables) {
        Statement statement(connection, one);
        statement.bind(table).execute();
        mark += table + u'@';
        if (statement.next()) {
            mark += statement.text(0);
            if (statement.integer(1) != 0)
                mark += u' ' + statement.text(2);
        }
        mark += u'\n';
    }
    return mark;
}

} // namespace

QString changeMark(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    return connection.isSqlite() ? markOfFile(connection.report().host)
                                 : markOfTables(connection, tablesOf(vocabulary));
}

} // namespace tagsmith
