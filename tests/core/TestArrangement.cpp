// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Arrangement.h"

#include "core/Error.h"
#include "support/MakeSnapshot.h"

#include <QTest>

using namespace tagsmith;
using namespace tagsmith::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList filtered(const SnapshotPtr &snapshot, const QString &filter)
{
    return shownNames(arrange(snapshot, {filter}, CancelToken()));
}

QStringList sorted(const SnapshotPtr &snapshot, int column,
                   Qt::SortOrder order = Qt::AscendingOrder)
{
    return shownNames(arrange(snapshot, {{}, column, order}, CancelToken()));
}

/** Names n0, n1, … beside @p values. */
SnapshotPtr makeValues(ColumnType type, const std::vector<Cell> &values)
{
    std::vector<Row> rows;
    for (const Cell &value : values)
        rows.push_back({u"n%1"_s.arg(rows.size()), value});
    return makeSnapshot({makeColumn(u"name"_s), makeColumn(u"value"_s, type)}, rows);
}

QStringList sortedValues(ColumnType type, const std::vector<Cell> &values,
                         Qt::SortOrder order = Qt::AscendingOrder)
{
    const auto arrangement = arrange(makeValues(type, values), {{}, 1, order}, CancelToken());
    QStringList texts;
    for (const std::uint32_t row : arrangement.order)
        texts << arrangement.snapshot->cell(static_cast<int>(row), 1).value_or(u"NULL"_s);
    return texts;
}

} // namespace

class TestArrangement : public QObject
{
    Q_OBJECT

private slots:
    void withoutRequestShowsTheSnapshot();
    void filterFinds_data();
    void filterFinds();
    void filterStaysInsideACell();
    void filterReadsAllTextColumns();
    void filterFindsInManyRows();
    void textSortsAsPeopleReadIt();
    void numbersSortByValue();
    void hugeNumbersSortExactly();
    void datesSortByTheirText();
    void nullIsTheSmallest();
    void equalRowsKeepTheirOrder();
    void filterKeepsTheSort();
    void unknownSortColumnMeansNoSort();
    void cancelledTokenStopsIt();
    void rearrangeFollowsKeys();
    void rearrangeOfNothing();
    void rearrangeAcrossColumnsMatchesNothing();
    void rearrangeNamesChangedCells();
    void rearrangeNeverGivesARowTwice();
    void rearrangeSortsOnlyOnce();
};

void TestArrangement::withoutRequestShowsTheSnapshot()
{
    const QStringList names{u"b"_s, u"a"_s, u"c"_s};
    QCOMPARE(filtered(makeNames(names), {}), names);
    QCOMPARE(filtered(makeNames(names), u"  \t "_s), names);
    QCOMPARE(filtered(makeNames({}), u"x"_s), QStringList());
}

void TestArrangement::filterFinds_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("part") << u"ytho"_s << QStringList{u"Python"_s};
    QTest::newRow("case") << u"PYTHON"_s << QStringList{u"Python"_s};
    QTest::newRow("accents not typed") << u"francais"_s << QStringList{u"Français"_s};
    QTest::newRow("accents typed") << u"pÿthón"_s << QStringList{u"Python"_s};
    QTest::newRow("decomposed text") << u"cafe\u0301"_s << QStringList{u"Café noir"_s};
    QTest::newRow("ascii part of other text") << u"NOIR"_s << QStringList{u"Café noir"_s};
    QTest::newRow("japanese") << u"本"_s << QStringList{u"日本語"_s};
    QTest::newRow("two words") << u"noir caf"_s << QStringList{u"Café noir"_s};
    QTest::newRow("ideographic space") << u"noir\u3000caf"_s << QStringList{u"Café noir"_s};
    QTest::newRow("one word missing") << u"noir tea"_s << QStringList();
    QTest::newRow("signs") << u"++"_s << QStringList{u"C++"_s};
    QTest::newRow("percent is a sign") << u"%"_s << QStringList{u"100%_sure"_s};
    QTest::newRow("one letter") << u"N"_s
                                << QStringList{u"Python"_s, u"Français"_s, u"Café noir"_s};
    QTest::newRow("nothing") << u"zzz"_s << QStringList();
}

void TestArrangement::filterFinds()
{
    const auto snapshot = makeNames(
        {u"Python"_s, u"Français"_s, u"Café noir"_s, u"日本語"_s, u"C++"_s, u"100%_sure"_s, u""_s});
    QFETCH(const QString, filter);
    QFETCH(const QStringList, expected);
    QCOMPARE(filtered(snapshot, filter), expected);
}

void TestArrangement::filterStaysInsideACell()
{
    const auto snapshot = makeNames({u"ab"_s, u"cd"_s, u"bcx"_s, u"é"_s, u"bc"_s});
    QCOMPARE(filtered(snapshot, u"bc"_s), (QStringList{u"bcx"_s, u"bc"_s}));
    QCOMPARE(filtered(snapshot, u"abc"_s), QStringList());
}

void TestArrangement::filterReadsAllTextColumns()
{
    const auto snapshot = makeSnapshot(
        {makeColumn(u"name"_s), makeColumn(u"note"_s), makeColumn(u"n"_s, ColumnType::Integer)},
        {{u"Python"_s, u"a snake"_s, u"17"_s}, {u"Snake"_s, std::nullopt, u"18"_s}});
    QCOMPARE(filtered(snapshot, u"snake"_s), (QStringList{u"Python"_s, u"Snake"_s}));
    QCOMPARE(filtered(snapshot, u"snake python"_s), QStringList{u"Python"_s});
    QCOMPARE(filtered(snapshot, u"17"_s), QStringList());

    const auto numbers =
        makeSnapshot({makeColumn(u"name"_s, ColumnType::Integer)}, {{u"2024"_s}, {u"1999"_s}});
    QCOMPARE(filtered(numbers, u"202"_s), QStringList{u"2024"_s});
}

void TestArrangement::filterFindsInManyRows()
{
    QStringList names;
    QStringList expected;
    for (int i = 0; i < 30'000; ++i) {
        names << (i % 7 == 0 ? u"Größe-%1"_s : u"size-%1"_s).arg(i);
        if (names.constLast().contains(u"99"_s))
            expected << names.constLast();
    }
    const auto snapshot = makeNames(names);
    QCOMPARE(filtered(snapshot, u"99"_s), expected);
    QCOMPARE(filtered(snapshot, u"99 grosse"_s), expected.filter(u"Größe"_s));
    QCOMPARE(filtered(snapshot, u"s"_s).size(), 30'000);
}

void TestArrangement::textSortsAsPeopleReadIt()
{
    const auto snapshot = makeNames({u"zebra"_s, u"Äpfel"_s, u"tag10"_s, u"apple"_s, u"Tag9"_s,
                                     u"Banana"_s, u""_s, u"éclair"_s});
    const QStringList ascending{u""_s,       u"Äpfel"_s, u"apple"_s, u"Banana"_s,
                                u"éclair"_s, u"Tag9"_s,  u"tag10"_s, u"zebra"_s};
    QCOMPARE(sorted(snapshot, 0), ascending);
    QCOMPARE(sorted(snapshot, 0, Qt::DescendingOrder),
             QStringList(ascending.rbegin(), ascending.rend()));
}

void TestArrangement::numbersSortByValue()
{
    QCOMPARE(sortedValues(ColumnType::Integer, {u"10"_s, u"-3"_s, u"9"_s, u"0"_s, u"-20"_s}),
             (QStringList{u"-20"_s, u"-3"_s, u"0"_s, u"9"_s, u"10"_s}));
    QCOMPARE(sortedValues(ColumnType::Real, {u"1e3"_s, u"0.5"_s, u"-0.25"_s, u"12"_s, u"-inf"_s}),
             (QStringList{u"-inf"_s, u"-0.25"_s, u"0.5"_s, u"12"_s, u"1e3"_s}));
    // SQLite lets text into a column of numbers.
    QCOMPARE(sortedValues(ColumnType::Integer, {u"b"_s, u"7"_s, u"a"_s, u""_s, u"-7"_s}),
             (QStringList{u"-7"_s, u"7"_s, u""_s, u"a"_s, u"b"_s}));
}

void TestArrangement::hugeNumbersSortExactly()
{
    const QStringList ascending{u"-9007199254740993"_s,    u"-9007199254740992"_s,
                                u"9007199254740992"_s,     u"9007199254740993"_s,
                                u"18446744073709551614"_s, u"18446744073709551615"_s};
    const std::vector<Cell> reversed(ascending.rbegin(), ascending.rend());
    QCOMPARE(sortedValues(ColumnType::Integer, reversed), ascending);
}

void TestArrangement::datesSortByTheirText()
{
    QCOMPARE(sortedValues(ColumnType::DateTime, {u"2024-02-01 10:00:00"_s, u"2024-02-01 09:59:59"_s,
                                                 u"1999-12-31 23:59:59"_s}),
             (QStringList{u"1999-12-31 23:59:59"_s, u"2024-02-01 09:59:59"_s,
                          u"2024-02-01 10:00:00"_s}));
}

void TestArrangement::nullIsTheSmallest()
{
    const std::vector<Cell> values{u"1"_s, std::nullopt, u"-5"_s, u""_s};
    for (const ColumnType type : {ColumnType::Text, ColumnType::Integer, ColumnType::DateTime}) {
        QCOMPARE(sortedValues(type, values).constFirst(), u"NULL"_s);
        QCOMPARE(sortedValues(type, values, Qt::DescendingOrder).constLast(), u"NULL"_s);
    }
}

void TestArrangement::equalRowsKeepTheirOrder()
{
    for (const ColumnType type : {ColumnType::Text, ColumnType::Integer, ColumnType::DateTime}) {
        std::vector<Cell> values;
        for (int i = 0; i < 200; ++i)
            values.push_back(i % 2 == 0 ? u"1"_s : u"2"_s);
        const auto snapshot = makeValues(type, values);
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const QStringList names = sorted(snapshot, 1, order);
            const int first = order == Qt::AscendingOrder ? 0 : 1;
            for (int i = 0; i < 100; ++i)
                QCOMPARE(names[i], u"n%1"_s.arg(2 * i + first));
        }
    }
}

void TestArrangement::filterKeepsTheSort()
{
    QStringList names;
    for (int i = 0; i < 1000; ++i)
        names << u"tag %1"_s.arg((i * 37) % 1000);
    const auto snapshot = makeNames(names);
    const QStringList all = sorted(snapshot, 0, Qt::DescendingOrder);
    for (const QString &filter : {u"9"_s, u"99"_s, u"tag"_s, u"nothing"_s}) {
        const auto arrangement = arrange(snapshot, {filter, 0, Qt::DescendingOrder}, CancelToken());
        QCOMPARE(shownNames(arrangement), all.filter(filter));
    }
}

void TestArrangement::unknownSortColumnMeansNoSort()
{
    QCOMPARE(sorted(makeNames({u"b"_s, u"a"_s}), 5), (QStringList{u"b"_s, u"a"_s}));
}

void TestArrangement::cancelledTokenStopsIt()
{
    const CancelToken token;
    token.cancel();
    try {
        arrange(makeNames({u"a"_s}), {u"a"_s, 0}, token);
        QFAIL("it went on");
    } catch (const DatabaseError &error) {
        QCOMPARE(error.error().kind, ErrorKind::Cancelled);
    }
}

void TestArrangement::rearrangeFollowsKeys()
{
    const auto before = arrange(makeNames({u"a"_s, u"b"_s, u"c"_s, u"d"_s}), {}, CancelToken());
    const auto change = rearrange(before, makeNames({u"a"_s, u"aa"_s, u"c"_s, u"d"_s, u"é"_s}), 0,
                                  {{}, 0, Qt::DescendingOrder}, CancelToken());
    QCOMPARE(shownNames(change.next), (QStringList{u"é"_s, u"d"_s, u"c"_s, u"aa"_s, u"a"_s}));
    QCOMPARE(change.newRowOfOld, (std::vector<std::int32_t>{4, -1, 2, 1}));

    const auto same = rearrange(before, before.snapshot, 0, {u"c"_s}, CancelToken());
    QCOMPARE(same.newRowOfOld, (std::vector<std::int32_t>{-1, -1, 0, -1}));
    QVERIFY(same.changedCells.empty());
}

void TestArrangement::rearrangeOfNothing()
{
    const auto change = rearrange({}, makeNames({u"a"_s}), 0, {}, CancelToken());
    QCOMPARE(shownNames(change.next), QStringList{u"a"_s});
    QVERIFY(change.newRowOfOld.empty());

    const auto emptied = rearrange(change.next, makeNames({}), 0, {}, CancelToken());
    QCOMPARE(emptied.newRowOfOld, std::vector<std::int32_t>{-1});
    QCOMPARE(emptied.next.rowCount(), 0);
}

void TestArrangement::rearrangeAcrossColumnsMatchesNothing()
{
    const auto before = arrange(makeNames({u"a"_s}), {}, CancelToken());
    const auto other = makeSnapshot({makeColumn(u"x"_s), makeColumn(u"y"_s)}, {{u"1"_s, u"a"_s}});
    QCOMPARE(rearrange(before, other, 1, {}, CancelToken()).newRowOfOld,
             std::vector<std::int32_t>{-1});
}

void TestArrangement::rearrangeNamesChangedCells()
{
    const std::vector<Column> columns{makeColumn(u"name"_s), makeColumn(u"note"_s),
                                      makeColumn(u"colour"_s)};
    const auto before = arrange(makeSnapshot(columns, {{u"a"_s, u"1"_s, u"red"_s},
                                                       {u"b"_s, u"2"_s, u"red"_s},
                                                       {u"c"_s, u"3"_s, u"red"_s},
                                                       {u"d"_s, u""_s, u"red"_s}}),
                                {}, CancelToken());
    const auto after = makeSnapshot(columns, {{u"0"_s, u"0"_s, u"new"_s},
                                              {u"a"_s, u"1"_s, u"blue"_s},
                                              {u"b"_s, u"2"_s, u"blue"_s},
                                              {u"c"_s, u"3"_s, u"red"_s},
                                              {u"d"_s, std::nullopt, u"blue"_s}});
    const auto change = rearrange(before, after, 0, {}, CancelToken());
    QCOMPARE(change.changedCells, (std::vector<ChangedCells>{{1, 2, 2, 2}, {4, 4, 1, 2}}));
}

void TestArrangement::rearrangeNeverGivesARowTwice()
{
    // SQLite allows several NULL keys, and 1 beside '1'.
    const std::vector<Column> columns{makeColumn(u"name"_s), makeColumn(u"note"_s)};
    const auto before = arrange(makeSnapshot(columns, {{u"x"_s, u"1"_s},
                                                       {std::nullopt, u"2"_s},
                                                       {std::nullopt, u"3"_s},
                                                       {u"x"_s, u"4"_s},
                                                       {u"y"_s, u"5"_s}}),
                                {}, CancelToken());
    const auto after = makeSnapshot(
        columns, {{u"new"_s, u"0"_s}, {u"x"_s, u"1"_s}, {std::nullopt, u"2"_s}, {u"z"_s, u"6"_s}});
    const auto change = rearrange(before, after, 0, {}, CancelToken());
    QCOMPARE(change.newRowOfOld, (std::vector<std::int32_t>{1, -1, -1, -1, -1}));
}

void TestArrangement::rearrangeSortsOnlyOnce()
{
    const auto snapshot = makeNames({u"b"_s, u"c"_s, u"a"_s});
    const auto first = arrange(snapshot, {{}, 0}, CancelToken());
    const auto narrow = rearrange(first, snapshot, 0, {u"b"_s, 0}, CancelToken());
    QCOMPARE(narrow.next.sorted, first.sorted);
    const auto wide = rearrange(narrow.next, snapshot, 0, {{}, 0}, CancelToken());
    QCOMPARE(wide.next.sorted, first.sorted);
    QCOMPARE(shownNames(wide.next), (QStringList{u"a"_s, u"b"_s, u"c"_s}));

    const auto turned =
        rearrange(wide.next, snapshot, 0, {{}, 0, Qt::DescendingOrder}, CancelToken());
    QCOMPARE(shownNames(turned.next), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    const auto reloaded =
        rearrange(wide.next, makeNames({u"z"_s, u"y"_s}), 0, {{}, 0}, CancelToken());
    QCOMPARE(shownNames(reloaded.next), (QStringList{u"y"_s, u"z"_s}));
}

QTEST_GUILESS_MAIN(TestArrangement)

#include "TestArrangement.moc"
