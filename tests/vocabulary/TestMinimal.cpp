// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/MinimalFixture.h"
#include "vocabulary/presets/PresetOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What merge, rename and delete do where the name is the key, row by row. */
class TestMinimal : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void merges();
    void equalByCollation();
    void renames();
    void deletes();
    void mergesDebtags();

private:
    QStringList taggings()
    {
        return test::select(database(), u"package, tag_id"_s, u"package_tags"_s);
    }
};

void TestMinimal::init()
{
    DatabaseTestCase::init();
    test::createPresetTables(database(), u"minimal"_s);
    database().insertTags({u"js"_s, u"JavaScript"_s, u"ecmascript"_s, u"Ruby"_s});
    test::insert(database(), u"package_tags"_s, u"package, tag_id"_s,
                 {u"a|js"_s, u"a|ecmascript"_s, u"b|js"_s, u"b|JavaScript"_s, u"c|ecmascript"_s,
                  u"c|Ruby"_s});
}

void TestMinimal::merges()
{
    const Receipt receipt =
        test::merge(database(), u"tags"_s, {u"js"_s, u"ecmascript"_s}, u"JavaScript"_s);
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"package_tags: moved 2, collapsed 2"_s}));
    QCOMPARE(taggings(),
             (QStringList{u"a|JavaScript"_s, u"b|JavaScript"_s, u"c|JavaScript"_s, u"c|Ruby"_s}));
    QCOMPARE(database().tags(), (QStringList{u"JavaScript"_s, u"Ruby"_s}));
}

/** On MariaDB "JS" is the tag js; SQLite tells them apart. */
void TestMinimal::equalByCollation()
{
    const QStringList before = test::contentsOf(database());
    const auto error = errorOf([this] {
        test::run(database(), u"tags"_s, MergeRequest{{u"JS"_s}, u"js"_s}, mergeTags);
    });
    COMPARE_KIND(error, isMariaDb() ? ErrorKind::Refused : ErrorKind::Missing);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestMinimal::renames()
{
    const Receipt receipt = test::rename(database(), u"tags"_s, u"js"_s, u"JS"_s);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"package_tags: moved 2"_s}));
    QCOMPARE(taggings(), (QStringList{u"a|JS"_s, u"a|ecmascript"_s, u"b|JS"_s, u"b|JavaScript"_s,
                                      u"c|Ruby"_s, u"c|ecmascript"_s}));
    COMPARE_KIND(errorOf([this] { test::rename(database(), u"tags"_s, u"JS"_s, u"Ruby"_s); }),
                 ErrorKind::Conflict);
}

void TestMinimal::deletes()
{
    const Receipt receipt = test::remove(database(), u"tags"_s, {u"js"_s, u"Ruby"_s});
    QCOMPARE(test::countsOf(receipt), (QStringList{u"package_tags: removed 3"_s}));
    QCOMPARE(taggings(), (QStringList{u"a|ecmascript"_s, u"b|JavaScript"_s, u"c|ecmascript"_s}));
}

void TestMinimal::mergesDebtags()
{
    database().execute(u"DROP TABLE package_tags"_s);
    database().execute(u"DROP TABLE tags"_s);
    test::loadMinimal(database());
    const QString either = u"SELECT COUNT(DISTINCT package) FROM package_tags WHERE tag_id IN "
                           "('role::program', 'interface::x11', 'use::gameplaying')"_s;
    const qint64 packages = database().number(either);
    test::merge(database(), u"tags"_s, {u"interface::x11"_s, u"use::gameplaying"_s},
                u"role::program"_s);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM package_tags WHERE tag_id = "
                               "'role::program'"_s),
             packages);
    QCOMPARE(database().number(either), packages);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMinimal)
#include "TestMinimal.moc"
