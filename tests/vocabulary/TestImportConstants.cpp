// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Columns that every record of an import fills with the same value. */
class TestImportConstants : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void fillEveryRecord();
    void winOverAColumnOfTheFile();
    void standBesideAnExplicitMapping();
    void nullIsAValue();
    void updateAndLeaveAsAColumnWould();
    void fillARequiredColumn();
    void fillATableWithAKeyBesideTheName();
    void areRefused_data();
    void areRefused();
    void areRefusedBeforeAnythingIsRead();
    void areUndone();

private:
    QStringList rows()
    {
        return test::rowTexts(database(), u"SELECT tag_id, title, uses FROM tags"_s);
    }
};

void TestImportConstants::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::bytewise(),
                     u", title VARCHAR(8), uses INTEGER, shouted VARCHAR(190) GENERATED ALWAYS AS "
                     "(UPPER(tag_id)) VIRTUAL"_s);
}

void TestImportConstants::fillEveryRecord()
{
    auto request = test::importOf(u"Go\nRust\n"_s, FileFormat::Lines);
    request.constants = {{u"USES"_s, u"7"_s}, {u"title"_s, u""_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, inserted 2"_s);
    QCOMPARE(rows(), (QStringList{u"Go||7"_s, u"Rust||7"_s}));
}

void TestImportConstants::winOverAColumnOfTheFile()
{
    auto request = test::importOf(u"uses,tag_id,title\n1,Go,a\nmany,Rust,b\n"_s);
    request.constants = {{u"uses"_s, u"7"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, inserted 2"_s);
    QCOMPARE(rows(), (QStringList{u"Go|a|7"_s, u"Rust|b|7"_s}));
}

void TestImportConstants::standBesideAnExplicitMapping()
{
    auto request = test::importOf(u"word,size\nGo,3\n"_s);
    request.mapping = {{u"word"_s, u"tag_id"_s}, {u"size"_s, u"uses"_s}};
    request.constants = {{u"title"_s, u"same"_s}};
    test::import(database(), request);
    QCOMPARE(rows(), QStringList{u"Go|same|3"_s});
}

void TestImportConstants::nullIsAValue()
{
    database().execute(u"INSERT INTO tags (tag_id, title, uses) VALUES ('Go', 'x', 1)"_s);
    auto request = test::importOf(u"Go\nRust\n"_s, FileFormat::Lines, OnExisting::Update);
    request.constants = {{u"title"_s, std::nullopt}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, inserted 1, updated 1"_s);
    QCOMPARE(rows(), (QStringList{u"Go|NULL|1"_s, u"Rust|NULL|NULL"_s}));
}

void TestImportConstants::updateAndLeaveAsAColumnWould()
{
    database().execute(u"INSERT INTO tags (tag_id, uses) VALUES ('Go', 7), ('Rust', 1)"_s);
    auto request = test::importOf(u"Go\nRust\nC\n"_s, FileFormat::Lines);
    request.constants = {{u"uses"_s, u"7"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 3, inserted 1, unchanged 1, skipped 1"_s);
    request.onExisting = OnExisting::Update;
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 3, updated 1, unchanged 2"_s);
    QCOMPARE(rows(), (QStringList{u"C|NULL|7"_s, u"Go|NULL|7"_s, u"Rust|NULL|7"_s}));
}

void TestImportConstants::fillARequiredColumn()
{
    database().execute(u"DROP TABLE tags"_s);
    test::createTags(database(), test::bytewise(), u", kind VARCHAR(8) NOT NULL"_s);
    auto request = test::importOf(u"Go, Rust\n"_s, FileFormat::Lines);
    request.listSeparator = u","_s;
    request.constants = {{u"kind"_s, u"language"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, inserted 2"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s),
             (QStringList{u"Go|language"_s, u"Rust|language"_s}));
    request.constants = {{u"kind"_s, std::nullopt}};
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Usage);
}

void TestImportConstants::fillATableWithAKeyBesideTheName()
{
    database().execute(u"DROP TABLE tags"_s);
    const QString key =
        isMariaDb() ? u"id INTEGER PRIMARY KEY AUTO_INCREMENT"_s : u"id INTEGER PRIMARY KEY"_s;
    test::createTable(database(), u"tags (%1, name VARCHAR(20) NOT NULL UNIQUE, kind VARCHAR(9) "
                                  "NOT NULL)"_s.arg(key));
    database().execute(u"INSERT INTO tags (name, kind) VALUES ('Go', 'game'), ('C', 'language')"_s);
    auto request =
        test::importOf(u"name,kind\nGo,x\nRust,y\nC,z\n"_s, FileFormat::Csv, OnExisting::Update);
    request.constants = {{u"kind"_s, u"language"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 3, inserted 1, updated 1, unchanged 1"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT id, name, kind FROM tags"_s),
             (QStringList{u"1|Go|language"_s, u"2|C|language"_s, u"3|Rust|language"_s}));
    request.constants = {{u"id"_s, u"7"_s}};
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Usage);
}

void TestImportConstants::areRefused_data()
{
    QTest::addColumn<QStringList>("mapping");
    QTest::addColumn<QStringList>("constants");
    QTest::addColumn<QString>("sentence");
    const QStringList names{u"a>tag_id"_s};
    QTest::newRow("no such column") << names << QStringList{u"size=1"_s}
                                    << u"The table tags has no column size; check its name."_s;
    QTest::newRow("computed")
        << names << QStringList{u"shouted=A"_s}
        << u"The column shouted is computed by the database and cannot be set."_s;
    QTest::newRow("the name")
        << names << QStringList{u"tag_id=A"_s}
        << u"The column tag_id holds the names, which come from the file; it cannot have the same "
           "value in every record."_s;
    QTest::newRow("twice") << names << QStringList{u"uses=1"_s, u"Uses=2"_s}
                           << u"The column Uses is set twice."_s;
    QTest::newRow("mapped too")
        << QStringList{u"a>tag_id"_s, u"b>uses"_s} << QStringList{u"USES=1"_s}
        << u"uses is filled twice, by the file's column “b” and by a constant; choose one."_s;
    QTest::newRow("no number") << names << QStringList{u"uses=many"_s}
                               << u"“many” is not a whole number, which uses needs; correct it."_s;
    QTest::newRow("too long")
        << names << QStringList{u"title=much too long"_s}
        << u"“much too long” has 13 characters, but title holds 8; shorten it."_s;
}

void TestImportConstants::areRefused()
{
    QFETCH(const QStringList, mapping);
    QFETCH(const QStringList, constants);
    auto request = test::importOf(u"a,b\nGo,1\n"_s);
    for (const QString &entry : mapping)
        request.mapping.push_back({entry.section(u'>', 0, 0), entry.section(u'>', 1)});
    for (const QString &constant : constants)
        request.constants.push_back({constant.section(u'=', 0, 0), constant.section(u'=', 1)});
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::Usage);
    QTEST(error->message, "sentence");
    QCOMPARE(rows(), QStringList());
}

void TestImportConstants::areRefusedBeforeAnythingIsRead()
{
    ImportRequest request;
    request.source.path = u"/nonexistent/tags.csv"_s;
    request.constants = {{u"uses"_s, u"many"_s}};
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Usage);
}

void TestImportConstants::areUndone()
{
    database().execute(u"INSERT INTO tags (tag_id, title, uses) VALUES ('Go', 'x', 1)"_s);
    auto request = test::importOf(u"Go\nRust\n"_s, FileFormat::Lines, OnExisting::Update);
    request.constants = {{u"uses"_s, u"7"_s}};
    test::doneUndoneRedone(database(), test::vocabularyCalled({}), u"import"_s,
                           [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                               return importTags(connection, vocabulary, request,
                                                 [](const Progress &) {});
                           });
    QCOMPARE(rows(), (QStringList{u"Go|x|7"_s, u"Rust|NULL|7"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportConstants)
#include "TestImportConstants.moc"
