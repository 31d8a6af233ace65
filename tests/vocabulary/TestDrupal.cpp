// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DrupalSteps.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/presets/DrupalFixture.h"
#include "vocabulary/presets/TagOperations.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Merge, rename and delete of Drupal's terms, with the rows written out. */
class TestDrupal : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init()
    {
        DatabaseTestCase::init();
        load();
    }
    void mergesTaggings();
    void mergesWhatBelongsToTheTerms();
    void mergesParents();
    void mergesIntoAChild();
    void mergesWithinARevision();
    void redirectsAddresses();
    void deletes();
    void deletesParents();
    void renames();
    void comparesNamesAsDrupalDoes();
    void otherVocabulariesAreOutOfReach();
    void aDryRunLeavesEveryTable();

private:
    void load();
    QStringList rows(const QString &sql) { return test::rowTexts(database(), sql); }
    /** "node: delta=term …" of the current values. */
    QStringList values(const QString &table = u"node__field_tags"_s)
    {
        return rows(
            u"SELECT entity_id, langcode, delta, field_tags_target_id FROM d_%1"_s.arg(table));
    }
    QStringList parents(const QString &table = u"taxonomy_term__parent"_s)
    {
        return rows(u"SELECT entity_id, delta, parent_target_id FROM d_%1 WHERE bundle = "
                    "'tags'"_s.arg(table));
    }
    Receipt merge(const QStringList &sources, const QString &target, bool dryRun = false)
    {
        return test::mergeKeys(database(), sources, target, dryRun, u"tags"_s);
    }
    /** In which tables, and how often, any of @p tids stands as a term or the parent of one. */
    QStringList remains(const QStringList &tids);
};

void TestDrupal::load()
{
    const QString prefix = u"d_"_s;
    test::createDrupal(database(), prefix);
    test::addDrupalNodes(database(), prefix,
                         {u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s, u"Five"_s});
    test::addDrupalTerms(database(), prefix, u"tags"_s,
                         {{u"1"_s, u"Music"_s},
                          {u"2"_s, u"Musik"_s},
                          {u"3"_s, u"Tunes"_s},
                          {u"4"_s, u"Jazz"_s},
                          {u"5"_s, u"Both"_s}},
                         {{u"4"_s, {u"2"_s}}, {u"5"_s, {u"2"_s, u"1"_s, u"3"_s}}});
    test::addDrupalTerms(database(), prefix, u"forums"_s,
                         {{u"11"_s, u"Music"_s}, {u"12"_s, u"Below"_s}}, {{u"12"_s, {u"11"_s}}});
    test::addDrupalTaggings(database(), prefix,
                            {{u"1"_s, u"1"_s, u"2"_s, u"4"_s},
                             {u"2"_s, u"2"_s, u"4"_s, u"3"_s},
                             {u"3"_s, u"3"_s},
                             {u"4"_s, u"11"_s, u"4"_s},
                             {u"5"_s, u"4"_s, u"5"_s}});
    // A term in a second language, with a field of its own; node 3 in that language, too.
    test::insertRows(
        database(), u"d_taxonomy_term_field_data"_s,
        u"tid, revision_id, vid, langcode, status, name, weight, changed, "
        "default_langcode"_s,
        {{u"2"_s, u"1002"_s, u"tags"_s, u"de"_s, u"1"_s, u"Klang"_s, u"0"_s, u"100"_s, u"0"_s},
         {u"1"_s, u"1001"_s, u"tags"_s, u"fr"_s, u"1"_s, u"Musique"_s, u"0"_s, u"100"_s, u"0"_s}});
    const QString field = u"bundle, entity_id, revision_id, langcode, delta, "_s;
    for (const QString &table :
         {u"d_taxonomy_term__field_note"_s, u"d_taxonomy_term_revision__field_note"_s}) {
        test::insertRows(database(), table, field + u"field_note_value"_s,
                         {{u"tags"_s, u"2"_s, u"1002"_s, u"en"_s, u"0"_s, u"a note"_s},
                          {u"tags"_s, u"2"_s, u"1002"_s, u"en"_s, u"1"_s, u"another"_s}});
    }
    test::insertRows(database(), u"d_node__field_tags"_s, field + u"field_tags_target_id"_s,
                     {{u"article"_s, u"3"_s, u"503"_s, u"de"_s, u"0"_s, u"2"_s}});
    test::insertRows(database(), u"d_node__field_image"_s, field + u"field_image_target_id"_s,
                     {{u"article"_s, u"1"_s, u"501"_s, u"en"_s, u"0"_s, u"2"_s}}); // a file
    test::insertRows(database(), u"d_path_alias"_s,
                     u"id, revision_id, uuid, langcode, path, alias, status"_s,
                     {{u"1"_s, u"1"_s, u"a"_s, u"en"_s, u"/taxonomy/term/1"_s, u"/music"_s, u"1"_s},
                      {u"2"_s, u"2"_s, u"b"_s, u"en"_s, u"/taxonomy/term/2"_s, u"/musik"_s, u"1"_s},
                      {u"3"_s, u"3"_s, u"c"_s, u"en"_s, u"/taxonomy/term/22"_s, u"/x"_s, u"1"_s}});
    test::insertRows(database(), u"d_path_alias_revision"_s,
                     u"id, revision_id, langcode, path, alias, status"_s,
                     {{u"2"_s, u"2"_s, u"en"_s, u"/taxonomy/term/2"_s, u"/musik"_s, u"1"_s},
                      {u"3"_s, u"3"_s, u"en"_s, u"/taxonomy/term/22"_s, u"/x"_s, u"1"_s}});
}

QStringList TestDrupal::remains(const QStringList &tids)
{
    const QStringList columns{
        u"taxonomy_term_data.tid"_s,
        u"taxonomy_term_field_data.tid"_s,
        u"taxonomy_term_revision.tid"_s,
        u"taxonomy_term_field_revision.tid"_s,
        u"taxonomy_term__parent.entity_id"_s,
        u"taxonomy_term__parent.parent_target_id"_s,
        u"taxonomy_term_revision__parent.entity_id"_s,
        u"taxonomy_term_revision__parent.parent_target_id"_s,
        u"taxonomy_term__field_note.entity_id"_s,
        u"taxonomy_term_revision__field_note.entity_id"_s,
        u"taxonomy_index.tid"_s,
        u"node__field_tags.field_tags_target_id"_s,
        u"node_revision__field_tags.field_tags_target_id"_s,
    };
    QStringList found;
    for (const QString &column : columns) {
        const qint64 count = database().number(u"SELECT COUNT(*) FROM d_%1 WHERE %2 IN (%3)"_s.arg(
            column.section(u'.', 0, 0), column.section(u'.', 1), tids.join(u',')));
        if (count > 0)
            found << u"%1: %2"_s.arg(column).arg(count);
    }
    return found;
}

void TestDrupal::mergesTaggings()
{
    const Receipt receipt = merge({u"2"_s, u"3"_s}, u"1"_s);
    const QStringList merged{u"1|en|0|1"_s, u"1|en|1|4"_s, u"2|en|0|1"_s,  u"2|en|1|4"_s,
                             u"3|de|0|1"_s, u"3|en|0|1"_s, u"4|en|0|11"_s, u"4|en|1|4"_s,
                             u"5|en|0|4"_s, u"5|en|1|5"_s};
    QCOMPARE(values(), merged);
    QStringList revisions = merged;
    revisions.removeOne(u"3|de|0|1"_s);
    QCOMPARE(values(u"node_revision__field_tags"_s), revisions);
    QCOMPARE(rows(u"SELECT nid, tid FROM d_taxonomy_index"_s),
             (QStringList{u"1|1"_s, u"1|4"_s, u"2|1"_s, u"2|4"_s, u"3|1"_s, u"4|11"_s, u"4|4"_s,
                          u"5|4"_s, u"5|5"_s}));
    QCOMPARE(
        test::countTexts(receipt).filter(u"d_node__field"_s),
        QStringList{u"d_node__field_tags.field_tags_target_id: moved 3, collapsed 2, removed 0"_s});
    QCOMPARE(database().number(u"SELECT field_image_target_id FROM d_node__field_image"_s), 2);
    QCOMPARE(remains({u"2"_s, u"3"_s}), QStringList());
    QCOMPARE(receipt.aftercare.front().command, u"drush cr"_s);
}

void TestDrupal::mergesWhatBelongsToTheTerms()
{
    merge({u"2"_s}, u"1"_s);
    QCOMPARE(
        rows(u"SELECT tid, revision_id, langcode, name, changed FROM "
             "d_taxonomy_term_field_data WHERE vid = 'tags'"_s),
        (QStringList{u"1|1001|en|Music|100"_s, u"1|1001|fr|Musique|100"_s, u"3|1003|en|Tunes|100"_s,
                     u"4|1004|en|Jazz|100"_s, u"5|1005|en|Both|100"_s}));
    QCOMPARE(rows(u"SELECT tid FROM d_taxonomy_term_data"_s),
             (QStringList{u"1"_s, u"11"_s, u"12"_s, u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(rows(u"SELECT tid FROM d_taxonomy_term_revision"_s),
             rows(u"SELECT tid FROM d_taxonomy_term_data"_s));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM d_taxonomy_term__field_note"_s), 0);
    QCOMPARE(remains({u"2"_s}), QStringList());
}

void TestDrupal::mergesParents()
{
    const Receipt receipt = merge({u"2"_s, u"3"_s}, u"1"_s);
    const QStringList expected{u"1|0|0"_s, u"4|0|1"_s, u"5|0|1"_s};
    QCOMPARE(parents(), expected);
    QCOMPARE(parents(u"taxonomy_term_revision__parent"_s), expected);
    QVERIFY(receipt.childrenLifted > 0);
    QCOMPARE(rows(u"SELECT entity_id, parent_target_id FROM d_taxonomy_term__parent WHERE bundle "
                  "= 'forums'"_s),
             (QStringList{u"11|0"_s, u"12|11"_s}));
}

void TestDrupal::mergesIntoAChild()
{
    merge({u"2"_s}, u"4"_s);
    const QStringList expected{u"1|0|0"_s, u"3|0|0"_s, u"4|0|0"_s,
                               u"5|0|4"_s, u"5|1|1"_s, u"5|2|3"_s};
    QCOMPARE(parents(), expected);
    QCOMPARE(parents(u"taxonomy_term_revision__parent"_s), expected);
    QCOMPARE(values().filter(u"1|en"_s), (QStringList{u"1|en|0|1"_s, u"1|en|1|4"_s}));
}

void TestDrupal::mergesWithinARevision()
{
    // An earlier revision of node 1 had both terms in another order, one of node 5 only a source.
    test::insertRows(database(), u"d_node_revision__field_tags"_s,
                     u"bundle, entity_id, revision_id, langcode, delta, field_tags_target_id"_s,
                     {{u"article"_s, u"1"_s, u"401"_s, u"en"_s, u"0"_s, u"2"_s},
                      {u"article"_s, u"1"_s, u"401"_s, u"en"_s, u"1"_s, u"1"_s},
                      {u"article"_s, u"1"_s, u"401"_s, u"en"_s, u"2"_s, u"3"_s},
                      {u"article"_s, u"5"_s, u"405"_s, u"en"_s, u"0"_s, u"3"_s}});
    merge({u"2"_s, u"3"_s}, u"1"_s);
    QCOMPARE(rows(u"SELECT entity_id, revision_id, delta, field_tags_target_id FROM "
                  "d_node_revision__field_tags WHERE revision_id < 500"_s),
             (QStringList{u"1|401|0|1"_s, u"5|405|0|1"_s}));
}

void TestDrupal::redirectsAddresses()
{
    const Receipt receipt = merge({u"2"_s}, u"1"_s);
    const std::vector<Redirect> expected{{u"/taxonomy/term/2"_s, u"/music"_s},
                                         {u"/musik"_s, u"/music"_s}};
    QVERIFY(receipt.redirects == expected);
    QCOMPARE(rows(u"SELECT id FROM d_path_alias"_s), (QStringList{u"1"_s, u"3"_s}));
    QCOMPARE(rows(u"SELECT id FROM d_path_alias_revision"_s), QStringList{u"3"_s});
    const Receipt deleted = test::deleteKeys(database(), {u"1"_s}, true, u"tags"_s);
    const std::vector<Redirect> ended{{u"/taxonomy/term/1"_s, u""_s}, {u"/music"_s, u""_s}};
    QVERIFY(deleted.redirects == ended);
}

void TestDrupal::deletes()
{
    const Receipt receipt = test::deleteKeys(database(), {u"1"_s, u"2"_s}, false, u"tags"_s);
    const QStringList left{u"1|en|0|4"_s,  u"2|en|0|4"_s, u"2|en|1|3"_s, u"3|en|0|3"_s,
                           u"4|en|0|11"_s, u"4|en|1|4"_s, u"5|en|0|4"_s, u"5|en|1|5"_s};
    QCOMPARE(values(), left);
    QCOMPARE(values(u"node_revision__field_tags"_s), left);
    QCOMPARE(remains({u"1"_s, u"2"_s}), QStringList());
    QCOMPARE(receipt.tags, 2);
    const auto error = errorOf([this] {
        test::operate(database(), u"tags"_s, false,
                      [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                          return deleteTags(connection, vocabulary, {{u"Tunes"_s}});
                      });
    });
    COMPARE_KIND(error, ErrorKind::Refused); // two nodes use it, however often it is repeated
    QVERIFY2(error->message.contains(u"2 in d_node__field_tags"_s), qPrintable(error->message));
    QVERIFY(!error->message.contains(u"taxonomy_index"_s));
}

void TestDrupal::deletesParents()
{
    test::deleteKeys(database(), {u"2"_s}, false, u"tags"_s);
    const QStringList expected{u"1|0|0"_s, u"3|0|0"_s, u"4|0|0"_s, u"5|0|1"_s, u"5|1|3"_s};
    QCOMPARE(parents(), expected);
    QCOMPARE(parents(u"taxonomy_term_revision__parent"_s), expected);
}

void TestDrupal::renames()
{
    test::renameByKey(database(), u"2"_s, u"Sound"_s, false, u"tags"_s);
    QCOMPARE(rows(u"SELECT tid, langcode, name FROM d_taxonomy_term_field_data WHERE tid = 2"_s),
             (QStringList{u"2|de|Klang"_s, u"2|en|Sound"_s})); // a translation has its own name
    QCOMPARE(rows(u"SELECT tid, name FROM d_taxonomy_term_field_revision WHERE tid < 3"_s),
             (QStringList{u"1|Music"_s, u"2|Sound"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM d_taxonomy_term_field_data WHERE changed > "
                               "100 AND tid = 2 AND langcode = 'en'"_s),
             1);
    QCOMPARE(
        database().number(u"SELECT COUNT(*) FROM d_taxonomy_term_field_data WHERE changed > 100"_s),
        1);
}

void TestDrupal::comparesNamesAsDrupalDoes()
{
    database().execute(u"UPDATE d_taxonomy_term_field_data SET name = 'ÄRGER' WHERE tid = 3"_s);
    const auto error =
        errorOf([this] { test::renameByKey(database(), u"1"_s, u"ärger"_s, false, u"tags"_s); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    test::renameByKey(database(), u"3"_s, u"Ärger"_s, false, u"tags"_s); // only the spelling
    QCOMPARE(database().column(u"SELECT name FROM d_taxonomy_term_field_data WHERE tid = 3"_s),
             QStringList{u"Ärger"_s});
}

void TestDrupal::otherVocabulariesAreOutOfReach()
{
    const QStringList before = test::contentsOf(database());
    const auto merged = errorOf([this] { merge({u"11"_s}, u"1"_s); });
    COMPARE_KIND(merged, ErrorKind::Missing);
    const auto named = errorOf([this] {
        test::operate(database(), u"forums"_s, false,
                      [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                          return mergeTags(connection, vocabulary, {{u"Jazz"_s}, u"Music"_s});
                      });
    });
    COMPARE_KIND(named, ErrorKind::Missing);
    QCOMPARE(test::contentsOf(database()), before);
    const QString forums = u"SELECT * FROM d_taxonomy_term_field_data WHERE vid = 'forums'"_s;
    const QStringList theirs = rows(forums);
    merge({u"2"_s, u"3"_s, u"4"_s, u"5"_s}, u"1"_s);
    QCOMPARE(rows(forums), theirs);
    QVERIFY(values().contains(u"4|en|0|11"_s));
}

void TestDrupal::aDryRunLeavesEveryTable()
{
    const QStringList before = test::contentsOf(database());
    QCOMPARE(merge({u"2"_s, u"3"_s}, u"1"_s, true).tags, 2);
    QCOMPARE(test::deleteKeys(database(), {u"2"_s}, true, u"tags"_s).tags, 1);
    QCOMPARE(test::renameByKey(database(), u"2"_s, u"Sound"_s, true, u"tags"_s).tags, 1);
    QCOMPARE(test::contentsOf(database()), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestDrupal)
#include "TestDrupal.moc"
