// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Dialect.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestDialect : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void quotesWithTheEnginesOwnQuote();
    void refusesANulInAName();
    void reachesTablesWithAwkwardNames_data();
    void reachesTablesWithAwkwardNames();
    void insertsManyRowsAtOnce();
    void upsertUpdatesWhatExists();
    void upsertOfTheKeyAloneLeavesTheRest();
    void upsertTakesAsManyParametersAsItSays();
    void namesAreComparedInTheColumnsCollation();
    void namesOfAnyCharactersArriveInTheList();
    void tellsWhatTheColumnCannotStore();

private:
    const Dialect &dialect() { return Dialect::of(database().profile().driver); }
    /** The column tag_id of the minimal table, with the collation @p collation. */
    static Column nameColumn(const QString &collation);
};

Column TestDialect::nameColumn(const QString &collation)
{
    Column column;
    column.name = u"tag_id"_s;
    column.declaredType = u"varchar(190)"_s;
    column.nullable = false;
    column.maxLength = 190;
    column.collation = collation;
    if (isMariaDb())
        column.characterSet = u"utf8mb4"_s;
    return column;
}

void TestDialect::quotesWithTheEnginesOwnQuote()
{
    QCOMPARE(Dialect::of(Driver::Mysql).quoted(u"a.b`c\"d"_s), u"`a.b``c\"d`"_s);
    QCOMPARE(Dialect::of(Driver::Sqlite).quoted(u"a.b`c\"d"_s), u"\"a.b`c\"\"d\""_s);
    QCOMPARE(Dialect::of(Driver::Mysql).quotedList({u"a"_s, u"b"_s}), u"`a`, `b`"_s);
}

void TestDialect::refusesANulInAName()
{
    const QString name = u"tags"_s + QChar(u'\0') + u"x"_s;
    COMPARE_KIND(errorOf([this, &name] { dialect().quoted(name); }), ErrorKind::Usage);
}

void TestDialect::reachesTablesWithAwkwardNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"my.tags", "my tags", "ta`gs", "ta``gs", "ta\"gs", "ta'gs", "select", "tägs", "日本",
          "a; DROP TABLE tags", "%1", "back\\slash", "?", ":x"}) {
        QTest::newRow(name) << QString::fromUtf8(name);
    }
}

void TestDialect::reachesTablesWithAwkwardNames()
{
    QFETCH(const QString, name);
    database().execute(u"CREATE TABLE %1 (%1 VARCHAR(190) PRIMARY KEY)"_s.replace(
        u"%1"_s, dialect().quoted(name)));
    ScopedConnection connection(database().profile());
    Statement(connection, dialect().upsert(name, {name}, name, {}, 2))
        .bind(u"Python"_s)
        .bind(u"FastAPI"_s)
        .execute();
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM "_s + dialect().quoted(name)), 2);
}

void TestDialect::insertsManyRowsAtOnce()
{
    database().createMinimalTable();
    ScopedConnection connection(database().profile());
    const QString sql = dialect().insert(u"tags"_s, {u"tag_id"_s}, 3);
    Statement statement(connection, sql);
    statement.bind(u"a"_s).bind(u"b"_s).bind(u"c"_s);
    QCOMPARE(statement.execute().rowsAffected(), 3);
    QCOMPARE(database().tags(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TestDialect::upsertUpdatesWhatExists()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(9), "
                       "kept VARCHAR(9))"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python', 'old', 'kept')"_s);
    ScopedConnection connection(database().profile());
    const QString sql =
        dialect().upsert(u"tags"_s, {u"tag_id"_s, u"note"_s}, u"tag_id"_s, {u"note"_s}, 2);
    for (int i = 0; i < 2; ++i) { // twice the same is the same
        Statement(connection, sql)
            .bind(u"Python"_s)
            .bind(u"new"_s)
            .bind(u"FastAPI"_s)
            .bind(Cell())
            .execute();
    }
    const QList<QStringList> rows =
        database().rows(u"SELECT tag_id, note, kept FROM tags ORDER BY tag_id"_s);
    QCOMPARE(rows, (QList<QStringList>{{u"FastAPI"_s, QString(), QString()},
                                       {u"Python"_s, u"new"_s, u"kept"_s}}));
    QVERIFY(rows.at(0).at(1).isNull());
}

void TestDialect::upsertOfTheKeyAloneLeavesTheRest()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(9))"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python', 'old')"_s);
    ScopedConnection connection(database().profile());
    Statement(connection, dialect().upsert(u"tags"_s, {u"tag_id"_s}, u"tag_id"_s, {}, 1))
        .bind(u"Python"_s)
        .execute();
    QCOMPARE(database().rows(u"SELECT tag_id, note FROM tags"_s),
             (QList<QStringList>{{u"Python"_s, u"old"_s}}));
}

void TestDialect::upsertTakesAsManyParametersAsItSays()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(9))"_s);
    const int rows = dialect().maxParameters() / 2;
    ScopedConnection connection(database().profile());
    Statement statement(connection, dialect().upsert(u"tags"_s, {u"tag_id"_s, u"note"_s},
                                                     u"tag_id"_s, {u"note"_s}, rows));
    for (int i = 0; i < rows; ++i)
        statement.bind(QString::number(i)).bind(u"n"_s);
    statement.execute();
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), rows);
}

void TestDialect::namesAreComparedInTheColumnsCollation()
{
    const QString collation = isMariaDb() ? u"utf8mb4_unicode_ci"_s : u"NOCASE"_s;
    database().execute(
        u"CREATE TABLE tags (tag_id VARCHAR(190) COLLATE %1 PRIMARY KEY)"_s.arg(collation));
    database().insertTags({u"Python"_s, u"café"_s});
    ScopedConnection connection(database().profile());
    const Column column = nameColumn(collation);
    Statement statement(connection,
                        u"SELECT n.position, t.tag_id FROM %1 JOIN tags t ON t.tag_id = n.name "
                        "ORDER BY n.position"_s.arg(dialect().nameList(column, u"n"_s)));
    statement.bind(u"[\"perl\",\"PYTHON\",\"CAFE\"]"_s).execute();
    QVERIFY(statement.next());
    QCOMPARE(statement.integer(0), 1);
    QCOMPARE(statement.text(1), u"Python"_s);
    QCOMPARE(statement.next(), isMariaDb()); // NOCASE knows nothing of accents
    if (isMariaDb())
        QCOMPARE(statement.text(1), u"café"_s);
}

void TestDialect::namesOfAnyCharactersArriveInTheList()
{
    const QString collation = isMariaDb() ? u"utf8mb4_bin"_s : u"BINARY"_s;
    database().execute(
        u"CREATE TABLE tags (tag_id VARCHAR(190) COLLATE %1 PRIMARY KEY)"_s.arg(collation));
    const QStringList names = {u"O'Brien \"x\" \\ / `"_s, u"日本語 🏷️"_s,
                               QString(190, u'é')};
    database().insertTags(names);
    QByteArray json = "[";
    for (QString name : names) {
        name.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        json += (json.size() > 1 ? ",\"" : "\"") + name.toUtf8() + '"';
    }
    ScopedConnection connection(database().profile());
    Statement statement(
        connection, u"SELECT t.tag_id FROM %1 JOIN tags t ON t.tag_id = n.name "
                    "ORDER BY n.position"_s.arg(dialect().nameList(nameColumn(collation), u"n"_s)));
    statement.bind(QString::fromUtf8(json + ']')).execute();
    QStringList found;
    while (statement.next())
        found << statement.text(0);
    QCOMPARE(found, names);
}

void TestDialect::tellsWhatTheColumnCannotStore()
{
    Column column = nameColumn(isMariaDb() ? u"latin1_swedish_ci"_s : u"BINARY"_s);
    QCOMPARE(dialect().notStorable(nameColumn({}), u"n"_s), QString());
    if (!isMariaDb())
        return; // SQLite stores every character
    column.characterSet = u"latin1"_s;
    ScopedConnection connection(database().profile());
    Statement statement(
        connection, u"SELECT n.position FROM %1 WHERE %2"_s.arg(
                        dialect().nameList(column, u"n"_s), dialect().notStorable(column, u"n"_s)));
    statement.bind(u"[\"café\",\"日本\",\"a?\",\"€ ok\",\"🏷️\"]"_s).execute();
    QList<qint64> positions;
    while (statement.next())
        positions << statement.integer(0);
    QCOMPARE(positions, (QList<qint64>{1, 4}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestDialect)
#include "TestDialect.moc"
