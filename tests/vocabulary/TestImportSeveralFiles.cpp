// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportLines.h"
#include "vocabulary/PreviewImport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Several files are imported as one, and every sentence about a line says in which it stands. */
class TestImportSeveralFiles : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void isOneImport();
    void namesTheFileOfALine();
    void correctsAndLeavesOut();
    void writesRejectsOfAllFiles_data();
    void writesRejectsOfAllFiles();
    void changesNothingWhereOneDoesNotFit();
    void replacesNoneOfThem();
    void previewsThemTogether();
    void takesTheHeadingOfEachForOne();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The test cannot write its files.");
        return file.fileName();
    }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static ImportRequest importOf(const QStringList &paths)
    {
        ImportRequest request;
        request.source.path = paths.front();
        request.source.furtherPaths = paths.mid(1);
        return request;
    }
    template <class Work>
    static Error failureOf(const Work &work)
    {
        return errorOf(work).value_or(Error());
    }
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportSeveralFiles::init()
{
    DatabaseTestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    test::createTags(database(), test::bytewise(), u", uses INTEGER"_s);
}

void TestImportSeveralFiles::isOneImport()
{
    const auto request = importOf({write(u"a.csv"_s, "tag_id,uses\nAda,1\nBasic,2\n"),
                                   write(u"b.tsv"_s, "uses\ttag_id\n3\tCobol\n4\tAda\n"),
                                   write(u"c.json"_s, "[{\"tag_id\":\"D\",\"uses\":5}]")});
    qint64 bytes = 0;
    qint64 total = 0;
    const auto account = test::import(database(), request, [&](const Progress &progress) {
        QVERIFY(progress.bytes >= bytes);
        bytes = progress.bytes;
        total = progress.totalBytes;
    });
    QCOMPARE(test::countsOf(account), u"read 5, inserted 4, skipped 1"_s);
    QCOMPARE(rows(), (QStringList{u"Ada|1"_s, u"Basic|2"_s, u"Cobol|3"_s, u"D|5"_s}));
    QCOMPARE(bytes, total);
    QCOMPARE(account.files.size(), size_t(3));
    QCOMPARE(account.equalNames.size(), size_t(1));
    const EqualNames &pair = account.equalNames.front();
    QCOMPARE(fileLineText(account.files, pair.line), u"b.tsv:3"_s);
    QCOMPARE(fileLineText(account.files, pair.otherLine), u"a.csv:2"_s);

    // One file alone is told of as ever.
    QVERIFY(test::import(database(), importOf({request.source.path})).files.empty());
}

void TestImportSeveralFiles::namesTheFileOfALine()
{
    const QStringList paths{write(u"a.csv"_s, "tag_id,uses\nAda,1\n"),
                            write(u"b.csv"_s, "tag_id,uses\nBasic,2\nAda,3\n")};
    auto request = importOf(paths);
    request.onExisting = OnExisting::Fail;
    Error error = failureOf([&] { test::import(database(), request); });
    QCOMPARE(error.kind, ErrorKind::Conflict);
    QVERIFY2(error.message.startsWith(u"Line 3 of b.csv: “Ada” equals “Ada” (line 2 of a.csv)"_s),
             qPrintable(error.message));

    request = importOf(paths);
    request.corrections = {{9, u"uses"_s, u"1"_s}};
    error = failureOf([&] { test::import(database(), request); });
    QCOMPARE(error.kind, ErrorKind::Usage);
    QVERIFY2(error.message.startsWith(u"No record of the file begins on line 7 of b.csv"_s),
             qPrintable(error.message));
    QCOMPARE(rows(), QStringList());
}

void TestImportSeveralFiles::correctsAndLeavesOut()
{
    auto request = importOf({write(u"a.csv"_s, "tag_id,uses\nAda,x\nBasic,2\n"),
                             write(u"b.csv"_s, "tag_id,uses\nCobol,y\nD,4\n")});
    request.corrections = {{2, u"uses"_s, u"1"_s}, {5, u"uses"_s, u"3"_s}};
    request.leftOut = {3, 6};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 4, inserted 2, skipped 2"_s);
    QCOMPARE(rows(), (QStringList{u"Ada|1"_s, u"Cobol|3"_s}));
}

void TestImportSeveralFiles::writesRejectsOfAllFiles_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QByteArray>("rejects");
    const QByteArray reason = "“x” is not a whole number, which uses needs; correct it.";
    QTest::newRow("CSV first") << QStringList{u"a.csv"_s, u"b.jsonl"_s}
                               << "line,reason,tag_id,uses\na.csv:2,\"" + reason +
                                      "\",Ada,x\nb.jsonl:1,\"" + reason + "\",Basic,x\n";
    QTest::newRow("JSON Lines first")
        << QStringList{u"b.jsonl"_s, u"a.csv"_s}
        << "{\"line\":\"b.jsonl:1\",\"reason\":\"" + reason +
               "\",\"uses\":\"x\",\"tag_id\":\"Basic\"}\n{\"line\":\"a.csv:2\",\"reason\":\"" +
               reason + "\",\"tag_id\":\"Ada\",\"uses\":\"x\"}\n";
}

void TestImportSeveralFiles::writesRejectsOfAllFiles()
{
    QFETCH(const QStringList, names);
    QFETCH(const QByteArray, rejects);
    write(u"a.csv"_s, "tag_id,uses\nAda,x\n");
    write(u"b.jsonl"_s, "{\"uses\":\"x\",\"tag_id\":\"Basic\"}\n");
    auto request = importOf({m_folder->filePath(names[0]), m_folder->filePath(names[1])});
    request.rejectsPath = m_folder->filePath(u"rejects."_s + names[0].section(u'.', -1));
    request.reportPath = m_folder->filePath(u"report.csv"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, rejected 2"_s);
    QCOMPARE(read(QFileInfo(request.rejectsPath).fileName()), rejects);
    const QList<QByteArray> report = read(u"report.csv"_s).split('\n');
    QVERIFY2(report[1].startsWith("a.csv:2,rejected") || report[1].startsWith("b.jsonl:1,rejected"),
             report[1]);

    QByteArray corrected = rejects;
    corrected.replace(",x\n", ",7\n").replace("\"uses\":\"x\"", "\"uses\":7");
    write(QFileInfo(request.rejectsPath).fileName(), corrected);
    QCOMPARE(test::countsOf(test::import(database(), importOf({request.rejectsPath}))),
             u"read 2, inserted 2"_s);
    QCOMPARE(rows(), (QStringList{u"Ada|7"_s, u"Basic|7"_s}));
}

void TestImportSeveralFiles::changesNothingWhereOneDoesNotFit()
{
    const QString second = write(u"b.csv"_s, "tag_id,color\nBasic,red\n");
    const Error error = failureOf([&] {
        test::import(database(), importOf({write(u"a.csv"_s, "tag_id,uses\nAda,1\n"), second}));
    });
    QCOMPARE(error.kind, ErrorKind::File);
    QCOMPARE(
        error.message,
        u"“%1” has no column “uses”, which “a.csv” has; give all files the same columns."_s.arg(
            second));
    QCOMPARE(rows(), QStringList());
}

void TestImportSeveralFiles::replacesNoneOfThem()
{
    const QString second = write(u"b.csv"_s, "tag_id\nBasic\n");
    auto request = importOf({write(u"a.csv"_s, "tag_id\nAda\n"), second});
    request.rejectsPath = second;
    QCOMPARE(failureOf([&] { test::import(database(), request); }).kind, ErrorKind::Usage);
    request.rejectsPath.clear();
    request.reportPath = second;
    QCOMPARE(failureOf([&] { test::import(database(), request); }).kind, ErrorKind::Usage);
    QCOMPARE(read(u"b.csv"_s), QByteArray("tag_id\nBasic\n"));
}

void TestImportSeveralFiles::previewsThemTogether()
{
    const auto request = importOf({write(u"a.csv"_s, "tag_id,uses\nAda,1\n"),
                                   write(u"b.csv"_s, "uses,tag_id\n2,Basic\n3,Cobol\n")});
    const auto preview = test::read(database(), [&](ScopedConnection &, const Vocabulary &tags) {
        return previewImport(tags, request.source, 2);
    });
    QCOMPARE(preview.rows.size(), size_t(2));
    QVERIFY(!preview.complete);
    QCOMPARE(preview.rows[1], (Row{u"Basic"_s, u"2"_s}));
    QCOMPARE(fileLineText(preview.files, preview.lines[1]), u"b.csv:2"_s);
}

void TestImportSeveralFiles::takesTheHeadingOfEachForOne()
{
    // One column looks like plain lines, and here the heading says otherwise in both.
    const auto account = test::import(
        database(), importOf({write(u"a"_s, "tag_id\nAda\n"), write(u"b"_s, "TAG_ID\nBasic\n")}));
    QCOMPARE(test::countsOf(account), u"read 2, inserted 2"_s);
    QCOMPARE(database().tags(), (QStringList{u"Ada"_s, u"Basic"_s}));
    const auto lines =
        test::import(database(), importOf({write(u"c"_s, "C\nD\n"), write(u"d"_s, "E\n")}));
    QCOMPARE(test::countsOf(lines), u"read 3, inserted 3"_s);
    QCOMPARE(fileLineText(lines.files, 3), u"d:1"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportSeveralFiles)
#include "TestImportSeveralFiles.moc"
