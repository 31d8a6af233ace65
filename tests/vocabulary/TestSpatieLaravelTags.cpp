// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/PresetOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What merge, rename and delete do in laravel-tags, row by row. */
class TestSpatieLaravelTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void merges();
    void unitesTranslations();
    void aTargetThatHasAllStaysAsItIs();
    void anotherTypeIsAnotherVocabulary();
    void renamesNameAndSlugOfOneLanguage();
    void deletes();

private:
    QStringList taggings()
    {
        return test::select(database(), u"tag_id, taggable_type, taggable_id"_s, u"taggables"_s);
    }
    QString text(const QString &column, int id)
    {
        return database()
            .column(u"SELECT %1 FROM tags WHERE id = %2"_s.arg(column, QString::number(id)))
            .value(0);
    }
};

void TestSpatieLaravelTags::init()
{
    DatabaseTestCase::init();
    test::createPresetTables(database(), u"spatie-laravel-tags"_s);
    test::insert(
        database(), u"tags"_s, u"id, name, slug, type, order_column"_s,
        {u"1|{\"en\": \"red\", \"fr\": \"rouge\"}|{\"en\": \"red\", \"fr\": \"rouge\"}|NULL|1"_s,
         u"2|{\"en\": \"crimson\", \"de\": \"karmin\"}|{\"en\": \"crimson\", \"de\": \"karmin\"}|NULL|2"_s,
         u"3|{\"en\": \"scarlet\", \"fr\": \"écarlate\"}|{\"en\": \"scarlet\", \"fr\": \"ecarlate\"}|NULL|3"_s,
         u"4|{\"en\": \"red\"}|{\"en\": \"red\"}|mood|4"_s,
         u"5|{\"en\": \"blue\"}|{\"en\": \"blue\"}|mood|5"_s});
    test::insert(database(), u"taggables"_s, u"tag_id, taggable_type, taggable_id"_s,
                 {u"1|Post|1"_s, u"2|Post|1"_s, u"3|Post|1"_s, u"2|Post|2"_s, u"3|Post|2"_s,
                  u"3|Page|2"_s, u"4|Post|1"_s, u"5|Post|1"_s});
}

void TestSpatieLaravelTags::merges()
{
    const Receipt receipt =
        test::merge(database(), u"tags"_s, {u"crimson"_s, u"scarlet"_s}, u"red"_s);
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"taggables: moved 2, collapsed 3"_s}));
    QCOMPARE(taggings(), (QStringList{u"1|Page|2"_s, u"1|Post|1"_s, u"1|Post|2"_s, u"4|Post|1"_s,
                                      u"5|Post|1"_s}));
    QCOMPARE(database().column(u"SELECT id FROM tags ORDER BY id"_s),
             (QStringList{u"1"_s, u"4"_s, u"5"_s}));
    QCOMPARE(test::redirectsOf(receipt), (QStringList{u"crimson → red"_s, u"scarlet → red"_s}));
}

void TestSpatieLaravelTags::unitesTranslations()
{
    test::merge(database(), u"tags"_s, {u"crimson"_s, u"scarlet"_s}, u"red"_s);
    // German from crimson; the French name that was there stays.
    QCOMPARE(text(u"name"_s, 1), u"{\"de\":\"karmin\",\"en\":\"red\",\"fr\":\"rouge\"}"_s);
    QCOMPARE(text(u"slug"_s, 1), u"{\"de\":\"karmin\",\"en\":\"red\",\"fr\":\"rouge\"}"_s);
}

void TestSpatieLaravelTags::aTargetThatHasAllStaysAsItIs()
{
    const QString before = text(u"name"_s, 1);
    test::merge(database(), u"tags"_s, {u"scarlet"_s}, u"red"_s);
    QCOMPARE(text(u"name"_s, 1), before);
}

void TestSpatieLaravelTags::anotherTypeIsAnotherVocabulary()
{
    COMPARE_KIND(
        errorOf([this] {
            test::run(database(), u"mood"_s, MergeRequest{{u"crimson"_s}, u"red"_s}, mergeTags);
        }),
        ErrorKind::Missing);
    test::merge(database(), u"mood"_s, {u"blue"_s}, u"red"_s);
    QCOMPARE(taggings(), (QStringList{u"1|Post|1"_s, u"2|Post|1"_s, u"2|Post|2"_s, u"3|Page|2"_s,
                                      u"3|Post|1"_s, u"3|Post|2"_s, u"4|Post|1"_s}));
    COMPARE_KIND(
        errorOf([this] {
            test::run(database(), u"mood"_s, MergeRequest{{u"red"_s}, u"red"_s}, mergeTags);
        }),
        ErrorKind::Refused);
}

void TestSpatieLaravelTags::renamesNameAndSlugOfOneLanguage()
{
    const Receipt receipt = test::rename(database(), u"tags"_s, u"red"_s, u"Deep Red"_s);
    const auto compact = [](QString json) { return json.remove(u' '); };
    QCOMPARE(compact(text(u"name"_s, 1)), u"{\"en\":\"DeepRed\",\"fr\":\"rouge\"}"_s);
    QCOMPARE(compact(text(u"slug"_s, 1)), u"{\"en\":\"deep-red\",\"fr\":\"rouge\"}"_s);
    QCOMPARE(test::redirectsOf(receipt), (QStringList{u"red → deep-red"_s}));
    QCOMPARE(compact(text(u"name"_s, 4)), u"{\"en\":\"red\"}"_s);
    COMPARE_KIND(
        errorOf([this] { test::rename(database(), u"tags"_s, u"Deep Red"_s, u"crimson"_s); }),
        ErrorKind::Conflict);
}

void TestSpatieLaravelTags::deletes()
{
    const Receipt receipt = test::remove(database(), u"tags"_s, {u"scarlet"_s});
    QCOMPARE(test::countsOf(receipt), (QStringList{u"taggables: removed 3"_s}));
    QCOMPARE(taggings(), (QStringList{u"1|Post|1"_s, u"2|Post|1"_s, u"2|Post|2"_s, u"4|Post|1"_s,
                                      u"5|Post|1"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestSpatieLaravelTags)
#include "TestSpatieLaravelTags.moc"
