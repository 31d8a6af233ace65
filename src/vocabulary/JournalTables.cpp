// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalTables.h"

#include "core/ColumnValue.h"
#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "database/Transaction.h"
#include "vocabulary/JournalRetention.h"

#include <QFile>
#include <QStringList>

#include <optional>
#include <vector>

/** In the global namespace, because the macro declares a function there. */
static void initResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const auto settingTable = "tagsmith_setting"_L1;
const auto versionSetting = "version"_L1;

/** In the order in which they run; the version of a database is how many of them have run. */
const QStringList &migrations()
{
    static const QStringList names = {u"0001-journal"_s};
    return names;
}

QString migrationText(const ScopedConnection &connection, const QString &name)
{
    initResources(); // a static library has to ask for its own
    const QString engine = connection.isSqlite() ? u"sqlite"_s : u"mysql"_s;
    QFile file(u":/migrations/%1.%2.sql"_s.arg(name, engine));
    if (!file.open(QIODevice::ReadOnly)) {
        throw DatabaseError(ErrorKind::Internal,
                            u"The migration %1 is missing in this build."_s.arg(name));
    }
    return QString::fromUtf8(file.readAll());
}

bool hasTables(ScopedConnection &connection, const QString &condition, qint64 count)
{
    Statement statement(
        connection,
        (connection.isSqlite()
             ? u"SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name "_s
             : u"SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() "
               "AND TABLE_NAME "_s) +
            condition);
    statement.execute().next();
    return statement.integer(0) == count;
}

int readVersion(ScopedConnection &connection)
{
    if (!hasTables(connection, u"= 'tagsmith_setting'"_s, 1))
        return 0;
    Statement statement(connection, u"SELECT value FROM tagsmith_setting WHERE name = ?"_s);
    statement.bind(QString(versionSetting)).execute();
    return statement.next() ? statement.text(0).toInt() : 0;
}

void storeSettings(ScopedConnection &connection, const std::vector<ColumnValue> &settings)
{
    const QString name = u"name"_s;
    const QString value = u"value"_s;
    Statement statement(connection,
                        connection.dialect().upsert(settingTable, {name, value}, name, {value},
                                                    static_cast<int>(settings.size())));
    for (const ColumnValue &setting : settings)
        statement.bind(setting.column).bind(setting.value);
    statement.execute();
}

void run(ScopedConnection &connection, int migration)
{
    const QString text = migrationText(connection, migrations().at(migration));
    const QStringList statements = text.split(u";\n"_s, Qt::SkipEmptyParts);
    for (const QString &sql : statements) {
        if (!sql.trimmed().isEmpty())
            Statement(connection, sql.trimmed()).execute();
    }
    storeSettings(connection, {{versionSetting, QString::number(migration + 1)}});
}

} // namespace

bool hasJournal(ScopedConnection &connection)
{
    return hasTables(connection,
                     u"IN ('tagsmith_setting', 'tagsmith_operation', 'tagsmith_change')"_s, 3);
}

void requireJournal(ScopedConnection &connection)
{
    if (hasJournal(connection))
        return;
    throw DatabaseError(
        ErrorKind::NoJournal,
        u"This database has no journal, so that the change could not be undone; run \"tagsmith "
        "init\" to make it, or say --no-journal."_s);
}

void requireJournalAfter(ScopedConnection &connection, const DatabaseError &failure)
{
    const ErrorKind kind = failure.error().kind;
    // Of a table that is not there a server may say only that the user may not read it.
    if (kind == ErrorKind::Missing || kind == ErrorKind::Privilege)
        requireJournal(connection);
}

int createJournal(ScopedConnection &connection, bool dryRun)
{
    const int known = static_cast<int>(migrations().size());
    const int version = readVersion(connection);
    if (version > known) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"A newer Tagsmith has made the journal of this database; use that one."_s);
    }
    if (dryRun || version == known)
        return known - version;
    std::optional<Transaction> transaction; // only SQLite's reaches over CREATE TABLE
    if (connection.isSqlite())
        transaction.emplace(connection, Transaction::Mode::Write);
    for (int i = version; i < known; ++i)
        run(connection, i);
    if (transaction)
        transaction->commit();
    return known - version;
}

JournalState readJournalState(ScopedConnection &connection)
{
    JournalState state;
    state.exists = hasJournal(connection);
    if (!state.exists)
        return state;
    Statement statement(connection,
                        u"SELECT COUNT(*), COALESCE(SUM(byte_count), 0) FROM tagsmith_operation"_s);
    statement.execute().next();
    state.operations = statement.integer(0);
    state.bytes = statement.integer(1);
    state.retention = readRetention(connection);
    return state;
}

void storeRetention(ScopedConnection &connection, const Retention &retention)
{
    requireJournal(connection);
    storeSettings(connection, {{u"days"_s, QString::number(retention.days)},
                               {u"megabytes"_s, QString::number(retention.megabytes)}});
}

bool isOwnTable(const QString &table)
{
    return table.startsWith("tagsmith_"_L1, Qt::CaseInsensitive);
}

} // namespace tagsmith
