// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "WordPressTables.h"
#include "support/DatabaseTestCase.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** merge, and what rename and delete tell, in an application's tables with surrogate keys. */
class TestCliMerging : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void merge();
    void mergeAsText();
    void mergeDryRun();
    void mergeDryRunAsText();
    void mergeIntoItself();
    void mergeUnknown();
    void mergeProtected();
    void childrenAndRedirects();
    void aSheetTellsTheSame();
    void showSql();
    void namesTwice();
    void setByKey();
    void renameOntoAnother();
    void renameWithSlug();
    void deleteAsJson();

private:
    /** acts-as-taggable-on: the posts 1 to 4, and a counter that is wrong. */
    void createTaggings();
    /** WordPress, with categories: 1 Uncategorized (default), 2 Games, 3 Chess under 2, 4 Play. */
    void createCategories();
    /** Nextcloud, with two tags called "late". */
    void createSystemTags();
    QStringList state();
    static QJsonObject first(const CliRun &run, const QString &member)
    {
        return run.json().value(member).toArray().at(0).toObject();
    }
};

void TestCliMerging::createTaggings()
{
    const TestDatabase &db = database();
    db.execute(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR(190) NOT NULL UNIQUE, "
               "taggings_count INTEGER NOT NULL DEFAULT 0)"_s);
    db.execute(u"CREATE TABLE taggings (id INTEGER PRIMARY KEY, tag_id INTEGER, "
               "taggable_type VARCHAR(60), taggable_id INTEGER, tagger_type VARCHAR(60), "
               "tagger_id INTEGER, context VARCHAR(60), created_at DATETIME, UNIQUE (tag_id, "
               "taggable_id, taggable_type, context, tagger_id, tagger_type))"_s);
    db.execute(u"INSERT INTO tags VALUES (1, 'Python', 9), (2, 'python3', 2), (3, 'Py', 3), "
               "(4, 'Qt', 1)"_s);
    const QList<std::pair<int, int>> taggings = {{1, 1}, {2, 1}, {2, 2}, {3, 2},
                                                 {3, 3}, {3, 4}, {4, 3}};
    int id = 0;
    for (const auto &[tag, post] : taggings) {
        db.execute(u"INSERT INTO taggings (id, tag_id, taggable_type, taggable_id, context) "
                   "VALUES (%1, %2, 'Post', %3, 'tags')"_s.arg(++id)
                       .arg(tag)
                       .arg(post));
    }
    makeJournal(db);
}

void TestCliMerging::createCategories()
{
    const TestDatabase &db = database();
    createWordPressTables(db, u"wp_"_s);
    db.execute(u"INSERT INTO wp_options VALUES (1, 'default_category', '1')"_s);
    db.execute(u"INSERT INTO wp_terms VALUES (1, 'Uncategorized', 'uncategorized', 0), "
               "(2, 'Games', 'games', 0), (3, 'Chess', 'chess', 0), (4, 'Play', 'play', 0)"_s);
    db.execute(u"INSERT INTO wp_term_taxonomy VALUES (1, 1, 'category', '', 0, 0), "
               "(2, 2, 'category', '', 0, 1), (3, 3, 'category', '', 2, 0), "
               "(4, 4, 'category', '', 0, 0)"_s);
    db.execute(u"INSERT INTO wp_posts VALUES (10, 'One', 'publish', 'post')"_s);
    db.execute(u"INSERT INTO wp_term_relationships VALUES (10, 2, 0)"_s);
    makeJournal(db);
}

void TestCliMerging::createSystemTags()
{
    const TestDatabase &db = database();
    db.execute(u"CREATE TABLE oc_systemtag (id INTEGER PRIMARY KEY, name VARCHAR(64) NOT NULL, "
               "visibility SMALLINT NOT NULL, editable SMALLINT NOT NULL, "
               "UNIQUE (name, visibility, editable))"_s);
    db.execute(u"CREATE TABLE oc_systemtag_object_mapping (objectid VARCHAR(64) NOT NULL, "
               "objecttype VARCHAR(64) NOT NULL, systemtagid INTEGER NOT NULL, "
               "PRIMARY KEY (objecttype, objectid, systemtagid))"_s);
    db.execute(u"INSERT INTO oc_systemtag VALUES (1, 'late', 1, 1), (2, 'late', 1, 0), "
               "(3, 'urgent', 1, 1)"_s);
    db.execute(u"INSERT INTO oc_systemtag_object_mapping VALUES ('7', 'files', 2)"_s);
    makeJournal(db);
}

QStringList TestCliMerging::state()
{
    QStringList lines;
    const auto tags = database().rows(u"SELECT id, name, taggings_count FROM tags ORDER BY id"_s);
    const auto taggings =
        database().rows(u"SELECT tag_id, taggable_id FROM taggings ORDER BY taggable_id, tag_id"_s);
    for (const QStringList &row : tags + taggings)
        lines << row.join(u'|');
    return lines;
}

void TestCliMerging::merge()
{
    createTaggings();
    const CliRun run = CliSandbox().runOn(
        database(), {u"merge"_s, u"python3"_s, u"Py"_s, u"--into"_s, u"Python"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonObject receipt = run.json();
    QCOMPARE(receipt.value(u"kind"_s), QJsonValue(u"merge"_s));
    QCOMPARE(receipt.value(u"tags"_s), QJsonValue(2));
    QCOMPARE(receipt.value(u"dryRun"_s), QJsonValue(false));
    QCOMPARE(receipt.value(u"operation"_s).toString().size(), 36);
    const QJsonObject reference{{u"table"_s, u"taggings"_s},
                                {u"column"_s, u"tag_id"_s},
                                {u"moved"_s, 3},
                                {u"collapsed"_s, 2},
                                {u"removed"_s, 0}};
    QCOMPARE(receipt.value(u"references"_s), QJsonValue(QJsonArray{reference}));
    QCOMPARE(receipt.value(u"children"_s), QJsonValue(0));
    const QJsonObject counter{{u"tag"_s, u"Python"_s},
                              {u"column"_s, u"taggings_count"_s},
                              {u"before"_s, 9},
                              {u"after"_s, 4}};
    QCOMPARE(receipt.value(u"counters"_s), QJsonValue(QJsonArray{counter}));
    QVERIFY(receipt.value(u"warnings"_s).isArray());
    QVERIFY(receipt.value(u"redirects"_s).isArray());
    const QJsonObject step = first(run, u"aftercare"_s);
    QVERIFY2(!step.value(u"text"_s).toString().isEmpty(), run.report());
    QVERIFY(step.contains(u"command"_s));
    QVERIFY2(!first(run, u"changedObjects"_s).value(u"rows"_s).toArray().isEmpty(), run.report());
    QVERIFY(!receipt.contains(u"sql"_s) && !receipt.contains(u"samples"_s));
    QCOMPARE(state(), (QStringList{u"1|Python|4"_s, u"4|Qt|1"_s, u"1|1"_s, u"1|2"_s, u"1|3"_s,
                                   u"4|3"_s, u"1|4"_s}));
}

void TestCliMerging::mergeAsText()
{
    createTaggings();
    const CliRun run = CliSandbox().runOn(
        database(), {u"merge"_s, u"--into"_s, u"Python"_s, u"python3"_s, u"Py"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.startsWith(u"Merged 2 tags into \"Python\".\n"
                                "  taggings.tag_id: 3 moved, 2 collapsed\n"
                                "  taggings_count of \"Python\": 9 -> 4\n"_s),
             run.report());
    QVERIFY2(run.out.contains(u"To be done now:\n  "_s), run.report());
    QVERIFY2(run.out.contains(u"4 objects have other tags now; --json"_s), run.report());
}

void TestCliMerging::mergeDryRun()
{
    createTaggings();
    const QStringList before = state();
    const CliRun run = CliSandbox().runOn(database(), {u"merge"_s, u"python3"_s, u"--into"_s,
                                                       u"Python"_s, u"--dry-run"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY(run.json().value(u"operation"_s).isNull());
    QCOMPARE(run.json().value(u"dryRun"_s), QJsonValue(true));
    QCOMPARE(first(run, u"references"_s).value(u"moved"_s), QJsonValue(1));
    const QJsonObject sample = first(run, u"samples"_s);
    QCOMPARE(sample.value(u"table"_s), QJsonValue(u"taggings"_s));
    QCOMPARE(sample.value(u"rows"_s).toArray().at(0).toArray().size(),
             sample.value(u"columns"_s).toArray().size());
    QCOMPARE(state(), before);
}

void TestCliMerging::mergeDryRunAsText()
{
    createTaggings();
    const CliRun run = CliSandbox().runOn(
        database(), {u"merge"_s, u"python3"_s, u"--into"_s, u"Python"_s, u"--dry-run"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.startsWith(u"Would merge 1 tag into \"Python\"; nothing was changed.\n"_s),
             run.report());
    QVERIFY2(run.out.contains(u" from taggings:\n    id  tag_id  taggable_type  "_s), run.report());
    QVERIFY2(run.out.contains(u"  NULL"_s), run.report());
    QVERIFY2(run.out.contains(u"To be done afterwards:\n"_s), run.report());
    QVERIFY2(run.out.contains(u"would have other tags; --json"_s), run.report());
}

void TestCliMerging::mergeIntoItself()
{
    createTaggings();
    const QStringList before = state();
    const CliRun run = CliSandbox().runOn(
        database(), {u"merge"_s, u"Python"_s, u"--into"_s, u"Python"_s, u"--json"_s});
    QVERIFY2(run.status == 2 || run.status == 3, run.report());
    QVERIFY2(run.hasOneSentence(), run.report());
    QCOMPARE(state(), before);
}

void TestCliMerging::mergeUnknown()
{
    createTaggings();
    const QStringList before = state();
    for (const QStringList &names :
         {QStringList{u"Nope"_s, u"Python"_s}, QStringList{u"Python"_s, u"Nope"_s}}) {
        const CliRun run =
            CliSandbox().runOn(database(), {u"merge"_s, names.constFirst(), u"--into"_s,
                                            names.constLast(), u"--json"_s});
        COMPARE_STATUS(run, 1);
        QCOMPARE(run.errorKind(), u"missing"_s);
        QVERIFY2(run.err.contains(u"Nope"_s), run.report());
    }
    QCOMPARE(state(), before);
}

void TestCliMerging::mergeProtected()
{
    createCategories();
    const CliRun run =
        CliSandbox().runOn(database(), {u"--vocabulary"_s, u"category"_s, u"merge"_s,
                                        u"Uncategorized"_s, u"--into"_s, u"Play"_s, u"--json"_s});
    COMPARE_STATUS(run, 3);
    QCOMPARE(run.errorKind(), u"refused"_s);
    QVERIFY2(run.err.contains(u"default category"_s), run.report());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM wp_terms"_s), 4);
}

void TestCliMerging::childrenAndRedirects()
{
    createCategories();
    const QStringList merge = {u"--vocabulary"_s, u"category"_s, u"merge"_s,
                               u"Games"_s,        u"--into"_s,   u"Play"_s};
    const CliSandbox cli;
    const CliRun text = cli.runOn(database(), merge + QStringList{u"--dry-run"_s});
    COMPARE_STATUS(text, 0);
    QVERIFY2(text.out.contains(u"  1 child: another parent\n"_s), text.report());
    QVERIFY2(text.out.contains(u"1 address would change; --json"_s), text.report());
    QVERIFY2(text.out.contains(u"    wp cache flush\n"_s), text.report());

    const CliRun run = cli.runOn(database(), merge + QStringList{u"--json"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json().value(u"children"_s), QJsonValue(1));
    const QJsonObject redirect{{u"from"_s, u"games"_s}, {u"to"_s, u"play"_s}};
    QCOMPARE(run.json().value(u"redirects"_s), QJsonValue(QJsonArray{redirect}));
    QCOMPARE(database().number(u"SELECT parent FROM wp_term_taxonomy WHERE term_id = 3"_s), 4);
}

void TestCliMerging::aSheetTellsTheSame()
{
    createCategories();
    const QStringList command = {u"--vocabulary"_s, u"category"_s, u"import"_s, u"-"_s};
    const QByteArray sheet =
        "action,name,target\nmerge,Games,Chess\nmerge,Chess,Play\ndelete,Uncategorized,\n";
    const CliSandbox cli;
    const CliRun text = cli.runOn(database(), command + QStringList{u"--dry-run"_s}, sheet);
    COMPARE_STATUS(text, 4);
    QVERIFY2(text.out.contains(u"\nBeside the tags:\n  wp_term_relationships."_s), text.report());
    QVERIFY2(text.out.contains(u"2 addresses would change; --json"_s), text.report());
    QVERIFY2(text.out.count(u"    wp cache flush\n"_s) == 1, text.report());

    const CliRun run = cli.runOn(database(), command + QStringList{u"--json"_s}, sheet);
    COMPARE_STATUS(run, 4);
    QCOMPARE(run.json().value(u"merged"_s), QJsonValue(2));
    QCOMPARE(run.json().value(u"rejected"_s), QJsonValue(1));
    const QJsonArray redirects{QJsonObject{{u"from"_s, u"games"_s}, {u"to"_s, u"play"_s}},
                               QJsonObject{{u"from"_s, u"chess"_s}, {u"to"_s, u"play"_s}}};
    QCOMPARE(run.json().value(u"redirects"_s), QJsonValue(redirects));
    QCOMPARE(run.json().value(u"aftercare"_s).toArray().size(), 1);
    QCOMPARE(first(run, u"aftercare"_s).value(u"command"_s), QJsonValue(u"wp cache flush"_s));
    QVERIFY(run.json().value(u"warnings"_s).isArray());
    QVERIFY2(!first(run, u"changedObjects"_s).value(u"rows"_s).toArray().isEmpty(), run.report());
    QCOMPARE(database().column(u"SELECT name FROM wp_terms ORDER BY name"_s),
             (QStringList{u"Play"_s, u"Uncategorized"_s}));
}

void TestCliMerging::showSql()
{
    createTaggings();
    const CliSandbox cli;
    const QStringList merge = {u"merge"_s,  u"python3"_s,   u"--into"_s,
                               u"Python"_s, u"--dry-run"_s, u"--show-sql"_s};
    const CliRun json = cli.runOn(database(), merge + QStringList{u"--json"_s});
    COMPARE_STATUS(json, 0);
    const QJsonArray sql = json.json().value(u"sql"_s).toArray();
    QVERIFY2(!sql.isEmpty(), json.report());
    const CliRun text = cli.runOn(database(), merge);
    const QString shown = text.out.section(u"SQL:\n"_s, 1);
    QVERIFY2(shown.contains(u"UPDATE "_s) && shown.contains(u"DELETE "_s), text.report());
    QCOMPARE(shown.count(u'\n'), sql.size());
}

void TestCliMerging::namesTwice()
{
    createSystemTags();
    const CliSandbox cli;
    const CliRun twice =
        cli.runOn(database(), {u"merge"_s, u"late"_s, u"--into"_s, u"urgent"_s, u"--json"_s});
    COMPARE_STATUS(twice, 3);
    QVERIFY2(twice.err.contains(u"--by-key"_s), twice.report());

    const CliRun run =
        cli.runOn(database(), {u"merge"_s, u"2"_s, u"--into"_s, u"3"_s, u"--by-key"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.startsWith(u"Merged 1 tag into the tag with the key 3.\n"_s), run.report());
    QCOMPARE(database().column(u"SELECT id FROM oc_systemtag ORDER BY id"_s),
             (QStringList{u"1"_s, u"3"_s}));
    COMPARE_STATUS(cli.runOn(database(), {u"delete"_s, u"1"_s, u"--by-key"_s}), 0);
    COMPARE_STATUS(cli.runOn(database(), {u"rename"_s, u"3"_s, u"now"_s, u"--by-key"_s}), 0);
    QCOMPARE(database().column(u"SELECT name FROM oc_systemtag"_s), QStringList{u"now"_s});
}

void TestCliMerging::setByKey()
{
    createSystemTags();
    const CliSandbox cli;
    COMPARE_STATUS(cli.runOn(database(), {u"set"_s, u"late"_s, u"visibility=0"_s}), 3);
    COMPARE_STATUS(cli.runOn(database(), {u"set"_s, u"2"_s, u"visibility=0"_s, u"--by-key"_s}), 0);
    QCOMPARE(database().column(u"SELECT visibility FROM oc_systemtag ORDER BY id"_s),
             (QStringList{u"1"_s, u"0"_s, u"1"_s}));
}

void TestCliMerging::renameOntoAnother()
{
    createTaggings();
    const QStringList before = state();
    const CliRun run =
        CliSandbox().runOn(database(), {u"rename"_s, u"python3"_s, u"Python"_s, u"--json"_s});
    COMPARE_STATUS(run, 3);
    QCOMPARE(run.errorKind(), u"conflict"_s);
    QVERIFY2(run.err.contains(u"merge"_s) && run.hasOneSentence(), run.report());
    QCOMPARE(state(), before);
}

void TestCliMerging::renameWithSlug()
{
    createCategories();
    const CliSandbox cli;
    const auto slug = [this] {
        return database().column(u"SELECT slug FROM wp_terms WHERE term_id = 2"_s);
    };
    const auto rename = [&](const QStringList &arguments) {
        return cli.runOn(database(), QStringList{u"--vocabulary"_s, u"category"_s, u"rename"_s} +
                                         arguments + QStringList{u"--json"_s});
    };
    COMPARE_STATUS(rename({u"Games"_s, u"Board games"_s}), 0);
    QCOMPARE(slug(), QStringList{u"games"_s});
    const CliRun run = rename({u"Board games"_s, u"Old games"_s, u"--new-slug"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(slug(), QStringList{u"old-games"_s});
    const QJsonObject redirect{{u"from"_s, u"games"_s}, {u"to"_s, u"old-games"_s}};
    QCOMPARE(run.json().value(u"redirects"_s), QJsonValue(QJsonArray{redirect}));
}

void TestCliMerging::deleteAsJson()
{
    createTaggings();
    const CliRun run = CliSandbox().runOn(
        database(), {u"delete"_s, u"python3"_s, u"--with-taggings"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json().value(u"kind"_s), QJsonValue(u"delete"_s));
    const QJsonObject reference = first(run, u"references"_s);
    QCOMPARE(reference.value(u"moved"_s), QJsonValue(0));
    QCOMPARE(reference.value(u"removed"_s), QJsonValue(2));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM taggings"_s), 5);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliMerging)
#include "TestCliMerging.moc"
