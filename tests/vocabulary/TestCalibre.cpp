// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CalibreSteps.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/CalibreCategories.h"
#include "vocabulary/presets/CalibreFixture.h"
#include "vocabulary/presets/TagOperations.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Merge, rename and delete of the tags of a calibre library, which is always an SQLite file. */
class TestCalibre : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init()
    {
        DatabaseTestCase::init();
        if (!isMariaDb())
            load();
    }
    void merges();
    void renames();
    void refusesATwin();
    void deletes();
    void aDryRunLeavesEveryTable();
    void warnsOfSearchesAndOfCalibreItself();
    void aLibraryWithoutCategories();
    void categoriesThatCannotBeRead();
    void patchesCategories_data();
    void patchesCategories();

private:
    void load();
    QStringList links()
    {
        return test::rowTexts(database(), u"SELECT book, tag FROM books_tags_link"_s);
    }
    QStringList dirty()
    {
        return database().column(u"SELECT book FROM metadata_dirtied ORDER BY book"_s);
    }
    QByteArray categories()
    {
        const QString text = database()
                                 .column(u"SELECT val FROM preferences WHERE key = "
                                         "'user_categories'"_s)
                                 .constFirst();
        return QJsonDocument::fromJson(text.toUtf8()).toJson(QJsonDocument::Compact);
    }
};

void TestCalibre::load()
{
    test::createPresetTables(database(), u"calibre"_s);
    test::insertRows(
        database(), u"books"_s, u"id, title"_s,
        {{u"1"_s, u"One"_s}, {u"2"_s, u"Two"_s}, {u"3"_s, u"Three"_s}, {u"4"_s, u"Four"_s}});
    test::insertRows(database(), u"tags"_s, u"id, name, link"_s,
                     {{u"1"_s, u"Science fiction"_s, u"https://example.org"_s},
                      {u"2"_s, u"SF"_s, u""_s},
                      {u"3"_s, u"Sci-fi"_s, u""_s},
                      {u"4"_s, u"Crime"_s, u""_s}});
    test::insertRows(database(), u"books_tags_link"_s, u"book, tag"_s,
                     {{u"1"_s, u"1"_s},
                      {u"1"_s, u"2"_s},
                      {u"2"_s, u"2"_s},
                      {u"2"_s, u"3"_s},
                      {u"3"_s, u"3"_s},
                      {u"4"_s, u"4"_s}});
    test::insertRows(database(), u"metadata_dirtied"_s, u"book"_s, {{u"2"_s}});
    test::insertRows(
        database(), u"preferences"_s, u"key, val"_s,
        {{u"user_categories"_s, u"{\n  \"Fun\": [\n    [\n      \"SF\",\n      \"tags\",\n      "
                                "0\n    ],\n    [\n      \"SF\",\n      \"series\",\n      0\n    "
                                "]\n  ]\n}"_s},
         {u"saved_searches"_s, u"{\"Rockets\": \"tags:\\\"=SF\\\"\", \"Mine\": \"author:me\"}"_s}});
}

void TestCalibre::merges()
{
    if (isMariaDb())
        return;
    const Receipt receipt = test::mergeKeys(database(), {u"2"_s, u"3"_s}, u"1"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT id, name, link FROM tags"_s),
             (QStringList{u"1|Science fiction|https://example.org"_s, u"4|Crime|"_s}));
    QCOMPARE(links(), (QStringList{u"1|1"_s, u"2|1"_s, u"3|1"_s, u"4|4"_s}));
    QCOMPARE(dirty(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(categories(),
             QByteArray("{\"Fun\":[[\"Science fiction\",\"tags\",0],[\"SF\",\"series\",0]]}"));
    QCOMPARE(test::countTexts(receipt),
             QStringList{u"books_tags_link.tag: moved 2, collapsed 2, removed 0"_s});
}

void TestCalibre::renames()
{
    if (isMariaDb())
        return;
    test::renameByKey(database(), u"2"_s, u"Space"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT id, name FROM tags WHERE id = 2"_s),
             QStringList{u"2|Space"_s});
    QCOMPARE(dirty(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(categories(), QByteArray("{\"Fun\":[[\"Space\",\"tags\",0],[\"SF\",\"series\",0]]}"));
    test::renameByKey(database(), u"2"_s, u"SPACE"_s); // only the spelling
    QCOMPARE(categories(), QByteArray("{\"Fun\":[[\"SPACE\",\"tags\",0],[\"SF\",\"series\",0]]}"));
}

void TestCalibre::refusesATwin()
{
    if (isMariaDb())
        return;
    const QStringList before = test::contentsOf(database());
    const auto error = errorOf([this] { test::renameByKey(database(), u"4"_s, u"sf"_s); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestCalibre::deletes()
{
    if (isMariaDb())
        return;
    const Receipt receipt = test::deleteKeys(database(), {u"2"_s, u"4"_s});
    QCOMPARE(links(), (QStringList{u"1|1"_s, u"2|3"_s, u"3|3"_s}));
    QCOMPARE(database().column(u"SELECT id FROM tags ORDER BY id"_s),
             (QStringList{u"1"_s, u"3"_s}));
    QCOMPARE(dirty(), (QStringList{u"1"_s, u"2"_s, u"4"_s}));
    QCOMPARE(categories(), QByteArray("{\"Fun\":[[\"SF\",\"series\",0]]}"));
    QCOMPARE(receipt.tags, 2);
}

void TestCalibre::aDryRunLeavesEveryTable()
{
    if (isMariaDb())
        return;
    const QStringList before = test::contentsOf(database());
    QCOMPARE(test::mergeKeys(database(), {u"2"_s, u"3"_s}, u"1"_s, true).tags, 2);
    QCOMPARE(test::renameByKey(database(), u"2"_s, u"Space"_s, true).tags, 1);
    QCOMPARE(test::deleteKeys(database(), {u"2"_s}, true).tags, 1);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestCalibre::warnsOfSearchesAndOfCalibreItself()
{
    if (isMariaDb())
        return;
    const Receipt merged = test::mergeKeys(database(), {u"2"_s}, u"1"_s, true);
    QCOMPARE(merged.warnings.filter(u"calibre must be closed"_s).size(), 1);
    QCOMPARE(merged.warnings.filter(u"The saved search “Rockets” may name"_s).size(), 1);
    QCOMPARE(merged.aftercare.size(), size_t(2));
    const Receipt deleted = test::deleteKeys(database(), {u"4"_s}, true);
    QCOMPARE(deleted.warnings.filter(u"saved search"_s), QStringList());
}

void TestCalibre::aLibraryWithoutCategories()
{
    if (isMariaDb())
        return;
    database().execute(u"DELETE FROM preferences"_s);
    test::mergeKeys(database(), {u"2"_s}, u"1"_s);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM preferences"_s), 0);
}

void TestCalibre::categoriesThatCannotBeRead()
{
    if (isMariaDb())
        return;
    database().execute(u"UPDATE preferences SET val = '{broken'"_s);
    const Receipt receipt = test::mergeKeys(database(), {u"2"_s}, u"1"_s);
    QCOMPARE(receipt.warnings.filter(u"cannot be read"_s).size(), 1);
    QCOMPARE(database().column(u"SELECT DISTINCT val FROM preferences"_s),
             QStringList{u"{broken"_s});
}

void TestCalibre::patchesCategories_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("newName");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("renamed, whatever the case")
        << QByteArray(R"({"a":[["sf","tags",0],["x","tags",1]]})") << u"Space"_s
        << QByteArray(R"({"a":[["Space","tags",0],["x","tags",1]]})");
    QTest::newRow("deleted") << QByteArray(R"({"a":[["SF","tags",0]],"b":[]})") << QString()
                             << QByteArray(R"({"a":[],"b":[]})");
    QTest::newRow("two sources") << QByteArray(R"({"a":[["SF","tags",0],["Sci-fi","tags",0]]})")
                                 << u"Space"_s << QByteArray(R"({"a":[["Space","tags",0]]})");
    QTest::newRow("the target is there")
        << QByteArray(R"({"a":[["SF","tags",0],["space","tags",0]],"b":[["SF","tags",0]]})")
        << u"Space"_s << QByteArray(R"({"a":[["space","tags",0]],"b":[["Space","tags",0]]})");
    QTest::newRow("other fields and shapes")
        << QByteArray(R"({"a":[["SF","authors",0],["SF"],"SF",7],"b":"SF"})") << u"Space"_s
        << QByteArray(R"({"a":[["SF","authors",0],["SF"],"SF",7],"b":"SF"})");
    QTest::newRow("no object") << QByteArray("[]") << u"Space"_s << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{") << u"Space"_s << QByteArray();
}

void TestCalibre::patchesCategories()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, newName);
    QFETCH(const QByteArray, after);
    const auto patched = patchedCalibreCategories(before, {u"SF"_s, u"Sci-fi"_s}, newName);
    QCOMPARE(patched.has_value(), !after.isNull());
    if (patched)
        QCOMPARE(QJsonDocument::fromJson(*patched).toJson(QJsonDocument::Compact), after);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCalibre)
#include "TestCalibre.moc"
