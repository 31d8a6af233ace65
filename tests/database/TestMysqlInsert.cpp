// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlInsert.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"

#include <QTest>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestMysqlInsert : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void isOfServersOnly();
    void textsAndNullsStayWhatTheyAre_data();
    void textsAndNullsStayWhatTheyAre();
    void returnsWhatTheServerMadeOfIt();
    void runsAgain();
    void oneRowThatFailsStopsAll();
    void aStatementThatIsWrong();
    void aNumberOfValuesThatIsWrong();
    void isCancelled();

private:
    void makeTable(const QString &more = {});
    static void bind(MysqlInsert &insert, std::initializer_list<Cell> values)
    {
        for (const Cell &value : values)
            insert.bind(value);
    }
};

void TestMysqlInsert::makeTable(const QString &more)
{
    database().execute(u"CREATE TABLE tags (name VARCHAR(50) PRIMARY KEY, note LONGTEXT%1) "
                       "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"_s.arg(more));
}

void TestMysqlInsert::isOfServersOnly()
{
    const ScopedConnection connection(database().profile());
    QCOMPARE(MysqlInsert::isPossible(connection), isMariaDb());
}

void TestMysqlInsert::textsAndNullsStayWhatTheyAre_data()
{
    QTest::addColumn<Cell>("text");
    QTest::addColumn<QString>("stored");
    QTest::newRow("plain") << Cell(u"tag"_s) << u"746167"_s;
    QTest::newRow("empty") << Cell(u""_s) << u""_s;
    QTest::newRow("null text") << Cell(QString()) << u""_s;
    QTest::newRow("missing") << Cell() << u"NULL"_s;
    QTest::newRow("of several bytes") << Cell(u"ä€😀"_s) << u"C3A4E282ACF09F9880"_s;
    QTest::newRow("with a NUL") << Cell(u"a\0b"_s) << u"610062"_s;
    QTest::newRow("with a byte order mark") << Cell(u"\ufeffa"_s) << u"EFBBBF61"_s;
    QTest::newRow("with a backslash") << Cell(u"\\'"_s) << u"5C27"_s;
    QTest::newRow("half of a pair") << Cell(u"a"_s + QChar(0xd83d) + u"b"_s) << u"613F62"_s;
    QTest::newRow("long") << Cell(QString(100'000, u'é')) << u"C3A9"_s.repeated(100'000);
}

void TestMysqlInsert::textsAndNullsStayWhatTheyAre()
{
    if (!isMariaDb())
        return; // it has SqliteInsert
    QFETCH(const Cell, text);
    QFETCH(const QString, stored);
    makeTable(u", latin VARCHAR(20) CHARACTER SET latin1"_s);
    ScopedConnection connection(database().profile());
    MysqlInsert insert(connection, u"INSERT INTO tags VALUES (?, ?, ?), (?, ?, ?)"_s);
    bind(insert, {u"a longer one before"_s, u"x"_s, u"é"_s, u"the one"_s, text, Cell()});
    QCOMPARE(insert.execute(), 2);
    QCOMPARE(database().rows(u"SELECT COALESCE(HEX(note), 'NULL') FROM tags WHERE name = "
                             "'the one'"_s),
             (QList<QStringList>{{stored}}));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags WHERE HEX(latin) = 'E9'"_s), 1);
}

void TestMysqlInsert::returnsWhatTheServerMadeOfIt()
{
    if (!isMariaDb())
        return;
    makeTable(u", made INT DEFAULT 7"_s);
    ScopedConnection connection(database().profile());
    MysqlInsert insert(connection, u"INSERT INTO tags (name, note) VALUES (?, ?), (?, ?) "
                                   "RETURNING name, note, CAST(made AS CHAR)"_s);
    const QString text = QString(9'000, u'é');
    bind(insert, {u"a\"b"_s, {}, u"c\\\t\x1f"_s, text});
    QCOMPARE(insert.execute(), 2);
    const QByteArrayList rows = insert.takeReturned();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0), QByteArray(R"(["a\"b", null, "7"])"));
    QCOMPARE(rows.at(1), QByteArray(R"(["c\\\t\u001F", ")") + text.toUtf8() + R"(", "7"])");
    QCOMPARE(insert.takeReturned(), QByteArrayList());
}

void TestMysqlInsert::runsAgain()
{
    if (!isMariaDb())
        return;
    makeTable();
    ScopedConnection connection(database().profile());
    MysqlInsert insert(connection, u"INSERT INTO tags VALUES (?, ?) RETURNING name"_s);
    for (const QString &name : {u"a longer name"_s, u"b"_s, u"the longest of all names"_s}) {
        bind(insert, {name, u"x"_s});
        QCOMPARE(insert.execute(), 1);
        QCOMPARE(insert.takeReturned(), QByteArrayList{"[\"" + name.toUtf8() + "\"]"});
    }
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 3);
}

void TestMysqlInsert::oneRowThatFailsStopsAll()
{
    if (!isMariaDb())
        return;
    makeTable();
    ScopedConnection connection(database().profile());
    MysqlInsert insert(connection, u"INSERT INTO tags VALUES (?, ?), (?, ?)"_s);
    bind(insert, {u"Qt"_s, u"first"_s, u"Qt"_s, u"second"_s});
    COMPARE_KIND(errorOf([&] { insert.execute(); }), ErrorKind::Conflict);
    bind(insert, {u"Qt"_s, u"x"_s, u"é"_s, u"y"_s});
    QCOMPARE(insert.execute(), 2);
    bind(insert, {u"Go"_s, u"x"_s, u"é"_s, u"y"_s});
    const auto error = errorOf([&] { insert.execute(); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains(u"é"), qPrintable(error->message));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 2);
}

void TestMysqlInsert::aStatementThatIsWrong()
{
    if (!isMariaDb())
        return;
    ScopedConnection connection(database().profile());
    const auto error =
        errorOf([&] { const MysqlInsert insert(connection, u"INSERT INTO gone VALUES (?)"_s); });
    COMPARE_KIND(error, ErrorKind::Missing);
}

void TestMysqlInsert::aNumberOfValuesThatIsWrong()
{
    if (!isMariaDb())
        return;
    makeTable();
    ScopedConnection connection(database().profile());
    MysqlInsert insert(connection, u"INSERT INTO tags VALUES (?, ?)"_s);
    insert.bind(u"a"_s);
    COMPARE_KIND(errorOf([&] { insert.execute(); }), ErrorKind::Internal);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 0);
}

void TestMysqlInsert::isCancelled()
{
    if (!isMariaDb())
        return;
    makeTable();
    const CancelToken token;
    ScopedConnection connection(database().profile(), token);
    MysqlInsert insert(connection, u"INSERT INTO tags VALUES (?, ?)"_s);
    bind(insert, {u"a"_s, {}});
    token.cancel();
    COMPARE_KIND(errorOf([&] { insert.execute(); }), ErrorKind::Cancelled);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 0);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMysqlInsert)
#include "TestMysqlInsert.moc"
