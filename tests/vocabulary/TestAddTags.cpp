// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/AddTags.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/CreateVocabulary.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestAddTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void addsToAMinimalTable();
    void addsWithValues();
    void keepsNullAndEmptyTextApart();
    void refusesANameThatExists_data();
    void refusesANameThatExists();
    void refusesNamesThatEqualEachOther();
    void refusesBadNames_data();
    void refusesBadNames();
    void refusesACharacterThatTheColumnLacks();
    void refusesBadValues_data();
    void refusesBadValues();
    void storesAwkwardNames();
    void needsTheRequiredColumns();
    void dryRunChangesNothing();
    void refusesATableWithoutRollback();

private:
    Receipt add(const AddRequest &request, test::Then then = test::Then::Commit);
    std::optional<Error> errorOfAdd(const AddRequest &request);
};

Receipt TestAddTags::add(const AddRequest &request, test::Then then)
{
    return test::write(database(), then,
                       [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                           return addTags(connection, vocabulary, request);
                       });
}

std::optional<Error> TestAddTags::errorOfAdd(const AddRequest &request)
{
    return errorOf([this, &request] { add(request); });
}

void TestAddTags::addsToAMinimalTable()
{
    database().createMinimalTable();
    const Receipt receipt = add({{u"Python"_s, u"FastAPI"_s}, {}});
    QCOMPARE(receipt.kind, u"add"_s);
    QCOMPARE(receipt.tags, 2);
    QVERIFY(!receipt.dryRun);
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));
}

void TestAddTags::addsWithValues()
{
    {
        ScopedConnection connection(database().profile());
        createVocabulary(connection, false);
    }
    add({{u"Python"_s, u"Go"_s}, {{u"category"_s, u"language"_s}, {u"COLOR"_s, u"#336699"_s}}});
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s),
             (QStringList{u"Go|NULL|language|#336699"_s, u"Python|NULL|language|#336699"_s}));
}

void TestAddTags::keepsNullAndEmptyTextApart()
{
    test::createTags(database(), test::bytewise(), u", a TEXT, b TEXT, c TEXT"_s);
    add({{u"Python"_s}, {{u"a"_s, std::nullopt}, {u"b"_s, u""_s}, {u"c"_s, QString()}}});
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s), QStringList{u"Python|NULL||"_s});
}

void TestAddTags::refusesANameThatExists_data()
{
    QTest::addColumn<QString>("collation");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("added");
    QTest::addColumn<bool>("isConflict");
    QTest::newRow("same") << test::bytewise() << u"Python"_s << u"Python"_s << true;
    QTest::newRow("case, told apart") << test::bytewise() << u"Python"_s << u"python"_s << false;
    QTest::newRow("case") << test::caseBlind() << u"Python"_s << u"pYTHON"_s << true;
    // NOCASE knows ASCII alone, and no accents; the server's collation knows both.
    QTest::newRow("case beyond ASCII")
        << test::caseBlind() << u"Öl"_s << u"öl"_s << TestDatabase::isMariaDb();
    QTest::newRow("accent") << test::caseBlind() << u"résumé"_s << u"resume"_s
                            << TestDatabase::isMariaDb();
    QTest::newRow("space at the end")
        << test::bytewise() << u"Python"_s << u"Python "_s << TestDatabase::isMariaDb();
}

void TestAddTags::refusesANameThatExists()
{
    QFETCH(const QString, collation);
    QFETCH(const QString, stored);
    QFETCH(const QString, added);
    QFETCH(const bool, isConflict);
    test::createTags(database(), collation);
    database().insertTags({stored});
    const QStringList before = database().tags();
    const auto error = errorOfAdd({{u"new"_s, added}, {}});
    if (!isConflict) {
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QCOMPARE(database().tags().size(), 3);
        return;
    }
    COMPARE_KIND(error, ErrorKind::Conflict);
    const QString as = added == stored ? QString() : u" (as “%1”)"_s.arg(stored);
    QCOMPARE(error->message, u"“%1” exists already%2; choose another name."_s.arg(added, as));
    QCOMPARE(database().tags(), before);
}

void TestAddTags::refusesNamesThatEqualEachOther()
{
    test::createTags(database(), test::caseBlind());
    const auto error = errorOfAdd({{u"Go"_s, u"Rust"_s, u"GO"_s}, {}});
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(error->message, u"“GO” exists already (as “Go”); choose another name."_s);
    QCOMPARE(database().tags(), QStringList());
}

void TestAddTags::refusesBadNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *title, const QString &name, ErrorKind kind) {
        QTest::newRow(title) << name << static_cast<int>(kind);
    };
    row("null", QString(), ErrorKind::InvalidValue);
    row("empty", u""_s, ErrorKind::InvalidValue);
    row("blank", u" \t\n"_s, ErrorKind::InvalidValue);
    row("ideographic space", u"\u3000"_s, ErrorKind::InvalidValue);
    row("too long", QString(191, u'x'), ErrorKind::TooLong);
    row("too long in code points", u"\U0001F40D"_s.repeated(191), ErrorKind::TooLong);
    row("NUL", u"Pyt"_s + QChar(0) + u"hon"_s, ErrorKind::NotStorable);
    row("half a pair", u"x"_s + QChar(0xd83d), ErrorKind::NotStorable);
}

void TestAddTags::refusesBadNames()
{
    QFETCH(const QString, name);
    QFETCH(const int, kind);
    database().createMinimalTable();
    const auto error = errorOfAdd({{u"good"_s, name}, {}});
    COMPARE_KIND(error, static_cast<ErrorKind>(kind));
    QVERIFY(error->message.endsWith(u'.') && error->message.contains(u';'));
    QCOMPARE(database().tags(), QStringList());
}

void TestAddTags::refusesACharacterThatTheColumnLacks()
{
    if (!isMariaDb())
        return; // SQLite stores every character
    test::createTags(database(), u"latin1_swedish_ci"_s);
    add({{u"Café"_s}, {}});
    const auto error = errorOfAdd({{u"日本"_s}, {}});
    COMPARE_KIND(error, ErrorKind::NotStorable);
    QCOMPARE(error->message, u"“日本” has characters that the column tag_id (latin1) cannot store; "
                             "change the name."_s);
    QCOMPARE(database().tags(), QStringList{u"Café"_s});
}

void TestAddTags::refusesBadValues_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *title, const QString &column, const QString &value,
                        ErrorKind kind) {
        QTest::newRow(title) << column << value << static_cast<int>(kind);
    };
    row("no such column", u"colour"_s, u"red"_s, ErrorKind::Usage);
    row("the name", u"tag_id"_s, u"red"_s, ErrorKind::Usage);
    row("computed", u"shouted"_s, u"red"_s, ErrorKind::Usage);
    row("no number", u"uses"_s, u"many"_s, ErrorKind::InvalidValue);
    row("a fraction", u"uses"_s, u"1.5"_s, ErrorKind::InvalidValue);
    row("too long", u"short"_s, u"abcd"_s, ErrorKind::TooLong);
    row("NUL", u"short"_s, QString(QChar(0)), ErrorKind::NotStorable);
}

void TestAddTags::refusesBadValues()
{
    QFETCH(const QString, column);
    QFETCH(const QString, value);
    QFETCH(const int, kind);
    test::createTags(database(), test::bytewise(),
                     u", uses INTEGER, short VARCHAR(3), shouted VARCHAR(190) GENERATED ALWAYS AS "
                     "(UPPER(tag_id)) VIRTUAL"_s);
    COMPARE_KIND(errorOfAdd({{u"Python"_s}, {{column, value}}}), static_cast<ErrorKind>(kind));
    COMPARE_KIND(errorOfAdd({{u"Python"_s}, {{u"uses"_s, u"1"_s}, {u"Uses"_s, u"2"_s}}}),
                 ErrorKind::Usage);
    QCOMPARE(database().tags(), QStringList());
}

void TestAddTags::storesAwkwardNames()
{
    database().createMinimalTable();
    const QStringList names{u" leading"_s,    u"%_wild'; DROP TABLE tags; --"_s,
                            u"C++"_s,         u"a\"b`c\\d"_s,
                            u"line\nbreak"_s, u"\U0001F40D snake"_s,
                            u"ünïcödé"_s,     u"?"_s};
    add({names, {}});
    QStringList sorted = names;
    std::sort(sorted.begin(), sorted.end(), [](const QString &left, const QString &right) {
        return left.toUtf8() < right.toUtf8();
    });
    QCOMPARE(database().tags(), sorted);
}

void TestAddTags::needsTheRequiredColumns()
{
    test::createTags(database(), test::bytewise(), u", owner VARCHAR(20) NOT NULL"_s);
    const auto error = errorOfAdd({{u"Python"_s}, {}});
    COMPARE_KIND(error, ErrorKind::InvalidValue);
    QVERIFY2(error->message.contains(u"owner"_s), qPrintable(error->message));
    add({{u"Python"_s}, {{u"owner"_s, u"Ada"_s}}});
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s), QStringList{u"Python|Ada"_s});
}

void TestAddTags::dryRunChangesNothing()
{
    database().createMinimalTable();
    const Receipt receipt = add({{u"Python"_s}, {}, true}, test::Then::RollBack);
    QCOMPARE(receipt.tags, 1);
    QVERIFY(receipt.dryRun);
    QCOMPARE(database().tags(), QStringList());
}

void TestAddTags::refusesATableWithoutRollback()
{
    if (!isMariaDb())
        return;
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(50) PRIMARY KEY) ENGINE=MyISAM"_s);
    COMPARE_KIND(errorOfAdd({{u"Python"_s}, {}}), ErrorKind::Refused);
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestAddTags)
#include "TestAddTags.moc"
