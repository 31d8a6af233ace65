// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/ActsAsTaggableOnFixture.h"
#include "vocabulary/presets/PresetOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What merge, rename and delete do in acts-as-taggable-on, row by row. */
class TestActsAsTaggableOn : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void merges();
    void rewritesCachedLists();
    void anOldInstallationWithoutTenant();
    void neverMergesATagIntoItself();
    void twinsByCaseAreTwo();
    void renames();
    void deletes();
    void anotherInstallationIsNotTouched();

private:
    QStringList taggings()
    {
        return test::select(database(),
                            u"id, tag_id, taggable_type, taggable_id, tagger_id, context, tenant"_s,
                            u"taggings"_s);
    }
    QStringList tags()
    {
        return test::select(database(), u"id, name, taggings_count"_s, u"tags"_s);
    }
    QStringList lists()
    {
        return test::select(database(), u"id, cached_tag_list"_s, u"blog_articles"_s);
    }
};

void TestActsAsTaggableOn::init()
{
    DatabaseTestCase::init();
    test::createPresetTables(database(), u"acts-as-taggable-on"_s);
    const QString now = u"2024-05-01 12:00:00"_s;
    test::insert(
        database(), u"tags"_s, u"id, name, created_at, updated_at, taggings_count"_s,
        {u"1|js|"_s + now + u'|' + now + u"|9"_s, u"2|JavaScript|"_s + now + u'|' + now + u"|2"_s,
         u"3|Ruby|"_s + now + u'|' + now + u"|1"_s, u"4|C, C++|"_s + now + u'|' + now + u"|1"_s,
         u"5|JS|"_s + now + u'|' + now + u"|0"_s});
    test::insert(
        database(), u"taggings"_s,
        u"id, tag_id, taggable_type, taggable_id, tagger_type, tagger_id, context, tenant"_s,
        {u"1|1|Blog::Article|1|NULL|NULL|tags|NULL"_s,
         u"2|1|Blog::Article|1|NULL|NULL|tags|NULL"_s, // the unique key allows it
         u"3|2|Blog::Article|1|NULL|NULL|tags|NULL"_s, u"4|1|Blog::Article|2|NULL|NULL|tags|NULL"_s,
         u"5|1|Blog::Article|2|NULL|NULL|tags|NULL"_s,
         u"6|1|Blog::Article|1|User|7|tags|NULL"_s,      // a tagger of its own
         u"7|1|Blog::Article|1|NULL|NULL|skills|NULL"_s, // another list
         u"8|1|Person|1|NULL|NULL|tags|NULL"_s,
         u"9|1|Blog::Article|2|NULL|NULL|tags|acme"_s, // another tenant
         u"10|3|Blog::Article|1|NULL|NULL|tags|NULL"_s,
         u"11|4|Blog::Article|2|NULL|NULL|tags|NULL"_s,
         u"12|2|Blog::Article|3|NULL|NULL|tags|NULL"_s});
    test::insert(database(), u"blog_articles"_s, u"id, title, cached_tag_list"_s,
                 {u"1|One|Ruby, js, JavaScript"_s, u"2|Two|\"C, C++\", js"_s,
                  u"3|Three|JavaScript"_s, u"4|Four|js, of nobody"_s, u"5|Five|NULL"_s});
}

void TestActsAsTaggableOn::merges()
{
    const Receipt receipt = test::merge(database(), u"tags"_s, {u"js"_s}, u"JavaScript"_s);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"taggings: moved 5, collapsed 3"_s}));
    QCOMPARE(taggings(),
             (QStringList{
                 u"10|3|Blog::Article|1|NULL|tags|NULL"_s, u"11|4|Blog::Article|2|NULL|tags|NULL"_s,
                 u"12|2|Blog::Article|3|NULL|tags|NULL"_s, u"3|2|Blog::Article|1|NULL|tags|NULL"_s,
                 u"4|2|Blog::Article|2|NULL|tags|NULL"_s, u"6|2|Blog::Article|1|7|tags|NULL"_s,
                 u"7|2|Blog::Article|1|NULL|skills|NULL"_s, u"8|2|Person|1|NULL|tags|NULL"_s,
                 u"9|2|Blog::Article|2|NULL|tags|acme"_s}));
    QCOMPARE(test::countersOf(receipt), (QStringList{u"JavaScript.taggings_count 2 → 7"_s}));
    QCOMPARE(tags(),
             (QStringList{u"2|JavaScript|7"_s, u"3|Ruby|1"_s, u"4|C, C++|1"_s, u"5|JS|0"_s}));
}

void TestActsAsTaggableOn::rewritesCachedLists()
{
    test::merge(database(), u"tags"_s, {u"js"_s}, u"JavaScript"_s);
    // Only where a tagging says so: the list of article 4 is somebody's mistake.
    QCOMPARE(lists(), (QStringList{u"1|Ruby, JavaScript"_s, u"2|\"C, C++\", JavaScript"_s,
                                   u"3|JavaScript"_s, u"4|js, of nobody"_s, u"5|NULL"_s}));
    test::merge(database(), u"tags"_s, {u"JavaScript"_s, u"Ruby"_s}, u"C, C++"_s);
    QCOMPARE(lists(), (QStringList{u"1|\"C, C++\""_s, u"2|\"C, C++\""_s, u"3|\"C, C++\""_s,
                                   u"4|js, of nobody"_s, u"5|NULL"_s}));
}

void TestActsAsTaggableOn::anOldInstallationWithoutTenant()
{
    database().execute(u"ALTER TABLE taggings DROP COLUMN tenant"_s);
    database().execute(u"ALTER TABLE tags DROP COLUMN taggings_count"_s);
    const Receipt receipt = test::merge(database(), u"tags"_s, {u"js"_s}, u"JavaScript"_s);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"taggings: moved 4, collapsed 4"_s}));
    QVERIFY(receipt.counters.empty());
}

void TestActsAsTaggableOn::neverMergesATagIntoItself()
{
    const QStringList before = test::contentsOf(database());
    COMPARE_KIND(errorOf([this] {
                     test::run(database(), u"tags"_s, MergeRequest{{u"js"_s}, u"js"_s}, mergeTags);
                 }),
                 ErrorKind::Refused);
    QCOMPARE(test::contentsOf(database()), before);
    const Receipt receipt =
        test::merge(database(), u"tags"_s, {u"Ruby"_s, u"JavaScript"_s}, u"JavaScript"_s);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(tags().size(), 4);
    QCOMPARE(test::countersOf(receipt), QStringList()); // one collapsed, so that 2 remain
}

void TestActsAsTaggableOn::twinsByCaseAreTwo()
{
    const Receipt receipt = test::merge(database(), u"tags"_s, {u"JS"_s}, u"js"_s);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(test::countsOf(receipt), QStringList());
    QCOMPARE(tags(),
             (QStringList{u"1|js|8"_s, u"2|JavaScript|2"_s, u"3|Ruby|1"_s, u"4|C, C++|1"_s}));
    QCOMPARE(lists().constFirst(), u"1|Ruby, js, JavaScript"_s);
}

void TestActsAsTaggableOn::renames()
{
    const QStringList before = taggings();
    const Receipt receipt = test::rename(database(), u"tags"_s, u"js"_s, u"ES 6, or later"_s);
    QCOMPARE(taggings(), before);
    QCOMPARE(tags().constFirst(), u"1|ES 6, or later|9"_s); // a rename is no recount
    QCOMPARE(lists(), (QStringList{u"1|Ruby, \"ES 6, or later\", JavaScript"_s,
                                   u"2|\"C, C++\", \"ES 6, or later\""_s, u"3|JavaScript"_s,
                                   u"4|js, of nobody"_s, u"5|NULL"_s}));
    QVERIFY(receipt.redirects.empty());
}

void TestActsAsTaggableOn::deletes()
{
    const Receipt receipt = test::remove(database(), u"tags"_s, {u"js"_s, u"C, C++"_s});
    QCOMPARE(test::countsOf(receipt), (QStringList{u"taggings: removed 9"_s}));
    QCOMPARE(taggings(), (QStringList{u"10|3|Blog::Article|1|NULL|tags|NULL"_s,
                                      u"12|2|Blog::Article|3|NULL|tags|NULL"_s,
                                      u"3|2|Blog::Article|1|NULL|tags|NULL"_s}));
    QCOMPARE(tags(), (QStringList{u"2|JavaScript|2"_s, u"3|Ruby|1"_s, u"5|JS|0"_s}));
    QCOMPARE(lists(), (QStringList{u"1|Ruby, JavaScript"_s, u"2|"_s, u"3|JavaScript"_s,
                                   u"4|js, of nobody"_s, u"5|NULL"_s}));
}

void TestActsAsTaggableOn::anotherInstallationIsNotTouched()
{
    test::loadActsAsTaggableOn(database(), u"shop_"_s);
    const QStringList own{u"tags"_s, u"taggings"_s, u"blog_articles"_s};
    const QStringList before = test::contentsOf(database(), own);
    test::merge(database(), u"tags"_s, {u"js"_s, u"Ruby"_s}, u"JavaScript"_s);
    test::remove(database(), u"tags"_s, {u"JavaScript"_s});
    QCOMPARE(test::contentsOf(database(), own), before);
    const Receipt receipt =
        test::merge(database(), u"shop_tags"_s, {u"interface::x11"_s}, u"role::program"_s);
    QVERIFY(receipt.references.front().collapsed > 0);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM shop_blog_articles WHERE cached_tag_list "
                               "LIKE '%interface::x11%'"_s),
             0);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestActsAsTaggableOn)
#include "TestActsAsTaggableOn.moc"
