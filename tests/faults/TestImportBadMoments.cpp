// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "FaultWorld.h"
#include "FullDisk.h"
#include "support/DatabaseTestCase.h"
#include "support/NativeSqlite.h"
#include "transfer/RecordWriter.h"
#include "vocabulary/BadInput.h"
#include "vocabulary/ImportFile.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <functional>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What can happen around an import while it runs: one sentence, and nothing has changed. */
class TestImportBadMoments : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void theFileChanges_data();
    void theFileChanges();
    void theFileIsOnlyRemoved();
    void theDatabasesDiskFills();
    void theDiskOfAnOutputFills_data();
    void theDiskOfAnOutputFills();
    void anEndlessField_data();
    void anEndlessField();
    void aLockedFile();
    void aLockedTable_data();
    void aLockedTable();
    void cancelledWhileItWaits();
    void theServerIsKilled();

private:
    using Change = std::function<void(const QString &path)>;

    test::FaultWorld &world();
    QString write(const QString &name, const QByteArray &content) const;
    static QByteArray csv(int records, const QByteArray &name = "tag ");
    QString workbook(int records) const;
    std::optional<Error> importAndChange(const QString &path, const Change &change);

    std::unique_ptr<test::FaultWorld> m_world;
    QTemporaryDir m_folder;
};

namespace
{

/** What another program does to the file. */
struct Changing
{
    void (*run)(const QString &path) = nullptr;
};

void truncateIt(const QString &path)
{
    QFile::resize(path, QFileInfo(path).size() / 2);
}

void appendToIt(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("more,1\n");
}

void writeOverIt(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() - 4);
    file.write("x");
}

void replaceIt(const QString &path)
{
    const QString other = path + u".new"_s;
    QVERIFY(QFile::copy(path, other));
    QCOMPARE(std::rename(QFile::encodeName(other), QFile::encodeName(path)), 0);
}

/** A limit to the size of every file that is written from now on. */
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before = {};
};

} // namespace

test::FaultWorld &TestImportBadMoments::world()
{
    if (!m_world) {
        m_world = std::make_unique<test::FaultWorld>();
        guard().takeWarnings(); // of its anchor of the drivers, beside that of this class
    }
    m_world->rebuild();
    return *m_world;
}

QString TestImportBadMoments::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written.", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray TestImportBadMoments::csv(int records, const QByteArray &name)
{
    QByteArray content = "name,note\n";
    for (int i = 0; i < records; ++i)
        content += name + QByteArray::number(i) + ',' + QByteArray(80, 'x') + '\n';
    return content;
}

QString TestImportBadMoments::workbook(int records) const
{
    QFile file(m_folder.filePath(u"tags.xlsx"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written.", qPrintable(file.fileName()));
    std::vector<Column> columns(2);
    columns[0].name = u"name"_s;
    columns[1].name = u"note"_s;
    const auto writer = makeRecordWriter(FileFormat::Xlsx, file, columns, 0);
    for (int i = 0; i < records; ++i)
        writer->write({u"tag %1"_s.arg(i), QString(80, u'x')});
    writer->finish();
    return file.fileName();
}

/** Imports into the SQLite file and calls @p change once, after the first records. */
std::optional<Error> TestImportBadMoments::importAndChange(const QString &path,
                                                           const Change &change)
{
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().insertTags({u"old"_s});
    ImportRequest request;
    request.source.path = path;
    request.mapping = {{u"name"_s, u"tag_id"_s}, {u"note"_s, u"note"_s}};
    bool isChanged = false;
    return errorOf([&] {
        test::import(database(), request, [&](const Progress &) {
            if (!isChanged)
                change(path);
            isChanged = true;
        });
    });
}

void TestImportBadMoments::theFileChanges_data()
{
    QTest::addColumn<bool>("isWorkbook");
    QTest::addColumn<Changing>("change");
    QTest::newRow("truncated") << false << Changing{&truncateIt};
    QTest::newRow("appended to") << false << Changing{&appendToIt};
    QTest::newRow("written over") << false << Changing{&writeOverIt};
    QTest::newRow("replaced") << false << Changing{&replaceIt};
    QTest::newRow("a workbook is replaced") << true << Changing{&replaceIt};
    QTest::newRow("a workbook is truncated") << true << Changing{&truncateIt};
}

void TestImportBadMoments::theFileChanges()
{
    QFETCH(const bool, isWorkbook);
    QFETCH(const Changing, change);
    constexpr int records = 60'000; // several chunks, the first of which takes its time
    const QString path = isWorkbook ? workbook(records) : write(u"tags.csv"_s, csv(records));
    const auto error = importAndChange(path, change.run);
    VERIFY_REFUSAL(error, ErrorKind::File, path);
    QCOMPARE(error->message, u"“%1” has changed while it was read; import it again."_s.arg(path));
    QCOMPARE(database().tags(), QStringList{u"old"_s});
}

// What was opened can be read to its end.
void TestImportBadMoments::theFileIsOnlyRemoved()
{
    constexpr int records = 60'000;
    const QString path = write(u"tags.csv"_s, csv(records));
    const auto error = importAndChange(path, [](const QString &file) { QFile::remove(file); });
    QVERIFY2(!error, error ? qPrintable(error->message) : "");
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), records + 1);
}

void TestImportBadMoments::theDatabasesDiskFills()
{
    const QString path = write(u"tags.csv"_s, csv(60'000));
    const test::FullDisk disk(3'000'000);
    const auto error = importAndChange(path, [](const QString &) {});
    VERIFY_REFUSAL(error, ErrorKind::DiskFull, database().file());
    QCOMPARE(
        error->message,
        u"The disk that holds %1 is full; free some space and try again."_s.arg(database().file()));
    QCOMPARE(database().tags(), QStringList{u"old"_s});
    QCOMPARE(database().column(u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
}

void TestImportBadMoments::theDiskOfAnOutputFills_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("rejected records") << u"rejects"_s;
    QTest::newRow("report") << u"report"_s;
    QTest::newRow("lines") << u"lines"_s;
}

// A limit to files is met like a full disk; none of the records is stored, as they have no name.
void TestImportBadMoments::theDiskOfAnOutputFills()
{
    QFETCH(const QString, output);
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().insertTags({u"old"_s});
    ImportRequest request;
    request.source.data = "tag_id,note\n";
    for (int i = 0; i < 20'000; ++i)
        *request.source.data += ',' + QByteArray(80, 'x') + '\n';
    const QString path = m_folder.filePath(output + u".csv"_s);
    if (output == "rejects"_L1)
        request.rejectsPath = path;
    else if (output == "report"_L1)
        request.reportPath = path;
    request.keepLines = output == "lines"_L1;
    const auto error = errorOf([&] {
        const FileLimit limit(300'000);
        test::import(database(), request);
    });
    VERIFY_REFUSAL(error, ErrorKind::DiskFull, u"free some space"_s);
    QCOMPARE(error->message,
             request.keepLines
                 ? u"The lines of the import cannot be kept because the disk with the "
                   "temporary files is full; free some space there."_s
                 : u"“%1” cannot be written because the disk is full; free some "
                   "space or choose another place."_s.arg(path));
    QVERIFY(!QFile::exists(path));
    QCOMPARE(database().tags(), QStringList{u"old"_s});
}

void TestImportBadMoments::anEndlessField_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("line");
    QTest::newRow("CSV") << u"tags.csv"_s << "name,note\na,1\nb,\""_ba
                         << "\"\n"_ba << 3;
    QTest::newRow("JSON") << u"tags.json"_s << "[{\"name\": \"a\"},\n{\"name\": \""_ba
                          << "\"}]\n"_ba << 2;
    QTest::newRow("JSON Lines") << u"tags.jsonl"_s << "{\"name\": \"a\"}\n{\"name\": \""_ba
                                << "\"}\n"_ba << 2;
    QTest::newRow("plain lines") << u"tags.txt"_s << "a\nb\n"_ba
                                 << "\n"_ba << 3;
}

void TestImportBadMoments::anEndlessField()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    QFETCH(const QByteArray, end);
    QFETCH(const int, line);
    constexpr qsizetype size = 100'000'000;
    const QString path = write(name, begin + QByteArray(size, 'x') + end);
    test::createTags(database(), test::bytewise());
    database().insertTags({u"old"_s});
    ImportRequest request;
    request.source.path = path;
    request.mapping = {{u"name"_s, u"tag_id"_s}};
    const auto error = errorOf([&] { test::import(database(), request); });
    VERIFY_REFUSAL(error, ErrorKind::File, path);
    QCOMPARE(error->message, u"“%1” has a record of more than 64 MiB on line %2; check the quotes "
                             "and brackets there."_s.arg(path, QString::number(line)));
    QCOMPARE(database().tags(), QStringList{u"old"_s});
    QFile::remove(path);
}

void TestImportBadMoments::aLockedFile()
{
    test::createTags(database(), test::bytewise());
    database().insertTags({u"old"_s});
    std::optional<Error> error;
    {
        NativeSqlite holder(database().file());
        holder.execute(u"BEGIN EXCLUSIVE"_s);
        error = errorOf([&] { test::import(database(), test::importOf(u"tag_id\nnew\n"_s)); });
    }
    VERIFY_REFUSAL(error, ErrorKind::Locked, database().file());
    QCOMPARE(error->message, u"The file %1 is locked by another program; close it there or try "
                             "again in a moment."_s.arg(database().file()));
    QCOMPARE(database().tags(), QStringList{u"old"_s});
}

void TestImportBadMoments::aLockedTable_data()
{
    QTest::addColumn<QString>("lock");
    QTest::newRow("the table") << u"LOCK TABLES tags WRITE"_s;
    QTest::newRow("a row") << u"SELECT * FROM tags WHERE id = 4 FOR UPDATE"_s;
}

void TestImportBadMoments::aLockedTable()
{
    QFETCH(const QString, lock);
    test::FaultWorld &there = world();
    DatabaseExecutor executor;
    executor.setFirstRetryPause(std::chrono::milliseconds(1));
    TagRepository repository(executor);
    TagSource source = there.source(repository);
    source.profile = there.direct();
    const QStringList before = there.dump();
    ImportRequest request = test::importOf(u"name,note\nnew,1\nblue,changed\n"_s);
    request.onExisting = OnExisting::Update;
    std::optional<Result<ImportAccount>> answer;
    {
        NativeMariaDb holder(there.server().socket(), u"shop"_s);
        holder.execute(u"START TRANSACTION"_s);
        holder.execute(lock);
        answer = answerOf(repository.importTags(source, request));
    }
    QVERIFY(!answer->ok());
    const std::optional<Error> error = answer->error();
    VERIFY_REFUSAL(error, ErrorKind::Locked, u"lock"_s);
    QCOMPARE(error->message,
             u"The table tags: somebody else holds a lock on these rows (Lock wait timeout "
             "exceeded; try restarting transaction); try again in a moment."_s);
    QCOMPARE(there.dump(), before);
    QCOMPARE(there.operations(), QStringList());
}

void TestImportBadMoments::cancelledWhileItWaits()
{
    test::FaultWorld &there = world();
    DatabaseExecutor executor;
    TagRepository repository(executor);
    TagSource source = there.source(repository);
    source.profile = there.direct();
    const QStringList before = there.dump();
    std::optional<Result<ImportAccount>> answer;
    {
        NativeMariaDb holder(there.server().socket(), u"shop"_s);
        holder.execute(u"LOCK TABLES tags WRITE"_s);
        const auto pending = repository.importTags(source, test::importOf(u"name,note\nnew,1\n"_s));
        NativeMariaDb observer(there.server().socket());
        QTRY_COMPARE(observer
                         .rows(u"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE STATE "
                               "LIKE 'Waiting for table%'"_s)
                         .value(0)
                         .value(0),
                     u"1"_s);
        pending.token.cancel();
        answer = answerOf(pending); // while the lock is still held
    }
    QVERIFY(!answer->ok());
    QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
    QCOMPARE(there.dump(), before);
    QCOMPARE(there.operations(), QStringList());
}

void TestImportBadMoments::theServerIsKilled()
{
    test::FaultWorld &there = world();
    const QString path = write(u"tags.csv"_s, csv(200'000));
    DatabaseExecutor executor;
    executor.setFirstRetryPause(std::chrono::milliseconds(1));
    TagRepository repository(executor);
    TagSource source = there.source(repository);
    source.profile = there.direct();
    const QStringList before = there.dump();
    ImportRequest request;
    request.source.path = path;
    request.onExisting = OnExisting::Update;
    const auto pending = repository.importTags(source, request);
    QObject receiver;
    bool isKilled = false;
    whenProgressed(&receiver, pending, [&](const Progress &progress) {
        if (!isKilled && progress.records > 0) {
            there.server().crash();
            isKilled = true;
        }
    });
    const auto answer = answerOf(pending);
    QVERIFY(isKilled);
    QVERIFY(!answer.ok());
    const std::optional<Error> error = answer.error();
    VERIFY_REFUSAL(error, ErrorKind::Connection, u"No server answers at the socket"_s);
    QVERIFY2(there.server().restart(), qPrintable(there.server().error()));
    QCOMPARE(there.dump(), before);
    QCOMPARE(there.operations(), QStringList());
    QCOMPARE(there.strayChanges(), 0);
    guard().takeWarnings(); // of statements that the broken link has left on the server
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportBadMoments)
#include "TestImportBadMoments.moc"
