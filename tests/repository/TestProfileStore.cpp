// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/ProfileStore.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestProfileStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isEmptyToBeginWith();
    void theNewestComesFirst();
    void keepsTenAtMost();
    void keepsEverythingButThePassword();
    void isForItsOwnerAlone();
    void closesAFileThatWasOpenToOthers();
    void givesEachANameOfItsOwn();
    void forgets();
    void passesOverNonsense();
    void anSqliteFileIsFoundFromAnywhere();
    void theEmbeddedFile();

private:
    static Profile server(const QString &host);
    QStringList names() const;
    QString settingsFile() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestProfileStore::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(u"config"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(u"data"_s)));
    QCoreApplication::setApplicationName(u"tagsmith"_s);
}

Profile TestProfileStore::server(const QString &host)
{
    Profile profile;
    profile.driver = Driver::Mysql;
    profile.hosts = {{host, 3306}};
    profile.user = u"ada"_s;
    profile.password = u"s3cret-Password"_s;
    profile.database = u"tags"_s;
    return profile;
}

QStringList TestProfileStore::names() const
{
    QStringList names;
    const auto entries = ProfileStore().recent();
    for (const auto &entry : entries)
        names << entry.name;
    return names;
}

QString TestProfileStore::settingsFile() const
{
    QDirIterator files(m_home->filePath(u"config"_s), {u"*.ini"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

void TestProfileStore::isEmptyToBeginWith()
{
    QVERIFY(ProfileStore().recent().empty());
    QVERIFY(!ProfileStore().find(u"tags on db"_s));
}

void TestProfileStore::theNewestComesFirst()
{
    ProfileStore store;
    store.remember(server(u"one"_s));
    store.remember(server(u"two"_s));
    store.remember(server(u"three"_s));
    QCOMPARE(names(), (QStringList{u"tags on three"_s, u"tags on two"_s, u"tags on one"_s}));
    store.remember(server(u"one"_s)); // known already: it moves up
    QCOMPARE(names(), (QStringList{u"tags on one"_s, u"tags on three"_s, u"tags on two"_s}));
}

void TestProfileStore::keepsTenAtMost()
{
    ProfileStore store;
    for (int i = 1; i <= 14; ++i)
        store.remember(server(u"host%1"_s.arg(i)));
    QCOMPARE(names().size(), 10);
    QCOMPARE(names().constFirst(), u"tags on host14"_s);
    QCOMPARE(names().constLast(), u"tags on host5"_s);
}

void TestProfileStore::keepsEverythingButThePassword()
{
    Profile profile = server(u"db.example.org"_s);
    profile.hosts.push_back({u"db2.example.org"_s, 3307});
    profile.tls = TlsMode::Verify;
    profile.tlsCa = u"/etc/ssl/my ca;1.pem"_s;
    ProfileStore().remember(profile);
    const auto found = ProfileStore().find(ProfileStore().recent().at(0).name);
    QVERIFY(found);
    profile.password.clear();
    QCOMPARE(*found, profile);

    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int count = 0;
    for (; files.hasNext(); ++count) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("s3cret"), qPrintable(file.fileName()));
    }
    QVERIFY(count > 0);
}

void TestProfileStore::isForItsOwnerAlone()
{
    ProfileStore store;
    for (int i = 0; i < 3; ++i) { // also when it is written anew
        store.remember(server(u"host%1"_s.arg(i)));
        const QFileInfo file(settingsFile());
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(file.exists());
        QVERIFY(!(file.permissions() & (others | QFile::ExeOwner)));
        QVERIFY(file.permissions() & QFile::ReadOwner);
        QVERIFY(!(QFileInfo(file.path()).permissions() & others));
    }
}

void TestProfileStore::closesAFileThatWasOpenToOthers()
{
    ProfileStore store;
    store.remember(server(u"one"_s));
    QFile file(settingsFile());
    QVERIFY(file.setPermissions(file.permissions() | QFile::ReadGroup | QFile::ReadOther));
    store.remember(server(u"two"_s));
    QVERIFY(!(QFileInfo(settingsFile()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(names().size(), 2);
}

void TestProfileStore::givesEachANameOfItsOwn()
{
    ProfileStore store;
    Profile other = server(u"one"_s);
    other.user = u"bob"_s;
    store.remember(server(u"one"_s));
    store.remember(other);
    QCOMPARE(names(), (QStringList{u"tags on one (2)"_s, u"tags on one"_s}));
    QCOMPARE(store.find(u"tags on one (2)"_s)->user, u"bob"_s);
    store.remember(other); // its name stays
    QCOMPARE(names().constFirst(), u"tags on one (2)"_s);
}

void TestProfileStore::forgets()
{
    ProfileStore store;
    store.remember(server(u"one"_s));
    store.remember(server(u"two"_s));
    store.forget(u"tags on two"_s);
    store.forget(u"tags on nowhere"_s);
    QCOMPARE(names(), QStringList{u"tags on one"_s});
    store.forget(u"tags on one"_s);
    QCOMPARE(names(), QStringList());
}

void TestProfileStore::passesOverNonsense()
{
    ProfileStore store;
    store.remember(server(u"one"_s));
    store.remember(server(u"two"_s));
    QFile file(settingsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    QVERIFY(text.contains("mysql://ada@two"));
    text.replace("mysql://ada@two", "gopher:two");
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QCOMPARE(names(), QStringList{u"tags on one"_s});
}

void TestProfileStore::anSqliteFileIsFoundFromAnywhere()
{
    Profile profile;
    profile.path = u"my tags.sqlite"_s;
    ProfileStore().remember(profile);
    const auto entry = ProfileStore().recent().at(0);
    QVERIFY(QFileInfo(entry.profile.path).isAbsolute());
    QVERIFY(entry.profile.path.endsWith(u"/my tags.sqlite"_s));
}

void TestProfileStore::theEmbeddedFile()
{
    const Profile profile = embeddedProfile();
    QCOMPARE(profile.driver, Driver::Sqlite);
    QVERIFY(profile.createFile);
    QVERIFY(profile.isEmbedded);
    QVERIFY2(profile.path.startsWith(m_home->filePath(u"data/"_s)), qPrintable(profile.path));
    const QFileInfo folder(QFileInfo(profile.path).path());
    QVERIFY(folder.isDir());
    QVERIFY(!(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestProfileStore)
#include "TestProfileStore.moc"
