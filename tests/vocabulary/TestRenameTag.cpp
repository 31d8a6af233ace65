// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RenameTag.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** A new name that the database does not hold to be equal to the old one. */
class TestRenameTag : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void renamesInAMinimalTable();
    void theReferencesFollow_data();
    void theReferencesFollow();
    void severalReferencesFollow();
    void aReferenceOfTheTableToItselfFollows_data();
    void aReferenceOfTheTableToItselfFollows();
    void everyReferenceOfTheTableToItselfFollows();
    void everyColumnOfTheRowStays();
    void refusesAnotherTagsName_data();
    void refusesAnotherTagsName();
    void refusesBadNames_data();
    void refusesBadNames();
    void refusesATagThatIsNotThere();
    void sayWhyAUniqueColumnIsInTheWay();
    void dryRunChangesNothing_data() { theReferencesFollow_data(); }
    void dryRunChangesNothing();
    void refusesATableWithoutRollback();

private:
    void createItems(const QString &table, const QString &rule, const QString &null = {});
    void createFilled(const QString &rule, bool nullable);
    Receipt rename(const QString &oldName, const QString &newName,
                   test::Then then = test::Then::Commit);
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

Receipt TestRenameTag::rename(const QString &oldName, const QString &newName, test::Then then)
{
    const RenameRequest request{oldName, newName, then == test::Then::RollBack};
    return test::write(database(), then,
                       [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                           return renameTag(connection, vocabulary, request);
                       });
}

void TestRenameTag::createItems(const QString &table, const QString &rule, const QString &null)
{
    test::createTable(
        database(),
        u"%1 (item INTEGER NOT NULL PRIMARY KEY, %2%3, FOREIGN KEY (tag) REFERENCES "
        "tags (tag_id)%4)"_s.arg(table, test::textColumn(u"tag"_s, test::bytewise()), null, rule));
}

void TestRenameTag::createFilled(const QString &rule, bool nullable)
{
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL), ('Python', 'snake')"_s);
    createItems(u"items"_s, rule, nullable ? QString() : u" NOT NULL"_s);
    database().execute(u"INSERT INTO items VALUES (1, 'Python'), (2, 'Go'), (3, 'Python')"_s);
    if (nullable)
        database().execute(u"INSERT INTO items VALUES (4, NULL)"_s);
}

void TestRenameTag::renamesInAMinimalTable()
{
    database().createMinimalTable();
    database().insertTags({u"Go"_s, u"Python"_s});
    const Receipt receipt = rename(u"Python"_s, u"Snake"_s);
    QCOMPARE(receipt.kind, u"rename"_s);
    QCOMPARE(receipt.tags, 1);
    QVERIFY(receipt.references.empty());
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Snake"_s}));
}

void TestRenameTag::theReferencesFollow_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("nullable");
    QTest::newRow("cascade") << u" ON UPDATE CASCADE"_s << false;
    QTest::newRow("restrict") << u" ON UPDATE RESTRICT"_s << false;
    QTest::newRow("no action") << u" ON UPDATE NO ACTION"_s << false;
    QTest::newRow("nothing declared") << QString() << false;
    QTest::newRow("set null") << u" ON UPDATE SET NULL"_s << true;
    QTest::newRow("cascade, deleted with the tag")
        << u" ON UPDATE CASCADE ON DELETE CASCADE"_s << false;
    QTest::newRow("deleted with the tag") << u" ON DELETE CASCADE"_s << false;
    QTest::newRow("emptied with the tag") << u" ON DELETE SET NULL"_s << true;
}

void TestRenameTag::theReferencesFollow()
{
    QFETCH(const QString, rule);
    QFETCH(const bool, nullable);
    createFilled(rule, nullable);
    const Receipt receipt = rename(u"Python"_s, u"Snake"_s);
    QCOMPARE(receipt.references.size(), size_t(1));
    QCOMPARE(receipt.references[0].table, u"items"_s);
    QCOMPARE(receipt.references[0].column, u"tag"_s);
    QCOMPARE(receipt.references[0].moved, 2);
    QCOMPARE(receipt.references[0].removed, 0);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Go|NULL"_s, u"Snake|snake"_s}));
    QStringList items{u"1|Snake"_s, u"2|Go"_s, u"3|Snake"_s};
    if (nullable)
        items << u"4|NULL"_s;
    QCOMPARE(rows(u"items"_s), items);
}

void TestRenameTag::severalReferencesFollow()
{
    test::createTags(database(), test::bytewise());
    database().insertTags({u"Go"_s, u"Python"_s});
    createItems(u"a_items"_s, u" ON UPDATE CASCADE"_s);
    createItems(u"b_items"_s, u" ON UPDATE RESTRICT"_s);
    createItems(u"c_items"_s, u" ON UPDATE SET NULL ON DELETE CASCADE"_s);
    for (const QString &table : {u"a_items"_s, u"b_items"_s, u"c_items"_s})
        database().execute(u"INSERT INTO %1 VALUES (1, 'Python'), (2, 'Go')"_s.arg(table));
    test::createTable(database(), u"d_pairs (%1, %2, FOREIGN KEY (left_tag) REFERENCES tags "
                                  u"(tag_id), FOREIGN KEY (right_tag) "
                                  "REFERENCES tags (tag_id) ON UPDATE CASCADE)"_s.arg(
                                      test::textColumn(u"left_tag"_s, test::bytewise()),
                                      test::textColumn(u"right_tag"_s, test::bytewise())));
    database().execute(
        u"INSERT INTO d_pairs VALUES ('Python', 'Python'), ('Go', 'Python'), ('Python', NULL)"_s);

    const Receipt receipt = rename(u"Python"_s, u"Snake"_s);
    QStringList moved;
    for (const ReferenceCount &count : receipt.references)
        moved << u"%1.%2 %3"_s.arg(count.table, count.column, QString::number(count.moved));
    QCOMPARE(moved, (QStringList{u"a_items.tag 1"_s, u"b_items.tag 1"_s, u"c_items.tag 1"_s,
                                 u"d_pairs.left_tag 2"_s, u"d_pairs.right_tag 2"_s}));
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Snake"_s}));
    for (const QString &table : {u"a_items"_s, u"b_items"_s, u"c_items"_s})
        QCOMPARE(rows(table), (QStringList{u"1|Snake"_s, u"2|Go"_s}));
    QCOMPARE(rows(u"d_pairs"_s), (QStringList{u"Go|Snake"_s, u"Snake|NULL"_s, u"Snake|Snake"_s}));
}

void TestRenameTag::aReferenceOfTheTableToItselfFollows_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("restrict") << u""_s;
    QTest::newRow("cascade") << u" ON UPDATE CASCADE"_s; // InnoDB takes it for RESTRICT
}

void TestRenameTag::aReferenceOfTheTableToItselfFollows()
{
    QFETCH(const QString, rule);
    test::createTags(database(), test::bytewise(),
                     u", %1, FOREIGN KEY (parent) REFERENCES tags (tag_id)%2"_s.arg(
                         test::textColumn(u"parent"_s, test::bytewise()), rule));
    database().execute(u"INSERT INTO tags VALUES ('Code', NULL)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python', 'Code'), ('self', 'self')"_s);
    database().execute(u"INSERT INTO tags VALUES ('Django', 'Python')"_s);
    rename(u"Python"_s, u"Snake"_s);
    rename(u"self"_s, u"own"_s);
    QCOMPARE(rows(u"tags"_s),
             (QStringList{u"Code|NULL"_s, u"Django|Snake"_s, u"Snake|Code"_s, u"own|own"_s}));
}

void TestRenameTag::everyReferenceOfTheTableToItselfFollows()
{
    test::createTags(
        database(), test::bytewise(),
        u", %1, %2, FOREIGN KEY (parent) REFERENCES tags (tag_id), FOREIGN KEY "
        "(better) REFERENCES tags (tag_id)"_s.arg(test::textColumn(u"parent"_s, test::bytewise()),
                                                  test::textColumn(u"better"_s, test::bytewise())));
    database().execute(u"INSERT INTO tags VALUES ('Python', NULL, NULL)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Django', 'Python', NULL), ('py', NULL, "
                       "'Python')"_s);
    QVERIFY(rename(u"Python"_s, u"Snake"_s).references.empty()); // none of them is a tagging
    QCOMPARE(rows(u"tags"_s),
             (QStringList{u"Django|Snake|NULL"_s, u"Snake|NULL|NULL"_s, u"py|NULL|Snake"_s}));
}

void TestRenameTag::everyColumnOfTheRowStays()
{
    test::createTags(
        database(), test::bytewise(),
        u", `order` INTEGER, note TEXT, icon BLOB, made DATETIME, shouted VARCHAR(190) "
        "GENERATED ALWAYS AS (UPPER(tag_id)) VIRTUAL"_s);
    database().execute(u"INSERT INTO tags (tag_id, `order`, note, icon, made) VALUES ('Python', 7, "
                       "'a ''quoted'' note', x'00ff', '2024-02-29 12:34:56')"_s);
    createItems(u"items"_s, u" ON UPDATE RESTRICT"_s);
    database().execute(u"INSERT INTO items VALUES (1, 'Python')"_s);
    rename(u"Python"_s, u"Snake"_s);
    QCOMPARE(test::rowTexts(database(),
                            u"SELECT tag_id, `order`, note, HEX(icon), made, shouted FROM tags"_s),
             QStringList{u"Snake|7|a 'quoted' note|00FF|2024-02-29 12:34:56|SNAKE"_s});
    QCOMPARE(rows(u"items"_s), QStringList{u"1|Snake"_s});
}

void TestRenameTag::refusesAnotherTagsName_data()
{
    QTest::addColumn<QString>("collation");
    QTest::addColumn<QString>("newName");
    QTest::newRow("same") << test::bytewise() << u"Go"_s;
    QTest::newRow("case") << test::caseBlind() << u"gO"_s;
}

void TestRenameTag::refusesAnotherTagsName()
{
    QFETCH(const QString, collation);
    QFETCH(const QString, newName);
    test::createTags(database(), collation);
    database().insertTags({u"Go"_s, u"Python"_s});
    const auto error = errorOf([this, &newName] { rename(u"Python"_s, newName); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(error->message, u"“Go” exists already as another tag; merge “Python” into it, or "
                             "choose another name."_s);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Python"_s}));
}

void TestRenameTag::refusesBadNames_data()
{
    QTest::addColumn<QString>("newName");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << u""_s << static_cast<int>(ErrorKind::InvalidValue);
    QTest::newRow("blank") << u"  "_s << static_cast<int>(ErrorKind::InvalidValue);
    QTest::newRow("too long") << QString(191, u'é') << static_cast<int>(ErrorKind::TooLong);
    QTest::newRow("NUL") << u"a"_s + QChar(0) << static_cast<int>(ErrorKind::NotStorable);
}

void TestRenameTag::refusesBadNames()
{
    QFETCH(const QString, newName);
    QFETCH(const int, kind);
    createFilled(u" ON UPDATE CASCADE"_s, false);
    const QStringList before = rows(u"tags"_s) + rows(u"items"_s);
    const auto error = errorOf([this, &newName] { rename(u"Python"_s, newName); });
    COMPARE_KIND(error, static_cast<ErrorKind>(kind));
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s), before);
}

void TestRenameTag::refusesATagThatIsNotThere()
{
    createFilled(u" ON UPDATE CASCADE"_s, false);
    const auto error = errorOf([this] { rename(u"Perl"_s, u"Raku"_s); });
    COMPARE_KIND(error, ErrorKind::Missing);
    QCOMPARE(error->message, u"There is no tag “Perl”; refresh and check its name."_s);
}

void TestRenameTag::sayWhyAUniqueColumnIsInTheWay()
{
    test::createTags(database(), test::bytewise(), u", slug VARCHAR(20) UNIQUE"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python', 'py'), ('Go', NULL)"_s);
    createItems(u"items"_s, u" ON UPDATE RESTRICT"_s);
    database().execute(u"INSERT INTO items VALUES (1, 'Python'), (2, 'Go')"_s);
    const auto error = errorOf([this] { rename(u"Python"_s, u"Snake"_s); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(error->message,
             u"“Python” cannot be renamed, because items.tag does not follow by itself and the row "
             "has a further value that may stand only once; give that foreign key ON UPDATE "
             "CASCADE."_s);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Go|NULL"_s, u"Python|py"_s}));
    QCOMPARE(rows(u"items"_s), (QStringList{u"1|Python"_s, u"2|Go"_s}));

    rename(u"Go"_s, u"Golang"_s); // NULL may stand as often as it likes
    QCOMPARE(rows(u"tags"_s), (QStringList{u"Golang|NULL"_s, u"Python|py"_s}));
    QCOMPARE(rows(u"items"_s), (QStringList{u"1|Python"_s, u"2|Golang"_s}));
}

void TestRenameTag::dryRunChangesNothing()
{
    QFETCH(const QString, rule);
    QFETCH(const bool, nullable);
    createFilled(rule, nullable);
    const QStringList before = rows(u"tags"_s) + rows(u"items"_s);
    const Receipt receipt = rename(u"Python"_s, u"Snake"_s, test::Then::RollBack);
    QVERIFY(receipt.dryRun);
    QCOMPARE(receipt.references.at(0).moved, 2);
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s), before);
}

void TestRenameTag::refusesATableWithoutRollback()
{
    if (!isMariaDb())
        return;
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(50) PRIMARY KEY) ENGINE=MyISAM"_s);
    database().insertTags({u"Python"_s});
    COMPARE_KIND(errorOf([this] { rename(u"Python"_s, u"Snake"_s); }), ErrorKind::Refused);
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRenameTag)
#include "TestRenameTag.moc"
