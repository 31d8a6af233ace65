// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Records that cannot be stored are accounted for, and the others are stored. */
class TestImportRejects : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void badRecordsAreRejectedAlone_data();
    void badRecordsAreRejectedAlone();
    void aNameThatTheColumnCannotStore();
    void aValueThatTheColumnCannotStore();
    void aValueThatTheEngineRefuses();
    void aRequiredColumnThatTheFileLacks();
    void updatesNeedNoRequiredColumn();
    void aBadUpdateIsRejectedAlone();
    void manyBadRecordsAmongManyGoodOnes();

private:
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
};

void TestImportRejects::badRecordsAreRejectedAlone_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("bad"); ///< the record on line 3 of the file
    QTest::addColumn<QString>("reason");
    const QString note = u", note TEXT"_s;
    const QString number = u", note INTEGER"_s;
    QTest::newRow("no name") << note << u",x"_s << u"The name is empty; give the tag a name."_s;
    QTest::newRow("empty name") << note << u"\"\",x"_s
                                << u"The name is empty; give the tag a name."_s;
    QTest::newRow("blank name") << note << u"  ,x"_s
                                << u"The name is empty; give the tag a name."_s;
    QTest::newRow("long name")
        << note << QString(191, u'n') + u",x"_s
        << u"“%1…” has 191 characters, but tag_id holds 190; shorten it."_s.arg(QString(40, u'n'));
    QTest::newRow("long value") << u", note VARCHAR(3)"_s << u"bad,abcd"_s
                                << u"“abcd” has 4 characters, but note holds 3; shorten it."_s;
    QTest::newRow("no number") << number << u"bad,many"_s
                               << u"“many” is not a whole number, which note needs; correct it."_s;
    QTest::newRow("empty text for a number")
        << number << u"bad,\"\""_s << u"“” is not a whole number, which note needs; correct it."_s;
    QTest::newRow("no decimal") << u", note DECIMAL(5,2)"_s << u"bad,1.2.3"_s
                                << u"“1.2.3” is not a number, which note needs; correct it."_s;
    QTest::newRow("NUL in a value") << note << u"bad,a"_s + QChar(0) << u"a NUL character"_s;
    QTest::newRow("too many fields") << note << u"bad,x,y"_s << u"3 fields instead of 2"_s;
    QTest::newRow("too few fields") << note << u"bad"_s << u"1 field instead of 2"_s;
    QTest::newRow("NULL where none may be")
        << u", note VARCHAR(9) NOT NULL"_s << u"bad,"_s << u"note needs a value; give one."_s;
}

void TestImportRejects::badRecordsAreRejectedAlone()
{
    QFETCH(const QString, columns);
    QFETCH(const QString, bad);
    QFETCH(const QString, reason);
    test::createTags(database(), test::bytewise(), columns);
    const QString file = u"tag_id,note\nfirst,1\n%1\nlast,2\n"_s.arg(bad);
    const auto account = test::import(database(), test::importOf(file));
    QCOMPARE(test::countsOf(account), u"read 3, inserted 2, rejected 1"_s);
    QCOMPARE(test::rejectionsOf(account), QStringList{u"3: "_s + reason});
    QCOMPARE(database().tags(), (QStringList{u"first"_s, u"last"_s}));
}

void TestImportRejects::aNameThatTheColumnCannotStore()
{
    if (!isMariaDb())
        return; // SQLite stores every character
    test::createTags(database(), u"latin1_swedish_ci"_s);
    database().insertTags({u"?"_s});
    const auto account = test::import(
        database(), test::importOf(u"Café\n日\nGo\n月\ncafe\n?\n€"_s, FileFormat::Lines));
    QCOMPARE(test::countsOf(account), u"read 7, inserted 3, unchanged 2, rejected 2"_s);
    const QString reason =
        u"The name has characters that the column tag_id (latin1) cannot store."_s;
    QCOMPARE(test::rejectionsOf(account), (QStringList{u"2: "_s + reason, u"4: "_s + reason}));
    QCOMPARE(test::pairsOf(account), QStringList{u"5 cafe = 1 Café"_s});
    QStringList tags = database().tags();
    std::sort(tags.begin(), tags.end());
    QCOMPARE(tags, (QStringList{u"?"_s, u"Café"_s, u"Go"_s, u"€"_s}));
}

void TestImportRejects::aValueThatTheColumnCannotStore()
{
    if (!isMariaDb())
        return;
    test::createTags(database(), test::bytewise(), u", note VARCHAR(20) CHARACTER SET latin1"_s);
    const auto account =
        test::import(database(), test::importOf(u"tag_id,note\na,schön\nb,日本\nc,größer\n"_s));
    QCOMPARE(test::countsOf(account), u"read 3, inserted 2, rejected 1"_s);
    QCOMPARE(account.rejections[0].line, 3);
    QVERIFY(account.rejections[0].reason.contains(u"note"_s));
    QCOMPARE(rows(), (QStringList{u"a|schön"_s, u"c|größer"_s}));
}

void TestImportRejects::aValueThatTheEngineRefuses()
{
    test::createTags(
        database(), test::bytewise(),
        u", code INTEGER UNIQUE, uses INTEGER CHECK (uses >= 0), %1, FOREIGN KEY "
        "(parent) REFERENCES tags (tag_id)"_s.arg(test::textColumn(u"parent"_s, test::bytewise())));
    database().execute(u"INSERT INTO tags VALUES ('old', 7, 0, NULL)"_s);
    const auto account = test::import(database(), test::importOf(u"tag_id,code,uses,parent\n"
                                                                 "good,1,1,old\n"
                                                                 "same code as old,7,1,\n"
                                                                 "same code as good,1,1,\n"
                                                                 "negative,2,-1,\n"
                                                                 "orphan,3,1,nobody\n"
                                                                 "fine,4,2,\n"_s));
    QCOMPARE(test::countsOf(account), u"read 6, inserted 2, rejected 4"_s);
    QStringList names;
    for (const Rejection &rejection : account.rejections) {
        names << rejection.name;
        QVERIFY2(rejection.reason.endsWith(u'.'), qPrintable(rejection.reason));
    }
    QCOMPARE(names, (QStringList{u"same code as old"_s, u"same code as good"_s, u"negative"_s,
                                 u"orphan"_s}));
    QCOMPARE(rows(), (QStringList{u"fine|4|2|NULL"_s, u"good|1|1|old"_s, u"old|7|0|NULL"_s}));
}

void TestImportRejects::aRequiredColumnThatTheFileLacks()
{
    test::createTags(database(), test::bytewise(), u", owner VARCHAR(20) NOT NULL"_s);
    database().execute(u"INSERT INTO tags VALUES ('old', 'Ada')"_s);
    const auto account =
        test::import(database(), test::importOf(u"new\nold\nnewer"_s, FileFormat::Lines));
    QCOMPARE(test::countsOf(account), u"read 3, unchanged 1, rejected 2"_s);
    for (const Rejection &rejection : account.rejections)
        QVERIFY2(rejection.reason.contains(u"owner"_s), qPrintable(rejection.reason));
    QCOMPARE(rows(), QStringList{u"old|Ada"_s});
}

void TestImportRejects::updatesNeedNoRequiredColumn()
{
    test::createTags(database(), test::bytewise(), u", owner VARCHAR(20) NOT NULL, note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', 'Ada', NULL), ('b', 'Bob', 'same')"_s);
    const auto account =
        test::import(database(), test::importOf(u"tag_id,note\na,new\nb,same\nc,x\n"_s,
                                                FileFormat::Csv, OnExisting::Update));
    QCOMPARE(test::countsOf(account), u"read 3, updated 1, unchanged 1, rejected 1"_s);
    QCOMPARE(rows(), (QStringList{u"a|Ada|new"_s, u"b|Bob|same"_s}));
}

void TestImportRejects::aBadUpdateIsRejectedAlone()
{
    test::createTags(database(), test::bytewise(), u", code INTEGER UNIQUE"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', 1), ('b', 2), ('c', 3)"_s);
    const auto account =
        test::import(database(), test::importOf(u"tag_id,code\na,10\nb,3\nc,30\n"_s,
                                                FileFormat::Csv, OnExisting::Update));
    QCOMPARE(test::countsOf(account), u"read 3, updated 2, rejected 1"_s);
    QCOMPARE(account.rejections[0].name, u"b"_s);
    QCOMPARE(rows(), (QStringList{u"a|10"_s, u"b|2"_s, u"c|30"_s}));
}

void TestImportRejects::manyBadRecordsAmongManyGoodOnes()
{
    test::createTags(database(), test::bytewise(), u", uses INTEGER CHECK (uses >= 0)"_s);
    QString file = u"tag_id,uses\n"_s;
    for (int i = 0; i < 3000; ++i)
        file += u"tag%1,%2\n"_s.arg(QString::number(i), i % 300 == 7 ? u"-1"_s : u"1"_s);
    const auto account = test::import(database(), test::importOf(file));
    QCOMPARE(test::countsOf(account), u"read 3000, inserted 2990, rejected 10"_s);
    for (size_t i = 0; i < account.rejections.size(); ++i)
        QCOMPARE(account.rejections[i].line, 9 + 300 * static_cast<qint64>(i));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 2990);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportRejects)
#include "TestImportRejects.moc"
