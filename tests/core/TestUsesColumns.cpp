// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/UsesColumns.h"

#include "core/Arrangement.h"
#include "core/Error.h"
#include "support/MakeSnapshot.h"

#include <QTest>

using namespace tagsmith;
using namespace tagsmith::test;
using namespace Qt::StringLiterals;

namespace
{

Vocabulary makeVocabulary(const QStringList &references)
{
    Vocabulary vocabulary;
    for (const QString &title : references) {
        Reference reference;
        reference.table = title.section(u'.', 0, 0);
        reference.column = title.section(u'.', 1);
        vocabulary.references.push_back(reference);
    }
    return vocabulary;
}

QStringList names(const std::vector<Column> &columns)
{
    QStringList list;
    for (const Column &column : columns)
        list << column.name;
    return list;
}

/** Tags with the keys 1, 2 … and these names; the key is the second column. */
SnapshotPtr makeTags(const QStringList &tags)
{
    SnapshotBuilder builder({makeColumn(u"name"_s), makeColumn(u"id"_s, ColumnType::Integer)}, 0,
                            1);
    for (int i = 0; i < tags.size(); ++i) {
        builder.append(tags[i]);
        builder.append(QString::number(i + 1));
    }
    return builder.finish();
}

QStringList cells(const Snapshot &snapshot, int column)
{
    QStringList texts;
    for (int row = 0; row < snapshot.rowCount(); ++row)
        texts << snapshot.cell(row, column).value_or(u"NULL"_s);
    return texts;
}

QStringList twoReferences()
{
    return {u"posts.tag_id"_s, u"images.tag_id"_s};
}

SnapshotPtr counted(const SnapshotPtr &snapshot, const UseCounts &counts)
{
    return withUses(*snapshot, usesColumns(makeVocabulary(counts.references)), counts, {});
}

} // namespace

class TestUsesColumns : public QObject
{
    Q_OBJECT

private slots:
    void columnsFollowTheReferences();
    void propertiesAreNoUses();
    void countsAreByKey();
    void aTagWithoutCountsHasNoUses();
    void uncountedCellsAreNull();
    void addingThemCopiesNothing();
    void needsAtMost130BytesForATag();
    void unusedAreThoseWithoutAnyUse();
    void unusedAndFilterTogether();
    void sortsByNumber();
    void keepsWhatWasKnownUntilItIsCountedAgain();
    void countingAgainDoesNotSortNamesAgain();
    void canBeCancelled();
};

void TestUsesColumns::columnsFollowTheReferences()
{
    QCOMPARE(names(usesColumns(makeVocabulary({}))), QStringList());
    QCOMPARE(names(usesColumns(makeVocabulary({u"posts.tag_id"_s}))), QStringList{u"Uses"_s});
    QCOMPARE(names(usesColumns(makeVocabulary(twoReferences()))),
             (QStringList{u"Uses"_s, u"posts"_s, u"images"_s}));
    QCOMPARE(names(usesColumns(
                 makeVocabulary({u"posts.tag_id"_s, u"posts.main_tag"_s, u"images.tag_id"_s}))),
             (QStringList{u"Uses"_s, u"posts.tag_id"_s, u"posts.main_tag"_s, u"images"_s}));
}

void TestUsesColumns::propertiesAreNoUses()
{
    Vocabulary vocabulary = makeVocabulary(twoReferences());
    vocabulary.references[0].role = ReferenceRole::Property;
    QCOMPARE(names(usesColumns(vocabulary)), QStringList{u"Uses"_s});
    QCOMPARE(usesColumns(vocabulary).front().declaredType, u"images.tag_id"_s);
}

void TestUsesColumns::countsAreByKey()
{
    UseCounts counts{twoReferences(), {}};
    counts.byKey[u"1"_s] = {3, 4};
    counts.byKey[u"2"_s] = {0, 1000};
    // Two tags of one name: only their keys tell them apart.
    const SnapshotPtr snapshot = counted(makeTags({u"same"_s, u"same"_s}), counts);
    QCOMPARE(snapshot->usesColumn(), 2);
    QCOMPARE(cells(*snapshot, 2), (QStringList{u"7"_s, u"1000"_s}));
    QCOMPARE(cells(*snapshot, 3), (QStringList{u"3"_s, u"0"_s}));
    QCOMPARE(cells(*snapshot, 4), (QStringList{u"4"_s, u"1000"_s}));
    QCOMPARE(snapshot->largest(2), 1000);
    QCOMPARE(snapshot->largest(3), 3);
    QCOMPARE(snapshot->largest(0), 0);
}

void TestUsesColumns::aTagWithoutCountsHasNoUses()
{
    UseCounts counts{{u"posts.tag_id"_s}, {}};
    counts.byKey[u"2"_s] = {5};
    counts.byKey[u"99"_s] = {8}; // a tag of another vocabulary in the same table
    const SnapshotPtr snapshot = counted(makeTags({u"a"_s, u"b"_s, u"c"_s}), counts);
    QCOMPARE(cells(*snapshot, 2), (QStringList{u"0"_s, u"5"_s, u"0"_s}));
}

void TestUsesColumns::uncountedCellsAreNull()
{
    const SnapshotPtr snapshot =
        withUncountedUses(*makeTags({u"a"_s}), usesColumns(makeVocabulary(twoReferences())));
    QCOMPARE(snapshot->columns().size(), size_t(5));
    QCOMPARE(snapshot->tableColumnCount(), 2);
    QVERIFY(!hasCountedUses(*snapshot));
    QVERIFY(!snapshot->isKnown(2));
    QVERIFY(snapshot->isNull(0, 2));
    QVERIFY(snapshot->utf8(0, 2).empty());
}

void TestUsesColumns::addingThemCopiesNothing()
{
    const SnapshotPtr plain = makeTags({u"a"_s, u"b"_s});
    const SnapshotPtr snapshot = counted(plain, {{u"posts.tag_id"_s}, {}});
    QVERIFY(snapshot->sharesColumn(0, *plain));
    QVERIFY(snapshot->sharesColumn(1, *plain));
    const SnapshotPtr back = snapshot->withComputed({});
    QCOMPARE(back->columns(), plain->columns());
    QVERIFY(back->sharesColumn(0, *plain));
}

void TestUsesColumns::needsAtMost130BytesForATag()
{
    constexpr int rows = 100'000;
    SnapshotBuilder builder({makeColumn(u"name"_s), makeColumn(u"description"_s)}, 0);
    const QString description(60, u'd');
    UseCounts counts{{u"posts.tag_id"_s}, {}};
    for (int row = 0; row < rows; ++row) {
        const QString name = u"tag number %1"_s.arg(row);
        builder.append(name);
        builder.append(description);
        counts.byKey[name] = {row};
    }
    const SnapshotPtr snapshot = counted(builder.finish(), counts);
    QVERIFY(snapshot->memoryUse() <= 130 * size_t(rows));
}

void TestUsesColumns::unusedAreThoseWithoutAnyUse()
{
    UseCounts counts{twoReferences(), {}};
    counts.byKey[u"1"_s] = {0, 1};
    counts.byKey[u"3"_s] = {10, 0};
    const SnapshotPtr plain = makeTags({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    ArrangementRequest request;
    request.unusedOnly = true;
    QCOMPARE(shownNames(arrange(counted(plain, counts), request, {})),
             (QStringList{u"b"_s, u"d"_s}));
    // What is not known is not called unused.
    const auto uncounted = withUncountedUses(*plain, usesColumns(makeVocabulary(twoReferences())));
    QCOMPARE(shownNames(arrange(uncounted, request, {})), QStringList());
    QCOMPARE(shownNames(arrange(plain, request, {})), QStringList());
}

void TestUsesColumns::unusedAndFilterTogether()
{
    UseCounts counts{{u"posts.tag_id"_s}, {}};
    counts.byKey[u"1"_s] = {1};
    const SnapshotPtr snapshot = counted(makeTags({u"py one"_s, u"py two"_s, u"other"_s}), counts);
    ArrangementRequest request;
    request.filter = u"py"_s;
    request.unusedOnly = true;
    QCOMPARE(shownNames(arrange(snapshot, request, {})), QStringList{u"py two"_s});
}

void TestUsesColumns::sortsByNumber()
{
    UseCounts counts{{u"posts.tag_id"_s}, {}};
    counts.byKey[u"1"_s] = {9};
    counts.byKey[u"2"_s] = {100};
    counts.byKey[u"3"_s] = {20};
    const SnapshotPtr snapshot = counted(makeTags({u"a"_s, u"b"_s, u"c"_s, u"d"_s}), counts);
    ArrangementRequest request;
    request.sortColumn = snapshot->usesColumn();
    request.sortOrder = Qt::DescendingOrder;
    QCOMPARE(shownNames(arrange(snapshot, request, {})),
             (QStringList{u"b"_s, u"c"_s, u"a"_s, u"d"_s}));
}

void TestUsesColumns::keepsWhatWasKnownUntilItIsCountedAgain()
{
    UseCounts counts{{u"posts.tag_id"_s}, {}};
    counts.byKey[u"1"_s] = {7};
    counts.byKey[u"2"_s] = {8};
    const Arrangement shown = arrange(counted(makeTags({u"a"_s, u"b"_s}), counts), {}, {});
    const auto reloaded = withUncountedUses(*makeTags({u"A"_s, u"b"_s, u"new"_s}),
                                            usesColumns(makeVocabulary(counts.references)));
    const ArrangementChange change = rearrange(shown, reloaded, 1, {}, {});
    const Snapshot &next = *change.next.snapshot;
    QCOMPARE(cells(next, 2), (QStringList{u"7"_s, u"8"_s, u"NULL"_s}));
    QCOMPARE(next.largest(2), 8);
    QVERIFY(next.sharesColumn(0, *reloaded));
    QCOMPARE(change.changedCells, (std::vector<ChangedCells>{{0, 0, 0, 0}}));

    counts.byKey[u"2"_s] = {80};
    const ArrangementChange again =
        rearrange(change.next, counted(change.next.snapshot, counts), 1, {}, {});
    QCOMPARE(cells(*again.next.snapshot, 2), (QStringList{u"7"_s, u"80"_s, u"0"_s}));
    QCOMPARE(again.changedCells, (std::vector<ChangedCells>{{1, 2, 2, 2}}));
}

void TestUsesColumns::countingAgainDoesNotSortNamesAgain()
{
    const SnapshotPtr plain = makeTags({u"b"_s, u"a"_s});
    const UseCounts counts{{u"posts.tag_id"_s}, {}};
    ArrangementRequest request;
    request.sortColumn = 0;
    const auto columns = usesColumns(makeVocabulary(counts.references));
    const Arrangement before = arrange(withUncountedUses(*plain, columns), request, {});
    const ArrangementChange change = rearrange(before, counted(plain, counts), 1, request, {});
    QCOMPARE(change.next.sorted, before.sorted);
    QCOMPARE(shownNames(change.next), (QStringList{u"a"_s, u"b"_s}));
}

void TestUsesColumns::canBeCancelled()
{
    const CancelToken token;
    token.cancel();
    QVERIFY_THROWS_EXCEPTION(DatabaseError, withUses(*makeTags({u"a"_s}),
                                                     usesColumns(makeVocabulary(twoReferences())),
                                                     {twoReferences(), {}}, token));
}

QTEST_GUILESS_MAIN(TestUsesColumns)

#include "TestUsesColumns.moc"
