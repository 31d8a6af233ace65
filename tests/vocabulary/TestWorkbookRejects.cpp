// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "transfer/MakeWorkbook.h"
#include "transfer/RecordReader.h"
#include "transfer/RecordWriter.h"
#include "vocabulary/ImportFile.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What was rejected of a workbook stands in a workbook, which is corrected and imported alone. */
class TestWorkbookRejects : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void isCorrectedAndImportedAlone();
    void keepsEmptyTextsAndWhatLooksLikeMore();
    void isRejectedAgainAsLongAsItIsNotCorrected();
    void itsSheetIsCalledAsTheirs();
    void isATableOfTextsWhereItIsCalledSo_data();
    void isATableOfTextsWhereItIsCalledSo();
    void isThereWithoutRejectedRecords();
    void asAnActionSheet();
    void ofSeveralFiles();
    void whatACellCannotHold();

private:
    /** Imports and answers with the records of the file of rejected ones, header first. */
    std::vector<Row> rejectsOf(ImportRequest request, const QString &counts);
    ImportRequest workbook(const std::vector<Row> &rows, const QString &file = u"tags.xlsx"_s);
    ImportRequest raw(const QByteArray &content, const QString &file = u"tags.xlsx"_s);
    QString rejectsPath() const { return m_folder.filePath(m_rejectsName); }
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }

    QTemporaryDir m_folder;
    QString m_rejectsName;
};

namespace
{

QString numberNeeded()
{
    return u"“many” is not a whole number, which uses needs; correct it."_s;
}

std::vector<Row> recordsOf(const QString &path)
{
    ImportSource source;
    source.path = path;
    const auto reader = openRecordReader(source);
    std::vector<Row> rows(1);
    const QStringList columns = reader->columns();
    for (const QString &column : columns)
        rows.front().emplace_back(column);
    Record record;
    while (reader->next(record))
        rows.push_back(record.fields);
    return rows;
}

} // namespace

void TestWorkbookRejects::init()
{
    DatabaseTestCase::init();
    m_rejectsName = u"rejects.xlsx"_s;
    QFile::remove(rejectsPath());
    test::createTags(database(), test::bytewise(),
                     u", note TEXT, uses INTEGER CHECK (uses >= 0)"_s);
}

std::vector<Row> TestWorkbookRejects::rejectsOf(ImportRequest request, const QString &counts)
{
    request.rejectsPath = rejectsPath();
    const auto account = test::import(database(), request);
    if (test::countsOf(account) != counts)
        return {{test::countsOf(account)}};
    return recordsOf(request.rejectsPath);
}

ImportRequest TestWorkbookRejects::workbook(const std::vector<Row> &rows, const QString &file)
{
    std::vector<Column> columns;
    for (const Cell &name : rows.front()) {
        columns.emplace_back();
        columns.back().name = *name;
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = makeRecordWriter(FileFormat::Xlsx, buffer, columns, 0);
    for (auto row = rows.begin() + 1; row != rows.end(); ++row)
        writer->write(*row);
    writer->finish();
    return raw(buffer.data(), file);
}

ImportRequest TestWorkbookRejects::raw(const QByteArray &content, const QString &file)
{
    ImportRequest request;
    request.source.path = m_folder.filePath(file);
    QFile target(request.source.path);
    if (target.open(QIODevice::WriteOnly))
        target.write(content);
    return request;
}

void TestWorkbookRejects::isCorrectedAndImportedAlone()
{
    auto rejects = rejectsOf(workbook({{u"tag_id"_s, u"uses"_s, u"note"_s},
                                       {u"a, b"_s, u"many"_s, u"two\nlines"_s},
                                       {u"good"_s, u"1"_s, {}},
                                       {{}, u"3"_s, {}},
                                       {u"below"_s, u"-1"_s, {}}}),
                             u"read 4, inserted 1, rejected 3"_s);
    QCOMPARE(rejects.size(), size_t(4));
    QCOMPARE(rejects[0], (Row{u"line"_s, u"reason"_s, u"tag_id"_s, u"uses"_s, u"note"_s}));
    QCOMPARE(rejects[1], (Row{u"2"_s, numberNeeded(), u"a, b"_s, u"many"_s, u"two\nlines"_s}));
    QCOMPARE(rejects[2],
             (Row{u"4"_s, u"The name is empty; give the tag a name."_s, {}, u"3"_s, {}}));
    QCOMPARE(rejects[3][0], Cell(u"5"_s)); // which the database has refused
    QVERIFY(!rejects[3][1].value_or(QString()).isEmpty());

    rejects[1][3] = u"5"_s;
    rejects[2][2] = u"named"_s;
    rejects[3][3] = u"7"_s;
    const ImportRequest corrected = workbook(rejects, u"corrected.xlsx"_s);
    QCOMPARE(test::countsOf(test::import(database(), corrected)), u"read 3, inserted 3"_s);
    QCOMPARE(rows(), (QStringList{u"a, b|two\nlines|5"_s, u"below|NULL|7"_s, u"good|NULL|1"_s,
                                  u"named|NULL|3"_s}));
}

void TestWorkbookRejects::keepsEmptyTextsAndWhatLooksLikeMore()
{
    const Row hard{u"=1+1"_s, u"many"_s, u""_s};
    const Row wide{u"007"_s, u"_x0041_"_s, u" x "_s};
    const auto rejects = rejectsOf(workbook({{u"tag_id"_s, u"uses"_s, u"note"_s}, hard, wide}),
                                   u"read 2, rejected 2"_s);
    QCOMPARE(rejects.size(), size_t(3));
    QCOMPARE(Row(rejects[1].begin() + 2, rejects[1].end()), hard);
    QCOMPARE(Row(rejects[2].begin() + 2, rejects[2].end()), wide);
}

void TestWorkbookRejects::isRejectedAgainAsLongAsItIsNotCorrected()
{
    WorkbookParts parts;
    parts.sheetData = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>tag_id</t></is></c>)"
                      R"(<c r="B1" t="inlineStr"><is><t>note</t></is></c></row>)"
                      R"(<row r="3"><c r="A3" t="inlineStr"><is><t>unnamed</t></is></c>)"
                      R"(<c r="D3" t="inlineStr"><is><t>lost</t></is></c></row>)"
                      R"(<row r="4"><c r="A4" t="inlineStr"><is><t>error</t></is></c>)"
                      R"(<c r="B4" t="e"><v>#N/A</v></c></row>)"
                      R"(<row r="5"><c r="A5" t="inlineStr"><is><t>#N/A</t></is></c></row>)"
                      R"(<row r="6"><c r="A6" t="inlineStr"><is><t>zero</t></is></c>)"
                      R"(<c r="B6" t="inlineStr"><is><t>_x0000_</t></is></c></row>)";
    const auto rejects = rejectsOf(raw(makeWorkbook(parts)), u"read 4, inserted 1, rejected 3"_s);
    QCOMPARE(rejects.size(), size_t(4));
    QCOMPARE(rejects[1], (Row{u"3"_s,
                              u"The cell D3 holds a value, but its column has no name in the "
                              "header."_s,
                              u"unnamed"_s,
                              {},
                              u"lost"_s}));
    QCOMPARE(rejects[2],
             (Row{u"4"_s, u"The cell B4 holds the error #N/A."_s, u"error"_s, u"#N/A"_s}));
    QCOMPARE(rejects[3], (Row{u"6"_s, u"a NUL character"_s, u"zero"_s, QString(QChar(0))}));

    ImportRequest again;
    again.source.path = rejectsPath();
    QCOMPARE(test::rejectionsOf(test::import(database(), again)),
             (QStringList{u"2: The cell E2 holds a value, but its column has no name in the "
                          "header."_s,
                          u"3: The cell D3 holds the error #N/A."_s, u"4: a NUL character"_s}));
    QCOMPARE(database().tags(), QStringList{u"#N/A"_s});
}

void TestWorkbookRejects::itsSheetIsCalledAsTheirs()
{
    WorkbookParts parts;
    parts.second = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>tag_id</t></is></c>)"
                   R"(<c r="B1" t="inlineStr"><is><t>uses</t></is></c></row>)"
                   R"(<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c>)"
                   R"(<c r="B2" t="inlineStr"><is><t>many</t></is></c></row>)";
    ImportRequest request = raw(makeWorkbook(parts));
    request.source.sheet = u"Second & last"_s;
    QCOMPARE(rejectsOf(request, u"read 1, rejected 1"_s).size(), size_t(2));
    // The same command again, with that file.
    request.source.path = rejectsPath();
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 1, rejected 1"_s);
}

void TestWorkbookRejects::isATableOfTextsWhereItIsCalledSo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const QString csv = u"line,reason,tag_id,uses\n2,\"%1\",\"a, b\",many\n"_s;
    QTest::newRow("CSV") << u"rejects.csv"_s << csv.arg(numberNeeded());
    QTest::newRow("TSV") << u"rejects.tsv"_s
                         << u"line\treason\ttag_id\tuses\n2\t\"%1\"\ta, b\tmany\n"_s.arg(
                                numberNeeded());
}

void TestWorkbookRejects::isATableOfTextsWhereItIsCalledSo()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    m_rejectsName = name;
    const auto rejects = rejectsOf(workbook({{u"tag_id"_s, u"uses"_s}, {u"a, b"_s, u"many"_s}}),
                                   u"read 1, rejected 1"_s);
    QFile file(rejectsPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), expected);
    QCOMPARE(rejects.size(), size_t(2));
}

void TestWorkbookRejects::isThereWithoutRejectedRecords()
{
    const auto rejects =
        rejectsOf(workbook({{u"tag_id"_s, u"line"_s}, {u"a"_s, {}}}), u"read 1, inserted 1"_s);
    QCOMPARE(rejects, (std::vector<Row>{
                          {u"rejected line"_s, u"rejected reason"_s, u"tag_id"_s, u"line"_s}}));
}

void TestWorkbookRejects::asAnActionSheet()
{
    database().insertTags({u"old"_s});
    auto rejects = rejectsOf(workbook({{u"action"_s, u"name"_s, u"target"_s},
                                       {u"rename"_s, u"nobody"_s, u"new"_s},
                                       {u"add"_s, u"b"_s, {}}}),
                             u"read 2, inserted 1, rejected 1"_s);
    QCOMPARE(rejects.size(), size_t(2));
    QCOMPARE(rejects[0], (Row{u"line"_s, u"reason"_s, u"action"_s, u"name"_s, u"target"_s}));
    rejects[1][3] = u"old"_s;
    QCOMPARE(test::countsOf(test::import(database(), workbook(rejects, u"corrected.xlsx"_s))),
             u"read 1, renamed 1"_s);
    QCOMPARE(database().tags(), (QStringList{u"b"_s, u"new"_s}));
}

void TestWorkbookRejects::ofSeveralFiles()
{
    ImportRequest request = workbook({{u"tag_id"_s, u"uses"_s}, {u"a"_s, u"many"_s}}, u"a.xlsx"_s);
    const ImportRequest second =
        workbook({{u"uses"_s, u"tag_id"_s}, {u"few"_s, u"b"_s}}, u"b.xlsx"_s);
    const ImportRequest third = raw("uses,tag_id\nsome,c\n1,\"d\"\"\"x\n1,x,y\n", u"c.csv"_s);
    request.source.furtherPaths = {second.source.path, third.source.path};
    auto rejects = rejectsOf(request, u"read 5, rejected 5"_s);
    QCOMPARE(rejects.size(), size_t(6));
    const auto record = [&rejects](size_t index) {
        Row row = rejects[index];
        row.erase(row.begin() + 1);
        return row;
    };
    QCOMPARE(record(1), (Row{u"a.xlsx:2"_s, u"a"_s, u"many"_s}));
    QCOMPARE(record(2), (Row{u"b.xlsx:2"_s, u"b"_s, u"few"_s}));
    QCOMPARE(record(3), (Row{u"c.csv:2"_s, u"c"_s, u"some"_s}));
    // What is no record yet stands behind the columns, as it was written.
    QCOMPARE(record(4), (Row{u"c.csv:3"_s, {}, {}, u"1,\"d\"\"\"x"_s}));
    QCOMPARE(record(5), (Row{u"c.csv:4"_s, {}, {}, u"1,x,y"_s}));
    ImportRequest again;
    again.source.path = rejectsPath();
    QCOMPARE(test::countsOf(test::import(database(), again)), u"read 5, rejected 5"_s);
}

void TestWorkbookRejects::whatACellCannotHold()
{
    ImportRequest request = workbook({{u"tag_id"_s, u"uses"_s}, {u"a"_s, u"1"_s}}, u"a.xlsx"_s);
    const QByteArray longText(40'000, 'x');
    const ImportRequest second = raw("tag_id,uses\n" + longText + ",1\n", u"b.csv"_s);
    request.source.furtherPaths = {second.source.path};
    request.rejectsPath = rejectsPath();
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::File);
    QVERIFY2(
        error->message.endsWith(u"; give the file of rejected records a name that ends in .csv."_s),
        qPrintable(error->message));
    QVERIFY(!QFile::exists(rejectsPath()));
    QCOMPARE(database().tags(), QStringList());

    m_rejectsName = u"rejects.csv"_s;
    const auto rejects = rejectsOf(request, u"read 2, inserted 1, rejected 1"_s);
    QCOMPARE(rejects.back()[2], Cell(QString::fromUtf8(longText)));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestWorkbookRejects)
#include "TestWorkbookRejects.moc"
