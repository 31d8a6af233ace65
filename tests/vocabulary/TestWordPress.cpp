// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/PresetOperation.h"
#include "vocabulary/presets/WordPressFixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What merge, rename and delete do in WordPress, row by row. */
class TestWordPress : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void mergesTags();
    void aTermThatAnotherTaxonomyHasStays();
    void neverMergesATagIntoItself();
    void liftsChildrenToTheTarget();
    void refusesToMergeACategoryIntoItsOwnChild();
    void protectsDefaults_data();
    void protectsDefaults();
    void renamesAndKeepsTheSlug();
    void renamesTheSlugToo();
    void deletesTags();
    void aPostWithoutCategoryGetsTheDefault();
    void tellsOfMenusThatLeadNowhere();
    void nothingOutsideTheTaxonomyChanges_data();
    void nothingOutsideTheTaxonomyChanges();

private:
    void fillTerms();
    void fillPosts();
    QStringList relationships()
    {
        return rows(u"object_id, term_taxonomy_id"_s, u"relationships"_s);
    }
    QStringList rows(const QString &columns, const QString &table)
    {
        return test::select(database(), columns,
                            table == "relationships"_L1 ? u"wp_term_relationships"_s
                                                        : u"wp_"_s + table);
    }
    /** Everything that does not belong to the taxonomy post_tag. */
    QStringList outsideOfTags();
};

/** Tags js (20), JavaScript (21) and ecmascript (22); categories Food (10) > Fruit (11) > Apples.
 */
void TestWordPress::fillTerms()
{
    test::addWordPressDefaults(database(), u"wp_"_s);
    test::insert(database(), u"wp_terms"_s, u"term_id, name, slug"_s,
                 {u"10|Food|food"_s, u"11|Fruit|fruit"_s, u"12|Apples|apples"_s,
                  u"13|Drinks|drinks"_s, u"20|js|js"_s, u"21|JavaScript|javascript"_s,
                  u"22|ecmascript|ecmascript"_s});
    test::insert(database(), u"wp_term_taxonomy"_s,
                 u"term_taxonomy_id, term_id, taxonomy, description, parent, count"_s,
                 {u"1010|10|category||0|1"_s, u"1011|11|category||10|2"_s,
                  u"1012|12|category||11|0"_s, u"1013|13|category||0|1"_s,
                  u"1020|20|post_tag||0|2"_s, u"1021|21|post_tag||0|2"_s,
                  u"1022|22|post_tag||0|2"_s, u"2020|20|genre||0|1"_s});
    test::insert(
        database(), u"wp_termmeta"_s, u"meta_id, term_id, meta_key, meta_value"_s,
        {u"1|20|color|yellow"_s, u"2|21|color|blue"_s, u"3|22|color|red"_s, u"4|22|icon|leaf"_s});
    test::insert(database(), u"wp_options"_s, u"option_name, option_value"_s,
                 {u"category_children|a:1:{i:10;a:1:{i:0;i:11;}}"_s, u"blogname|Post"_s});
}

/** Posts 1 to 4 are published, 5 is a draft, 6 is a page. */
void TestWordPress::fillPosts()
{
    test::insert(database(), u"wp_posts"_s,
                 u"ID, post_content, post_title, post_status, post_type"_s,
                 {u"1||One|publish|post"_s, u"2||Two|publish|post"_s, u"3||Three|publish|post"_s,
                  u"4||Four|publish|post"_s, u"5||Five|draft|post"_s, u"6||Six|publish|page"_s});
    test::insert(database(), u"wp_term_relationships"_s, u"object_id, term_taxonomy_id"_s,
                 {u"1|1020"_s, u"1|1022"_s, u"2|1020"_s, u"2|1021"_s, u"3|1021"_s, u"4|1022"_s,
                  u"5|1020"_s, u"6|1022"_s, u"1|2020"_s, u"1|1010"_s, u"2|1011"_s, u"3|1011"_s,
                  u"3|1013"_s, u"5|1011"_s});
    test::insert(database(), u"wp_postmeta"_s, u"meta_id, post_id, meta_key, meta_value"_s,
                 {u"1|90|_menu_item_type|taxonomy"_s, u"2|90|_menu_item_object|post_tag"_s,
                  u"3|90|_menu_item_object_id|22"_s, u"4|91|_menu_item_type|post_type"_s,
                  u"5|91|_menu_item_object|post"_s, u"6|91|_menu_item_object_id|22"_s});
}

void TestWordPress::init()
{
    DatabaseTestCase::init();
    test::createPresetTables(database(), u"wordpress"_s, u"wp_"_s);
    fillTerms();
    fillPosts();
}

void TestWordPress::mergesTags()
{
    const Receipt receipt =
        test::merge(database(), u"post_tag"_s, {u"ecmascript"_s, u"js"_s}, u"JavaScript"_s);
    QCOMPARE(receipt.tags, 2);
    // Post 1 had both sources, post 2 had the target already.
    QCOMPARE(test::countsOf(receipt), (QStringList{u"wp_term_relationships: moved 4, collapsed 2"_s,
                                                   u"wp_termmeta: moved 1, collapsed 1"_s}));
    QCOMPARE(relationships(), (QStringList{u"1|1010"_s, u"1|1021"_s, u"1|2020"_s, u"2|1011"_s,
                                           u"2|1021"_s, u"3|1011"_s, u"3|1013"_s, u"3|1021"_s,
                                           u"4|1021"_s, u"5|1011"_s, u"5|1021"_s, u"6|1021"_s}));
    // Neither the draft nor the page counts.
    QCOMPARE(test::countersOf(receipt), (QStringList{u"JavaScript.count 2 → 4"_s}));
    QCOMPARE(rows(u"term_taxonomy_id, count"_s, u"term_taxonomy WHERE taxonomy = 'post_tag'"_s),
             (QStringList{u"1021|4"_s}));
    QCOMPARE(rows(u"meta_value"_s, u"postmeta WHERE meta_key = '_menu_item_object_id'"_s),
             (QStringList{u"21"_s, u"22"_s}));
    QCOMPARE(test::redirectsOf(receipt),
             (QStringList{u"ecmascript → javascript"_s, u"js → javascript"_s}));
    QCOMPARE(receipt.aftercare.front().command, u"wp cache flush"_s);
}

void TestWordPress::aTermThatAnotherTaxonomyHasStays()
{
    test::merge(database(), u"post_tag"_s, {u"ecmascript"_s, u"js"_s}, u"JavaScript"_s);
    QCOMPARE(rows(u"term_id, name"_s, u"terms WHERE term_id >= 20"_s),
             (QStringList{u"20|js"_s, u"21|JavaScript"_s}));
    QCOMPARE(
        rows(u"term_taxonomy_id, term_id, count"_s, u"term_taxonomy WHERE taxonomy = 'genre'"_s),
        (QStringList{u"2020|20|1"_s}));
    // Its properties are the other taxonomy's as well; those of a term that goes are merged.
    QCOMPARE(rows(u"term_id, meta_key, meta_value"_s, u"termmeta"_s),
             (QStringList{u"20|color|yellow"_s, u"21|color|blue"_s, u"21|icon|leaf"_s}));
}

void TestWordPress::neverMergesATagIntoItself()
{
    const QStringList before = test::contentsOf(database());
    const auto itself = errorOf([this] {
        test::run(database(), u"post_tag"_s, MergeRequest{{u"JAVASCRIPT"_s}, u"JavaScript"_s},
                  mergeTags);
    });
    COMPARE_KIND(itself, ErrorKind::Refused);
    QCOMPARE(test::contentsOf(database()), before);
    const Receipt receipt = test::merge(
        database(), u"post_tag"_s, {u"JavaScript"_s, u"javascript"_s, u"JS"_s}, u"JAVASCRIPT"_s);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(rows(u"term_taxonomy_id, count"_s, u"term_taxonomy WHERE taxonomy = 'post_tag'"_s),
             (QStringList{u"1021|3"_s, u"1022|2"_s}));
}

void TestWordPress::liftsChildrenToTheTarget()
{
    const Receipt receipt = test::merge(database(), u"category"_s, {u"Fruit"_s}, u"Drinks"_s);
    QCOMPARE(receipt.childrenLifted, 1);
    QCOMPARE(test::countsOf(receipt),
             (QStringList{u"wp_term_relationships: moved 2, collapsed 1"_s}));
    QCOMPARE(rows(u"term_id, parent, count"_s, u"term_taxonomy WHERE taxonomy = 'category'"_s),
             (QStringList{u"10|0|1"_s, u"12|13|0"_s, u"13|0|2"_s, u"1|0|0"_s}));
    QCOMPARE(rows(u"option_name"_s, u"options WHERE option_name LIKE '%children'"_s),
             QStringList());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM wp_options WHERE option_name = 'blogname'"_s),
             1);
}

void TestWordPress::refusesToMergeACategoryIntoItsOwnChild()
{
    const QStringList before = test::contentsOf(database());
    const auto error = errorOf([this] {
        test::run(database(), u"category"_s, MergeRequest{{u"Food"_s}, u"Apples"_s}, mergeTags);
    });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestWordPress::protectsDefaults_data()
{
    QTest::addColumn<QString>("vocabulary");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("reason");
    QTest::newRow("category") << u"category"_s << u"Uncategorized"_s << u"default category"_s;
    QTest::newRow("link category")
        << u"link_category"_s << u"Blogroll"_s << u"default link category"_s;
    QTest::newRow("a plugin's taxonomy") << u"genre"_s << u"js"_s << u"default term"_s;
    QTest::newRow("a navigation menu") << u"nav_menu"_s << u"Top"_s << u"navigation menu"_s;
    QTest::newRow("a post format") << u"post_format"_s << u"Aside"_s << u"post format"_s;
}

void TestWordPress::protectsDefaults()
{
    QFETCH(const QString, vocabulary);
    QFETCH(const QString, tag);
    QFETCH(const QString, reason);
    test::insert(database(), u"wp_options"_s, u"option_name, option_value"_s,
                 {u"default_term_genre|20"_s});
    test::addTerm(database(), u"wp_"_s, 30, u"Other"_s, vocabulary);
    test::addTerm(database(), u"wp_"_s, 31, u"Top"_s, u"nav_menu"_s);
    test::addTerm(database(), u"wp_"_s, 32, u"Aside"_s, u"post_format"_s);
    const QStringList before = test::contentsOf(database());
    const auto merging = errorOf([&] {
        test::run(database(), vocabulary, MergeRequest{{tag}, u"Other"_s}, mergeTags);
    });
    COMPARE_KIND(merging, ErrorKind::Refused);
    QVERIFY2(merging->message.contains(reason), qPrintable(merging->message));
    const auto deleting = errorOf([&] {
        test::run(database(), vocabulary, DeleteRequest{{tag}, true}, deleteTags);
    });
    COMPARE_KIND(deleting, ErrorKind::Refused);
    QVERIFY2(deleting->message.contains(reason), qPrintable(deleting->message));
    QCOMPARE(test::contentsOf(database()), before);
}

void TestWordPress::renamesAndKeepsTheSlug()
{
    const Receipt receipt = test::rename(database(), u"post_tag"_s, u"js"_s, u"Java Script"_s);
    QCOMPARE(rows(u"term_id, name, slug"_s, u"terms WHERE term_id >= 20"_s),
             (QStringList{u"20|Java Script|js"_s, u"21|JavaScript|javascript"_s,
                          u"22|ecmascript|ecmascript"_s}));
    QCOMPARE(receipt.warnings.size(), 1); // the genre has another name now, too
    QVERIFY(test::redirectsOf(receipt).isEmpty());
    QCOMPARE(rows(u"option_name"_s, u"options WHERE option_name LIKE '%children'"_s),
             (QStringList{u"category_children"_s}));
}

void TestWordPress::renamesTheSlugToo()
{
    const Receipt receipt =
        test::rename(database(), u"post_tag"_s, u"ecmascript"_s, u"Java Script"_s, true);
    QVERIFY(receipt.warnings.isEmpty());
    QCOMPARE(test::redirectsOf(receipt), (QStringList{u"ecmascript → java-script"_s}));
    QCOMPARE(rows(u"name, slug"_s, u"terms WHERE term_id = 22"_s),
             (QStringList{u"Java Script|java-script"_s}));
    COMPARE_KIND(
        errorOf([this] { test::rename(database(), u"post_tag"_s, u"js"_s, u"java SCRIPT"_s); }),
        ErrorKind::Conflict);
}

void TestWordPress::deletesTags()
{
    const auto inUse = errorOf(
        [this] { test::run(database(), u"post_tag"_s, DeleteRequest{{u"js"_s}}, deleteTags); });
    COMPARE_KIND(inUse, ErrorKind::Refused);
    const Receipt receipt = test::remove(database(), u"post_tag"_s, {u"js"_s, u"ecmascript"_s});
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(test::countsOf(receipt).constFirst(), u"wp_term_relationships: removed 6"_s);
    QCOMPARE(rows(u"object_id, term_taxonomy_id"_s, u"term_relationships WHERE term_taxonomy_id "
                                                    "BETWEEN 1020 AND 2020"_s),
             (QStringList{u"1|2020"_s, u"2|1021"_s, u"3|1021"_s}));
    QCOMPARE(rows(u"term_id"_s, u"terms WHERE term_id >= 20"_s), (QStringList{u"20"_s, u"21"_s}));
    QCOMPARE(rows(u"meta_id"_s, u"termmeta"_s), (QStringList{u"1"_s, u"2"_s}));
}

void TestWordPress::aPostWithoutCategoryGetsTheDefault()
{
    // Posts 2 and 5 (a draft) have Fruit alone, post 3 has Drinks beside it.
    const Receipt receipt = test::remove(database(), u"category"_s, {u"Fruit"_s});
    QCOMPARE(receipt.childrenLifted, 1);
    QCOMPARE(rows(u"object_id, term_taxonomy_id"_s,
                  u"term_relationships WHERE term_taxonomy_id BETWEEN 1001 AND 1013"_s),
             (QStringList{u"1|1010"_s, u"2|1001"_s, u"3|1013"_s, u"5|1001"_s}));
    QCOMPARE(rows(u"term_id, parent, count"_s, u"term_taxonomy WHERE taxonomy = 'category'"_s),
             (QStringList{u"10|0|1"_s, u"12|10|0"_s, u"13|0|1"_s, u"1|0|1"_s}));
    QCOMPARE(receipt.warnings.size(), 1);
    QVERIFY2(receipt.warnings.constFirst().contains(u"Uncategorized"_s),
             qPrintable(receipt.warnings.constFirst()));
}

void TestWordPress::tellsOfMenusThatLeadNowhere()
{
    const Receipt receipt = test::remove(database(), u"post_tag"_s, {u"ecmascript"_s});
    QCOMPARE(receipt.warnings.size(), 1);
    QVERIFY2(receipt.warnings.constFirst().contains(u"menu"_s),
             qPrintable(receipt.warnings.constFirst()));
}

QStringList TestWordPress::outsideOfTags()
{
    QStringList outside = test::contentsOf(database(), {u"wp_terms"_s, u"wp_term_taxonomy"_s,
                                                        u"wp_term_relationships"_s,
                                                        u"wp_termmeta"_s, u"wp_postmeta"_s});
    outside << rows(u"*"_s, u"terms WHERE term_id NOT IN (21, 22)"_s)
            << rows(u"*"_s, u"term_taxonomy WHERE taxonomy <> 'post_tag'"_s)
            << rows(u"*"_s,
                    u"term_relationships WHERE term_taxonomy_id NOT BETWEEN 1020 AND 1022"_s)
            << rows(u"*"_s, u"termmeta WHERE term_id = 20"_s);
    return outside;
}

void TestWordPress::nothingOutsideTheTaxonomyChanges_data()
{
    QTest::addColumn<bool>("isMerge");
    QTest::newRow("merge") << true;
    QTest::newRow("delete") << false;
}

void TestWordPress::nothingOutsideTheTaxonomyChanges()
{
    QFETCH(const bool, isMerge);
    test::loadWordPress(database(), u"shop_"_s);
    test::addTerm(database(), u"shop_"_s, 500, u"js"_s, u"post_tag"_s);
    // A term of the same name in another taxonomy, under a term of the same number as a tag.
    test::addTerm(database(), u"wp_"_s, 40, u"js"_s, u"category"_s, 22);
    const QStringList before = outsideOfTags();
    const QStringList names{u"js"_s, u"ecmascript"_s};
    ScopedConnection connection(database().profile());
    const std::vector<Vocabulary> all = findVocabularies(connection);
    const auto own = std::find_if(all.begin(), all.end(), [](const Vocabulary &vocabulary) {
        return vocabulary.table == "wp_term_taxonomy"_L1 &&
               vocabulary.scope.front().value == u"post_tag"_s;
    });
    QVERIFY(own != all.end());
    if (isMerge)
        test::merge(database(), own->name, names, u"JavaScript"_s);
    else
        test::remove(database(), own->name, names);
    QCOMPARE(outsideOfTags(), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestWordPress)
#include "TestWordPress.moc"
