// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/ImportMapping.h"
#include "vocabulary/MappedTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Imports where the key is a number, where names are not unique, and into two tables. */
class TestImportBesideKey : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void insertsSkipsAndUpdatesByName();
    void neverDoublesANameThatIsNotUnique();
    void manyRows();
    void intoTheScope();
    void intoBothTables();
    void aRejectedTagLeavesNothingBehind();
    void makesSlugs();
    void refusesWithTheReason();
    void columnsThatAreNotFilled();
    void dryRunChangesNothing();

private:
    ImportAccount import(const VocabularyMapping &mapping, const QString &data,
                         OnExisting onExisting = OnExisting::Skip, bool dryRun = false);
    VocabularyMapping createNotes(bool withKind = false);
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

ImportAccount TestImportBesideKey::import(const VocabularyMapping &mapping, const QString &data,
                                          OnExisting onExisting, bool dryRun)
{
    ImportRequest request = test::importOf(data, FileFormat::Csv, onExisting);
    request.dryRun = dryRun;
    return test::writeMapped(
        database(), mapping, dryRun ? test::Then::RollBack : test::Then::Commit,
        [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
            return importTags(connection, vocabulary, request, [](const Progress &) {});
        });
}

/** Names that the database would take twice. */
VocabularyMapping TestImportBesideKey::createNotes(bool withKind)
{
    test::createTable(database(),
                      u"words (%1, %2 NOT NULL, note VARCHAR(20)%3)"_s.arg(
                          test::serial(u"id"_s), test::textColumn(u"word"_s, test::caseBlind()),
                          withKind ? u", kind VARCHAR(10) NOT NULL"_s : u""_s));
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"words"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"word"_s;
    if (withKind)
        mapping.scope = {{u"kind"_s, u"tag"_s}};
    return mapping;
}

void TestImportBesideKey::insertsSkipsAndUpdatesByName()
{
    const auto mapping = test::createLabels(database());
    const QString data = u"name,slug,color\nRust,rust,red\nPYTHON,python,green\nGo,go,\n"_s;
    QCOMPARE(test::countsOf(import(mapping, data)),
             u"read 3, inserted 1, unchanged 1, skipped 1"_s);
    QCOMPARE(test::countsOf(import(mapping, data, OnExisting::Update)),
             u"read 3, updated 1, unchanged 2"_s);
    // The stored spelling and the key stay.
    QCOMPARE(rows(u"labels"_s), (QStringList{u"10|Perl|perl|NULL"_s, u"11|Rust|rust|red"_s,
                                             u"1|Go|go|NULL"_s, u"2|Python|python|green"_s}));
    COMPARE_KIND(errorOf([&] { import(mapping, data, OnExisting::Fail); }), ErrorKind::Conflict);
}

void TestImportBesideKey::neverDoublesANameThatIsNotUnique()
{
    const auto mapping = createNotes();
    test::insertRows(database(), u"words"_s, {u"5, 'Go', NULL"_s, u"6, 'Go', 'second'"_s});
    const auto account =
        import(mapping, u"word,note\nRust,a\ngo,b\nRUST,c\nPerl,d\nRust,e\n"_s, OnExisting::Update);
    QCOMPARE(test::countsOf(account), u"read 5, inserted 2, updated 3"_s);
    // Of two that have the name, the first is meant; the last line of the file stands.
    QCOMPARE(rows(u"words"_s),
             (QStringList{u"5|Go|b"_s, u"6|Go|second"_s, u"7|Rust|e"_s, u"8|Perl|d"_s}));
}

void TestImportBesideKey::manyRows()
{
    const auto mapping = createNotes();
    QString data = u"word,note\n"_s;
    for (int i = 0; i < 3'000; ++i)
        data += u"w%1,n\n"_s.arg(i);
    QCOMPARE(test::countsOf(import(mapping, data)), u"read 3000, inserted 3000"_s);
    QCOMPARE(test::countsOf(import(mapping, data)), u"read 3000, unchanged 3000"_s);
    QCOMPARE(database().number(u"SELECT COUNT(DISTINCT word) FROM words"_s), 3'000);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM words"_s), 3'000);
}

void TestImportBesideKey::intoTheScope()
{
    const auto mapping = createNotes(true);
    test::insertRows(database(), u"words"_s, {u"1, 'Go', 'other', 'game'"_s});
    QCOMPARE(test::countsOf(import(mapping, u"word,note\nGo,a\nRust,b\n"_s)),
             u"read 2, inserted 2"_s);
    QCOMPARE(test::countsOf(import(mapping, u"word,note\nGo,c\n"_s, OnExisting::Update)),
             u"read 1, updated 1"_s);
    QCOMPARE(rows(u"words"_s),
             (QStringList{u"1|Go|other|game"_s, u"2|Go|c|tag"_s, u"3|Rust|b|tag"_s}));
}

void TestImportBesideKey::intoBothTables()
{
    const auto mapping = test::createTerms(database());
    const auto account = import(mapping, u"name,slug,about\nGolf,golf-tag,clubs\nnews,latest,x\n"_s,
                                OnExisting::Update);
    QCOMPARE(test::countsOf(account), u"read 2, inserted 1, updated 1"_s);
    QCOMPARE(rows(u"terms"_s),
             (QStringList{u"1|News|latest"_s, u"2|Sport|sport"_s, u"3|Tennis|tennis"_s,
                          u"4|News|news-2"_s, u"5|Golf|golf"_s, u"6|Golf|golf-tag"_s}));
    QVERIFY(rows(u"kinds"_s).contains(u"16|6|tag|clubs|0|0"_s));
    QVERIFY(rows(u"kinds"_s).contains(u"11|1|tag|x|0|2"_s));
    QVERIFY(rows(u"kinds"_s).contains(u"12|1|category|c|0|1"_s));
}

void TestImportBesideKey::aRejectedTagLeavesNothingBehind()
{
    auto mapping = test::createTerms(database());
    database().execute(u"CREATE UNIQUE INDEX one_about ON kinds (about)"_s);
    const auto account = import(mapping, u"name,about\nGolf,a\nChess,c\nPolo,d\n"_s);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 2, rejected 1"_s); // c is taken
    QCOMPARE(account.rejections.at(0).name, u"Chess"_s);
    QCOMPARE(database().column(u"SELECT name FROM terms ORDER BY term_id"_s),
             (QStringList{u"News"_s, u"Sport"_s, u"Tennis"_s, u"News"_s, u"Golf"_s, u"Golf"_s,
                          u"Polo"_s}));
}

void TestImportBesideKey::makesSlugs()
{
    const auto mapping = test::createLabels(database());
    QCOMPARE(
        test::countsOf(import(mapping, u"name,color\nC++,a\nC,b\nPerl,c\n"_s, OnExisting::Update)),
        u"read 3, inserted 2, updated 1"_s);
    QCOMPARE(database().column(u"SELECT slug FROM labels ORDER BY id"_s),
             (QStringList{u"go"_s, u"python"_s, u"perl"_s, u"c"_s, u"c-2"_s}));
}

void TestImportBesideKey::refusesWithTheReason()
{
    auto mapping = test::createLabels(database());
    mapping.noAdding = u"Labels are made by the scanner."_s;
    const auto error = errorOf([&] { import(mapping, u"name\nRust\n"_s); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(error->message, u"Labels are made by the scanner."_s);
}

void TestImportBesideKey::columnsThatAreNotFilled()
{
    const auto mapping = test::createTerms(database());
    // As the vocabulary was exported: what is not ours to fill is left out.
    const QString data = u"kind_id,term_id,kind,about,uses,name,slug\n"
                         "14,3,tag,ball,99,Tennis,tennis\n"_s;
    QCOMPARE(test::countsOf(import(mapping, data, OnExisting::Update)), u"read 1, updated 1"_s);
    QVERIFY(rows(u"kinds"_s).contains(u"14|3|tag|ball|2|1"_s));

    ImportRequest request = test::importOf(data);
    request.mapping = {{u"name"_s, u"name"_s}, {u"kind_id"_s, u"kind_id"_s}};
    const auto error = errorOf([&] {
        test::writeMapped(database(), mapping, test::Then::RollBack,
                          [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                              return importTags(connection, vocabulary, request,
                                                [](const Progress &) {});
                          });
    });
    COMPARE_KIND(error, ErrorKind::Usage);
    QCOMPARE(error->message, u"The column kind_id is the key of the tags and cannot be set."_s);
}

void TestImportBesideKey::dryRunChangesNothing()
{
    const auto mapping = test::createTerms(database());
    const QStringList before = test::allRows(database());
    const auto account =
        import(mapping, u"name,about\nGolf,a\nnews,b\n"_s, OnExisting::Update, true);
    QCOMPARE(test::countsOf(account), u"read 2, inserted 1, updated 1"_s);
    QCOMPARE(test::allRows(database()), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportBesideKey)
#include "TestImportBesideKey.moc"
