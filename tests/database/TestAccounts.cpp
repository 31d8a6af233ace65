// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/DriverAnchor.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "support/ErrorOf.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** A server with real accounts: who is let in, and who may do what. */
class TestAccounts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void letsInWithTheRightPassword_data();
    void letsInWithTheRightPassword();
    void refusesAWrongPassword();
    void refusesAnUnknownUser();
    void refusesADatabaseWithoutRights();
    void tellsAnUnknownDatabaseFromAForbiddenOne();
    void refusesAWriteWithoutThePrivilege();
    void goesToTheNextHostWhenOneDoesNotAnswer();
    void doesNotTryAPasswordAtEveryHost();

private:
    Profile profileOf(const QString &user, const QString &password) const;
    std::optional<Error> openingError(const Profile &profile) const;

    DriverAnchor m_anchor;
    QTemporaryDir m_folder;
    TestServer m_server{m_folder.filePath(u"server"_s), {.grantTables = true, .tcp = true}};
};

void TestAccounts::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.error()));
    NativeMariaDb root(m_server.socket());
    for (const char *sql :
         {"CREATE DATABASE shop", "CREATE DATABASE secret",
          "CREATE TABLE shop.tags (tag_id VARCHAR(190) PRIMARY KEY)",
          "CREATE USER ada@'%' IDENTIFIED BY 'pass; ünï\"word'", "CREATE USER eve@'%'",
          "GRANT ALL ON shop.* TO ada@'%'", "GRANT SELECT ON shop.* TO eve@'%'"}) {
        root.execute(QString::fromUtf8(sql));
    }
}

void TestAccounts::cleanup()
{
    QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
}

Profile TestAccounts::profileOf(const QString &user, const QString &password) const
{
    Profile profile = m_server.tcpProfile(u"shop"_s);
    profile.user = user;
    profile.password = password;
    return profile;
}

std::optional<Error> TestAccounts::openingError(const Profile &profile) const
{
    return errorOf([&profile] { const ScopedConnection connection(profile); });
}

void TestAccounts::letsInWithTheRightPassword_data()
{
    QTest::addColumn<bool>("overSocket");
    QTest::newRow("TCP") << false;
    QTest::newRow("socket") << true;
}

void TestAccounts::letsInWithTheRightPassword()
{
    QFETCH(const bool, overSocket);
    Profile profile = profileOf(u"ada"_s, u"pass; ünï\"word"_s);
    if (overSocket)
        profile.socket = m_server.socket();
    ScopedConnection connection(profile);
    QCOMPARE(connection.report().host, overSocket ? m_server.socket() : u"127.0.0.1"_s);
    Statement who(connection, u"SELECT CURRENT_USER()"_s);
    QVERIFY(who.execute().next());
    QCOMPARE(who.text(0), u"ada@%"_s);
}

void TestAccounts::refusesAWrongPassword()
{
    const auto error = openingError(profileOf(u"ada"_s, u"guess"_s));
    COMPARE_KIND(error, ErrorKind::Authentication);
    QCOMPARE(error->nativeCode, 1045);
    QVERIFY2(error->message.contains("\"ada\""_L1), qPrintable(error->message));
    QVERIFY2(!error->message.contains("guess"_L1), qPrintable(error->message));
}

void TestAccounts::refusesAnUnknownUser()
{
    COMPARE_KIND(openingError(profileOf(u"nobody"_s, u"guess"_s)), ErrorKind::Authentication);
}

void TestAccounts::refusesADatabaseWithoutRights()
{
    Profile profile = profileOf(u"eve"_s, {});
    profile.database = u"secret"_s;
    const auto error = openingError(profile);
    COMPARE_KIND(error, ErrorKind::Privilege);
    QVERIFY2(error->message.contains("\"secret\""_L1), qPrintable(error->message));
}

void TestAccounts::tellsAnUnknownDatabaseFromAForbiddenOne()
{
    Profile profile = m_server.tcpProfile(u"nosuch"_s); // as root, who may see that
    profile.socket = m_server.socket();
    COMPARE_KIND(openingError(profile), ErrorKind::UnknownDatabase);
}

void TestAccounts::refusesAWriteWithoutThePrivilege()
{
    ScopedConnection connection(profileOf(u"eve"_s, {}));
    const auto error = errorOf([&connection] {
        Statement(connection, u"INSERT INTO tags VALUES ('Python')"_s).execute();
    });
    COMPARE_KIND(error, ErrorKind::Privilege);
    QVERIFY2(error->message.contains("INSERT"_L1), qPrintable(error->message));
}

void TestAccounts::goesToTheNextHostWhenOneDoesNotAnswer()
{
    Profile profile = profileOf(u"eve"_s, {});
    profile.hosts.insert(profile.hosts.begin(), Host{u"127.0.0.2"_s, 1});
    const ScopedConnection connection(profile);
    QCOMPARE(connection.report().host, u"127.0.0.1"_s);
}

void TestAccounts::doesNotTryAPasswordAtEveryHost()
{
    Profile profile = profileOf(u"ada"_s, u"guess"_s);
    profile.hosts.push_back(Host{u"127.0.0.2"_s, 1});
    COMPARE_KIND(openingError(profile), ErrorKind::Authentication);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestAccounts)
#include "TestAccounts.moc"
