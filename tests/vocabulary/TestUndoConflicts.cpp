// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DeleteTags.h"
#include "vocabulary/UndoCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestUndoConflicts : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();

    void stopsAndShowsTheThreeVersions_data();
    void stopsAndShowsTheThreeVersions();
    void skipsWhatHasChanged_data();
    void skipsWhatHasChanged();
    void aTagUsedSinceStays();
    void oneOfManyTagsUsedSinceStays();
    void aForeignKeyCountsToo();
    void aTaggingWhoseTagIsGoneStaysAway();
    void whatHangsOnASkippedRowIsSkippedToo();
    void severalStepsOfOneRowAreOneConflict();
    void choosesForEachRow();
    void choosesTheRowThatTookTheName();
    void whatHasChangedAgainStops();
    void keylessRowsThatAreGone();
    void aHiddenRowidIsNoConflict();
    void tellsAThousandAtMost();

private:
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
    template <class Operation>
    QString journaled(const Operation &operation)
    {
        return test::journaled(database(), m_mapping, operation);
    }
    /** The conflicts that stop the undo, after which nothing has been written. */
    std::vector<RowConflict> conflictsOf(const UndoRequest &request);
    Receipt skip(const QString &id, const std::vector<RowResolution> &resolutions = {});

    VocabularyMapping m_mapping;
};

void TestUndoConflicts::init()
{
    DatabaseTestCase::init();
    m_mapping = test::createUndoWorld(database());
    test::makeJournal(database());
}

std::vector<RowConflict> TestUndoConflicts::conflictsOf(const UndoRequest &request)
{
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { test::undo(database(), m_mapping, request); });
    if (!error || error->kind != ErrorKind::Conflict || !error->conflicts ||
        test::allRows(database()) != before)
        return {};
    return *error->conflicts;
}

Receipt TestUndoConflicts::skip(const QString &id, const std::vector<RowResolution> &resolutions)
{
    return test::undo(database(), m_mapping, {id, OnConflict::Skip, resolutions});
}

/** An operation, what somebody else does then, and the three versions of the only conflict. */
struct Meanwhile
{
    std::function<void(ScopedConnection &, const Vocabulary &)> work;
    QString sql;
    std::optional<Row> before;
    std::optional<Row> yours;
    std::optional<Row> theirs;
};

void TestUndoConflicts::stopsAndShowsTheThreeVersions_data()
{
    QTest::addColumn<Meanwhile>("meanwhile");
    QTest::addColumn<QStringList>("skipped"); // the tags after the undo has skipped it
    const auto rename = [](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"tags"_s, {u"name"_s}, u"name = 'Raku'"_s, u"id = 2"_s);
        test::changeRows(connection, u"tags"_s, {u"note"_s}, u"note = 'R'"_s, u"id = 3"_s);
    };
    const auto remove = [](ScopedConnection &connection, const Vocabulary &) {
        test::removeRows(connection, u"tags"_s, u"id >= 2"_s);
    };
    const auto insert = [](ScopedConnection &connection, const Vocabulary &) {
        test::insertRow(connection, u"tags"_s, u"8, 'Ada', NULL, 0"_s, u"id = 8"_s);
        test::insertRow(connection, u"tags"_s, u"9, 'Zig', NULL, 0"_s, u"id = 9"_s);
    };
    const Row asAdded = {u"9"_s, u"Zig"_s, std::nullopt, u"0"_s};
    const Row asDeleted = {u"2"_s, u"Perl"_s, std::nullopt, u"2"_s};
    const QString go = u"1|Go|a|2"_s;
    const QString perl = u"2|Perl|NULL|2"_s;
    const QString rust = u"3|Rust||0"_s;
    QTest::newRow("changed after an update")
        << Meanwhile{rename, u"UPDATE tags SET name = 'P6' WHERE id = 2"_s, Row{u"2"_s, u"Raku"_s},
                     Row{u"2"_s, u"Perl"_s}, Row{u"2"_s, u"P6"_s}}
        << QStringList{go, u"2|P6|NULL|2"_s, rust};
    QTest::newRow("deleted after an update")
        << Meanwhile{rename, u"DELETE FROM tags WHERE id = 2"_s, Row{u"2"_s, u"Raku"_s},
                     Row{u"2"_s, u"Perl"_s}, std::nullopt}
        << QStringList{go, rust};
    QTest::newRow("name taken after an update")
        << Meanwhile{rename, u"INSERT INTO tags VALUES (7, 'Perl', 'x', 1)"_s,
                     Row{u"2"_s, u"Raku"_s}, Row{u"2"_s, u"Perl"_s}, Row{u"7"_s, u"Perl"_s}}
        << QStringList{go, u"2|Raku|NULL|2"_s, rust, u"7|Perl|x|1"_s};
    QTest::newRow("changed after an insert")
        << Meanwhile{insert, u"UPDATE tags SET note = 'n' WHERE id = 9"_s, asAdded, std::nullopt,
                     Row{u"9"_s, u"Zig"_s, u"n"_s, u"0"_s}}
        << QStringList{go, perl, rust, u"9|Zig|n|0"_s};
    QTest::newRow("used after an insert")
        << Meanwhile{insert, u"INSERT INTO links VALUES (1, 9)"_s, asAdded, std::nullopt, asAdded}
        << QStringList{go, perl, rust, u"9|Zig|NULL|0"_s};
    QTest::newRow("made again after a delete")
        << Meanwhile{remove, u"INSERT INTO tags VALUES (2, 'Perl', 'new', 2)"_s, std::nullopt,
                     asDeleted, Row{u"2"_s, u"Perl"_s, u"new"_s, u"2"_s}}
        << QStringList{go, u"2|Perl|new|2"_s, rust};
    QTest::newRow("name taken after a delete")
        << Meanwhile{remove, u"INSERT INTO tags VALUES (7, 'Perl', 'new', 2)"_s, std::nullopt,
                     asDeleted, Row{u"7"_s, u"Perl"_s, u"new"_s, u"2"_s}}
        << QStringList{go, rust, u"7|Perl|new|2"_s};
}

void TestUndoConflicts::stopsAndShowsTheThreeVersions()
{
    QFETCH(const Meanwhile, meanwhile);
    const QString id = journaled(meanwhile.work);
    database().execute(meanwhile.sql);
    const auto conflicts = conflictsOf({id});
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts[0].table, u"tags"_s);
    QCOMPARE(conflicts[0].keyColumns, QStringList{u"id"_s});
    QCOMPARE(conflicts[0].before, meanwhile.before);
    QCOMPARE(conflicts[0].yours, meanwhile.yours);
    QCOMPARE(conflicts[0].theirs, meanwhile.theirs);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tagsmith_operation"_s), 1);
}

void TestUndoConflicts::skipsWhatHasChanged_data()
{
    stopsAndShowsTheThreeVersions_data();
}

void TestUndoConflicts::skipsWhatHasChanged()
{
    QFETCH(const Meanwhile, meanwhile);
    QFETCH(const QStringList, skipped);
    const QString id = journaled(meanwhile.work);
    const QStringList operated = test::dump(database());
    database().execute(meanwhile.sql);
    const QStringList between = test::dump(database());
    const Receipt receipt = skip(id);
    QCOMPARE(receipt.skipped.size(), size_t(1));
    QCOMPARE(receipt.skipped[0].theirs, meanwhile.theirs);
    QCOMPARE(receipt.rows, 1);
    QCOMPARE(rows(u"tags"_s), skipped);
    test::undo(database(), m_mapping, receipt.operation); // takes back only what it did
    QCOMPARE(test::dump(database()), between);
    QVERIFY(operated != between);
}

void TestUndoConflicts::aTagUsedSinceStays()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::insertRow(connection, u"tags"_s, u"9, 'Zig', NULL, 0"_s, u"id = 9"_s);
        test::changeRows(connection, u"tags"_s, {u"uses"_s}, u"uses = 1"_s, u"id = 9"_s);
    });
    test::insertRows(database(), u"links"_s, {u"1, 9"_s, u"2, 9"_s});
    const auto error = errorOf([&] { test::undo(database(), m_mapping, id); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains(u"2 rows of links use “9” since"_s),
             qPrintable(error->message));
    COMPARE_KIND(errorOf([&] { skip(id); }), ErrorKind::Refused); // nothing would be left
    QCOMPARE(rows(u"tags"_s).constLast(), u"9|Zig|NULL|1"_s);     // as a whole, its counter too
}

void TestUndoConflicts::oneOfManyTagsUsedSinceStays()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        QStringList values;
        for (int i = 101; i <= 3100; ++i)
            values << u"(%1, 'n%1', NULL, 0)"_s.arg(i);
        Statement(connection, u"INSERT INTO tags VALUES "_s + values.join(u',')).execute();
        recordInsert(connection, {u"tags"_s, {}, {}, u"id > 100"_s});
    });
    test::insertRows(database(), u"links"_s, {u"1, 2000"_s, u"2, 2000"_s, u"2, 2001"_s});
    const auto conflicts = conflictsOf({id});
    QCOMPARE(conflicts.size(), size_t(2));
    QCOMPARE(conflicts[0].reason, u"2 rows of links use “2000” since."_s);
    QCOMPARE(skip(id).rows, 2998);
    QCOMPARE(database().column(u"SELECT name FROM tags ORDER BY id"_s),
             (QStringList{u"Go"_s, u"Perl"_s, u"Rust"_s, u"n2000"_s, u"n2001"_s}));
}

void TestUndoConflicts::aForeignKeyCountsToo()
{
    test::createTable(database(), u"notes (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100), "
                                  "FOREIGN KEY (name) REFERENCES tags (name))"_s);
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"tags"_s, {u"name"_s}, u"name = 'Raku'"_s, u"id = 2"_s);
    });
    test::insertRows(database(), u"notes"_s, {u"1, 'Raku'"_s});
    const auto conflicts = conflictsOf({id});
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts[0].reason, u"1 row of notes uses “Raku” since."_s);
    database().execute(u"DELETE FROM notes"_s);
    test::undo(database(), m_mapping, id);
    QCOMPARE(database().column(u"SELECT name FROM tags WHERE id = 2"_s), QStringList{u"Perl"_s});
}

void TestUndoConflicts::aTaggingWhoseTagIsGoneStaysAway()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::removeRows(connection, u"links"_s, u"item <> 2"_s);
    });
    database().execute(u"DELETE FROM links WHERE tag = 2"_s);
    database().execute(u"DELETE FROM tags WHERE id = 2"_s);
    const auto conflicts = conflictsOf({id});
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts[0].yours, (Row{u"3"_s, u"2"_s}));
    QCOMPARE(skip(id).skipped.size(), size_t(1));
    QCOMPARE(rows(u"links"_s), (QStringList{u"1|1"_s, u"2|1"_s}));
}

void TestUndoConflicts::whatHangsOnASkippedRowIsSkippedToo()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &vocabulary) {
        deleteTags(connection, vocabulary, {{u"Perl"_s, u"Rust"_s}, true});
    });
    database().execute(u"INSERT INTO tags VALUES (7, 'Perl', NULL, 0)"_s);
    const Receipt receipt = skip(id);
    QCOMPARE(receipt.skipped.size(), size_t(3)); // the tag, then its two taggings
    QCOMPARE(rows(u"tags"_s), (QStringList{u"1|Go|a|2"_s, u"3|Rust||0"_s, u"7|Perl|NULL|0"_s}));
    QCOMPARE(rows(u"links"_s), (QStringList{u"1|1"_s, u"2|1"_s}));
}

void TestUndoConflicts::severalStepsOfOneRowAreOneConflict()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        for (const QString &name : {u"P1"_s, u"P2"_s, u"P3"_s})
            test::changeRows(connection, u"tags"_s, {u"name"_s}, u"name = '%1'"_s.arg(name),
                             u"id = 2"_s);
    });
    database().execute(u"UPDATE tags SET name = 'P9' WHERE id = 2"_s);
    const auto conflicts = conflictsOf({id});
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts[0].before, (Row{u"2"_s, u"P3"_s}));
    QCOMPARE(conflicts[0].yours, (Row{u"2"_s, u"Perl"_s}));
    QCOMPARE(conflicts[0].theirs, (Row{u"2"_s, u"P9"_s}));
    skip(id, {{conflicts[0], conflicts[0].yours}});
    QCOMPARE(database().column(u"SELECT name FROM tags WHERE id = 2"_s), QStringList{u"Perl"_s});
}

void TestUndoConflicts::choosesForEachRow()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"tags"_s, {u"note"_s, u"uses"_s}, u"note = 'n', uses = 9"_s,
                         u"id > 0"_s);
    });
    database().execute(u"UPDATE tags SET note = 'theirs', uses = 5"_s);
    const QStringList between = test::dump(database());
    const auto conflicts = conflictsOf({id});
    QCOMPARE(conflicts.size(), size_t(3));
    const Receipt receipt = skip(
        id, {{conflicts[0], conflicts[0].yours}, {conflicts[1], Row{u"2"_s, u"theirs"_s, u"2"_s}}});
    QCOMPARE(receipt.skipped.size(), size_t(1));
    QCOMPARE(receipt.rows, 2);
    QCOMPARE(rows(u"tags"_s),
             (QStringList{u"1|Go|a|2"_s, u"2|Perl|theirs|2"_s, u"3|Rust|theirs|5"_s}));
    test::undo(database(), m_mapping, receipt.operation);
    QCOMPARE(test::dump(database()), between);
}

void TestUndoConflicts::choosesTheRowThatTookTheName()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::removeRows(connection, u"tags"_s, u"id = 3"_s);
    });
    database().execute(u"INSERT INTO tags VALUES (7, 'Rust', 'new', 2)"_s);
    const auto conflicts = conflictsOf({id});
    QCOMPARE(conflicts.size(), size_t(1));
    skip(id, {{conflicts[0], conflicts[0].yours}});
    QCOMPARE(rows(u"tags"_s), (QStringList{u"1|Go|a|2"_s, u"2|Perl|NULL|2"_s, u"3|Rust||0"_s}));
}

void TestUndoConflicts::whatHasChangedAgainStops()
{
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"tags"_s, {u"note"_s}, u"note = 'n'"_s, u"id = 1"_s);
    });
    database().execute(u"UPDATE tags SET note = 'x' WHERE id = 1"_s);
    const auto shown = conflictsOf({id});
    QCOMPARE(shown.size(), size_t(1));
    database().execute(u"UPDATE tags SET note = 'y' WHERE id = 1"_s);
    const auto again = conflictsOf({id, OnConflict::Skip, {{shown[0], shown[0].yours}}});
    QCOMPARE(again.size(), size_t(1));
    QCOMPARE(again[0].theirs, (Row{u"1"_s, u"y"_s}));
}

void TestUndoConflicts::keylessRowsThatAreGone()
{
    test::createTable(database(), u"marks (item INTEGER, note VARCHAR(20))"_s);
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        for (const QString &values : {u"1, 'x'"_s, u"2, 'y'"_s})
            test::insertRow(connection, u"marks"_s, values, u"item = %1"_s.arg(values.left(1)));
    });
    database().execute(u"UPDATE marks SET note = 'z' WHERE item = 2"_s);
    QCOMPARE(conflictsOf({id}).size(), size_t(1));
    QCOMPARE(skip(id).skipped.size(), size_t(1));
    QCOMPARE(rows(u"marks"_s), QStringList{u"2|z"_s});
}

// SQLite gives the number of a deleted row to the next one, where no column holds it.
void TestUndoConflicts::aHiddenRowidIsNoConflict()
{
    test::createTable(database(), u"marks (item INTEGER, note VARCHAR(20))"_s);
    test::insertRows(database(), u"marks"_s, {u"1, 'x'"_s, u"2, 'y'"_s});
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::removeRows(connection, u"marks"_s, u"item > 0"_s);
    });
    test::insertRows(database(), u"marks"_s, {u"7, 'new'"_s});
    const Receipt receipt = test::undo(database(), m_mapping, id);
    QCOMPARE(rows(u"marks"_s), (QStringList{u"1|x"_s, u"2|y"_s, u"7|new"_s}));
    test::undo(database(), m_mapping, receipt.operation);
    QCOMPARE(rows(u"marks"_s), QStringList{u"7|new"_s});
}

void TestUndoConflicts::tellsAThousandAtMost()
{
    QStringList values;
    for (int i = 1; i <= 5000; ++i)
        values << u"(%1, %1)"_s.arg(i);
    test::createTable(database(), u"marks (item INTEGER NOT NULL PRIMARY KEY, note INTEGER)"_s);
    database().execute(u"INSERT INTO marks VALUES "_s + values.join(u','));
    const QString id = journaled([](ScopedConnection &connection, const Vocabulary &) {
        test::changeRows(connection, u"marks"_s, {u"note"_s}, u"note = 0"_s, u"item > 0"_s);
    });
    database().execute(u"UPDATE marks SET note = 7 WHERE item > 10"_s);
    const auto conflicts = conflictsOf({id});
    QVERIFY(conflicts.size() >= 1000);
    const Receipt receipt = skip(id);
    QCOMPARE(receipt.skipped.size(), size_t(1000));
    QVERIFY2(receipt.warnings.value(0).contains(u"3990 more rows"_s),
             qPrintable(receipt.warnings.join(u' ')));
    QCOMPARE(receipt.rows, 10);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM marks WHERE note = item"_s), 10);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestUndoConflicts)
#include "TestUndoConflicts.moc"
