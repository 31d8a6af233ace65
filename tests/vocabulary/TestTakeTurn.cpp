// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TakeTurn.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "support/DatabaseTestCase.h"

#include <QCryptographicHash>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Under which name the turn is taken: every Tagsmith that works in the database has to know it. */
class TestTakeTurn : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void isTakenOncePerDatabase();
    void hasANameThatFits_data();
    void hasANameThatFits();

private:
    static bool isTaken(ScopedConnection &connection, const QString &name)
    {
        Statement statement(connection, u"SELECT IS_USED_LOCK(?) IS NOT NULL"_s);
        return statement.bind(name).execute().next() && statement.integer(0) != 0;
    }
};

void TestTakeTurn::isTakenOncePerDatabase()
{
    const Profile profile = database().profile();
    ScopedConnection other(profile);
    {
        ScopedConnection connection(profile);
        takeTurn(connection);
        takeTurn(connection); // it has it already
        if (TestDatabase::isMariaDb())
            QVERIFY(isTaken(other, u"tagsmith:"_s + profile.database));
    }
    takeTurn(other); // the turn has ended with the connection
}

void TestTakeTurn::hasANameThatFits_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("the longest that fits") << 55 << true;
    QTest::newRow("one more") << 56 << false;
    QTest::newRow("the longest of all") << 64 << false;
}

void TestTakeTurn::hasANameThatFits()
{
    QFETCH(int, length);
    QFETCH(bool, isWhole);
    if (!TestDatabase::isMariaDb())
        return; // has no such turns
    const QString name = u"ä"_s + QString(length - 1, u'b');
    database().execute(u"CREATE DATABASE `%1`"_s.arg(name));
    const auto drop = qScopeGuard([&] { database().execute(u"DROP DATABASE `%1`"_s.arg(name)); });
    Profile profile = database().profile();
    profile.database = name;
    ScopedConnection connection(profile);
    takeTurn(connection);
    const QByteArray hash =
        QCryptographicHash::hash((u"tagsmith:"_s + name).toUtf8(), QCryptographicHash::Sha1);
    const QString expected = isWhole ? name : QString::fromLatin1(hash.toHex());
    QVERIFY(isTaken(connection, u"tagsmith:"_s + expected));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestTakeTurn)
#include "TestTakeTurn.moc"
