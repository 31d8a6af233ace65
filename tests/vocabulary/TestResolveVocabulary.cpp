// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ResolveVocabulary.h"

#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestResolveVocabulary : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void takesTheSpellingOfTheDatabase();
    void showsNamesOfASecondTable();
    void showsOneLocaleOfAName();
    void takesBinaryNamesAsText();
    void completesAReferenceOfTheMapping();
    void addsWhatIsDeclared();
    void aKeyOntoItselfIsTheHierarchy();
    void theHierarchyOfTheMappingStays();
    void namesTheTablesWithoutRollback();
    void refusesWhatIsNotThere_data();
    void refusesWhatIsNotThere();
    void leavesOutWhatAPresetMisses();
    void refusesAReferenceOfAnotherType_data();
    void refusesAReferenceOfAnotherType();
    void refusesNamesThatAreNumbers();
    void refusesAKeyThatIsNotUnique();

private:
    Vocabulary resolve(const VocabularyMapping &mapping, Lacking lacking = Lacking::Refuse);
    void createTopics();
    static VocabularyMapping topics();
};

Vocabulary TestResolveVocabulary::resolve(const VocabularyMapping &mapping, Lacking lacking)
{
    ScopedConnection connection(database().profile());
    return resolveVocabulary(readSchema(connection), mapping, lacking);
}

void TestResolveVocabulary::createTopics()
{
    test::createTable(database(), u"topics (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT "
                                  "NULL UNIQUE, kind VARCHAR(10))"_s);
}

VocabularyMapping TestResolveVocabulary::topics()
{
    VocabularyMapping mapping;
    mapping.name = u"Our topics"_s;
    mapping.preset = u"table"_s;
    mapping.table = u"topics"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    return mapping;
}

namespace
{

Reference reference(const QString &table, const QString &column)
{
    Reference reference;
    reference.table = table;
    reference.column = column;
    return reference;
}

QString columnNames(const Vocabulary &vocabulary)
{
    QStringList names;
    for (const Column &column : vocabulary.columns)
        names << (column.table.isEmpty() ? column.name : column.table + u'.' + column.name);
    return names.join(u' ');
}

QString titles(const Vocabulary &vocabulary)
{
    QStringList names;
    for (const Reference &each : vocabulary.references)
        names << each.title() + (each.target.isEmpty() ? QString() : u'>' + each.target);
    return names.join(u' ');
}

/** "object_id,object_type; log_id?", where ? says that NULL names nothing. */
QString objectsText(const Reference &reference)
{
    QStringList keys;
    for (const ObjectKey &key : reference.objects)
        keys << key.columns.join(u',') + (key.nullsAreEqual ? QString() : u"?"_s);
    keys.sort();
    return keys.join(u"; "_s);
}

} // namespace

void TestResolveVocabulary::takesTheSpellingOfTheDatabase()
{
    createTopics();
    test::createTable(database(), u"item (topic_id INTEGER, thing_id INTEGER)"_s);
    VocabularyMapping mapping = topics();
    mapping.table = u"TOPICS"_s;
    mapping.keyName = u"ID"_s;
    mapping.nameName = u"Name"_s;
    mapping.scope = {{u"KIND"_s, u"a"_s}};
    mapping.references = {reference(u"Item"_s, u"Topic_Id"_s)};
    const Vocabulary vocabulary = resolve(mapping);
    QCOMPARE(vocabulary.table, u"topics"_s);
    QCOMPARE(vocabulary.key().name, u"id"_s);
    QCOMPARE(vocabulary.key().type, ColumnType::Integer);
    QCOMPARE(vocabulary.nameField().name, u"name"_s);
    QCOMPARE(vocabulary.nameField().maxLength, 50);
    QVERIFY(!vocabulary.keyIsName());
    QCOMPARE(vocabulary.scope[0].column, u"kind"_s);
    QCOMPARE(titles(vocabulary), u"item.topic_id"_s);
    QCOMPARE(vocabulary.name, u"Our topics"_s);
}

void TestResolveVocabulary::showsNamesOfASecondTable()
{
    test::createTable(database(), u"terms (term_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50), "
                                  "slug VARCHAR(50))"_s);
    test::createTable(database(), u"taxonomy (id INTEGER NOT NULL PRIMARY KEY, term_id INTEGER NOT "
                                  "NULL, name VARCHAR(9), FOREIGN KEY (term_id) REFERENCES terms "
                                  "(term_id))"_s);
    VocabularyMapping mapping = topics();
    mapping.table = u"taxonomy"_s;
    mapping.nameTable = NameTable{u"terms"_s, u"term_id"_s, u"term_id"_s};
    mapping.slugColumn = u"SLUG"_s;
    const Vocabulary vocabulary = resolve(mapping);
    QCOMPARE(columnNames(vocabulary), u"id term_id name terms.name terms.slug"_s);
    QCOMPARE(vocabulary.nameColumn, 3); // not the column of the same name in its own table
    QCOMPARE(vocabulary.keyColumn, 0);
    QCOMPARE(vocabulary.slugColumn, u"slug"_s);
    QVERIFY(vocabulary.references.empty());
}

void TestResolveVocabulary::showsOneLocaleOfAName()
{
    createTopics();
    VocabularyMapping mapping = topics();
    mapping.nameLocale = u"fr"_s;
    const Vocabulary vocabulary = resolve(mapping);
    QCOMPARE(vocabulary.nameField().jsonKey, u"fr"_s);
    QCOMPARE(vocabulary.nameField().type, ColumnType::Text);
    QCOMPARE(vocabulary.nameField().maxLength, -1);
    QCOMPARE(vocabulary.key().jsonKey, QString());
}

void TestResolveVocabulary::takesBinaryNamesAsText()
{
    test::createTable(database(), u"topics (id INTEGER NOT NULL PRIMARY KEY, name VARBINARY(255) "
                                  "NOT NULL UNIQUE)"_s);
    const Vocabulary vocabulary = resolve(topics());
    QCOMPARE(vocabulary.nameField().type, ColumnType::Text);
    QCOMPARE(vocabulary.nameField().maxLength, 255);
    if (isMariaDb())
        QCOMPARE(vocabulary.nameField().collation, u"binary"_s);
}

void TestResolveVocabulary::completesAReferenceOfTheMapping()
{
    createTopics();
    test::createTable(database(),
                      u"item (id INTEGER PRIMARY KEY, topic_id INTEGER, other_id INTEGER NOT NULL, "
                      "FOREIGN KEY (topic_id) REFERENCES topics (id) ON UPDATE CASCADE ON DELETE "
                      "SET NULL)"_s);
    VocabularyMapping mapping = topics();
    mapping.references = {reference(u"item"_s, u"other_id"_s), reference(u"item"_s, u"topic_id"_s)};
    const Vocabulary vocabulary = resolve(mapping);
    QCOMPARE(titles(vocabulary), u"item.other_id item.topic_id"_s);
    const Reference &other = vocabulary.references[0];
    QVERIFY(!other.declared && !other.nullable);
    const Reference &topic = vocabulary.references[1];
    QVERIFY(topic.declared && topic.nullable);
    QCOMPARE(topic.onUpdate, ReferenceRule::Cascade);
    QCOMPARE(topic.onDelete, ReferenceRule::SetNull);
}

void TestResolveVocabulary::addsWhatIsDeclared()
{
    createTopics();
    test::createTable(database(),
                      u"a (topic_id INTEGER, FOREIGN KEY (topic_id) REFERENCES topics (id))"_s);
    test::createTable(database(),
                      u"b (topic VARCHAR(50), FOREIGN KEY (topic) REFERENCES topics (name))"_s);
    test::createTable(database(), u"tagsmith_change (topic_id INTEGER, FOREIGN KEY (topic_id) "
                                  "REFERENCES topics (id))"_s);
    VocabularyMapping mapping = topics();
    mapping.references = {reference(u"a"_s, u"topic_id"_s)};
    const Vocabulary vocabulary = resolve(mapping);
    QCOMPARE(titles(vocabulary), u"a.topic_id b.topic>name"_s);
    QCOMPARE(vocabulary.references[1].role, ReferenceRole::Tagging);
}

void TestResolveVocabulary::aKeyOntoItselfIsTheHierarchy()
{
    test::createTable(
        database(),
        u"topics (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) UNIQUE, alias_of INTEGER, "
        "parent_id INTEGER, FOREIGN KEY (alias_of) REFERENCES topics (id), FOREIGN KEY (parent_id) "
        "REFERENCES topics (id))"_s);
    const Vocabulary vocabulary = resolve(topics());
    QVERIFY(vocabulary.hierarchy.has_value());
    QCOMPARE(vocabulary.hierarchy->column, u"parent_id"_s);
    QCOMPARE(vocabulary.hierarchy->root, Cell());
    QVERIFY(vocabulary.references.empty());
}

void TestResolveVocabulary::theHierarchyOfTheMappingStays()
{
    test::createTable(database(),
                      u"topics (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) UNIQUE, up "
                      "INTEGER, down INTEGER, FOREIGN KEY (down) REFERENCES topics (id))"_s);
    test::createTable(database(),
                      u"tree (child INTEGER, up INTEGER, FOREIGN KEY (child) REFERENCES "
                      "topics (id), FOREIGN KEY (up) REFERENCES topics (id))"_s);
    VocabularyMapping mapping = topics();
    mapping.hierarchy = Hierarchy{u"up"_s, {}, u"0"_s};
    QVERIFY(resolve(mapping).hierarchy == mapping.hierarchy);
    mapping.hierarchy = Hierarchy{u"up"_s, {}, u"0"_s, u"tree"_s, u"child"_s};
    const Vocabulary vocabulary = resolve(mapping);
    QVERIFY(vocabulary.hierarchy == mapping.hierarchy);
    QVERIFY(vocabulary.references.empty()); // a tree of tags uses no tag
}

void TestResolveVocabulary::namesTheTablesWithoutRollback()
{
    createTopics();
    const QString engine = isMariaDb() ? u" ENGINE=MyISAM"_s : QString();
    database().execute(u"CREATE TABLE item (topic_id INTEGER, thing_id INTEGER)"_s + engine);
    database().execute(u"CREATE TABLE other (topic_id INTEGER)"_s + engine);
    VocabularyMapping mapping = topics();
    mapping.references = {reference(u"item"_s, u"topic_id"_s)};
    const Vocabulary vocabulary = resolve(mapping);
    QVERIFY(vocabulary.transactional);
    QCOMPARE(vocabulary.tablesWithoutRollback,
             isMariaDb() ? QStringList{u"item"_s} : QStringList());
}

void TestResolveVocabulary::refusesWhatIsNotThere_data()
{
    QTest::addColumn<VocabularyMapping>("mapping");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const auto &spoil, const QString &sentence) {
        VocabularyMapping mapping = topics();
        spoil(mapping);
        QTest::newRow(name) << mapping << sentence;
    };
    using Mapping = VocabularyMapping;
    row(
        "table", [](Mapping &mapping) { mapping.table = u"gone"_s; },
        u"There is no table \"gone\" in this database (any more); correct the mapping."_s);
    row(
        "key", [](Mapping &mapping) { mapping.keyName = u"gone"_s; },
        u"The table topics has no column \"gone\" (any more); correct the mapping."_s);
    row(
        "name", [](Mapping &mapping) { mapping.nameName = u"gone"_s; },
        u"The table topics has no column \"gone\" (any more); correct the mapping."_s);
    row(
        "scope",
        [](Mapping &mapping) {
            mapping.scope = {{u"gone"_s, u"x"_s}};
        },
        u"The table topics has no column \"gone\" (any more); correct the mapping."_s);
    row(
        "table of a reference",
        [](Mapping &mapping) { mapping.references = {reference(u"gone"_s, u"x"_s)}; },
        u"There is no table \"gone\" in this database (any more); correct the mapping."_s);
    row(
        "column of a reference",
        [](Mapping &mapping) { mapping.references = {reference(u"item"_s, u"gone"_s)}; },
        u"The table item has no column \"gone\" (any more); correct the mapping."_s);
    row(
        "counter",
        [](Mapping &mapping) {
            mapping.counters = {{u"uses"_s, u"item"_s, u"topic_id"_s}};
        },
        u"The table topics has no column \"uses\" (any more); correct the mapping."_s);
    row(
        "hierarchy", [](Mapping &mapping) { mapping.hierarchy = Hierarchy{u"up"_s}; },
        u"The table topics has no column \"up\" (any more); correct the mapping."_s);
}

void TestResolveVocabulary::refusesWhatIsNotThere()
{
    QFETCH(const VocabularyMapping, mapping);
    QFETCH(const QString, sentence);
    createTopics();
    test::createTable(database(), u"item (topic_id INTEGER, thing_id INTEGER)"_s);
    const auto error = errorOf([&] { resolve(mapping); });
    COMPARE_KIND(error, ErrorKind::Missing);
    QCOMPARE(error->message, sentence);
}

void TestResolveVocabulary::leavesOutWhatAPresetMisses()
{
    createTopics();
    test::createTable(database(),
                      u"item (topic_id INTEGER, thing_id INTEGER, context VARCHAR(9))"_s);
    VocabularyMapping mapping = topics();
    mapping.references = {reference(u"gone"_s, u"x"_s), reference(u"item"_s, u"topic_id"_s)};
    mapping.references[1].objects = {{{u"thing_id"_s, u"tenant"_s}, true}, {{u"gone"_s}, true}};
    mapping.counters = {{u"uses"_s, u"item"_s, u"topic_id"_s}};
    mapping.hierarchy = Hierarchy{u"up"_s};
    mapping.slugColumn = u"slug"_s;
    mapping.nameCompanions = {u"kind"_s, u"locale"_s};
    mapping.protections = {{u"is there"_s, {}, {{u"kind"_s, u"x"_s}}},
                           {u"is gone"_s, {}, {{u"gone"_s, u"x"_s}}}};
    const Vocabulary vocabulary = resolve(mapping, Lacking::LeaveOut);
    QCOMPARE(titles(vocabulary), u"item.topic_id"_s);
    QCOMPARE(objectsText(vocabulary.references[0]), u"thing_id"_s);
    QVERIFY(vocabulary.counters.empty());
    QVERIFY(!vocabulary.hierarchy);
    QCOMPARE(vocabulary.slugColumn, QString());
    QCOMPARE(vocabulary.nameCompanions, QStringList{u"kind"_s});
    QCOMPARE(vocabulary.protections.size(), size_t(1));
    QCOMPARE(vocabulary.protections[0].reason, u"is there"_s);
}

void TestResolveVocabulary::refusesAReferenceOfAnotherType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isText");
    QTest::addColumn<bool>("fits");
    QTest::newRow("number for number") << u"BIGINT"_s << false << true;
    QTest::newRow("text for number") << u"VARCHAR(20)"_s << false << false;
    QTest::newRow("bytes for number") << u"BLOB"_s << false << false;
    QTest::newRow("shorter text for text") << u"VARCHAR(5)"_s << true << true;
    QTest::newRow("number for text") << u"INTEGER"_s << true << false;
    QTest::newRow("bytes for text") << u"VARBINARY(50)"_s << true << false;
    QTest::newRow("time for text") << u"DATETIME"_s << true << false;
}

void TestResolveVocabulary::refusesAReferenceOfAnotherType()
{
    QFETCH(const QString, type);
    QFETCH(const bool, isText);
    QFETCH(const bool, fits);
    createTopics();
    test::createTable(database(), u"item (topic %1, thing_id INTEGER)"_s.arg(type));
    VocabularyMapping mapping = topics();
    mapping.references = {reference(u"item"_s, u"topic"_s)};
    if (isText)
        mapping.references[0].target = u"name"_s;
    const auto error = errorOf([&] { resolve(mapping); });
    if (fits) {
        QVERIFY(!error.has_value());
        return;
    }
    COMPARE_KIND(error, ErrorKind::Refused);
    const QString beginning = u"item.topic (%1"_s.arg(type.toLower());
    QVERIFY2(error->message.startsWith(beginning) ||
                 error->message.startsWith(u"item.topic (int(11)"_s),
             qPrintable(error->message));
    QVERIFY2(error->message.contains(isText ? u"topics.name"_s : u"topics.id"_s),
             qPrintable(error->message));
    QVERIFY(resolve(mapping, Lacking::LeaveOut).references.empty());
}

void TestResolveVocabulary::refusesNamesThatAreNumbers()
{
    test::createTable(database(),
                      u"topics (id INTEGER NOT NULL PRIMARY KEY, name INTEGER UNIQUE)"_s);
    const auto error = errorOf([&] { resolve(topics()); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.startsWith(u"topics.name (int"_s), qPrintable(error->message));
}

void TestResolveVocabulary::refusesAKeyThatIsNotUnique()
{
    test::createTable(database(), u"topics (id INTEGER NOT NULL, lang VARCHAR(5) NOT NULL, name "
                                  "VARCHAR(50), PRIMARY KEY (id, lang))"_s);
    const auto error = errorOf([&] { resolve(topics()); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.startsWith(u"topics.id cannot be the key of a tag"_s),
             qPrintable(error->message));
    VocabularyMapping oneLanguage = topics();
    oneLanguage.scope = {{u"lang"_s, u"de"_s}};
    QCOMPARE(resolve(oneLanguage).table, u"topics"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestResolveVocabulary)
#include "TestResolveVocabulary.moc"
