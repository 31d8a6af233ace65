// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DeleteTags.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestDeleteTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void deletesUnusedTags();
    void refusesTagsInUseWithTheCounts();
    void deletesUnusedOnesBesideUsedOnes();
    void taggingsGoAsTheirForeignKeySays_data();
    void taggingsGoAsTheirForeignKeySays();
    void everyReferenceIsDealtWith();
    void childrenAreLifted();
    void refusesATagThatIsNotThere();
    void theSameTagTwiceIsOne();
    void countsWhatTheForeignKeyHoldsToBeEqual();
    void dryRunChangesNothing();
    void refusesATableWithoutRollback();

private:
    void createItems(const QString &table, const QString &rule, bool nullable);
    Receipt remove(const DeleteRequest &request);
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

Receipt TestDeleteTags::remove(const DeleteRequest &request)
{
    const auto then = request.dryRun ? test::Then::RollBack : test::Then::Commit;
    return test::write(database(), then,
                       [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                           return deleteTags(connection, vocabulary, request);
                       });
}

void TestDeleteTags::createItems(const QString &table, const QString &rule, bool nullable)
{
    const QString column = test::textColumn(u"tag"_s, test::bytewise());
    test::createTable(
        database(),
        u"%1 (item INTEGER NOT NULL PRIMARY KEY, %2, FOREIGN KEY (tag) REFERENCES "
        "tags (tag_id)%3)"_s.arg(table, nullable ? column : column + u" NOT NULL"_s, rule));
    database().execute(
        u"INSERT INTO %1 VALUES (1, 'Python'), (2, 'Go'), (3, 'Python')"_s.arg(table));
}

void TestDeleteTags::deletesUnusedTags()
{
    database().createMinimalTable();
    database().insertTags({u"C"_s, u"Go"_s, u"Python"_s});
    const Receipt receipt = remove({{u"Python"_s, u"C"_s}});
    QCOMPARE(receipt.kind, u"delete"_s);
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

void TestDeleteTags::refusesTagsInUseWithTheCounts()
{
    test::createTags(database(), test::bytewise());
    database().insertTags({u"Go"_s, u"Perl"_s, u"Python"_s});
    createItems(u"a_items"_s, u" ON DELETE CASCADE"_s, false);
    createItems(u"b_items"_s, u" ON DELETE SET NULL"_s, true);
    createItems(u"c_items"_s, u" ON DELETE RESTRICT"_s, false);
    const QStringList before = rows(u"tags"_s) + rows(u"a_items"_s) + rows(u"b_items"_s);
    const auto error = errorOf([this] { remove({{u"Perl"_s, u"Python"_s}}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(error->message, u"The tags are in use (2 in a_items.tag, 2 in b_items.tag, 2 in "
                             "c_items.tag); delete them with their taggings (--with-taggings), or "
                             "remove the taggings first."_s);
    QCOMPARE(rows(u"tags"_s) + rows(u"a_items"_s) + rows(u"b_items"_s), before);
}

void TestDeleteTags::deletesUnusedOnesBesideUsedOnes()
{
    test::createTags(database(), test::bytewise());
    database().insertTags({u"Go"_s, u"Perl"_s, u"Python"_s});
    createItems(u"items"_s, u" ON DELETE RESTRICT"_s, false);
    QCOMPARE(remove({{u"Perl"_s}}).tags, 1);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Python"_s}));
    QCOMPARE(rows(u"items"_s), (QStringList{u"1|Python"_s, u"2|Go"_s, u"3|Python"_s}));
}

void TestDeleteTags::taggingsGoAsTheirForeignKeySays_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("nullable");
    QTest::addColumn<QStringList>("left");
    const QStringList deleted{u"2|Go"_s};
    const QStringList emptied{u"1|NULL"_s, u"2|Go"_s, u"3|NULL"_s};
    QTest::newRow("cascade") << u" ON DELETE CASCADE"_s << false << deleted;
    QTest::newRow("cascade of a nullable one") << u" ON DELETE CASCADE"_s << true << deleted;
    QTest::newRow("set null") << u" ON DELETE SET NULL"_s << true << emptied;
    QTest::newRow("restrict") << u" ON DELETE RESTRICT"_s << false << deleted;
    QTest::newRow("no action") << u" ON DELETE NO ACTION"_s << false << deleted;
    QTest::newRow("nothing declared") << QString() << false << deleted;
    // The row can live without the tag, so that it is emptied and not deleted.
    QTest::newRow("restrict of a nullable one") << u" ON DELETE RESTRICT"_s << true << emptied;
    QTest::newRow("no action of a nullable one") << QString() << true << emptied;
}

void TestDeleteTags::taggingsGoAsTheirForeignKeySays()
{
    QFETCH(const QString, rule);
    QFETCH(const bool, nullable);
    QFETCH(const QStringList, left);
    test::createTags(database(), test::bytewise());
    database().insertTags({u"Go"_s, u"Python"_s});
    createItems(u"items"_s, rule, nullable);
    const Receipt receipt = remove({{u"Python"_s}, true});
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(receipt.references.size(), size_t(1));
    QCOMPARE(receipt.references[0].removed, 2);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
    QCOMPARE(rows(u"items"_s), left);
}

void TestDeleteTags::everyReferenceIsDealtWith()
{
    test::createTags(database(), test::bytewise());
    database().insertTags({u"Go"_s, u"Python"_s});
    createItems(u"a_items"_s, u" ON DELETE CASCADE"_s, false);
    createItems(u"b_items"_s, {}, true);
    createItems(u"c_items"_s, {}, false);
    const Receipt receipt = remove({{u"Python"_s, u"Go"_s}, true});
    QCOMPARE(receipt.tags, 2);
    for (const ReferenceCount &count : receipt.references)
        QCOMPARE(count.removed, 3);
    QCOMPARE(database().tags(), QStringList());
    QCOMPARE(rows(u"a_items"_s), QStringList());
    QCOMPARE(rows(u"b_items"_s), (QStringList{u"1|NULL"_s, u"2|NULL"_s, u"3|NULL"_s}));
    QCOMPARE(rows(u"c_items"_s), QStringList());
}

void TestDeleteTags::childrenAreLifted()
{
    test::createTags(database(), test::bytewise(),
                     u", %1, FOREIGN KEY (parent) REFERENCES tags (tag_id)"_s.arg(
                         test::textColumn(u"parent"_s, test::bytewise())));
    for (const QString &row : {u"'Code', NULL"_s, u"'Python', 'Code'"_s, u"'Web', 'Python'"_s,
                               u"'Django', 'Web'"_s, u"'Flask', 'Web'"_s})
        database().execute(u"INSERT INTO tags VALUES (%1)"_s.arg(row));
    // To the nearest tag above that stays.
    const Receipt receipt = remove({{u"Web"_s, u"Python"_s}});
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(receipt.childrenLifted, 2);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Code|NULL"_s, u"Django|Code"_s, u"Flask|Code"_s}));
    // To the top, where there is none.
    QCOMPARE(remove({{u"Code"_s}}).childrenLifted, 2);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Django|NULL"_s, u"Flask|NULL"_s}));
}

void TestDeleteTags::refusesATagThatIsNotThere()
{
    database().createMinimalTable();
    database().insertTags({u"Go"_s});
    const auto error = errorOf([this] { remove({{u"Go"_s, u"Perl"_s}}); });
    COMPARE_KIND(error, ErrorKind::Missing);
    QVERIFY(error->message.contains(u"“Perl”"_s));
    COMPARE_KIND(errorOf([this] { remove({{u""_s}}); }), ErrorKind::Missing);
    COMPARE_KIND(errorOf([this] { remove({{QString(300, u'x')}}); }), ErrorKind::Missing);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

void TestDeleteTags::theSameTagTwiceIsOne()
{
    test::createTags(database(), test::caseBlind());
    database().insertTags({u"Go"_s, u"Python"_s});
    QCOMPARE(remove({{u"Python"_s, u"PYTHON"_s, u"Python"_s}}).tags, 1);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

void TestDeleteTags::countsWhatTheForeignKeyHoldsToBeEqual()
{
    if (isMariaDb())
        return; // it demands the same collation on both sides
    test::createTags(database(), u"NOCASE"_s);
    database().insertTags({u"Python"_s});
    database().execute(u"CREATE TABLE items (item INTEGER PRIMARY KEY, tag TEXT COLLATE BINARY NOT "
                       "NULL REFERENCES tags (tag_id))"_s);
    database().execute(u"INSERT INTO items VALUES (1, 'Python'), (2, 'PYTHON')"_s);
    const auto error = errorOf([this] { remove({{u"python"_s}}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"2 in items.tag"_s), qPrintable(error->message));
    remove({{u"python"_s}, true});
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s), QStringList());
}

void TestDeleteTags::dryRunChangesNothing()
{
    test::createTags(database(), test::bytewise());
    database().insertTags({u"Go"_s, u"Python"_s});
    createItems(u"items"_s, {}, true);
    const QStringList before = rows(u"tags"_s) + rows(u"items"_s);
    const Receipt receipt = remove({{u"Python"_s}, true, true});
    QVERIFY(receipt.dryRun);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(receipt.references.at(0).removed, 2);
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s), before);
}

void TestDeleteTags::refusesATableWithoutRollback()
{
    if (!isMariaDb())
        return;
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(50) PRIMARY KEY) ENGINE=MyISAM"_s);
    database().insertTags({u"Python"_s});
    COMPARE_KIND(errorOf([this] { remove({{u"Python"_s}}); }), ErrorKind::Refused);
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestDeleteTags)
#include "TestDeleteTags.moc"
