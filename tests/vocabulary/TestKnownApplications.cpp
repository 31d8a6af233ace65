// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "vocabulary/CountUses.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/presets/ActsAsTaggableOnFixture.h"
#include "vocabulary/presets/DjangoTaggitFixture.h"
#include "vocabulary/presets/FlarumFixture.h"
#include "vocabulary/presets/MediaWikiFixture.h"
#include "vocabulary/presets/MinimalFixture.h"
#include "vocabulary/presets/SpatieFixture.h"
#include "vocabulary/presets/WordPressFixture.h"

#include <QTest>

#include <algorithm>
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

/** Known applications are recognised by their tables, whatever the prefix of these. */
class TestKnownApplications : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void areRecognised_data();
    void areRecognised();
    void nothingElseClaimsTheirTables_data() { areRecognised_data(); }
    void nothingElseClaimsTheirTables();
    void usesAreThoseOfTheData_data() { areRecognised_data(); }
    void usesAreThoseOfTheData();
    void standSideBySide();
    void similarTablesAreNone();

private:
    std::vector<Vocabulary> find()
    {
        ScopedConnection connection(database().profile());
        return findVocabularies(connection);
    }
};

namespace
{

QString conditions(const std::vector<ColumnValue> &values)
{
    QStringList texts;
    for (const ColumnValue &value : values)
        texts << value.column + u'=' + value.value.value_or(u"NULL"_s);
    return texts.join(u',');
}

/** Everything that a preset says about references, counters and scope, in one line. */
QString describe(const Vocabulary &vocabulary)
{
    QStringList parts{vocabulary.name + u':', vocabulary.table + u'.' + vocabulary.keyName,
                      vocabulary.nameName};
    if (!vocabulary.scope.empty())
        parts << u'[' + conditions(vocabulary.scope) + u']';
    for (const Reference &reference : vocabulary.references) {
        QStringList objects;
        for (const ObjectKey &object : reference.objects)
            objects << object.columns.join(u',') + (object.nullsAreEqual ? u""_s : u"!"_s);
        parts << (reference.role == ReferenceRole::Property ? u"owns "_s : u"<- "_s) +
                     reference.title() + u'(' + objects.join(u';') + u')';
    }
    for (const Counter &counter : vocabulary.counters)
        parts << u"# "_s + counter.column + u'(' + conditions(counter.objectWhere) + u')';
    if (vocabulary.hierarchy)
        parts << u"^ "_s + vocabulary.hierarchy->column;
    return parts.join(u' ');
}

QString wordPress(const QString &prefix, const QString &taxonomy, const QString &where)
{
    return u"%2: %1term_taxonomy.term_taxonomy_id name [taxonomy=%2] "
           "<- %1term_relationships.term_taxonomy_id(object_id) "
           "owns %1termmeta.term_id(meta_key) # count(%3) ^ parent"_s.arg(prefix, taxonomy, where);
}

QStringList wordPressWith(const QString &prefix)
{
    const QString posts = u"post_status=publish,post_type=post"_s;
    return {wordPress(prefix, u"post_tag"_s, posts), wordPress(prefix, u"category"_s, posts),
            wordPress(prefix, u"link_category"_s, {})};
}

QString flarumWith(const QString &prefix)
{
    return u"%1tags: %1tags.id name <- %1discussion_tag.tag_id(discussion_id) "
           "<- %1post_mentions_tag.mentions_tag_id(post_id) owns %1tag_user.tag_id(user_id) "
           "# discussion_count(hidden_at=NULL,is_private=0) ^ parent_id"_s.arg(prefix);
}

QString spatieOf(const QString &type, const QString &name)
{
    return u"%2: tags.id name [type=%1] <- taggables.tag_id(taggable_type,taggable_id)"_s.arg(type,
                                                                                              name);
}

std::vector<ApplicationCase> cases()
{
    using D = TestDatabase;
    return {
        {u"minimal"_s,
         [](const D &database) { test::loadMinimal(database); },
         {u"tags: tags.tag_id tag_id <- package_tags.tag_id(package)"_s}},
        {u"django-taggit"_s,
         [](const D &database) { test::loadDjangoTaggit(database); },
         {u"taggit_tag: taggit_tag.id name <- taggit_taggeditem.tag_id(content_type_id,object_id) "
          "<- library_taggedbook.tag_id(content_type_id,object_id)"_s}},
        {u"acts-as-taggable-on"_s,
         [](const D &database) { test::loadActsAsTaggableOn(database); },
         {u"tags: tags.id name <- taggings.tag_id(taggable_type,taggable_id,context,tagger_type,"
          "tagger_id,tenant) # taggings_count()"_s}},
        {u"wordpress"_s, [](const D &database) { test::loadWordPress(database); },
         wordPressWith(u"wp_"_s)},
        {u"wordpress"_s, [](const D &database) { test::loadWordPress(database, u"Blog2_"_s); },
         wordPressWith(u"Blog2_"_s)},
        {u"wordpress"_s, [](const D &database) { test::loadWordPress(database, u""_s); },
         wordPressWith(u""_s)},
        {u"mediawiki"_s,
         [](const D &database) { test::loadMediaWiki(database); },
         {u"change_tag_def: change_tag_def.ctd_id ctd_name "
          "<- change_tag.ct_tag_id(ct_rc_id!;ct_log_id!;ct_rev_id!) # ctd_count()"_s}},
        {u"flarum"_s,
         [](const D &database) { test::loadFlarum(database); },
         {flarumWith(QString())}},
        {u"flarum"_s,
         [](const D &database) { test::loadFlarum(database, u"forum_"_s); },
         {flarumWith(u"forum_"_s)}},
        {u"spatie-laravel-tags"_s,
         [](const D &database) { test::loadSpatie(database); },
         {spatieOf(u"NULL"_s, u"tags"_s), spatieOf(u"role"_s, u"role"_s)}},
    };
}

} // namespace

void TestKnownApplications::areRecognised_data()
{
    QTest::addColumn<int>("index");
    const std::vector<ApplicationCase> all = cases();
    for (size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s %zu", qPrintable(all[i].preset), i) << static_cast<int>(i);
}

void TestKnownApplications::areRecognised()
{
    QFETCH(const int, index);
    const ApplicationCase expected = cases()[static_cast<size_t>(index)];
    expected.load(database());
    QStringList found;
    const std::vector<Vocabulary> all = find();
    for (const Vocabulary &vocabulary : all) {
        if (vocabulary.preset == expected.preset)
            found << describe(vocabulary);
    }
    QCOMPARE(found, expected.vocabularies);
    QCOMPARE(all.front().preset, expected.preset);
    ScopedConnection connection(database().profile());
    QCOMPARE(findVocabulary(connection, all.front().name.toUpper()).preset, expected.preset);
}

void TestKnownApplications::nothingElseClaimsTheirTables()
{
    QFETCH(const int, index);
    const ApplicationCase expected = cases()[static_cast<size_t>(index)];
    expected.load(database());
    const std::vector<Vocabulary> all = find();
    QStringList own;
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

void TestKnownApplications::usesAreThoseOfTheData()
{
    QFETCH(const int, index);
    const ApplicationCase expected = cases()[static_cast<size_t>(index)];
    expected.load(database());
    qint64 uses = 0;
    const std::vector<Vocabulary> all = find();
    for (const Vocabulary &vocabulary : all) {
        if (vocabulary.preset != expected.preset)
            continue;
        ScopedConnection connection(database().profile());
        const UseCounts counts = countUses(connection, vocabulary);
        for (auto it = counts.byKey.constBegin(); it != counts.byKey.constEnd(); ++it)
            uses += counts.total(it.key());
    }
    QCOMPARE(uses, static_cast<qint64>(test::debtags().taggings.size()));
}

void TestKnownApplications::standSideBySide()
{
    test::loadWordPress(database(), u"wp_"_s);
    test::loadWordPress(database(), u"shop_"_s);
    test::loadFlarum(database(), u"forum_"_s);
    test::loadMediaWiki(database(), u"wiki_"_s);
    test::loadDjangoTaggit(database());
    QStringList tables;
    QStringList names;
    const std::vector<Vocabulary> all = find();
    for (const Vocabulary &vocabulary : all) {
        names << vocabulary.name;
        if (vocabulary.application.isEmpty())
            continue;
        tables << vocabulary.table;
        for (const Reference &reference : vocabulary.references) {
            if (vocabulary.preset != "django-taggit"_L1)
                QCOMPARE(reference.table.section(u'_', 0, 0), vocabulary.table.section(u'_', 0, 0));
        }
    }
    tables.sort();
    const QString shop = u"shop_term_taxonomy"_s;
    const QString blog = u"wp_term_taxonomy"_s;
    QCOMPARE(tables, (QStringList{u"forum_tags"_s, shop, shop, shop, u"taggit_tag"_s,
                                  u"wiki_change_tag_def"_s, blog, blog, blog}));
    const QStringList given = names;
    names.removeDuplicates();
    QCOMPARE(names, given); // each can be asked for by its own name
}

void TestKnownApplications::similarTablesAreNone()
{
    database().execute(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR(100) UNIQUE, "
                       "tag_id INTEGER)"_s);
    database().execute(u"CREATE TABLE taggings (id INTEGER PRIMARY KEY, tag_id INTEGER)"_s);
    const std::vector<Vocabulary> all = find();
    QVERIFY(std::none_of(all.begin(), all.end(), [](const Vocabulary &vocabulary) {
        return !vocabulary.application.isEmpty() || vocabulary.preset == "minimal"_L1;
    }));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestKnownApplications)
#include "TestKnownApplications.moc"
