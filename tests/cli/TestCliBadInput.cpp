// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "support/DatabaseTestCase.h"
#include "support/NativeSqlite.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** merge, rename and delete on a database that forbids it: one line, the right status, no change.
 */
class TestCliBadInput : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void nothingChanges_data();
    void nothingChanges();
    void readOnlyFile();

private:
    void createTables();
    QStringList everyRow();
};

void TestCliBadInput::createTables()
{
    const QString engine = isMariaDb() ? u" ENGINE=InnoDB CHARSET=utf8mb4"_s : QString();
    for (const auto &sql :
         {u"CREATE TABLE labels (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL "
          "UNIQUE)"_s,
          u"CREATE TABLE links (item INTEGER NOT NULL, label INTEGER NOT NULL, PRIMARY KEY (item, "
          "label), FOREIGN KEY (label) REFERENCES labels (id))"_s})
        database().execute(sql + engine);
    database().execute(u"INSERT INTO labels VALUES (1, 'Go'), (2, 'Perl'), (3, 'PHP')"_s);
    database().execute(u"INSERT INTO links VALUES (7, 1), (7, 2), (8, 2)"_s);
    makeJournal(database());
}

QStringList TestCliBadInput::everyRow()
{
    QStringList all;
    for (const auto &sql :
         {u"SELECT * FROM labels ORDER BY id"_s, u"SELECT * FROM links ORDER BY item, label"_s}) {
        const auto rows = database().rows(sql);
        for (const QStringList &row : rows)
            all << row.join(u'|');
    }
    return all;
}

void TestCliBadInput::nothingChanges_data()
{
    QTest::addColumn<QStringList>("setUp");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("part");
    const QStringList merge = {u"merge"_s, u"Perl"_s, u"--into"_s, u"Go"_s};
    const QStringList rename = {u"rename"_s, u"Perl"_s, u"Raku"_s};
    const QStringList remove = {u"delete"_s, u"Perl"_s, u"--with-taggings"_s};
    const auto trigger = [](const QString &event, const QString &table) {
        const QString words = u"Not today. Never.\nAsk Ada"_s; // becomes a part of one sentence
        return QStringList{
            (isMariaDb() ? u"CREATE TRIGGER stop BEFORE %1 ON %2 FOR EACH ROW SIGNAL SQLSTATE "
                           "'45000' SET MESSAGE_TEXT = '%3'"_s
                         : u"CREATE TRIGGER stop BEFORE %1 ON %2 BEGIN SELECT RAISE(ABORT, '%3'); "
                           "END"_s)
                .arg(event, table, words)};
    };
    const QStringList outside = {
        u"CREATE UNIQUE INDEX whole ON labels (id, name)"_s,
        u"CREATE TABLE prices (label INTEGER NOT NULL, label_name VARCHAR(50) NOT NULL, FOREIGN "
        "KEY (label, label_name) REFERENCES labels (id, name))"_s +
            (isMariaDb() ? u" ENGINE=InnoDB CHARSET=utf8mb4"_s : QString()),
        u"INSERT INTO prices VALUES (2, 'Perl')"_s};

    QTest::newRow("a trigger on the links")
        << trigger(u"DELETE"_s, u"links"_s) << merge << 3 << u"constraint"_s << u"table links"_s;
    QTest::newRow("a trigger on the tags")
        << trigger(u"UPDATE"_s, u"labels"_s) << rename << 3 << u"constraint"_s << u"table labels"_s;
    QTest::newRow("a foreign key from outside, merge")
        << outside << merge << 3 << u"refused"_s << u"table prices"_s;
    QTest::newRow("a foreign key from outside, delete")
        << outside << remove << 3 << u"refused"_s << u"table prices"_s;
    QTest::newRow("into a missing tag")
        << QStringList() << QStringList{u"merge"_s, u"Perl"_s, u"--into"_s, u"two\nlines"_s} << 1
        << u"missing"_s << u"“two"_s;
    QTest::newRow("two tags, one missing")
        << QStringList() << QStringList{u"delete"_s, u"PHP"_s, u"Cobol"_s} << 1 << u"missing"_s
        << u"“Cobol”"_s;
    QTest::newRow("too long") << QStringList()
                              << QStringList{u"rename"_s, u"Perl"_s, QString(51, u'x')} << 1
                              << u"too-long"_s << u"51 characters"_s;
    if (!isMariaDb())
        return;
    QTest::newRow("MyISAM") << QStringList{u"ALTER TABLE links DROP FOREIGN KEY links_ibfk_1"_s,
                                           u"ALTER TABLE labels ENGINE=MyISAM"_s}
                            << rename << 3 << u"refused"_s << u"table labels"_s;
}

void TestCliBadInput::nothingChanges()
{
    QFETCH(const QStringList, setUp);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    QFETCH(const QString, part);
    createTables();
    for (const QString &sql : setUp)
        database().execute(sql);
    const QStringList before = everyRow();
    const QStringList vocabulary = {u"--vocabulary"_s, u"labels"_s};
    const CliRun plain = CliSandbox().runOn(database(), vocabulary + arguments);
    COMPARE_STATUS(plain, status);
    QVERIFY2(plain.hasOneSentence(), plain.report());
    QVERIFY2(plain.err.contains(part), plain.report());
    QVERIFY2(plain.out.isEmpty(), plain.report());
    QCOMPARE(everyRow(), before);

    const CliRun json =
        CliSandbox().runOn(database(), vocabulary + arguments + QStringList{u"--json"_s});
    COMPARE_STATUS(json, status);
    QCOMPARE(json.errorKind(), kind);
    QCOMPARE(json.err, plain.err);
    QCOMPARE(everyRow(), before);
}

void TestCliBadInput::readOnlyFile()
{
    const CliSandbox cli;
    QVERIFY(QDir().mkpath(cli.path(u"shared"_s)));
    const QString file = cli.path(u"shared/tags.sqlite"_s);
    {
        NativeSqlite native(file);
        native.execute(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"_s);
        native.execute(u"INSERT INTO tags VALUES (1, 'Go'), (2, 'Perl')"_s);
    }
    COMPARE_STATUS(cli.run({u"--db"_s, u"sqlite:"_s + file, u"init"_s}), 0);
    const QByteArray before = CliSandbox::read(file);
    const auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto passable = readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(file, readable));
    QVERIFY(QFile::setPermissions(cli.path(u"shared"_s), passable));
    const QString url = u"sqlite:"_s + file;
    for (const QStringList &command :
         {QStringList{u"merge"_s, u"Perl"_s, u"--into"_s, u"Go"_s},
          QStringList{u"rename"_s, u"Perl"_s, u"Raku"_s}, QStringList{u"delete"_s, u"Perl"_s}}) {
        const CliRun run = cli.runUnprivileged(QStringList{u"--db"_s, url, u"--json"_s} + command);
        COMPARE_STATUS(run, 1);
        QVERIFY2(run.hasOneSentence(), run.report());
        QCOMPARE(run.errorKind(), u"read-only"_s);
        QVERIFY2(run.err.contains(u"tags.sqlite"_s), run.report());
        QCOMPARE(CliSandbox::read(file), before);
    }
    QFile::setPermissions(cli.path(u"shared"_s), passable | QFile::WriteOwner);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliBadInput)
#include "TestCliBadInput.moc"
