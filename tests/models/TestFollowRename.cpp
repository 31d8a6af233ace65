// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/FollowRename.h"

#include "models/TagTableModel.h"
#include "support/MakeSnapshot.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

using namespace tagsmith;
using namespace tagsmith::test;
using namespace Qt::StringLiterals;

class TestFollowRename : public QObject
{
    Q_OBJECT

private slots:
    void selectionStaysOnTheRenamedTag();
    void leavesOtherChangesAlone_data();
    void leavesOtherChangesAlone();
};

void TestFollowRename::selectionStaysOnTheRenamedTag()
{
    TagTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(rearrange({}, makeNames({u"a"_s, u"b"_s, u"c"_s}), 0, {}, CancelToken()));
    QItemSelectionModel selection(&model);
    selection.setCurrentIndex(model.index(0, 0), QItemSelectionModel::Select);

    auto change =
        rearrange(model.arrangement(), makeNames({u"b"_s, u"c"_s, u"z"_s}), 0, {}, CancelToken());
    followRename(model.arrangement(), u"a"_s, u"z"_s, change);
    model.apply(std::move(change));
    QCOMPARE(model.name(0), u"b"_s);
    QCOMPARE(selection.currentIndex().data().toString(), u"z"_s);
    QCOMPARE(selection.currentIndex().row(), 2);
    QVERIFY(selection.isSelected(model.index(2, 0)));
}

void TestFollowRename::leavesOtherChangesAlone_data()
{
    QTest::addColumn<QString>("oldName");
    QTest::addColumn<QString>("newName");
    QTest::newRow("old name was not there") << u"x"_s << u"z"_s;
    QTest::newRow("new name is not there") << u"a"_s << u"x"_s;
    QTest::newRow("new name was there") << u"a"_s << u"c"_s;
    QTest::newRow("old name is still there") << u"b"_s << u"z"_s;
}

void TestFollowRename::leavesOtherChangesAlone()
{
    QFETCH(const QString, oldName);
    QFETCH(const QString, newName);
    const auto before = arrange(makeNames({u"a"_s, u"b"_s, u"c"_s}), {}, CancelToken());
    auto change = rearrange(before, makeNames({u"b"_s, u"c"_s, u"z"_s}), 0, {}, CancelToken());
    const auto rows = change.newRowOfOld;
    followRename(before, oldName, newName, change);
    QCOMPARE(change.newRowOfOld, rows);
    QVERIFY(change.changedCells.empty());
}

QTEST_GUILESS_MAIN(TestFollowRename)

#include "TestFollowRename.moc"
