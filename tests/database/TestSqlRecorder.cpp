// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqlRecorder.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestSqlRecorder : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void recordsWhatChangesRowsWithItsValues();
    void recordsOnlyWhileItLives();
    void leavesOutStatementsThatFailed();
    void shortensLongValues();
    void countsWhatGoesBeyondTwoHundred();
};

void TestSqlRecorder::recordsWhatChangesRowsWithItsValues()
{
    database().createMinimalTable();
    ScopedConnection connection(database().profile());
    QStringList lines;
    const SqlRecorder recorder(connection, lines);
    Statement(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s).bind(u"it's"_s).execute();
    Statement(connection, u"SELECT tag_id FROM tags WHERE tag_id = ?"_s).bind(u"x"_s).execute();
    Statement update(connection, u"UPDATE tags SET tag_id = ? WHERE tag_id = ? AND ? IS NULL"_s);
    update.bind(u"a\nb"_s).bind(u"it's"_s).bind(Cell()).execute();
    Statement(connection, u"DELETE FROM tags WHERE 7 = ?"_s).bind(qint64(7)).execute();
    Statement(connection, u"delete from tags"_s).execute();
    QCOMPARE(lines,
             (QStringList{u"INSERT INTO tags (tag_id) VALUES (?); -- 'it''s'"_s,
                          u"UPDATE tags SET tag_id = ? WHERE tag_id = ? AND ? IS NULL; -- 'a b', "
                          "'it''s', NULL"_s,
                          u"DELETE FROM tags WHERE 7 = ?; -- 7"_s, u"delete from tags;"_s}));
}

void TestSqlRecorder::recordsOnlyWhileItLives()
{
    database().createMinimalTable();
    ScopedConnection connection(database().profile());
    QStringList lines;
    Statement insert(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s);
    insert.bind(u"before"_s).execute();
    {
        const SqlRecorder recorder(connection, lines);
        insert.bind(u"meanwhile"_s).execute();
    }
    insert.bind(u"after"_s).execute();
    QCOMPARE(lines, QStringList{u"INSERT INTO tags (tag_id) VALUES (?); -- 'meanwhile'"_s});
}

void TestSqlRecorder::leavesOutStatementsThatFailed()
{
    database().createMinimalTable();
    database().insertTags({u"Go"_s});
    ScopedConnection connection(database().profile());
    QStringList lines;
    const SqlRecorder recorder(connection, lines);
    COMPARE_KIND(errorOf([&connection] {
                     Statement(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s)
                         .bind(u"Go"_s)
                         .execute();
                 }),
                 ErrorKind::Conflict);
    QCOMPARE(lines, QStringList());
}

void TestSqlRecorder::shortensLongValues()
{
    database().createMinimalTable();
    ScopedConnection connection(database().profile());
    QStringList lines;
    const SqlRecorder recorder(connection, lines);
    Statement(connection, u"DELETE FROM tags WHERE tag_id = ?"_s)
        .bind(QString(100, u'x'))
        .execute();
    QCOMPARE(lines, QStringList{u"DELETE FROM tags WHERE tag_id = ?; -- '"_s + QString(60, u'x') +
                                u"…'"_s});
}

void TestSqlRecorder::countsWhatGoesBeyondTwoHundred()
{
    database().createMinimalTable();
    ScopedConnection connection(database().profile());
    QStringList lines;
    const SqlRecorder recorder(connection, lines);
    Statement deletion(connection, u"DELETE FROM tags WHERE tag_id = ?"_s);
    for (int i = 0; i < 201; ++i)
        deletion.bind(QString::number(i)).execute();
    QCOMPARE(lines.size(), 201);
    QCOMPARE(lines.at(199), u"DELETE FROM tags WHERE tag_id = ?; -- '199'"_s);
    QCOMPARE(lines.constLast(), u"-- and 1 more statement"_s);
    deletion.bind(u"x"_s).execute();
    QCOMPARE(lines.size(), 201);
    QCOMPARE(lines.constLast(), u"-- and 2 more statements"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestSqlRecorder)
#include "TestSqlRecorder.moc"
