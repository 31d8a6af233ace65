// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Statement.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** A new name that the database holds to be equal to the old one: python becomes Python. */
class TestRenameSpelling : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void everyRowHasTheNewSpelling_data();
    void everyRowHasTheNewSpelling();
    void severalReferences();
    void aReferenceOfTheTableToItself_data();
    void aReferenceOfTheTableToItself();
    void aUniqueColumnIsNotInTheWay();
    void aChildThatTellsSpellingsApart();
    void foreignKeysAreEnforcedAfterwards();
    void theSameNameAgain();
    void dryRunChangesNothing_data() { everyRowHasTheNewSpelling_data(); }
    void dryRunChangesNothing();

private:
    void createFilled(const QString &collation, const QString &rule);
    Receipt rename(const QString &oldName, const QString &newName,
                   test::Then then = test::Then::Commit);
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

Receipt TestRenameSpelling::rename(const QString &oldName, const QString &newName, test::Then then)
{
    const RenameRequest request{oldName, newName, then == test::Then::RollBack};
    return test::write(database(), then,
                       [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                           return renameTag(connection, vocabulary, request);
                       });
}

void TestRenameSpelling::createFilled(const QString &collation, const QString &rule)
{
    test::createTags(database(), collation, u", note TEXT"_s);
    test::createTable(database(),
                      u"items (item INTEGER NOT NULL PRIMARY KEY, %1, FOREIGN KEY (tag) REFERENCES "
                      "tags (tag_id)%2)"_s.arg(test::textColumn(u"tag"_s, collation), rule));
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL), ('python', 'snake')"_s);
    database().execute(u"INSERT INTO items VALUES (1, 'python'), (2, 'Go'), (3, 'PYTHON'), (4, "
                       "NULL)"_s);
}

void TestRenameSpelling::everyRowHasTheNewSpelling_data()
{
    QTest::addColumn<QString>("collation");
    QTest::addColumn<QString>("rule");
    QStringList collations{test::caseBlind()};
    if (TestDatabase::isMariaDb())
        collations << u"utf8mb4_unicode_ci"_s << u"latin1_swedish_ci"_s;
    for (const QString &collation : std::as_const(collations)) {
        for (const QString &rule :
             {u""_s, u" ON UPDATE CASCADE"_s, u" ON UPDATE RESTRICT"_s, u" ON UPDATE NO ACTION"_s,
              u" ON UPDATE SET NULL"_s, u" ON UPDATE RESTRICT ON DELETE CASCADE"_s,
              u" ON UPDATE CASCADE ON DELETE SET NULL"_s})
            QTest::newRow(qPrintable(collation + rule)) << collation << rule;
    }
}

void TestRenameSpelling::everyRowHasTheNewSpelling()
{
    QFETCH(const QString, collation);
    QFETCH(const QString, rule);
    createFilled(collation, rule);
    const Receipt receipt = rename(u"python"_s, u"Python"_s);
    QCOMPARE(receipt.references.size(), size_t(1));
    QCOMPARE(receipt.references[0].moved, 2);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Go|NULL"_s, u"Python|snake"_s}));
    QCOMPARE(rows(u"items"_s), (QStringList{u"1|Python"_s, u"2|Go"_s, u"3|Python"_s, u"4|NULL"_s}));
}

void TestRenameSpelling::severalReferences()
{
    createFilled(test::caseBlind(), u" ON UPDATE CASCADE"_s);
    test::createTable(database(),
                      u"more (%1, %2, FOREIGN KEY (a) REFERENCES tags (tag_id), FOREIGN KEY (b) "
                      "REFERENCES tags (tag_id) ON UPDATE SET NULL)"_s.arg(
                          test::textColumn(u"a"_s, test::caseBlind()),
                          test::textColumn(u"b"_s, test::caseBlind())));
    database().execute(u"INSERT INTO more VALUES ('python', 'python'), ('Go', 'pYTHON')"_s);
    rename(u"PYTHON"_s, u"Python"_s);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Go|NULL"_s, u"Python|snake"_s}));
    QCOMPARE(rows(u"items"_s), (QStringList{u"1|Python"_s, u"2|Go"_s, u"3|Python"_s, u"4|NULL"_s}));
    QCOMPARE(rows(u"more"_s), (QStringList{u"Go|Python"_s, u"Python|Python"_s}));
}

void TestRenameSpelling::aReferenceOfTheTableToItself_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("restrict") << u""_s;
    QTest::newRow("cascade") << u" ON UPDATE CASCADE"_s;
}

void TestRenameSpelling::aReferenceOfTheTableToItself()
{
    QFETCH(const QString, rule);
    test::createTags(database(), test::caseBlind(),
                     u", %1, FOREIGN KEY (parent) REFERENCES tags (tag_id)%2"_s.arg(
                         test::textColumn(u"parent"_s, test::caseBlind()), rule));
    database().execute(u"INSERT INTO tags VALUES ('python', NULL)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Django', 'python')"_s);
    rename(u"python"_s, u"Python"_s);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Django|Python"_s, u"Python|NULL"_s}));
}

void TestRenameSpelling::aUniqueColumnIsNotInTheWay()
{
    test::createTags(database(), test::caseBlind(), u", slug VARCHAR(20) UNIQUE"_s);
    test::createTable(
        database(),
        u"items (item INTEGER NOT NULL PRIMARY KEY, %1, FOREIGN KEY (tag) "
        "REFERENCES tags (tag_id))"_s.arg(test::textColumn(u"tag"_s, test::caseBlind())));
    database().execute(u"INSERT INTO tags VALUES ('python', 'py')"_s);
    database().execute(u"INSERT INTO items VALUES (1, 'python')"_s);
    rename(u"python"_s, u"Python"_s);
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s), (QStringList{u"Python|py"_s, u"1|Python"_s}));
}

void TestRenameSpelling::aChildThatTellsSpellingsApart()
{
    if (isMariaDb())
        return; // it demands the same collation on both sides
    // SQLite compares a foreign key in the collation of the parent, whatever the child's own is.
    for (const QString &rule : {u""_s, u" ON UPDATE CASCADE"_s}) {
        test::createTags(database(), u"NOCASE"_s);
        database().execute(u"CREATE TABLE items (item INTEGER PRIMARY KEY, tag TEXT COLLATE BINARY "
                           "REFERENCES tags (tag_id)%1)"_s.arg(rule));
        database().insertTags({u"python"_s});
        database().execute(u"INSERT INTO items VALUES (1, 'python'), (2, 'PYTHON')"_s);
        QCOMPARE(rename(u"python"_s, u"Python"_s).references.at(0).moved, 2);
        QCOMPARE(rows(u"items"_s), (QStringList{u"1|Python"_s, u"2|Python"_s}));
        database().execute(u"DROP TABLE items"_s);
        database().execute(u"DROP TABLE tags"_s);
    }
}

void TestRenameSpelling::foreignKeysAreEnforcedAfterwards()
{
    createFilled(test::caseBlind(), u" ON UPDATE RESTRICT"_s);
    ScopedConnection connection(database().profile());
    const Vocabulary vocabulary = findVocabulary(connection, {});
    Transaction transaction(connection, Transaction::Mode::Write);
    renameTag(connection, vocabulary, {u"python"_s, u"Python"_s});
    COMPARE_KIND(errorOf([&connection] {
                     Statement(connection, u"DELETE FROM tags WHERE tag_id = 'Go'"_s).execute();
                 }),
                 ErrorKind::Constraint);
}

void TestRenameSpelling::theSameNameAgain()
{
    createFilled(test::caseBlind(), u" ON UPDATE RESTRICT"_s);
    const QStringList before = rows(u"tags"_s);
    rename(u"python"_s, u"python"_s);
    QCOMPARE(rows(u"tags"_s), before);
}

void TestRenameSpelling::dryRunChangesNothing()
{
    QFETCH(const QString, collation);
    QFETCH(const QString, rule);
    createFilled(collation, rule);
    const QStringList before = rows(u"tags"_s) + rows(u"items"_s);
    const Receipt receipt = rename(u"python"_s, u"Python"_s, test::Then::RollBack);
    QVERIFY(receipt.dryRun);
    QCOMPARE(receipt.references.at(0).moved, 2);
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRenameSpelling)
#include "TestRenameSpelling.moc"
