// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Profile.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

Profile mysqlProfile()
{
    Profile profile;
    profile.driver = Driver::Mysql;
    profile.hosts = {{u"db.example.org"_s}};
    profile.user = u"ann"_s;
    profile.database = u"shop"_s;
    return profile;
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private slots:
    void readsSqlite();
    void readsEveryPartOfAServerUrl();
    void readsSeveralHosts();
    void readsASocket();
    void readsReadOnly();
    void namedPortMeansTcp();
    void readsEncodedParts();
    void comesBackFromItsUrl_data();
    void comesBackFromItsUrl();
    void urlHasNoPassword();
    void refuses_data();
    void refuses();
    void displayNameIsShort();
};

void TestProfile::readsSqlite()
{
    const auto profile = Profile::fromUrl(u"sqlite:/data/my tags?100%.db"_s);
    QVERIFY(profile.ok());
    QCOMPARE(profile->driver, Driver::Sqlite);
    QCOMPARE(profile->path, u"/data/my tags?100%.db"_s);
    QVERIFY(!profile->createFile);
}

void TestProfile::readsEveryPartOfAServerUrl()
{
    const auto profile = Profile::fromUrl(
        u"mysql://ann@db.example.org:3307/shop?tls=verify&tls-ca=/etc/ssl/my%20ca.pem"_s);
    QVERIFY(profile.ok());
    QCOMPARE(profile->driver, Driver::Mysql);
    QCOMPARE(profile->hosts, (std::vector<Host>{{u"db.example.org"_s, 3307}}));
    QCOMPARE(profile->user, u"ann"_s);
    QCOMPARE(profile->database, u"shop"_s);
    QCOMPARE(profile->tls, TlsMode::Verify);
    QCOMPARE(profile->tlsCa, u"/etc/ssl/my ca.pem"_s);
    QVERIFY(profile->password.isEmpty());

    QCOMPARE(Profile::fromUrl(u"mariadb://ann@db.example.org/shop"_s).value(), mysqlProfile());
    QCOMPARE(Profile::fromUrl(u"mysql://h/d?tls=require"_s)->tls, TlsMode::Require);
    QCOMPARE(Profile::fromUrl(u"mysql://h/d?tls=off"_s)->tls, TlsMode::Off);
    QVERIFY(Profile::fromUrl(u"mysql://h/d"_s)->user.isEmpty());
}

void TestProfile::readsSeveralHosts()
{
    const auto profile = Profile::fromUrl(u"mysql://u@one,two:3307,[::1]:3308,[fe80::2]/d"_s);
    QVERIFY(profile.ok());
    QCOMPARE(profile->hosts,
             (std::vector<Host>{
                 {u"one"_s, 3306}, {u"two"_s, 3307}, {u"::1"_s, 3308}, {u"fe80::2"_s, 3306}}));
}

void TestProfile::readsASocket()
{
    const auto profile = Profile::fromUrl(u"mysql://ann@/shop?socket=/run/mysqld/mysqld.sock"_s);
    QVERIFY(profile.ok());
    QCOMPARE(profile->socket, u"/run/mysqld/mysqld.sock"_s);
    QVERIFY(profile->hosts.empty());
    QCOMPARE(profile->user, u"ann"_s);

    const auto withHost = Profile::fromUrl(u"mysql://ann@localhost/shop?socket=/s"_s);
    QCOMPARE(withHost->socket, u"/s"_s);
    QCOMPARE(withHost->hosts.size(), size_t(1));
}

void TestProfile::readsReadOnly()
{
    const auto file = Profile::fromUrl(u"sqlite:/data/what?.db?read-only=yes"_s);
    QVERIFY(file.ok());
    QVERIFY(file->readOnly);
    QCOMPARE(file->path, u"/data/what?.db"_s);
    QCOMPARE(file->toUrl(), u"sqlite:/data/what?.db?read-only=yes"_s);
    // Anything else after a question mark is a part of the path.
    for (const auto &path : {u"/data/a?read-only=no"_s, u"/data/a?read-only=yes&x"_s,
                             u"/data/a?read-only=yes.db"_s, u"/data/a?Read-Only=yes"_s}) {
        const auto other = Profile::fromUrl(u"sqlite:"_s + path);
        QVERIFY(other.ok());
        QVERIFY(!other->readOnly);
        QCOMPARE(other->path, path);
    }
    const auto server = Profile::fromUrl(u"mysql://ann@db/shop?tls=require&read-only=yes"_s);
    QVERIFY(server.ok());
    QVERIFY(server->readOnly);
    QCOMPARE(server->toUrl(), u"mysql://ann@db/shop?tls=require&read-only=yes"_s);
    QVERIFY(!Profile::fromUrl(u"mysql://ann@db/shop?read-only=no"_s)->readOnly);
    QVERIFY(!Profile::fromUrl(u"mysql://ann@db/shop"_s)->readOnly);
}

void TestProfile::namedPortMeansTcp()
{
    QCOMPARE(Profile::fromUrl(u"mysql://localhost/d"_s)->hosts.front().name, u"localhost"_s);
    QCOMPARE(Profile::fromUrl(u"mysql://localhost:3306/d"_s)->hosts.front().name, u"127.0.0.1"_s);
}

void TestProfile::readsEncodedParts()
{
    const auto profile = Profile::fromUrl(u"mysql://a%40b%3Ac@h/my%2Fdb%3F?socket=/a%26b+c%25"_s);
    QVERIFY(profile.ok());
    QCOMPARE(profile->user, u"a@b:c"_s);
    QCOMPARE(profile->database, u"my/db?"_s);
    QCOMPARE(profile->socket, u"/a&b+c%"_s);
}

void TestProfile::comesBackFromItsUrl_data()
{
    QTest::addColumn<Profile>("profile");
    Profile sqlite;
    sqlite.path = u"/home/ann/Übersicht & tags#1 50%25.sqlite"_s;
    QTest::newRow("sqlite") << sqlite;
    QTest::newRow("plain") << mysqlProfile();

    Profile odd = mysqlProfile();
    odd.user = u"ann@home:%41/ü"_s;
    odd.database = u"my db/?#&=%20"_s;
    odd.tls = TlsMode::Verify;
    odd.tlsCa = u"/etc/a&b=c+d %41/ö.pem"_s;
    QTest::newRow("odd characters") << odd;

    Profile hosts = mysqlProfile();
    hosts.hosts = {{u"a"_s, 3307}, {u"::1"_s, 3306}, {u"fe80::1%eth0"_s, 4000}};
    QTest::newRow("hosts") << hosts;

    Profile socket = mysqlProfile();
    socket.hosts.clear();
    socket.socket = u"/tmp/a b?&#%20+/mysql.sock"_s;
    QTest::newRow("socket") << socket;

    Profile nobody = mysqlProfile();
    nobody.user.clear();
    nobody.tls = TlsMode::Require;
    QTest::newRow("no user") << nobody;
}

void TestProfile::comesBackFromItsUrl()
{
    QFETCH(const Profile, profile);
    const auto read = Profile::fromUrl(profile.toUrl());
    QVERIFY2(read.ok(), qPrintable(profile.toUrl()));
    QVERIFY2(*read == profile, qPrintable(profile.toUrl() + u" became "_s + read->toUrl()));
}

void TestProfile::urlHasNoPassword()
{
    Profile profile = mysqlProfile();
    profile.password = u"hunter2"_s;
    QVERIFY(!profile.toUrl().contains(u"hunter2"_s));
    QVERIFY(!profile.displayName().contains(u"hunter2"_s));
}

void TestProfile::refuses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("about"); // what the sentence has to speak of
    QTest::newRow("empty") << u""_s << u"sqlite:PATH"_s;
    QTest::newRow("a path") << u"/data/tags.db"_s << u"sqlite:PATH"_s;
    QTest::newRow("another scheme") << u"postgresql://h/d"_s << u"mysql://"_s;
    QTest::newRow("no file") << u"sqlite:"_s << u"no file"_s;
    QTest::newRow("no database") << u"mysql://ann@h"_s << u"no database"_s;
    QTest::newRow("empty database") << u"mysql://ann@h/?tls=off"_s << u"no database"_s;
    QTest::newRow("no host") << u"mysql://ann@/d"_s << u"no host"_s;
    QTest::newRow("host missing in list") << u"mysql://a,,b/d"_s << u"no host"_s;
    QTest::newRow("password") << u"mysql://ann:secret@h/d"_s << u"TAGSMITH_PASSWORD"_s;
    QTest::newRow("empty password") << u"mysql://ann:@h/d"_s << u"TAGSMITH_PASSWORD"_s;
    QTest::newRow("port 0") << u"mysql://h:0/d"_s << u"not a port"_s;
    QTest::newRow("port too big") << u"mysql://h:65536/d"_s << u"65535"_s;
    QTest::newRow("port no number") << u"mysql://h:abc/d"_s << u"abc"_s;
    QTest::newRow("no port") << u"mysql://h:/d"_s << u"not a port"_s;
    QTest::newRow("bracket") << u"mysql://[::1/d"_s << u"bracket"_s;
    QTest::newRow("tls mode") << u"mysql://h/d?tls=on"_s << u"tls=verify"_s;
    QTest::newRow("tls-ca in the clear") << u"mysql://h/d?tls-ca=/ca.pem"_s << u"tls=verify"_s;
    QTest::newRow("tls-ca with tls off") << u"mysql://h/d?tls=off&tls-ca=/c"_s << u"tls=verify"_s;
    QTest::newRow("no file, read-only") << u"sqlite:?read-only=yes"_s << u"no file"_s;
    QTest::newRow("read-only") << u"mysql://h/d?read-only=1"_s << u"read-only=yes"_s;
    QTest::newRow("option") << u"mysql://h/d?ssl=1"_s << u"\"ssl\""_s;
}

void TestProfile::refuses()
{
    QFETCH(const QString, url);
    QFETCH(const QString, about);
    const auto profile = Profile::fromUrl(url);
    QVERIFY(!profile.ok());
    QCOMPARE(profile.error().kind, ErrorKind::Usage);
    QVERIFY2(profile.error().message.contains(about), qPrintable(profile.error().message));
    QVERIFY(!profile.error().message.contains(u"secret"_s));
}

void TestProfile::displayNameIsShort()
{
    Profile sqlite;
    sqlite.path = u"/home/ann/tags.sqlite"_s;
    QCOMPARE(sqlite.displayName(), u"tags.sqlite"_s);
    QCOMPARE(mysqlProfile().displayName(), u"shop on db.example.org"_s);
    Profile socket = mysqlProfile();
    socket.socket = u"/run/mysqld.sock"_s;
    QCOMPARE(socket.displayName(), u"shop on /run/mysqld.sock"_s);
}

QTEST_GUILESS_MAIN(TestProfile)

#include "TestProfile.moc"
