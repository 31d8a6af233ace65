// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ActionReceipts.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What many actions did together. */
class TestActionReceipts : public QObject
{
    Q_OBJECT

private slots:
    void countsReferences();
    void tellsEachWarningAndStepOnce();
    void followsAddressesToTheirEnd_data();
    void followsAddressesToTheirEnd();
    void namesEachObjectOnce();
    void countsTheRowsOfTheTable();
};

void TestActionReceipts::countsReferences()
{
    ActionReceipts receipts;
    for (const QString &column : {u"tag"_s, u"other"_s, u"tag"_s}) {
        Receipt receipt;
        receipt.kind = u"merge"_s;
        receipt.references = {{u"links"_s, column, 3, 2, 1}};
        receipt.childrenLifted = 4;
        receipts.add(std::move(receipt));
    }
    const Receipt sum = receipts.together();
    const std::vector<ReferenceCount> expected{{u"links"_s, u"tag"_s, 6, 4, 2},
                                               {u"links"_s, u"other"_s, 3, 2, 1}};
    QVERIFY(sum.references == expected);
    QCOMPARE(sum.childrenLifted, 12);
}

void TestActionReceipts::tellsEachWarningAndStepOnce()
{
    ActionReceipts receipts;
    for (const QString &word : {u"one"_s, u"two"_s, u"one"_s}) {
        Receipt receipt;
        receipt.warnings = QStringList{word};
        receipt.aftercare = {{u"Do it."_s, word}, {u"Always."_s, {}}};
        receipts.add(std::move(receipt));
    }
    const Receipt sum = receipts.together();
    QCOMPARE(sum.warnings, (QStringList{u"one"_s, u"two"_s}));
    const std::vector<AftercareStep> expected{
        {u"Do it."_s, u"one"_s}, {u"Always."_s, {}}, {u"Do it."_s, u"two"_s}};
    QVERIFY(sum.aftercare == expected);
}

void TestActionReceipts::followsAddressesToTheirEnd_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("redirects");
    QTest::newRow("apart") << u"a>b c>d"_s << u"a>b c>d"_s;
    QTest::newRow("on") << u"a>b b>c c>d"_s << u"a>d b>d c>d"_s;
    QTest::newRow("to nothing") << u"a>b b>"_s << u"a> b>"_s;
    QTest::newRow("there and back") << u"a>b b>a"_s << u"b>a"_s;
    QTest::newRow("ended twice") << u"a>b a>c"_s << u"a>c"_s;
    QTest::newRow("an end that lives again") << u"a> b>a"_s << u"b>a"_s;
    QTest::newRow("and ends again") << u"a> b>a a>c"_s << u"b>c a>c"_s;
}

void TestActionReceipts::followsAddressesToTheirEnd()
{
    QFETCH(const QString, steps);
    QFETCH(const QString, redirects);
    ActionReceipts receipts;
    const QStringList words = steps.split(u' ');
    for (const QString &word : words) {
        Receipt receipt;
        receipt.redirects = {{word.section(u'>', 0, 0), word.section(u'>', 1)}};
        receipts.add(std::move(receipt));
    }
    QStringList texts;
    const Receipt sum = receipts.together();
    for (const Redirect &redirect : sum.redirects)
        texts << redirect.from + u'>' + redirect.to;
    QCOMPARE(texts.join(u' '), redirects);
}

void TestActionReceipts::namesEachObjectOnce()
{
    ActionReceipts receipts;
    const auto add = [&receipts](const QString &table, int first, int last, qint64 leftOut) {
        Receipt receipt;
        ChangedObjects objects{table, {u"id"_s}, {}, leftOut};
        for (int id = first; id <= last; ++id)
            objects.rows.push_back({QString::number(id)});
        receipt.changedObjects = {objects};
        receipts.add(std::move(receipt));
    };
    add(u"links"_s, 1, 7'000, 0);
    add(u"notes"_s, 1, 2, 5);
    add(u"links"_s, 5'001, 12'000, 3);
    const Receipt sum = receipts.together();
    QCOMPARE(sum.changedObjects.size(), size_t(2));
    QCOMPARE(sum.changedObjects[0].rows.size(), size_t(10'000));
    QCOMPARE(sum.changedObjects[0].leftOut, 2'003);
    QCOMPARE(sum.changedObjects[1].rows.size(), size_t(2));
    QCOMPARE(sum.changedObjects[1].leftOut, 5);
}

void TestActionReceipts::countsTheRowsOfTheTable()
{
    ActionReceipts receipts;
    const std::vector<std::pair<QString, qint64>> done{{u"add"_s, 1},    {u"rename"_s, 1},
                                                       {u"merge"_s, 3},  {u"delete"_s, 2},
                                                       {u"delete"_s, 0}, {QString(), 0}};
    for (const auto &[kind, rows] : done) {
        Receipt receipt;
        receipt.kind = kind;
        receipt.tags = rows;
        receipts.add(std::move(receipt));
    }
    QCOMPARE(receipts.added().tags, 1);
    QCOMPARE(receipts.removed().told, 5);
    QCOMPARE(receipts.removed().tags, 6); // one was to go and did not
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestActionReceipts)
#include "TestActionReceipts.moc"
