// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TableBalance.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** The account of an import against the table that it was written to. */
class TestTableBalance : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void aTriggerThatMakesItUnbalanced_data();
    void aTriggerThatMakesItUnbalanced();
    void aDryRunTellsIt();
    void aTriggerThatChangesValuesIsNoMatter();
    void aSheetWithATrigger_data();
    void aSheetWithATrigger();
    void numbersThatDiffer();

private:
    void createFilled();
    ImportRequest request() const { return test::importOf(u"tag_id,note\nd,new\na,new\ne,x\n"_s); }
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
};

void TestTableBalance::createFilled()
{
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', 'old'), ('b', NULL)"_s);
}

void TestTableBalance::aTriggerThatMakesItUnbalanced_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("now");
    QTest::newRow("adds a tag") << u"INSERT INTO tags VALUES (NEW.tag_id || '-2', NULL)"_s << 6;
    QTest::newRow("removes it") << u"DELETE FROM tags WHERE tag_id = NEW.tag_id"_s << 2;
    QTest::newRow("removes another") << u"DELETE FROM tags WHERE tag_id = 'b'"_s << 3;
}

void TestTableBalance::aTriggerThatMakesItUnbalanced()
{
    QFETCH(const QString, action);
    QFETCH(const int, now);
    createFilled();
    const QStringList before = rows();
    const QString trigger =
        u"CREATE TRIGGER further AFTER INSERT ON tags FOR EACH ROW BEGIN %1; END"_s.arg(action);
    database().execute(trigger);
    if (isMariaDb()) { // where no trigger may change the table that it belongs to
        QCOMPARE(test::countsOf(test::import(database(), request())),
                 u"read 3, skipped 1, rejected 2"_s);
    } else {
        const auto error = errorOf([&] { test::import(database(), request()); });
        COMPARE_KIND(error, ErrorKind::Conflict);
        QCOMPARE(error->message,
                 u"The account of the import does not balance: 2 tags are new, but the table tags "
                 "had 2 rows before and has %1 now, so that nothing was imported; see whether a "
                 "trigger of the table adds rows or removes them."_s.arg(now));
    }
    QCOMPARE(rows(), before);
}

void TestTableBalance::aDryRunTellsIt()
{
    createFilled();
    database().execute(u"CREATE TRIGGER further AFTER INSERT ON tags FOR EACH ROW BEGIN DELETE "
                       "FROM tags WHERE tag_id = 'b'; END"_s);
    ImportRequest dryRun = request();
    dryRun.dryRun = true;
    if (isMariaDb())
        QCOMPARE(test::import(database(), dryRun).rejected, 2);
    else
        QVERIFY(errorOf([&] { test::import(database(), dryRun); }));
}

void TestTableBalance::aTriggerThatChangesValuesIsNoMatter()
{
    createFilled();
    database().execute(u"CREATE TABLE log (tag_id VARCHAR(190))"_s);
    database().execute(u"CREATE TRIGGER further AFTER INSERT ON tags FOR EACH ROW BEGIN INSERT "
                       "INTO log VALUES (NEW.tag_id); END"_s);
    QCOMPARE(test::countsOf(test::import(database(), request())),
             u"read 3, inserted 2, skipped 1"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM log"_s), (QStringList{u"d"_s, u"e"_s}));
}

void TestTableBalance::aSheetWithATrigger_data()
{
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<bool>("isWrong");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("of no matter") << u"AFTER DELETE ON tags FOR EACH ROW BEGIN INSERT INTO log "
                                     "VALUES (OLD.tag_id); END"_s
                                  << false;
    // On MariaDB no trigger may do any of these, so that the actions are rejected.
    QTest::newRow("adds a tag") << u"AFTER DELETE ON tags FOR EACH ROW BEGIN INSERT INTO tags "
                                   "VALUES ('other', NULL); END"_s
                                << !isMariaDb();
    QTest::newRow("removes another") << u"AFTER UPDATE ON tags FOR EACH ROW BEGIN DELETE FROM tags "
                                        "WHERE tag_id = 'd'; END"_s
                                     << !isMariaDb();
    if (!isMariaDb()) {
        QTest::newRow("keeps it") << u"BEFORE DELETE ON tags FOR EACH ROW WHEN OLD.tag_id = 'b' "
                                     "BEGIN SELECT RAISE(IGNORE); END"_s
                                  << true;
    }
}

void TestTableBalance::aSheetWithATrigger()
{
    QFETCH(const QString, trigger);
    QFETCH(const bool, isWrong);
    createFilled();
    database().execute(u"CREATE TABLE log (tag_id VARCHAR(190))"_s);
    if (!trigger.isEmpty())
        database().execute(u"CREATE TRIGGER further "_s + trigger);
    const QStringList before = rows();
    const auto request = test::importOf(u"action,name,target\nadd,d,\nadd,e,\nmerge,e,a\n"
                                        "rename,a,f\ndelete,b,\nset,d,\n"_s);
    const auto error = errorOf([&] { test::import(database(), request); });
    if (!isWrong) {
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        return;
    }
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.startsWith(u"The account of the import does not balance: "_s),
             qPrintable(error->message));
    QCOMPARE(rows(), before);
}

void TestTableBalance::numbersThatDiffer()
{
    createFilled();
    const auto check = [this](qint64 inserted, qint64 stored) {
        return errorOf([&] {
            test::write(database(), test::Then::RollBack,
                        [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                            TableBalance(connection, vocabulary).require(inserted, stored);
                            return 0;
                        });
        });
    };
    QVERIFY(!check(0, 0));
    QVERIFY(check(2, 1));
    QVERIFY(check(0, 1));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestTableBalance)
#include "TestTableBalance.moc"
