// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BadInput.h"
#include "async/DatabaseExecutor.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Op;

/** Somebody else holds a lock, or the user cancels: rolled back whole. */
class TestBadMoment : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void somebodyHoldsALock_data();
    void somebodyHoldsALock();
    void cancelledBeforeItBegins_data();
    void cancelledBeforeItBegins();
    void cancelledHalfWay_data();
    void cancelledHalfWay();

private:
    static void addOperations(const std::vector<Op> &ops)
    {
        QTest::addColumn<Op>("op");
        for (const Op op : ops)
            QTest::newRow(test::nameOf(op)) << op;
    }
    Pending<Receipt> start(DatabaseExecutor &executor, const VocabularyMapping &mapping, Op op)
    {
        return executor.write<Receipt>(
            database().profile(), WriteMode::Commit,
            [mapping, op](ScopedConnection &connection, OperationContext<Receipt> &) {
                return test::perform(
                    op, connection,
                    resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse));
            });
    }
};

void TestBadMoment::somebodyHoldsALock_data()
{
    QTest::addColumn<Op>("op");
    QTest::addColumn<QString>("lock");
    QTest::addColumn<QString>("table");
    if (!isMariaDb()) {
        for (const Op op : {Op::Merge, Op::Rename, Op::Delete})
            QTest::newRow(test::nameOf(op)) << op << u"BEGIN IMMEDIATE"_s << u"test_db.sqlite"_s;
        return;
    }
    QTest::newRow("a tag") << Op::Rename << u"SELECT * FROM tags WHERE id = 2 FOR UPDATE"_s
                           << u"table tags"_s;
    QTest::newRow("a link") << Op::Merge << u"SELECT * FROM links WHERE item = 8 FOR UPDATE"_s
                            << u"table links"_s;
    QTest::newRow("a note") << Op::Delete << u"SELECT * FROM notes WHERE id = 1 FOR UPDATE"_s
                            << u"table notes"_s;
    QTest::newRow("a table") << Op::Merge << u"LOCK TABLES notes WRITE"_s << u"table notes"_s;
}

void TestBadMoment::somebodyHoldsALock()
{
    QFETCH(const Op, op);
    QFETCH(const QString, lock);
    QFETCH(const QString, table);
    const VocabularyMapping mapping = test::createShelf(database());
    const QStringList before = test::everyByte(database());
    std::optional<Error> error;
    const auto perform = [&] {
        error = errorOf([&] { test::performMapped(database().profile(), mapping, op); });
    };
    if (isMariaDb()) {
        NativeMariaDb holder(database().socket(), u"test_db"_s);
        holder.execute(u"START TRANSACTION"_s);
        holder.execute(lock);
        perform();
    } else {
        NativeSqlite holder(database().file());
        holder.execute(lock);
        perform();
    }
    QCOMPARE(test::everyByte(database()), before);
    VERIFY_REFUSAL(error, ErrorKind::Locked, table);
}

void TestBadMoment::cancelledBeforeItBegins_data()
{
    addOperations({Op::Merge, Op::Rename, Op::Delete, Op::Set, Op::Add});
}

void TestBadMoment::cancelledBeforeItBegins()
{
    QFETCH(const Op, op);
    const VocabularyMapping mapping = test::createShelf(database());
    const QStringList before = test::everyByte(database());
    const auto error = errorOf([&] {
        const CancelToken token;
        ScopedConnection connection(database().profile(), token);
        const Vocabulary vocabulary =
            resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
        const Transaction transaction(connection, Transaction::Mode::Write);
        token.cancel();
        test::perform(op, connection, vocabulary);
    });
    QCOMPARE(test::everyByte(database()), before);
    COMPARE_KIND(error, ErrorKind::Cancelled);
    QVERIFY2(error->message.endsWith(u'.'), qPrintable(error->message));
}

void TestBadMoment::cancelledHalfWay_data()
{
    addOperations({Op::Merge, Op::Delete});
}

// The links are changed already when the notes take for ever.
void TestBadMoment::cancelledHalfWay()
{
    QFETCH(const Op, op);
    const VocabularyMapping mapping = test::createShelf(database());
    const auto slow = [this](const QString &event) {
        database().execute(
            (isMariaDb()
                 ? u"CREATE TRIGGER slow_%1 BEFORE %1 ON notes FOR EACH ROW SET @slept = "
                   "SLEEP(1000)"_s
                 : u"CREATE TRIGGER slow_%1 BEFORE %1 ON notes BEGIN SELECT COUNT(*) FROM (WITH "
                   "RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n); "
                   "END"_s)
                .arg(event));
    };
    slow(u"UPDATE"_s);
    slow(u"DELETE"_s);
    const QStringList before = test::everyByte(database());
    DatabaseExecutor executor;
    const Pending<Receipt> pending = start(executor, mapping, op);
    if (isMariaDb()) {
        QTRY_COMPARE(database().number(u"SELECT COUNT(*) FROM information_schema.PROCESSLIST "
                                       "WHERE DB = 'test_db' AND STATE = 'User sleep'"_s),
                     1);
    } else { // SQLite shows to others only that somebody has begun to write
        QTRY_VERIFY(QFile::exists(database().file() + u"-journal"_s));
    }
    pending.token.cancel();
    const Result<Receipt> answer = answerOf(pending);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    QVERIFY2(answer.error().message.endsWith(u'.'), qPrintable(answer.error().message));
    QCOMPARE(test::everyByte(database()), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestBadMoment)
#include "TestBadMoment.moc"
