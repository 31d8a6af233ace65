// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/MappingStore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What the user saves about a database is there at the next start, and for that database only. */
class TestMappingStore : public QObject
{
    Q_OBJECT

private:
    static Profile server(const QString &host, const QString &user)
    {
        Profile profile;
        profile.driver = Driver::Mysql;
        profile.hosts = {{host, 3306}};
        profile.user = user;
        profile.database = u"shop"_s;
        return profile;
    }

    static VocabularyMapping mapping(const QString &name)
    {
        VocabularyMapping mapping;
        mapping.name = name;
        mapping.preset = u"table"_s;
        mapping.table = u"labels"_s;
        mapping.keyName = u"id"_s;
        mapping.nameName = u"title"_s;
        mapping.scope = {{u"gone"_s, std::nullopt}, {u"kind"_s, u"a'b"_s}};
        Reference reference;
        reference.table = u"items"_s;
        reference.column = u"label_id"_s;
        reference.objects = {{{u"item_id"_s}, false}};
        mapping.references = {reference};
        return mapping;
    }

    static QString storePath()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
               u"/vocabularies.json"_s;
    }

    std::unique_ptr<QTemporaryDir> m_home;

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->filePath(u"config"_s)));
        QCoreApplication::setApplicationName(u"tagsmith"_s);
    }

    void isThereAtTheNextStart()
    {
        const Profile profile = server(u"db.example.org"_s, u"ada"_s);
        QVERIFY(MappingStore().mappings(profile).empty());
        QVERIFY(!MappingStore().save(profile, mapping(u"Labels"_s)));
        const auto found = MappingStore().mappings(profile);
        QCOMPARE(found.size(), 1U);
        QVERIFY(found.front() == mapping(u"Labels"_s));
    }

    void belongsToTheDatabaseNotToTheUser()
    {
        QVERIFY(!MappingStore().save(server(u"db.example.org"_s, u"ada"_s), mapping(u"L"_s)));
        QCOMPARE(MappingStore().mappings(server(u"db.example.org"_s, u"bob"_s)).size(), 1U);
        QVERIFY(MappingStore().mappings(server(u"other.example.org"_s, u"ada"_s)).empty());
    }

    void replacesTheOneOfTheSameName()
    {
        const Profile profile = server(u"db"_s, u"ada"_s);
        QVERIFY(!MappingStore().save(profile, mapping(u"Labels"_s)));
        VocabularyMapping other = mapping(u"labels"_s);
        other.slugColumn = u"slug"_s;
        QVERIFY(!MappingStore().save(profile, other));
        const auto found = MappingStore().mappings(profile);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().slugColumn, u"slug"_s);
    }

    void forgetsOneAndKeepsTheOthers()
    {
        const Profile profile = server(u"db"_s, u"ada"_s);
        QVERIFY(!MappingStore().save(profile, mapping(u"a"_s)));
        QVERIFY(!MappingStore().save(profile, mapping(u"b"_s)));
        QVERIFY(!MappingStore().remove(profile, u"A"_s));
        const auto found = MappingStore().mappings(profile);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().name, u"b"_s);
    }

    void neverOverwritesAFileThatItCannotRead()
    {
        QDir().mkpath(QFileInfo(storePath()).path());
        QFile file(storePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{\"half\":");
        file.close();
        const auto error = MappingStore().save(server(u"db"_s, u"ada"_s), mapping(u"a"_s));
        QVERIFY(error);
        QVERIFY2(error->message.contains(storePath()), qPrintable(error->message));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("[{\"half\":"));
    }
};

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMappingStore)
#include "TestMappingStore.moc"
