// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/PresetOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What merge, rename and delete do in django-taggit, row by row. */
class TestDjangoTaggit : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void mergesInEveryThroughTable();
    void anOldInstallationWithoutUniqueKey();
    void neverMergesATagIntoItself();
    void renamesAndKeepsTheSlug();
    void aNewSlugGetsTheApplicationsSuffix();
    void deletes();

private:
    QStringList items()
    {
        return test::select(database(), u"id, content_type_id, object_id, tag_id"_s,
                            u"taggit_taggeditem"_s);
    }
    QStringList books()
    {
        return test::select(database(), u"id, content_type_id, object_id, tag_id"_s,
                            u"library_taggedbook"_s);
    }
    QStringList tags() { return test::select(database(), u"id, name, slug"_s, u"taggit_tag"_s); }
};

void TestDjangoTaggit::init()
{
    DatabaseTestCase::init();
    test::createPresetTables(database(), u"django-taggit"_s);
    test::insert(database(), u"django_content_type"_s, u"id, app_label, model"_s,
                 {u"1|blog|post"_s, u"2|shop|item"_s});
    test::insert(
        database(), u"taggit_tag"_s, u"id, name, slug"_s,
        {u"1|Test|test"_s, u"2|testing|testing"_s, u"3|tests|tests"_s, u"4|Other|other"_s});
    test::insert(database(), u"taggit_taggeditem"_s, u"id, content_type_id, object_id, tag_id"_s,
                 {u"1|1|1|1"_s, u"2|1|1|3"_s, u"3|1|2|1"_s, u"4|1|2|2"_s, u"5|2|2|1"_s,
                  u"6|1|3|2"_s, u"7|1|3|4"_s});
    test::insert(
        database(), u"library_taggedbook"_s, u"id, content_type_id, object_id, tag_id"_s,
        {u"1|1|aaaaaaaa|1"_s, u"2|1|aaaaaaaa|3"_s, u"3|1|bbbbbbbb|3"_s, u"4|1|bbbbbbbb|2"_s});
}

void TestDjangoTaggit::mergesInEveryThroughTable()
{
    const Receipt receipt =
        test::merge(database(), u"taggit_tag"_s, {u"tests"_s, u"Test"_s}, u"testing"_s);
    QCOMPARE(test::countsOf(receipt), (QStringList{u"taggit_taggeditem: moved 2, collapsed 2"_s,
                                                   u"library_taggedbook: moved 1, collapsed 2"_s}));
    QCOMPARE(items(),
             (QStringList{u"1|1|1|2"_s, u"4|1|2|2"_s, u"5|2|2|2"_s, u"6|1|3|2"_s, u"7|1|3|4"_s}));
    QCOMPARE(books(), (QStringList{u"1|1|aaaaaaaa|2"_s, u"4|1|bbbbbbbb|2"_s}));
    QCOMPARE(tags(), (QStringList{u"2|testing|testing"_s, u"4|Other|other"_s}));
    QCOMPARE(test::redirectsOf(receipt), (QStringList{u"tests → testing"_s, u"test → testing"_s}));
}

void TestDjangoTaggit::anOldInstallationWithoutUniqueKey()
{
    if (isMariaDb()) {
        database().execute(
            u"ALTER TABLE taggit_taggeditem ADD KEY by_type (content_type_id), DROP "
            "KEY taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq"_s);
    } else {
        database().execute(
            u"DROP INDEX taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq"_s);
    }
    test::insert(database(), u"taggit_taggeditem"_s, u"id, content_type_id, object_id, tag_id"_s,
                 {u"8|1|1|1"_s, u"9|1|4|3"_s, u"10|1|4|3"_s});
    const Receipt receipt =
        test::merge(database(), u"taggit_tag"_s, {u"tests"_s, u"Test"_s}, u"testing"_s);
    QCOMPARE(test::countsOf(receipt).constFirst(), u"taggit_taggeditem: moved 3, collapsed 4"_s);
    QCOMPARE(items(), (QStringList{u"1|1|1|2"_s, u"4|1|2|2"_s, u"5|2|2|2"_s, u"6|1|3|2"_s,
                                   u"7|1|3|4"_s, u"9|1|4|2"_s}));
}

void TestDjangoTaggit::neverMergesATagIntoItself()
{
    const QStringList before = test::contentsOf(database());
    COMPARE_KIND(errorOf([this] {
                     test::run(database(), u"taggit_tag"_s,
                               MergeRequest{{u"testing"_s, u"testing"_s}, u"testing"_s}, mergeTags);
                 }),
                 ErrorKind::Refused);
    QCOMPARE(test::contentsOf(database()), before);
    const Receipt receipt =
        test::merge(database(), u"taggit_tag"_s, {u"testing"_s, u"Other"_s}, u"testing"_s);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(tags(), (QStringList{u"1|Test|test"_s, u"2|testing|testing"_s, u"3|tests|tests"_s}));
    QCOMPARE(items().constLast(), u"6|1|3|2"_s);
}

void TestDjangoTaggit::renamesAndKeepsTheSlug()
{
    const QStringList before = items();
    test::rename(database(), u"taggit_tag"_s, u"testing"_s, u"Quality"_s);
    QCOMPARE(tags().at(1), u"2|Quality|testing"_s);
    QCOMPARE(items(), before);
    COMPARE_KIND(
        errorOf([this] { test::rename(database(), u"taggit_tag"_s, u"Quality"_s, u"Other"_s); }),
        ErrorKind::Conflict);
}

void TestDjangoTaggit::aNewSlugGetsTheApplicationsSuffix()
{
    const Receipt receipt =
        test::rename(database(), u"taggit_tag"_s, u"Other"_s, u"Tests!"_s, true);
    QCOMPARE(tags().constLast(), u"4|Tests!|tests_1"_s);
    QCOMPARE(test::redirectsOf(receipt), (QStringList{u"other → tests_1"_s}));
}

void TestDjangoTaggit::deletes()
{
    const Receipt receipt = test::remove(database(), u"taggit_tag"_s, {u"tests"_s, u"Test"_s});
    QCOMPARE(test::countsOf(receipt),
             (QStringList{u"taggit_taggeditem: removed 4"_s, u"library_taggedbook: removed 3"_s}));
    QCOMPARE(items(), (QStringList{u"4|1|2|2"_s, u"6|1|3|2"_s, u"7|1|3|4"_s}));
    QCOMPARE(books(), (QStringList{u"4|1|bbbbbbbb|2"_s}));
    QCOMPARE(tags(), (QStringList{u"2|testing|testing"_s, u"4|Other|other"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestDjangoTaggit)
#include "TestDjangoTaggit.moc"
