// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NextcloudSteps.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/NextcloudFixture.h"
#include "vocabulary/presets/TagOperations.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Merge, rename and delete of Nextcloud's system tags, with the rows written out. */
class TestNextcloud : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init()
    {
        DatabaseTestCase::init();
        load();
    }
    void mergesFilesAndGroups();
    void mergesOneOfTwoEqualNames();
    void tellsWhoseAccessChanges();
    void tellsOfRulesThatNameATag();
    void renames();
    void renamesOntoANameWithOtherAccess();
    void refusesATwinOfEqualAccess();
    void deletes();
    void refusesToDeleteWhatIsInUse();
    void aDryRunLeavesEveryTable_data();
    void aDryRunLeavesEveryTable();
    void anOlderVersionHasNoEtag();

private:
    void load();
    QStringList tags()
    {
        return test::rowTexts(database(),
                              u"SELECT id, name, visibility, editable, color FROM oc_systemtag"_s);
    }
    QStringList mappings()
    {
        return test::rowTexts(
            database(),
            u"SELECT objectid, objecttype, systemtagid FROM oc_systemtag_object_mapping"_s);
    }
    QStringList groups()
    {
        return test::rowTexts(database(), u"SELECT systemtagid, gid FROM oc_systemtag_group"_s);
    }
    QString etag(int tag)
    {
        return database()
            .column(u"SELECT etag FROM oc_systemtag WHERE id = %1"_s.arg(tag))
            .constFirst();
    }
};

void TestNextcloud::load()
{
    test::createPresetTables(database(), u"nextcloud"_s, u"oc_"_s);
    test::insertRows(database(), u"oc_systemtag"_s, u"id, name, visibility, editable, etag"_s,
                     {{u"1"_s, u"invoice"_s, u"1"_s, u"1"_s, u"a"_s},
                      {u"2"_s, u"Invoices"_s, u"1"_s, u"1"_s, u"b"_s},
                      {u"3"_s, u"bill"_s, u"1"_s, u"0"_s, u"c"_s},
                      {u"4"_s, u"invoice"_s, u"0"_s, u"0"_s, u"d"_s},
                      {u"5"_s, u"unused"_s, u"1"_s, u"1"_s, QString()}});
    test::insertRows(database(), u"oc_systemtag_object_mapping"_s,
                     u"objectid, objecttype, systemtagid"_s,
                     {{u"10"_s, u"files"_s, u"1"_s},
                      {u"10"_s, u"files"_s, u"2"_s},
                      {u"11"_s, u"files"_s, u"2"_s},
                      {u"11"_s, u"files"_s, u"3"_s},
                      {u"12"_s, u"files"_s, u"3"_s},
                      {u"12"_s, u"deck-card"_s, u"2"_s},
                      {u"13"_s, u"files"_s, u"4"_s}});
    test::insertRows(
        database(), u"oc_systemtag_group"_s, u"systemtagid, gid"_s,
        {{u"1"_s, u"staff"_s}, {u"3"_s, u"staff"_s}, {u"3"_s, u"boss"_s}, {u"4"_s, u"boss"_s}});
    test::insertRows(database(), u"oc_flow_checks"_s, u"class, operator, value, hash"_s,
                     {{u"OCA\\WorkflowEngine\\Check\\FileSystemTags"_s, u"is"_s, u"2"_s, u"x"_s},
                      {u"OCA\\WorkflowEngine\\Check\\FileSize"_s, u"less"_s, u"3"_s, u"y"_s}});
    test::insertRows(database(), u"oc_retention"_s, u"tag_id, time_unit, time_amount"_s,
                     {{u"3"_s, u"1"_s, u"1"_s}, {u"3"_s, u"2"_s, u"1"_s}});
}

void TestNextcloud::mergesFilesAndGroups()
{
    const Receipt receipt = test::mergeKeys(database(), {u"2"_s, u"3"_s}, u"1"_s);
    QCOMPARE(tags(), (QStringList{u"1|invoice|1|1|NULL"_s, u"4|invoice|0|0|NULL"_s,
                                  u"5|unused|1|1|NULL"_s}));
    QCOMPARE(mappings(), (QStringList{u"10|files|1"_s, u"11|files|1"_s, u"12|deck-card|1"_s,
                                      u"12|files|1"_s, u"13|files|4"_s}));
    QCOMPARE(groups(), (QStringList{u"1|boss"_s, u"1|staff"_s, u"4|boss"_s}));
    QCOMPARE(
        test::countTexts(receipt),
        (QStringList{u"oc_systemtag_object_mapping.systemtagid: moved 3, collapsed 2, removed 0"_s,
                     u"oc_systemtag_group.systemtagid: moved 1, collapsed 1, removed 0"_s}));
    QCOMPARE(receipt.tags, 2);
    QVERIFY(etag(1) != u"a"_s); // clients look at the tag again
    QCOMPARE(etag(1).size(), 32);
    QCOMPARE(etag(4), u"d"_s);
    QCOMPARE(receipt.aftercare.size(), size_t(1));
}

void TestNextcloud::mergesOneOfTwoEqualNames()
{
    test::mergeKeys(database(), {u"4"_s}, u"1"_s);
    QCOMPARE(mappings().filter(u"|4"_s), QStringList());
    QVERIFY(mappings().contains(u"13|files|1"_s));
    const auto error = errorOf([this] {
        test::operate(database(), {}, false,
                      [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                          return mergeTags(connection, vocabulary, {{u"invoice"_s}, u"invoice"_s});
                      });
    });
    COMPARE_KIND(error, ErrorKind::Refused); // by now there is but one of the name
}

void TestNextcloud::tellsWhoseAccessChanges()
{
    const Receipt receipt = test::mergeKeys(database(), {u"2"_s, u"3"_s, u"4"_s}, u"1"_s, true);
    const QStringList access = receipt.warnings.filter(u"other people"_s);
    QCOMPARE(access.size(), 2);
    QVERIFY(access[0].contains(u"“bill” is restricted, but “invoice” is public"_s));
    QVERIFY(access[1].contains(u"“invoice” is invisible, but “invoice” is public"_s));
}

void TestNextcloud::tellsOfRulesThatNameATag()
{
    const Receipt merged = test::mergeKeys(database(), {u"2"_s, u"3"_s}, u"1"_s, true);
    QCOMPARE(merged.warnings.filter(u"by its number"_s).size(), 2);
    QVERIFY(merged.warnings.filter(u"1 flow rule names “Invoices” by its number 2"_s).size() == 1);
    QVERIFY(merged.warnings.filter(u"2 retention rules name “bill” by its number 3"_s).size() == 1);
    QCOMPARE(test::deleteKeys(database(), {u"3"_s}, true).warnings.filter(u"by its"_s).size(), 1);
    QCOMPARE(test::deleteKeys(database(), {u"5"_s}, true).warnings, QStringList());
    database().execute(u"DROP TABLE oc_retention"_s); // without the app that made it
    QCOMPARE(test::deleteKeys(database(), {u"3"_s}, true).warnings, QStringList());
}

void TestNextcloud::renames()
{
    const Receipt receipt = test::renameByKey(database(), u"2"_s, u"receipt"_s);
    QVERIFY(tags().contains(u"2|receipt|1|1|NULL"_s));
    QCOMPARE(tags().size(), 5);
    QCOMPARE(mappings().filter(u"|2"_s).size(), 3);
    QVERIFY(etag(2) != u"b"_s);
    QCOMPARE(etag(1), u"a"_s);
    QCOMPARE(receipt.warnings, QStringList());
}

void TestNextcloud::renamesOntoANameWithOtherAccess()
{
    const Receipt receipt = test::renameByKey(database(), u"3"_s, u"invoice"_s);
    QCOMPARE(
        tags().filter(u"|invoice|"_s),
        (QStringList{u"1|invoice|1|1|NULL"_s, u"3|invoice|1|0|NULL"_s, u"4|invoice|0|0|NULL"_s}));
    QCOMPARE(receipt.warnings.filter(u"called “invoice”"_s).size(), 1);
}

void TestNextcloud::refusesATwinOfEqualAccess()
{
    const QStringList before = test::contentsOf(database());
    const auto error = errorOf([this] { test::renameByKey(database(), u"2"_s, u"invoice"_s); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestNextcloud::deletes()
{
    const Receipt receipt = test::deleteKeys(database(), {u"3"_s, u"5"_s});
    QCOMPARE(tags(), (QStringList{u"1|invoice|1|1|NULL"_s, u"2|Invoices|1|1|NULL"_s,
                                  u"4|invoice|0|0|NULL"_s}));
    QCOMPARE(mappings(), (QStringList{u"10|files|1"_s, u"10|files|2"_s, u"11|files|2"_s,
                                      u"12|deck-card|2"_s, u"13|files|4"_s}));
    QCOMPARE(groups(), (QStringList{u"1|staff"_s, u"4|boss"_s}));
    QCOMPARE(receipt.tags, 2);
}

void TestNextcloud::refusesToDeleteWhatIsInUse()
{
    const auto error = errorOf([this] {
        test::operate(database(), {}, false,
                      [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                          return deleteTags(connection, vocabulary,
                                            {{u"3"_s}, false, false, TagAddress::Key});
                      });
    });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY(error->message.contains(u"2 in oc_systemtag_object_mapping"_s));
    QVERIFY(!error->message.contains(u"group"_s)); // that is no use
}

void TestNextcloud::aDryRunLeavesEveryTable_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *operation : {"merge", "rename", "delete"})
        QTest::newRow(operation) << QString::fromLatin1(operation);
}

void TestNextcloud::aDryRunLeavesEveryTable()
{
    QFETCH(const QString, operation);
    const QStringList before = test::contentsOf(database());
    if (operation == u"merge"_s)
        QCOMPARE(test::mergeKeys(database(), {u"2"_s, u"3"_s}, u"1"_s, true).tags, 2);
    else if (operation == u"rename"_s)
        QCOMPARE(test::renameByKey(database(), u"2"_s, u"receipt"_s, true).tags, 1);
    else
        QCOMPARE(test::deleteKeys(database(), {u"2"_s}, true).tags, 1);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestNextcloud::anOlderVersionHasNoEtag()
{
    database().execute(u"ALTER TABLE oc_systemtag DROP COLUMN etag"_s);
    database().execute(u"ALTER TABLE oc_systemtag DROP COLUMN color"_s);
    test::mergeKeys(database(), {u"2"_s}, u"1"_s);
    test::renameByKey(database(), u"1"_s, u"receipt"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT id, name FROM oc_systemtag WHERE id < 3"_s),
             QStringList{u"1|receipt"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestNextcloud)
#include "TestNextcloud.moc"
