// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/MergeTags.h"

#include "support/ErrorOf.h"
#include "vocabulary/MergeCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestMergeTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void aTagIsNeverMergedIntoItself();
    void theTargetAmongTheSourcesIsNone();
    void tagsOfEqualNamesMergeByKey();
    void aSharedNameStays();
    void recountsByTheRule();
    void tellsWhatChanged();
    void dryRunChangesNothing();
    void stopsWhenTheWorldHasMoved();
    void anErrorNamesTheTable_data();
    void anErrorNamesTheTable();
    void aTableThatVanished();
    void refusesATableWithoutRollback();

private:
    void createTags(const QStringList &rows = {u"1,Go"_s, u"2,Perl"_s, u"3,PHP"_s, u"4,Rust"_s});
    Receipt merge(const VocabularyMapping &mapping, const MergeRequest &request)
    {
        return test::merge(database(), mapping, request);
    }
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

void TestMergeTags::createTags(const QStringList &rows)
{
    test::createNumberedTags(database());
    test::insertRows(database(), u"tags"_s, rows);
}

void TestMergeTags::aTagIsNeverMergedIntoItself()
{
    test::createTags(database(), test::caseBlind());
    database().insertTags({u"Python"_s});
    test::createTable(database(), u"items (item INTEGER NOT NULL PRIMARY KEY, %1 NOT NULL)"_s.arg(
                                      test::textColumn(u"tag"_s, test::caseBlind())));
    test::insertRows(database(), u"items"_s, {u"1,Python"_s, u"2,PYTHON"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.keyName = mapping.nameName = u"tag_id"_s;
    mapping.references = {test::reference(u"items"_s, u"tag"_s, {{{u"item"_s}}})};
    for (const QString &spelling : {u"Python"_s, u"PYTHON"_s}) {
        const auto error = errorOf([&] { merge(mapping, {{spelling}, u"python"_s}); });
        COMPARE_KIND(error, ErrorKind::Refused);
        QVERIFY2(error->message.contains(u"“Python”"_s), qPrintable(error->message));
    }
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s),
             (QStringList{u"Python"_s, u"1|Python"_s, u"2|PYTHON"_s}));
}

void TestMergeTags::theTargetAmongTheSourcesIsNone()
{
    test::createTags(database(), test::caseBlind());
    database().insertTags({u"Python"_s, u"py"_s});
    test::createTable(database(), u"items (item INTEGER NOT NULL PRIMARY KEY, %1 NOT NULL)"_s.arg(
                                      test::textColumn(u"tag"_s, test::caseBlind())));
    test::insertRows(database(), u"items"_s, {u"1,Python"_s, u"2,PYTHON"_s, u"3,PY"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.keyName = mapping.nameName = u"tag_id"_s;
    mapping.references = {test::reference(u"items"_s, u"tag"_s, {{{u"item"_s}}})};
    const Receipt receipt = merge(mapping, {{u"PYTHON"_s, u"py"_s, u"Py"_s}, u"python"_s});
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(receipt.references[0].moved, 1);
    QCOMPARE(rows(u"tags"_s) + rows(u"items"_s),
             (QStringList{u"Python"_s, u"1|Python"_s, u"2|PYTHON"_s, u"3|Python"_s}));
}

void TestMergeTags::tagsOfEqualNamesMergeByKey()
{
    createTags({u"1,Go"_s, u"2,Go"_s, u"3,Perl"_s});
    COMPARE_KIND(errorOf([this] {
                     merge(test::numberedTags(), {{u"Perl"_s}, u"Go"_s});
                 }),
                 ErrorKind::Conflict);
    QCOMPARE(rows(u"tags"_s).size(), 3);
    merge(test::numberedTags(), {{u"2"_s}, u"1"_s, false, TagAddress::Key});
    QCOMPARE(rows(u"tags"_s), (QStringList{u"1|Go"_s, u"3|Perl"_s}));
}

// As WordPress: the names stand in `terms`, and a term may be in several taxonomies.
void TestMergeTags::aSharedNameStays()
{
    test::createTable(database(),
                      u"terms (term INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT "
                      "NULL, slug VARCHAR(100) NOT NULL)"_s);
    test::createTable(database(), u"tags (id INTEGER NOT NULL PRIMARY KEY, term INTEGER NOT NULL, "
                                  "taxonomy VARCHAR(20) NOT NULL)"_s);
    test::createTable(database(), u"meta (id INTEGER NOT NULL PRIMARY KEY, term INTEGER NOT NULL, "
                                  "name VARCHAR(20))"_s);
    test::insertRows(database(), u"terms"_s, {u"1,Go,go"_s, u"2,Perl,perl"_s, u"3,PHP,php"_s});
    test::insertRows(database(), u"tags"_s,
                     {u"11,1,tag"_s, u"12,2,tag"_s, u"13,3,tag"_s, u"22,2,category"_s});
    test::insertRows(database(), u"meta"_s, {u"1,2,a"_s, u"2,3,b"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.nameTable = NameTable{u"terms"_s, u"term"_s, u"term"_s};
    mapping.scope = {{u"taxonomy"_s, u"tag"_s}};
    mapping.slugColumn = u"slug"_s;
    Reference meta = test::reference(u"meta"_s, u"term"_s, {{{u"name"_s}}});
    meta.target = u"term"_s;
    meta.role = ReferenceRole::Property;
    mapping.references = {meta};
    const Receipt receipt = merge(mapping, {{u"Perl"_s, u"PHP"_s}, u"Go"_s});
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"11|1|tag"_s, u"22|2|category"_s}));
    QCOMPARE(rows(u"terms"_s), (QStringList{u"1|Go|go"_s, u"2|Perl|perl"_s}));
    QCOMPARE(rows(u"meta"_s), (QStringList{u"1|2|a"_s, u"2|1|b"_s}));
    QCOMPARE(receipt.redirects, (std::vector<Redirect>{{u"perl"_s, u"go"_s}, {u"php"_s, u"go"_s}}));
}

void TestMergeTags::recountsByTheRule()
{
    test::createNumberedTags(database(), u", uses INTEGER, published INTEGER"_s);
    test::insertRows(database(), u"tags"_s, {u"1,Go,99,99"_s, u"2,Perl,5,5"_s, u"4,Rust,77,77"_s});
    test::createTable(database(), u"posts (id INTEGER NOT NULL PRIMARY KEY, status VARCHAR(10))"_s);
    test::insertRows(database(), u"posts"_s, {u"7,publish"_s, u"8,draft"_s, u"9,publish"_s});
    test::createTable(database(), u"links (post INTEGER NOT NULL, tag INTEGER NOT NULL, "
                                  "PRIMARY KEY (post, tag))"_s);
    test::insertRows(database(), u"links"_s,
                     {u"7,1"_s, u"7,2"_s, u"8,2"_s, u"9,2"_s, u"10,2"_s, u"8,4"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s, {{{u"post"_s}}})};
    Counter published{u"published"_s, u"links"_s, u"tag"_s};
    published.objectTable = u"posts"_s;
    published.objectKey = u"id"_s;
    published.linkColumn = u"post"_s;
    published.objectWhere = {{u"status"_s, u"publish"_s}};
    mapping.counters = {{u"uses"_s, u"links"_s, u"tag"_s}, published};
    const Receipt receipt = merge(mapping, {{u"Perl"_s}, u"Go"_s});
    QCOMPARE(rows(u"tags"_s), (QStringList{u"1|Go|4|2"_s, u"4|Rust|77|77"_s}));
    QCOMPARE(receipt.counters,
             (std::vector<CounterChange>{{u"Go"_s, u"uses"_s, u"99"_s, u"4"_s},
                                         {u"Go"_s, u"published"_s, u"99"_s, u"2"_s}}));
}

void TestMergeTags::tellsWhatChanged()
{
    createTags();
    test::createTable(database(), u"links (item INTEGER NOT NULL, tag INTEGER NOT NULL, "
                                  "PRIMARY KEY (item, tag))"_s);
    QStringList links;
    for (int i = 1; i <= 20; ++i)
        links << u"%1,2"_s.arg(i);
    for (int i = 1; i <= 7; ++i)
        links << u"%1,1"_s.arg(i);
    test::insertRows(database(), u"links"_s, links);
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s, {{{u"item"_s}}})};
    mapping.aftercare = {{u"Flush the cache."_s, u"cache flush"_s, {}},
                         {u"Only for renames."_s, {}, {u"rename"_s}},
                         {u"Only for merges."_s, {}, {u"merge"_s, u"delete"_s}}};
    const auto suggest = [](Vocabulary &vocabulary) {
        vocabulary.suggestions = {{test::reference(u"notes"_s, u"tag_id"_s), u"so named"_s}};
    };
    const Receipt shown = test::merge(database(), mapping, {{u"Perl"_s}, u"Go"_s, true}, suggest);
    QCOMPARE(shown.samples.size(), size_t(2));
    QCOMPARE(shown.samples[0].outcome, u"collapsed"_s);
    QCOMPARE(shown.samples[0].table, u"links"_s);
    QCOMPARE(shown.samples[0].columns, (QStringList{u"item"_s, u"tag"_s}));
    QCOMPARE(shown.samples[0].rows.size(), size_t(5));
    QCOMPARE(shown.samples[0].rows[0], (Row{u"1"_s, u"2"_s}));
    QCOMPARE(shown.samples[1].outcome, u"moved"_s);
    QCOMPARE(shown.samples[1].rows.size(), size_t(5));
    QCOMPARE(shown.samples[1].rows[0], (Row{u"8"_s, u"2"_s}));
    QCOMPARE(shown.aftercare, (std::vector<AftercareStep>{{u"Flush the cache."_s, u"cache flush"_s},
                                                          {u"Only for merges."_s, {}}}));
    QCOMPARE(shown.warnings.size(), 1);
    QVERIFY2(shown.warnings[0].contains(u"notes.tag_id"_s), qPrintable(shown.warnings[0]));
    QCOMPARE(shown.changedObjects.size(), size_t(1));
    QCOMPARE(shown.changedObjects[0].columns, QStringList{u"item"_s});
    QCOMPARE(shown.changedObjects[0].rows.size(), size_t(20));
    QCOMPARE(shown.changedObjects[0].leftOut, 0);
    QCOMPARE(shown.sql.size(), 3); // collapse, move, delete the tag
    QVERIFY2(shown.sql[2].startsWith("DELETE FROM "_L1), qPrintable(shown.sql[2]));
    QVERIFY(merge(mapping, {{u"Perl"_s}, u"Go"_s}).samples.empty());
}

void TestMergeTags::dryRunChangesNothing()
{
    createTags();
    test::createTable(database(), u"links (item INTEGER NOT NULL, tag INTEGER NOT NULL, "
                                  "PRIMARY KEY (item, tag))"_s);
    test::insertRows(database(), u"links"_s, {u"7,1"_s, u"7,2"_s, u"8,2"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s, {{{u"item"_s}}})};
    const QStringList before = test::everyRow(database());
    const Receipt receipt = merge(mapping, {{u"Perl"_s}, u"Go"_s, true});
    QVERIFY(receipt.dryRun);
    QCOMPARE(receipt.references[0].moved, 1);
    QCOMPARE(test::everyRow(database()), before);
}

void TestMergeTags::stopsWhenTheWorldHasMoved()
{
    createTags();
    test::createTable(database(), u"links (item INTEGER NOT NULL, tag INTEGER NOT NULL, "
                                  "PRIMARY KEY (item, tag))"_s);
    test::insertRows(database(), u"links"_s, {u"7,1"_s, u"7,2"_s, u"8,2"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s, {{{u"item"_s}}})};
    const auto shown =
        std::make_shared<const Receipt>(merge(mapping, {{u"Perl"_s}, u"Go"_s, true}));
    test::insertRows(database(), u"links"_s, {u"9,2"_s});
    const QStringList before = test::everyRow(database());
    MergeRequest request{{u"Perl"_s}, u"Go"_s};
    request.shown = shown;
    const auto error = errorOf([&] { merge(mapping, request); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains(u"links.tag: moved 1 → 2"_s), qPrintable(error->message));
    QCOMPARE(test::everyRow(database()), before);
    database().execute(u"DELETE FROM links WHERE item = 9"_s);
    QCOMPARE(merge(mapping, request).references[0].moved, 1);
}

void TestMergeTags::anErrorNamesTheTable_data()
{
    QTest::addColumn<QString>("setUp");
    QTest::addColumn<ErrorKind>("kind");
    const bool sqlite = !isMariaDb();
    QTest::newRow("a trigger on the link's update")
        << (sqlite ? u"CREATE TRIGGER stop BEFORE UPDATE ON links BEGIN SELECT RAISE(ABORT, "
                     "'not today'); END"_s
                   : u"CREATE TRIGGER stop BEFORE UPDATE ON links FOR EACH ROW SIGNAL SQLSTATE "
                     "'45000' SET MESSAGE_TEXT = 'not today'"_s)
        << ErrorKind::Constraint;
    QTest::newRow("a trigger on the link's delete")
        << (sqlite ? u"CREATE TRIGGER stop BEFORE DELETE ON links BEGIN SELECT RAISE(ABORT, "
                     "'not today'); END"_s
                   : u"CREATE TRIGGER stop BEFORE DELETE ON links FOR EACH ROW SIGNAL SQLSTATE "
                     "'45000' SET MESSAGE_TEXT = 'not today'"_s)
        << ErrorKind::Constraint;
    QTest::newRow("a unique key that the mapping does not know")
        << u"CREATE UNIQUE INDEX once ON links (tag, place)"_s << ErrorKind::Conflict;
}

void TestMergeTags::anErrorNamesTheTable()
{
    QFETCH(const QString, setUp);
    QFETCH(const ErrorKind, kind);
    createTags();
    test::createTable(database(), u"links (item INTEGER NOT NULL, tag INTEGER NOT NULL, place "
                                  "INTEGER, PRIMARY KEY (item, tag))"_s);
    test::insertRows(database(), u"links"_s, {u"7,1,1"_s, u"7,2,2"_s, u"8,2,1"_s});
    database().execute(setUp);
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s, {{{u"item"_s}}})};
    const QStringList before = test::everyRow(database());
    const auto error = errorOf([&] { merge(mapping, {{u"Perl"_s}, u"Go"_s}); });
    COMPARE_KIND(error, kind);
    QVERIFY2(error->message.contains(u"links"_s), qPrintable(error->message));
    QCOMPARE(test::everyRow(database()), before);
}

void TestMergeTags::aTableThatVanished()
{
    createTags();
    test::createTable(database(), u"links (item INTEGER, tag INTEGER)"_s);
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s)};
    const QStringList before = rows(u"tags"_s);
    for (const QString &sql :
         {u"ALTER TABLE links RENAME COLUMN tag TO label"_s, u"DROP TABLE links"_s}) {
        const auto error = errorOf([&] {
            test::merge(database(), mapping, {{u"Perl"_s}, u"Go"_s},
                        [&](Vocabulary &) { database().execute(sql); });
        });
        COMPARE_KIND(error, ErrorKind::Missing);
        QVERIFY2(error->message.contains(u"The table links"_s), qPrintable(error->message));
        QCOMPARE(rows(u"tags"_s), before);
        if (sql.startsWith("ALTER"_L1))
            database().execute(u"ALTER TABLE links RENAME COLUMN label TO tag"_s);
    }
}

void TestMergeTags::refusesATableWithoutRollback()
{
    if (!isMariaDb())
        return;
    createTags();
    database().execute(u"CREATE TABLE links (item INTEGER, tag INTEGER) ENGINE=MyISAM"_s);
    test::insertRows(database(), u"links"_s, {u"7,2"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s)};
    const auto error = errorOf([&] { merge(mapping, {{u"Perl"_s}, u"Go"_s}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"links"_s), qPrintable(error->message));
    QCOMPARE(rows(u"links"_s), QStringList{u"7|2"_s});
    QCOMPARE(rows(u"tags"_s).size(), 4);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMergeTags)
#include "TestMergeTags.moc"
