// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/NativeErrors.h"
#include "database/RefusedValue.h"

#include <QSqlError>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** The codes that a test cannot easily make a real engine report. */
class TestNativeErrors : public QObject
{
    Q_OBJECT

private slots:
    void toldApartByTheirCode_data();
    void toldApartByTheirCode();
    void aConnectErrorNamesWhoWasAsked();
    void theTextOfAPreparedStatementIsRepaired();
    void anUnknownCodeIsShown();
    void whateverATriggerSaysItStaysOneSentence();
    void tellsNoRowOfAStatement();
    void namesAColumnAndItsValue_data();
    void namesAColumnAndItsValue();

private:
    static Profile profileOf(Driver driver);
};

Profile TestNativeErrors::profileOf(Driver driver)
{
    Profile profile;
    profile.driver = driver;
    profile.path = u"/data/tags.db"_s;
    profile.hosts = {Host{u"db.example.org"_s, 3307}};
    profile.user = u"ada"_s;
    profile.database = u"shop"_s;
    return profile;
}

void TestNativeErrors::toldApartByTheirCode_data()
{
    QTest::addColumn<Driver>("driver");
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, Driver driver, int code, ErrorKind kind) {
        QTest::newRow(name) << driver << code << kind;
    };
    row("deadlock", Driver::Mysql, 1213, ErrorKind::Locked);
    row("lock wait", Driver::Mysql, 1205, ErrorKind::Locked);
    row("table full", Driver::Mysql, 1114, ErrorKind::DiskFull);
    row("disk full", Driver::Mysql, 1021, ErrorKind::DiskFull);
    row("read only", Driver::Mysql, 1290, ErrorKind::ReadOnly);
    row("killed query", Driver::Mysql, 1317, ErrorKind::Cancelled);
    row("server gone", Driver::Mysql, 2006, ErrorKind::Connection);
    row("link lost", Driver::Mysql, 2013, ErrorKind::Connection);
    row("server shuts down", Driver::Mysql, 1053, ErrorKind::Connection);
    row("no privilege", Driver::Mysql, 1142, ErrorKind::Privilege);
    row("MySQL's check", Driver::Mysql, 3819, ErrorKind::Constraint);
    row("referred to", Driver::Mysql, 1451, ErrorKind::Constraint);
    row("refers to nothing", Driver::Mysql, 1452, ErrorKind::Constraint);
    row("MariaDB's check", Driver::Mysql, 4025, ErrorKind::Constraint);
    row("trigger", Driver::Mysql, 1644, ErrorKind::Constraint);
    row("trigger on its own table", Driver::Mysql, 1442, ErrorKind::Constraint);
    row("view", Driver::Mysql, 1288, ErrorKind::Constraint);
    row("generated column", Driver::Mysql, 1906, ErrorKind::Constraint);
    row("mix of collations", Driver::Mysql, 1267, ErrorKind::Constraint);
    row("altered meanwhile", Driver::Mysql, 1412, ErrorKind::Missing);
    row("read only table", Driver::Mysql, 1036, ErrorKind::ReadOnly);
    row("trigger", Driver::Sqlite, 1811, ErrorKind::Constraint);
    row("busy", Driver::Sqlite, 5, ErrorKind::Locked);
    row("busy, snapshot", Driver::Sqlite, 517, ErrorKind::Locked);
    row("table locked", Driver::Sqlite, 6, ErrorKind::Locked);
    row("read only file", Driver::Sqlite, 8, ErrorKind::ReadOnly);
    row("read only folder", Driver::Sqlite, 1544, ErrorKind::ReadOnly);
    row("interrupted", Driver::Sqlite, 9, ErrorKind::Cancelled);
    row("disk error", Driver::Sqlite, 266, ErrorKind::File);
    row("damaged", Driver::Sqlite, 11, ErrorKind::File);
    row("file full", Driver::Sqlite, 13, ErrorKind::DiskFull);
    row("unique", Driver::Sqlite, 2067, ErrorKind::Conflict);
    row("primary key", Driver::Sqlite, 1555, ErrorKind::Conflict);
    row("not null", Driver::Sqlite, 1299, ErrorKind::InvalidValue);
    row("foreign key", Driver::Sqlite, 787, ErrorKind::Constraint);
}

void TestNativeErrors::toldApartByTheirCode()
{
    QFETCH(const Driver, driver);
    QFETCH(const int, code);
    QFETCH(const ErrorKind, kind);
    const QSqlError reported(u"QX: cannot"_s, u"the engine's words"_s, QSqlError::StatementError,
                             QString::number(code));
    const Error error = nativeError(profileOf(driver), reported, true);
    QCOMPARE(errorKindName(error.kind), errorKindName(kind));
    QCOMPARE(error.nativeCode, code);
    QVERIFY2(error.message.endsWith(u'.'), qPrintable(error.message));
    QVERIFY2(!error.message.contains("QX"_L1), qPrintable(error.message));
}

void TestNativeErrors::aConnectErrorNamesWhoWasAsked()
{
    const auto message = [](int code) {
        const QSqlError reported({}, u"words"_s, QSqlError::ConnectionError, QString::number(code));
        return nativeError(profileOf(Driver::Mysql), reported, false).message;
    };
    QVERIFY2(message(2003).contains("db.example.org, port 3307"_L1), qPrintable(message(2003)));
    QVERIFY2(message(1045).contains("\"ada\""_L1), qPrintable(message(1045)));
    QVERIFY2(message(1044).contains("\"shop\""_L1), qPrintable(message(1044)));
    QVERIFY2(message(1049).contains("\"shop\""_L1), qPrintable(message(1049)));
}

void TestNativeErrors::theTextOfAPreparedStatementIsRepaired()
{
    const QString wrong = QString::fromLatin1(u"Duplicate entry 'naïve'"_s.toUtf8());
    const QSqlError reported({}, wrong, QSqlError::StatementError, u"1062"_s);
    const Error error = nativeError(profileOf(Driver::Mysql), reported, true);
    QVERIFY2(error.message.contains(u"'naïve'"_s), qPrintable(error.message));
}

void TestNativeErrors::anUnknownCodeIsShown()
{
    const QSqlError reported({}, u"odd"_s, QSqlError::StatementError, u"9999"_s);
    const Error error = nativeError(profileOf(Driver::Mysql), reported, true);
    QCOMPARE(error.kind, ErrorKind::Internal);
    QCOMPARE(error.message, u"The server reported error 9999 (odd); tell its administrator."_s);
}

void TestNativeErrors::whateverATriggerSaysItStaysOneSentence()
{
    const QSqlError reported({}, u" Not today. Never.\n\tAsk Ada. "_s, QSqlError::StatementError,
                             u"1644"_s);
    const Error error = nativeError(profileOf(Driver::Mysql), reported, true);
    QVERIFY2(error.message.contains("(Not today; Never; Ask Ada);"_L1), qPrintable(error.message));
}

void TestNativeErrors::tellsNoRowOfAStatement()
{
    const QSqlError reported({}, u"Data too long for column 'name' at row 5"_s,
                             QSqlError::StatementError, u"1406"_s);
    QCOMPARE(
        nativeError(profileOf(Driver::Mysql), reported, true).message,
        u"A value is too long for its column (Data too long for column 'name'); shorten it."_s);
}

void TestNativeErrors::namesAColumnAndItsValue_data()
{
    QTest::addColumn<Driver>("driver");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMissing");
    QTest::addColumn<QString>("expected"); ///< how the sentence begins; empty: it names no column
    const auto row = [](Driver driver, int code, const QString &text, const QString &expected,
                        bool isMissing = false) {
        QTest::newRow(qPrintable(text)) << driver << code << text << isMissing << expected;
    };
    const auto mysql = Driver::Mysql;
    row(mysql, 1406, u"Data too long for column 'na`me' at row 5"_s,
        u"“x” is too long for na`me (Data too long"_s);
    row(mysql, 1264, u"Out of range value for column 'na`me' at row 1"_s,
        u"“x” does not fit na`me (Out"_s);
    row(mysql, 1366,
        uR"(Incorrect string value: '\xE6' for column `db`.`tags`.`na``me` at row 1)"_s,
        u"“x” cannot be stored in na`me (Incorrect"_s);
    row(mysql, 1366, u"Incorrect integer value: ' for column 'b'' for column 'na`me' at row 1"_s,
        u"“x” cannot be stored in na`me (Incorrect"_s);
    row(mysql, 1366, u"Incorrect integer value: 'x' for column `db`.`others`.`na``me` at row 1"_s,
        QString());
    row(mysql, 1406, u"Data too long for column 'other na`me' at row 5"_s, QString());
    row(mysql, 1048, u"Column 'na`me' cannot be null"_s, u"A value for na`me is missing (Col"_s,
        true);
    row(mysql, 1062, u"Duplicate entry 'x' for key 'na`me'"_s, u"“x” exists already in na`me, "_s);
    row(mysql, 4025, u"CONSTRAINT `tags.na``me` failed for `db`.`tags`"_s,
        u"A check of the database forbids “x” in na`me (CON"_s);
    row(mysql, 1452,
        u"Cannot add or update a child row: a foreign key constraint fails (`db`.`tags`, "
        u"CONSTRAINT "
        "`f` FOREIGN KEY (`na``me`) REFERENCES `tags` (`id`))"_s,
        u"“x” in na`me refers to a row that is not there (Cannot"_s);
    row(mysql, 1644, u"Data too long for column 'na`me'"_s, QString()); // a trigger's words
    const auto sqlite = Driver::Sqlite;
    row(sqlite, 1299, u"NOT NULL constraint failed: tags.na`me"_s,
        u"A value for na`me is missing (NOT"_s, true);
    row(sqlite, 1299, u"NOT NULL constraint failed: others.na`me"_s, QString(), true);
    row(sqlite, 2067, u"UNIQUE constraint failed: tags.na`me"_s,
        u"“x” exists already in na`me, where"_s);
    row(sqlite, 2067, u"UNIQUE constraint failed: tags.a, tags.na`me"_s, QString());
    row(sqlite, 3091, u"cannot store TEXT value in INTEGER column tags.na`me"_s,
        u"The database forbids “x” in na`me (cannot"_s);
    row(sqlite, 275, u"CHECK constraint failed: positive"_s, QString());
}

void TestNativeErrors::namesAColumnAndItsValue()
{
    QFETCH(const Driver, driver);
    QFETCH(const int, code);
    QFETCH(const QString, text);
    QFETCH(const bool, isMissing);
    QFETCH(const QString, expected);
    const QSqlError reported({}, text, QSqlError::StatementError, QString::number(code));
    const QString sentence = nativeError(profileOf(driver), reported, false).message;
    const auto words = [](const QString &said, const Cell &value) {
        return withRefusedValue(said, u"tags"_s, u"na`me"_s, value);
    };
    const Cell value = isMissing ? Cell() : Cell(u"x"_s);
    const QString found = words(sentence, value);
    QCOMPARE(found.isEmpty(), expected.isEmpty());
    QVERIFY2(found.startsWith(expected), qPrintable(found));
    // Where the value does not go with the sentence, another one is meant.
    QCOMPARE(words(sentence, isMissing ? Cell(u"x"_s) : Cell()), QString());
    const QString behind = sentence.front().toLower() + sentence.sliced(1);
    QCOMPARE(words(u"The table tags: "_s + behind, value), found);
    QCOMPARE(words(u"The table others: "_s + behind, value), QString());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestNativeErrors)
#include "TestNativeErrors.moc"
