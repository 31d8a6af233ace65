// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/MappedTables.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/RecordingSink.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Announced;

namespace
{

void noProgress(const Progress & /*progress*/) {}

} // namespace

/** Every statement that writes is announced with the very rows that it changes. */
class TestRecordedChanges : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void keysThatAreNames();
    void namesThatFollowByThemselves();
    void numbersAsKeys();
    void namesInATableOfTheirOwn();
    void aTagWhoseSecondRowIsRefused();
    void importsIntoNewKeys();
    void importsOfNumberedTags();
    void importsIntoTwoTables();
    void namesThatOtherRowsHaveToo();

private:
    /** Runs @p operation, commits, and checks that all was announced; empty: it was. */
    template <class Operation>
    QString run(const VocabularyMapping &mapping, const Announced &least,
                const Operation &operation)
    {
        QString faults;
        const auto error = errorOf([&] {
            faults =
                test::writeMapped(database(), mapping, test::Then::Commit,
                                  [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                      return test::announcementFaults(connection, least, [&] {
                                          operation(connection, vocabulary);
                                      });
                                  });
        });
        return error ? error->message : faults;
    }

    template <class Operation>
    QString runMinimal(const Announced &least, const Operation &operation)
    {
        return test::write(database(), test::Then::Commit,
                           [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                               return test::announcementFaults(
                                   connection, least, [&] { operation(connection, vocabulary); });
                           });
    }
};

void TestRecordedChanges::keysThatAreNames()
{
    test::createTags(database(), test::caseBlind(), u", note VARCHAR(20)"_s);
    const QString text = test::textColumn(u"tag"_s, test::caseBlind());
    test::createTable(database(), u"taggings (%1 NOT NULL, item INTEGER NOT NULL, PRIMARY KEY "
                                  "(tag, item))"_s.arg(text));
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL), ('Python', 'x'), ('Perl', NULL)"_s);
    database().execute(u"INSERT INTO taggings VALUES ('Go', 1), ('Python', 1), ('Python', 2), "
                       "('PYTHON', 3), ('Perl', 4)"_s);
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"tags"_s;
    mapping.keyName = mapping.nameName = u"tag_id"_s;
    Reference taggings;
    taggings.table = u"taggings"_s;
    taggings.column = u"tag"_s;
    taggings.objects = {{{u"item"_s}}};
    mapping.references = {taggings};
    QCOMPARE(run(mapping, {0, 0, 1},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     addTags(connection, vocabulary, {{u"C"_s, u"D"_s}, {{u"note"_s, u"n"_s}}});
                 }),
             QString());
    QCOMPARE(run(mapping, {0, 1, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     setTag(connection, vocabulary, {u"C"_s, {{u"note"_s, u"m"_s}}});
                 }),
             QString());
    // A copy, the taggings, and the old row; then another spelling, which is an update.
    QCOMPARE(run(mapping, {1, 1, 1},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     renameTag(connection, vocabulary, {u"Python"_s, u"Snake"_s});
                 }),
             QString());
    QCOMPARE(run(mapping, {0, 2, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     renameTag(connection, vocabulary, {u"Snake"_s, u"SNAKE"_s});
                 }),
             QString());
    QCOMPARE(run(mapping, {2, 1, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     mergeTags(connection, vocabulary, {{u"Snake"_s, u"C"_s}, u"Go"_s});
                 }),
             QString());
    QCOMPARE(run(mapping, {2, 0, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     deleteTags(connection, vocabulary, {{u"Perl"_s, u"D"_s}, true});
                 }),
             QString());
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM taggings"_s),
             (QStringList{u"Go|1"_s, u"Go|2"_s, u"Go|3"_s}));
}

void TestRecordedChanges::namesThatFollowByThemselves()
{
    test::createTags(database(), test::bytewise());
    test::createTable(database(),
                      u"taggings (item INTEGER NOT NULL PRIMARY KEY, %1, FOREIGN KEY (tag) "
                      "REFERENCES tags (tag_id) ON UPDATE CASCADE ON DELETE CASCADE)"_s.arg(
                          test::textColumn(u"tag"_s, test::bytewise())));
    database().insertTags({u"Go"_s, u"Perl"_s});
    database().execute(u"INSERT INTO taggings VALUES (1, 'Go'), (2, 'Perl')"_s);
    QCOMPARE(runMinimal({0, 1, 0},
                        [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                            renameTag(connection, vocabulary, {u"Go"_s, u"Golang"_s});
                        }),
             QString());
    QCOMPARE(runMinimal({1, 0, 0},
                        [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                            deleteTags(connection, vocabulary, {{u"Perl"_s}, true});
                        }),
             QString());
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM taggings"_s), (QStringList{u"1|Golang"_s}));
}

void TestRecordedChanges::numbersAsKeys()
{
    const VocabularyMapping mapping = test::createLabels(database());
    QCOMPARE(run(mapping, {0, 0, 1},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     addTags(connection, vocabulary, {{u"C"_s, u"D"_s}, {{u"color"_s, u"x"_s}}});
                 }),
             QString());
    QCOMPARE(run(mapping, {0, 2, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     renameTag(connection, vocabulary,
                               {u"Python"_s, u"Snake"_s, false, TagAddress::Name, true});
                 }),
             QString());
    QCOMPARE(run(mapping, {1, 2, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     mergeTags(connection, vocabulary, {{u"Go"_s}, u"Snake"_s});
                 }),
             QString());
    // A reference that may be NULL is emptied, another row is deleted.
    QCOMPARE(run(mapping, {2, 1, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     deleteTags(connection, vocabulary, {{u"Snake"_s, u"Perl"_s}, true});
                 }),
             QString());
}

void TestRecordedChanges::namesInATableOfTheirOwn()
{
    const VocabularyMapping mapping = test::createTerms(database());
    QCOMPARE(run(mapping, {0, 0, 2},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     addTags(connection, vocabulary, {{u"C"_s, u"D"_s}, {}});
                 }),
             QString());
    QCOMPARE(run(mapping, {0, 2, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     setTag(connection, vocabulary,
                            {u"Tennis"_s, {{u"about"_s, u"x"_s}, {u"slug"_s, u"y"_s}}});
                 }),
             QString());
    QCOMPARE(run(mapping, {0, 1, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     renameTag(connection, vocabulary, {u"News"_s, u"Novels"_s});
                 }),
             QString());
    // The parent's child is lifted, and the target's uses are counted anew.
    QCOMPARE(run(mapping, {2, 2, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     mergeTags(connection, vocabulary, {{u"Sport"_s, u"Novels"_s}, u"Tennis"_s});
                 }),
             QString());
    QCOMPARE(run(mapping, {3, 0, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     deleteTags(connection, vocabulary, {{u"Tennis"_s, u"C"_s}, true});
                 }),
             QString());
}

void TestRecordedChanges::aTagWhoseSecondRowIsRefused()
{
    VocabularyMapping mapping = test::createTerms(database());
    database().execute(isMariaDb() ? u"ALTER TABLE kinds ADD CHECK (about <> 'bad')"_s
                                   : u"CREATE TRIGGER good BEFORE INSERT ON kinds WHEN NEW.about = "
                                     "'bad' BEGIN SELECT RAISE(ABORT, 'bad'); END"_s);
    ImportAccount account;
    QCOMPARE(run(mapping, {1, 0, 3},
                 [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     account =
                         importTags(connection, vocabulary,
                                    test::importOf(u"name,about\nA,bad\nB,good\n"_s), noProgress);
                 }),
             QString());
    QCOMPARE(test::countsOf(account), u"read 2, inserted 1, rejected 1"_s);
    const QString names = test::rowTexts(database(), u"SELECT name FROM terms"_s).join(u' ');
    QCOMPARE(names, u"B Golf News News Sport Tennis"_s);
}

void TestRecordedChanges::importsIntoNewKeys()
{
    test::createTags(database(), test::caseBlind(),
                     u", note VARCHAR(20), uses INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL, 1)"_s);
    ImportAccount account;
    const auto import = [&account](const QString &data) {
        return [&account, data](ScopedConnection &connection, const Vocabulary &vocabulary) {
            account =
                importTags(connection, vocabulary,
                           test::importOf(data, FileFormat::Csv, OnExisting::Update), noProgress);
        };
    };
    // All are new: one statement.
    QCOMPARE(runMinimal({0, 0, 1}, import(u"tag_id,note\nA,1\nB,2\nÖ3,3\n"_s)), QString());
    QCOMPARE(test::countsOf(account), u"read 3, inserted 3"_s);
    // New ones, twins, known ones, and such that the database refuses.
    QCOMPARE(
        runMinimal({0, 1, 2},
                   import(u"tag_id,note,uses\nC,1,1\nc,2,2\ngo,3,3\nD,4,-4\nB,5,-5\nE,6,6\n"_s)),
        QString());
    QCOMPARE(test::countsOf(account), u"read 6, inserted 2, updated 2, rejected 2"_s);
}

void TestRecordedChanges::importsOfNumberedTags()
{
    const VocabularyMapping mapping = test::createLabels(database());
    ImportAccount account;
    const auto import = [&account](const QString &data) {
        return [&account, data](ScopedConnection &connection, const Vocabulary &vocabulary) {
            account =
                importTags(connection, vocabulary,
                           test::importOf(data, FileFormat::Csv, OnExisting::Update), noProgress);
        };
    };
    // One statement for the new ones, one announcement for those that are known.
    QCOMPARE(run(mapping, {0, 1, 1},
                 import(u"name,slug,color\nA,a,1\nB,b,2\nGo,go,3\npython,python,4\n"_s)),
             QString());
    QCOMPARE(test::countsOf(account), u"read 4, inserted 2, updated 2"_s);
    // Each slug is made of the name; one that another tag has is refused.
    QCOMPARE(run(mapping, {0, 0, 1}, import(u"name\nC\nD\n"_s)), QString());
    QCOMPARE(run(mapping, {0, 1, 1}, import(u"name,slug\nE,go\nF,f\nPerl,go\nA,aa\n"_s)),
             QString());
    QCOMPARE(test::countsOf(account), u"read 4, inserted 1, updated 1, rejected 2"_s);
}

void TestRecordedChanges::importsIntoTwoTables()
{
    const VocabularyMapping mapping = test::createTerms(database());
    ImportAccount account;
    QCOMPARE(run(mapping, {0, 2, 2},
                 [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     account =
                         importTags(connection, vocabulary,
                                    test::importOf(u"name,about,slug\nA,1,a\nB,2,b\nsport,3,s\n"
                                                   "Tennis,4,t\n"_s,
                                                   FileFormat::Csv, OnExisting::Update),
                                    noProgress);
                 }),
             QString());
    QCOMPARE(test::countsOf(account), u"read 4, inserted 2, updated 2"_s);
}

void TestRecordedChanges::namesThatOtherRowsHaveToo()
{
    // Of another kind, and with equal names: an import makes rows beside them.
    test::createTable(database(),
                      u"words (%1, %2 NOT NULL, kind VARCHAR(9) NOT NULL)"_s.arg(
                          test::serial(u"id"_s), test::textColumn(u"name"_s, test::caseBlind())));
    database().execute(u"INSERT INTO words VALUES (4, 'a', 'x'), (900, 'B', 'x')"_s);
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"words"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    mapping.scope = {{u"kind"_s, u"tag"_s}};
    QCOMPARE(run(mapping, {0, 0, 1},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     importTags(connection, vocabulary, test::importOf(u"name\nA\nB\nC\n"_s),
                                noProgress);
                 }),
             QString());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM words"_s), 5);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRecordedChanges)
#include "TestRecordedChanges.moc"
