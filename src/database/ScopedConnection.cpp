// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ScopedConnection.h"

#include "core/Error.h"
#include "database/ConnectOptions.h"
#include "database/MysqlInit.h"
#include "database/MysqlInsert.h"
#include "database/MysqlLink.h"
#include "database/NativeErrors.h"
#include "database/SqliteCollations.h"
#include "database/SqliteLock.h"
#include "database/SqliteRowFunctions.h"
#include "database/Statement.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <atomic>
#include <mutex>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** QMYSQL counts its drivers without a lock. */
std::mutex &driverMutex()
{
    static std::mutex mutex;
    return mutex;
}

/** Never a thread id or a pointer, which are used again. */
QString uniqueName()
{
    static std::atomic<quint64> counter = 0;
    return u"tagsmith-%1"_s.arg(++counter);
}

constexpr std::chrono::seconds killTimeout(3); // the link may be why there is something to kill

constexpr int sqliteCacheKilobytes = 64 * 1024; // while a large change runs

constexpr int instructionsBetweenQuestions = 10'000; // of SQLite's virtual machine: well below 1 ms

/** Called by SQLite inside a statement; not 0 stops it. */
int isCancelled(void *token)
{
    return static_cast<const CancelToken *>(token)->isCancelled() ? 1 : 0;
}

QString serverDescription(const QString &version)
{
    const bool isMariaDb = version.contains("MariaDB"_L1, Qt::CaseInsensitive);
    return (isMariaDb ? u"MariaDB "_s : u"MySQL "_s) + version.section(u'-', 0, 0);
}

} // namespace

ScopedConnection::ScopedConnection(const Profile &profile, const CancelToken &token,
                                   LockWait lockWait, std::chrono::seconds answerTimeout)
    : m_profile(profile), m_token(token), m_lockWait(lockWait), m_answerTimeout(answerTimeout),
      m_name(uniqueName()), m_dialect(&Dialect::of(profile.driver))
{
    m_token.throwIfCancelled();
    try {
        open();
    } catch (...) {
        close();
        m_token.throwIfCancelled(); // which is why the link was cut
        throw;
    }
}

ScopedConnection::~ScopedConnection()
{
    close();
}

void ScopedConnection::open()
{
    if (isSqlite())
        openSqlite();
    else
        openMysql();
}

void ScopedConnection::addDatabase(const QString &driver)
{
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        const QString package =
            driver == "QMYSQL"_L1 ? u"libqt6sql6-mysql"_s : u"libqt6sql6-sqlite"_s;
        throw DatabaseError(
            ErrorKind::Connection,
            u"The database driver %1 is not installed; install the package %2."_s.arg(driver,
                                                                                      package));
    }
    const std::scoped_lock lock(driverMutex());
    m_database = QSqlDatabase::addDatabase(driver, m_name);
}

void ScopedConnection::openMysql()
{
    addDatabase(u"QMYSQL"_s);
    m_database.setNumericalPrecisionPolicy(QSql::HighPrecision);
    m_database.setConnectOptions(mysqlConnectOptions(m_profile, m_answerTimeout));
    m_database.setUserName(m_profile.user);
    m_database.setPassword(m_profile.password);
    m_database.setDatabaseName(m_profile.database);

    if (!m_profile.socket.isEmpty() || m_profile.hosts.empty()) {
        openMysqlAt(Host{u"localhost"_s, 0});
        return;
    }
    for (size_t i = 0; i < m_profile.hosts.size(); ++i) {
        try {
            openMysqlAt(m_profile.hosts[i]);
            return;
        } catch (const DatabaseError &failure) {
            m_token.throwIfCancelled();
            const bool isLast = i + 1 == m_profile.hosts.size();
            if (isLast || failure.error().kind != ErrorKind::Connection)
                throw;
        }
    }
}

void ScopedConnection::openMysqlAt(const Host &host)
{
    m_database.setHostName(host.name);
    m_database.setPort(host.port);

    const MysqlInitDemand demand(m_profile.tls != TlsMode::Off, m_profile.tls == TlsMode::Verify,
                                 [this](st_mysql *handle) { keepLink(handle); });
    if (!m_database.open())
        throw DatabaseError(nativeError(m_profile, m_database.lastError(), false));
    if (m_profile.tls != TlsMode::Off && !demand.wasKept()) {
        throw DatabaseError(
            ErrorKind::Tls,
            u"This build cannot make the client library keep the demanded TLS mode, so that "
            "no connection is made."_s);
    }
    m_report.host = m_profile.socket.isEmpty() ? host.name : m_profile.socket;
    m_report.certificateVerified = m_profile.tls == TlsMode::Verify;
    checkMysqlSession();
}

void ScopedConnection::keepLink(st_mysql *handle)
{
    m_mysqlHandle = handle;
    m_link = std::make_shared<MysqlLink>(handle);
}

void ScopedConnection::checkMysqlSession()
{
    // Sent as text: preparing it would cost a round trip more for every connection. A lock that
    // somebody holds is waited for ten seconds, not for a day (the server's own lock_wait_timeout).
    // The lists of rows that the journal keeps are made by GROUP_CONCAT, which must not cut them.
    executeDirectly(
        u"SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
        "NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', "
        "innodb_lock_wait_timeout = %1, lock_wait_timeout = %1, "
        "group_concat_max_len = 1073741824, @tagsmith_place = 0, @tagsmith_bytes = 0"_s.arg(
            m_lockWait == LockWait::Short ? 2 : 10));
    if (m_profile.readOnly) // its variable has another name on each server
        executeDirectly(u"SET SESSION TRANSACTION READ ONLY"_s);
    // Asked only now: where the link was lost while it opened, the driver says no.
    if (!m_database.driver()->hasFeature(QSqlDriver::PreparedQueries)) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"The server does not prepare statements, which Tagsmith needs; check its version."_s);
    }

    Statement facts(*this,
                    u"SELECT @@character_set_client, @@character_set_connection, "
                    "@@character_set_results, @@sql_mode, @@time_zone, CONNECTION_ID(), VERSION(), "
                    "@@max_allowed_packet, @@global.read_only, @@hostname"_s);
    facts.execute().next();
    m_report.characterSet = facts.text(0);
    m_report.sqlMode = facts.text(3);
    m_report.connectionId = facts.integer(5);
    m_report.server = serverDescription(facts.text(6));
    m_report.maxAllowedPacket = facts.integer(7);
    m_report.readOnly = m_profile.readOnly || facts.integer(8) != 0;
    m_report.machine = facts.text(9);

    const auto isUtf8mb4 = [&facts](int index) { return facts.text(index) == "utf8mb4"_L1; };
    if (!isUtf8mb4(0) || !isUtf8mb4(1) || !isUtf8mb4(2)) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"The server does not speak utf8mb4 with us, so that names could be damaged; "
            "check its character sets."_s);
    }
    if (!m_report.sqlMode.contains("STRICT_ALL_TABLES"_L1) || facts.text(4) != "+00:00"_L1) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"The server does not keep the strict mode that Tagsmith asks for, so that values "
            "could be cut in silence."_s);
    }
    if (m_profile.tls == TlsMode::Off)
        return;
    Statement cipher(*this, u"SHOW SESSION STATUS LIKE 'Ssl_cipher'"_s);
    if (cipher.execute().next())
        m_report.cipher = cipher.text(1);
    if (m_report.cipher.isEmpty()) {
        throw DatabaseError(
            ErrorKind::Tls,
            u"The server offers no encryption, which this connection demands, so that none was "
            "made; switch TLS on at the server."_s);
    }
}

void ScopedConnection::openSqlite()
{
    const bool mayMake = m_profile.createFile && !m_profile.readOnly;
    if (!mayMake && !QFileInfo::exists(m_profile.path)) {
        throw DatabaseError(
            ErrorKind::UnknownDatabase,
            u"There is no file %1; check the path, or make it with \"tagsmith --db sqlite:%1 init "
            "--create-table\"."_s.arg(m_profile.path));
    }
    addDatabase(u"QSQLITE"_s);
    // A short timeout, so that a wait for a lock can be cancelled between two tries.
    m_database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=100"_s);
    m_database.setDatabaseName(sqliteUri(m_profile));
    if (!m_database.open())
        throw DatabaseError(nativeError(m_profile, m_database.lastError(), false));
    checkSqliteSession();
}

sqlite3 *ScopedConnection::sqliteHandle() const
{
    const QVariant handle = m_database.driver()->handle();
    const bool isSqlite = handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0;
    return isSqlite ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

void ScopedConnection::checkSqliteSession()
{
    sqlite3 *handle = sqliteHandle();
    if (!handle)
        throw DatabaseError(ErrorKind::Internal,
                            u"The SQLite driver does not give access to its handle."_s);
    m_token.setInterrupter([handle] { sqlite3_interrupt(handle); });
    // An interrupt between two statements is lost; the handler asks while the next one runs.
    sqlite3_progress_handler(handle, instructionsBetweenQuestions, isCancelled, &m_token);
    addApplicationCollations(handle);
    addRowFunctions(handle);

    Statement(*this, u"PRAGMA foreign_keys = ON"_s).execute();
    // The first statement that reads the file finds out whether it is a database at all.
    waitForSqliteLock(m_token, m_lockWait,
                      [this] { Statement(*this, u"PRAGMA schema_version"_s).execute().next(); });

    m_report.server = u"SQLite "_s + QString::fromLatin1(sqlite3_libversion());
    m_report.host = m_profile.path;
    m_report.characterSet = u"UTF-8"_s;
    m_report.readOnly = sqlite3_db_readonly(handle, "main") == 1;
}

std::function<void()> ScopedConnection::killer() const
{
    if (isSqlite())
        return {};
    return [profile = m_profile, id = m_report.connectionId] {
        try {
            ScopedConnection connection(profile, {}, LockWait::Short, killTimeout);
            Statement(connection, u"KILL QUERY ?"_s).bind(id).execute();
        } catch (const DatabaseError &) {
            // The operation has ended by itself, or the server is gone: nothing is left to stop.
        }
    };
}

std::function<void()> ScopedConnection::linkCutter() const
{
    if (isSqlite())
        return {};
    return [link = m_link] {
        if (link)
            link->cut();
    };
}

bool ScopedConnection::canReturnInserted() const
{
    // MySQL knows no INSERT … RETURNING, and SQLite finds the rows as quickly.
    return m_report.server.startsWith("MariaDB"_L1) && MysqlInsert::isPossible(*this);
}

QString ScopedConnection::sqliteCollation(const QString &table, const QString &column) const
{
    const char *collation = nullptr;
    const int status = sqlite3_table_column_metadata(
        sqliteHandle(), nullptr, table.toUtf8().constData(), column.toUtf8().constData(), nullptr,
        &collation, nullptr, nullptr, nullptr);
    return status == SQLITE_OK ? QString::fromUtf8(collation) : QString();
}

void ScopedConnection::expectManyRows()
{
    if (!isSqlite())
        return;
    // With the usual 2 MB each row of an index writes a page of the file and reads another one.
    executeDirectly(u"PRAGMA cache_size = -%1"_s.arg(sqliteCacheKilobytes));
    // What takes a failed statement back is a temporary file otherwise, a page of it for each row.
    executeDirectly(u"PRAGMA temp_store = MEMORY"_s);
}

void ScopedConnection::pauseForeignKeys()
{
    executeDirectly(isSqlite() ? u"PRAGMA foreign_keys = OFF"_s
                               : u"SET SESSION foreign_key_checks = 0"_s);
}

void ScopedConnection::executeDirectly(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw DatabaseError(nativeError(m_profile, query.lastError(), false));
}

void ScopedConnection::close() noexcept
{
    m_token.clearInterrupter();
    if (m_database.driver() == nullptr || m_database.connectionName().isEmpty())
        return;
    m_database.close();
    m_link.reset();
    m_database = QSqlDatabase();
    const std::scoped_lock lock(driverMutex());
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace tagsmith
