// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/MediaWikiFixture.h"
#include "vocabulary/presets/PresetOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What merge, rename and delete do to MediaWiki's change tags, row by row. */
class TestMediaWiki : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void mergesByAllThreeKeys();
    void twoSourcesOnOneChange();
    void tagsThatDifferInCaseAreTwo();
    void refusesTagsOfTheSoftware();
    void mergesIntoATagOfTheSoftware();
    void renames();
    void refusesNames_data();
    void refusesNames();
    void deletes();
    void anotherWikiIsNotTouched();

private:
    QStringList changes()
    {
        return test::select(database(),
                            u"ct_id, ct_rc_id, ct_log_id, ct_rev_id, ct_params, ct_tag_id"_s,
                            u"w_change_tag"_s);
    }
    QStringList definitions()
    {
        return test::select(database(), u"ctd_id, ctd_name, ctd_user_defined, ctd_count"_s,
                            u"w_change_tag_def"_s);
    }
};

/** spam (1), vandalism (2), Spam (3), and mw-undo (4), which the software defines. */
void TestMediaWiki::init()
{
    DatabaseTestCase::init();
    test::createPresetTables(database(), u"mediawiki"_s, u"w_"_s);
    test::insert(database(), u"w_change_tag_def"_s,
                 u"ctd_id, ctd_name, ctd_user_defined, ctd_count"_s,
                 {u"1|spam|1|4"_s, u"2|vandalism|1|3"_s, u"3|Spam|1|9"_s, u"4|mw-undo|0|1"_s});
    test::insert(database(), u"w_change_tag"_s,
                 u"ct_id, ct_rc_id, ct_log_id, ct_rev_id, ct_params, ct_tag_id"_s,
                 {u"1|100|NULL|500|p1|1"_s, // edit 500: both
                  u"2|100|NULL|500|p2|2"_s,
                  u"3|NULL|NULL|501|p3|1"_s,   // an old edit, no longer among recent changes
                  u"4|NULL|NULL|502|NULL|1"_s, // another one: these share nothing but NULLs
                  u"5|NULL|70|NULL|NULL|1"_s,  // a logged action: both
                  u"6|NULL|70|NULL|p6|2"_s, u"7|101|NULL|503|NULL|2"_s, u"8|102|NULL|504|NULL|3"_s,
                  u"9|103|NULL|505|NULL|4"_s});
}

void TestMediaWiki::mergesByAllThreeKeys()
{
    const Receipt receipt =
        test::merge(database(), u"w_change_tag_def"_s, {u"spam"_s}, u"vandalism"_s);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"w_change_tag: moved 2, collapsed 2"_s}));
    QCOMPARE(changes(), (QStringList{u"2|100|NULL|500|p2|2"_s, u"3|NULL|NULL|501|p3|2"_s,
                                     u"4|NULL|NULL|502|NULL|2"_s, u"6|NULL|70|NULL|p6|2"_s,
                                     u"7|101|NULL|503|NULL|2"_s, u"8|102|NULL|504|NULL|3"_s,
                                     u"9|103|NULL|505|NULL|4"_s}));
    QCOMPARE(test::countersOf(receipt), (QStringList{u"vandalism.ctd_count 3 → 5"_s}));
    QCOMPARE(definitions(),
             (QStringList{u"2|vandalism|1|5"_s, u"3|Spam|1|9"_s, u"4|mw-undo|0|1"_s}));
}

void TestMediaWiki::twoSourcesOnOneChange()
{
    const Receipt receipt =
        test::merge(database(), u"w_change_tag_def"_s, {u"vandalism"_s, u"spam"_s}, u"Spam"_s);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"w_change_tag: moved 5, collapsed 2"_s}));
    // Of two rows about one change the first stays.
    QCOMPARE(changes(), (QStringList{u"1|100|NULL|500|p1|3"_s, u"3|NULL|NULL|501|p3|3"_s,
                                     u"4|NULL|NULL|502|NULL|3"_s, u"5|NULL|70|NULL|NULL|3"_s,
                                     u"7|101|NULL|503|NULL|3"_s, u"8|102|NULL|504|NULL|3"_s,
                                     u"9|103|NULL|505|NULL|4"_s}));
    QCOMPARE(test::countersOf(receipt), (QStringList{u"Spam.ctd_count 9 → 6"_s}));
}

void TestMediaWiki::tagsThatDifferInCaseAreTwo()
{
    const Receipt receipt = test::merge(database(), u"w_change_tag_def"_s, {u"Spam"_s}, u"spam"_s);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(definitions(),
             (QStringList{u"1|spam|1|5"_s, u"2|vandalism|1|3"_s, u"4|mw-undo|0|1"_s}));
    COMPARE_KIND(
        errorOf([this] { test::merge(database(), u"w_change_tag_def"_s, {u"Spam"_s}, u"spam"_s); }),
        ErrorKind::Missing);
    COMPARE_KIND(errorOf([this] {
                     test::run(database(), u"w_change_tag_def"_s,
                               MergeRequest{{u"spam"_s, u"spam"_s}, u"spam"_s}, mergeTags);
                 }),
                 ErrorKind::Refused);
}

void TestMediaWiki::refusesTagsOfTheSoftware()
{
    const QStringList before = test::contentsOf(database());
    const QString vocabulary = u"w_change_tag_def"_s;
    const auto merging = errorOf([&] {
        test::run(database(), vocabulary, MergeRequest{{u"spam"_s, u"mw-undo"_s}, u"vandalism"_s},
                  mergeTags);
    });
    COMPARE_KIND(merging, ErrorKind::Refused);
    QVERIFY2(merging->message.contains(u"is defined by MediaWiki"_s), qPrintable(merging->message));
    const auto renaming = errorOf([&] {
        test::run(database(), vocabulary, RenameRequest{u"mw-undo"_s, u"undo"_s}, renameTag);
    });
    COMPARE_KIND(renaming, ErrorKind::Refused);
    const auto deleting = errorOf([&] {
        test::run(database(), vocabulary, DeleteRequest{{u"mw-undo"_s}, true}, deleteTags);
    });
    COMPARE_KIND(deleting, ErrorKind::Refused);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestMediaWiki::mergesIntoATagOfTheSoftware()
{
    test::merge(database(), u"w_change_tag_def"_s, {u"vandalism"_s}, u"mw-undo"_s);
    QCOMPARE(definitions(), (QStringList{u"1|spam|1|4"_s, u"3|Spam|1|9"_s, u"4|mw-undo|0|4"_s}));
}

void TestMediaWiki::renames()
{
    const QStringList before = changes();
    const Receipt receipt =
        test::rename(database(), u"w_change_tag_def"_s, u"spam"_s, u"Ünwanted"_s);
    QCOMPARE(definitions(), (QStringList{u"1|Ünwanted|1|4"_s, u"2|vandalism|1|3"_s, u"3|Spam|1|9"_s,
                                         u"4|mw-undo|0|1"_s}));
    QCOMPARE(changes(), before);
    QCOMPARE(receipt.aftercare.size(), size_t(2)); // the cache, and pages that are named after it
}

void TestMediaWiki::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("comma") << u"spam, old"_s << ErrorKind::Refused;
    QTest::newRow("bar") << u"spam|old"_s << ErrorKind::Refused;
    QTest::newRow("slash") << u"spam/old"_s << ErrorKind::Refused;
    QTest::newRow("no title of a page") << u"spam[0]"_s << ErrorKind::Refused;
    QTest::newRow("pages cannot be called so") << QString(120, u'ä') << ErrorKind::TooLong;
    QTest::newRow("taken") << u"vandalism"_s << ErrorKind::Conflict;
}

void TestMediaWiki::refusesNames()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorKind, kind);
    const QStringList before = test::contentsOf(database());
    const auto error = errorOf([&] {
        test::run(database(), u"w_change_tag_def"_s, RenameRequest{u"spam"_s, name}, renameTag);
    });
    COMPARE_KIND(error, kind);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestMediaWiki::deletes()
{
    const Receipt receipt = test::remove(database(), u"w_change_tag_def"_s, {u"spam"_s});
    QCOMPARE(test::countsOf(receipt), (QStringList{u"w_change_tag: removed 4"_s}));
    QCOMPARE(changes(), (QStringList{u"2|100|NULL|500|p2|2"_s, u"6|NULL|70|NULL|p6|2"_s,
                                     u"7|101|NULL|503|NULL|2"_s, u"8|102|NULL|504|NULL|3"_s,
                                     u"9|103|NULL|505|NULL|4"_s}));
    QCOMPARE(definitions(),
             (QStringList{u"2|vandalism|1|3"_s, u"3|Spam|1|9"_s, u"4|mw-undo|0|1"_s}));
}

void TestMediaWiki::anotherWikiIsNotTouched()
{
    test::loadMediaWiki(database(), u"other_"_s);
    const QStringList own{u"w_change_tag"_s, u"w_change_tag_def"_s};
    const QStringList before = test::contentsOf(database(), own);
    test::merge(database(), u"w_change_tag_def"_s, {u"spam"_s, u"Spam"_s}, u"vandalism"_s);
    test::remove(database(), u"w_change_tag_def"_s, {u"vandalism"_s});
    QCOMPARE(test::contentsOf(database(), own), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMediaWiki)
#include "TestMediaWiki.moc"
