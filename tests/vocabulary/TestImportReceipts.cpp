// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** The receipt of an import has the rows as the database made them of what was sent. */
class TestImportReceipts : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void whatTheDatabaseMadeOfThem_data();
    void whatTheDatabaseMadeOfThem();
    void textsOfEveryLength();
    void theOthersOfABatchWithTwins();
    void whereverTheRowsLie_data();
    void whereverTheRowsLie();

private:
    ImportAccount doneUndoneRedone(const QString &file)
    {
        const auto request = test::importOf(file, FileFormat::Csv, OnExisting::Update);
        return test::doneUndoneRedone(
            database(), test::vocabularyCalled({}), u"import"_s,
            [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                return importTags(connection, vocabulary, request, [](const Progress &) {});
            });
    }
    void createTags(const QString &columns)
    {
        database().execute(u"CREATE TABLE tags ("_s + columns + u')');
    }
};

void TestImportReceipts::whatTheDatabaseMadeOfThem_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("the name") << u"name VARCHAR(100) NOT NULL PRIMARY KEY"_s;
    QTest::newRow("a number") << (TestDatabase::isMariaDb()
                                      ? u"id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT "
                                        "NULL UNIQUE"_s
                                      : u"id INTEGER PRIMARY KEY, name VARCHAR(100) NOT NULL "
                                        "UNIQUE"_s);
}

void TestImportReceipts::whatTheDatabaseMadeOfThem()
{
    QFETCH(const QString, key);
    createTags(key + u", size DECIMAL(8, 2), kind VARCHAR(20) DEFAULT 'plain', day DATE, note "
                     "VARCHAR(100)"_s);
    if (TestDatabase::isMariaDb()) {
        database().execute(u"ALTER TABLE tags MODIFY note VARCHAR(100) CHARACTER SET latin1"_s);
        database().execute(u"CREATE TRIGGER noted BEFORE INSERT ON tags FOR EACH ROW SET NEW.kind "
                           "= CONCAT('made ', NEW.size)"_s);
    }
    QString file = u"name,size,day,note\n"_s;
    for (int i = 0; i < 2500; ++i)
        file += u"tag %1,%1.5,2026-11-02,é %1\n"_s.arg(i);
    QCOMPARE(doneUndoneRedone(file).inserted, 2500);
    if (TestDatabase::isMariaDb()) {
        QCOMPARE(database().column(u"SELECT kind FROM tags WHERE name = 'tag 7'"_s),
                 QStringList{u"made 7.50"_s});
    }
}

void TestImportReceipts::textsOfEveryLength()
{
    createTags(u"name VARCHAR(100) NOT NULL PRIMARY KEY, note TEXT"_s);
    QString file = u"name,note\nnothing,\nempty,\"\"\n"_s;
    for (const int length : {1, 4080, 4085, 4096, 4097, 20'000, 60'000})
        file += u"%1,%2\n"_s.arg(QString::number(length), QString(length, u'x'));
    QCOMPARE(doneUndoneRedone(file).inserted, 9);
    QCOMPARE(database().number(u"SELECT LENGTH(note) FROM tags WHERE name = '60000'"_s), 60'000);
}

void TestImportReceipts::theOthersOfABatchWithTwins()
{
    createTags(u"name VARCHAR(100) NOT NULL PRIMARY KEY, note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('tag 5', 'old')"_s);
    QString file = u"name,note\n"_s;
    for (int i = 0; i < 600; ++i)
        file += u"tag %1,n\ntag %1,n\n"_s.arg(i);
    const ImportAccount account = doneUndoneRedone(file);
    QCOMPARE(account.inserted, 599);
    QCOMPARE(account.updated, 1);
    QCOMPARE(account.unchanged, 600);
}

void TestImportReceipts::whereverTheRowsLie_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("options");
    const QString key = u"name VARCHAR(100) NOT NULL PRIMARY KEY, note TEXT"_s;
    QTest::newRow("one after the other") << key << QString();
    if (!TestDatabase::isMariaDb()) { // which takes numbers by chance once the last one is taken
        QTest::newRow("numbered by chance") << u"name TEXT NOT NULL UNIQUE, note TEXT, id INTEGER "
                                               "PRIMARY KEY"_s
                                            << QString();
    }
    QTest::newRow("a column called rowid")
        << key + u", rowid VARCHAR(9) DEFAULT 'x'"_s << QString();
    QTest::newRow("all names of the rowid taken")
        << key + u", rowid VARCHAR(9), _rowid_ VARCHAR(9), oid VARCHAR(9)"_s << QString();
    QTest::newRow("without rowids")
        << key << (TestDatabase::isMariaDb() ? QString() : u" WITHOUT ROWID"_s);
}

void TestImportReceipts::whereverTheRowsLie()
{
    QFETCH(const QString, columns);
    QFETCH(const QString, options);
    database().execute(u"CREATE TABLE tags ("_s + columns + u')' + options);
    database().execute(u"INSERT INTO tags (name, note) VALUES ('stored', 'x')"_s);
    if (columns.contains(" id "_L1))
        database().execute(u"UPDATE tags SET id = 9223372036854775807"_s);
    QString file = u"name,note\n"_s;
    for (int i = 0; i < 2500; ++i)
        file += u"tag %1,%2\n"_s.arg(QString::number(i), QString::number(5000 - i));
    QCOMPARE(doneUndoneRedone(file).inserted, 2500);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportReceipts)
#include "TestImportReceipts.moc"
