// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Several names in one cell of the file. */
class TestImportLists : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void dividesACell_data();
    void dividesACell();
    void withoutASeparatorACellIsAName();
    void everyNameGetsTheSameValues();
    void aWrongValueRejectsEveryName();
    void aBrokenRecordIsOne();
    void aNameThatCannotBeStoredIsRejectedAlone();
    void theSameNameTwiceInACell();
    void manyNamesInOneCell();
    void onlyTheRejectedNamesAreWritten_data();
    void onlyTheRejectedNamesAreWritten();
    void anImportIsUndoneAsAWhole();

private:
    QStringList rows() { return test::rowTexts(database(), u"SELECT tag_id, uses FROM tags"_s); }
};

void TestImportLists::init()
{
    DatabaseTestCase::init();
    test::createTable(database(), u"tags (tag_id VARCHAR(6) NOT NULL PRIMARY KEY, uses INTEGER)"_s);
}

void TestImportLists::dividesACell_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QStringList>("tags");
    const QStringList two{u"blue"_s, u"red"_s};
    const auto row = [](const char *title, FileFormat format, const QString &file,
                        const QString &separator, const QString &counts, const QStringList &tags) {
        QTest::newRow(title) << static_cast<int>(format) << file << separator << counts << tags;
    };
    const QString both = u"read 2, inserted 2"_s;
    row("comma", FileFormat::Csv, u"tag_id\n\"red, blue\"\n"_s, u","_s, both, two);
    row("one name", FileFormat::Csv, u"tag_id\nred\nblue\n"_s, u","_s, both, two);
    row("empty parts", FileFormat::Csv, u"tag_id\n\",red,, ,blue,\"\n"_s, u","_s, both, two);
    row("several characters", FileFormat::Csv, u"tag_id\nred :: blue\n"_s, u"::"_s, both, two);
    row("newline", FileFormat::Csv, u"tag_id\n\"red\n\nblue\r\n\"\n"_s, u"\n"_s, both, two);
    row("blank", FileFormat::Csv, u"tag_id\nred  blue\n"_s, u" "_s, both, two);
    row("lines", FileFormat::Lines, u"red;blue\n"_s, u";"_s, both, two);
    row("tsv", FileFormat::Tsv, u"tag_id\nred|blue\n"_s, u"|"_s, both, two);
    row("json", FileFormat::Json, u"[\"red, blue\"]"_s, u","_s, both, two);
    row("jsonl", FileFormat::JsonLines, u"{\"tag_id\":\"red/blue\"}\n"_s, u"/"_s, both, two);
    row("a cell without a name", FileFormat::Csv, u"tag_id,uses\n\" , ,\",1\n\"red,blue\",\n,2\n"_s,
        u","_s, u"read 4, inserted 2, rejected 2"_s, two);
    row("another separator", FileFormat::Csv, u"tag_id\na;b\n"_s, u","_s, u"read 1, inserted 1"_s,
        {u"a;b"_s});
    row("ideographic comma", FileFormat::Lines, u"東\u3001\u3000京\n"_s, u"\u3001"_s, both,
        {u"京"_s, u"東"_s});
}

void TestImportLists::dividesACell()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    QFETCH(const QString, separator);
    QFETCH(const QString, counts);
    auto request = test::importOf(file, static_cast<FileFormat>(format));
    request.listSeparator = separator;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), counts);
    for (const Rejection &rejection : account.rejections)
        QCOMPARE(rejection.reason, u"The name is empty; give the tag a name."_s);
    QTEST(database().tags(), "tags");
}

void TestImportLists::withoutASeparatorACellIsAName()
{
    test::import(database(), test::importOf(u"tag_id\n\"a, b\"\n"_s));
    QCOMPARE(database().tags(), QStringList{u"a, b"_s});
}

void TestImportLists::everyNameGetsTheSameValues()
{
    database().execute(u"INSERT INTO tags VALUES ('blue', 1), ('red', 7)"_s);
    auto request = test::importOf(u"uses,tag_id\n7,\"green,red,blue\"\n,grey\n"_s, FileFormat::Csv,
                                  OnExisting::Update);
    request.listSeparator = u","_s;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 4, inserted 2, updated 1, unchanged 1"_s);
    QCOMPARE(rows(), (QStringList{u"blue|7"_s, u"green|7"_s, u"grey|NULL"_s, u"red|7"_s}));
}

void TestImportLists::aWrongValueRejectsEveryName()
{
    auto request = test::importOf(u"tag_id,uses\n\"a,b\",many\nc,1\n"_s);
    request.listSeparator = u","_s;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 1, rejected 2"_s);
    QCOMPARE(test::rejectionsOf(account),
             (QStringList{u"2: “many” is not a whole number, which uses needs; correct it."_s,
                          u"2: “many” is not a whole number, which uses needs; correct it."_s}));
    QCOMPARE(account.rejections[0].name, u"a"_s);
    QCOMPARE(account.rejections[1].name, u"b"_s);
}

void TestImportLists::aBrokenRecordIsOne()
{
    auto request = test::importOf(u"tag_id,uses\n\"a,b\"\n\"c,d\",1\n"_s);
    request.listSeparator = u","_s;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 2, rejected 1"_s);
    QCOMPARE(account.rejections[0].name, u"a,b"_s);
}

void TestImportLists::aNameThatCannotBeStoredIsRejectedAlone()
{
    auto request = test::importOf(u"tag_id,uses\n\"a,much too long,b\",1\n"_s);
    request.listSeparator = u","_s;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 2, rejected 1"_s);
    QCOMPARE(account.rejections[0].name, u"much too long"_s);
    QCOMPARE(account.rejections[0].line, 2);
    QCOMPARE(rows(), (QStringList{u"a|1"_s, u"b|1"_s}));
}

void TestImportLists::theSameNameTwiceInACell()
{
    auto request = test::importOf(u"tag_id\n\"red,blue,red\"\nblue\n"_s);
    request.listSeparator = u","_s;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 4, inserted 2, unchanged 2"_s);
    QCOMPARE(test::pairsOf(account), (QStringList{u"2 red = 2 red"_s, u"3 blue = 2 blue"_s}));
}

void TestImportLists::manyNamesInOneCell()
{
    QStringList names;
    for (int i = 0; i < 5'000; ++i)
        names << QString::number(i);
    auto request = test::importOf(names.join(u' ') + u"\n0 5000\n"_s, FileFormat::Lines);
    request.listSeparator = u" "_s;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 5002, inserted 5001, unchanged 1"_s);
    QCOMPARE(database().tags().size(), 5'001);
}

void TestImportLists::onlyTheRejectedNamesAreWritten_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::newRow("csv") << static_cast<int>(FileFormat::Csv)
                         << u"uses,tag_id\n1,\"a,much too long,b\"\n"_s;
    QTest::newRow("lines") << static_cast<int>(FileFormat::Lines) << u"a,much too long,b\n"_s;
}

void TestImportLists::onlyTheRejectedNamesAreWritten()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    const QTemporaryDir folder;
    auto request = test::importOf(file, static_cast<FileFormat>(format));
    request.listSeparator = u","_s;
    request.rejectsPath = folder.filePath(u"rejects.csv"_s);
    test::import(database(), request);
    QFile rejects(request.rejectsPath);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = rejects.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[1].trimmed().endsWith(",much too long"), lines[1].constData());
}

void TestImportLists::anImportIsUndoneAsAWhole()
{
    database().execute(u"INSERT INTO tags VALUES ('blue', 1)"_s);
    auto request = test::importOf(u"tag_id,uses\n\"red,blue\",2\n\"green,red\",2\n"_s,
                                  FileFormat::Csv, OnExisting::Update);
    request.listSeparator = u","_s;
    const auto account = test::doneUndoneRedone(
        database(), test::vocabularyCalled({}), u"import"_s,
        [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
            return importTags(connection, vocabulary, request, [](const Progress &) {});
        });
    QCOMPARE(test::countsOf(account), u"read 4, inserted 2, updated 1, unchanged 1"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportLists)
#include "TestImportLists.moc"
