// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DeleteTags.h"

#include "support/DatabaseTestCase.h"
#include "vocabulary/CountTaggings.h"
#include "vocabulary/MappedTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Tags whose key is a number beside the name, or whose name stands in another table. */
class TestDeleteBesideKey : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void anUnusedTag();
    void refusesUsesByKeyAndByName();
    void aLinkGoesThoughItsColumnMayBeNull();
    void aRowThatOnlyMentionsTheTagStays();
    void byKey();
    void whatOtherTagsShareStays();
    void propertiesAreNoUses();
    void childrenAreLiftedWithinTheScope();
    void childrenInATableOfParents();
    void deepestFirst();
    void refusesWhatNobodyFollows();
    void slugsEnd();
    void warnsOfColumnsThatNobodyConfirmed();
    void dryRunChangesNothing();
    void stopsWhereTheWorldHasMoved();
    void countsTaggingsByNameAndByKey();

private:
    Receipt remove(const VocabularyMapping &mapping, const DeleteRequest &request);
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

Receipt TestDeleteBesideKey::remove(const VocabularyMapping &mapping, const DeleteRequest &request)
{
    const auto then = request.dryRun ? test::Then::RollBack : test::Then::Commit;
    return test::writeMapped(database(), mapping, then,
                             [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                 return deleteTags(connection, vocabulary, request);
                             });
}

void TestDeleteBesideKey::anUnusedTag()
{
    const auto mapping = test::createLabels(database());
    QCOMPARE(remove(mapping, {{u"perl"_s}}).tags, 1);
    QCOMPARE(rows(u"labels"_s), (QStringList{u"1|Go|go|NULL"_s, u"2|Python|python|blue"_s}));
}

void TestDeleteBesideKey::refusesUsesByKeyAndByName()
{
    const auto mapping = test::createLabels(database());
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { remove(mapping, {{u"Perl"_s, u"Python"_s}}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(error->message, u"The tags are in use (2 in label_items.label_id, 2 in rules.label); "
                             "delete them with their taggings (--with-taggings), or remove the "
                             "taggings first."_s);
    QCOMPARE(test::allRows(database()), before);
}

void TestDeleteBesideKey::aLinkGoesThoughItsColumnMayBeNull()
{
    const auto mapping = test::createLabels(database());
    const Receipt receipt = remove(mapping, {{u"Python"_s}, true});
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(receipt.references.at(0).removed, 2);
    QCOMPARE(receipt.references.at(1).removed, 2);
    // The row with NULL was there before: it belongs to nobody.
    QCOMPARE(rows(u"label_items"_s), (QStringList{u"1|1|100"_s, u"4|NULL|102"_s}));
}

void TestDeleteBesideKey::aRowThatOnlyMentionsTheTagStays()
{
    const auto mapping = test::createLabels(database());
    remove(mapping, {{u"Python"_s}, true});
    QCOMPARE(rows(u"rules"_s), (QStringList{u"1|NULL|a"_s, u"2|Go|b"_s, u"3|NULL|NULL"_s}));
}

void TestDeleteBesideKey::byKey()
{
    const auto mapping = test::createLabels(database());
    DeleteRequest request{{u"10"_s, u"10"_s}};
    request.address = TagAddress::Key;
    QCOMPARE(remove(mapping, request).tags, 1);
    QCOMPARE(rows(u"labels"_s), (QStringList{u"1|Go|go|NULL"_s, u"2|Python|python|blue"_s}));
}

void TestDeleteBesideKey::whatOtherTagsShareStays()
{
    const auto mapping = test::createTerms(database());
    const Receipt receipt = remove(mapping, {{u"News"_s, u"Tennis"_s}, true});
    QCOMPARE(receipt.tags, 2);
    // The term of News is a category's too, so that it stays with its note; Tennis goes whole.
    QCOMPARE(rows(u"terms"_s), (QStringList{u"1|News|news"_s, u"2|Sport|sport"_s,
                                            u"4|News|news-2"_s, u"5|Golf|golf"_s}));
    QCOMPARE(rows(u"notes"_s), QStringList{u"1|1|shared"_s});
    QCOMPARE(rows(u"links"_s), QStringList{u"1|12"_s});
    QCOMPARE(rows(u"kinds"_s), (QStringList{u"12|1|category|c|0|1"_s, u"13|2|tag|NULL|0|0"_s,
                                            u"15|5|category|NULL|2|0"_s}));
}

void TestDeleteBesideKey::propertiesAreNoUses()
{
    const auto mapping = test::createTerms(database());
    database().execute(u"DELETE FROM links"_s);
    const Receipt receipt = remove(mapping, {{u"Tennis"_s}});
    QCOMPARE(receipt.references.at(1).table, u"notes"_s);
    QCOMPARE(receipt.references.at(1).removed, 1);
    QCOMPARE(rows(u"notes"_s), QStringList{u"1|1|shared"_s});
}

void TestDeleteBesideKey::childrenAreLiftedWithinTheScope()
{
    const auto mapping = test::createTerms(database());
    const Receipt receipt = remove(mapping, {{u"Sport"_s}});
    QCOMPARE(receipt.childrenLifted, 1);
    // Golf, a category beneath the same term, is none of ours.
    QCOMPARE(rows(u"kinds"_s), (QStringList{u"11|1|tag|NULL|0|2"_s, u"12|1|category|c|0|1"_s,
                                            u"14|3|tag|NULL|0|1"_s, u"15|5|category|NULL|2|0"_s}));
}

void TestDeleteBesideKey::childrenInATableOfParents()
{
    test::createTable(database(),
                      u"topics (%1, %2 NOT NULL)"_s.arg(
                          test::serial(u"id"_s), test::textColumn(u"name"_s, test::bytewise())));
    test::createTable(database(), u"parents (topic INTEGER NOT NULL, parent INTEGER NOT NULL, "
                                  "PRIMARY KEY (topic, parent))"_s);
    test::insertRows(
        database(), u"topics"_s,
        {u"1, 'All'"_s, u"2, 'Sport'"_s, u"3, 'Tennis'"_s, u"4, 'Clubs'"_s, u"5, 'Golf'"_s});
    // Tennis stands beneath Sport and Clubs, Golf beneath Sport, Sport beneath All.
    test::insertRows(database(), u"parents"_s,
                     {u"1, 0"_s, u"2, 1"_s, u"3, 2"_s, u"3, 4"_s, u"4, 0"_s, u"5, 2"_s});
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"topics"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    mapping.hierarchy = Hierarchy{u"parent"_s, {}, u"0"_s, u"parents"_s, u"topic"_s};
    QCOMPARE(remove(mapping, {{u"Sport"_s}}).childrenLifted, 2);
    QCOMPARE(rows(u"parents"_s), (QStringList{u"1|0"_s, u"3|1"_s, u"3|4"_s, u"4|0"_s, u"5|1"_s}));
    // Tennis keeps Clubs and needs no place at the top; Golf comes there.
    QCOMPARE(remove(mapping, {{u"All"_s}}).childrenLifted, 2);
    QCOMPARE(rows(u"parents"_s), (QStringList{u"3|4"_s, u"4|0"_s, u"5|0"_s}));
    QCOMPARE(rows(u"topics"_s), (QStringList{u"3|Tennis"_s, u"4|Clubs"_s, u"5|Golf"_s}));
}

void TestDeleteBesideKey::deepestFirst()
{
    test::createTable(
        database(), u"nodes (%1, %2 NOT NULL, pid INTEGER, FOREIGN KEY (pid) "
                    "REFERENCES nodes (id))"_s.arg(test::serial(u"id"_s),
                                                   test::textColumn(u"name"_s, test::bytewise())));
    test::insertRows(database(), u"nodes"_s,
                     {u"1, 'a', NULL"_s, u"2, 'b', 1"_s, u"3, 'c', 2"_s, u"4, 'd', 3"_s});
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"nodes"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    const Receipt receipt = remove(mapping, {{u"a"_s, u"c"_s, u"b"_s}});
    QCOMPARE(receipt.tags, 3);
    QCOMPARE(receipt.childrenLifted, 1);
    QCOMPARE(rows(u"nodes"_s), QStringList{u"4|d|NULL"_s});
}

void TestDeleteBesideKey::refusesWhatNobodyFollows()
{
    const auto mapping = test::createTerms(database());
    // A foreign key onto the name table, which is no reference of the vocabulary.
    test::createTable(database(), u"synonyms (id INTEGER NOT NULL PRIMARY KEY, term INTEGER, "
                                  "FOREIGN KEY (term) REFERENCES terms (term_id) ON DELETE "
                                  "CASCADE)"_s);
    test::insertRows(database(), u"synonyms"_s, {u"1, 3"_s});
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { remove(mapping, {{u"Tennis"_s}, true}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"The table synonyms"_s), qPrintable(error->message));
    QCOMPARE(test::allRows(database()), before);
}

void TestDeleteBesideKey::slugsEnd()
{
    const auto mapping = test::createLabels(database());
    QCOMPARE(remove(mapping, {{u"Perl"_s, u"Python"_s}, true}).redirects,
             (std::vector<Redirect>{{u"perl"_s, u""_s}, {u"python"_s, u""_s}}));
}

void TestDeleteBesideKey::warnsOfColumnsThatNobodyConfirmed()
{
    const auto mapping = test::createLabels(database());
    const Receipt receipt =
        test::writeMapped(database(), mapping, test::Then::Commit,
                          [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                              Vocabulary suggesting = vocabulary;
                              Reference likely;
                              likely.table = u"old_items"_s;
                              likely.column = u"label_id"_s;
                              suggesting.suggestions = {{likely, u"named so"_s}};
                              return deleteTags(connection, suggesting, {{u"Perl"_s}});
                          });
    QCOMPARE(receipt.warnings.size(), 1);
    QVERIFY2(receipt.warnings.at(0).contains(u"old_items.label_id"_s),
             qPrintable(receipt.warnings.at(0)));
}

void TestDeleteBesideKey::dryRunChangesNothing()
{
    const auto mapping = test::createTerms(database());
    const QStringList before = test::allRows(database());
    const Receipt receipt = remove(mapping, {{u"News"_s, u"Sport"_s, u"Tennis"_s}, true, true});
    QVERIFY(receipt.dryRun);
    QCOMPARE(receipt.tags, 3);
    QCOMPARE(receipt.references.at(0).removed, 3);
    QVERIFY(!receipt.samples.empty());
    QCOMPARE(receipt.samples.at(0).outcome, u"removed"_s);
    QVERIFY(!receipt.sql.isEmpty());
    QCOMPARE(test::allRows(database()), before);
}

void TestDeleteBesideKey::stopsWhereTheWorldHasMoved()
{
    const auto mapping = test::createLabels(database());
    DeleteRequest request{{u"Python"_s}, true, true};
    request.shown = std::make_shared<Receipt>(remove(mapping, request));
    request.dryRun = false;
    test::insertRows(database(), u"label_items"_s, {u"9, 2, 200"_s});
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { remove(mapping, request); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains(u"2 → 3"_s), qPrintable(error->message));
    QCOMPARE(test::allRows(database()), before);
}

void TestDeleteBesideKey::countsTaggingsByNameAndByKey()
{
    const auto mapping = test::createLabels(database());
    const auto counts = [&](const QStringList &tags, TagAddress address) {
        const auto found =
            test::writeMapped(database(), mapping, test::Then::RollBack,
                              [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                  return countTaggings(connection, vocabulary, tags, address);
                              });
        QStringList texts;
        for (const ReferenceCount &count : found)
            texts << u"%1 %2"_s.arg(count.table, QString::number(count.removed));
        return texts;
    };
    const QStringList expected{u"label_items 3"_s, u"rules 3"_s};
    QCOMPARE(counts({u"1"_s, u"2"_s}, TagAddress::Key), expected);
    QCOMPARE(counts({u"go"_s, u"Python"_s, u"Perl"_s}, TagAddress::Name), expected);
    QCOMPARE(counts({u"10"_s}, TagAddress::Key), (QStringList{u"label_items 0"_s, u"rules 0"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestDeleteBesideKey)
#include "TestDeleteBesideKey.moc"
