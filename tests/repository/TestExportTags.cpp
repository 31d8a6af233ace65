// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"
#include "repository/TagRepository.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"
#include "support/MakeJournal.h"
#include "support/MakeSnapshot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestExportTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void whatIsExportedIsUnchangedWhenImported_data();
    void whatIsExportedIsUnchangedWhenImported();
    void itFillsAnEmptyTableWithTheSame();
    void writesTheChosenRowsAndColumns();
    void formulasAreMadeSafeOnDemand();
    void replacesAFileOnlyWhenItIsWhole();
    void cancelLeavesNothing();
    void aFolderThatIsMissing();
    void aFullDisk();

private:
    static ExportRequest requestFor(const SnapshotPtr &snapshot, const QString &path,
                                    FileFormat format);
    static QByteArray content(const QString &path);
    void fill();
};

ExportRequest TestExportTags::requestFor(const SnapshotPtr &snapshot, const QString &path,
                                         FileFormat format)
{
    ExportRequest request{snapshot, {}, {}, path, format};
    request.rows.resize(static_cast<size_t>(snapshot->rowCount()));
    std::iota(request.rows.begin(), request.rows.end(), 0U);
    return request;
}

QByteArray TestExportTags::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestExportTags::fill()
{
    database().execute(u"INSERT INTO tags (tag_id, description, category, color) VALUES "
                       "('Python', 'a \"quoted\", snake', NULL, ''), "
                       "('a\nb', 'two\r\nlines', '  ', ';'), "
                       "('ünï \U0001F40D', '', 'NULL', 'tab\there'), "
                       "('=1+1', NULL, NULL, NULL), "
                       "('007', '1.0', 'true', 'null')"_s);
}

void TestExportTags::whatIsExportedIsUnchangedWhenImported_data()
{
    QTest::addColumn<int>("format");
    for (const FileFormat format :
         {FileFormat::Csv, FileFormat::Tsv, FileFormat::Json, FileFormat::JsonLines})
        QTest::newRow(qPrintable(fileFormatName(format))) << static_cast<int>(format);
}

void TestExportTags::whatIsExportedIsUnchangedWhenImported()
{
    QFETCH(const int, format);
    DatabaseExecutor executor;
    TagRepository repository(executor);
    VERIFY_OK(answerOf(repository.createVocabulary(database().profile())));
    makeJournal(database().profile());
    fill();
    const TagSource source = *answerOf(repository.open(database().profile()));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tags"_s);
    const auto snapshot = *answerOf(repository.load(source));
    const auto exported = answerOf(
        repository.exportTags(requestFor(snapshot, path, static_cast<FileFormat>(format))));
    VERIFY_OK(exported);
    QCOMPARE(*exported, 5);
    ImportRequest request;
    request.source.path = path;
    request.source.format = static_cast<FileFormat>(format);
    request.onExisting = OnExisting::Update;
    const auto account = answerOf(repository.importTags(source, request));
    VERIFY_OK(account);
    QCOMPARE(account->read, 5);
    QCOMPARE(account->unchanged, 5);
}

void TestExportTags::itFillsAnEmptyTableWithTheSame()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    VERIFY_OK(answerOf(repository.createVocabulary(database().profile())));
    makeJournal(database().profile());
    fill();
    const TagSource source = *answerOf(repository.open(database().profile()));
    const QTemporaryDir folder;
    const auto before = database().rows(u"SELECT * FROM tags ORDER BY tag_id"_s);
    for (const FileFormat format :
         {FileFormat::Csv, FileFormat::Tsv, FileFormat::Json, FileFormat::JsonLines}) {
        const QString path = folder.filePath(u"tags."_s + fileFormatName(format));
        const auto snapshot = *answerOf(repository.load(source));
        VERIFY_OK(answerOf(repository.exportTags(requestFor(snapshot, path, format))));
        database().execute(u"DELETE FROM tags"_s);
        ImportRequest request;
        request.source.path = path; // and the format is recognised
        VERIFY_OK(answerOf(repository.importTags(source, request)));
        QCOMPARE(database().rows(u"SELECT * FROM tags ORDER BY tag_id"_s), before);
    }
}

void TestExportTags::writesTheChosenRowsAndColumns()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const auto snapshot =
        test::makeSnapshot({test::makeColumn(u"tag_id"_s), test::makeColumn(u"note"_s)},
                           {{u"a"_s, u"1"_s}, {u"b"_s, std::nullopt}, {u"c"_s, u""_s}});
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tags.csv"_s);
    VERIFY_OK(answerOf(repository.exportTags({snapshot, {2, 1}, {1, 0}, path, FileFormat::Csv})));
    QCOMPARE(content(path).replace("\r\n", "\n"), "note,tag_id\n\"\",c\n,b\n"_ba);
    VERIFY_OK(answerOf(repository.exportTags({snapshot, {0, 2}, {1, 0}, path, FileFormat::Lines})));
    QCOMPARE(content(path), "a\nc\n"_ba);
}

void TestExportTags::formulasAreMadeSafeOnDemand()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    Column uses = test::makeColumn(u"uses"_s);
    uses.type = ColumnType::Integer;
    const auto snapshot = test::makeSnapshot({test::makeColumn(u"tag_id"_s), uses},
                                             {{u"=1+1"_s, u"-5"_s}, {u"-5"_s, std::nullopt}});
    const QTemporaryDir folder;
    ExportRequest request = requestFor(snapshot, folder.filePath(u"tags"_s), FileFormat::Csv);
    VERIFY_OK(answerOf(repository.exportTags(request)));
    QCOMPARE(content(request.path), "tag_id,uses\n=1+1,-5\n-5,\n"_ba);
    request.spreadsheetSafe = true;
    VERIFY_OK(answerOf(repository.exportTags(request)));
    QCOMPARE(content(request.path), "'tag_id,uses\n'=1+1,-5\n'-5,\n"_ba);
    request.format = FileFormat::JsonLines;
    VERIFY_OK(answerOf(repository.exportTags(request)));
    QCOMPARE(content(request.path),
             "{\"tag_id\":\"=1+1\",\"uses\":-5}\n{\"tag_id\":\"-5\",\"uses\":null}\n"_ba);
}

void TestExportTags::replacesAFileOnlyWhenItIsWhole()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const auto snapshot = test::makeNames({u"a"_s, u"two\nlines"_s});
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tags.txt"_s);
    VERIFY_OK(answerOf(repository.exportTags({snapshot, {0}, {}, path, FileFormat::Lines})));
    QCOMPARE(content(path), "a\n"_ba);
    // Plain lines cannot hold a line break: the file stays what it was.
    const auto failed =
        answerOf(repository.exportTags({snapshot, {0, 1}, {}, path, FileFormat::Lines}));
    QVERIFY(!failed.ok());
    QCOMPARE(content(path), "a\n"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"tags.txt"_s});
}

void TestExportTags::cancelLeavesNothing()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    QStringList names;
    for (int i = 0; i < 60'000; ++i)
        names << u"tag%1"_s.arg(i);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tags.csv"_s);
    const auto pending =
        repository.exportTags(requestFor(test::makeNames(names), path, FileFormat::Csv));
    pending.token.cancel();
    const auto answer = answerOf(pending);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

void TestExportTags::aFolderThatIsMissing()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"no/tags.csv"_s);
    const auto answer = answerOf(
        repository.exportTags(requestFor(test::makeNames({u"a"_s}), path, FileFormat::Csv)));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::File);
    QVERIFY(answer.error().message.contains(path));
}

void TestExportTags::aFullDisk()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const auto answer = answerOf(repository.exportTags(
        requestFor(test::makeNames({u"a"_s}), u"/dev/full"_s, FileFormat::Csv)));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::DiskFull);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestExportTags)
#include "TestExportTags.moc"
