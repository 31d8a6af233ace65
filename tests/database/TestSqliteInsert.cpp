// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteInsert.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "support/ErrorOf.h"
#include "support/NativeSqlite.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What only SQLite has, in a file of its own. */
class TestSqliteInsert : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void textsAndNullsStayWhatTheyAre_data();
    void textsAndNullsStayWhatTheyAre();
    void aRowThatFailsLeavesNothing();
    void aRowThatATriggerIgnoresIsNotCounted();
    void rowsThatATriggerAddsAreNotItsOwn();
    void aStatementThatIsWrong();
    void theNameOfTheRowid_data();
    void theNameOfTheRowid();
    void isCancelled();

private:
    Profile profile() const;
    void execute(const QString &sql) { NativeSqlite(m_path).execute(sql); }
    QStringList column(const QString &sql);

    QTemporaryDir m_folder;
    QString m_path;
    int m_files = 0;
};

void TestSqliteInsert::init()
{
    m_path = m_folder.filePath(u"%1.db"_s.arg(++m_files));
    execute(u"CREATE TABLE tags (name TEXT PRIMARY KEY, note TEXT)"_s);
}

Profile TestSqliteInsert::profile() const
{
    Profile profile;
    profile.driver = Driver::Sqlite;
    profile.path = m_path;
    return profile;
}

QStringList TestSqliteInsert::column(const QString &sql)
{
    QStringList texts;
    for (const QStringList &row : NativeSqlite(m_path).rows(sql))
        texts << row.value(0);
    return texts;
}

void TestSqliteInsert::textsAndNullsStayWhatTheyAre_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    QTest::newRow("plain") << u"tag"_s << u"text 746167"_s;
    QTest::newRow("empty") << u""_s << u"text "_s;
    QTest::newRow("missing") << QString() << u"null "_s;
    QTest::newRow("of several bytes") << u"ä€😀"_s << u"text C3A4E282ACF09F9880"_s;
    QTest::newRow("with a NUL") << u"a\0b"_s << u"text 610062"_s;
    QTest::newRow("with a byte order mark") << u"\ufeffa"_s << u"text EFBBBF61"_s;
    QTest::newRow("like a number") << u"007"_s << u"text 303037"_s;
}

void TestSqliteInsert::textsAndNullsStayWhatTheyAre()
{
    QFETCH(const QString, text);
    QFETCH(const QString, stored);
    {
        ScopedConnection connection(profile());
        SqliteInsert insert(connection, u"INSERT INTO tags VALUES (?, ?)"_s);
        for (const QString &name : {u"a longer one before"_s, u"the one"_s}) {
            insert.bind(name);
            insert.bind(name == "the one"_L1 && text.isNull() ? Cell() : Cell(text));
            insert.execute();
        }
    }
    QCOMPARE(column(u"SELECT typeof(note) || ' ' || hex(note) FROM tags WHERE name = 'the one'"_s),
             QStringList{stored});
}

void TestSqliteInsert::aRowThatFailsLeavesNothing()
{
    ScopedConnection connection(profile());
    SqliteInsert insert(connection, u"INSERT INTO tags VALUES (?, ?)"_s);
    const auto store = [&insert](const QString &name, const Cell &note) {
        insert.bind(name);
        insert.bind(note);
        insert.execute();
    };
    store(u"Qt"_s, u"first"_s);
    const auto error = errorOf([&] { store(u"Qt"_s, u"second"_s); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains("tags.name"_L1), qPrintable(error->message));
    store(u"Go"_s, {});
    QCOMPARE(insert.takeRowids(), (std::vector<qint64>{1, 2}));
    QCOMPARE(insert.takeRowids(), std::vector<qint64>());
    QCOMPARE(column(u"SELECT name || ' ' || ifnull(note, 'NULL') FROM tags ORDER BY rowid"_s),
             (QStringList{u"Qt first"_s, u"Go NULL"_s}));
}

void TestSqliteInsert::aRowThatATriggerIgnoresIsNotCounted()
{
    execute(u"CREATE TRIGGER no BEFORE INSERT ON tags WHEN NEW.name = 'b' BEGIN SELECT "
            "RAISE(IGNORE); END"_s);
    ScopedConnection connection(profile());
    SqliteInsert insert(connection, u"INSERT INTO tags (name) VALUES (?)"_s);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        insert.bind(name);
        insert.execute();
    }
    QCOMPARE(insert.takeRowids(), (std::vector<qint64>{1, 2}));
}

void TestSqliteInsert::rowsThatATriggerAddsAreNotItsOwn()
{
    execute(u"CREATE TRIGGER twice AFTER INSERT ON tags WHEN NEW.note IS NULL BEGIN INSERT INTO "
            "tags VALUES (NEW.name || ' again', 'x'); END"_s);
    ScopedConnection connection(profile());
    SqliteInsert insert(connection, u"INSERT INTO tags (name) VALUES (?)"_s);
    for (const QString &name : {u"a"_s, u"b"_s}) {
        insert.bind(name);
        insert.execute();
    }
    QCOMPARE(insert.takeRowids(), (std::vector<qint64>{1, 3}));
}

void TestSqliteInsert::aStatementThatIsWrong()
{
    ScopedConnection connection(profile());
    const auto error =
        errorOf([&] { const SqliteInsert insert(connection, u"INSERT INTO gone VALUES (?)"_s); });
    COMPARE_KIND(error, ErrorKind::Missing);
}

void TestSqliteInsert::theNameOfTheRowid_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"(name TEXT PRIMARY KEY)"_s << u"rowid"_s;
    QTest::newRow("a number for a key") << u"(id INTEGER PRIMARY KEY, name TEXT)"_s << u"rowid"_s;
    QTest::newRow("a column of that name") << u"(RowID TEXT, name TEXT)"_s << u"_rowid_"_s;
    QTest::newRow("without") << u"(name TEXT PRIMARY KEY) WITHOUT ROWID"_s << QString();
    QTest::newRow("without, a column of that name")
        << u"(rowid TEXT PRIMARY KEY) WITHOUT ROWID"_s << QString();
    QTest::newRow("all taken") << u"(rowid TEXT, _rowid_ TEXT, oid TEXT)"_s << QString();
}

void TestSqliteInsert::theNameOfTheRowid()
{
    QFETCH(const QString, table);
    QFETCH(const QString, name);
    execute(u"CREATE TABLE other "_s + table);
    ScopedConnection connection(profile());
    QCOMPARE(SqliteInsert::rowidName(connection, u"other"_s), name);
    QCOMPARE(SqliteInsert::rowidName(connection, u"gone"_s), QString());
}

void TestSqliteInsert::isCancelled()
{
    const CancelToken token;
    ScopedConnection connection(profile(), token);
    SqliteInsert insert(connection, u"INSERT INTO tags (name) VALUES (?)"_s);
    insert.bind(u"a"_s);
    insert.execute();
    token.cancel();
    COMPARE_KIND(errorOf([&] { insert.takeRowids(); }), ErrorKind::Cancelled);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestSqliteInsert)
#include "TestSqliteInsert.moc"
