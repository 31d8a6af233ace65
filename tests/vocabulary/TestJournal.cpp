// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/Journal.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "database/Transaction.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/History.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TagTables.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestJournal : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void makesItsTablesOnce();
    void aDryRunOfInitMakesNothing();
    void refusesTablesOfANewerTagsmith();
    void refusesToWriteWithoutJournal();
    void keepsWhatADeleteTakes();
    void keepsBothSidesOfAnUpdate();
    void findsTheRowAgainUnderItsNewKey();
    void keepsWhatAnInsertMakes();
    void keepsTheRowsThatGoWithTheirTag();
    void keepsTheRowsThatLoseTheirTag();
    void keepsTheRowsThatFollowANewKey();
    void keepsAWholeTreeThatGoes();
    void keepsRowsOfATableWithoutKey();
    void refusesAStatementThatNobodyAnnounced_data();
    void refusesAStatementThatNobodyAnnounced();
    void refusesRowsThatWereNotAnnounced();
    void forgetsAnUpdateThatFailed();
    void cutsManyRowsIntoParts();
    void refusesARowThatIsTooLarge();
    void rollsBackWithItsOperation();
    void forgetsWhatIsTooOld();
    void forgetsWhatIsTooMuch();
    void isNoVocabulary();

private:
    using Work = std::function<void(ScopedConnection &)>;
    void operate(const Work &work, const QString &id = u"op-1"_s);
    QStringList changes(const QString &id = u"op-1"_s);
    void makeJournal();
    static void run(ScopedConnection &connection, const QString &sql)
    {
        Statement(connection, sql).execute();
    }
    static RowSelection rowsOf(const QString &table, const QString &where)
    {
        return {table, {}, {}, where, {}};
    }
};

void TestJournal::init()
{
    DatabaseTestCase::init();
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL, "
                                  "uses INTEGER NOT NULL DEFAULT 0, UNIQUE (name))"_s);
    database().execute(u"INSERT INTO tags (id, name, uses) VALUES (1, 'Go', 1), (2, 'C++', 2), "
                       "(3, 'Perl', 3)"_s);
}

void TestJournal::makeJournal()
{
    ScopedConnection connection(database().profile());
    createJournal(connection, false);
}

void TestJournal::operate(const Work &work, const QString &id)
{
    ScopedConnection connection(database().profile());
    createJournal(connection, false);
    Transaction transaction(connection, Transaction::Mode::Write);
    Journal journal(connection, {id, u"set"_s, u"tags"_s, u"anna@laptop"_s});
    work(connection);
    journal.finish(u"Did something"_s);
    transaction.commit();
}

/** "table key: column=before>after …" of each row, in the order in which they were changed. */
QStringList TestJournal::changes(const QString &id)
{
    ScopedConnection connection(database().profile());
    const OperationDetails details = readOperation(connection, id, 100);
    QStringList texts;
    for (const RowChange &change : details.changes) {
        const auto text = [](const std::optional<Row> &row) {
            if (!row)
                return u"-"_s;
            QStringList cells;
            for (const Cell &cell : *row)
                cells << cell.value_or(u"NULL"_s);
            return cells.join(u',');
        };
        texts << change.table + u' ' + change.columns.join(u',') + u": "_s + text(change.before) +
                     u" > "_s + text(change.after);
    }
    return texts;
}

void TestJournal::makesItsTablesOnce()
{
    ScopedConnection connection(database().profile());
    QVERIFY(!hasJournal(connection));
    QVERIFY(!readJournalState(connection).exists);
    QCOMPARE(createJournal(connection, false), 1);
    QVERIFY(hasJournal(connection));
    QCOMPARE(createJournal(connection, false), 0);
    const JournalState state = readJournalState(connection);
    QVERIFY(state.exists);
    QCOMPARE(state.operations, 0);
    QCOMPARE(state.retention, Retention());
}

void TestJournal::aDryRunOfInitMakesNothing()
{
    ScopedConnection connection(database().profile());
    QCOMPARE(createJournal(connection, true), 1);
    QVERIFY(!hasJournal(connection));
}

void TestJournal::refusesTablesOfANewerTagsmith()
{
    makeJournal();
    database().execute(u"UPDATE tagsmith_setting SET value = '99' WHERE name = 'version'"_s);
    ScopedConnection connection(database().profile());
    COMPARE_KIND(errorOf([&] { createJournal(connection, false); }), ErrorKind::Refused);
}

void TestJournal::refusesToWriteWithoutJournal()
{
    ScopedConnection connection(database().profile());
    const auto error = errorOf([&] {
        Journal(connection, {u"op-1"_s, u"set"_s, u"tags"_s, u"anna@laptop"_s});
    });
    COMPARE_KIND(error, ErrorKind::NoJournal);
    QVERIFY(error->message.contains(u"tagsmith init"_s));
}

void TestJournal::keepsWhatADeleteTakes()
{
    operate([](ScopedConnection &connection) {
        recordDelete(connection, rowsOf(u"tags"_s, u"id < 3"_s));
        run(connection, u"DELETE FROM tags WHERE id < 3"_s);
    });
    QCOMPARE(changes(), (QStringList{u"tags id,name,uses: 1,Go,1 > -"_s,
                                     u"tags id,name,uses: 2,C++,2 > -"_s}));
}

void TestJournal::keepsBothSidesOfAnUpdate()
{
    operate([](ScopedConnection &connection) {
        RecordedUpdate update(connection, rowsOf(u"tags"_s, u"uses >= 2"_s), {u"uses"_s});
        run(connection, u"UPDATE tags SET uses = uses + 10 WHERE uses >= 2"_s);
        update.done();
    });
    QCOMPARE(changes(),
             (QStringList{u"tags id,uses: 2,2 > 2,12"_s, u"tags id,uses: 3,3 > 3,13"_s}));
    ScopedConnection connection(database().profile());
    const OperationEntry entry = readHistory(connection, {}).entries.front();
    QCOMPARE(entry.rows, 2);
    QVERIFY(entry.bytes > 0);
    QCOMPARE(entry.summary, u"Did something"_s);
}

void TestJournal::findsTheRowAgainUnderItsNewKey()
{
    operate([](ScopedConnection &connection) {
        RecordedUpdate update(connection, rowsOf(u"tags"_s, u"id = 2"_s), {u"id"_s, u"name"_s},
                              {{u"id"_s, u"20"_s}});
        run(connection, u"UPDATE tags SET id = 20, name = 'D' WHERE id = 2"_s);
        update.done();
    });
    QCOMPARE(changes(), (QStringList{u"tags id,name: 2,C++ > 20,D"_s}));
}

void TestJournal::keepsWhatAnInsertMakes()
{
    operate([](ScopedConnection &connection) {
        run(connection, u"INSERT INTO tags (id, name) VALUES (7, 'Ada'), (8, 'Zig')"_s);
        recordInsert(connection, rowsOf(u"tags"_s, u"id IN (7, 8)"_s));
    });
    QCOMPARE(changes(), (QStringList{u"tags id,name,uses: - > 7,Ada,0"_s,
                                     u"tags id,name,uses: - > 8,Zig,0"_s}));
}

void TestJournal::keepsTheRowsThatGoWithTheirTag()
{
    test::createTable(database(), u"taggings (id INTEGER PRIMARY KEY, tag_id INTEGER NOT NULL, "
                                  "FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE CASCADE)"_s);
    test::createTable(database(), u"votes (tagging_id INTEGER NOT NULL, who VARCHAR(9) NOT NULL, "
                                  "PRIMARY KEY (tagging_id, who), FOREIGN KEY (tagging_id) "
                                  "REFERENCES taggings (id) ON DELETE CASCADE)"_s);
    database().execute(u"INSERT INTO taggings VALUES (10, 1), (11, 2), (12, 1)"_s);
    database().execute(u"INSERT INTO votes VALUES (12, 'eve'), (11, 'bob')"_s);
    operate([](ScopedConnection &connection) {
        recordDelete(connection, rowsOf(u"tags"_s, u"id = 1"_s));
        run(connection, u"DELETE FROM tags WHERE id = 1"_s);
    });
    QCOMPARE(
        changes(),
        (QStringList{u"tags id,name,uses: 1,Go,1 > -"_s, u"taggings id,tag_id: 10,1 > -"_s,
                     u"taggings id,tag_id: 12,1 > -"_s, u"votes tagging_id,who: 12,eve > -"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM votes"_s), 1);
}

void TestJournal::keepsTheRowsThatLoseTheirTag()
{
    test::createTable(database(), u"posts (id INTEGER PRIMARY KEY, tag_id INTEGER, title "
                                  "VARCHAR(9), FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE "
                                  "SET NULL)"_s);
    database().execute(u"INSERT INTO posts VALUES (10, 1, 'a'), (11, 2, 'b')"_s);
    operate([](ScopedConnection &connection) {
        recordDelete(connection, rowsOf(u"tags"_s, u"id = 1"_s));
        run(connection, u"DELETE FROM tags WHERE id = 1"_s);
    });
    QCOMPARE(changes(), (QStringList{u"tags id,name,uses: 1,Go,1 > -"_s,
                                     u"posts id,tag_id: 10,1 > 10,NULL"_s}));
}

void TestJournal::keepsTheRowsThatFollowANewKey()
{
    test::createTable(database(), u"taggings (object INTEGER, tag_id INTEGER, PRIMARY KEY (object, "
                                  "tag_id), FOREIGN KEY (tag_id) REFERENCES tags (id) ON UPDATE "
                                  "CASCADE)"_s);
    database().execute(u"INSERT INTO taggings VALUES (5, 1), (6, 1), (6, 2)"_s);
    operate([](ScopedConnection &connection) {
        RecordedUpdate update(connection, rowsOf(u"tags"_s, u"id = 1"_s), {u"id"_s},
                              {{u"id"_s, u"100"_s}});
        run(connection, u"UPDATE tags SET id = 100 WHERE id = 1"_s);
        update.done();
    });
    const QStringList found = changes();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0), u"tags id: 1 > 100"_s);
    QVERIFY2(found.at(1).contains(u": 5,1"_s) && found.at(1).contains(u"> 5,100"_s),
             qPrintable(found.at(1)));
    QVERIFY2(found.at(2).contains(u": 6,1"_s) && found.at(2).contains(u"> 6,100"_s),
             qPrintable(found.at(2)));
}

void TestJournal::keepsAWholeTreeThatGoes()
{
    test::createTable(database(), u"nodes (id INTEGER PRIMARY KEY, parent INTEGER, FOREIGN KEY "
                                  "(parent) REFERENCES nodes (id) ON DELETE CASCADE)"_s);
    database().execute(u"INSERT INTO nodes VALUES (1, NULL), (2, 1), (3, 2), (4, 2), (5, NULL)"_s);
    operate([](ScopedConnection &connection) {
        recordDelete(connection, rowsOf(u"nodes"_s, u"id IN (1, 4)"_s));
        run(connection, u"DELETE FROM nodes WHERE id IN (1, 4)"_s);
    });
    QStringList found = changes();
    found.sort();
    QCOMPARE(found, (QStringList{u"nodes id,parent: 1,NULL > -"_s, u"nodes id,parent: 2,1 > -"_s,
                                 u"nodes id,parent: 3,2 > -"_s, u"nodes id,parent: 4,2 > -"_s}));
}

void TestJournal::keepsRowsOfATableWithoutKey()
{
    test::createTable(database(), u"log (tag_id INTEGER, note VARCHAR(9))"_s);
    database().execute(u"INSERT INTO log VALUES (1, 'a'), (1, 'a'), (2, NULL)"_s);
    operate([](ScopedConnection &connection) {
        RecordedUpdate update(connection, rowsOf(u"log"_s, u"tag_id = 1"_s), {u"tag_id"_s},
                              {{u"tag_id"_s, u"3"_s}});
        run(connection, u"UPDATE log SET tag_id = 3 WHERE tag_id = 1"_s);
        update.done();
        recordDelete(connection, rowsOf(u"log"_s, u"tag_id = 2"_s));
        run(connection, u"DELETE FROM log WHERE tag_id = 2"_s);
    });
    if (isMariaDb()) {
        QCOMPARE(changes(),
                 (QStringList{u"log tag_id,note: 1,a > 3,a"_s, u"log tag_id,note: 1,a > 3,a"_s,
                              u"log tag_id,note: 2,NULL > -"_s}));
    } else {
        QCOMPARE(changes(), (QStringList{u"log tag_id,note,rowid: 1,a,1 > 3,a,1"_s,
                                         u"log tag_id,note,rowid: 1,a,2 > 3,a,2"_s,
                                         u"log tag_id,note,rowid: 2,NULL,3 > -"_s}));
    }
}

void TestJournal::refusesAStatementThatNobodyAnnounced_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("update") << u"UPDATE tags SET uses = 5"_s;
    QTest::newRow("delete") << u"DELETE FROM tags"_s;
    QTest::newRow("insert") << u"INSERT INTO tags (id, name) VALUES (9, 'x')"_s;
}

void TestJournal::refusesAStatementThatNobodyAnnounced()
{
    QFETCH(QString, sql);
    const QStringList before = test::rowTexts(database(), u"SELECT * FROM tags"_s);
    const auto error =
        errorOf([&] { operate([&](ScopedConnection &connection) { run(connection, sql); }); });
    COMPARE_KIND(error, ErrorKind::Internal);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s), before);
}

void TestJournal::refusesRowsThatWereNotAnnounced()
{
    const auto error = errorOf([&] {
        operate([](ScopedConnection &connection) {
            recordDelete(connection, rowsOf(u"tags"_s, u"id = 1"_s));
            run(connection, u"DELETE FROM tags WHERE id <= 2"_s);
        });
    });
    COMPARE_KIND(error, ErrorKind::Locked); // as if somebody had added the other one meanwhile
    QCOMPARE(error->nativeCode, 1020);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 3);
}

void TestJournal::forgetsAnUpdateThatFailed()
{
    operate([](ScopedConnection &connection) {
        const auto error = errorOf([&] {
            RecordedUpdate update(connection, rowsOf(u"tags"_s, u"id = 1"_s), {u"name"_s});
            run(connection, u"UPDATE tags SET name = 'Perl' WHERE id = 1"_s);
            update.done();
        });
        COMPARE_KIND(error, ErrorKind::Conflict);
        RecordedUpdate update(connection, rowsOf(u"tags"_s, u"id = 1"_s), {u"name"_s});
        run(connection, u"UPDATE tags SET name = 'Golang' WHERE id = 1"_s);
        update.done();
    });
    QCOMPARE(changes(), (QStringList{u"tags id,name: 1,Go > 1,Golang"_s}));
}

void TestJournal::cutsManyRowsIntoParts()
{
    constexpr int rows = 5'000;
    QStringList values;
    for (int i = 1; i <= rows; ++i)
        values << u"(%1, %1)"_s.arg(i);
    test::createTable(database(), u"taggings (id INTEGER PRIMARY KEY, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO taggings VALUES "_s + values.join(u','));
    operate([](ScopedConnection &connection) {
        RecordedUpdate update(connection, rowsOf(u"taggings"_s, {}), {u"tag_id"_s});
        run(connection, u"UPDATE taggings SET tag_id = tag_id + 1"_s);
        update.done();
    });
    QVERIFY(database().number(u"SELECT COUNT(*) FROM tagsmith_change WHERE image = 0"_s) >= 2);
    QCOMPARE(database().number(u"SELECT MAX(row_count) <= 2100 FROM tagsmith_change"_s), 1);
    ScopedConnection connection(database().profile());
    const OperationDetails details = readOperation(connection, u"#1"_s, 6'000);
    QCOMPARE(details.changes.size(), size_t(rows));
    QCOMPARE(details.leftOut, 0);
    for (const RowChange &change : details.changes) {
        QCOMPARE(change.before->at(0), change.after->at(0));
        QCOMPARE(change.before->at(1)->toInt() + 1, change.after->at(1)->toInt());
    }
    QCOMPARE(readOperation(connection, u"#1"_s, 10).leftOut, rows - 10);
}

void TestJournal::refusesARowThatIsTooLarge()
{
    if (!isMariaDb())
        return; // SQLite has no such limit
    test::createTable(database(), u"texts (id INTEGER PRIMARY KEY, body LONGTEXT)"_s);
    // Its quotes take two characters each in the journal: more than the 16 MB of a packet.
    database().execute(u"INSERT INTO texts VALUES (1, REPEAT('\"', 9000000))"_s);
    const auto error = errorOf([&] {
        operate([](ScopedConnection &connection) {
            recordDelete(connection, rowsOf(u"texts"_s, {}));
            run(connection, u"DELETE FROM texts"_s);
        });
    });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY(error->message.contains(u"max_allowed_packet"_s));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM texts"_s), 1);
}

void TestJournal::rollsBackWithItsOperation()
{
    {
        ScopedConnection connection(database().profile());
        createJournal(connection, false);
        Transaction transaction(connection, Transaction::Mode::Write);
        Journal journal(connection, {u"op-1"_s, u"set"_s, u"tags"_s, u"anna@laptop"_s});
        recordDelete(connection, rowsOf(u"tags"_s, {}));
        run(connection, u"DELETE FROM tags"_s);
        journal.finish(u"Deleted"_s);
    }
    ScopedConnection connection(database().profile());
    QVERIFY(!isInJournal(connection, u"op-1"_s));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tagsmith_change"_s), 0);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 3);
}

void TestJournal::forgetsWhatIsTooOld()
{
    const auto change = [](ScopedConnection &connection) {
        RecordedUpdate update(connection, rowsOf(u"tags"_s, {}), {u"uses"_s});
        run(connection, u"UPDATE tags SET uses = uses + 1"_s);
        update.done();
    };
    operate(change, u"first"_s);
    operate(change, u"second"_s);
    database().execute(u"UPDATE tagsmith_operation SET at = '2001-02-03 04:05:06.000' "
                       "WHERE id = 'first'"_s);
    operate(change, u"third"_s);
    QCOMPARE(database().column(u"SELECT id FROM tagsmith_operation ORDER BY number"_s),
             (QStringList{u"second"_s, u"third"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(DISTINCT operation) FROM tagsmith_change"_s), 2);

    database().execute(u"UPDATE tagsmith_operation SET at = '2001-02-03 04:05:06.000' "
                       "WHERE id = 'second'"_s);
    {
        ScopedConnection connection(database().profile());
        storeRetention(connection, {0, 0});
        QCOMPARE(readJournalState(connection).retention, (Retention{0, 0}));
    }
    operate(change, u"fourth"_s);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tagsmith_operation"_s), 3);
}

void TestJournal::forgetsWhatIsTooMuch()
{
    test::createTable(database(), u"texts (id INTEGER PRIMARY KEY, body %1)"_s.arg(
                                      isMariaDb() ? u"LONGTEXT"_s : u"TEXT"_s));
    database().execute(u"INSERT INTO texts VALUES (1, '%1')"_s.arg(QString(700'000, u'x')));
    makeJournal();
    {
        ScopedConnection connection(database().profile());
        storeRetention(connection, {365, 2});
    }
    for (const QString &id : {u"first"_s, u"second"_s, u"third"_s}) {
        operate(
            [](ScopedConnection &connection) {
                RecordedUpdate update(connection, rowsOf(u"texts"_s, {}), {u"body"_s});
                run(connection, isMariaDb() ? u"UPDATE texts SET body = CONCAT(body, 'y')"_s
                                            : u"UPDATE texts SET body = body || 'y'"_s);
                update.done();
            },
            id);
    }
    // Two of them do not fit two megabytes; the newest stays in any case.
    QCOMPARE(database().column(u"SELECT id FROM tagsmith_operation ORDER BY number"_s),
             (QStringList{u"third"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(DISTINCT operation) FROM tagsmith_change"_s), 1);
}

void TestJournal::isNoVocabulary()
{
    makeJournal();
    ScopedConnection connection(database().profile());
    const std::vector<Vocabulary> found = findVocabularies(connection);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().table, u"tags"_s);
    QVERIFY(isOwnTable(u"tagsmith_change"_s) && !isOwnTable(u"tags"_s));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestJournal)
#include "TestJournal.moc"
