// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/FlarumFixture.h"
#include "vocabulary/presets/PresetOperation.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What merge, rename and delete do in Flarum, row by row. */
class TestFlarum : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void merges();
    void remembersTheLatestDiscussion();
    void noDiscussionIsTheLatest();
    void liftsChildren();
    void permissionsOfTheSourcesGo();
    void saysWhereARestrictionEnds();
    void neverMergesATagIntoItself();
    void renamesAndKeepsTheSlug();
    void deletes();
    void anotherForumIsNotTouched();

private:
    QStringList rows(const QString &columns, const QString &table)
    {
        return test::select(database(), columns, u"f_"_s + table);
    }
    void fillDiscussions();
};

/** Cpp (1), C++ (2), cplusplus (3); Languages (4) > Rust (5); Private (6), which is restricted. */
void TestFlarum::init()
{
    DatabaseTestCase::init();
    test::createPresetTables(database(), u"flarum"_s, u"f_"_s);
    test::insert(database(), u"f_users"_s, u"id, username, email"_s,
                 {u"1|ada|ada@example.org"_s, u"2|bob|bob@example.org"_s});
    fillDiscussions();
    test::insert(database(), u"f_tags"_s,
                 u"id, name, slug, parent_id, is_restricted, discussion_count, last_posted_at, "
                 "last_posted_discussion_id, last_posted_user_id"_s,
                 {u"1|Cpp|cpp|NULL|0|2|2024-05-02 10:00:00|2|2"_s,
                  u"2|C++|c-1|NULL|0|1|2024-05-01 10:00:00|1|1"_s,
                  u"3|cplusplus|cplusplus|NULL|0|1|2024-05-01 10:00:00|1|1"_s,
                  u"4|Languages|languages|NULL|0|0|NULL|NULL|NULL"_s,
                  u"5|Rust|rust|4|0|0|NULL|NULL|NULL"_s,
                  u"6|Private|private|NULL|1|0|NULL|NULL|NULL"_s});
    test::insert(database(), u"f_discussion_tag"_s, u"discussion_id, tag_id"_s,
                 {u"1|1"_s, u"1|2"_s, u"1|3"_s, u"2|1"_s, u"3|1"_s, u"4|3"_s});
    test::insert(database(), u"f_tag_user"_s, u"user_id, tag_id, is_hidden"_s,
                 {u"1|1|1"_s, u"1|2|0"_s, u"2|1|0"_s});
    test::insert(database(), u"f_posts"_s, u"id, discussion_id, created_at"_s,
                 {u"1|1|2024-05-01 10:00:00"_s});
    test::insert(database(), u"f_post_mentions_tag"_s, u"post_id, mentions_tag_id"_s,
                 {u"1|1"_s, u"1|2"_s});
    test::insert(database(), u"f_groups"_s, u"id, name_singular, name_plural"_s,
                 {u"4|Mod|Mods"_s, u"5|Member|Members"_s});
    test::insert(database(), u"f_group_permission"_s, u"group_id, permission"_s,
                 {u"4|tag1.startDiscussion"_s, u"4|tag11.startDiscussion"_s, u"4|discussion.tag"_s,
                  u"5|tag6.viewForum"_s, u"5|tag6.discussion.reply"_s});
}

/** Of these 1 and 2 are visible, 3 is hidden and 4 is private, though both have later posts. */
void TestFlarum::fillDiscussions()
{
    test::insert(
        database(), u"f_discussions"_s,
        u"id, title, slug, created_at, last_posted_at, last_posted_user_id, hidden_at, "
        "is_private"_s,
        {u"1|One|one|2024-05-01 10:00:00|2024-05-01 10:00:00|1|NULL|0"_s,
         u"2|Two|two|2024-05-01 10:00:00|2024-05-02 10:00:00|2|NULL|0"_s,
         u"3|Three|three|2024-05-01 10:00:00|2024-05-03 10:00:00|1|2024-05-04 10:00:00|0"_s,
         u"4|Four|four|2024-05-01 10:00:00|2024-05-04 10:00:00|1|NULL|1"_s});
}

void TestFlarum::merges()
{
    const Receipt receipt =
        test::merge(database(), u"f_tags"_s, {u"Cpp"_s, u"cplusplus"_s}, u"C++"_s);
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"f_discussion_tag: moved 3, collapsed 2"_s,
                                                   u"f_post_mentions_tag: collapsed 1"_s,
                                                   u"f_tag_user: moved 1, collapsed 1"_s}));
    QCOMPARE(rows(u"discussion_id, tag_id"_s, u"discussion_tag"_s),
             (QStringList{u"1|2"_s, u"2|2"_s, u"3|2"_s, u"4|2"_s}));
    // The user's own setting for the target stands.
    QCOMPARE(rows(u"user_id, tag_id, is_hidden"_s, u"tag_user"_s),
             (QStringList{u"1|2|0"_s, u"2|2|0"_s}));
    QCOMPARE(rows(u"post_id, mentions_tag_id"_s, u"post_mentions_tag"_s), (QStringList{u"1|2"_s}));
    // Neither the hidden nor the private discussion counts.
    QCOMPARE(test::countersOf(receipt), (QStringList{u"C++.discussion_count 1 → 2"_s}));
    QCOMPARE(rows(u"id, slug, discussion_count"_s, u"tags"_s),
             (QStringList{u"2|c-1|2"_s, u"4|languages|0"_s, u"5|rust|0"_s, u"6|private|0"_s}));
    QCOMPARE(test::redirectsOf(receipt), (QStringList{u"cpp → c-1"_s, u"cplusplus → c-1"_s}));
}

void TestFlarum::remembersTheLatestDiscussion()
{
    test::merge(database(), u"f_tags"_s, {u"Cpp"_s, u"cplusplus"_s}, u"C++"_s);
    QCOMPARE(rows(u"last_posted_at, last_posted_discussion_id, last_posted_user_id"_s,
                  u"tags WHERE id = 2"_s),
             (QStringList{u"2024-05-02 10:00:00|2|2"_s}));
}

void TestFlarum::noDiscussionIsTheLatest()
{
    database().execute(u"DELETE FROM f_discussion_tag WHERE discussion_id IN (1, 2)"_s);
    test::merge(database(), u"f_tags"_s, {u"Cpp"_s, u"cplusplus"_s}, u"C++"_s);
    QCOMPARE(rows(u"discussion_count, last_posted_at, last_posted_discussion_id, "
                  "last_posted_user_id"_s,
                  u"tags WHERE id = 2"_s),
             (QStringList{u"0|NULL|NULL|NULL"_s}));
}

void TestFlarum::liftsChildren()
{
    const Receipt receipt = test::merge(database(), u"f_tags"_s, {u"Languages"_s}, u"C++"_s);
    QCOMPARE(receipt.childrenLifted, 1);
    QCOMPARE(rows(u"id, parent_id"_s, u"tags WHERE id IN (2, 5)"_s),
             (QStringList{u"2|NULL"_s, u"5|2"_s}));
    QVERIFY(receipt.warnings.isEmpty());
    // Flarum shows two levels only.
    const Receipt deeper = test::merge(database(), u"f_tags"_s, {u"C++"_s}, u"Private"_s);
    QCOMPARE(deeper.childrenLifted, 1);
    database().execute(u"UPDATE f_tags SET parent_id = 6 WHERE id = 3"_s);
    database().execute(u"UPDATE f_tags SET parent_id = 1 WHERE id = 5"_s);
    const Receipt third = test::merge(database(), u"f_tags"_s, {u"Cpp"_s}, u"cplusplus"_s);
    QCOMPARE(third.warnings.size(), 1);
    QVERIFY2(third.warnings.constFirst().contains(u"level"_s),
             qPrintable(third.warnings.constFirst()));
}

void TestFlarum::permissionsOfTheSourcesGo()
{
    const Receipt receipt =
        test::merge(database(), u"f_tags"_s, {u"Private"_s, u"Cpp"_s}, u"C++"_s);
    QCOMPARE(rows(u"group_id, permission"_s, u"group_permission"_s),
             (QStringList{u"4|discussion.tag"_s, u"4|tag11.startDiscussion"_s}));
    QCOMPARE(receipt.warnings.size(), 1); // what was restricted is open now
    QVERIFY2(receipt.warnings.constFirst().contains(u"Private"_s),
             qPrintable(receipt.warnings.constFirst()));
}

void TestFlarum::saysWhereARestrictionEnds()
{
    const Receipt closed = test::merge(database(), u"f_tags"_s, {u"Cpp"_s}, u"Private"_s);
    QCOMPARE(closed.warnings.size(), 1);
    QCOMPARE(test::select(database(), u"permission"_s, u"f_group_permission WHERE group_id = 5"_s),
             (QStringList{u"tag6.discussion.reply"_s, u"tag6.viewForum"_s}));
    const Receipt open = test::remove(database(), u"f_tags"_s, {u"Private"_s});
    QCOMPARE(open.warnings.size(), 1);
    QVERIFY2(open.warnings.constFirst().contains(u"everybody"_s),
             qPrintable(open.warnings.constFirst()));
}

void TestFlarum::neverMergesATagIntoItself()
{
    const QStringList before = test::contentsOf(database());
    COMPARE_KIND(
        errorOf([this] {
            test::run(database(), u"f_tags"_s, MergeRequest{{u"C++"_s}, u"C++"_s}, mergeTags);
        }),
        ErrorKind::Refused);
    QCOMPARE(test::contentsOf(database()), before);
    const Receipt receipt = test::merge(database(), u"f_tags"_s, {u"C++"_s, u"Cpp"_s}, u"C++"_s);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(rows(u"discussion_id, tag_id"_s, u"discussion_tag"_s),
             (QStringList{u"1|2"_s, u"1|3"_s, u"2|2"_s, u"3|2"_s, u"4|3"_s}));
}

void TestFlarum::renamesAndKeepsTheSlug()
{
    test::rename(database(), u"f_tags"_s, u"C++"_s, u"C plus plus"_s);
    QCOMPARE(rows(u"name, slug"_s, u"tags WHERE id = 2"_s), (QStringList{u"C plus plus|c-1"_s}));
    const Receipt receipt =
        test::rename(database(), u"f_tags"_s, u"cplusplus"_s, u"Languages 2"_s, true);
    QCOMPARE(test::redirectsOf(receipt), (QStringList{u"cplusplus → languages-2"_s}));
    QCOMPARE(rows(u"group_id, permission"_s, u"group_permission"_s).size(), 5);
}

void TestFlarum::deletes()
{
    const Receipt receipt = test::remove(database(), u"f_tags"_s, {u"Cpp"_s, u"Languages"_s});
    QCOMPARE(receipt.childrenLifted, 1);
    QCOMPARE(rows(u"id, parent_id"_s, u"tags"_s),
             (QStringList{u"2|NULL"_s, u"3|NULL"_s, u"5|NULL"_s, u"6|NULL"_s}));
    QCOMPARE(rows(u"discussion_id, tag_id"_s, u"discussion_tag"_s),
             (QStringList{u"1|2"_s, u"1|3"_s, u"4|3"_s}));
    QCOMPARE(rows(u"user_id, tag_id"_s, u"tag_user"_s), (QStringList{u"1|2"_s}));
    QCOMPARE(rows(u"permission"_s, u"group_permission WHERE group_id = 4"_s),
             (QStringList{u"discussion.tag"_s, u"tag11.startDiscussion"_s}));
}

void TestFlarum::anotherForumIsNotTouched()
{
    test::loadFlarum(database(), u"g_"_s);
    const QStringList own = test::tablesOf(database()).filter(QRegularExpression(u"^f_"_s));
    const QStringList before = test::contentsOf(database(), own);
    test::merge(database(), u"f_tags"_s, {u"Cpp"_s, u"cplusplus"_s}, u"C++"_s);
    test::remove(database(), u"f_tags"_s, {u"C++"_s});
    QCOMPARE(test::contentsOf(database(), own), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestFlarum)
#include "TestFlarum.moc"
