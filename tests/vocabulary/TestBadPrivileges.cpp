// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BadInput.h"
#include "database/DriverAnchor.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Op;

/** A server with real accounts: a user who lacks a privilege on one of the tables. */
class TestBadPrivileges : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void nothingChanges_data();
    void nothingChanges();
    void enoughIsEnough();

private:
    QStringList everyRow();
    Profile profile() const;

    DriverAnchor m_anchor;
    QTemporaryDir m_folder;
    TestServer m_server{m_folder.filePath(u"server"_s), {.grantTables = true, .tcp = true}};
    VocabularyMapping m_mapping;
};

void TestBadPrivileges::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestBadPrivileges::init()
{
    NativeMariaDb root(m_server.socket());
    for (const char *sql :
         {"CREATE DATABASE shop", "CREATE USER eve@'%'",
          "CREATE TABLE shop.tags (id INTEGER NOT NULL PRIMARY KEY AUTO_INCREMENT, name "
          "VARCHAR(50) NOT NULL UNIQUE, color VARCHAR(20), uses INTEGER, parent INTEGER) "
          "ENGINE=InnoDB CHARSET=utf8mb4",
          "CREATE TABLE shop.links (item INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY "
          "(item, tag_id)) ENGINE=InnoDB",
          "CREATE TABLE shop.notes (id INTEGER NOT NULL PRIMARY KEY, tag_name VARCHAR(50)) "
          "ENGINE=InnoDB CHARSET=utf8mb4",
          "INSERT INTO shop.tags VALUES (1, 'Go', NULL, 9, NULL), (2, 'Perl', NULL, 9, NULL), "
          "(3, 'PHP', NULL, 9, 2)",
          "INSERT INTO shop.links VALUES (7, 1), (7, 2), (8, 2), (9, 3)",
          "INSERT INTO shop.notes VALUES (1, 'Perl'), (2, 'Go')"})
        root.execute(QString::fromUtf8(sql));
    m_mapping.name = m_mapping.table = u"tags"_s;
    m_mapping.keyName = u"id"_s;
    m_mapping.nameName = u"name"_s;
    Reference links;
    links.table = u"links"_s;
    links.column = u"tag_id"_s;
    links.objects = {{{u"item"_s}}};
    Reference notes;
    notes.table = u"notes"_s;
    notes.column = u"tag_name"_s;
    notes.target = u"name"_s;
    m_mapping.references = {links, notes};
    m_mapping.counters = {{u"uses"_s, u"links"_s, u"tag_id"_s}};
    m_mapping.hierarchy = Hierarchy{u"parent"_s};
}

void TestBadPrivileges::cleanup()
{
    NativeMariaDb root(m_server.socket());
    root.execute(u"DROP DATABASE shop"_s);
    root.execute(u"DROP USER eve@'%'"_s);
    QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
}

QStringList TestBadPrivileges::everyRow()
{
    NativeMariaDb root(m_server.socket(), u"shop"_s);
    QStringList all;
    for (const auto &table : {u"tags"_s, u"links"_s, u"notes"_s}) {
        const auto rows = root.rows(u"SELECT * FROM %1 ORDER BY 1, 2"_s.arg(table));
        for (const QStringList &row : rows)
            all << table + u": "_s + row.join(u'|');
    }
    return all;
}

Profile TestBadPrivileges::profile() const
{
    Profile profile = m_server.tcpProfile(u"shop"_s);
    profile.user = u"eve"_s;
    return profile;
}

void TestBadPrivileges::nothingChanges_data()
{
    QTest::addColumn<QStringList>("privileges"); // on tags, links and notes
    QTest::addColumn<Op>("op");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("part");
    const QString all = u"SELECT, INSERT, UPDATE, DELETE"_s;
    const auto add = [](const char *what, const std::vector<Op> &ops, const QStringList &privileges,
                        const QString &part, ErrorKind kind = ErrorKind::Privilege) {
        for (const Op op : ops)
            QTest::addRow("%s: %s", what, test::nameOf(op)) << privileges << op << kind << part;
    };
    const std::vector<Op> removing = {Op::Merge, Op::Delete};
    add("tags without UPDATE", {Op::Rename, Op::Set}, {u"SELECT, INSERT, DELETE"_s, all, all},
        u"table tags"_s);
    add("tags without DELETE", removing, {u"SELECT, INSERT, UPDATE"_s, all, all}, u"table tags"_s);
    add("tags without INSERT", {Op::Add}, {u"SELECT, UPDATE, DELETE"_s, all, all}, u"table tags"_s);
    add("tags to be read only", {Op::Merge, Op::Rename, Op::Delete, Op::Set, Op::Add},
        {u"SELECT"_s, all, all}, u"table tags"_s);
    add("tags of which the name may not be changed", {Op::Rename},
        {u"SELECT, UPDATE (color, uses, parent)"_s, all, all}, u"table tags"_s);
    add("tags of which a column may not be read", {Op::Merge, Op::Rename, Op::Delete, Op::Set},
        {u"SELECT (id, name, color, uses), INSERT (parent), UPDATE, DELETE"_s, all, all},
        u"table tags"_s);
    add("links without DELETE", removing, {all, u"SELECT, INSERT, UPDATE"_s, all},
        u"table links"_s);
    add("links without UPDATE", {Op::Merge}, {all, u"SELECT, INSERT, DELETE"_s, all},
        u"table links"_s);
    add("links that cannot be read", removing, {all, u"INSERT, UPDATE, DELETE"_s, all},
        u"table links"_s);
    add("notes without UPDATE", {Op::Merge, Op::Rename, Op::Delete}, {all, all, u"SELECT"_s},
        u"table notes"_s);
    add("notes that cannot be read", {Op::Merge, Op::Rename, Op::Delete},
        {all, all, u"UPDATE, DELETE"_s}, u"table notes"_s);
    add("notes that cannot be seen", {Op::Merge, Op::Rename, Op::Delete}, {all, all, {}},
        u"no table \"notes\""_s, ErrorKind::Missing);
}

void TestBadPrivileges::nothingChanges()
{
    QFETCH(const QStringList, privileges);
    QFETCH(const Op, op);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, part);
    NativeMariaDb root(m_server.socket());
    const QStringList tables = {u"tags"_s, u"links"_s, u"notes"_s};
    for (int i = 0; i < tables.size(); ++i) {
        if (!privileges.at(i).isEmpty())
            root.execute(u"GRANT %1 ON shop.%2 TO eve@'%'"_s.arg(privileges.at(i), tables.at(i)));
    }
    const QStringList before = everyRow();
    const auto error = errorOf([&] { test::performMapped(profile(), m_mapping, op); });
    QCOMPARE(everyRow(), before);
    VERIFY_REFUSAL(error, kind, part);
}

void TestBadPrivileges::enoughIsEnough()
{
    NativeMariaDb root(m_server.socket());
    root.execute(u"GRANT SELECT, UPDATE, DELETE ON shop.* TO eve@'%'"_s);
    test::performMapped(profile(), m_mapping, Op::Merge);
    test::performMapped(profile(), m_mapping, Op::Rename, {.tag = u"Go"_s});
    test::performMapped(profile(), m_mapping, Op::Set, {.tag = u"Raku"_s});
    test::performMapped(profile(), m_mapping, Op::Delete, {.tag = u"PHP"_s});
    QCOMPARE(everyRow(), (QStringList{u"tags: 1|Raku|red|2|"_s, u"links: 7|1"_s, u"links: 8|1"_s,
                                      u"notes: 1|Raku"_s, u"notes: 2|Raku"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestBadPrivileges)
#include "TestBadPrivileges.moc"
