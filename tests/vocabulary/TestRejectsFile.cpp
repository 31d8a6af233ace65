// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What was rejected stands in a file that is corrected and imported alone. */
class TestRejectsFile : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void holdsTheRecordsAsTheyWereRead_data();
    void holdsTheRecordsAsTheyWereRead();
    void isRejectedAgainAsLongAsItIsNotCorrected_data();
    void isRejectedAgainAsLongAsItIsNotCorrected();
    void isCorrectedAndImportedAlone_data();
    void isCorrectedAndImportedAlone();
    void holdsWhatTheDatabaseRefused();
    void holdsWhatAnUpdateCouldNotStore();
    void givesWayToColumnsOfTheFile();
    void givesWayToColumnsOfTheTable();
    void keepsTheOnlyColumnTheNames();
    void isThereWithoutRejectedRecords();
    void writesNoFileWhenTheImportFails();
    void refusesAFileThatCannotBeWritten();
    void refusesANameThatPromisesAnotherFormat_data();
    void refusesANameThatPromisesAnotherFormat();

private:
    /** Imports @p request and returns the file of its rejected records. */
    QString rejectsOf(ImportRequest request, const QString &counts);
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
    void createTable(const QString &columns = u", note TEXT, uses INTEGER CHECK (uses >= 0)"_s)
    {
        test::createTags(database(), test::bytewise(), columns);
    }

    QTemporaryDir m_folder;
};

QString TestRejectsFile::rejectsOf(ImportRequest request, const QString &counts)
{
    request.rejectsPath = m_folder.filePath(u"rejects"_s);
    const auto account = test::import(database(), request);
    if (test::countsOf(account) != counts)
        return test::countsOf(account);
    QFile file(request.rejectsPath);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestRejectsFile::holdsTheRecordsAsTheyWereRead_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QString>("expected");
    const QString number = u"“many” is not a whole number, which uses needs; correct it."_s;
    const QString noName = u"The name is empty; give the tag a name."_s;

    QTest::newRow("CSV") << u"csv"_s
                         << u"tag_id,note,uses\ngood,,1\n\"a \"\"b\"\", c\",\"\",many\n,x,\n"_s
                         << u"read 3, inserted 1, rejected 2"_s
                         << u"line,reason,tag_id,note,uses\n"
                            "3,\"%1\",\"a \"\"b\"\", c\",\"\",many\n"
                            "4,\"%2\",,x,\n"_s.arg(number, noName);
    QTest::newRow("CSV, rows of any width")
        << u"csv"_s << u"tag_id,note,uses\na,b\nc,d,1,e,\nf,,2\n"_s
        << u"read 3, inserted 1, rejected 2"_s
        << u"line,reason,tag_id,note,uses\n"
           "2,2 fields instead of 3,a,b\n"
           "3,5 fields instead of 3,c,d,1,e,\n"_s;
    QTest::newRow("CSV, text behind a quote")
        << u"csv"_s << u"tag_id,note,uses\n\"a\"x,\"b\"\"\",1\nc,\"d\ne,\"f\",1\n"_s
        << u"read 2, rejected 2"_s
        << u"line,reason,tag_id,note,uses\n"
           "2,text behind the closing quote of field 1,\"a\"x,\"b\"\"\",1\n"
           "3,\"text behind the closing quote of field 2, which opens on line 3\","
           "c,\"d\ne,\"f\",1\n"_s;
    QString zeros;
    QString rejectedZeros;
    for (int line = 2; line < 30; ++line) {
        const QString record = u"a"_s + QChar(0) + u",with a note of some length,1\n"_s;
        zeros += record;
        rejectedZeros += QString::number(line) + u",a NUL character,"_s + record;
    }
    QTest::newRow("CSV, NUL characters") << u"csv"_s << u"tag_id,note,uses\n%1good,,\n"_s.arg(zeros)
                                         << u"read 29, inserted 1, rejected 28"_s
                                         << u"line,reason,tag_id,note,uses\n"_s + rejectedZeros;
    QTest::newRow("semicolons") << u"csv"_s << u"tag_id;note;uses\na;1,5;many\n"_s
                                << u"read 1, rejected 1"_s
                                << u"line;reason;tag_id;note;uses\n2;\"%1\";a;1,5;many\n"_s.arg(
                                       number);
    QTest::newRow("colons") << u"csv"_s << u"sep=:\ntag_id:note:uses\na:1,5:many\n"_s
                            << u"read 1, rejected 1"_s
                            << u"sep=:\nline:reason:tag_id:note:uses\n3:\"%1\":a:1,5:many\n"_s.arg(
                                   number);
    QTest::newRow("TSV") << u"tsv"_s << u"tag_id\tnote\tuses\na,b\t\tmany\n"_s
                         << u"read 1, rejected 1"_s
                         << u"line\treason\ttag_id\tnote\tuses\n2\t\"%1\"\ta,b\t\tmany\n"_s.arg(
                                number);
    QTest::newRow("JSON") << u"json"_s << uR"({"tags":[{"tag_id":"good"},
{ "tag_id" : "a\n", "uses": "many", "note": null },
{"uses":2.5,"tag_id":"b"},
{}, 7,
{"tag_id":"c","note":{"d":[1]}}]})"_s
                          << u"read 6, inserted 1, rejected 5"_s << uR"({"tags":[
{"line":2,"reason":"%1","tag_id" : "a\n", "uses": "many", "note": null},
{"line":3,"reason":"“2.5” is not a whole number, which uses needs; correct it.","uses":2.5,"tag_id":"b"},
{"line":4,"reason":"%2"},
{"line":4,"reason":"a tag must be an object or a text","record":"7"},
{"line":5,"reason":"“note” holds an object or an array, not a single value","tag_id":"c","note":{"d":[1]}}
]}
)"_s.arg(number, noName);
    QTest::newRow("JSON Lines") << u"jsonl"_s
                                << u"{\"tag_id\":\"a\",\"uses\":\"many\"}\n{\"tag_id\":\"b\",}\n"_s
                                << u"read 2, rejected 2"_s
                                << uR"({"line":1,"reason":"%1","tag_id":"a","uses":"many"}
{"line":2,"reason":"not valid JSON: a key in quotes is missing","record":"{\"tag_id\":\"b\",}"}
)"_s.arg(number);
    QTest::newRow("plain lines") << u"lines"_s << u"good\n%1\n"_s.arg(QString(191, u'x'))
                                 << u"read 2, inserted 1, rejected 1"_s
                                 << u"line,reason,name\n2,\"“%1…” has 191 characters, but tag_id "
                                    "holds 190; shorten it.\",%2\n"_s.arg(QString(40, u'x'),
                                                                          QString(191, u'x'));
}

void TestRejectsFile::holdsTheRecordsAsTheyWereRead()
{
    QFETCH(const QString, format);
    QFETCH(const QString, data);
    QFETCH(const QString, counts);
    QFETCH(const QString, expected);
    createTable();
    QCOMPARE(rejectsOf(test::importOf(data, *fileFormatFromName(format)), counts), expected);
}

void TestRejectsFile::isRejectedAgainAsLongAsItIsNotCorrected_data()
{
    holdsTheRecordsAsTheyWereRead_data();
}

void TestRejectsFile::isRejectedAgainAsLongAsItIsNotCorrected()
{
    QFETCH(const QString, format);
    QFETCH(const QString, expected);
    createTable();
    const auto given = fileFormatFromName(format == u"lines"_s ? u"csv"_s : format);
    const auto request = test::importOf(expected, *given);
    const auto account = test::import(database(), request);
    QCOMPARE(account.rejected, account.read);
    QVERIFY(account.read > 0);
    QCOMPARE(rows(), QStringList());
}

void TestRejectsFile::isCorrectedAndImportedAlone_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("data");
    QTest::newRow("CSV") << u"csv"_s << u"tag_id,note,uses\nb,\"\",many\na,,many\n"_s;
    QTest::newRow("semicolons") << u"csv"_s << u"tag_id;note;uses\nb;\"\";many\na;;many\n"_s;
    QTest::newRow("tabs in CSV") << u"csv"_s << u"tag_id\tnote\tuses\nb\t\"\"\tmany\na\t\tmany\n"_s;
    QTest::newRow("bars") << u"csv"_s << u"tag_id|note|uses\nb|\"\"|many\na||many\n"_s;
    QTest::newRow("colons") << u"csv"_s << u"sep=:\ntag_id:note:uses\nb:\"\":many\na::many\n"_s;
    QTest::newRow("TSV") << u"tsv"_s << u"tag_id\tnote\tuses\nb\t\"\"\tmany\na\t\tmany\n"_s;
    QTest::newRow("JSON") << u"json"_s << uR"([{"tag_id":"b","note":"","uses":"many"},
                                  {"tag_id":"a","note":null,"uses":"many"}])"_s;
    QTest::newRow("JSON Lines") << u"jsonl"_s << uR"({"tag_id":"b","note":"","uses":"many"}
{"tag_id":"a","note":null,"uses":"many"})"_s;
}

void TestRejectsFile::isCorrectedAndImportedAlone()
{
    QFETCH(const QString, format);
    QFETCH(const QString, data);
    createTable();
    const FileFormat fileFormat = *fileFormatFromName(format);
    QString rejects = rejectsOf(test::importOf(data, fileFormat), u"read 2, rejected 2"_s);
    // Once with the format given and once with nothing but the content to go by.
    rejects.replace(u"“many”"_s, u"It"_s).replace(u"many"_s, u"5"_s);
    QCOMPARE(test::countsOf(test::import(database(), test::importOf(rejects, fileFormat))),
             u"read 2, inserted 2"_s);
    QCOMPARE(rows(), (QStringList{u"a|NULL|5"_s, u"b||5"_s}));
    auto again = test::importOf(rejects);
    again.source.format.reset();
    QCOMPARE(test::countsOf(test::import(database(), again)), u"read 2, unchanged 2"_s);
}

void TestRejectsFile::holdsWhatTheDatabaseRefused()
{
    createTable();
    const QString rejects =
        rejectsOf(test::importOf(u"extra,tag_id,uses\n\"1, 2\",good,1\n\"\",bad,-1\n,worse,-2\n"_s),
                  u"read 3, inserted 1, rejected 2"_s);
    const QStringList lines = rejects.split(u'\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], u"line,reason,extra,tag_id,uses"_s);
    QVERIFY2(lines[1].startsWith(u"3,"_s) && lines[1].endsWith(u",\"\",bad,-1"_s),
             qPrintable(lines[1]));
    QVERIFY2(lines[2].startsWith(u"4,"_s) && lines[2].endsWith(u",,worse,-2"_s),
             qPrintable(lines[2]));
}

void TestRejectsFile::holdsWhatAnUpdateCouldNotStore()
{
    createTable();
    database().insertTags({u"old"_s});
    const QString rejects = rejectsOf(
        test::importOf(u"tag_id,note,uses\nold,x,-1\n"_s, FileFormat::Csv, OnExisting::Update),
        u"read 1, rejected 1"_s);
    QVERIFY2(rejects.endsWith(u",old,x,-1\n"_s), qPrintable(rejects));
}

void TestRejectsFile::givesWayToColumnsOfTheFile()
{
    createTable();
    const QString first =
        rejectsOf(test::importOf(u"tag_id,Line\n\"\",7\n"_s), u"read 1, rejected 1"_s);
    QVERIFY2(first.startsWith(u"rejected line,rejected reason,tag_id,Line\n2,"_s) &&
                 first.endsWith(u",\"\",7\n"_s),
             qPrintable(first));
    // Each round keeps what the one before said.
    const QString second = rejectsOf(test::importOf(first), u"read 1, rejected 1"_s);
    QVERIFY2(second.startsWith(u"rejected rejected line,rejected rejected reason,rejected line,"
                               "rejected reason,tag_id,Line\n2,"_s),
             qPrintable(second));
}

void TestRejectsFile::givesWayToColumnsOfTheTable()
{
    createTable(u", line INTEGER, note TEXT"_s);
    const QString rejects =
        rejectsOf(test::importOf(u"tag_id,note\n\"\",x\n"_s), u"read 1, rejected 1"_s);
    QVERIFY2(rejects.startsWith(u"rejected line,rejected reason,tag_id,note\n2,"_s),
             qPrintable(rejects));
    QString corrected = rejects;
    corrected.replace(u",\"\",x"_s, u",a,x"_s);
    QCOMPARE(test::countsOf(test::import(database(), test::importOf(corrected))),
             u"read 1, inserted 1"_s);
    QCOMPARE(rows(), QStringList{u"a|NULL|x"_s});
}

void TestRejectsFile::keepsTheOnlyColumnTheNames()
{
    createTable();
    QString rejects = rejectsOf(test::importOf(u"Schlagwort\n\"\"\n"_s), u"read 1, rejected 1"_s);
    rejects.replace(u",\"\"\n"_s, u",a\n"_s);
    QCOMPARE(test::countsOf(test::import(database(), test::importOf(rejects))),
             u"read 1, inserted 1"_s);
    QCOMPARE(database().tags(), QStringList{u"a"_s});

    // Elements of which nothing is known are no names.
    const QString broken =
        rejectsOf(test::importOf(u"{]\n[}\n"_s, FileFormat::JsonLines), u"read 2, rejected 2"_s);
    COMPARE_KIND(
        errorOf([&] { test::import(database(), test::importOf(broken, FileFormat::JsonLines)); }),
        ErrorKind::Usage);
}

void TestRejectsFile::isThereWithoutRejectedRecords()
{
    createTable();
    QCOMPARE(rejectsOf(test::importOf(u"tag_id,note\na,b\n"_s), u"read 1, inserted 1"_s),
             u"line,reason,tag_id,note\n"_s);
}

void TestRejectsFile::writesNoFileWhenTheImportFails()
{
    database().createMinimalTable();
    database().insertTags({u"stored"_s});
    const QTemporaryDir folder;
    auto request = test::importOf(u"tag_id\n\"\"\nstored\n"_s, FileFormat::Csv, OnExisting::Fail);
    request.rejectsPath = folder.filePath(u"rejects.csv"_s);
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Conflict);
    QVERIFY(!QFile::exists(request.rejectsPath));
}

void TestRejectsFile::refusesAFileThatCannotBeWritten()
{
    database().createMinimalTable();
    const QTemporaryDir folder;
    auto request = test::importOf(u"tag_id\na\n"_s);
    request.rejectsPath = folder.filePath(u"no/such/folder/rejects.csv"_s);
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::File);
    QVERIFY(error->message.contains(request.rejectsPath));
    QCOMPARE(database().tags(), QStringList());
}

void TestRejectsFile::refusesANameThatPromisesAnotherFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<QString>("ending"); // what is asked for; empty: the name is taken
    const auto row = [](const char *title, const QString &name, FileFormat format,
                        const QString &ending) {
        QTest::newRow(title) << name << format << ending;
    };
    row("CSV as a workbook", u"rejects.XLSX"_s, FileFormat::Csv, u".csv"_s);
    row("CSV as JSON", u"rejects.json"_s, FileFormat::Csv, u".csv"_s);
    row("lines as a workbook", u"rejects.xlsx"_s, FileFormat::Lines, u".csv"_s);
    row("JSON as CSV", u"rejects.csv"_s, FileFormat::Json, u".json"_s);
    row("packed", u"rejects.csv.gz"_s, FileFormat::Csv, u".gz"_s);
    row("CSV as TSV", u"rejects.tsv"_s, FileFormat::Csv, {});
    row("JSON as JSON Lines", u"rejects.jsonl"_s, FileFormat::Json, {});
    row("lines as text", u"rejects.txt"_s, FileFormat::Lines, {});
    row("of no format", u"rejects.of.today"_s, FileFormat::Csv, {});
}

void TestRejectsFile::refusesANameThatPromisesAnotherFormat()
{
    QFETCH(const QString, name);
    QFETCH(const FileFormat, format);
    QFETCH(const QString, ending);
    database().createMinimalTable();
    const QTemporaryDir folder;
    const QString content = format == FileFormat::Json    ? u"[{\"tag_id\": \"a\"}]"_s
                            : format == FileFormat::Lines ? u"a\n"_s
                                                          : u"tag_id\na\n"_s;
    auto request = test::importOf(content, format);
    request.rejectsPath = folder.filePath(name);
    const auto error = errorOf([&] { test::import(database(), request); });
    QCOMPARE(error.has_value(), !ending.isEmpty());
    QCOMPARE(QFile::exists(request.rejectsPath), !error.has_value());
    QCOMPARE(database().tags(), error ? QStringList() : QStringList{u"a"_s});
    if (!error)
        return;
    COMPARE_KIND(error, ErrorKind::Usage);
    QVERIFY2(error->message.contains(ending) && error->message.contains(name),
             qPrintable(error->message));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRejectsFile)
#include "TestRejectsFile.moc"
