// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConnectDialog.h"
#include "gui/ConnectHosts.h"
#include "gui/DialogTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** A socket on which somebody listens who never says a word. */
class SilentServer
{
public:
    SilentServer() : m_handle(socket(AF_UNIX, SOCK_STREAM, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = path().toUtf8();
        std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
        if (bind(m_handle, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 ||
            listen(m_handle, 1) != 0)
            qFatal("The silent server cannot listen.");
    }
    ~SilentServer() { hangUp(); }
    Q_DISABLE_COPY_MOVE(SilentServer)

    QString path() const { return m_folder.filePath(u"socket"_s); }
    bool hasClient() const
    {
        pollfd waiting{m_handle, POLLIN, 0};
        return poll(&waiting, 1, 0) > 0;
    }
    void hangUp()
    {
        if (m_handle >= 0)
            close(m_handle);
        m_handle = -1;
    }

private:
    QTemporaryDir m_folder;
    int m_handle;
};

class TestConnectDialog : public DialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void connectsToTheDatabase();
    void givesBackTheProfileItWasGiven_data();
    void givesBackTheProfileItWasGiven();
    void saysWhatIsMissing();
    void readsHosts_data();
    void readsHosts();
    void tellsWhatWasNegotiated();
    void saysWhyATestFailed();
    void dropsTheAnswerOfAnEarlierTest();
    void cancelsATest();
    void keepsThePasswordHidden();

private:
    static bool canConnect(const ConnectDialog &dialog)
    {
        return find<QAbstractButton>(dialog, "connectButton")->isEnabled();
    }
    static QString fact(const ConnectDialog &dialog, const char *name)
    {
        const auto *label = dialog.findChild<QLabel *>(QString::fromLatin1(name));
        return label ? label->text() : QString();
    }
    static void type(const ConnectDialog &dialog, const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(dialog, name);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static Profile serverProfile(const QString &host, int port)
    {
        Profile profile;
        profile.driver = Driver::Mysql;
        profile.hosts = {{host, port}};
        profile.user = u"root"_s;
        profile.database = u"test_db"_s;
        return profile;
    }
};

void TestConnectDialog::connectsToTheDatabase()
{
    ConnectDialog dialog(repository());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.open();
    QVERIFY(!canConnect(dialog));
    const Profile wanted = database().profile();
    if (isMariaDb()) {
        find<QComboBox>(dialog, "driverChoice")->setCurrentIndex(1);
        QVERIFY(!find(dialog, "fileEdit")->isVisible());
        QTest::keyClick(find(dialog, "socketRadio"), Qt::Key_Space);
        type(dialog, "socketEdit", wanted.socket);
        type(dialog, "userEdit", wanted.user);
        type(dialog, "passwordEdit", wanted.password);
        type(dialog, "databaseEdit", wanted.database);
    } else {
        QVERIFY(!find(dialog, "hostEdit")->isVisible());
        type(dialog, "fileEdit", wanted.path);
    }
    QVERIFY(canConnect(dialog));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QVERIFY(!dialog.isVisible());
    QVERIFY(answerOf(repository().testConnection(dialog.profile())).ok());
}

void TestConnectDialog::givesBackTheProfileItWasGiven_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("file") << u"sqlite:/home/ada/tags.db"_s;
    QTest::newRow("host") << u"mysql://ada@db.example.org/blog"_s;
    QTest::newRow("port") << u"mysql://ada@db.example.org:3307/blog"_s;
    QTest::newRow("hosts") << u"mysql://ada@db1:3307,db2,db3:3308/blog"_s;
    QTest::newRow("IPv6") << u"mysql://ada@[::1]:3307,[::2]/blog"_s;
    QTest::newRow("localhost") << u"mysql://ada@localhost/blog"_s;
    QTest::newRow("socket") << u"mysql://ada@/blog?socket=/run/mysqld/mysqld.sock"_s;
    QTest::newRow("required") << u"mysql://ada@db/blog?tls=require"_s;
    QTest::newRow("verified") << u"mysql://ada@db/blog?tls=verify&tls-ca=/etc/ca.pem"_s;
}

void TestConnectDialog::givesBackTheProfileItWasGiven()
{
    QFETCH(QString, url);
    const Result<Profile> read = Profile::fromUrl(url);
    QVERIFY(read.ok());
    Profile profile = *read;
    if (profile.driver == Driver::Mysql)
        profile.password = u"a secret"_s;

    ConnectDialog dialog(repository());
    dialog.setProfile(serverProfile(u"somewhere.else"_s, 3399));
    dialog.setProfile(profile);
    QVERIFY(canConnect(dialog));
    QCOMPARE(dialog.profile().toUrl(), url);
    QVERIFY(dialog.profile() == profile);
}

void TestConnectDialog::saysWhatIsMissing()
{
    ConnectDialog dialog(repository());
    dialog.open();
    QCOMPARE(message(dialog, "problemMessage"), u"Choose the SQLite file."_s);
    QVERIFY(!find(dialog, "testButton")->isEnabled());
    find<QComboBox>(dialog, "driverChoice")->setCurrentIndex(1);
    QCOMPARE(message(dialog, "problemMessage"), u"Name the host of the server."_s);
    type(dialog, "hostEdit", u"db:70000"_s);
    QVERIFY(message(dialog, "problemMessage").contains(u"“70000” is not a port"_s));
    type(dialog, "hostEdit", u"db"_s);
    QCOMPARE(message(dialog, "problemMessage"), u"Give the name of the database."_s);
    type(dialog, "databaseEdit", u"blog"_s);
    QCOMPARE(message(dialog, "problemMessage"), QString());
    QVERIFY(canConnect(dialog));
    click(dialog, "socketRadio");
    QCOMPARE(message(dialog, "problemMessage"), u"Choose the server's socket."_s);
    QVERIFY(!canConnect(dialog));
    QVERIFY(!find(dialog, "caEdit")->isEnabled());
    find<QComboBox>(dialog, "tlsChoice")->setCurrentIndex(2);
    QVERIFY(find(dialog, "caEdit")->isEnabled());
}

void TestConnectDialog::readsHosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QList<int>>("ports");
    QTest::newRow("one") << u"db"_s << QStringList(u"db"_s) << QList<int>{3310};
    QTest::newRow("spaces") << u" db1 , db2:3307, "_s << QStringList({u"db1"_s, u"db2"_s})
                            << QList<int>{3310, 3307};
    QTest::newRow("bare IPv6") << u"fe80::1"_s << QStringList(u"fe80::1"_s) << QList<int>{3310};
    QTest::newRow("IPv6") << u"[fe80::1]:99"_s << QStringList(u"fe80::1"_s) << QList<int>{99};
    QTest::newRow("localhost by TCP")
        << u"localhost"_s << QStringList(u"127.0.0.1"_s) << QList<int>{3310};
    QTest::newRow("nothing") << u" , "_s << QStringList() << QList<int>();
    QTest::newRow("no name") << u":3306"_s << QStringList() << QList<int>();
    QTest::newRow("no port") << u"db:"_s << QStringList() << QList<int>();
    QTest::newRow("unclosed") << u"[fe80::1"_s << QStringList() << QList<int>();
}

void TestConnectDialog::readsHosts()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    QFETCH(QList<int>, ports);
    const Result<std::vector<Host>> hosts = hostsFromText(text, 3310);
    QCOMPARE(hosts.ok(), !names.isEmpty());
    if (!hosts) {
        QVERIFY(hosts.error().message.endsWith(u'.'));
        return;
    }
    QCOMPARE(hosts->size(), static_cast<size_t>(names.size()));
    for (size_t i = 0; i < hosts->size(); ++i) {
        QCOMPARE((*hosts)[i].name, names[static_cast<qsizetype>(i)]);
        QCOMPARE((*hosts)[i].port, ports[static_cast<qsizetype>(i)]);
    }
}

void TestConnectDialog::tellsWhatWasNegotiated()
{
    ConnectDialog dialog(repository());
    dialog.setProfile(database().profile());
    dialog.open();
    test::saveScreenshot(dialog, u"connect-"_s + (isMariaDb() ? u"server"_s : u"file"_s));
    click(dialog, "testButton");
    QVERIFY(find<QAbstractButton>(dialog, "testButton")->text().contains(u"Cancel"_s));
    QTRY_VERIFY(find(dialog, "testReport")->isVisible());
    QVERIFY(fact(dialog, "serverFact").startsWith(isMariaDb() ? u"MariaDB "_s : u"SQLite "_s));
    if (isMariaDb()) {
        QCOMPARE(fact(dialog, "characterSetFact"), u"utf8mb4"_s);
        QVERIFY(fact(dialog, "sqlModeFact").contains(u"STRICT_"_s));
        QCOMPARE(fact(dialog, "cipherFact"), u"not encrypted"_s);
        QCOMPARE(fact(dialog, "certificateFact"), u"not verified"_s);
        QVERIFY(fact(dialog, "connectionFact").toInt() > 0);
    } else {
        QCOMPARE(fact(dialog, "characterSetFact"), u"UTF-8"_s);
        QVERIFY(fact(dialog, "cipherFact").isEmpty());
    }
    QCOMPARE(fact(dialog, "accessFact"), u"read and write"_s);
    QVERIFY(find<QAbstractButton>(dialog, "testButton")->text().contains(u"Test"_s));
    test::saveScreenshot(dialog, u"connect-report-"_s + (isMariaDb() ? u"server"_s : u"file"_s));

    // What was negotiated for other fields says nothing about these.
    type(dialog, isMariaDb() ? "databaseEdit" : "fileEdit", u"another"_s);
    QVERIFY(!find(dialog, "testReport")->isVisible());
}

void TestConnectDialog::saysWhyATestFailed()
{
    Profile profile = database().profile();
    if (isMariaDb())
        profile.database = u"no_such_database"_s;
    else
        profile.path = u"/nowhere/no_such_database.db"_s;
    ConnectDialog dialog(repository());
    dialog.setProfile(profile);
    dialog.open();
    click(dialog, "testButton");
    QTRY_VERIFY(message(dialog, "testMessage").contains(u"no_such_database"_s));
    QVERIFY(!find(dialog, "testReport")->isVisible());
    QVERIFY(canConnect(dialog));
    test::saveScreenshot(dialog, u"connect-error"_s);
}

void TestConnectDialog::dropsTheAnswerOfAnEarlierTest()
{
    ConnectDialog dialog(repository());
    dialog.setProfile(database().profile());
    dialog.open();
    click(dialog, "testButton");
    find<QComboBox>(dialog, "driverChoice")->setCurrentIndex(isMariaDb() ? 0 : 1);
    QVERIFY(find<QAbstractButton>(dialog, "testButton")->text().contains(u"Test"_s));
    QTRY_COMPARE(repository().runningOperations(), 0);
    QCoreApplication::processEvents();
    QVERIFY(!find(dialog, "testReport")->isVisible());
    QVERIFY(message(dialog, "testMessage").startsWith(u"The test opens"_s));
}

void TestConnectDialog::cancelsATest()
{
    SilentServer server;
    Profile profile = serverProfile({}, 0);
    profile.hosts.clear();
    profile.socket = server.path();
    ConnectDialog dialog(repository());
    dialog.setProfile(profile);
    dialog.open();
    click(dialog, "testButton");
    QTRY_VERIFY(server.hasClient());
    QVERIFY(find(dialog, "testBusy")->isVisible());
    QVERIFY(find<QAbstractButton>(dialog, "testButton")->text().contains(u"Cancel"_s));
    test::saveScreenshot(dialog, u"connect-testing"_s);
    click(dialog, "testButton");
    QCOMPARE(message(dialog, "testMessage"), u"The test was cancelled."_s);
    QVERIFY(!find(dialog, "testBusy")->isVisible());

    server.hangUp(); // the operation ends, and its answer is one that nobody waits for
    QTRY_COMPARE(repository().runningOperations(), 0);
    QCOMPARE(message(dialog, "testMessage"), u"The test was cancelled."_s);
}

void TestConnectDialog::keepsThePasswordHidden()
{
    ConnectDialog dialog(repository());
    dialog.setProfile(serverProfile(u"db"_s, 3306));
    dialog.open();
    type(dialog, "passwordEdit", u"open sesame"_s);
    QCOMPARE(dialog.profile().password, u"open sesame"_s);
    QVERIFY(find<QLineEdit>(dialog, "passwordEdit")->displayText() != u"open sesame"_s);
    QVERIFY(find<QLabel>(dialog, "passwordNote")->text().contains(u"memory"_s));
    // A file has no password; nothing of it is left over.
    find<QComboBox>(dialog, "driverChoice")->setCurrentIndex(0);
    QVERIFY(dialog.profile().password.isEmpty());
}

QTEST_MAIN(TestConnectDialog)
#include "TestConnectDialog.moc"
