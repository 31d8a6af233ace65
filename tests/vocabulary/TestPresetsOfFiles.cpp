// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/FindVocabularies.h"

#include "support/DatabaseTestCase.h"
#include "vocabulary/CountTaggings.h"
#include "vocabulary/CountUses.h"
#include "vocabulary/TagTables.h"
#include "vocabulary/presets/CalibreFixture.h"
#include "vocabulary/presets/DigikamFixture.h"
#include "vocabulary/presets/DrupalFixture.h"
#include "vocabulary/presets/NextcloudFixture.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** An application with debtags in it, and the vocabularies that must be found there. */
struct ApplicationCase
{
    QString preset;
    std::function<void(const TestDatabase &)> load;
    QStringList vocabularies; ///< each as describe() tells it, in the order found
};

/** Applications that keep files, photographs, books and pages are recognised by their tables. */
class TestPresetsOfFiles : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void nothingElseClaimsItsTables_data() { recognises_data(); }
    void nothingElseClaimsItsTables();
    void usesAreThoseOfTheData_data() { recognises_data(); }
    void usesAreThoseOfTheData();
    void suggestsNothingMore_data() { recognises_data(); }
    void suggestsNothingMore();
    void tablesInLowerCase();
    void drupalWithoutItsIndex();
    void drupalFieldsWithLongNames();
    void drupalSettingsThatCannotBeRead();

private:
    std::vector<Vocabulary> find()
    {
        ScopedConnection connection(database().profile());
        return findVocabularies(connection);
    }
    std::vector<Vocabulary> ofPreset(const QString &preset)
    {
        std::vector<Vocabulary> found = find();
        std::erase_if(found, [&preset](const Vocabulary &one) { return one.preset != preset; });
        return found;
    }
};

namespace
{

/** What a preset says about keys, references and scope, in one line. */
QString describe(const Vocabulary &vocabulary)
{
    QStringList parts{vocabulary.name + u':', vocabulary.table + u'.' + vocabulary.keyName};
    parts << (QStringList{vocabulary.nameName} + vocabulary.nameCompanions).join(u'+');
    for (const ColumnValue &value : vocabulary.scope)
        parts << u"%1=%2"_s.arg(value.column, value.value.value_or(u"NULL"_s));
    for (const Reference &reference : vocabulary.references) {
        const bool isOwned = reference.role == ReferenceRole::Property;
        parts << u"%1 %2(%3)"_s.arg(isOwned ? u"owns"_s : u"<-"_s, reference.title(),
                                    reference.objects.front().columns.join(u','));
    }
    if (vocabulary.hierarchy)
        parts << u"^ "_s + vocabulary.hierarchy->column;
    return parts.join(u' ');
}

QString nextcloudWith(const QString &prefix)
{
    return u"%1systemtag: %1systemtag.id name+visibility+editable <- "
           "%1systemtag_object_mapping.systemtagid(objecttype,objectid) owns "
           "%1systemtag_group.systemtagid(gid)"_s.arg(prefix);
}

QStringList drupalWith(const QString &prefix)
{
    const QString vocabulary =
        u"%2: %1taxonomy_term_field_data.tid name default_langcode=1 vid=%2 owns "
        "%1taxonomy_index.tid(nid) <- "
        "%1node__field_tags.field_tags_target_id(entity_id,deleted,langcode) owns "
        "%1node_revision__field_tags.field_tags_target_id(entity_id,revision_id,deleted,langcode) "
        "^ parent_target_id"_s;
    return {vocabulary.arg(prefix, u"debtags"_s), vocabulary.arg(prefix, u"forums"_s)};
}

ApplicationCase digikam(const QString &preset)
{
    return {preset,
            [preset](const TestDatabase &database) { test::loadDigikam(database, preset); },
            {u"Tags: Tags.id name+pid <- ImageTags.tagid(imageid) owns "
             "ImageTagProperties.tagid(imageid,property,value) owns TagProperties.tagid(property) "
             "^ pid"_s}};
}

std::vector<ApplicationCase> cases()
{
    std::vector<ApplicationCase> all{
        {u"nextcloud"_s,
         [](const TestDatabase &database) { test::loadNextcloud(database); },
         {nextcloudWith(u"oc_"_s)}},
        {u"nextcloud"_s,
         [](const TestDatabase &database) { test::loadNextcloud(database, u"jvMDv_"_s); },
         {nextcloudWith(u"jvMDv_"_s)}},
        {u"drupal"_s, [](const TestDatabase &database) { test::loadDrupal(database); },
         drupalWith(u""_s)},
        {u"drupal"_s, [](const TestDatabase &database) { test::loadDrupal(database, u"d10_"_s); },
         drupalWith(u"d10_"_s)},
    };
    const QStringList presets = test::digikamPresets();
    for (const QString &preset : presets)
        all.push_back(digikam(preset));
    if (!TestDatabase::isMariaDb()) {
        all.push_back({u"calibre"_s,
                       [](const TestDatabase &database) { test::loadCalibre(database); },
                       {u"tags: tags.id name <- books_tags_link.tag(book)"_s}});
    }
    return all;
}

} // namespace

void TestPresetsOfFiles::recognises_data()
{
    QTest::addColumn<int>("index");
    const std::vector<ApplicationCase> all = cases();
    for (size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s %zu", qPrintable(all[i].preset), i) << static_cast<int>(i);
}

void TestPresetsOfFiles::recognises()
{
    QFETCH(const int, index);
    const ApplicationCase expected = cases()[static_cast<size_t>(index)];
    expected.load(database());
    QStringList found;
    const std::vector<Vocabulary> own = ofPreset(expected.preset);
    for (const Vocabulary &vocabulary : own)
        found << describe(vocabulary);
    QCOMPARE(found, expected.vocabularies);
    QCOMPARE(find().front().preset, expected.preset);
    ScopedConnection connection(database().profile());
    QCOMPARE(findVocabulary(connection, own.front().name.toUpper()).preset, expected.preset);
}

void TestPresetsOfFiles::nothingElseClaimsItsTables()
{
    QFETCH(const int, index);
    const ApplicationCase expected = cases()[static_cast<size_t>(index)];
    expected.load(database());
    QStringList own;
    const std::vector<Vocabulary> all = find();
    for (const Vocabulary &vocabulary : all) {
        if (vocabulary.preset != expected.preset)
            continue;
        own << vocabulary.table;
        for (const Reference &reference : vocabulary.references)
            own << reference.table;
    }
    for (const Vocabulary &vocabulary : all) {
        if (vocabulary.preset != expected.preset)
            QVERIFY2(!own.contains(vocabulary.table), qPrintable(vocabulary.table));
    }
}

void TestPresetsOfFiles::usesAreThoseOfTheData()
{
    QFETCH(const int, index);
    const ApplicationCase expected = cases()[static_cast<size_t>(index)];
    expected.load(database());
    qint64 uses = 0;
    const std::vector<Vocabulary> own = ofPreset(expected.preset);
    for (const Vocabulary &vocabulary : own) {
        ScopedConnection connection(database().profile());
        const UseCounts counts = countUses(connection, vocabulary);
        for (auto it = counts.byKey.constBegin(); it != counts.byKey.constEnd(); ++it)
            uses += counts.total(it.key());
    }
    QCOMPARE(uses, static_cast<qint64>(test::debtags().taggings.size()));
}

void TestPresetsOfFiles::suggestsNothingMore()
{
    QFETCH(const int, index);
    const ApplicationCase expected = cases()[static_cast<size_t>(index)];
    expected.load(database());
    ScopedConnection connection(database().profile());
    const Vocabulary vocabulary = findVocabulary(connection, {});
    QStringList suggested;
    for (const SuggestedReference &suggestion : vocabulary.suggestions)
        suggested << suggestion.reference.title();
    QCOMPARE(suggested, QStringList());
}

void TestPresetsOfFiles::tablesInLowerCase()
{
    if (!isMariaDb())
        return; // SQLite does not tell the cases of names apart
    for (const QString &preset : test::digikamPresets()) {
        database().build();
        test::createPresetTables(database(), preset);
        const QStringList tables = test::tablesOf(database());
        for (const QString &table : tables)
            database().execute(u"ALTER TABLE %1 RENAME TO %1_"_s.arg(table));
        for (const QString &table : tables)
            database().execute(u"ALTER TABLE %1_ RENAME TO %2"_s.arg(table, table.toLower()));
        const std::vector<Vocabulary> found = ofPreset(preset);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().table, u"tags"_s);
        QCOMPARE(found.front().references.front().table, u"imagetags"_s);
    }
}

void TestPresetsOfFiles::drupalWithoutItsIndex()
{
    test::loadDrupal(database());
    database().execute(u"DROP TABLE taxonomy_index"_s); // "maintain_index_table" is off
    database().execute(u"DROP TABLE node_revision__field_tags"_s);
    const std::vector<Vocabulary> found = ofPreset(u"drupal"_s);
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found.front().references.size(), size_t(1));
    QCOMPARE(found.front().references.front().table, u"node__field_tags"_s);
}

void TestPresetsOfFiles::drupalFieldsWithLongNames()
{
    test::loadDrupal(database());
    // Drupal shortens what is longer than 48 characters; the hash is of the field's UUID.
    const QString field = u"field_with_a_rather_long_name_01"_s;
    test::addDrupalField(database(), {}, field, u"taxonomy_term"_s, u"a_long_entity_type"_s);
    const QStringList tables{u"a_long_entity_type__ee7078a5ae"_s,
                             u"a_long_entity_type_r__ee7078a5ae"_s};
    for (const QString &table : tables) {
        database().execute(u"CREATE TABLE %1 (bundle VARCHAR(128), deleted INT, entity_id INT, "
                           "revision_id INT, langcode VARCHAR(32), delta INT, %2_target_id "
                           "INTEGER)"_s.arg(table, field));
    }
    QStringList found;
    const std::vector<Vocabulary> all = ofPreset(u"drupal"_s);
    for (const Reference &reference : all.front().references)
        found << reference.table;
    QCOMPARE(found, (QStringList{u"taxonomy_index"_s} + tables +
                     QStringList{u"node__field_tags"_s, u"node_revision__field_tags"_s}));
}

void TestPresetsOfFiles::drupalSettingsThatCannotBeRead()
{
    test::loadDrupal(database());
    const QStringList broken{u""_s, u"a:1:{s:4:\"uuid\";"_s, u"O:8:\"stdClass\":0:{}"_s,
                             u"s:99:\"short\";"_s, u"a:99999999999999999999:{}"_s};
    for (qsizetype i = 0; i < broken.size(); ++i) {
        test::insertRows(database(), u"config"_s, u"collection, name, data"_s,
                         {{u""_s, u"field.storage.node.broken%1"_s.arg(i), broken[i]}});
    }
    QCOMPARE(describe(ofPreset(u"drupal"_s).front()), drupalWith(u""_s).constFirst());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestPresetsOfFiles)
#include "TestPresetsOfFiles.moc"
