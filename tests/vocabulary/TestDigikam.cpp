// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DigikamSteps.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/DigikamFixture.h"
#include "vocabulary/presets/TagOperations.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Merge, rename and delete of digiKam's tags, on every way in which it keeps their tree. */
class TestDigikam : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void mergesImagesAndFaces_data() { onEveryPreset(); }
    void mergesImagesAndFaces();
    void keepsTheTree_data();
    void keepsTheTree();
    void refusesTwoChildrenOfOneName_data() { onEveryPreset(); }
    void refusesTwoChildrenOfOneName();
    void refusesProtectedTags_data();
    void refusesProtectedTags();
    void theRootIsNoTarget();
    void renames_data() { onEveryPreset(); }
    void renames();
    void aDryRunLeavesEveryTable_data() { onEveryPreset(); }
    void aDryRunLeavesEveryTable();
    void saysThatMyIsamCannotRollBack();
    void namesTheStepsOutside();

private:
    static void onEveryPreset();
    void load(const QString &preset);
    /** Every tag with those above it, or with its left and right number. */
    QStringList tree(const QString &preset);
    QStringList tags()
    {
        return test::rowTexts(database(), u"SELECT id, pid, name FROM Tags WHERE id <> 0"_s);
    }
};

void TestDigikam::onEveryPreset()
{
    QTest::addColumn<QString>("preset");
    for (const QString &preset : test::digikamPresets())
        QTest::newRow(qPrintable(preset)) << preset;
}

void TestDigikam::load(const QString &preset)
{
    test::createPresetTables(database(), preset);
    test::addDigikamImages(database(), 4);
    test::addDigikamTags(database(), preset,
                         {u"1,0,Places"_s, u"2,1,France"_s, u"3,2,Paris"_s, u"4,1,Berlin"_s,
                          u"5,0,Lieux"_s, u"6,5,Lyon"_s, u"7,5,France"_s,
                          u"8,0,_Digikam_Internal_Tags_"_s, u"9,8,Need Resolving"_s,
                          u"10,0,Anna"_s});
    test::insertRows(database(), u"ImageTags"_s, u"imageid, tagid"_s,
                     {{u"1"_s, u"3"_s},
                      {u"1"_s, u"6"_s},
                      {u"2"_s, u"6"_s},
                      {u"2"_s, u"4"_s},
                      {u"3"_s, u"4"_s},
                      {u"4"_s, u"10"_s}});
    test::insertRows(database(), u"ImageTagProperties"_s, u"imageid, tagid, property, value"_s,
                     {{u"1"_s, u"3"_s, u"tagRegion"_s, u"r1"_s},
                      {u"1"_s, u"6"_s, u"tagRegion"_s, u"r1"_s},
                      {u"1"_s, u"6"_s, u"tagRegion"_s, u"r2"_s},
                      {u"3"_s, u"4"_s, u"autodetectedFace"_s, QString()}});
    test::insertRows(database(), u"TagProperties"_s, u"tagid, property, value"_s,
                     {{u"3"_s, u"tagKeyboardShortcut"_s, u"A"_s},
                      {u"6"_s, u"tagKeyboardShortcut"_s, u"B"_s},
                      {u"6"_s, u"noMetadataTag"_s, QString()},
                      {u"9"_s, u"internalTag"_s, QString()},
                      {u"10"_s, u"person"_s, u"Anna"_s},
                      {u"10"_s, u"faceEngineId"_s, u"Anna"_s}});
}

QStringList TestDigikam::tree(const QString &preset)
{
    const bool isNested = preset == u"digikam-mysql-nested"_s;
    QStringList lines;
    QString last;
    const auto rows =
        database().rows(isNested ? u"SELECT id, CONCAT(lft, '-', rgt) FROM Tags ORDER BY id"_s
                                 : u"SELECT id, pid FROM TagsTree ORDER BY id, pid"_s);
    for (const QStringList &row : rows) {
        if (row[0] == last)
            lines.last() += u',' + row[1];
        else
            lines << row.join(u'<');
        last = row[0];
    }
    return lines;
}

void TestDigikam::mergesImagesAndFaces()
{
    QFETCH(const QString, preset);
    load(preset);
    const Receipt receipt = test::mergeKeys(database(), {u"6"_s, u"4"_s}, u"3"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT imageid, tagid FROM ImageTags"_s),
             (QStringList{u"1|3"_s, u"2|3"_s, u"3|3"_s, u"4|10"_s}));
    QCOMPARE(test::rowTexts(database(),
                            u"SELECT imageid, tagid, property, value FROM ImageTagProperties"_s),
             (QStringList{u"1|3|tagRegion|r1"_s, u"1|3|tagRegion|r2"_s,
                          u"3|3|autodetectedFace|NULL"_s}));
    QCOMPARE(test::rowTexts(database(),
                            u"SELECT tagid, property, value FROM TagProperties WHERE tagid < 8"_s),
             (QStringList{u"3|noMetadataTag|NULL"_s, u"3|tagKeyboardShortcut|A"_s}));
    QCOMPARE(test::countTexts(receipt),
             (QStringList{u"ImageTags.tagid: moved 2, collapsed 2, removed 0"_s,
                          u"ImageTagProperties.tagid: moved 2, collapsed 1, removed 0"_s,
                          u"TagProperties.tagid: moved 1, collapsed 1, removed 0"_s}));
    QCOMPARE(receipt.tags, 2);
}

void TestDigikam::keepsTheTree_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("operations"); ///< "7>2" merges, "-5" deletes
    QTest::addColumn<QStringList>("above");
    QTest::addColumn<QStringList>("numbers");
    const auto add = [](const char *name, const QString &operations, const QString &above,
                        const QString &numbers) {
        for (const QString &preset : test::digikamPresets()) {
            QTest::addRow("%s, %s", name, qPrintable(preset))
                << preset << operations << above.split(u' ') << numbers.split(u' ');
        }
    };
    add("untouched", {}, u"1<0 2<0,1 3<0,1,2 4<0,1 5<0 6<0,5 7<0,5 8<0 9<0,8 10<0"_s,
        u"0<1-22 1<2-9 2<3-6 3<4-5 4<7-8 5<10-15 6<11-12 7<13-14 8<16-19 9<17-18 10<20-21"_s);
    add("merge leaves", u"7>2"_s, u"1<0 2<0,1 3<0,1,2 4<0,1 5<0 6<0,5 8<0 9<0,8 10<0"_s,
        u"0<1-20 1<2-9 2<3-6 3<4-5 4<7-8 5<10-13 6<11-12 8<14-17 9<15-16 10<18-19"_s);
    add("merge with children", u"7>2 5>1"_s, u"1<0 2<0,1 3<0,1,2 4<0,1 6<0,1 8<0 9<0,8 10<0"_s,
        u"0<1-18 1<2-11 2<3-6 3<4-5 4<7-8 6<9-10 8<12-15 9<13-14 10<16-17"_s);
    add("merge a subtree downwards", u"1>7"_s,
        u"2<0,5,7 3<0,2,5,7 4<0,5,7 5<0 6<0,5 7<0,5 8<0 9<0,8 10<0"_s,
        u"0<1-20 2<6-9 3<7-8 4<10-11 5<2-13 6<3-4 7<5-12 8<14-17 9<15-16 10<18-19"_s);
    add("merge into the own child", u"2>3"_s, u"1<0 3<0,1 4<0,1 5<0 6<0,5 7<0,5 8<0 9<0,8 10<0"_s,
        u"0<1-20 1<2-7 3<3-4 4<5-6 5<8-13 6<9-10 7<11-12 8<14-17 9<15-16 10<18-19"_s);
    add("delete a leaf", u"-3"_s, u"1<0 2<0,1 4<0,1 5<0 6<0,5 7<0,5 8<0 9<0,8 10<0"_s,
        u"0<1-20 1<2-7 2<3-4 4<5-6 5<8-13 6<9-10 7<11-12 8<14-17 9<15-16 10<18-19"_s);
    add("delete with children", u"-1,2"_s, u"3<0 4<0 5<0 6<0,5 7<0,5 8<0 9<0,8 10<0"_s,
        u"0<1-18 3<2-3 4<4-5 5<6-11 6<7-8 7<9-10 8<12-15 9<13-14 10<16-17"_s);
}

void TestDigikam::keepsTheTree()
{
    QFETCH(const QString, preset);
    QFETCH(const QString, operations);
    QFETCH(const QStringList, above);
    QFETCH(const QStringList, numbers);
    load(preset);
    const QStringList all = operations.split(u' ', Qt::SkipEmptyParts);
    for (const QString &operation : all) {
        if (operation.startsWith(u'-'))
            test::deleteKeys(database(), operation.mid(1).split(u','));
        else
            test::mergeKeys(database(), {operation.section(u'>', 0, 0)},
                            operation.section(u'>', 1));
    }
    const bool isNested = preset == u"digikam-mysql-nested"_s;
    QCOMPARE(tree(preset), isNested ? numbers : above);
}

void TestDigikam::refusesTwoChildrenOfOneName()
{
    QFETCH(const QString, preset);
    load(preset);
    const QStringList before = test::contentsOf(database());
    const auto merged = errorOf([this] { test::mergeKeys(database(), {u"5"_s}, u"1"_s); });
    COMPARE_KIND(merged, ErrorKind::Conflict);
    QVERIFY2(merged->message.contains(u"2 tags called “France” would come to stand beneath "
                                      "“Places”"_s),
             qPrintable(merged->message));
    test::addDigikamTags(database(), preset, {u"11,0,Berlin"_s});
    const auto deleted = errorOf([this] { test::deleteKeys(database(), {u"1"_s}); });
    COMPARE_KIND(deleted, ErrorKind::Conflict);
    QVERIFY2(deleted->message.contains(u"“Berlin” would come to stand where there is a tag"_s),
             qPrintable(deleted->message));
    database().execute(u"DELETE FROM Tags WHERE id = 11"_s);
    if (preset == u"digikam-mysql-nested"_s)
        test::numberNestedSet(database());
    QCOMPARE(test::contentsOf(database()), before);
}

void TestDigikam::refusesProtectedTags_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("reason");
    QTest::newRow("internal") << u"8"_s << u"own internal tags"_s;
    QTest::newRow("beneath the internal one") << u"9"_s << u"own internal tags"_s;
    QTest::newRow("a person") << u"10"_s << u"names a person"_s;
    if (isMariaDb())
        QTest::newRow("the root") << u"0"_s << u"is the root"_s;
}

void TestDigikam::refusesProtectedTags()
{
    QFETCH(const QString, key);
    QFETCH(const QString, reason);
    load(test::digikamPresets().constLast());
    const QStringList before = test::contentsOf(database());
    const std::vector<std::function<void()>> operations{
        [this, key] {
            test::mergeKeys(database(), {u"4"_s, key}, u"3"_s);
        },
        [this, key] { test::renameByKey(database(), key, u"other"_s); },
        [this, key] { test::deleteKeys(database(), {key}); }};
    for (const auto &operation : operations) {
        const auto error = errorOf(operation);
        COMPARE_KIND(error, ErrorKind::Refused);
        QVERIFY2(error->message.contains(reason), qPrintable(error->message));
        QCOMPARE(test::contentsOf(database()), before);
    }
}

void TestDigikam::theRootIsNoTarget()
{
    if (!isMariaDb())
        return; // there is no row for it
    load(u"digikam-mysql"_s);
    const auto error = errorOf([this] { test::mergeKeys(database(), {u"3"_s}, u"0"_s); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY(error->message.contains(u"the root of digiKam's tree"_s));
}

void TestDigikam::renames()
{
    QFETCH(const QString, preset);
    load(preset);
    const QStringList before = tree(preset);
    test::renameByKey(database(), u"6"_s, u"Paris"_s); // elsewhere in the tree
    QVERIFY(tags().contains(u"6|5|Paris"_s));
    QVERIFY(tags().contains(u"3|2|Paris"_s));
    QCOMPARE(tree(preset), before);
    const auto error = errorOf([this] { test::renameByKey(database(), u"6"_s, u"France"_s); });
    COMPARE_KIND(error, ErrorKind::Conflict);
}

void TestDigikam::aDryRunLeavesEveryTable()
{
    QFETCH(const QString, preset);
    load(preset);
    const QStringList before = test::contentsOf(database());
    const Receipt receipt = test::mergeKeys(database(), {u"1"_s, u"4"_s}, u"7"_s, true);
    QCOMPARE(receipt.childrenLifted, 1);
    QCOMPARE(test::deleteKeys(database(), {u"1"_s, u"6"_s}, true).tags, 2);
    QCOMPARE(test::renameByKey(database(), u"1"_s, u"Orte"_s, true).tags, 1);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestDigikam::saysThatMyIsamCannotRollBack()
{
    if (!isMariaDb())
        return; // SQLite has one engine
    load(u"digikam-mysql"_s);
    database().execute(u"ALTER TABLE TagsTree ENGINE = MyISAM"_s); // no part of the vocabulary
    const QStringList keys{u"TagProperties_Tags"_s, u"ImageTags_Tags"_s, u"ImageTags_Images"_s};
    for (const QString &key : keys) {
        database().execute(
            u"ALTER TABLE %1 DROP FOREIGN KEY %2"_s.arg(key.section(u'_', 0, 0), key));
    }
    for (const QString &table : {u"TagProperties"_s, u"ImageTags"_s})
        database().execute(u"ALTER TABLE %1 ENGINE = MyISAM"_s.arg(table));
    ScopedConnection connection(database().profile());
    QStringList found = findVocabulary(connection, u"Tags"_s).tablesWithoutRollback;
    found.sort();
    QCOMPARE(found, (QStringList{u"ImageTags"_s, u"TagProperties"_s}));
    const auto error = errorOf([this] { test::mergeKeys(database(), {u"6"_s}, u"3"_s); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"ImageTags"_s), qPrintable(error->message));
}

void TestDigikam::namesTheStepsOutside()
{
    load(test::digikamPresets().constFirst());
    const auto texts = [](const Receipt &receipt) {
        QStringList all;
        for (const AftercareStep &step : receipt.aftercare)
            all << step.text;
        return all.join(u'\n');
    };
    const QString merged = texts(test::mergeKeys(database(), {u"6"_s}, u"3"_s, true));
    QVERIFY(merged.contains(u"close it"_s));
    QVERIFY(merged.contains(u"Sync Metadata"_s)); // or the tag comes back from the files
    QVERIFY(merged.contains(u"Saved searches"_s));
    QVERIFY(!texts(test::renameByKey(database(), u"6"_s, u"x"_s, true)).contains(u"Saved"_s));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestDigikam)
#include "TestDigikam.moc"
