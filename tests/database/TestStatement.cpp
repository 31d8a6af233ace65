// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Statement.h"

#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestStatement : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void bringsTextBackAsItWas_data();
    void bringsTextBackAsItWas();
    void tellsNullFromEmpty();
    void keepsWholeNumbers();
    void keepsDecimals();
    void keepsDateAndTime();
    void showsBytesThatAreNotText();
    void runsAgainWithOtherValues();
    void countsMatchedRowsNotChangedOnes();
    void neverRunsASecondStatement();
    void reportsErrors_data();
    void reportsErrors();
    void spellsNamesInMessagesRight();

private:
    std::optional<Error> executionError(const QString &sql) const;
};

std::optional<Error> TestStatement::executionError(const QString &sql) const
{
    return errorOf([this, &sql] {
        ScopedConnection connection(const_cast<TestStatement *>(this)->database().profile());
        Statement statement(connection, sql);
        statement.execute();
        while (statement.next()) {
        }
    });
}

void TestStatement::bringsTextBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Python"_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("accents") << u"café naïve Ångström"_s;
    QTest::newRow("decomposed") << u"cafe\u0301"_s;
    QTest::newRow("beyond the basic plane") << u"🏷️👩‍👩‍👧‍👦𝕏"_s;
    QTest::newRow("right to left") << u"תגית وسم"_s;
    QTest::newRow("quotes") << u"O'Brien \"x\" `y` \\n %s ? ; --"_s;
    QTest::newRow("blanks") << u"  in\tside  \n"_s;
    QTest::newRow("long") << QString(1'000'000, u'ä');
}

void TestStatement::bringsTextBackAsItWas()
{
    QFETCH(const QString, text);
    database().execute(u"CREATE TABLE t (a %1)"_s.arg(isMariaDb() ? u"LONGTEXT"_s : u"TEXT"_s));
    ScopedConnection connection(database().profile());
    Statement(connection, u"INSERT INTO t VALUES (?)"_s).bind(text).execute();
    Statement read(connection, u"SELECT a FROM t"_s);
    QVERIFY(read.execute().next());
    QVERIFY(read.cell(0) == Cell(text));
    QVERIFY(!read.next());
    QCOMPARE(database().column(u"SELECT a FROM t"_s), QStringList{text}); // what others see
}

void TestStatement::tellsNullFromEmpty()
{
    database().execute(u"CREATE TABLE t (a VARCHAR(9), b VARCHAR(9), c VARCHAR(9))"_s);
    ScopedConnection connection(database().profile());
    Statement(connection, u"INSERT INTO t VALUES (?, ?, ?)"_s)
        .bind(Cell())
        .bind(Cell(u""_s))
        .bind(QString())
        .execute();
    Statement read(connection, u"SELECT a, b FROM t"_s);
    QVERIFY(read.execute().next());
    QVERIFY(!read.cell(0).has_value());
    QVERIFY(read.cell(1) == Cell(u""_s));
    QCOMPARE(read.text(0), QString());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM t WHERE a IS NULL AND b = ''"_s), 1);
}

void TestStatement::keepsWholeNumbers()
{
    database().execute(u"CREATE TABLE t (a BIGINT)"_s);
    constexpr qint64 values[] = {0, -1, std::numeric_limits<qint64>::max(),
                                 std::numeric_limits<qint64>::min()};
    ScopedConnection connection(database().profile());
    for (const qint64 value : values) {
        Statement(connection, u"DELETE FROM t"_s).execute();
        Statement(connection, u"INSERT INTO t VALUES (?)"_s).bind(value).execute();
        Statement read(connection, u"SELECT a FROM t"_s);
        QVERIFY(read.execute().next());
        QCOMPARE(read.integer(0), value);
        QCOMPARE(read.text(0), QString::number(value));
    }
}

void TestStatement::keepsDecimals()
{
    ScopedConnection connection(database().profile());
    if (isMariaDb()) {
        database().execute(u"CREATE TABLE t (a DECIMAL(40,9))"_s);
        database().execute(u"INSERT INTO t VALUES (12345678901234567890.123456789)"_s);
    } else {
        database().execute(u"CREATE TABLE t (a REAL)"_s);
        database().execute(u"INSERT INTO t VALUES (0.1)"_s);
    }
    Statement read(connection, u"SELECT a FROM t"_s);
    QVERIFY(read.execute().next());
    QCOMPARE(read.text(0), isMariaDb() ? u"12345678901234567890.123456789"_s : u"0.1"_s);
}

void TestStatement::keepsDateAndTime()
{
    if (!isMariaDb())
        return; // SQLite has no type for it
    database().execute(u"CREATE TABLE t (a DATETIME(6), b TIMESTAMP NULL)"_s);
    const QString moment = u"2024-03-31 02:30:00.123456"_s; // does not exist in Central Europe
    ScopedConnection connection(database().profile());
    Statement(connection, u"INSERT INTO t VALUES (?, ?)"_s)
        .bind(moment)
        .bind(u"2024-03-31 02:30:00"_s)
        .execute();
    Statement read(connection,
                   u"SELECT CAST(a AS CHAR), CAST(b AS CHAR), UNIX_TIMESTAMP(b) FROM t"_s);
    QVERIFY(read.execute().next());
    QCOMPARE(read.text(0), moment);
    QCOMPARE(read.text(1), u"2024-03-31 02:30:00"_s);
    QCOMPARE(read.integer(2), 1'711'852'200); // that time in UTC
}

void TestStatement::showsBytesThatAreNotText()
{
    ScopedConnection connection(database().profile());
    Statement read(connection, u"SELECT x'fffe00', x'c3a4'"_s);
    QVERIFY(read.execute().next());
    QCOMPARE(read.text(0), u"0xfffe00"_s);
    QCOMPARE(read.text(1), u"ä"_s);
}

void TestStatement::runsAgainWithOtherValues()
{
    database().createMinimalTable();
    ScopedConnection connection(database().profile());
    Statement insert(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s);
    for (const auto &name : {u"FastAPI"_s, u"Python"_s})
        QCOMPARE(insert.bind(name).execute().rowsAffected(), 1);
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));
}

void TestStatement::countsMatchedRowsNotChangedOnes()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s});
    ScopedConnection connection(database().profile());
    const auto matched = [&connection](const QString &name) {
        Statement update(connection, u"UPDATE tags SET tag_id = tag_id WHERE tag_id = ?"_s);
        return update.bind(name).execute().rowsAffected();
    };
    QCOMPARE(matched(u"Python"_s), 1);
    QCOMPARE(matched(u"Perl"_s), 0);
}

void TestStatement::neverRunsASecondStatement()
{
    database().createMinimalTable();
    (void)executionError(u"SELECT 1; INSERT INTO tags (tag_id) VALUES ('x')"_s);
    QCOMPARE(database().tags(), QStringList());
}

void TestStatement::reportsErrors_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown table")
        << u"SELECT * FROM nosuch"_s << ErrorKind::Missing << u"nosuch"_s;
    QTest::newRow("unknown column")
        << u"SELECT nosuch FROM t"_s << ErrorKind::Missing << u"nosuch"_s;
    QTest::newRow("duplicate") << u"INSERT INTO t (a) VALUES ('x')"_s << ErrorKind::Conflict
                               << u"exists already"_s;
    QTest::newRow("null") << u"INSERT INTO t (a, b) VALUES ('y', NULL)"_s << ErrorKind::InvalidValue
                          << u"missing"_s;
    QTest::newRow("check") << u"INSERT INTO t (a, c) VALUES ('y', -1)"_s << ErrorKind::Constraint
                           << u"forbids"_s;
    QTest::newRow("deleting what is in use")
        << u"DELETE FROM t WHERE a = 'x'"_s << ErrorKind::Constraint << u"refer"_s;
    QTest::newRow("nonsense") << u"SELEC 1"_s << ErrorKind::Internal << u"SELEC"_s;
    if (!isMariaDb())
        return;
    QTest::newRow("too long") << u"INSERT INTO t (a) VALUES (REPEAT('x', 11))"_s
                              << ErrorKind::TooLong << u"too long"_s;
    QTest::newRow("not storable") << u"INSERT INTO t (a, d) VALUES ('y', '日本')"_s
                                  << ErrorKind::NotStorable << u"cannot be stored"_s;
    QTest::newRow("not a number") << u"INSERT INTO t (a, c) VALUES ('y', 'many')"_s
                                  << ErrorKind::NotStorable << u"cannot be stored"_s;
    QTest::newRow("out of range") << u"INSERT INTO t (a, c) VALUES ('y', 99999999999)"_s
                                  << ErrorKind::InvalidValue << u"does not fit"_s;
    QTest::newRow("no such day") << u"INSERT INTO t (a, e) VALUES ('y', '2024-02-31')"_s
                                 << ErrorKind::InvalidValue << u"does not fit"_s;
    QTest::newRow("from a trigger")
        << u"UPDATE t SET c = 1"_s << ErrorKind::Constraint << u"hands off"_s;
}

void TestStatement::reportsErrors()
{
    QFETCH(const QString, sql);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, says);
    const QString latin1 = isMariaDb() ? u" CHARACTER SET latin1"_s : QString();
    database().execute(u"CREATE TABLE t (a VARCHAR(10) PRIMARY KEY, b INT NOT NULL DEFAULT 0, "
                       "c INT CHECK (c >= 0), d VARCHAR(10)%1, e DATE)"_s.arg(latin1));
    database().execute(u"CREATE TABLE u (a VARCHAR(10), FOREIGN KEY (a) REFERENCES t(a))"_s);
    database().execute(u"INSERT INTO t (a) VALUES ('x')"_s);
    database().execute(u"INSERT INTO u VALUES ('x')"_s);
    if (isMariaDb()) {
        database().execute(u"CREATE TRIGGER w BEFORE UPDATE ON t FOR EACH ROW "
                           "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'hands off'"_s);
    }

    const auto error = executionError(sql);
    COMPARE_KIND(error, kind);
    QVERIFY2(error->message.contains(says), qPrintable(error->message));
    QVERIFY2(error->message.endsWith(u'.') && !error->message.contains(u'\n'),
             qPrintable(error->message));
    QVERIFY(error->nativeCode != 0);
    QCOMPARE(database().column(u"SELECT a FROM t"_s), QStringList{u"x"_s});
}

void TestStatement::spellsNamesInMessagesRight()
{
    if (!isMariaDb())
        return; // SQLite's message does not hold the value
    database().createMinimalTable();
    database().insertTags({u"naïve 日本"_s});
    const auto error = executionError(u"INSERT INTO tags (tag_id) VALUES ('naïve 日本')"_s);
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains(u"naïve 日本"_s), qPrintable(error->message));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestStatement)
#include "TestStatement.moc"
