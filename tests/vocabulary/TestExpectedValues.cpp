// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Statement.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/MappedTables.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

namespace
{

/** What somebody else does between the reading of a tag and the change that was decided on it. */
enum class Meanwhile { Nothing, Changes, Deletes, Recreates };

/** A version of a row as text, "a|b|NULL"; "gone" where there is none. */
QString textOf(const std::optional<Row> &row)
{
    if (!row)
        return u"gone"_s;
    QStringList cells;
    for (const Cell &cell : *row)
        cells << cell.value_or(u"NULL"_s);
    return cells.join(u'|');
}

/** The conflict as "columns: before / yours / theirs". */
QString textOf(const RowConflict &conflict)
{
    return u"%1: %2 / %3 / %4"_s.arg(conflict.columns.join(u'|'), textOf(conflict.before),
                                     textOf(conflict.yours), textOf(conflict.theirs));
}

} // namespace

/** A change that was decided on values which are no more does not write. */
class TestExpectedValues : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void stopsBeforeItWrites_data();
    void stopsBeforeItWrites();
    void listsEachTagThatDiffers();
    void equalValuesAreNoConflict();
    void keysThatAreNames();
    void namesInATableOfTheirOwn();
    void readsWhatIsNowAndNotWhatItsTransactionSees();
    void aWrongColumnIsSaid();

private:
    Receipt run(const QString &kind, const std::vector<ExpectedTag> &expected)
    {
        return test::writeMapped(database(), m_mapping, test::Then::Commit,
                                 [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                     return change(connection, vocabulary, kind, expected);
                                 });
    }

    static Receipt change(ScopedConnection &connection, const Vocabulary &vocabulary,
                          const QString &kind, const std::vector<ExpectedTag> &expected)
    {
        const TagAddress byKey = TagAddress::Key;
        if (kind == u"set"_s)
            return setTag(connection, vocabulary,
                          {u"2"_s, {{u"color"_s, u"red"_s}}, false, byKey, expected});
        if (kind == u"rename"_s)
            return renameTag(connection, vocabulary,
                             {u"2"_s, u"Snake"_s, false, byKey, false, nullptr, expected});
        if (kind == u"merge"_s)
            return mergeTags(connection, vocabulary,
                             {{u"2"_s}, u"1"_s, false, byKey, nullptr, expected});
        return deleteTags(connection, vocabulary,
                          {{u"2"_s}, true, false, byKey, nullptr, expected});
    }

    void meanwhile(Meanwhile what)
    {
        if (what == Meanwhile::Changes)
            database().execute(u"UPDATE labels SET color = NULL WHERE id = 2"_s);
        if (what == Meanwhile::Deletes || what == Meanwhile::Recreates)
            database().execute(u"DELETE FROM labels WHERE id = 2"_s);
        if (what == Meanwhile::Recreates)
            database().execute(u"INSERT INTO labels VALUES (2, 'python', 'python', 'blue')"_s);
    }

    static QStringList conflictsOf(const std::optional<Error> &error)
    {
        QStringList texts;
        if (error && error->conflicts) {
            for (const RowConflict &conflict : *error->conflicts)
                texts << textOf(conflict);
        }
        return texts;
    }

    VocabularyMapping m_mapping;
    const ExpectedTag m_go = {u"1"_s, {{u"name"_s, u"Go"_s}, {u"color"_s, std::nullopt}}};
    const ExpectedTag m_python = {u"2"_s, {{u"name"_s, u"Python"_s}, {u"color"_s, u"blue"_s}}};
};

void TestExpectedValues::init()
{
    DatabaseTestCase::init();
    m_mapping = test::createLabels(database());
}

void TestExpectedValues::stopsBeforeItWrites_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("meanwhileDone");
    QTest::addColumn<QString>("conflict");
    const QMap<QString, QString> yours = {{u"set"_s, u"2|Python|red"_s},
                                          {u"rename"_s, u"2|Snake|blue"_s},
                                          {u"merge"_s, u"gone"_s},
                                          {u"delete"_s, u"gone"_s}};
    for (auto kind = yours.begin(); kind != yours.end(); ++kind) {
        const auto add = [&](const char *name, Meanwhile what, const QString &theirs) {
            QTest::addRow("%s, %s", qPrintable(kind.key()), name)
                << kind.key() << static_cast<int>(what)
                << (what == Meanwhile::Nothing
                        ? QString()
                        : u"id|name|color: 2|Python|blue / %1 / %2"_s.arg(kind.value(), theirs));
        };
        add("nothing", Meanwhile::Nothing, {});
        add("changed", Meanwhile::Changes, u"2|Python|NULL"_s);
        add("deleted", Meanwhile::Deletes, u"gone"_s);
        add("recreated", Meanwhile::Recreates, u"2|python|blue"_s);
    }
}

void TestExpectedValues::stopsBeforeItWrites()
{
    QFETCH(const QString, kind);
    QFETCH(const int, meanwhileDone);
    QFETCH(const QString, conflict);
    meanwhile(static_cast<Meanwhile>(meanwhileDone));
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { run(kind, {m_go, m_python}); });
    if (conflict.isEmpty()) {
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QVERIFY(test::allRows(database()) != before);
        return;
    }
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(conflictsOf(error), QStringList{conflict});
    QCOMPARE(error->conflicts->front().table, u"labels"_s);
    QCOMPARE(error->conflicts->front().keyColumns, QStringList{u"id"_s});
    QVERIFY2(error->message.contains(u"“Python” has been"_s), qPrintable(error->message));
    QCOMPARE(test::allRows(database()), before);
}

void TestExpectedValues::listsEachTagThatDiffers()
{
    database().execute(u"UPDATE labels SET color = 'green' WHERE id = 1"_s);
    database().execute(u"DELETE FROM labels WHERE id = 2"_s);
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { run(u"merge"_s, {m_python, m_go}); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    // The target stays as it was thought to be.
    QCOMPARE(conflictsOf(error),
             (QStringList{u"id|name|color: 2|Python|blue / gone / gone"_s,
                          u"id|name|color: 1|Go|NULL / 1|Go|NULL / 1|Go|green"_s}));
    QVERIFY2(error->message.startsWith(u"“Go” and “Python” have been changed or deleted"_s),
             qPrintable(error->message));
    QCOMPARE(test::allRows(database()), before);
}

void TestExpectedValues::equalValuesAreNoConflict()
{
    test::createTable(database(),
                      u"words (%1, %2 NOT NULL, ratio DOUBLE PRECISION, at %3, "
                      "size INTEGER)"_s.arg(test::serial(u"id"_s),
                                            test::textColumn(u"name"_s, test::bytewise()),
                                            isMariaDb() ? u"DATETIME(3)"_s : u"DATETIME"_s));
    database().execute(u"INSERT INTO words VALUES (1, 'a', 1.50, '2026-01-02 03:04:05', 7)"_s);
    VocabularyMapping words;
    words.name = words.table = u"words"_s;
    words.keyName = u"id"_s;
    words.nameName = u"name"_s;
    const auto set = [&](const std::vector<ColumnValue> &values) {
        return errorOf([&] {
            test::writeMapped(database(), words, test::Then::Commit,
                              [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                  return setTag(connection, vocabulary,
                                                {u"a"_s,
                                                 {{u"size"_s, u"7"_s}},
                                                 false,
                                                 TagAddress::Name,
                                                 {{u"1"_s, values}}});
                              });
        });
    };
    const auto error =
        set({{u"ratio"_s, u"1.500"_s}, {u"at"_s, u"2026-01-02 03:04:05"_s}, {u"size"_s, u"07"_s}});
    QVERIFY2(!error, error ? qPrintable(error->message) : "");
    COMPARE_KIND(set({{u"ratio"_s, u"1.51"_s}}), ErrorKind::Conflict);
    COMPARE_KIND(set({{u"name"_s, u"A"_s}}), ErrorKind::Conflict);
    COMPARE_KIND(set({{u"size"_s, std::nullopt}}), ErrorKind::Conflict);
}

void TestExpectedValues::keysThatAreNames()
{
    test::createTags(database(), test::caseBlind(), u", note VARCHAR(20)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL), ('Perl', 'x')"_s);
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"tags"_s;
    mapping.keyName = mapping.nameName = u"tag_id"_s;
    const auto rename = [&](const ExpectedTag &expected) {
        return errorOf([&] {
            test::writeMapped(database(), mapping, test::Then::Commit,
                              [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                  RenameRequest request{u"Go"_s, u"Golang"_s};
                                  request.expected = {expected};
                                  return renameTag(connection, vocabulary, request);
                              });
        });
    };
    database().execute(u"UPDATE tags SET note = 'new' WHERE tag_id = 'Go'"_s);
    QCOMPARE(conflictsOf(rename({u"Go"_s, {{u"note"_s, std::nullopt}}})),
             QStringList{u"tag_id|note: Go|NULL / Golang|NULL / Go|new"_s});
    // Recreated in another spelling.
    database().execute(u"DELETE FROM tags WHERE tag_id = 'Go'"_s);
    database().execute(u"INSERT INTO tags VALUES ('GO', 'new')"_s);
    QCOMPARE(conflictsOf(rename({u"Go"_s, {{u"tag_id"_s, u"Go"_s}, {u"note"_s, u"new"_s}}})),
             QStringList{u"tag_id|note: Go|new / Golang|new / GO|new"_s});
    QVERIFY(!rename({u"GO"_s, {{u"tag_id"_s, u"GO"_s}, {u"note"_s, u"new"_s}}}));
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s),
             (QStringList{u"Golang|new"_s, u"Perl|x"_s}));
}

void TestExpectedValues::namesInATableOfTheirOwn()
{
    const VocabularyMapping mapping = test::createTerms(database());
    const auto set = [&](const QString &name) {
        return errorOf([&] {
            test::writeMapped(database(), mapping, test::Then::Commit,
                              [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                  return setTag(connection, vocabulary,
                                                {u"13"_s,
                                                 {{u"about"_s, u"balls"_s}},
                                                 false,
                                                 TagAddress::Key,
                                                 {{u"13"_s, {{u"name"_s, name}}}}});
                              });
        });
    };
    QCOMPARE(conflictsOf(set(u"Games"_s)),
             QStringList{u"kind_id|name|about: 13|Games|NULL / 13|Games|balls / 13|Sport|NULL"_s});
    QVERIFY(!set(u"Sport"_s));
}

void TestExpectedValues::readsWhatIsNowAndNotWhatItsTransactionSees()
{
    if (!isMariaDb())
        return; // its writers come one after another
    const auto error = errorOf([&] {
        test::writeMapped(
            database(), m_mapping, test::Then::Commit,
            [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                Statement(connection, u"SELECT COUNT(*) FROM rules"_s).execute(); // a snapshot
                meanwhile(Meanwhile::Changes);
                return change(connection, vocabulary, u"set"_s, {m_python});
            });
    });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(conflictsOf(error),
             QStringList{u"id|name|color: 2|Python|blue / 2|Python|red / 2|Python|NULL"_s});
}

void TestExpectedValues::aWrongColumnIsSaid()
{
    COMPARE_KIND(errorOf([&] {
                     run(u"set"_s, {{u"2"_s, {{u"nosuch"_s, u"x"_s}}}});
                 }),
                 ErrorKind::Missing);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestExpectedValues)
#include "TestExpectedValues.moc"
