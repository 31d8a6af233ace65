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

/** inspect: the vocabularies found, and what is known about them. */
class TestCliInspect : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void inspect();
    void inspectApplication();
    void inspectSuggests();
    void inspectOneVocabulary();
    void inspectEmptyDatabase();
};

void TestCliInspect::inspect()
{
    database().createMinimalTable();
    database().execute(u"CREATE TABLE post_tags (post INT NOT NULL, tag VARCHAR(190) NOT NULL, "
                       "PRIMARY KEY (post, tag), "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id) ON UPDATE CASCADE)"_s);
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonArray found = run.json().value(u"vocabularies"_s).toArray();
    QCOMPARE(found.size(), 1);
    const QJsonObject tags = found.at(0).toObject();
    QCOMPARE(tags.value(u"name"_s), QJsonValue(u"tags"_s));
    QCOMPARE(tags.value(u"preset"_s), QJsonValue(u"minimal"_s));
    QCOMPARE(tags.value(u"table"_s), QJsonValue(u"tags"_s));
    QCOMPARE(tags.value(u"key"_s), QJsonValue(u"tag_id"_s));
    QCOMPARE(tags.value(u"nameColumn"_s), QJsonValue(u"tag_id"_s));
    QCOMPARE(tags.value(u"counters"_s), QJsonValue(QJsonArray()));
    const QJsonArray objects = {
        QJsonObject{{u"columns"_s, QJsonArray{u"post"_s}}, {u"nullsAreEqual"_s, true}}};
    const QJsonObject reference{{u"table"_s, u"post_tags"_s}, {u"column"_s, u"tag"_s},
                                {u"role"_s, u"tagging"_s},    {u"declared"_s, true},
                                {u"target"_s, u"tag_id"_s},   {u"objects"_s, objects},
                                {u"scope"_s, QJsonObject()}};
    QCOMPARE(tags.value(u"references"_s), QJsonValue(QJsonArray{reference}));
    QCOMPARE(tags.value(u"application"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(tags.value(u"scope"_s), QJsonValue(QJsonObject()));
    QCOMPARE(tags.value(u"hierarchy"_s), QJsonValue(QJsonValue::Null));
    QCOMPARE(tags.value(u"suggestions"_s), QJsonValue(QJsonArray()));
    const QJsonObject column = tags.value(u"columns"_s).toArray().at(0).toObject();
    QCOMPARE(column.value(u"name"_s), QJsonValue(u"tag_id"_s));
    QCOMPARE(column.value(u"type"_s), QJsonValue(u"text"_s));
    QVERIFY(column.contains(u"nullable"_s));

    const CliRun text = cli.runOn(database(), {u"inspect"_s});
    COMPARE_STATUS(text, 0);
    QVERIFY2(text.out.contains(u"key: tag_id"_s) && text.out.contains(u"post_tags.tag"_s),
             text.report());
}

void TestCliInspect::inspectApplication()
{
    createWordPressTables(database(), u"my_"_s);
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QJsonObject tags;
    const QJsonArray found = run.json().value(u"vocabularies"_s).toArray();
    for (const QJsonValue &each : found) {
        if (each.toObject().value(u"scope"_s) == (QJsonObject{{u"taxonomy"_s, u"category"_s}}))
            tags = each.toObject();
    }
    QCOMPARE(tags.value(u"application"_s), QJsonValue(u"WordPress"_s));
    QCOMPARE(tags.value(u"preset"_s), QJsonValue(u"wordpress"_s));
    QCOMPARE(tags.value(u"name"_s), QJsonValue(u"category"_s));
    QCOMPARE(tags.value(u"nameTable"_s), QJsonValue(u"my_terms"_s));
    QCOMPARE(tags.value(u"slugColumn"_s), QJsonValue(u"slug"_s));
    const QJsonArray counters = tags.value(u"counters"_s).toArray();
    QCOMPARE(counters.at(0).toObject().value(u"column"_s), QJsonValue(u"count"_s));
    const QJsonObject hierarchy{{u"table"_s, u"my_term_taxonomy"_s}, {u"column"_s, u"parent"_s}};
    QCOMPARE(tags.value(u"hierarchy"_s), QJsonValue(hierarchy));
    QVERIFY2(!tags.value(u"protected"_s).toArray().isEmpty(), run.report());

    const CliRun text = cli.runOn(database(), {u"inspect"_s});
    for (const auto &part :
         {u"category (WordPress)\n"_s, u"only rows where: taxonomy = category\n"_s,
          u"name: name of my_terms\n"_s, u"slug: slug\n"_s, u"parent: parent\n"_s,
          u"    my_term_relationships.term_taxonomy_id ("_s, u"    count counts "_s,
          u"    a tag that is the default category (merge, delete)\n"_s})
        QVERIFY2(text.out.contains(part), qPrintable(part + text.out));
}

void TestCliInspect::inspectSuggests()
{
    database().execute(u"CREATE TABLE labels (id INTEGER PRIMARY KEY, "
                       "name VARCHAR(100) NOT NULL UNIQUE)"_s);
    database().execute(u"CREATE TABLE notes (note INTEGER PRIMARY KEY, label_id INTEGER NULL)"_s);
    database().execute(u"INSERT INTO labels VALUES (1, 'urgent'), (2, 'late')"_s);
    database().execute(u"INSERT INTO notes VALUES (10, 1), (11, 2), (12, 2)"_s);
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonObject labels = run.json().value(u"vocabularies"_s).toArray().at(0).toObject();
    QCOMPARE(labels.value(u"table"_s), QJsonValue(u"labels"_s));
    QCOMPARE(labels.value(u"references"_s), QJsonValue(QJsonArray()));
    const QJsonObject suggestion = labels.value(u"suggestions"_s).toArray().at(0).toObject();
    QCOMPARE(suggestion.value(u"table"_s), QJsonValue(u"notes"_s));
    QCOMPARE(suggestion.value(u"column"_s), QJsonValue(u"label_id"_s));
    QVERIFY(!suggestion.value(u"reason"_s).toString().isEmpty());

    const CliRun text = cli.runOn(database(), {u"inspect"_s});
    QVERIFY2(text.out.contains(u"not followed:\n    notes.label_id: "_s), text.report());
}

void TestCliInspect::inspectOneVocabulary()
{
    database().execute(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, "
                       "name VARCHAR(100) NOT NULL UNIQUE)"_s);
    database().execute(u"CREATE TABLE labels (label VARCHAR(50) PRIMARY KEY)"_s);
    database().execute(u"INSERT INTO tags VALUES (1, 'Python'), (2, 'Qt')"_s);
    database().execute(u"CREATE TABLE notes (note INTEGER PRIMARY KEY, tag_id INTEGER NULL)"_s);
    database().execute(u"INSERT INTO notes VALUES (10, 1), (11, 2), (12, 2)"_s);
    const CliSandbox cli;
    const CliRun run =
        cli.runOn(database(), {u"--vocabulary"_s, u"tags"_s, u"inspect"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonArray found = run.json().value(u"vocabularies"_s).toArray();
    QCOMPARE(found.size(), 1);
    const QJsonArray suggestions = found.at(0).toObject().value(u"suggestions"_s).toArray();
    QCOMPARE(suggestions.at(0).toObject().value(u"table"_s), QJsonValue(u"notes"_s));
    const CliRun wrong = cli.runOn(database(), {u"--vocabulary"_s, u"none"_s, u"inspect"_s});
    COMPARE_STATUS(wrong, 1);
}

void TestCliInspect::inspectEmptyDatabase()
{
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json(), (QJsonObject{{u"vocabularies"_s, QJsonArray()}}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliInspect)
#include "TestCliInspect.moc"
