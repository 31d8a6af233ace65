// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LoadTags.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/TagTables.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestLoadTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void anEmptyTable();
    void aFewTagsComeAtOnce();
    void theFirstRowsComeFirst_data();
    void theFirstRowsComeFirst();
    void manyChunksAreCompleteAndInOrder_data();
    void manyChunksAreCompleteAndInOrder();
    void valuesLoseNothing();
    void timesKeepTheirMicroseconds();
    void bytesThatAreNoText();
    void seesOneConsistentState();
    void stopsWhenCancelled();

private:
    SnapshotPtr load(const std::function<void(SnapshotPtr)> &publish = [](const SnapshotPtr &) {});
    void insertNumbered(int count);
    static QStringList namesOf(const Snapshot &snapshot);
};

SnapshotPtr TestLoadTags::load(const std::function<void(SnapshotPtr)> &publish)
{
    return test::read(database(),
                      [&publish](ScopedConnection &connection, const Vocabulary &vocabulary) {
                          return loadTags(connection, vocabulary, publish);
                      });
}

/** Inserts "tag 1", "tag 2" … in one statement. */
void TestLoadTags::insertNumbered(int count)
{
    const QString numbers =
        isMariaDb()
            ? u"SELECT CONCAT('tag ', seq) FROM seq_1_to_%1"_s
            : u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
              "SELECT 'tag ' || i FROM n"_s;
    database().execute(u"INSERT INTO tags (tag_id) "_s + numbers.arg(count));
}

QStringList TestLoadTags::namesOf(const Snapshot &snapshot)
{
    QStringList names;
    for (int row = 0; row < snapshot.rowCount(); ++row)
        names << snapshot.name(row);
    return names;
}

void TestLoadTags::anEmptyTable()
{
    database().createMinimalTable();
    bool isPublished = false;
    const auto snapshot = load([&isPublished](const SnapshotPtr &) { isPublished = true; });
    QCOMPARE(snapshot->rowCount(), 0);
    QCOMPARE(snapshot->columns().size(), size_t(1));
    QVERIFY(!isPublished);
}

void TestLoadTags::aFewTagsComeAtOnce()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"FastAPI"_s});
    bool isPublished = false;
    const auto snapshot = load([&isPublished](const SnapshotPtr &) { isPublished = true; });
    QCOMPARE(namesOf(*snapshot), (QStringList{u"FastAPI"_s, u"Python"_s}));
    QVERIFY(!isPublished);
}

void TestLoadTags::theFirstRowsComeFirst_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one less than the first chunk") << 1999;
    QTest::newRow("just the first chunk") << 2000;
    QTest::newRow("one more") << 2001;
    QTest::newRow("just two chunks") << 52'000;
    QTest::newRow("one more than two") << 52'001;
}

void TestLoadTags::theFirstRowsComeFirst()
{
    QFETCH(const int, count);
    test::createTags(database(), test::bytewise());
    insertNumbered(count);
    std::vector<SnapshotPtr> published;
    const auto snapshot =
        load([&published](const SnapshotPtr &partial) { published.push_back(partial); });
    QCOMPARE(snapshot->rowCount(), count);
    if (count < 2000) {
        QVERIFY(published.empty());
        return;
    }
    QCOMPARE(published.size(), size_t(1));
    QCOMPARE(namesOf(*published[0]), namesOf(*snapshot).mid(0, 2000));
}

void TestLoadTags::manyChunksAreCompleteAndInOrder_data()
{
    QTest::addColumn<QString>("collation");
    QTest::newRow("bytewise") << test::bytewise();
    QTest::newRow("case does not count") << test::caseBlind();
    if (TestDatabase::isMariaDb()) {
        QTest::newRow("unicode") << u"utf8mb4_unicode_ci"_s;
        QTest::newRow("latin1") << u"latin1_swedish_ci"_s;
    }
}

void TestLoadTags::manyChunksAreCompleteAndInOrder()
{
    QFETCH(const QString, collation);
    test::createTags(database(), isMariaDb() ? test::bytewise() : collation);
    insertNumbered(105'000);
    // Every third name begins or ends with something odd, so that chunks end there as well.
    database().execute(
        isMariaDb() ? u"UPDATE tags SET tag_id = CONCAT(ELT(1 + SUBSTR(tag_id, 5) % 5, ' ', "
                      "'''', '\\\\', 'ÄÖ', '%'), tag_id, ELT(1 + SUBSTR(tag_id, 5) % 3, '  ', "
                      "'é', '\\t')) WHERE SUBSTR(tag_id, 5) % 3 = 0"_s
                    : u"UPDATE tags SET tag_id = substr(' ''\\Ä%', 1 + substr(tag_id, 5) % 5, 1) "
                      "|| tag_id || substr(' é' || char(9), 1 + substr(tag_id, 5) % 3, 1) "
                      "WHERE substr(tag_id, 5) % 3 = 0"_s);
    if (isMariaDb())
        database().execute(
            u"ALTER TABLE tags MODIFY %1 NOT NULL"_s.arg(test::textColumn(u"tag_id"_s, collation)));
    const QStringList expected = database().column(u"SELECT tag_id FROM tags ORDER BY tag_id"_s);
    QCOMPARE(expected.size(), 105'000);
    const QStringList loaded = namesOf(*load());
    QCOMPARE(loaded.size(), 105'000);
    QVERIFY(loaded == expected);
    QCOMPARE(QSet<QString>(loaded.begin(), loaded.end()).size(), 105'000);
}

void TestLoadTags::valuesLoseNothing()
{
    test::createTags(database(), test::bytewise(),
                     u", note TEXT, big BIGINT, exact DECIMAL(30,9), ratio DOUBLE"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', '', 9223372036854775807, 0.1, 0.1)"_s);
    database().execute(u"INSERT INTO tags VALUES ('b', NULL, -9223372036854775808, NULL, -1e-7)"_s);
    database().execute(u"INSERT INTO tags VALUES ('c', 'ünï \U0001F40D', NULL, 2, 1e300)"_s);
    const auto snapshot = load();
    QCOMPARE(snapshot->rowCount(), 3);
    QVERIFY(!snapshot->isNull(0, 1));
    QCOMPARE(snapshot->text(0, 1), QString());
    QVERIFY(snapshot->isNull(1, 1));
    QCOMPARE(snapshot->text(2, 1), u"ünï \U0001F40D"_s);
    QCOMPARE(snapshot->text(0, 2), u"9223372036854775807"_s);
    QCOMPARE(snapshot->text(1, 2), u"-9223372036854775808"_s);
    QVERIFY(snapshot->isNull(2, 2));
    QCOMPARE(snapshot->text(0, 3), isMariaDb() ? u"0.100000000"_s : u"0.1"_s);
    QVERIFY(snapshot->isNull(1, 3));
    QCOMPARE(snapshot->text(0, 4), u"0.1"_s);
    QCOMPARE(snapshot->text(1, 4).toDouble(), -1e-7);
    QCOMPARE(snapshot->text(2, 4).toDouble(), 1e300);
    if (!isMariaDb())
        return;
    database().execute(
        u"UPDATE tags SET exact = 123456789012345678901.123456789 WHERE tag_id = 'a'"_s);
    QCOMPARE(load()->text(0, 3), u"123456789012345678901.123456789"_s);
}

void TestLoadTags::timesKeepTheirMicroseconds()
{
    if (!isMariaDb()) {
        test::createTags(database(), test::bytewise(), u", made DATETIME, day DATE"_s);
        database().execute(
            u"INSERT INTO tags VALUES ('a', '2024-02-29T12:34:56.123456Z', 'yesterday')"_s);
        const auto snapshot = load(); // SQLite keeps what was written, and so do we
        QCOMPARE(snapshot->text(0, 1), u"2024-02-29T12:34:56.123456Z"_s);
        QCOMPARE(snapshot->text(0, 2), u"yesterday"_s);
        return;
    }
    test::createTags(database(), test::bytewise(),
                     u", made DATETIME(6), day DATE, clock TIME(3), whole DATETIME"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', '2024-02-29 12:34:56.123456', '0001-01-01', "
                       "'-100:00:00.5', '2024-03-31 02:30:00')"_s);
    const auto snapshot = load();
    QCOMPARE(snapshot->text(0, 1), u"2024-02-29 12:34:56.123456"_s);
    QCOMPARE(snapshot->text(0, 2), u"0001-01-01"_s);
    QCOMPARE(snapshot->text(0, 3), u"-100:00:00.500"_s);
    QCOMPARE(snapshot->text(0, 4), u"2024-03-31 02:30:00"_s);
}

void TestLoadTags::bytesThatAreNoText()
{
    test::createTags(database(), test::bytewise(), u", icon BLOB"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', x'00ff10'), ('b', x'54616773'), ('c', x''), "
                       "('d', NULL)"_s);
    const auto snapshot = load();
    QCOMPARE(snapshot->text(0, 1), u"0x00ff10"_s);
    QCOMPARE(snapshot->text(1, 1), u"Tags"_s);
    QVERIFY(!snapshot->isNull(2, 1));
    QCOMPARE(snapshot->text(2, 1), QString());
    QVERIFY(snapshot->isNull(3, 1));
}

void TestLoadTags::seesOneConsistentState()
{
    test::createTags(database(), test::bytewise());
    if (!isMariaDb()) // a reader and a writer side by side need WAL
        database().execute(u"PRAGMA journal_mode = WAL"_s);
    insertNumbered(60'000);
    const auto snapshot = load([this](const SnapshotPtr &) {
        database().execute(u"DELETE FROM tags WHERE tag_id LIKE 'tag 9%'"_s);
        database().execute(u"INSERT INTO tags VALUES ('tag 99999999')"_s);
    });
    QCOMPARE(snapshot->rowCount(), 60'000);
    QCOMPARE(load()->rowCount(),
             static_cast<int>(database().number(u"SELECT COUNT(*) FROM tags"_s)));
}

void TestLoadTags::stopsWhenCancelled()
{
    test::createTags(database(), test::bytewise());
    insertNumbered(60'000);
    const CancelToken token;
    const auto error = errorOf([&] {
        ScopedConnection connection(database().profile(), token);
        loadTags(connection, findVocabulary(connection, {}),
                 [&token](const SnapshotPtr &) { token.cancel(); });
    });
    COMPARE_KIND(error, ErrorKind::Cancelled);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestLoadTags)
#include "TestLoadTags.moc"
