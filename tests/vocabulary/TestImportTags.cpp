// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ImportTags.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What an import does with the table as a whole. */
class TestImportTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void namesThatExist_data();
    void namesThatExist();
    void aSecondImportIsUnchanged();
    void valuesOfEveryTypeStayTheSame();
    void dryRunTellsTheSameAndChangesNothing();
    void anUnclosedQuoteAtTheEndChangesNothing();
    void aWrongByteInTheMiddleChangesNothing();
    void aFileThatIsMissing();
    void cancelInTheMiddleChangesNothing();
    void cancelIsHeardAmongRejectedRecords();
    void severalBatchesWithATwinInEach_data();
    void severalBatchesWithATwinInEach();
    void longValuesFillBatchesEarly();
    void tellsHowFarItIs();
    void refusesATableWithoutRollback();

private:
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
    void createFilled();
};

void TestImportTags::createFilled()
{
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', 'old'), ('b', NULL), ('c', 'same')"_s);
}

void TestImportTags::namesThatExist_data()
{
    QTest::addColumn<int>("onExisting");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QStringList>("stored");
    QTest::newRow("skip") << static_cast<int>(OnExisting::Skip)
                          << u"read 5, inserted 2, unchanged 1, skipped 2"_s
                          << QStringList{u"a|old"_s, u"b|NULL"_s, u"c|same"_s, u"d|new"_s,
                                         u"e|NULL"_s};
    QTest::newRow("update") << static_cast<int>(OnExisting::Update)
                            << u"read 5, inserted 2, updated 2, unchanged 1"_s
                            << QStringList{u"a|new"_s, u"b|"_s, u"c|same"_s, u"d|new"_s,
                                           u"e|NULL"_s};
    QTest::newRow("fail") << static_cast<int>(OnExisting::Fail) << QString()
                          << QStringList{u"a|old"_s, u"b|NULL"_s, u"c|same"_s};
}

void TestImportTags::namesThatExist()
{
    QFETCH(const int, onExisting);
    QFETCH(const QString, counts);
    QFETCH(const QStringList, stored);
    createFilled();
    const auto request = test::importOf(u"tag_id,note\nd,new\na,new\nb,\"\"\nc,same\ne,\n"_s,
                                        FileFormat::Csv, static_cast<OnExisting>(onExisting));
    if (counts.isEmpty()) {
        const auto error = errorOf([&] { test::import(database(), request); });
        COMPARE_KIND(error, ErrorKind::Conflict);
        QVERIFY2(error->message.startsWith(u"Line 3: “a” equals “a” (a stored tag)"_s),
                 qPrintable(error->message));
    } else {
        QCOMPARE(test::countsOf(test::import(database(), request)), counts);
    }
    QCOMPARE(rows(), stored);
}

void TestImportTags::aSecondImportIsUnchanged()
{
    createFilled();
    const QString file = u"tag_id,note\nPython,\"a, \"\"b\"\"\"\nGo,\nRust,\"\"\n ünï ,x\n"_s;
    for (const OnExisting onExisting : {OnExisting::Update, OnExisting::Skip}) {
        const auto request = test::importOf(file, FileFormat::Csv, onExisting);
        test::import(database(), request);
        const QStringList before = rows();
        QCOMPARE(test::countsOf(test::import(database(), request)), u"read 4, unchanged 4"_s);
        QCOMPARE(rows(), before);
    }
}

void TestImportTags::valuesOfEveryTypeStayTheSame()
{
    test::createTags(
        database(), test::bytewise(),
        u", uses INTEGER, weight DECIMAL(8,2), ratio DOUBLE, part FLOAT, made DATETIME, day "
        "DATE, code VARCHAR(10), icon BLOB"_s);
    const auto request =
        test::importOf(u"tag_id,uses,weight,ratio,part,made,day,code,icon\n"
                       "a,007,1.5,0.1,0.1,2024-02-29 12:34:56,2024-02-29,007,text\n"
                       "b,-3,2,1e10,2.5,1999-12-31 23:59:59,1999-12-31,1.0,\"\"\n"
                       "c,9223372036854775807,0.01,-0.25,3,,,,\n"_s,
                       FileFormat::Csv, OnExisting::Update);
    if (isMariaDb())
        database().execute(u"ALTER TABLE tags MODIFY uses BIGINT, MODIFY made DATETIME(6)"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 3, inserted 3"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 3, unchanged 3"_s);
    const QString zeros = isMariaDb() ? u".000000"_s : QString();
    QCOMPARE(test::rowTexts(database(), u"SELECT tag_id, uses, made, day, code FROM tags"_s),
             (QStringList{u"a|7|2024-02-29 12:34:56%1|2024-02-29|007"_s.arg(zeros),
                          u"b|-3|1999-12-31 23:59:59%1|1999-12-31|1.0"_s.arg(zeros),
                          u"c|9223372036854775807|NULL|NULL|NULL"_s}));
}

void TestImportTags::dryRunTellsTheSameAndChangesNothing()
{
    createFilled();
    const QStringList before = rows();
    auto request = test::importOf(u"tag_id,note\na,new\nb,\nnew,1\nnew,2\n,x\n"_s, FileFormat::Csv,
                                  OnExisting::Update);
    request.dryRun = true;
    const auto trial = test::import(database(), request);
    QVERIFY(trial.dryRun);
    QCOMPARE(rows(), before);
    request.dryRun = false;
    const auto account = test::import(database(), request);
    QVERIFY(!account.dryRun);
    QCOMPARE(test::countsOf(account), u"read 5, inserted 1, updated 2, unchanged 1, rejected 1"_s);
    QCOMPARE(test::countsOf(trial), test::countsOf(account));
    QCOMPARE(test::pairsOf(trial), test::pairsOf(account));
    QCOMPARE(test::rejectionsOf(trial), test::rejectionsOf(account));
    QCOMPARE(rows(), (QStringList{u"a|new"_s, u"b|NULL"_s, u"c|same"_s, u"new|2"_s}));
}

void TestImportTags::anUnclosedQuoteAtTheEndChangesNothing()
{
    createFilled();
    const QStringList before = rows();
    QString file = u"tag_id,note\n"_s;
    for (int i = 0; i < 2500; ++i) // more than two batches are stored by then
        file += u"tag%1,x\n"_s.arg(i);
    const auto error =
        errorOf([&] { test::import(database(), test::importOf(file + u"last,\"open\n"_s)); });
    COMPARE_KIND(error, ErrorKind::File);
    QCOMPARE(rows(), before);
}

void TestImportTags::aWrongByteInTheMiddleChangesNothing()
{
    createFilled();
    const QStringList before = rows();
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"tags.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 400'000; ++i) // the wrong byte is beyond what is looked at to begin with
        file.write("tag" + QByteArray::number(i) + '\n');
    file.write("\xff\xfe wrong\n");
    file.close();
    ImportRequest request;
    request.source.path = file.fileName();
    request.source.format = FileFormat::Lines;
    request.source.encoding = u"UTF-8"_s;
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::File);
    QCOMPARE(rows(), before);
}

void TestImportTags::aFileThatIsMissing()
{
    createFilled();
    ImportRequest request;
    request.source.path = u"/nowhere/tags.csv"_s;
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::File);
    QVERIFY(error->message.contains(request.source.path));
}

void TestImportTags::cancelInTheMiddleChangesNothing()
{
    createFilled();
    const QStringList before = rows();
    QString file = u"tag_id,note\n"_s;
    for (int i = 0; i < 100'000; ++i)
        file += u"tag%1,x\n"_s.arg(i);
    const CancelToken token;
    qint64 cancelledAt = 0;
    const auto error = errorOf([&] {
        ScopedConnection connection(database().profile(), token);
        const Vocabulary vocabulary = findVocabulary(connection, {});
        Transaction transaction(connection, Transaction::Mode::Write);
        importTags(connection, vocabulary, test::importOf(file), [&](const Progress &progress) {
            cancelledAt = progress.records;
            token.cancel();
        });
        transaction.commit();
    });
    COMPARE_KIND(error, ErrorKind::Cancelled);
    QVERIFY2(cancelledAt > 0 && cancelledAt < 100'000, qPrintable(QString::number(cancelledAt)));
    QCOMPARE(rows(), before);
}

void TestImportTags::cancelIsHeardAmongRejectedRecords()
{
    createFilled();
    const CancelToken token;
    qint64 cancelledAt = 0;
    const auto error = errorOf([&] {
        ScopedConnection connection(database().profile(), token);
        const Vocabulary vocabulary = findVocabulary(connection, {});
        const Transaction transaction(connection, Transaction::Mode::Write);
        importTags(connection, vocabulary,
                   test::importOf(u"tag_id,note\n"_s + u",x\n"_s.repeated(3'000'000)),
                   [&](const Progress &progress) {
                       cancelledAt = progress.records;
                       token.cancel();
                   });
    });
    COMPARE_KIND(error, ErrorKind::Cancelled);
    QVERIFY(cancelledAt < 3'000'000);
}

void TestImportTags::severalBatchesWithATwinInEach_data()
{
    QTest::addColumn<QString>("collation");
    QTest::newRow("told apart by case") << test::bytewise();
    QTest::newRow("case does not count") << test::caseBlind();
}

void TestImportTags::severalBatchesWithATwinInEach()
{
    QFETCH(const QString, collation);
    test::createTags(database(), collation);
    QStringList lines;
    for (int i = 0; i < 5000; ++i)
        lines << u"tag %1"_s.arg(i, 4, 10, QChar(u'0'));
    // In every thousand one twin of the line just before, and one of a line a batch earlier.
    const bool isBlind = collation == test::caseBlind();
    QStringList pairs;
    for (int i = 0; i < 5000; i += 1000) {
        lines[i + 501] = lines[i + 500].toUpper();
        pairs << u"%1 %2 = %3 %4"_s.arg(QString::number(i + 502), lines[i + 501],
                                        QString::number(i + 501), lines[i + 500]);
        if (i == 0)
            continue;
        lines[i + 700] = lines[i - 300].toUpper();
        if (i > 1000) // line i - 300 is a twin itself, of one a batch before
            lines[i + 700] = u"TAG 0700"_s;
        pairs << u"%1 %2 = 701 tag 0700"_s.arg(QString::number(i + 701), lines[i + 700]);
    }
    const auto account =
        test::import(database(), test::importOf(lines.join(u'\n'), FileFormat::Lines));
    if (isBlind) {
        QCOMPARE(test::countsOf(account), u"read 5000, inserted 4991, unchanged 9"_s);
        QStringList found = test::pairsOf(account);
        std::sort(found.begin(), found.end());
        std::sort(pairs.begin(), pairs.end());
        QCOMPARE(found, pairs);
    } else {
        // The five twins of the line before are new; of "TAG 0700" four stand in the file.
        QCOMPARE(test::countsOf(account), u"read 5000, inserted 4997, unchanged 3"_s);
    }
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), account.inserted);
}

void TestImportTags::longValuesFillBatchesEarly()
{
    test::createTags(database(), test::bytewise(),
                     isMariaDb() ? u", note LONGTEXT"_s : u", note TEXT"_s);
    QString file = u"tag_id,note\n"_s;
    for (int i = 0; i < 40; ++i)
        file += u"tag%1,%2\n"_s.arg(QString::number(i), QString(500'000, u'x'));
    QCOMPARE(test::countsOf(test::import(database(), test::importOf(file))),
             u"read 40, inserted 40"_s);
    QCOMPARE(database().number(u"SELECT SUM(LENGTH(note)) FROM tags"_s), 20'000'000);
}

void TestImportTags::tellsHowFarItIs()
{
    database().createMinimalTable();
    QStringList lines;
    for (int i = 0; i < 20'000; ++i)
        lines << u"tag%1"_s.arg(i);
    const auto request = test::importOf(lines.join(u'\n'), FileFormat::Lines);
    std::vector<Progress> reports;
    test::import(database(), request,
                 [&reports](const Progress &progress) { reports.push_back(progress); });
    QVERIFY(!reports.empty());
    qint64 records = 0;
    for (const Progress &progress : reports) {
        QVERIFY(progress.records >= records && progress.bytes <= progress.totalBytes);
        records = progress.records;
    }
    QCOMPARE(records, 20'000);
    QCOMPARE(reports.back().totalBytes, request.source.data->size());
    QCOMPARE(reports.back().bytes, reports.back().totalBytes);
}

void TestImportTags::refusesATableWithoutRollback()
{
    if (!isMariaDb())
        return;
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(50) PRIMARY KEY) ENGINE=MyISAM"_s);
    const auto error = errorOf(
        [this] { test::import(database(), test::importOf(u"Python"_s, FileFormat::Lines)); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportTags)
#include "TestImportTags.moc"
