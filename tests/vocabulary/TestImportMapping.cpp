// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ImportMapping.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/PreviewImport.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestImportMapping : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void mapsByName_data();
    void mapsByName();
    void theDefaultMappingIsTheOneThatIsUsed();
    void anExplicitMappingFillsWhatItSays();
    void anExplicitMappingNeedNotSayTheName();
    void refusesAMappingThatDoesNotFit_data();
    void refusesAMappingThatDoesNotFit();
    void theOtherFormats_data();
    void theOtherFormats();
    void previewsTheFirstRecords();
    void theHeadingOfOneColumnIsNoTag();

private:
    Vocabulary vocabulary();
    QStringList rows()
    {
        return test::rowTexts(database(), u"SELECT tag_id, title, uses FROM tags"_s);
    }
};

void TestImportMapping::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::bytewise(),
                     u", title VARCHAR(50), uses INTEGER, shouted VARCHAR(190) GENERATED ALWAYS AS "
                     "(UPPER(tag_id)) VIRTUAL"_s);
}

Vocabulary TestImportMapping::vocabulary()
{
    ScopedConnection connection(database().profile());
    return findVocabulary(connection, {});
}

void TestImportMapping::mapsByName_data()
{
    QTest::addColumn<QStringList>("fileColumns");
    QTest::addColumn<QStringList>("mapping");
    QTest::newRow("same names") << QStringList{u"tag_id"_s, u"title"_s, u"uses"_s}
                                << QStringList{u"tag_id>tag_id"_s, u"title>title"_s,
                                               u"uses>uses"_s};
    QTest::newRow("letter case, order and more") << QStringList{u"USES"_s, u"other"_s, u"Tag_ID"_s}
                                                 << QStringList{u"USES>uses"_s, u"Tag_ID>tag_id"_s};
    QTest::newRow("usual heading")
        << QStringList{u"uses"_s, u"Tag"_s} << QStringList{u"uses>uses"_s, u"Tag>tag_id"_s};
    QTest::newRow("the likelier heading")
        << QStringList{u"keyword"_s, u"name"_s} << QStringList{u"name>tag_id"_s};
    // "title" is a heading of names too, but this table has a column of that name.
    QTest::newRow("a heading that is a column")
        << QStringList{u"title"_s, u"label"_s} << QStringList{u"title>title"_s, u"label>tag_id"_s};
    QTest::newRow("the only column")
        << QStringList{u"Bezeichnung"_s} << QStringList{u"Bezeichnung>tag_id"_s};
    QTest::newRow("a computed column")
        << QStringList{u"tag_id"_s, u"shouted"_s} << QStringList{u"tag_id>tag_id"_s};
    QTest::newRow("no name") << QStringList{u"x"_s, u"uses"_s} << QStringList{u"uses>uses"_s};
}

void TestImportMapping::mapsByName()
{
    QFETCH(const QStringList, fileColumns);
    QFETCH(const QStringList, mapping);
    QStringList found;
    const auto entries = defaultMapping(vocabulary(), fileColumns);
    for (const ColumnMapping &entry : entries)
        found << entry.fileColumn + u'>' + entry.column;
    QCOMPARE(found, mapping);
}

void TestImportMapping::theDefaultMappingIsTheOneThatIsUsed()
{
    const auto account = test::import(
        database(), test::importOf(u"Uses,ignored,TAG,Title\n3,x,Python,A snake\n,y,Go,\"\"\n"_s));
    QCOMPARE(test::countsOf(account), u"read 2, inserted 2"_s);
    QCOMPARE(rows(), (QStringList{u"Go||NULL"_s, u"Python|A snake|3"_s}));
}

void TestImportMapping::anExplicitMappingFillsWhatItSays()
{
    auto request = test::importOf(u"title,tag_id,number\nPython,A snake,3\n"_s);
    request.mapping = {{u"title"_s, u"tag_id"_s}, {u"Tag_ID"_s, u"TITLE"_s}};
    test::import(database(), request);
    QCOMPARE(rows(), QStringList{u"Python|A snake|NULL"_s});
}

void TestImportMapping::anExplicitMappingNeedNotSayTheName()
{
    auto request = test::importOf(u"tag,number,more\nPython,3,x\n"_s);
    request.mapping = {{u"number"_s, u"uses"_s}};
    test::import(database(), request);
    QCOMPARE(rows(), QStringList{u"Python|NULL|3"_s});

    // What the user gave to another column holds no names.
    request.mapping = {{u"tag"_s, u"title"_s}};
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::Usage);
    QCOMPARE(rows(), QStringList{u"Python|NULL|3"_s});
}

void TestImportMapping::refusesAMappingThatDoesNotFit_data()
{
    QTest::addColumn<QStringList>("mapping");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no such file column")
        << QStringList{u"word>tag_id"_s}
        << u"The file has no column “word”; it has a, b, shouted."_s;
    QTest::newRow("no such column")
        << QStringList{u"a>tag_id"_s, u"b>size"_s} << u"The table tags has no column “size”."_s;
    QTest::newRow("computed")
        << QStringList{u"a>tag_id"_s, u"b>shouted"_s}
        << u"The column shouted is computed by the database and cannot be filled."_s;
    QTest::newRow("filled twice") << QStringList{u"a>tag_id"_s, u"b>uses"_s, u"shouted>uses"_s}
                                  << u"Two columns of the file fill uses; choose one."_s;
    QTest::newRow("named twice") << QStringList{u"a>tag_id"_s, u"b>tag_id"_s}
                                 << u"Two columns of the file fill tag_id; choose one."_s;
    QTest::newRow("no name")
        << QStringList{u"b>uses"_s}
        << u"No column of the file is known to hold the names (it has a, b, shouted); choose one "
           "for tag_id."_s;
    QTest::newRow("nothing known")
        << QStringList()
        << u"No column of the file is known to hold the names (it has a, b, shouted); choose one "
           "for tag_id."_s;
}

void TestImportMapping::refusesAMappingThatDoesNotFit()
{
    QFETCH(const QStringList, mapping);
    QFETCH(const QString, sentence);
    auto request = test::importOf(u"a,b,shouted\nPython,1,2\n"_s);
    for (const QString &entry : mapping)
        request.mapping.push_back({entry.section(u'>', 0, 0), entry.section(u'>', 1)});
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::Usage);
    QCOMPARE(error->message, sentence);
    QCOMPARE(rows(), QStringList());
}

void TestImportMapping::theOtherFormats_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("stored");
    const QStringList both{u"Go|NULL|NULL"_s, u"Python|A snake|3"_s};
    const auto row = [](const char *title, FileFormat format, const QString &file,
                        const QStringList &stored) {
        QTest::newRow(title) << static_cast<int>(format) << file << stored;
    };
    row("tsv", FileFormat::Tsv, u"tag_id\ttitle\tuses\nPython\tA snake\t3\nGo\t\t\n"_s, both);
    row("json", FileFormat::Json,
        u"{\"tags\":[{\"tag_id\":\"Python\",\"title\":\"A snake\",\"uses\":3},{\"tag_id\":\"Go\"}]}"_s,
        both);
    row("json texts", FileFormat::Json, u"[\"Python\", \"Go\"]"_s,
        {u"Go|NULL|NULL"_s, u"Python|NULL|NULL"_s});
    row("jsonl", FileFormat::JsonLines,
        u"{\"uses\":3,\"title\":\"A snake\",\"tag_id\":\"Python\"}\n{\"tag_id\":\"Go\"}\n"_s, both);
    row("lines", FileFormat::Lines, u"Python\n\nGo\n"_s,
        {u"Go|NULL|NULL"_s, u"Python|NULL|NULL"_s});
}

void TestImportMapping::theOtherFormats()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    QFETCH(const QStringList, stored);
    const auto request = test::importOf(file, static_cast<FileFormat>(format));
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, inserted 2"_s);
    QCOMPARE(rows(), stored);
}

void TestImportMapping::previewsTheFirstRecords()
{
    ImportSource source;
    source.format = FileFormat::Csv;
    source.data = "tag_id,uses\nPython,3\n\nGo\nRust,1\n"_ba;
    const Vocabulary target = vocabulary();
    const ImportPreview two = previewImport(target, source, 2);
    QCOMPARE(two.format, FileFormat::Csv);
    QCOMPARE(two.encoding.name, u"UTF-8"_s);
    QCOMPARE(two.delimiter, QChar(u','));
    QCOMPARE(two.columns, (QStringList{u"tag_id"_s, u"uses"_s}));
    QCOMPARE(two.rows.size(), size_t(2));
    QCOMPARE(two.rows[0][0].value_or(QString()), u"Python"_s);
    QCOMPARE(two.lines, (std::vector<qint64>{2, 4}));
    QCOMPARE(two.problems, (QStringList{QString(), u"1 field instead of 2"_s}));
    QCOMPARE(two.mapping.size(), size_t(2));
    QVERIFY(!two.complete);
    QVERIFY(previewImport(target, source, 4).complete);
    QCOMPARE(previewImport(target, source, 4).rows.size(), size_t(3));
}

void TestImportMapping::theHeadingOfOneColumnIsNoTag()
{
    ImportSource source;
    source.data = QByteArray("Tag_ID\nAda\nBasic\n");
    const ImportPreview recognised = previewImport(vocabulary(), source, 10);
    QCOMPARE(recognised.format, FileFormat::Csv);
    QCOMPARE(recognised.rows, (std::vector<Row>{{u"Ada"_s}, {u"Basic"_s}}));

    source.format = FileFormat::Lines; // what the user chooses stays
    QCOMPARE(previewImport(vocabulary(), source, 10).rows.size(), 3);

    source.format.reset();
    source.data = QByteArray("Ada\nTag_ID\n");
    QCOMPARE(previewImport(vocabulary(), source, 10).format, FileFormat::Lines);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportMapping)
#include "TestImportMapping.moc"
