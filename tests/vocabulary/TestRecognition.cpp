// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecognisePresets.h"

#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/PresetFixture.h"
#include "vocabulary/TagTables.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestRecognition : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void recognisesEveryApplication_data();
    void recognisesEveryApplication();
    void anApplicationNeedsAllItsTables();
    void letterCaseDoesNotMatter();
    void tellsVersionsApart();
    void eachTaxonomyIsAVocabulary();
    void someVocabulariesAreThereWithoutTags();
    void eachInstallationIsFound();
    void aValueOfNullIsAVocabularyToo();
    void anEmptyTableIsAVocabularyToo();
    void showsTheMostFrequentLocale();
    void offersWhatBelongsToNoApplication();
    void choosesTheColumnThatPeopleRead_data();
    void choosesTheColumnThatPeopleRead();
    void putsTheLikeliestFirst();
    void savedMappingsComeFirst();
    void aSavedMappingTakesThePlaceOfAnother();
    void aSavedMappingThatDoesNotFitIsRefusedByName();

private:
    std::vector<Vocabulary> found(const std::vector<VocabularyMapping> &saved = {});
    QStringList names(const std::vector<VocabularyMapping> &saved = {});
    void createWordPress(const QString &prefix);
    void createSpatie();
};

std::vector<Vocabulary> TestRecognition::found(const std::vector<VocabularyMapping> &saved)
{
    ScopedConnection connection(database().profile());
    return findVocabularies(connection, saved);
}

QStringList TestRecognition::names(const std::vector<VocabularyMapping> &saved)
{
    QStringList list;
    const std::vector<Vocabulary> vocabularies = found(saved);
    for (const Vocabulary &vocabulary : vocabularies)
        list << vocabulary.preset + u':' + vocabulary.name;
    return list;
}

void TestRecognition::createWordPress(const QString &prefix)
{
    test::createPresetTables(database(), u"wordpress"_s, prefix);
    const QStringList taxonomies{u"post_tag"_s, u"category"_s, u"genre"_s, u"post_tag"_s};
    QList<QStringList> rows;
    for (const QString &taxonomy : taxonomies) {
        const QString id = QString::number(rows.size() + 1);
        rows << QStringList{id, id, taxonomy, u""_s};
    }
    test::insertRows(database(), prefix + u"term_taxonomy"_s,
                     u"term_taxonomy_id, term_id, taxonomy, description"_s, rows);
}

void TestRecognition::createSpatie()
{
    test::createPresetTables(database(), u"spatie-laravel-tags"_s);
}

namespace
{

VocabularyMapping savedMapping(const QString &name, const QString &table)
{
    VocabularyMapping mapping;
    mapping.name = name;
    mapping.preset = u"table"_s;
    mapping.table = table;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    return mapping;
}

QString numberedTable(const QString &name, const QString &more = {})
{
    return name + u" (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE"_s + more +
           u')';
}

} // namespace

void TestRecognition::recognisesEveryApplication_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("application");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reference");
    const auto row = [](const char *preset, const QString &prefix, const QString &application,
                        const QString &key, const QString &name, const QString &reference) {
        QTest::newRow(preset) << QString::fromLatin1(preset) << prefix << application << key << name
                              << reference;
    };
    row("minimal", {}, {}, u"tags.tag_id"_s, u"tag_id"_s, {});
    row("django-taggit", {}, u"django-taggit"_s, u"taggit_tag.id"_s, u"name"_s,
        u"taggit_taggeditem.tag_id"_s);
    row("acts-as-taggable-on", u"my_"_s, u"acts-as-taggable-on"_s, u"my_tags.id"_s, u"name"_s,
        u"my_taggings.tag_id"_s);
    row("nextcloud", u"oc_"_s, u"Nextcloud"_s, u"oc_systemtag.id"_s, u"name"_s,
        u"oc_systemtag_object_mapping.systemtagid"_s);
    row("mediawiki", u"mw_"_s, u"MediaWiki"_s, u"mw_change_tag_def.ctd_id"_s, u"ctd_name"_s,
        u"mw_change_tag.ct_tag_id"_s);
    row("flarum", u"fl_"_s, u"Flarum"_s, u"fl_tags.id"_s, u"name"_s, u"fl_discussion_tag.tag_id"_s);
    row("spatie-laravel-tags", {}, u"laravel-tags"_s, u"tags.id"_s, u"name"_s,
        u"taggables.tag_id"_s);
    if (isMariaDb()) {
        row("digikam-mysql", {}, u"digiKam"_s, u"Tags.id"_s, u"name"_s, u"ImageTags.tagid"_s);
        row("digikam-mysql-nested", {}, u"digiKam"_s, u"Tags.id"_s, u"name"_s,
            u"ImageTags.tagid"_s);
    } else {
        row("digikam-sqlite", {}, u"digiKam"_s, u"Tags.id"_s, u"name"_s, u"ImageTags.tagid"_s);
        row("calibre", {}, u"calibre"_s, u"tags.id"_s, u"name"_s, u"books_tags_link.tag"_s);
    }
}

void TestRecognition::recognisesEveryApplication()
{
    QFETCH(const QString, preset);
    QFETCH(const QString, prefix);
    QFETCH(const QString, application);
    QFETCH(const QString, key);
    QFETCH(const QString, name);
    QFETCH(const QString, reference);
    test::createPresetTables(database(), preset, prefix);
    const std::vector<Vocabulary> all = found();
    QVERIFY(!all.empty());
    const Vocabulary &vocabulary = all.front();
    QCOMPARE(vocabulary.preset, preset);
    QCOMPARE(vocabulary.application, application);
    QCOMPARE(vocabulary.table + u'.' + vocabulary.key().name, key);
    QCOMPARE(vocabulary.nameField().name, name);
    QCOMPARE(vocabulary.nameField().type, ColumnType::Text);
    QStringList references;
    for (const Reference &each : vocabulary.references)
        references << each.title();
    QVERIFY2(reference.isEmpty() || references.contains(reference),
             qPrintable(references.join(u' ')));
    // Its table is offered once.
    const auto count =
        std::count_if(all.begin(), all.end(), [&vocabulary](const Vocabulary &other) {
            return other.table == vocabulary.table;
        });
    QCOMPARE(count, 1);
}

void TestRecognition::anApplicationNeedsAllItsTables()
{
    createWordPress(u"wp_"_s);
    QCOMPARE(names().size(), 3);
    database().execute(u"DROP TABLE wp_term_relationships"_s);
    QCOMPARE(names(), QStringList{u"table:wp_options"_s}); // a table like any other
}

void TestRecognition::letterCaseDoesNotMatter()
{
    test::createTable(database(), u"TAGGIT_TAG (ID INTEGER NOT NULL PRIMARY KEY, NAME VARCHAR(100) "
                                  "NOT NULL UNIQUE, SLUG VARCHAR(100) NOT NULL UNIQUE)"_s);
    test::createTable(database(),
                      u"Taggit_TaggedItem (Id INTEGER NOT NULL PRIMARY KEY, Tag_Id "
                      "INTEGER NOT NULL, Content_Type_Id INTEGER, Object_Id INTEGER)"_s);
    const std::vector<Vocabulary> all = found();
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].preset, u"django-taggit"_s);
    QCOMPARE(all[0].table, u"TAGGIT_TAG"_s);
    QCOMPARE(all[0].references.at(0).title(), u"Taggit_TaggedItem.Tag_Id"_s);
}

void TestRecognition::tellsVersionsApart()
{
    if (!isMariaDb())
        return; // of digiKam's two databases only this one has had two shapes
    test::createPresetTables(database(), u"digikam-mysql"_s);
    QCOMPARE(names().value(0), u"digikam-mysql:Tags"_s);
    database().execute(u"ALTER TABLE Tags ADD lft INTEGER, ADD rgt INTEGER"_s);
    QCOMPARE(names().value(0), u"digikam-mysql-nested:Tags"_s);
}

void TestRecognition::eachTaxonomyIsAVocabulary()
{
    createWordPress(u"wp_"_s);
    const std::vector<Vocabulary> all = found();
    QCOMPARE(names(),
             (QStringList{u"wordpress:post_tag"_s, u"wordpress:category"_s, u"wordpress:genre"_s}));
    for (const Vocabulary &vocabulary : all) {
        QCOMPARE(vocabulary.table, u"wp_term_taxonomy"_s);
        QVERIFY((vocabulary.scope == std::vector<ColumnValue>{{u"taxonomy"_s, vocabulary.name}}));
        QCOMPARE(vocabulary.nameField().table, u"wp_terms"_s);
    }
    // What the preset says about one of them holds for that one.
    QCOMPARE(all[1].protections.at(0).reason, u"is the default category"_s);
    QCOMPARE(all[2].protections.at(0).reason, u"is the default term of its taxonomy"_s);
}

void TestRecognition::someVocabulariesAreThereWithoutTags()
{
    test::createPresetTables(database(), u"wordpress"_s, u"wp_"_s);
    QCOMPARE(names(), (QStringList{u"wordpress:post_tag"_s, u"wordpress:category"_s}));
}

void TestRecognition::eachInstallationIsFound()
{
    createWordPress(u"wp_"_s);
    createWordPress(u"wp_2_"_s);
    QStringList all = names();
    QCOMPARE(all.size(), 6);
    all.sort();
    // One keeps its names, the other has them with its table's.
    QStringList bare;
    QStringList others;
    for (const QString &name : std::as_const(all))
        (name.contains(u'.') ? others : bare) << name;
    QCOMPARE(bare,
             (QStringList{u"wordpress:category"_s, u"wordpress:genre"_s, u"wordpress:post_tag"_s}));
    QCOMPARE(others.size(), 3);
    ScopedConnection connection(database().profile());
    const QString other = others.at(2).section(u':', 1);
    QCOMPARE(findVocabulary(connection, other).table, other.section(u'.', 0, 0));
    QCOMPARE(other.section(u'.', 1), u"post_tag"_s);
}

void TestRecognition::aValueOfNullIsAVocabularyToo()
{
    createSpatie();
    test::insertRows(database(), u"tags"_s, u"id, name, slug, type"_s,
                     {{u"1"_s, u"{\"en\":\"a\"}"_s, u"{\"en\":\"a\"}"_s, u"colour"_s},
                      {u"2"_s, u"{\"en\":\"b\"}"_s, u"{\"en\":\"b\"}"_s, QString()}});
    const std::vector<Vocabulary> all = found();
    QCOMPARE(all.size(), size_t(2));
    QCOMPARE(all[0].name, u"tags"_s);
    QVERIFY((all[0].scope == std::vector<ColumnValue>{{u"type"_s, std::nullopt}}));
    QCOMPARE(all[1].name, u"colour"_s);
    QVERIFY((all[1].scope == std::vector<ColumnValue>{{u"type"_s, u"colour"_s}}));
}

void TestRecognition::anEmptyTableIsAVocabularyToo()
{
    createSpatie();
    QCOMPARE(names(), QStringList{u"spatie-laravel-tags:tags"_s});
    QCOMPARE(found()[0].nameField().jsonKey, u"en"_s);
}

void TestRecognition::showsTheMostFrequentLocale()
{
    createSpatie();
    const auto add = [this](int id, const QString &name) {
        test::insertRows(database(), u"tags"_s, u"id, name, slug"_s,
                         {{QString::number(id), name, u"{}"_s}});
    };
    add(1, u"{\"en\":\"cheese\",\"fr\":\"fromage\"}"_s);
    add(2, u"{ \"fr\": \"pain\" }"_s);
    add(3, u"{\"fr\":\"vin\",\"en\":\"wine\"}"_s);
    QCOMPARE(found()[0].nameField().jsonKey, u"fr"_s);
}

void TestRecognition::offersWhatBelongsToNoApplication()
{
    test::createPresetTables(database(), u"acts-as-taggable-on"_s);
    test::createTable(database(), numberedTable(u"brands"_s));
    test::createTable(database(), u"words (word VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(), u"logs (id INTEGER NOT NULL PRIMARY KEY, line VARCHAR(50))"_s);
    test::createTable(database(), numberedTable(u"tagsmith_operation"_s));
    QCOMPARE(names(),
             (QStringList{u"acts-as-taggable-on:tags"_s, u"table:brands"_s, u"minimal:words"_s}));
    const Vocabulary brands = found()[1];
    QCOMPARE(brands.key().name, u"id"_s);
    QCOMPARE(brands.nameField().name, u"name"_s);
    QCOMPARE(brands.application, QString());
}

void TestRecognition::choosesTheColumnThatPeopleRead_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("chosen"); // the key and the name
    QTest::newRow("slug last")
        << u"id INTEGER PRIMARY KEY, slug VARCHAR(9) UNIQUE, code VARCHAR(9) "
           "UNIQUE"_s
        << u"id code"_s;
    QTest::newRow("slug alone") << u"id INTEGER PRIMARY KEY, slug VARCHAR(9) UNIQUE"_s
                                << u"id slug"_s;
    QTest::newRow("name first") << u"id INTEGER PRIMARY KEY, code VARCHAR(9) UNIQUE, title "
                                   "VARCHAR(9) UNIQUE, name VARCHAR(9) UNIQUE"_s
                                << u"id name"_s;
    QTest::newRow("text key") << u"word VARCHAR(9) PRIMARY KEY, slug VARCHAR(9) UNIQUE"_s
                              << u"word word"_s;
    QTest::newRow("UUID key") << u"id CHAR(36) PRIMARY KEY, name VARCHAR(9) UNIQUE"_s
                              << u"id name"_s;
    QTest::newRow("unique together")
        << u"id INTEGER PRIMARY KEY, name VARCHAR(9), lang VARCHAR(9), "
           "UNIQUE (name, lang)"_s
        << QString();
    QTest::newRow("unique number") << u"id INTEGER PRIMARY KEY, name INTEGER UNIQUE"_s << QString();
    QTest::newRow("binary key") << u"id VARBINARY(16) PRIMARY KEY, name VARCHAR(9) UNIQUE"_s
                                << QString();
}

void TestRecognition::choosesTheColumnThatPeopleRead()
{
    QFETCH(const QString, columns);
    QFETCH(const QString, chosen);
    test::createTable(database(), u"things (%1)"_s.arg(columns));
    QStringList offered;
    const std::vector<Vocabulary> all = found();
    for (const Vocabulary &vocabulary : all)
        offered << vocabulary.key().name + u' ' + vocabulary.nameField().name;
    QCOMPARE(offered, chosen.isEmpty() ? QStringList() : QStringList{chosen});
}

void TestRecognition::putsTheLikeliestFirst()
{
    test::createTable(database(), numberedTable(u"alpha"_s));
    test::createTable(database(), numberedTable(u"brands"_s));
    test::createTable(database(), numberedTable(u"tags"_s));
    test::createTable(database(), numberedTable(u"used"_s));
    test::createTable(database(),
                      u"item (id INTEGER NOT NULL PRIMARY KEY, used_id INTEGER, FOREIGN "
                      "KEY (used_id) REFERENCES used (id))"_s);
    QCOMPARE(names(),
             (QStringList{u"table:tags"_s, u"table:used"_s, u"table:alpha"_s, u"table:brands"_s}));
}

void TestRecognition::savedMappingsComeFirst()
{
    test::createTable(database(), numberedTable(u"tags"_s));
    test::createTable(database(), numberedTable(u"brands"_s));
    const VocabularyMapping makers = savedMapping(u"Makers"_s, u"brands"_s);
    const VocabularyMapping gone = savedMapping(u"Gone"_s, u"gone"_s);
    QCOMPARE(names({gone, makers}),
             (QStringList{u"table:Makers"_s, u"table:tags"_s, u"table:brands"_s}));
    ScopedConnection connection(database().profile());
    const VocabularyChoice choice = chooseVocabulary(connection, {}, {gone, makers});
    QCOMPARE(choice.chosen.name, u"Makers"_s);
    QCOMPARE(choice.names, (QStringList{u"Makers"_s, u"tags"_s, u"brands"_s}));
}

void TestRecognition::aSavedMappingTakesThePlaceOfAnother()
{
    test::createTable(database(), numberedTable(u"tags"_s, u", label VARCHAR(50)"_s));
    VocabularyMapping corrected = savedMapping(u"Tags"_s, u"tags"_s);
    corrected.nameName = u"label"_s;
    const std::vector<Vocabulary> all = found({corrected});
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].nameField().name, u"label"_s);
}

void TestRecognition::aSavedMappingThatDoesNotFitIsRefusedByName()
{
    test::createTable(database(), numberedTable(u"tags"_s));
    ScopedConnection connection(database().profile());
    const std::vector<VocabularyMapping> saved{savedMapping(u"Gone"_s, u"gone"_s)};
    const auto error = errorOf([&] { chooseVocabulary(connection, u"gone"_s, saved); });
    COMPARE_KIND(error, ErrorKind::Missing);
    QCOMPARE(error->message,
             u"There is no table \"gone\" in this database (any more); correct the mapping."_s);
    QCOMPARE(chooseVocabulary(connection, {}, saved).chosen.name, u"tags"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRecognition)
#include "TestRecognition.moc"
