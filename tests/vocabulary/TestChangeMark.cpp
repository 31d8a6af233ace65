// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ChangeMark.h"

#include "support/DatabaseTestCase.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"
#include "vocabulary/TagTables.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** A mark that tells whether somebody has changed something. */
class TestChangeMark : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();

    void staysWhileNothingHappens();
    void seesEveryKindOfChange_data();
    void seesEveryKindOfChange();
    void seesTwoChangesInARow();
    void ignoresWhatIsRolledBack();
    void ignoresOtherTables();
    void seesChangesInALog();

private:
    QString mark();
    /** Waits until no change is so young that the mark is one of its own each time. */
    bool settles();
};

void TestChangeMark::init()
{
    DatabaseTestCase::init();
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(20))"_s);
    database().execute(u"CREATE TABLE uses (item VARCHAR(50), tag VARCHAR(190) NOT NULL, "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s);
    database().execute(u"CREATE TABLE others (number INTEGER)"_s);
    database().insertTags({u"Qt"_s, u"Python"_s});
    database().execute(u"INSERT INTO uses VALUES ('a', 'Qt')"_s);
}

QString TestChangeMark::mark()
{
    return test::read(database(), changeMark);
}

bool TestChangeMark::settles()
{
    return QTest::qWaitFor([this] { return mark() == mark(); }, 30'000);
}

void TestChangeMark::staysWhileNothingHappens()
{
    QVERIFY(settles());
    const QString before = mark();
    QVERIFY(!before.isEmpty());
    database().rows(u"SELECT * FROM tags"_s); // others may look
    QCOMPARE(mark(), before);
}

void TestChangeMark::seesEveryKindOfChange_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("a new tag") << u"INSERT INTO tags (tag_id) VALUES ('Rust')"_s;
    QTest::newRow("a changed tag") << u"UPDATE tags SET note = 'gui' WHERE tag_id = 'Qt'"_s;
    QTest::newRow("a deleted tag") << u"DELETE FROM tags WHERE tag_id = 'Python'"_s;
    QTest::newRow("a new tagging") << u"INSERT INTO uses VALUES ('b', 'Qt')"_s;
    QTest::newRow("a deleted tagging") << u"DELETE FROM uses"_s;
}

void TestChangeMark::seesEveryKindOfChange()
{
    QFETCH(const QString, sql);
    QVERIFY(settles());
    const QString before = mark();
    database().execute(sql);
    QVERIFY(mark() != before);
    QVERIFY(settles());
    QVERIFY(mark() != before);
}

void TestChangeMark::seesTwoChangesInARow()
{
    // As fast as can be: within one second of the server's, one tick of the file's clock.
    QString before = mark();
    for (int i = 0; i < 20; ++i) {
        database().execute(u"UPDATE tags SET note = '%1' WHERE tag_id = 'Qt'"_s.arg(i % 2));
        const QString after = mark();
        QVERIFY(after != before);
        before = after;
    }
}

void TestChangeMark::ignoresWhatIsRolledBack()
{
    if (!isMariaDb())
        return; // a rolled back transaction may have been in the file
    QVERIFY(settles());
    const QString before = mark();
    NativeMariaDb other(database().socket(), u"test_db"_s);
    other.execute(u"START TRANSACTION"_s);
    other.execute(u"DELETE FROM tags WHERE tag_id = 'Python'"_s);
    QCOMPARE(mark(), before);
    other.execute(u"ROLLBACK"_s);
    QCOMPARE(mark(), before);
}

void TestChangeMark::ignoresOtherTables()
{
    if (!isMariaDb())
        return; // the file is one for all
    QVERIFY(settles());
    const QString before = mark();
    database().execute(u"INSERT INTO others VALUES (1)"_s);
    QCOMPARE(mark(), before);
}

void TestChangeMark::seesChangesInALog()
{
    if (isMariaDb())
        return;
    database().execute(u"PRAGMA journal_mode = WAL"_s);
    QVERIFY(settles());
    const QString empty = mark();
    QCOMPARE(mark(), empty);
    // Somebody keeps the file open, so that the log stays beside it.
    {
        const auto open = std::make_unique<NativeSqlite>(database().file());
        open->rows(u"SELECT * FROM tags"_s);
        database().execute(u"UPDATE tags SET note = 'log'"_s);
        const QString logged = mark();
        QVERIFY(logged != empty);
        QVERIFY(settles());
        const QString later = mark();
        database().execute(u"UPDATE tags SET note = 'gol'"_s);
        QVERIFY(mark() != later);
    }
    QVERIFY(settles());
    QVERIFY(mark() != empty);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestChangeMark)
#include "TestChangeMark.moc"
