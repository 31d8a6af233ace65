// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <memory>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TAGSMITH_LEAK_SANITIZER
#include <sanitizer/lsan_interface.h>
#endif
#endif

using namespace Qt::StringLiterals;

namespace tagsmith
{

#ifdef TAGSMITH_LEAK_SANITIZER
using LeakOnPurpose = __lsan::ScopedDisabler;
#else
struct LeakOnPurpose
{
    LeakOnPurpose() {} // so that an object of it counts as used
};
#endif

// Where the guard is to find a session, waiting for its end is in vain.
constexpr int shortPatienceMs = 300;
constexpr int longPatienceMs = 5000;

/** Each case leaks on purpose in one way, looks whether the guard tells, and cleans up. */
class TestLeakGuard : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void isSilentAboutAnOrderlyOperation();
    void tellsOfAConnectionThatWasNotRemoved();
    void tellsOfAConnectionLeftOpen();
    void tellsOfAKeptDatabaseCopy();
    void tellsOfAKeptQuery();
    void tellsOfASessionThatWasAborted();
    void tellsOfAnUnknownConnectOption();
    void tellsOfAnotherProgramsSession();
    void waitsForASessionThatEndsLate();
    void doesNotCountOtherWarnings();

private:
    /** Adds and opens a connection to test_db called @p name. */
    QSqlDatabase opened(const QString &name);
    /** Ends every session that a case has left on the server, without an abort being expected. */
    void endSessions();
};

QSqlDatabase TestLeakGuard::opened(const QString &name)
{
    const Profile profile = database().profile();
    QSqlDatabase db = QSqlDatabase::addDatabase(isMariaDb() ? u"QMYSQL"_s : u"QSQLITE"_s, name);
    if (isMariaDb()) {
        db.setConnectOptions(u"UNIX_SOCKET=%1"_s.arg(profile.socket));
        db.setUserName(profile.user);
        db.setDatabaseName(profile.database);
    } else {
        db.setDatabaseName(profile.path);
    }
    if (!db.open())
        qFatal("test_db does not open");
    return db;
}

void TestLeakGuard::endSessions()
{
    NativeMariaDb server(database().socket());
    const QList<QStringList> sessions =
        server.rows(u"SELECT id FROM information_schema.processlist "
                    "WHERE id <> CONNECTION_ID() AND db = 'test_db'"_s);
    for (const QStringList &session : sessions)
        server.execute(u"KILL "_s + session.at(0));
    guard().expectAbortedClients(static_cast<int>(sessions.size()));
}

void TestLeakGuard::isSilentAboutAnOrderlyOperation()
{
    {
        QSqlDatabase db = opened(u"orderly"_s);
        {
            QSqlQuery query(db);
            QVERIFY(query.exec(u"SELECT 1"_s));
            QVERIFY(query.next());
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(u"orderly"_s);
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::tellsOfAConnectionThatWasNotRemoved()
{
    opened(u"forgotten"_s).close();
    QCOMPARE(guard().verdict(), u"The connection \"forgotten\" was not removed."_s);

    QSqlDatabase::removeDatabase(u"forgotten"_s);
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::tellsOfAConnectionLeftOpen()
{
    guard().setPatience(shortPatienceMs);
    opened(u"left-open"_s);
    const QString verdict = guard().verdict();
    QVERIFY2(verdict.contains("The connection \"left-open\" was not removed."_L1),
             qPrintable(verdict));
    const QLatin1StringView second =
        isMariaDb() ? "The server still has session"_L1 : "test_db.sqlite\" is still open."_L1;
    QVERIFY2(verdict.contains(second), qPrintable(verdict));

    guard().setPatience(longPatienceMs);
    QSqlDatabase::database(u"left-open"_s, false).close();
    QSqlDatabase::removeDatabase(u"left-open"_s);
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::tellsOfAKeptDatabaseCopy()
{
    guard().setPatience(shortPatienceMs);
    std::unique_ptr<QSqlDatabase> kept;
    {
        const LeakOnPurpose leak; // the driver never frees the link of such a copy
        kept = std::make_unique<QSqlDatabase>(opened(u"copied"_s));
    }
    QSqlDatabase::removeDatabase(u"copied"_s);
    const QString verdict = guard().verdict();
    QVERIFY2(verdict.contains("'copied' is still in use"_L1), qPrintable(verdict));
    QVERIFY2(!verdict.contains("was not removed"_L1), qPrintable(verdict));
    // The MySQL driver forgets to close the link in this case; SQLite's closes its file.
    QCOMPARE(verdict.contains("The server still has session"_L1), isMariaDb());

    guard().setPatience(longPatienceMs);
    kept.reset();
    QCOMPARE(guard().takeWarnings().size(), 1);
    if (isMariaDb())
        endSessions();
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::tellsOfAKeptQuery()
{
    auto kept = std::make_unique<QSqlQuery>(opened(u"queried"_s));
    QVERIFY(kept->exec(u"SELECT 1"_s));
    QSqlDatabase::database(u"queried"_s, false).close();
    QSqlDatabase::removeDatabase(u"queried"_s);
    QVERIFY(!kept->exec(u"SELECT 2"_s)); // what a kept query is good for
    const QString verdict = guard().verdict();
    QVERIFY2(verdict.contains("QSqlQuery"_L1), qPrintable(verdict));
    QVERIFY2(!verdict.contains("was not removed"_L1), qPrintable(verdict));

    kept.reset();
    QVERIFY(!guard().takeWarnings().isEmpty());
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::tellsOfASessionThatWasAborted()
{
    if (!isMariaDb())
        return; // SQLite has no sessions
    opened(u"aborted"_s);
    endSessions();
    guard().expectAbortedClients(-1); // as if nobody had announced it
    QSqlDatabase::database(u"aborted"_s, false).close();
    QSqlDatabase::removeDatabase(u"aborted"_s);
    QCOMPARE(guard().verdict(), u"Sessions that the server counts as aborted: 1, expected: 0."_s);

    guard().expectAbortedClients(1);
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::tellsOfAnUnknownConnectOption()
{
    if (!isMariaDb())
        return; // the SQLite driver ignores it without a word
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QMYSQL"_s, u"odd"_s);
        db.setConnectOptions(u"UNIX_SOCKET=/nowhere;MYSQL_OPT_SSL_MODE=REQUIRED"_s);
        QVERIFY(!db.open());
    }
    QSqlDatabase::removeDatabase(u"odd"_s);
    const QString verdict = guard().verdict();
    QVERIFY2(verdict.contains("Qt SQL warned: "_L1), qPrintable(verdict));
    QVERIFY2(verdict.contains("connect option"_L1), qPrintable(verdict));

    guard().takeWarnings();
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::tellsOfAnotherProgramsSession()
{
    if (isMariaDb()) {
        guard().setPatience(shortPatienceMs);
        const NativeMariaDb other(database().socket(), u"test_db"_s);
        const QString verdict = guard().verdict();
        QVERIFY2(verdict.contains("The server still has session"_L1), qPrintable(verdict));
    } else {
        NativeSqlite other(database().file());
        other.execute(u"CREATE TABLE t (a)"_s);
        const QString verdict = guard().verdict();
        QVERIFY2(verdict.contains("is still open"_L1), qPrintable(verdict));
    }
    guard().setPatience(longPatienceMs);
    QCOMPARE(guard().verdict(), QString());
}

void TestLeakGuard::waitsForASessionThatEndsLate()
{
    if (!isMariaDb())
        return; // SQLite has no sessions
    auto late = std::make_unique<NativeMariaDb>(database().socket(), u"test_db"_s);
    QMetaObject::invokeMethod(
        this, [&late] { late.reset(); }, Qt::QueuedConnection);
    QCOMPARE(guard().verdict(), QString());
    QVERIFY(!late);
}

void TestLeakGuard::doesNotCountOtherWarnings()
{
    QTest::ignoreMessage(QtWarningMsg, "A warning about the weather.");
    qWarning("A warning about the weather.");
    QCOMPARE(guard().verdict(), QString());
    QVERIFY(guard().takeWarnings().isEmpty());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestLeakGuard)
#include "TestLeakGuard.moc"
