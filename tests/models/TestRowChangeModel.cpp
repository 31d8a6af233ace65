// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RowChangeModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestRowChangeModel : public QObject
{
    Q_OBJECT

private slots:
    void aChangeHasItsFieldsThatDiffer();
    void insertedAndDeletedRowsHaveAllFields();
    void nullIsNoText();

private:
    static QStringList line(const RowChangeModel &model, int row)
    {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts << model.index(row, column).data().toString();
        return texts;
    }
};

void TestRowChangeModel::aChangeHasItsFieldsThatDiffer()
{
    RowChangeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setChanges({{u"tags"_s,
                       {u"id"_s, u"name"_s, u"slug"_s, u"note"_s},
                       {u"id"_s},
                       Row{u"4"_s, u"Qt"_s, u"qt"_s, u"same"_s},
                       Row{u"4"_s, u"Qt6"_s, u"qt6"_s, u"same"_s}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(line(model, 0),
             QStringList({u"Changed"_s, u"tags"_s, u"id 4"_s, u"name"_s, u"Qt"_s, u"Qt6"_s}));
    QCOMPARE(line(model, 1), QStringList({{}, {}, {}, u"slug"_s, u"qt"_s, u"qt6"_s}));
}

void TestRowChangeModel::insertedAndDeletedRowsHaveAllFields()
{
    RowChangeModel model;
    const QAbstractItemModelTester tester(&model);
    const QStringList columns{u"post"_s, u"tag_id"_s};
    model.setChanges({{u"taggings"_s, columns, columns, Row{u"10"_s, u"2"_s}, std::nullopt},
                      {u"taggings"_s, columns, columns, std::nullopt, Row{u"10"_s, u"1"_s}}});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(line(model, 0), QStringList({u"Deleted"_s, u"taggings"_s, u"post 10, tag_id 2"_s,
                                          u"post"_s, u"10"_s, u"—"_s}));
    QCOMPARE(line(model, 3), QStringList({{}, {}, {}, u"tag_id"_s, u"—"_s, u"1"_s}));
}

void TestRowChangeModel::nullIsNoText()
{
    RowChangeModel model;
    model.setChanges({{u"tags"_s,
                       {u"id"_s, u"note"_s},
                       {u"id"_s},
                       Row{u"4"_s, std::nullopt},
                       Row{u"4"_s, u"NULL"_s}}});
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex before = model.index(0, RowChangeModel::Before);
    const QModelIndex after = model.index(0, RowChangeModel::After);
    QCOMPARE(before.data(), after.data());
    QVERIFY(before.data(RowChangeModel::NoTextRole).toBool());
    QVERIFY(!after.data(RowChangeModel::NoTextRole).toBool());
}

QTEST_GUILESS_MAIN(TestRowChangeModel)
#include "TestRowChangeModel.moc"
