// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Snapshot.h"

#include "support/MakeSnapshot.h"

#include <QTest>

using namespace tagsmith;
using namespace tagsmith::test;
using namespace Qt::StringLiterals;

class TestSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatWasPutIn();
    void tellsNullFromEmpty();
    void copyIsNotTouchedByLaterRows();
    void builderBeginsAnewAfterFinish();
    void replacesLoneSurrogates();
    void givesTheTextOfSeveralRows();
    void comparesCellsOfTwoSnapshots();
    void needsAtMost130BytesForATag();
};

void TestSnapshot::givesBackWhatWasPutIn()
{
    const QString longText(300'000, u'ž');
    const auto snapshot =
        makeSnapshot({makeColumn(u"name"_s), makeColumn(u"note"_s)},
                     {{u"Python"_s, u"snake"_s}, {u"日本語 😀"_s, longText}, {u""_s, u"a\0b"_s}});
    QCOMPARE(snapshot->rowCount(), 3);
    QCOMPARE(snapshot->columns().size(), size_t(2));
    QCOMPARE(snapshot->name(0), u"Python"_s);
    QCOMPARE(snapshot->name(1), u"日本語 😀"_s);
    QCOMPARE(snapshot->text(1, 1), longText);
    QCOMPARE(snapshot->text(2, 1), u"a\0b"_s);
    QCOMPARE(snapshot->text(2, 1).size(), 3);
}

void TestSnapshot::tellsNullFromEmpty()
{
    const auto snapshot = makeSnapshot(
        {makeColumn(u"name"_s), makeColumn(u"note"_s)},
        {{u"a"_s, u""_s}, {u"b"_s, std::nullopt}, {u"c"_s, u"x"_s}, {u"d"_s, std::nullopt}});
    QCOMPARE(snapshot->cell(0, 1), Cell(u""_s));
    QCOMPARE(snapshot->cell(1, 1), Cell());
    QCOMPARE(snapshot->cell(2, 1), Cell(u"x"_s));
    QVERIFY(snapshot->isNull(3, 1));
    QVERIFY(!snapshot->isNull(3, 0));
    QVERIFY(snapshot->utf8(1, 1).empty());
}

void TestSnapshot::copyIsNotTouchedByLaterRows()
{
    SnapshotBuilder builder({makeColumn(u"name"_s)}, 0);
    builder.append(u"first");
    const SnapshotPtr partial = builder.copy();
    builder.appendUtf8("zweite Zeile ü");
    QCOMPARE(builder.rowCount(), 2);
    const SnapshotPtr whole = builder.finish();
    QCOMPARE(partial->rowCount(), 1);
    QCOMPARE(partial->name(0), u"first"_s);
    QCOMPARE(whole->rowCount(), 2);
    QCOMPARE(whole->name(1), u"zweite Zeile ü"_s);
}

void TestSnapshot::builderBeginsAnewAfterFinish()
{
    SnapshotBuilder builder({makeColumn(u"name"_s)}, 0);
    builder.append(u"old");
    const SnapshotPtr first = builder.finish();
    QCOMPARE(builder.rowCount(), 0);
    builder.append(u"new");
    const SnapshotPtr second = builder.finish();
    QCOMPARE(first->name(0), u"old"_s);
    QCOMPARE(second->rowCount(), 1);
    QCOMPARE(second->name(0), u"new"_s);
    QCOMPARE(second->columns(), first->columns());
}

void TestSnapshot::replacesLoneSurrogates()
{
    const QString broken = QString(QChar(0xD83D)) + u'x';
    const auto snapshot = makeNames({broken, u"next"_s});
    QCOMPARE(snapshot->name(0), u"\uFFFDx"_s);
    QCOMPARE(snapshot->name(1), u"next"_s);
}

void TestSnapshot::givesTheTextOfSeveralRows()
{
    const auto snapshot = makeNames({u"ab"_s, u""_s, u"cde"_s, u"f"_s});
    QCOMPARE(snapshot->utf8OfRows(0, 4, 0), std::string_view("abcdef"));
    QCOMPARE(snapshot->utf8OfRows(1, 3, 0), std::string_view("cde"));
    QVERIFY(snapshot->utf8OfRows(0, 0, 0).empty());
}

void TestSnapshot::comparesCellsOfTwoSnapshots()
{
    const std::vector<Column> columns{makeColumn(u"name"_s), makeColumn(u"note"_s)};
    const auto one = makeSnapshot(columns, {{u"a"_s, u""_s}, {u"b"_s, u"x"_s}});
    const auto other = makeSnapshot(columns, {{u"a"_s, std::nullopt}, {u"b"_s, u"x"_s}});
    QVERIFY(one->sameCell(0, 0, *other, 0));
    QVERIFY(!one->sameCell(0, 1, *other, 0)); // empty is not NULL
    QVERIFY(one->sameCell(1, 1, *other, 1));
    QVERIFY(!one->sameCell(0, 0, *other, 1));
}

void TestSnapshot::needsAtMost130BytesForATag()
{
    constexpr int rows = 50'000;
    SnapshotBuilder builder({makeColumn(u"name"_s), makeColumn(u"description"_s)}, 0);
    for (int row = 0; row < rows; ++row) {
        builder.append(u"tag%1"_s.arg(row, 7, 10, QChar(u'0')));
        builder.append(QString(60, u'd'));
    }
    Arrangement arrangement = arrange(builder.finish(), {{}, 0, Qt::AscendingOrder}, CancelToken());
    QCOMPARE(arrangement.rowCount(), rows);
    const size_t bytes = arrangement.snapshot->memoryUse() +
                         (arrangement.order.capacity() + arrangement.sorted->capacity()) * 4;
    QVERIFY2(bytes <= 130 * rows, qPrintable(QString::number(bytes / rows)));
    QVERIFY(bytes >= 70 * rows); // The text itself is counted.
}

QTEST_GUILESS_MAIN(TestSnapshot)

#include "TestSnapshot.moc"
