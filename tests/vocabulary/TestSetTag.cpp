// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SetTag.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestSetTag : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void setsSeveralColumnsOfOneTag();
    void findsTheTagAsTheDatabaseCompares();
    void setsToNullAndToEmptyText();
    void theSameValueAgainIsNoError();
    void nothingToSet();
    void refusesWhatCannotBeSet_data();
    void refusesWhatCannotBeSet();
    void refusesAValueThatTheDatabaseRefuses();
    void dryRunChangesNothing();
    void refusesATableWithoutRollback();

private:
    Receipt set(const SetRequest &request, test::Then then = test::Then::Commit);
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
};

void TestSetTag::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::caseBlind(),
                     u", note TEXT, uses INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL, 1), ('Python', 'snake', 2)"_s);
}

Receipt TestSetTag::set(const SetRequest &request, test::Then then)
{
    return test::write(database(), then,
                       [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                           return setTag(connection, vocabulary, request);
                       });
}

void TestSetTag::setsSeveralColumnsOfOneTag()
{
    const Receipt receipt = set({u"Python"_s, {{u"uses"_s, u"7"_s}, {u"NOTE"_s, u"a; b"_s}}});
    QCOMPARE(receipt.kind, u"set"_s);
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(rows(), (QStringList{u"Go|NULL|1"_s, u"Python|a; b|7"_s}));
}

void TestSetTag::findsTheTagAsTheDatabaseCompares()
{
    set({u"PYTHON"_s, {{u"note"_s, u"x"_s}}});
    QCOMPARE(rows(), (QStringList{u"Go|NULL|1"_s, u"Python|x|2"_s}));
}

void TestSetTag::setsToNullAndToEmptyText()
{
    set({u"Python"_s, {{u"note"_s, std::nullopt}}});
    set({u"Go"_s, {{u"note"_s, QString()}}});
    QCOMPARE(rows(), (QStringList{u"Go||1"_s, u"Python|NULL|2"_s}));
}

void TestSetTag::theSameValueAgainIsNoError()
{
    QCOMPARE(set({u"Python"_s, {{u"note"_s, u"snake"_s}}}).tags, 1);
    QCOMPARE(rows(), (QStringList{u"Go|NULL|1"_s, u"Python|snake|2"_s}));
}

void TestSetTag::nothingToSet()
{
    QCOMPARE(set({u"Python"_s, {}}).tags, 0);
    COMPARE_KIND(errorOf([this] { set({u"Perl"_s, {}}); }), ErrorKind::Missing);
}

void TestSetTag::refusesWhatCannotBeSet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("isNull");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *title, const QString &name, const QString &column, bool isNull,
                        const QString &value, ErrorKind kind) {
        QTest::newRow(title) << name << column << isNull << value << static_cast<int>(kind);
    };
    row("no such tag", u"Perl"_s, u"note"_s, false, u"x"_s, ErrorKind::Missing);
    row("no such column", u"Python"_s, u"nota"_s, false, u"x"_s, ErrorKind::Usage);
    row("the name", u"Python"_s, u"tag_id"_s, false, u"Perl"_s, ErrorKind::Usage);
    row("no number", u"Python"_s, u"uses"_s, false, u"x"_s, ErrorKind::InvalidValue);
    row("no value", u"Python"_s, u"uses"_s, true, {}, ErrorKind::InvalidValue);
}

void TestSetTag::refusesWhatCannotBeSet()
{
    QFETCH(const QString, name);
    QFETCH(const QString, column);
    QFETCH(const bool, isNull);
    QFETCH(const QString, value);
    QFETCH(const int, kind);
    const QStringList before = rows();
    const Cell cell = isNull ? Cell() : Cell(value);
    const auto error = errorOf([&] { set({name, {{u"note"_s, u"new"_s}, {column, cell}}}); });
    // A column named twice is a usage error as well.
    COMPARE_KIND(error, column == "note"_L1 ? ErrorKind::Usage : static_cast<ErrorKind>(kind));
    QCOMPARE(rows(), before);
}

void TestSetTag::refusesAValueThatTheDatabaseRefuses()
{
    const QStringList before = rows();
    const auto error = errorOf([this] { set({u"Python"_s, {{u"uses"_s, u"-1"_s}}}); });
    COMPARE_KIND(error, ErrorKind::Constraint);
    QCOMPARE(rows(), before);
}

void TestSetTag::dryRunChangesNothing()
{
    const QStringList before = rows();
    const Receipt receipt = set({u"Python"_s, {{u"note"_s, u"x"_s}}, true}, test::Then::RollBack);
    QCOMPARE(receipt.tags, 1);
    QVERIFY(receipt.dryRun);
    QCOMPARE(rows(), before);
}

void TestSetTag::refusesATableWithoutRollback()
{
    if (!isMariaDb())
        return;
    database().execute(u"ALTER TABLE tags ENGINE=MyISAM"_s);
    const QStringList before = rows();
    COMPARE_KIND(errorOf([this] {
                     set({u"Python"_s, {{u"note"_s, u"x"_s}}});
                 }),
                 ErrorKind::Refused);
    QCOMPARE(rows(), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestSetTag)
#include "TestSetTag.moc"
