// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/CompareReceipts.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestCompareReceipts : public QObject
{
    Q_OBJECT

private slots:
    void equalOnesDoNotDiffer();
    void tellsEachDifference();
    void whatOnlyOneHas();
    void referencesOfOneColumnAreOne();
    void whatCannotBeTheSameIsNotCompared();

private:
    static Receipt sample()
    {
        Receipt receipt;
        receipt.kind = u"merge"_s;
        receipt.tags = 2;
        receipt.references = {{u"taggings"_s, u"tag_id"_s, 412, 5, 0},
                              {u"meta"_s, u"tag"_s, 1, 0, 0}};
        receipt.childrenLifted = 3;
        receipt.counters = {{u"Go"_s, u"uses"_s, u"7"_s, u"419"_s}};
        return receipt;
    }
};

void TestCompareReceipts::equalOnesDoNotDiffer()
{
    QCOMPARE(receiptDifferences(sample(), sample()), QStringList());
}

void TestCompareReceipts::tellsEachDifference()
{
    Receipt found = sample();
    found.tags = 1;
    found.references[0] = {u"taggings"_s, u"tag_id"_s, 415, 6, 2};
    found.childrenLifted = 0;
    found.counters[0].before = u"8"_s;
    found.counters[0].after = {};
    QCOMPARE(receiptDifferences(sample(), found),
             (QStringList{u"tags 2 → 1"_s, u"taggings.tag_id: moved 412 → 415"_s,
                          u"taggings.tag_id: collapsed 5 → 6"_s,
                          u"taggings.tag_id: removed 0 → 2"_s, u"children lifted 3 → 0"_s,
                          u"“Go”: uses before 7 → 8"_s, u"“Go”: uses after 419 → NULL"_s}));
}

void TestCompareReceipts::whatOnlyOneHas()
{
    Receipt found = sample();
    found.references.erase(found.references.begin() + 1);
    found.references.push_back({u"a_links"_s, u"tag"_s, 0, 0, 4});
    const QStringList expected{u"a_links.tag: removed 0 → 4"_s, u"meta.tag: moved 1 → 0"_s};
    QCOMPARE(receiptDifferences(sample(), found), expected);
}

void TestCompareReceipts::referencesOfOneColumnAreOne()
{
    Receipt shown = sample();
    shown.references = {{u"links"_s, u"tag"_s, 1, 0, 0}, {u"links"_s, u"tag"_s, 2, 0, 0}};
    Receipt found = sample();
    found.references = {{u"links"_s, u"tag"_s, 1, 0, 0}, {u"links"_s, u"tag"_s, 3, 0, 0}};
    QCOMPARE(receiptDifferences(shown, found), QStringList{u"links.tag: moved 3 → 4"_s});
}

void TestCompareReceipts::whatCannotBeTheSameIsNotCompared()
{
    Receipt found = sample();
    found.operation = u"0b9e"_s;
    found.dryRun = true;
    found.sql = QStringList{u"DELETE FROM tags"_s};
    found.samples = {{u"taggings"_s, u"moved"_s, {}, {}}};
    QCOMPARE(receiptDifferences(sample(), found), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCompareReceipts)
#include "TestCompareReceipts.moc"
