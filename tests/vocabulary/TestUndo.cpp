// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UndoOperation.h"

#include "vocabulary/AddTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"
#include "vocabulary/UndoCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestUndo : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();

    void takesBackStatements_data();
    void takesBackStatements();
    void takesBackOperations_data();
    void takesBackOperations();
    void redoAndUndoAgain();
    void laterOperationsStay();
    void namesWhatItDid();
    void countsEachTagOnce();
    void aDryRunWritesNothing();
    void refusesWhatWasUndone();
    void refusesWhatIsForgotten();
    void keepsWhatOthersChangedBeside();
    void whatIsBackAlreadyIsNoConflict();
    void takesBackAForeignKeysCascade();
    void rowsWithoutAKey();
    void everyValueComesBack();

private:
    VocabularyMapping m_mapping;
};

using Work = std::function<void(ScopedConnection &, const Vocabulary &)>;

void TestUndo::init()
{
    DatabaseTestCase::init();
    m_mapping = test::createUndoWorld(database());
    test::makeJournal(database());
}

void TestUndo::takesBackStatements_data()
{
    QTest::addColumn<Work>("work");
    const auto row = [](const char *name, const Work &work) { QTest::newRow(name) << work; };
    row("delete", [](ScopedConnection &connection, const Vocabulary &) {
        test::removeRows(connection, u"tags"_s, u"id <> 1"_s);
        test::removeRows(connection, u"links"_s, u"tag <> 1"_s);
    });
    row("insert", [](ScopedConnection &connection, const Vocabulary &) {
        test::insertRow(connection, u"tags"_s, u"9, 'Ada', NULL, NULL"_s, u"id = 9"_s);
    });
    row("update", [](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"tags"_s, {u"note"_s, u"uses"_s}, u"note = NULL, uses = 7"_s,
                         u"id > 0"_s);
    });
    row("insert and change", [](ScopedConnection &connection, const Vocabulary &) {
        test::insertRow(connection, u"tags"_s, u"9, 'Ada', NULL, 0"_s, u"id = 9"_s);
        test::changeRows(connection, u"tags"_s, {u"uses"_s}, u"uses = 5"_s, u"id = 9"_s);
        test::changeRows(connection, u"tags"_s, {u"uses"_s}, u"uses = 6"_s, u"id = 9"_s);
    });
    row("other key", [](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"tags"_s, {u"id"_s}, u"id = 20"_s, u"id = 2"_s,
                         {{u"id"_s, u"20"_s}});
        test::changeRows(connection, u"links"_s, {u"tag"_s}, u"tag = 20"_s, u"tag = 2"_s,
                         {{u"tag"_s, u"20"_s}});
    });
    row("moved and collapsed", [](ScopedConnection &connection, const Vocabulary &) {
        test::removeRows(connection, u"links"_s, u"tag = 2 AND item = 2"_s);
        test::changeRows(connection, u"links"_s, {u"tag"_s}, u"tag = 1"_s, u"tag = 2"_s,
                         {{u"tag"_s, u"1"_s}});
        test::removeRows(connection, u"tags"_s, u"id = 2"_s);
    });
    row("a name that was free for a moment", [](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"tags"_s, {u"name"_s}, u"name = 'x'"_s, u"id = 1"_s);
        test::changeRows(connection, u"tags"_s, {u"name"_s}, u"name = 'Go'"_s, u"id = 2"_s);
        test::changeRows(connection, u"tags"_s, {u"name"_s}, u"name = 'Perl'"_s, u"id = 1"_s);
    });
}

void TestUndo::takesBackStatements()
{
    QFETCH(const Work, work);
    const QStringList before = test::dump(database());
    const QString id = test::journaled(database(), m_mapping, work);
    const QStringList after = test::dump(database());
    QVERIFY(before != after);
    const Receipt receipt = test::undo(database(), m_mapping, id);
    QCOMPARE(test::dump(database()), before);
    test::undo(database(), m_mapping, receipt.operation);
    QCOMPARE(test::dump(database()), after);
}

void TestUndo::takesBackOperations_data()
{
    QTest::addColumn<Work>("work");
    const auto row = [](const char *name, const Work &work) { QTest::newRow(name) << work; };
    row("add", [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        AddRequest request;
        request.names = {u"Ada"_s};
        request.values = {{u"note"_s, u"n"_s}};
        addTags(connection, vocabulary, request);
    });
    row("set", [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        setTag(connection, vocabulary, {u"Perl"_s, {{u"note"_s, u"ü\"\\\n"_s}}});
    });
    row("rename", [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        renameTag(connection, vocabulary, {u"Perl"_s, u"Raku"_s});
    });
    row("merge", [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        mergeTags(connection, vocabulary, {{u"Perl"_s, u"Rust"_s}, u"Go"_s});
    });
    row("delete", [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        deleteTags(connection, vocabulary, {{u"Perl"_s, u"Go"_s}, true});
    });
    row("import", [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        QString file = u"name,note\nGo,from a file\nRust,\n"_s;
        for (int i = 0; i < 5000; ++i)
            file += u"new %1,\"with a, and ü\"\n"_s.arg(i);
        const ImportAccount account = importTags(
            connection, vocabulary, test::importOf(file, FileFormat::Csv, OnExisting::Update),
            [](const Progress &) {});
        QCOMPARE(account.inserted, 5000);
        QVERIFY(account.updated >= 1);
    });
}

void TestUndo::takesBackOperations()
{
    takesBackStatements();
}

void TestUndo::redoAndUndoAgain()
{
    const QStringList before = test::dump(database());
    const QString id = test::journaled(
        database(), m_mapping,
        [](ScopedConnection &connection, const Vocabulary &vocabulary) {
            mergeTags(connection, vocabulary, {{u"Perl"_s}, u"Go"_s});
        },
        u"Merged"_s);
    const QStringList after = test::dump(database());
    QString last = id;
    for (int i = 0; i < 3; ++i) {
        const Receipt undone = test::undo(database(), m_mapping, last);
        QCOMPARE(undone.kind, u"undo"_s);
        QCOMPARE(undone.summary, u"Undid: Merged"_s);
        QCOMPARE(test::dump(database()), before);
        const Receipt redone = test::undo(database(), m_mapping, undone.operation);
        QCOMPARE(redone.kind, u"redo"_s);
        QCOMPARE(redone.summary, u"Redid: Merged"_s);
        QCOMPARE(test::dump(database()), after);
        last = redone.operation;
    }
    QCOMPARE(test::undo(database(), m_mapping, id).undoes, id); // it is in force again
    QCOMPARE(test::dump(database()), before);
}

void TestUndo::laterOperationsStay()
{
    const auto setNote = [this](const QString &name, const QString &note) {
        return test::journaled(database(), m_mapping,
                               [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                   setTag(connection, vocabulary, {name, {{u"note"_s, note}}});
                               });
    };
    const QString first = setNote(u"Go"_s, u"first"_s);
    setNote(u"Rust"_s, u"second"_s);
    test::undo(database(), m_mapping, first);
    QCOMPARE(database().column(u"SELECT note FROM tags ORDER BY id"_s),
             (QStringList{u"a"_s, QString(), u"second"_s}));
    test::undo(database(), m_mapping, QString()); // the newest
    QCOMPARE(database().column(u"SELECT note FROM tags WHERE id = 3"_s), QStringList{u""_s});
}

void TestUndo::namesWhatItDid()
{
    const QString id = test::journaled(
        database(), m_mapping,
        [](ScopedConnection &connection, const Vocabulary &) {
            test::removeRows(connection, u"links"_s, u"tag = 2"_s);
            test::removeRows(connection, u"tags"_s, u"id = 2"_s);
        },
        u"Deleted “Perl”"_s);
    const Receipt receipt = test::undo(database(), m_mapping, id);
    QCOMPARE(receipt.kind, u"undo"_s);
    QCOMPARE(receipt.undoes, id);
    QCOMPARE(receipt.summary, u"Undid: Deleted “Perl”"_s);
    QCOMPARE(receipt.rows, 3);
    QCOMPARE(receipt.tags, 1);
    QVERIFY(receipt.skipped.empty());
    ScopedConnection connection(database().profile());
    const OperationEntry entry = findOperation(connection, receipt.operation, {});
    QCOMPARE(entry.rows, 3);
    QCOMPARE(entry.undoes, id);
    QCOMPARE(findOperation(connection, id, {}).undoneBy, receipt.operation);
}

void TestUndo::countsEachTagOnce()
{
    const QString id = test::journaled(
        database(), m_mapping, [](ScopedConnection &connection, const Vocabulary &) {
            test::insertRow(connection, u"tags"_s, u"9, 'Ada', NULL, 0"_s, u"id = 9"_s);
            test::changeRows(connection, u"tags"_s, {u"uses"_s}, u"uses = 5"_s, u"id IN (1, 9)"_s);
        });
    const Receipt receipt = test::undo(database(), m_mapping, id);
    QCOMPARE(receipt.rows, 3);
    QCOMPARE(receipt.tags, 2);
}

void TestUndo::aDryRunWritesNothing()
{
    const QString id = test::journaled(database(), m_mapping,
                                       [](ScopedConnection &connection, const Vocabulary &) {
                                           test::removeRows(connection, u"tags"_s, u"id = 3"_s);
                                       });
    const QStringList after = test::dump(database());
    const qint64 changes = database().number(u"SELECT COUNT(*) FROM tagsmith_change"_s);
    UndoRequest request{id};
    request.dryRun = true;
    const Receipt receipt = test::undo(database(), m_mapping, request);
    QVERIFY(receipt.dryRun);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(test::dump(database()), after);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tagsmith_change"_s), changes);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tagsmith_operation"_s), 1);
}

void TestUndo::refusesWhatWasUndone()
{
    const QString id = test::journaled(database(), m_mapping,
                                       [](ScopedConnection &connection, const Vocabulary &) {
                                           test::removeRows(connection, u"tags"_s, u"id = 3"_s);
                                       });
    test::undo(database(), m_mapping, id);
    const QStringList before = test::dump(database());
    const auto error = errorOf([&] { test::undo(database(), m_mapping, id); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"undone already by anna@desk on "_s),
             qPrintable(error->message));
    QCOMPARE(test::dump(database()), before);
}

void TestUndo::refusesWhatIsForgotten()
{
    const QString id = test::journaled(database(), m_mapping,
                                       [](ScopedConnection &connection, const Vocabulary &) {
                                           test::removeRows(connection, u"tags"_s, u"id = 3"_s);
                                       });
    database().execute(u"DELETE FROM tagsmith_change"_s);
    COMPARE_KIND(errorOf([&] { test::undo(database(), m_mapping, id); }), ErrorKind::Refused);
}

void TestUndo::keepsWhatOthersChangedBeside()
{
    const QString id = test::journaled(
        database(), m_mapping, [](ScopedConnection &connection, const Vocabulary &vocabulary) {
            renameTag(connection, vocabulary, {u"Perl"_s, u"Raku"_s});
        });
    database().execute(u"UPDATE tags SET note = 'theirs' WHERE id = 2"_s);
    test::undo(database(), m_mapping, id);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags WHERE id = 2"_s),
             QStringList{u"2|Perl|theirs|2"_s});
}

void TestUndo::whatIsBackAlreadyIsNoConflict()
{
    const QString id = test::journaled(
        database(), m_mapping, [](ScopedConnection &connection, const Vocabulary &) {
            test::removeRows(connection, u"tags"_s, u"id > 1"_s);
            test::changeRows(connection, u"tags"_s, {u"note"_s}, u"note = 'b'"_s, u"id = 1"_s);
            test::insertRow(connection, u"tags"_s, u"9, 'Ada', NULL, 0"_s, u"id = 9"_s);
        });
    database().execute(u"INSERT INTO tags VALUES (2, 'Perl', NULL, 2)"_s);
    database().execute(u"UPDATE tags SET note = 'a' WHERE id = 1"_s);
    database().execute(u"DELETE FROM tags WHERE id = 9"_s);
    const Receipt receipt = test::undo(database(), m_mapping, id);
    QCOMPARE(receipt.rows, 1);
    QCOMPARE(database().column(u"SELECT name FROM tags ORDER BY id"_s),
             (QStringList{u"Go"_s, u"Perl"_s, u"Rust"_s}));
    test::undo(database(), m_mapping, receipt.operation); // takes back its own row alone
    QCOMPARE(database().column(u"SELECT name FROM tags ORDER BY id"_s),
             (QStringList{u"Go"_s, u"Perl"_s}));
}

void TestUndo::takesBackAForeignKeysCascade()
{
    test::createTable(database(),
                      u"notes (id INTEGER NOT NULL PRIMARY KEY, tag INTEGER, other INTEGER, "
                      "FOREIGN KEY (tag) REFERENCES tags (id) ON DELETE CASCADE, "
                      "FOREIGN KEY (other) REFERENCES tags (id) ON DELETE SET NULL)"_s);
    test::insertRows(database(), u"notes"_s, {u"1, 2, NULL"_s, u"2, 1, 2"_s, u"3, 2, 2"_s});
    const QStringList before = test::dump(database());
    const QString id = test::journaled(database(), m_mapping,
                                       [](ScopedConnection &connection, const Vocabulary &) {
                                           test::removeRows(connection, u"links"_s, u"tag = 2"_s);
                                           test::removeRows(connection, u"tags"_s, u"id = 2"_s);
                                       });
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM notes"_s), QStringList{u"2|1|NULL"_s});
    test::undo(database(), m_mapping, id);
    QCOMPARE(test::dump(database()), before);
}

void TestUndo::rowsWithoutAKey()
{
    test::createTable(database(), u"marks (item INTEGER, tag INTEGER, note VARCHAR(20))"_s);
    test::insertRows(database(), u"marks"_s,
                     {u"1, 2, 'x'"_s, u"1, 2, 'x'"_s, u"1, 2, 'X'"_s, u"NULL, 2, NULL"_s,
                      u"1, 1, 'x'"_s, u"1, 1, 'x'"_s});
    const QStringList before = test::dump(database());
    const QString id = test::journaled(
        database(), m_mapping, [](ScopedConnection &connection, const Vocabulary &) {
            test::changeRows(connection, u"marks"_s, {u"tag"_s}, u"tag = 1"_s,
                             u"tag = 2 AND item IS NOT NULL"_s, {{u"tag"_s, u"1"_s}});
            test::removeRows(connection, u"marks"_s, u"item IS NULL"_s);
            test::insertRow(connection, u"marks"_s, u"7, 7, 'x'"_s, u"item = 7"_s);
        });
    const QStringList after = test::dump(database());
    const Receipt receipt = test::undo(database(), m_mapping, id);
    QCOMPARE(test::dump(database()), before);
    test::undo(database(), m_mapping, receipt.operation);
    QCOMPARE(test::dump(database()), after);
}

void TestUndo::everyValueComesBack()
{
    if (isMariaDb()) {
        database().execute(
            u"CREATE TABLE things (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, a "
            "DOUBLE, b FLOAT, c DECIMAL(30,10), d DATETIME(6), e TIMESTAMP NOT NULL DEFAULT "
            "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, f VARBINARY(20), g BIT(9), h TEXT "
            "CHARACTER SET latin1, i JSON, j ENUM('x','y'), k SET('p','q'), l DATE, m TIME(3), "
            "n BIGINT UNSIGNED, o BLOB, p INT GENERATED ALWAYS AS (a + 1) VIRTUAL)"_s);
        database().execute(
            u"INSERT INTO things (id, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o) VALUES "
            "(18446744073709551615, 0.1e-300, 0.3, 12345678901234567890.0123456789, "
            "'2001-02-03 04:05:06.123456', '2001-01-01 00:00:00', X'00FF27', b'101010101', 'é', "
            "'{\"a\": [1,  2]}', 'y', 'p,q', '2020-02-29', '-12:00:00.125', "
            "18446744073709551614, X'')"_s);
        database().execute(
            u"SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO' FOR INSERT INTO things "
            "(id, d, l) VALUES (0, '0000-00-00', '0000-00-00')"_s);
    } else {
        database().execute(u"CREATE TABLE things (id INTEGER PRIMARY KEY, a, b REAL, c TEXT, d "
                           "BLOB, e INTEGER AS (id + 1))"_s);
        database().execute(u"INSERT INTO things VALUES (0, 1, 1e300, '1', X'00ff'), (1, 1.5, 3, "
                           "X'31', 'x'), (2, '1', 0.1, 'a' || char(0) || 'b', NULL), "
                           "(9223372036854775807, CAST(X'ff' AS TEXT), -0.0, '', '')"_s);
    }
    const QStringList before = test::dump(database());
    const QString id = test::journaled(
        database(), m_mapping, [](ScopedConnection &connection, const Vocabulary &) {
            test::changeRows(connection, u"things"_s, {u"a"_s}, u"a = 7"_s, u"id > 0"_s);
            test::removeRows(connection, u"things"_s, u"1 = 1"_s);
        });
    const Receipt receipt = test::undo(database(), m_mapping, id);
    QCOMPARE(test::dump(database()), before);
    test::undo(database(), m_mapping, receipt.operation);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM things"_s), 0);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestUndo)
#include "TestUndo.moc"
