// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/FindVocabularies.h"

#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/CreateVocabulary.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestFindVocabularies : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void findsAMinimalTableOfAnotherProgram();
    void findsTheDefaultTableThatItMade();
    void makesTheDefaultTableOnce();
    void putsTheDefaultTableFirst();
    void picksByNameWithoutLetterCase();
    void ignoresItsOwnTablesAndViews();
    void refusesWhatIsNoVocabulary_data();
    void refusesWhatIsNoVocabulary();
    void tellsTheFactsOfEachColumn();
    void tellsTheCollationOfTheKey();
    void theKeyDecidesWhichNamesAreEqual();
    void findsReferencesWithTheirRules();
    void ignoresForeignKeysThatDoNotHoldATag();
    void followsAForeignKeyOntoAnotherColumn();
    void knowsThatMyIsamCannotRollBack();

private:
    std::vector<Vocabulary> found();
    QStringList foundNames();
    Vocabulary only();
};

std::vector<Vocabulary> TestFindVocabularies::found()
{
    ScopedConnection connection(database().profile());
    return findVocabularies(connection);
}

QStringList TestFindVocabularies::foundNames()
{
    QStringList names;
    const auto vocabularies = found();
    for (const Vocabulary &vocabulary : vocabularies)
        names << vocabulary.name;
    return names;
}

Vocabulary TestFindVocabularies::only()
{
    ScopedConnection connection(database().profile());
    return findVocabulary(connection, {});
}

void TestFindVocabularies::findsAMinimalTableOfAnotherProgram()
{
    database().createMinimalTable();
    QCOMPARE(foundNames(), QStringList{u"tags"_s});
    const Vocabulary vocabulary = only();
    QCOMPARE(vocabulary.preset, u"minimal"_s);
    QCOMPARE(vocabulary.table, u"tags"_s);
    QCOMPARE(vocabulary.columns.size(), size_t(1));
    QCOMPARE(vocabulary.key().name, u"tag_id"_s);
    QCOMPARE(vocabulary.nameField().name, u"tag_id"_s);
    QCOMPARE(vocabulary.key().type, ColumnType::Text);
    QCOMPARE(vocabulary.key().declaredType, u"varchar(190)"_s);
    QCOMPARE(vocabulary.key().maxLength, 190);
    QVERIFY(vocabulary.transactional);
    QVERIFY(vocabulary.references.empty());
}

void TestFindVocabularies::findsTheDefaultTableThatItMade()
{
    {
        ScopedConnection connection(database().profile());
        QVERIFY(createVocabulary(connection, false));
    }
    const Vocabulary vocabulary = only();
    QStringList columns;
    for (const Column &column : vocabulary.columns)
        columns << column.name;
    QCOMPARE(columns, (QStringList{u"tag_id"_s, u"description"_s, u"category"_s, u"color"_s}));
    QVERIFY(vocabulary.key().isRequired());
    for (size_t i = 1; i < vocabulary.columns.size(); ++i)
        QVERIFY(!vocabulary.columns[i].isRequired());
    QCOMPARE(vocabulary.key().collation, test::bytewise());
    // A program that knows only of tag_id goes on working.
    database().insertTags({u"Python"_s});
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

void TestFindVocabularies::makesTheDefaultTableOnce()
{
    ScopedConnection connection(database().profile());
    QVERIFY(createVocabulary(connection, true));
    QVERIFY(findVocabularies(connection).empty());
    QVERIFY(createVocabulary(connection, false));
    QVERIFY(!createVocabulary(connection, false));
    QVERIFY(!createVocabulary(connection, true));
}

void TestFindVocabularies::putsTheDefaultTableFirst()
{
    test::createTable(database(), u"keywords (word VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(), u"topics (topic VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    database().createMinimalTable();
    QCOMPARE(foundNames(), (QStringList{u"tags"_s, u"keywords"_s, u"topics"_s}));
}

void TestFindVocabularies::picksByNameWithoutLetterCase()
{
    test::createTable(database(), u"keywords (word VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(), u"topics (topic VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    ScopedConnection connection(database().profile());
    QCOMPARE(findVocabulary(connection, u"Topics"_s).table, u"topics"_s);
    QCOMPARE(findVocabulary(connection, {}).table, u"keywords"_s);
}

void TestFindVocabularies::ignoresItsOwnTablesAndViews()
{
    test::createTable(database(), u"tagsmith_operation (id VARCHAR(36) NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(), u"words (word VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    database().execute(u"CREATE VIEW tags AS SELECT word AS tag_id FROM words"_s);
    QCOMPARE(foundNames(), QStringList{u"words"_s});
}

void TestFindVocabularies::refusesWhatIsNoVocabulary_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QString()
                             << u"This database has no table of tags; \"tagsmith init "
                                "--create-table\" makes one."_s;
    QTest::newRow("no key") << u"tags (name VARCHAR(50))"_s
                            << u"The table tags has no primary key, so that its rows cannot be "
                               "told apart; give it one on the column with the names."_s;
    QTest::newRow("key of two columns")
        << u"tags (name VARCHAR(50) NOT NULL, lang VARCHAR(2) NOT NULL, PRIMARY KEY (name, lang))"_s
        << u"The table tags cannot be used: its primary key (name, lang) is not one column; choose "
           "another table."_s;
    QTest::newRow("names that are not unique")
        << u"tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL)"_s
        << u"The table tags cannot be used: none of its text columns is unique, so that a name "
           "does not say which row is meant; give the column with the names a unique key, or "
           "choose another table."_s;
}

void TestFindVocabularies::refusesWhatIsNoVocabulary()
{
    QFETCH(const QString, table);
    QFETCH(const QString, sentence);
    if (!table.isEmpty())
        test::createTable(database(), table);
    QCOMPARE(foundNames(), QStringList());
    const auto error = errorOf([this] { only(); });
    COMPARE_KIND(error, ErrorKind::NoVocabulary);
    QCOMPARE(error->message, sentence);

    ScopedConnection connection(database().profile());
    const auto other = errorOf([&connection] { findVocabulary(connection, u"labels"_s); });
    COMPARE_KIND(other, ErrorKind::NoVocabulary);
    QVERIFY(other->message.contains(u"labels"_s));
}

void TestFindVocabularies::tellsTheFactsOfEachColumn()
{
    const QString slug = isMariaDb() ? u"slug VARCHAR(20) CHARACTER SET latin1 NOT NULL"_s
                                     : u"slug VARCHAR(20) NOT NULL"_s;
    test::createTable(
        database(),
        u"tags (tag_id VARCHAR(40) NOT NULL PRIMARY KEY, note TEXT, uses INTEGER NOT "
        "NULL DEFAULT 0, weight DECIMAL(5,2), ratio DOUBLE, made DATETIME, icon BLOB, "_s +
            slug + u", shouted VARCHAR(40) GENERATED ALWAYS AS (UPPER(tag_id)) VIRTUAL)"_s);
    const Vocabulary vocabulary = only();
    const auto facts = [&vocabulary](const QString &name) {
        const Column &column = vocabulary.columns.at(static_cast<size_t>(vocabulary.indexOf(name)));
        QStringList words;
        static const QStringList types{u"text"_s, u"integer"_s, u"real"_s, u"time"_s, u"binary"_s};
        words << types.at(static_cast<int>(column.type)) << QString::number(column.maxLength);
        if (column.isRequired())
            words << u"required"_s;
        if (column.nullable)
            words << u"nullable"_s;
        if (column.generated)
            words << u"generated"_s;
        return words.join(u' ');
    };
    QCOMPARE(vocabulary.columns.size(), size_t(9));
    QCOMPARE(facts(u"tag_id"_s), u"text 40 required"_s);
    QCOMPARE(facts(u"note"_s), u"text -1 nullable"_s);
    QCOMPARE(facts(u"uses"_s), u"integer -1"_s);
    QCOMPARE(facts(u"weight"_s), u"real -1 nullable"_s);
    QCOMPARE(facts(u"ratio"_s), u"real -1 nullable"_s);
    QCOMPARE(facts(u"made"_s), u"time -1 nullable"_s);
    QCOMPARE(facts(u"icon"_s), u"binary -1 nullable"_s);
    QCOMPARE(facts(u"slug"_s), u"text 20 required"_s);
    QCOMPARE(facts(u"shouted"_s), u"text 40 nullable generated"_s);
    QCOMPARE(vocabulary.indexOf(u"SHOUTED"_s), 8);
    QCOMPARE(vocabulary.indexOf(u"nowhere"_s), -1);
    if (isMariaDb()) {
        QCOMPARE(vocabulary.columns[7].characterSet, u"latin1"_s);
        QCOMPARE(vocabulary.columns[7].collation, u"latin1_swedish_ci"_s);
        QCOMPARE(vocabulary.columns[0].characterSet, u"utf8mb4"_s);
    }
}

void TestFindVocabularies::tellsTheCollationOfTheKey()
{
    test::createTags(database(), test::caseBlind());
    QCOMPARE(only().key().collation, test::caseBlind());
}

void TestFindVocabularies::theKeyDecidesWhichNamesAreEqual()
{
    if (isMariaDb())
        return; // there a column has one collation, whatever the index
    test::createTags(database(), u"BINARY"_s);
    database().execute(u"CREATE UNIQUE INDEX a_blind_one ON tags (tag_id COLLATE NOCASE)"_s);
    QCOMPARE(only().key().collation, u"BINARY"_s);
}

void TestFindVocabularies::findsReferencesWithTheirRules()
{
    database().createMinimalTable();
    const auto child = [this](const QString &table, const QString &null, const QString &rules) {
        database().execute(u"CREATE TABLE %1 (item INTEGER NOT NULL, tag VARCHAR(190)%2, FOREIGN "
                           "KEY (tag) REFERENCES tags (tag_id)%3)"_s.arg(table, null, rules));
    };
    child(u"a_plain"_s, u" NOT NULL"_s, {});
    child(u"b_cascade"_s, u" NOT NULL"_s, u" ON UPDATE CASCADE ON DELETE CASCADE"_s);
    child(u"c_null"_s, {}, u" ON UPDATE SET NULL ON DELETE SET NULL"_s);
    child(u"d_mixed"_s, {}, u" ON UPDATE CASCADE ON DELETE RESTRICT"_s);
    child(u"e_none"_s, u" NOT NULL"_s, u" ON UPDATE NO ACTION ON DELETE NO ACTION"_s);

    const auto references = only().references;
    const std::vector<Reference> expected{
        {u"a_plain"_s, u"tag"_s, ReferenceRule::Restrict, ReferenceRule::Restrict, false, true},
        {u"b_cascade"_s, u"tag"_s, ReferenceRule::Cascade, ReferenceRule::Cascade, false, true},
        {u"c_null"_s, u"tag"_s, ReferenceRule::SetNull, ReferenceRule::SetNull, true, true},
        {u"d_mixed"_s, u"tag"_s, ReferenceRule::Cascade, ReferenceRule::Restrict, true, true},
        {u"e_none"_s, u"tag"_s, ReferenceRule::Restrict, ReferenceRule::Restrict, false, true}};
    QCOMPARE(references.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(references[i] == expected[i], qPrintable(references[i].table));
}

void TestFindVocabularies::ignoresForeignKeysThatDoNotHoldATag()
{
    test::createTable(database(), u"tags (tag_id VARCHAR(50) NOT NULL PRIMARY KEY, code INTEGER "
                                  "NOT NULL UNIQUE, UNIQUE (tag_id, code))"_s);
    test::createTable(database(), u"other (tag VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(), u"item (id INTEGER PRIMARY KEY, tag VARCHAR(50), code INTEGER, "
                                  "other VARCHAR(50), FOREIGN KEY (other) REFERENCES other (tag), "
                                  "FOREIGN KEY (tag, code) REFERENCES tags (tag_id, code))"_s);
    QVERIFY(only().references.empty());
}

void TestFindVocabularies::followsAForeignKeyOntoAnotherColumn()
{
    test::createTable(database(), u"tags (tag_id VARCHAR(50) NOT NULL PRIMARY KEY, code INTEGER "
                                  "NOT NULL UNIQUE)"_s);
    test::createTable(database(), u"item (id INTEGER PRIMARY KEY, tag_code INTEGER, FOREIGN KEY "
                                  "(tag_code) REFERENCES tags (code) ON UPDATE CASCADE)"_s);
    const auto references = only().references;
    QCOMPARE(references.size(), size_t(1));
    QCOMPARE(references[0].title(), u"item.tag_code"_s);
    QCOMPARE(references[0].target, u"code"_s);
    QCOMPARE(references[0].onUpdate, ReferenceRule::Cascade);
}

void TestFindVocabularies::knowsThatMyIsamCannotRollBack()
{
    if (!isMariaDb())
        return;
    for (const QString &engine : {u"MyISAM"_s, u"Aria"_s, u"MEMORY"_s}) {
        database().execute(
            u"CREATE OR REPLACE TABLE tags (tag_id VARCHAR(50) PRIMARY KEY) ENGINE="_s + engine);
        QVERIFY2(!only().transactional, qPrintable(engine));
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestFindVocabularies)
#include "TestFindVocabularies.moc"
