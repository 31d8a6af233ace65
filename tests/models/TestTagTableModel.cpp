// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TagTableModel.h"

#include "support/MakeSnapshot.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tagsmith;
using namespace tagsmith::test;
using namespace Qt::StringLiterals;

namespace
{

using Tester = QAbstractItemModelTester;

std::vector<Column> fourColumns()
{
    std::vector<Column> columns{makeColumn(u"name"_s), makeColumn(u"note"_s),
                                makeColumn(u"uses"_s, ColumnType::Integer),
                                makeColumn(u"icon"_s, ColumnType::Binary)};
    columns[1].declaredType = u"varchar(60)"_s;
    return columns;
}

SnapshotPtr fourTags()
{
    return makeSnapshot(fourColumns(), {{u"a"_s, u"first"_s, u"10"_s, u"ff"_s},
                                        {u"b"_s, std::nullopt, std::nullopt, std::nullopt},
                                        {u"c"_s, u""_s, u"9"_s, u""_s},
                                        {u"d"_s, u"<b>bold</b>"_s, u"8"_s, u""_s}});
}

QStringList shown(const QAbstractItemModel &model, int column = 0)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

void show(TagTableModel &model, const SnapshotPtr &snapshot, const ArrangementRequest &request = {})
{
    model.apply(rearrange(model.arrangement(), snapshot, 0, request, CancelToken()));
}

QStringList numbered(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << u"tag%1"_s.arg(i, 6, 10, QChar(u'0'));
    return names;
}

} // namespace

class TestTagTableModel : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void showsCells();
    void cutsLongTextInTheTable();
    void headerNamesTheColumns();
    void onlyStoredTextIsEditable();
    void editIsAnnounced_data();
    void editIsAnnounced();
    void findsTagsByName();
    void otherColumnsAreAReset();
    void insertsOneRow();
    void removesOneRow();
    void changedCellIsAllThatIsAnnounced();
    void sortMovesRowsWithoutRemovingThem();
    void selectionStaysOnItsTags();
    void openEditorStaysOpen();
    void manyRows();
};

void TestTagTableModel::isEmptyAtFirst()
{
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    show(model, makeNames({}));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 1);
    show(model, makeNames({u"a"_s}));
    QCOMPARE(shown(model), QStringList{u"a"_s});
}

void TestTagTableModel::showsCells()
{
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    show(model, fourTags());
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(shown(model), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(model.index(0, 1).data(Qt::EditRole).toString(), u"first"_s);

    const QModelIndex null = model.index(1, 1);
    QCOMPARE(null.data().toString(), QString());
    QCOMPARE(null.data(TagTableModel::CellRole).toBool(), true);
    QCOMPARE(null.data(Qt::AccessibleTextRole).toString(), u"NULL"_s);
    const QModelIndex empty = model.index(2, 1);
    QCOMPARE(empty.data(TagTableModel::CellRole).toBool(), false);
    QCOMPARE(empty.data(Qt::AccessibleTextRole).toString(), QString());

    QVERIFY(model.index(0, 2).data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
    QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignLeft);
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), u"first"_s);
    // What looks like HTML is shown as it is written.
    QVERIFY(model.index(3, 1).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;bold"_s));
}

void TestTagTableModel::cutsLongTextInTheTable()
{
    TagTableModel model;
    const QString text(1'000'000, u'é');
    show(model, makeNames({text}));
    const QString cut = model.index(0, 0).data().toString();
    QVERIFY(cut.size() < 3000);
    QVERIFY(cut.endsWith(u'…'));
    QVERIFY(text.startsWith(cut.chopped(1)));
    QCOMPARE(model.index(0, 0).data(Qt::EditRole).toString(), text);
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), text);
}

void TestTagTableModel::headerNamesTheColumns()
{
    TagTableModel model;
    show(model, fourTags());
    QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"uses"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(),
             u"note varchar(60)"_s);
    QCOMPARE(model.headerData(2, Qt::Vertical).toInt(), 3);
}

void TestTagTableModel::onlyStoredTextIsEditable()
{
    auto columns = fourColumns();
    columns[1].generated = true;
    TagTableModel model;
    show(model, makeSnapshot(columns, {{u"a"_s, u"b"_s, u"1"_s, u"ff"_s}}));
    QVERIFY(model.index(0, 0).flags() & Qt::ItemIsEditable);
    QVERIFY(!(model.index(0, 1).flags() & Qt::ItemIsEditable));
    QVERIFY(model.index(0, 2).flags() & Qt::ItemIsEditable);
    QVERIFY(!(model.index(0, 3).flags() & Qt::ItemIsEditable));

    QSignalSpy edits(&model, &TagTableModel::editRequested);
    QVERIFY(!model.setData(model.index(0, 3), u"00"_s));
    QCOMPARE(edits.size(), 0);
}

void TestTagTableModel::editIsAnnounced_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QVariant>("typed");
    QTest::addColumn<QVariant>("expected"); // not valid: no edit at all
    const QVariant null = QVariant(QString());
    const QVariant empty = QVariant(u""_s);
    QTest::newRow("text") << 0 << 1 << QVariant(u"new"_s) << QVariant(u"new"_s);
    QTest::newRow("name") << 2 << 0 << QVariant(u"e"_s) << QVariant(u"e"_s);
    QTest::newRow("unchanged") << 0 << 1 << QVariant(u"first"_s) << QVariant();
    QTest::newRow("emptied text") << 0 << 1 << empty << empty;
    QTest::newRow("emptied number") << 0 << 2 << empty << null;
    QTest::newRow("null left alone") << 1 << 1 << empty << QVariant();
    QTest::newRow("null set again") << 1 << 1 << null << QVariant();
    QTest::newRow("set to null") << 0 << 1 << null << null;
    QTest::newRow("empty to null") << 2 << 1 << null << null;
    QTest::newRow("empty unchanged") << 2 << 1 << empty << QVariant();
}

void TestTagTableModel::editIsAnnounced()
{
    QFETCH(const int, row);
    QFETCH(const int, column);
    QFETCH(const QVariant, typed);
    QFETCH(const QVariant, expected);
    TagTableModel model;
    show(model, fourTags(), {{}, 0, Qt::DescendingOrder});
    QSignalSpy edits(&model, &TagTableModel::editRequested);
    const int shownRow = 3 - row;
    const QVariant before = model.index(shownRow, column).data();
    QCOMPARE(model.setData(model.index(shownRow, column), typed), expected.isValid());
    QCOMPARE(model.index(shownRow, column).data(), before); // Until it is stored and loaded again.
    QCOMPARE(edits.size(), expected.isValid() ? 1 : 0);
    if (expected.isValid()) {
        const QString text = edits.constFirst().at(2).toString();
        QCOMPARE(edits.constFirst().at(0).toString(), QString(QChar(u'a' + row)));
        QCOMPARE(edits.constFirst().at(1).toInt(), column);
        QCOMPARE(text, expected.toString());
        QCOMPARE(text.isNull(), expected.toString().isNull());
    }
}

void TestTagTableModel::findsTagsByName()
{
    TagTableModel model;
    QCOMPARE(model.rowOf(u"a"_s), -1);
    show(model, makeNames({u"a"_s, u"é"_s, u"c"_s}), {{}, 0, Qt::DescendingOrder});
    QCOMPARE(model.rowOf(u"é"_s), 0);
    QCOMPARE(model.name(2), u"a"_s);
    QCOMPARE(model.rowOf(u"É"_s), -1);
}

void TestTagTableModel::otherColumnsAreAReset()
{
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    show(model, makeNames({u"a"_s}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    show(model, fourTags());
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.rowCount(), 4);
}

void TestTagTableModel::insertsOneRow()
{
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    show(model, makeNames({u"a"_s, u"c"_s}));
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    show(model, makeNames({u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(shown(model), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(inserts.constFirst().at(1).toInt(), 1);
    QCOMPARE(layouts.size() + resets.size(), 0);
}

void TestTagTableModel::removesOneRow()
{
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    show(model, makeNames({u"a"_s, u"b"_s, u"c"_s}));
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    show(model, makeNames({u"a"_s, u"c"_s}));
    QCOMPARE(shown(model), (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(removals.size(), 1);
    QCOMPARE(removals.constFirst().at(1).toInt(), 1);
    QCOMPARE(layouts.size(), 0);
}

void TestTagTableModel::changedCellIsAllThatIsAnnounced()
{
    const std::vector<Column> columns{makeColumn(u"name"_s), makeColumn(u"note"_s)};
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    show(model, makeSnapshot(columns, {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    show(model, makeSnapshot(columns, {{u"a"_s, u"1"_s}, {u"b"_s, u"3"_s}}));
    QCOMPARE(shown(model, 1), (QStringList{u"1"_s, u"3"_s}));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().at(0).toModelIndex(), model.index(1, 1));
    QCOMPARE(changes.constFirst().at(1).toModelIndex(), model.index(1, 1));
    QCOMPARE(layouts.size(), 0);

    show(model, makeSnapshot(columns, {{u"a"_s, u"1"_s}, {u"b"_s, u"3"_s}}));
    QCOMPARE(changes.size(), 1); // Nothing is new, so nothing is announced.
}

void TestTagTableModel::sortMovesRowsWithoutRemovingThem()
{
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    const auto snapshot = makeNames(numbered(50));
    show(model, snapshot);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    show(model, snapshot, {{}, 0, Qt::DescendingOrder});
    QCOMPARE(model.name(0), u"tag000049"_s);
    QCOMPARE(removals.size() + inserts.size(), 0);
}

void TestTagTableModel::selectionStaysOnItsTags()
{
    TagTableModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    QStringList names = numbered(300);
    show(model, makeNames(names));
    QItemSelectionModel selection(&model);
    for (const int row : {7, 100, 101, 250})
        selection.select(model.index(row, 0), QItemSelectionModel::Select);
    selection.setCurrentIndex(model.index(100, 0), QItemSelectionModel::NoUpdate);

    names.removeAt(250);
    for (int i = 0; i < 290; i += 10)
        names.insert(i, u"new%1"_s.arg(i));
    show(model, makeNames(names), {{}, 0, Qt::DescendingOrder});

    QStringList selected;
    const QModelIndexList rows = selection.selectedRows();
    for (const QModelIndex &index : rows)
        selected << index.data().toString();
    selected.sort();
    QCOMPARE(selected, (QStringList{u"tag000007"_s, u"tag000100"_s, u"tag000101"_s}));
    QCOMPARE(selection.currentIndex().data().toString(), u"tag000100"_s);

    show(model, model.arrangement().snapshot, {u"tag0001"_s});
    QCOMPARE(selection.selectedRows().size(), 2);
    QCOMPARE(selection.currentIndex().data().toString(), u"tag000100"_s);
}

void TestTagTableModel::openEditorStaysOpen()
{
    const std::vector<Column> columns{makeColumn(u"name"_s), makeColumn(u"note"_s)};
    std::vector<Row> rows;
    for (int i = 0; i < 100; ++i)
        rows.push_back({u"n%1"_s.arg(i), u"x"_s});
    TagTableModel model;
    show(model, makeSnapshot(columns, rows));
    QTableView view;
    view.setModel(&model);
    view.show();
    view.setCurrentIndex(model.index(5, 1));
    view.edit(model.index(5, 1));
    auto *editor = view.findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(u"half typed"_s);

    // Other rows and another cell of the same row change, rows come and go, the order turns.
    rows[4][1] = u"y"_s;
    rows[5][0] = u"n5"_s;
    rows.erase(rows.begin());
    rows.push_back({u"new"_s, u"z"_s});
    show(model, makeSnapshot(columns, rows), {{}, 0, Qt::DescendingOrder});
    QCOMPARE(view.findChild<QLineEdit *>(), editor);
    QCOMPARE(editor->text(), u"half typed"_s);
    QCOMPARE(model.name(view.currentIndex().row()), u"n5"_s);
    const QRect cell = view.visualRect(view.currentIndex());
    QTRY_VERIFY(editor->geometry().intersects(cell) || !view.viewport()->rect().intersects(cell));

    QSignalSpy edits(&model, &TagTableModel::editRequested);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(edits.size(), 1);
    QCOMPARE(edits.constFirst().at(0).toString(), u"n5"_s);
    QCOMPARE(edits.constFirst().at(2).toString(), u"half typed"_s);
}

void TestTagTableModel::manyRows()
{
    SnapshotBuilder builder({makeColumn(u"name"_s)}, 0);
    constexpr int count = 200'000;
    for (int row = 0; row < count; ++row)
        builder.append(QString::number(row));
    TagTableModel model;
    show(model, builder.finish());
    show(model, model.arrangement().snapshot, {u"77"_s, 0, Qt::DescendingOrder});
    QCOMPARE(model.name(0), u"199977"_s);
    show(model, model.arrangement().snapshot);
    QCOMPARE(model.rowCount(), count);
    QCOMPARE(model.name(count - 1), u"199999"_s);
}

QTEST_MAIN(TestTagTableModel)

#include "TestTagTableModel.moc"
