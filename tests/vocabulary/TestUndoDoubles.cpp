// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/MergeTags.h"
#include "vocabulary/UndoCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/**
 * No undo and no redo gives an object a tag twice, where no unique key forbids it: `uses(id, item,
 * tag, kind, note)`, of which those of the kind 'a' use the tags, and `marks`, without any key.
 */
class TestUndoDoubles : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();

    void aRedoThatWouldDoubleStops();
    void aDoubleIsLeftAlone();
    void theRowCanGoInstead();
    void aDeletedRowStaysAway();
    void withoutAKey();
    void nullIsAnObject();
    void anotherScopeIsNoDouble();
    void originalDoublesComeBack_data();
    void originalDoublesComeBack();
    void aUniqueKeyIsEnough();

private:
    QString merge(const QString &source, const QString &target)
    {
        return test::journaled(database(), m_mapping,
                               [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                   mergeTags(connection, vocabulary, {{source}, target});
                               });
    }
    QString undo(const QString &operation)
    {
        return test::undo(database(), m_mapping, operation).operation;
    }
    Receipt skip(const QString &id, const std::vector<RowResolution> &resolutions = {})
    {
        return test::undo(database(), m_mapping, {id, OnConflict::Skip, resolutions});
    }
    /** The conflicts that stop the undo, after which nothing has been written. */
    std::vector<RowConflict> conflictsOf(const QString &operation);
    QStringList rows(const QString &sql) { return test::rowTexts(database(), sql); }
    QStringList uses() { return rows(u"SELECT id, item, tag FROM uses WHERE kind = 'a'"_s); }
    /** Go is merged into Rust, which is undone, and then Perl into Rust: the id of the undo. */
    QString mergedAndUndone();

    VocabularyMapping m_mapping;
};

void TestUndoDoubles::init()
{
    DatabaseTestCase::init();
    test::createTable(database(),
                      u"tags (%1, name VARCHAR(100) NOT NULL UNIQUE)"_s.arg(test::serial(u"id"_s)));
    test::createTable(database(), u"uses (%1, item INTEGER, tag INTEGER NOT NULL, kind "
                                  "VARCHAR(10), note VARCHAR(20))"_s.arg(test::serial(u"id"_s)));
    test::createTable(database(), u"marks (item INTEGER NOT NULL, tag INTEGER NOT NULL)"_s);
    for (const QString &row : {u"1, 'Go'"_s, u"2, 'Perl'"_s, u"3, 'Rust'"_s})
        database().execute(u"INSERT INTO tags VALUES (%1)"_s.arg(row));
    m_mapping.name = m_mapping.table = u"tags"_s;
    m_mapping.keyName = u"id"_s;
    m_mapping.nameName = u"name"_s;
    Reference uses;
    uses.table = u"uses"_s;
    uses.column = u"tag"_s;
    uses.objects = {{{u"item"_s}}};
    uses.scope = {{u"kind"_s, u"a"_s}};
    Reference marks;
    marks.table = u"marks"_s;
    marks.column = u"tag"_s;
    marks.objects = {{{u"item"_s}}};
    m_mapping.references = {uses, marks};
    test::makeJournal(database());
}

std::vector<RowConflict> TestUndoDoubles::conflictsOf(const QString &operation)
{
    const QStringList before = test::dump(database());
    const auto error = errorOf([&] { undo(operation); });
    if (!error || error->kind != ErrorKind::Conflict || !error->conflicts ||
        test::dump(database()) != before)
        return {};
    return *error->conflicts;
}

QString TestUndoDoubles::mergedAndUndone()
{
    const QString undone = undo(merge(u"Go"_s, u"Rust"_s));
    merge(u"Perl"_s, u"Rust"_s);
    return undone;
}

void TestUndoDoubles::aRedoThatWouldDoubleStops()
{
    database().execute(u"INSERT INTO uses VALUES (1, 7, 1, 'a', 'n'), (2, 7, 2, 'a', 'm'), (3, 8, "
                       "1, 'a', NULL), (4, 9, 2, 'a', NULL)"_s);
    const QString undone = mergedAndUndone();
    QCOMPARE(uses(), QStringList({u"1|7|1"_s, u"2|7|3"_s, u"3|8|1"_s, u"4|9|3"_s}));
    const std::vector<RowConflict> conflicts = conflictsOf(undone);
    QCOMPARE(conflicts.size(), size_t(1));
    const RowConflict &conflict = conflicts.front();
    QCOMPARE(conflict.table, u"uses"_s);
    QCOMPARE(conflict.columns, QStringList({u"id"_s, u"tag"_s}));
    QCOMPARE(conflict.before, Row({u"1"_s, u"1"_s}));
    QCOMPARE(conflict.yours, Row({u"1"_s, u"3"_s}));
    QCOMPARE(conflict.theirs, Row({u"1"_s, u"1"_s}));
    QCOMPARE(conflict.reason, u"The object has this tag since in another row, “2”."_s);
}

void TestUndoDoubles::aDoubleIsLeftAlone()
{
    // Row 1 stays with Go, which stays for it; the others are Rust's again.
    database().execute(u"INSERT INTO uses VALUES (1, 7, 1, 'a', 'n'), (2, 7, 2, 'a', 'm'), (3, 8, "
                       "1, 'a', NULL)"_s);
    const Receipt receipt = skip(mergedAndUndone());
    QCOMPARE(uses(), QStringList({u"1|7|1"_s, u"2|7|3"_s, u"3|8|3"_s}));
    QCOMPARE(rows(u"SELECT * FROM tags"_s), QStringList({u"1|Go"_s, u"3|Rust"_s}));
    QVERIFY(!receipt.skipped.empty());
    // What was skipped is no part of it.
    undo(receipt.operation);
    QCOMPARE(uses(), QStringList({u"1|7|1"_s, u"2|7|3"_s, u"3|8|1"_s}));
}

void TestUndoDoubles::theRowCanGoInstead()
{
    database().execute(u"INSERT INTO uses (id, item, tag, kind) VALUES (1, 7, 1, 'a'), (2, 7, 2, "
                       "'a')"_s);
    const QString undone = mergedAndUndone();
    const std::vector<RowConflict> conflicts = conflictsOf(undone);
    QCOMPARE(conflicts.size(), size_t(1));
    // To insist on the second row stops again; without the first one the merge is done.
    COMPARE_KIND(errorOf([&] {
                     skip(undone, {{conflicts.front(), conflicts.front().yours}});
                 }),
                 ErrorKind::Conflict);
    skip(undone, {{conflicts.front(), std::nullopt}});
    QCOMPARE(uses(), QStringList({u"2|7|3"_s}));
    QCOMPARE(rows(u"SELECT * FROM tags"_s), QStringList({u"3|Rust"_s}));
}

void TestUndoDoubles::aDeletedRowStaysAway()
{
    database().execute(u"INSERT INTO uses VALUES (1, 7, 1, 'a', 'n'), (2, 8, 1, 'a', NULL)"_s);
    const QString deleted = test::journaled(
        database(), m_mapping, [](ScopedConnection &connection, const Vocabulary &) {
            test::removeRows(connection, u"uses"_s, u"id < 3"_s);
        });
    database().execute(u"INSERT INTO uses VALUES (5, 7, 1, 'a', 'o')"_s);
    const std::vector<RowConflict> conflicts = conflictsOf(deleted);
    QCOMPARE(conflicts.size(), size_t(1));
    QVERIFY(!conflicts.front().before);
    QCOMPARE(conflicts.front().yours, Row({u"1"_s, u"7"_s, u"1"_s, u"a"_s, u"n"_s}));
    QCOMPARE(conflicts.front().theirs, Row({u"5"_s, u"7"_s, u"1"_s, u"a"_s, u"o"_s}));
    skip(deleted);
    QCOMPARE(uses(), QStringList({u"2|8|1"_s, u"5|7|1"_s}));
}

void TestUndoDoubles::withoutAKey()
{
    // Two equal rows stand for one object with Go already: these come back as they were.
    database().execute(u"INSERT INTO marks VALUES (7, 1), (7, 2), (8, 1), (8, 1), (9, 2)"_s);
    const QString undone = undo(merge(u"Go"_s, u"Rust"_s));
    QCOMPARE(rows(u"SELECT * FROM marks"_s),
             QStringList({u"7|1"_s, u"7|2"_s, u"8|1"_s, u"8|1"_s, u"9|2"_s}));
    merge(u"Perl"_s, u"Rust"_s);
    const std::vector<RowConflict> conflicts = conflictsOf(undone);
    QCOMPARE(conflicts.size(), size_t(1));
    QVERIFY2(conflicts.front().reason.startsWith(u"The object has this tag since in another row"_s),
             qPrintable(conflicts.front().reason));
    skip(undone);
    QCOMPARE(rows(u"SELECT * FROM marks"_s), QStringList({u"7|1"_s, u"7|3"_s, u"8|3"_s, u"9|3"_s}));
}

void TestUndoDoubles::nullIsAnObject()
{
    // Where the key says so NULL is one; a row with nothing but NULL names none.
    m_mapping.references.front().objects = {{{u"item"_s, u"note"_s}}};
    database().execute(u"INSERT INTO uses VALUES (1, 7, 1, 'a', NULL), (2, 7, 2, 'a', NULL), (3, "
                       "NULL, 1, 'a', NULL), (4, NULL, 2, 'a', NULL)"_s);
    const QString undone = mergedAndUndone();
    const std::vector<RowConflict> conflicts = conflictsOf(undone);
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts.front().yours, Row({u"1"_s, u"3"_s}));
    m_mapping.references.front().objects.front().nullsAreEqual = false;
    undo(undone);
    QCOMPARE(uses(), QStringList({u"1|7|3"_s, u"2|7|3"_s, u"3|NULL|3"_s, u"4|NULL|3"_s}));
}

void TestUndoDoubles::anotherScopeIsNoDouble()
{
    database().execute(u"INSERT INTO uses VALUES (1, 7, 1, 'a', 'n'), (2, 7, 3, 'b', NULL), (3, 7, "
                       "3, NULL, NULL)"_s);
    const QString undone = undo(merge(u"Go"_s, u"Rust"_s));
    undo(undone);
    QCOMPARE(uses(), QStringList({u"1|7|3"_s}));
}

void TestUndoDoubles::originalDoublesComeBack_data()
{
    QTest::addColumn<QString>("rows");
    QTest::newRow("of the source") << u"(1, 7, 1, 'a', 'n'), (2, 7, 1, 'a', 'm')"_s;
    QTest::newRow("of the target") << u"(1, 7, 3, 'a', 'n'), (2, 7, 3, 'a', 'm')"_s;
    QTest::newRow("of both") << u"(1, 7, 1, 'a', 'n'), (2, 7, 1, 'a', 'n'), (3, 7, 3, 'a', 'n'), "
                                "(4, 7, 3, 'a', 'm'), (5, 8, 1, 'a', 'n'), (6, 8, 3, 'a', 'n')"_s;
}

void TestUndoDoubles::originalDoublesComeBack()
{
    QFETCH(QString, rows);
    database().execute(u"INSERT INTO uses VALUES "_s + rows);
    database().execute(u"INSERT INTO marks VALUES (7, 1), (7, 1), (7, 3), (7, 3), (8, 1)"_s);
    const QStringList before = test::dump(database());
    const QString merged = merge(u"Go"_s, u"Rust"_s);
    const QStringList after = test::dump(database());
    const QString undone = undo(merged);
    QCOMPARE(test::dump(database()), before);
    const QString redone = undo(undone);
    QCOMPARE(test::dump(database()), after);
    undo(redone);
    QCOMPARE(test::dump(database()), before);
}

void TestUndoDoubles::aUniqueKeyIsEnough()
{
    database().execute(u"CREATE UNIQUE INDEX once ON uses (tag, item)"_s);
    database().execute(u"INSERT INTO uses VALUES (1, 7, 1, 'a', 'n'), (2, 7, 2, 'a', 'm'), (3, "
                       "NULL, 1, 'a', 'n'), (4, NULL, 2, 'a', 'n')"_s);
    const QString undone = mergedAndUndone();
    const std::vector<RowConflict> conflicts = conflictsOf(undone);
    QVERIFY(!conflicts.empty()); // with its index the servers tell of the tag in use, too
    QCOMPARE(conflicts.front().yours, Row({u"1"_s, u"3"_s}));
    QCOMPARE(conflicts.front().reason, u"Another row has the value since."_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestUndoDoubles)
#include "TestUndoDoubles.moc"
