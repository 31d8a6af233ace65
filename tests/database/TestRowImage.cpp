// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/RowImage.h"

#include "core/Error.h"
#include "database/MysqlInsert.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestRowImage : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void losesNothing_data();
    void losesNothing();
    void returnsRowsAsItSelectsThem_data() { losesNothing_data(); }
    void returnsRowsAsItSelectsThem();
    void keepsTheStorageClassesOfSqlite();
    void keepsManyColumns();
    void comesBackFromItsLayout();
    void saysWhatIsMissing();
    void findsRowsByTheirKey_data();
    void findsRowsByTheirKey();
    void findsTheKey_data();
    void findsTheKey();
    void passesOverAKeyThatHoldsNulls();
    void showsRowsAsTheTableDoes();
    void keepsTheOrderOfItsRows();

private:
    /** Copies `a` to `b`, which is declared alike, by way of lists of rows. */
    void copy();
    void execute(const QString &sql) { database().execute(sql); }
    /** `a` and `b`: (@p columns), each with the row @p values, in @p options. */
    void makeTables(const QString &columns);
    QString dump(const QString &table);

    struct Opened
    {
        explicit Opened(const Profile &profile)
            : connection(profile), schema(readSchema(connection))
        {
        }
        RowImage image(const QString &name)
        {
            const TableSchema &table = *findTable(schema, name);
            const QStringList key = rowKey(connection, table);
            return RowImage(connection, table, storedColumns(table, key), key);
        }
        ScopedConnection connection;
        std::vector<TableSchema> schema;
    };
};

void TestRowImage::makeTables(const QString &columns)
{
    for (const QString &table : {u"a"_s, u"b"_s}) {
        execute(u"CREATE TABLE %1 (%2)%3"_s.arg(
            table, columns,
            isMariaDb() ? u" ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"_s
                        : QString()));
    }
}

/** Every value as its bytes. */
QString TestRowImage::dump(const QString &table)
{
    Opened opened(database().profile());
    QStringList columns;
    for (const Column &column : findTable(opened.schema, table)->columns) {
        columns << u"HEX(%1)"_s.arg(column.name);
        if (!isMariaDb())
            columns << u"TYPEOF(%1)"_s.arg(column.name) << u"QUOTE(%1)"_s.arg(column.name);
    }
    QStringList rows;
    const auto found =
        database().rows(u"SELECT %1 FROM %2 ORDER BY 1"_s.arg(columns.join(u", "_s), table));
    for (const QStringList &row : found)
        rows << row.join(u'|');
    return rows.join(u'\n');
}

void TestRowImage::copy()
{
    Opened opened(database().profile());
    const RowImage image = opened.image(u"a"_s);
    QStringList values;
    for (int i = 0; i < static_cast<int>(image.columns().size()); ++i)
        values << image.value(i, u"j"_s);
    const Dialect &dialect = opened.connection.dialect();
    Statement statement(opened.connection, u"INSERT INTO b (%1) SELECT %2 FROM (SELECT %3 AS list "
                                           u"FROM (SELECT %4 AS r, 1 AS n FROM a) "
                                           "AS x) AS y CROSS JOIN %5"_s.arg(
                                               dialect.quotedList(image.columns()),
                                               values.join(u", "_s), image.list(u"r"_s, u"n"_s),
                                               image.row({}), image.unpacked(u"y.list"_s, u"j"_s)));
    statement.execute();
}

void TestRowImage::losesNothing_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    const auto add = [](const char *name, const QString &type, const QString &value) {
        QTest::newRow(name) << type << value;
    };
    const bool isServer = isMariaDb();
    add("null", u"TEXT"_s, u"NULL"_s);
    add("empty", u"TEXT"_s, u"''"_s);
    add("spaces", u"VARCHAR(20)"_s, u"'  a  '"_s);
    add("quotes", u"TEXT"_s, isServer ? u"'\"a\\\\b''c[]{},'"_s : u"'\"a\\b''c[]{},'"_s);
    add("control characters", u"VARCHAR(40)"_s,
        isServer ? u"CONVERT(X'0102030405060708090A0B0C0D0E0F101112131F7F' USING utf8mb4)"_s
                 : u"CAST(X'0102030405060708090A0B0C0D0E0F101112131F7F' AS TEXT)"_s);
    add("nul", u"VARCHAR(40)"_s,
        isServer ? u"CONVERT(X'610062' USING utf8mb4)"_s : u"CAST(X'610062' AS TEXT)"_s);
    add("emoji", u"TEXT"_s, u"'é日本😀\u2028'"_s);
    add("long", isServer ? u"LONGTEXT"_s : u"TEXT"_s, u"'%1'"_s.arg(QString(200'000, u'é')));
    add("blob", isServer ? u"LONGBLOB"_s : u"BLOB"_s, u"X'00FF8022275C'"_s);
    add("empty blob", u"BLOB"_s, u"X''"_s);
    add("integer", u"BIGINT"_s, u"-9223372036854775808"_s);
    add("sum of doubles", u"DOUBLE"_s, u"0.1e0 + 0.2e0"_s);
    add("largest double", u"DOUBLE"_s, u"1.7976931348623157e308"_s);
    add("smallest double", u"DOUBLE"_s, u"2.2250738585072014e-308"_s);
    if (!isServer)
        return;
    add("unsigned", u"BIGINT UNSIGNED"_s, u"18446744073709551615"_s);
    add("decimal", u"DECIMAL(30,10)"_s, u"12345678901234567890.0123456789"_s);
    add("float", u"FLOAT"_s, u"0.1"_s);
    add("float of more digits", u"FLOAT"_s, u"16777217.5"_s);
    add("small float", u"FLOAT"_s, u"1.17549e-38"_s);
    add("bit", u"BIT(1)"_s, u"b'1'"_s);
    add("bits", u"BIT(12)"_s, u"b'101010101010'"_s);
    add("year", u"YEAR"_s, u"2155"_s);
    add("time", u"TIME(6)"_s, u"'-838:59:58.999999'"_s);
    add("date and time", u"DATETIME(6)"_s, u"'9999-12-31 23:59:59.999999'"_s);
    add("timestamp", u"TIMESTAMP(6) NULL"_s, u"'2001-02-03 04:05:06.070809'"_s);
    add("no date", u"DATE"_s, u"'0000-00-00'"_s);
    add("date without day", u"DATE"_s, u"'2020-02-00'"_s);
    add("enum", u"ENUM('a','b,''c','é')"_s, u"'b,''c'"_s);
    add("enum of digits", u"ENUM('2','1')"_s, u"'1'"_s);
    add("set", u"SET('x','y','z')"_s, u"'x,z'"_s);
    add("latin1", u"VARCHAR(20) CHARACTER SET latin1"_s, u"'é€'"_s);
    add("utf8mb3", u"TEXT CHARACTER SET utf8mb3"_s, u"'日本'"_s);
    add("case-blind", u"VARCHAR(20) COLLATE utf8mb4_general_ci"_s, u"'ÄÖ'"_s);
    add("padded bytes", u"BINARY(5)"_s, u"'a'"_s);
    add("bytes", u"VARBINARY(20)"_s, u"X'80FE00'"_s);
    add("json", u"JSON"_s, u"'{\"a\": [1.0, \"\\\\n\"]}'"_s);
    add("point", u"POINT"_s, u"ST_GeomFromText('POINT(1 2)')"_s);
    add("geometry", u"GEOMETRY"_s, u"ST_GeomFromText('LINESTRING(0 0,1 2)')"_s);
    add("uuid", u"UUID"_s, u"'28e5f060-e6eb-11f1-b288-02fc00000001'"_s);
}

void TestRowImage::losesNothing()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    makeTables(u"id INTEGER PRIMARY KEY, v "_s + type);
    execute(u"INSERT INTO a VALUES (1, "_s + value + u')');
    copy();
    QCOMPARE(dump(u"b"_s), dump(u"a"_s));
    QVERIFY(!dump(u"b"_s).isEmpty());
}

void TestRowImage::returnsRowsAsItSelectsThem()
{
    if (!isMariaDb())
        return; // nothing has to be returned there
    QFETCH(QString, type);
    QFETCH(QString, value);
    makeTables(u"id INTEGER PRIMARY KEY, v "_s + type);
    execute(u"INSERT INTO a VALUES (1, %1), (2, NULL)"_s.arg(value));
    Opened opened(database().profile());
    const RowImage image = opened.image(u"b"_s);
    MysqlInsert insert(opened.connection,
                       u"INSERT INTO b SELECT * FROM a ORDER BY id RETURNING "_s +
                           image.values({}));
    QCOMPARE(insert.execute(), 2);
    const QByteArrayList returned = insert.takeReturned();
    Statement select(opened.connection, u"SELECT "_s + image.row({}) + u" FROM b ORDER BY id"_s);
    select.execute();
    for (const QByteArray &row : returned) {
        QVERIFY(select.next());
        QCOMPARE(QString::fromUtf8(row), select.text(0));
    }
    QCOMPARE(returned.size(), 2);
}

void TestRowImage::keepsTheStorageClassesOfSqlite()
{
    if (isMariaDb())
        return; // its columns have types
    makeTables(u"id INTEGER PRIMARY KEY, v"_s);
    execute(u"INSERT INTO a (v) VALUES (1), (1.0), ('1'), (X'31'), (''), (X''), (NULL), (1e300), "
            "(-0.0), (9e999), (-9e999), (9223372036854775807), (CAST(X'FF41' AS TEXT)), "
            "(CAST(X'4100' AS TEXT))"_s);
    copy();
    QCOMPARE(dump(u"b"_s), dump(u"a"_s));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM b"_s), 14);
}

void TestRowImage::keepsManyColumns()
{
    QStringList columns;
    QStringList values;
    for (int i = 0; i < 250; ++i) {
        columns << u"c%1 INTEGER"_s.arg(i);
        values << (i % 7 == 0 ? u"NULL"_s : QString::number(i));
    }
    makeTables(u"id INTEGER PRIMARY KEY, "_s + columns.join(u", "_s));
    execute(u"INSERT INTO a VALUES (1, "_s + values.join(u", "_s) + u')');
    copy();
    QCOMPARE(dump(u"b"_s), dump(u"a"_s));
}

void TestRowImage::comesBackFromItsLayout()
{
    makeTables(u"id INTEGER PRIMARY KEY, `we\"ird, name` FLOAT"_s);
    Opened opened(database().profile());
    const RowImage image = opened.image(u"a"_s);
    const RowImage again =
        RowImage::fromLayout(opened.connection, opened.schema, u"a"_s, image.layout());
    QCOMPARE(again.columns(), (QStringList{u"id"_s, u"we\"ird, name"_s}));
    QCOMPARE(again.key(), QStringList{u"id"_s});
    QCOMPARE(again.row(u"t"_s), image.row(u"t"_s));
}

void TestRowImage::saysWhatIsMissing()
{
    makeTables(u"id INTEGER PRIMARY KEY, v INTEGER"_s);
    Opened opened(database().profile());
    const QString layout = opened.image(u"a"_s).layout();
    std::vector<TableSchema> later = opened.schema;
    for (TableSchema &table : later)
        table.columns.pop_back();
    COMPARE_KIND(errorOf([&] { RowImage::fromLayout(opened.connection, later, u"a"_s, layout); }),
                 ErrorKind::Missing);
    COMPARE_KIND(
        errorOf([&] { RowImage::fromLayout(opened.connection, later, u"gone"_s, layout); }),
        ErrorKind::Missing);
    // The history still shows them.
    const RowImage shown = RowImage::forDisplay(opened.connection, later, u"gone"_s, layout);
    const QString row = isMariaDb() ? u"[[\"1\", null]]"_s : u"[[\"i1\",null]]"_s;
    QCOMPARE(shown.rows(row), (std::vector<Row>{{u"1"_s, std::nullopt}}));
}

void TestRowImage::findsRowsByTheirKey_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::newRow("integer") << u"BIGINT"_s << u"-5"_s;
    QTest::newRow("text") << u"VARCHAR(50)"_s << u"'é '"_s;
    QTest::newRow("bytes") << (isMariaDb() ? u"VARBINARY(9)"_s : u"BLOB"_s) << u"X'00FF'"_s;
    if (!isMariaDb())
        return;
    QTest::newRow("unsigned") << u"BIGINT UNSIGNED"_s << u"18446744073709551615"_s;
    QTest::newRow("latin1") << u"VARCHAR(50) CHARACTER SET latin1"_s << u"'é'"_s;
    QTest::newRow("case-blind") << u"VARCHAR(50) COLLATE utf8mb4_unicode_ci"_s << u"'É'"_s;
    QTest::newRow("decimal") << u"DECIMAL(20,5)"_s << u"1.50000"_s;
    QTest::newRow("date") << u"DATE"_s << u"'2020-01-31'"_s;
    QTest::newRow("time") << u"DATETIME(6)"_s << u"'2020-01-31 01:02:03.000004'"_s;
    QTest::newRow("double") << u"DOUBLE"_s << u"0.1e0 + 0.2e0"_s;
    QTest::newRow("float") << u"FLOAT"_s << u"0.1"_s;
    QTest::newRow("uuid") << u"UUID"_s << u"'28e5f060-e6eb-11f1-b288-02fc00000001'"_s;
    QTest::newRow("enum") << u"ENUM('2','1')"_s << u"'1'"_s;
}

void TestRowImage::findsRowsByTheirKey()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    makeTables(u"k %1 NOT NULL PRIMARY KEY, v INTEGER"_s.arg(type));
    execute(u"INSERT INTO a VALUES (%1, 1)"_s.arg(value));
    execute(u"INSERT INTO b VALUES (%1, 2)"_s.arg(value));
    Opened opened(database().profile());
    const RowImage image = opened.image(u"a"_s);
    Statement statement(
        opened.connection,
        u"SELECT t.v FROM (SELECT %1 AS list FROM (SELECT %2 AS r, 1 AS n FROM a) AS x) AS y CROSS "
        "JOIN %3 JOIN b AS t ON %4"_s.arg(image.list(u"r"_s, u"n"_s), image.row({}),
                                          image.unpacked(u"y.list"_s, u"j"_s),
                                          image.sameKey(u"t"_s, u"j"_s)));
    QVERIFY(statement.execute().next());
    QCOMPARE(statement.integer(0), 2);
}

void TestRowImage::findsTheKey_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QStringList>("key");
    const QStringList rowid = isMariaDb() ? QStringList() : QStringList{u"rowid"_s};
    QTest::newRow("primary") << u"a INTEGER, b INTEGER NOT NULL, PRIMARY KEY (a)"_s
                             << QStringList{u"a"_s};
    QTest::newRow("of two") << u"a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (b, a)"_s
                            << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("unique") << u"a INTEGER NOT NULL, b INTEGER, UNIQUE (b), UNIQUE (a)"_s
                            << QStringList{u"a"_s};
    QTest::newRow("unique with NULLs") << u"a INTEGER, UNIQUE (a)"_s << rowid;
    QTest::newRow("none") << u"a INTEGER"_s << rowid;
    if (isMariaDb())
        return;
    QTest::newRow("nullable primary") << u"a TEXT PRIMARY KEY"_s << QStringList{u"a"_s};
    QTest::newRow("column called rowid") << u"rowid TEXT"_s << QStringList{u"_rowid_"_s};
}

void TestRowImage::findsTheKey()
{
    QFETCH(QString, columns);
    QFETCH(QStringList, key);
    makeTables(columns);
    Opened opened(database().profile());
    const RowImage image = opened.image(u"a"_s);
    QCOMPARE(image.key(), key);
    for (const QString &name : key)
        QVERIFY(image.columns().contains(name));
}

void TestRowImage::passesOverAKeyThatHoldsNulls()
{
    makeTables(u"a VARCHAR(9), b INTEGER, UNIQUE (a)"_s);
    execute(u"INSERT INTO a VALUES (NULL, 1), (NULL, 2)"_s);
    Opened opened(database().profile());
    QCOMPARE(opened.image(u"a"_s).key(), isMariaDb() ? QStringList() : QStringList{u"rowid"_s});
    if (isMariaDb())
        return; // its primary keys hold no NULLs
    execute(u"CREATE TABLE c (a TEXT PRIMARY KEY)"_s);
    execute(u"INSERT INTO c VALUES (NULL)"_s);
    Opened again(database().profile());
    QCOMPARE(again.image(u"c"_s).key(), QStringList{u"rowid"_s});
}

void TestRowImage::showsRowsAsTheTableDoes()
{
    const QString bytes = isMariaDb() ? u"VARBINARY(9)"_s : u"BLOB"_s;
    makeTables(u"id INTEGER PRIMARY KEY, t VARCHAR(20), d DOUBLE, b %1, n INTEGER"_s.arg(bytes));
    execute(u"INSERT INTO a VALUES (7, 'x\"y', 0.5, X'FF00', NULL)"_s);
    Opened opened(database().profile());
    const RowImage image = opened.image(u"a"_s);
    Statement statement(opened.connection, u"SELECT "_s + image.row({}) + u" FROM a"_s);
    QVERIFY(statement.execute().next());
    QCOMPARE(image.cells(statement.text(0)),
             (Row{u"7"_s, u"x\"y"_s, u"0.5"_s, u"0xff00"_s, std::nullopt}));
}

void TestRowImage::keepsTheOrderOfItsRows()
{
    makeTables(u"id INTEGER PRIMARY KEY, v INTEGER"_s);
    execute(u"INSERT INTO a VALUES (1, 30), (2, 10), (3, 20)"_s);
    Opened opened(database().profile());
    const RowImage image = opened.image(u"a"_s);
    const QString list =
        u"(SELECT %1 AS list FROM (SELECT %2 AS r, v AS n FROM a) AS x) AS y"_s.arg(
            image.list(u"r"_s, u"n"_s), image.row({}));
    Statement statement(opened.connection,
                        u"SELECT %1, %2 = %3, y.list FROM %4 CROSS JOIN %5 JOIN a AS t ON %6 "
                        "ORDER BY %7"_s.arg(image.value(0, u"j"_s), image.packed(u"j"_s),
                                            image.row(u"t"_s), list,
                                            image.unpacked(u"y.list"_s, u"j"_s),
                                            image.sameKey(u"t"_s, u"j"_s), image.position(u"j"_s)));
    statement.execute();
    QStringList ids;
    while (statement.next()) {
        ids << statement.text(0);
        QCOMPARE(statement.integer(1), 1);
        QCOMPARE(image.rows(statement.text(2)).size(), size_t(3));
    }
    QCOMPARE(ids, (QStringList{u"2"_s, u"3"_s, u"1"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRowImage)
#include "TestRowImage.moc"
