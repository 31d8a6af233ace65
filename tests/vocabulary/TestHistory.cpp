// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/History.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "database/Transaction.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/Journal.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTables.h"

#include <QDateTime>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestHistory : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void needsAJournal();
    void listsTheNewestFirst();
    void comesInPages();
    void findsText_data();
    void findsText();
    void listsOneVocabulary();
    void findsAnOperation_data();
    void findsAnOperation();
    void locksWhatIsThereNow_data();
    void locksWhatIsThereNow();
    void refusesToGuess_data();
    void refusesToGuess();
    void passesOverWhatIsUndone();
    void followsUndoAndRedo();
    void showsRowsOfATableThatIsGone();
    void clearsWhatIsOlder();

private:
    /** Renames the tag; what its entry is, does not matter here. */
    void enter(const QString &id, const QString &summary, const QString &vocabulary = u"tags"_s,
               const QString &undoes = {});
    QStringList summaries(const HistoryQuery &query);
    QString undoneBy(const QString &id)
    {
        ScopedConnection connection(database().profile());
        return findOperation(connection, id, {}).undoneBy;
    }
};

namespace
{

const auto firstId = "11111111-aaaa-4000-8000-000000000001"_L1;
const auto secondId = "11112222-bbbb-4000-8000-000000000002"_L1;
const auto thirdId = "33333333-cccc-4000-8000-000000000003"_L1;

} // namespace

void TestHistory::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::bytewise(), u", note VARCHAR(20)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', 'x')"_s);
    if (qstrcmp(QTest::currentTestFunction(), "needsAJournal") == 0)
        return;
    ScopedConnection connection(database().profile());
    createJournal(connection, false);
}

void TestHistory::enter(const QString &id, const QString &summary, const QString &vocabulary,
                        const QString &undoes)
{
    ScopedConnection connection(database().profile());
    Transaction transaction(connection, Transaction::Mode::Write);
    Journal journal(connection, {id, undoes.isEmpty() ? u"set"_s : u"undo"_s, vocabulary,
                                 u"Änne@laptop"_s, undoes});
    const RowSelection rows{
        u"tags"_s, {}, {}, u"tag_id = ?"_s, [](Statement &statement) { statement.bind(u"Go"_s); }};
    RecordedUpdate update(connection, rows, {u"note"_s});
    Statement(connection, u"UPDATE tags SET note = ? WHERE tag_id = 'Go'"_s)
        .bind(summary)
        .execute();
    update.done();
    journal.finish(summary);
    transaction.commit();
}

QStringList TestHistory::summaries(const HistoryQuery &query)
{
    ScopedConnection connection(database().profile());
    QStringList texts;
    const HistoryPage page = readHistory(connection, query);
    for (const OperationEntry &entry : page.entries)
        texts << entry.summary;
    if (page.hasMore)
        texts << u"…"_s;
    return texts;
}

void TestHistory::needsAJournal()
{
    ScopedConnection connection(database().profile());
    COMPARE_KIND(errorOf([&] { readHistory(connection, {}); }), ErrorKind::NoJournal);
    COMPARE_KIND(errorOf([&] { findOperation(connection, {}, u"tags"_s); }), ErrorKind::NoJournal);
    COMPARE_KIND(errorOf([&] { clearHistory(connection, QDateTime::currentDateTimeUtc()); }),
                 ErrorKind::NoJournal);
    QVERIFY(!isInJournal(connection, firstId));
}

void TestHistory::listsTheNewestFirst()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    enter(firstId, u"one"_s);
    enter(secondId, u"two"_s);
    ScopedConnection connection(database().profile());
    const HistoryPage page = readHistory(connection, {});
    QCOMPARE(page.entries.size(), size_t(2));
    QVERIFY(!page.hasMore);
    const OperationEntry &newest = page.entries.front();
    QCOMPARE(newest.id, QString(secondId));
    QCOMPARE(newest.kind, u"set"_s);
    QCOMPARE(newest.vocabulary, u"tags"_s);
    QCOMPARE(newest.author, u"Änne@laptop"_s);
    QCOMPARE(newest.summary, u"two"_s);
    QCOMPARE(newest.rows, 1);
    QVERIFY(newest.bytes > 0);
    QVERIFY(newest.number > page.entries.back().number);
    QCOMPARE(newest.at.timeSpec(), Qt::UTC);
    QVERIFY(newest.at >= before && newest.at <= QDateTime::currentDateTimeUtc());
    QVERIFY(isInJournal(connection, firstId));
    QVERIFY(!isInJournal(connection, thirdId));
}

void TestHistory::comesInPages()
{
    enter(firstId, u"one"_s);
    enter(secondId, u"two"_s);
    enter(thirdId, u"three"_s);
    HistoryQuery query;
    query.limit = 2;
    QCOMPARE(summaries(query), (QStringList{u"three"_s, u"two"_s, u"…"_s}));
    query.below = 2;
    QCOMPARE(summaries(query), (QStringList{u"one"_s}));
}

void TestHistory::findsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("part") << u"Col"_s << QStringList{u"50% off_color"_s, u"Renamed COLOR"_s};
    QTest::newRow("beyond ASCII") << u"ÜBER"_s << QStringList{u"über alles"_s};
    QTest::newRow("author") << u"änne"_s
                            << QStringList{u"über alles"_s, u"50% off_color"_s, u"Renamed COLOR"_s};
    QTest::newRow("kind") << u"SET"_s
                          << QStringList{u"über alles"_s, u"50% off_color"_s, u"Renamed COLOR"_s};
    QTest::newRow("percent sign") << u"0%"_s << QStringList{u"50% off_color"_s};
    QTest::newRow("underscore") << u"f_c"_s << QStringList{u"50% off_color"_s};
    QTest::newRow("nothing") << u"d%c"_s << QStringList();
}

void TestHistory::findsText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    enter(firstId, u"Renamed COLOR"_s);
    enter(secondId, u"50% off_color"_s);
    enter(thirdId, u"über alles"_s);
    HistoryQuery query;
    query.text = text;
    QCOMPARE(summaries(query), found);
}

void TestHistory::listsOneVocabulary()
{
    enter(firstId, u"one"_s);
    enter(secondId, u"two"_s, u"labels"_s);
    HistoryQuery query;
    query.vocabulary = u"labels"_s;
    QCOMPARE(summaries(query), (QStringList{u"two"_s}));
    QCOMPARE(summaries({}).size(), 2);
}

void TestHistory::findsAnOperation_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("summary");
    QTest::newRow("id") << QString(firstId) << u"one"_s;
    QTest::newRow("id in capitals") << QString(firstId).toUpper() << u"one"_s;
    QTest::newRow("beginning") << u"11112"_s << u"two"_s;
    QTest::newRow("in capitals") << QString(secondId).toUpper() << u"two"_s;
    QTest::newRow("number") << u"3"_s << u"three"_s;
    QTest::newRow("number as it is shown") << u"#1"_s << u"one"_s;
    QTest::newRow("the newest of the vocabulary") << QString() << u"two"_s;
}

void TestHistory::findsAnOperation()
{
    QFETCH(QString, name);
    QFETCH(QString, summary);
    enter(firstId, u"one"_s);
    enter(secondId, u"two"_s);
    enter(thirdId, u"three"_s, u"labels"_s);
    ScopedConnection connection(database().profile());
    QCOMPARE(findOperation(connection, name, u"tags"_s).summary, summary);
    QCOMPARE(lockOperation(connection, name, u"tags"_s).summary, summary);
}

void TestHistory::locksWhatIsThereNow_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("id") << QString(firstId);
    QTest::newRow("beginning") << QString(firstId).first(10);
    QTest::newRow("number") << u"#1"_s;
}

void TestHistory::locksWhatIsThereNow()
{
    QFETCH(QString, name);
    enter(firstId, u"one"_s);
    ScopedConnection connection(database().profile());
    std::optional<Transaction> transaction;
    if (TestDatabase::isMariaDb()) { // elsewhere there is one writer
        transaction.emplace(connection, Transaction::Mode::Write);
        QCOMPARE(findOperation(connection, firstId, {}).undoneBy, QString()); // takes a snapshot
    }
    enter(secondId, u"undone one"_s, u"tags"_s, firstId);
    QCOMPARE(lockOperation(connection, name, {}).undoneBy, secondId);
    if (!TestDatabase::isMariaDb())
        return;
    const auto lock = [this](const QString &number) {
        ScopedConnection other(database().profile());
        Statement(
            other,
            u"SELECT id FROM tagsmith_operation WHERE number = %1 FOR UPDATE NOWAIT"_s.arg(number))
            .execute();
    };
    COMPARE_KIND(errorOf([&] { lock(u"1"_s); }), ErrorKind::Locked);
    QVERIFY(!errorOf([&] { lock(u"2"_s); }).has_value());
}

void TestHistory::refusesToGuess_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    const auto missing = static_cast<int>(ErrorKind::Missing);
    QTest::newRow("ambiguous") << u"1111"_s << static_cast<int>(ErrorKind::Usage);
    QTest::newRow("too short") << u"333"_s << missing;
    QTest::newRow("unknown") << u"abcdef"_s << missing;
    QTest::newRow("more than an id") << firstId + u" or so"_s << missing;
    QTest::newRow("unknown id") << u"99999999-aaaa-4000-8000-000000000001"_s << missing;
    QTest::newRow("unknown number") << u"99"_s << missing;
    QTest::newRow("wildcard") << u"%%%%"_s << missing;
    QTest::newRow("nothing of the vocabulary") << QString() << missing;
}

void TestHistory::refusesToGuess()
{
    QFETCH(QString, name);
    QFETCH(int, kind);
    enter(firstId, u"one"_s);
    enter(secondId, u"two"_s);
    enter(thirdId, u"three"_s);
    ScopedConnection connection(database().profile());
    COMPARE_KIND(errorOf([&] { findOperation(connection, name, u"labels"_s); }),
                 static_cast<ErrorKind>(kind));
    COMPARE_KIND(errorOf([&] { lockOperation(connection, name, u"labels"_s); }),
                 static_cast<ErrorKind>(kind));
}

void TestHistory::passesOverWhatIsUndone()
{
    enter(firstId, u"one"_s);
    enter(secondId, u"two"_s);
    enter(thirdId, u"undone two"_s, u"tags"_s, secondId);
    ScopedConnection connection(database().profile());
    QCOMPARE(findOperation(connection, {}, u"tags"_s).summary, u"one"_s);
}

void TestHistory::followsUndoAndRedo()
{
    const QString undo = u"44444444-dddd-4000-8000-000000000004"_s;
    const QString redo = u"55555555-eeee-4000-8000-000000000005"_s;
    const QString undoAgain = u"66666666-ffff-4000-8000-000000000006"_s;
    enter(firstId, u"one"_s);
    enter(undo, u"undone"_s, u"tags"_s, firstId);
    QCOMPARE(undoneBy(firstId), undo);
    enter(redo, u"redone"_s, u"tags"_s, undo);
    QCOMPARE(undoneBy(undo), redo);
    QCOMPARE(undoneBy(firstId), QString()); // it is in force again
    enter(undoAgain, u"undone again"_s, u"tags"_s, redo);
    QCOMPARE(undoneBy(redo), undoAgain);
    QCOMPARE(undoneBy(undo), QString());
    QCOMPARE(undoneBy(firstId), undo);
}

void TestHistory::showsRowsOfATableThatIsGone()
{
    enter(firstId, u"one"_s);
    database().execute(u"DROP TABLE tags"_s);
    ScopedConnection connection(database().profile());
    const OperationDetails details = readOperation(connection, firstId, 10);
    QCOMPARE(details.changes.size(), size_t(1));
    QCOMPARE(details.changes.front().table, u"tags"_s);
    QCOMPARE(details.changes.front().before.value().back(), Cell(u"x"_s));
    QCOMPARE(details.changes.front().after.value().back(), Cell(u"one"_s));
}

void TestHistory::clearsWhatIsOlder()
{
    enter(firstId, u"one"_s);
    enter(secondId, u"two"_s);
    database().execute(u"UPDATE tagsmith_operation SET at = '2020-01-01 00:00:00.000' "
                       "WHERE number = 1"_s);
    ScopedConnection connection(database().profile());
    const QDateTime limit(QDate(2020, 1, 1), QTime(0, 0, 1), Qt::UTC);
    QCOMPARE(clearHistory(connection, limit.addSecs(-1)), 0);
    QCOMPARE(clearHistory(connection, limit), 1);
    QCOMPARE(summaries({}), (QStringList{u"two"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(DISTINCT operation) FROM tagsmith_change"_s), 1);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestHistory)
#include "TestHistory.moc"
