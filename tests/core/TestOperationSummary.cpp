// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/OperationSummary.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestOperationSummary : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatWasDone_data();
    void saysWhatWasDone();
    void importsCountTheirTags_data();
    void importsCountTheirTags();
    void staysShort_data();
    void staysShort();
    void isOneLineOfWholeCharacters();
};

void TestOperationSummary::saysWhatWasDone_data()
{
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("expected");
    const QStringList many = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    QTest::newRow("add one") << addSummary({u"a"_s}) << u"Added “a”"_s;
    QTest::newRow("add two") << addSummary({u"a"_s, u"b"_s}) << u"Added “a” and “b”"_s;
    QTest::newRow("add many") << addSummary(many) << u"Added “a”, “b” and 3 more"_s;
    QTest::newRow("add thousands")
        << addSummary(QStringList(5'002, u"a"_s)) << u"Added “a”, “a” and 5,000 more"_s;
    QTest::newRow("set one") << setSummary({u"description"_s}, u"a"_s)
                             << u"Set description of “a”"_s;
    QTest::newRow("set two") << setSummary({u"note"_s, u"color"_s}, u"a"_s)
                             << u"Set note and color of “a”"_s;
    QTest::newRow("set many") << setSummary(many, u"x"_s) << u"Set a, b and 3 more of “x”"_s;
    QTest::newRow("rename") << renameSummary(u"colour"_s, u"color"_s)
                            << u"Renamed “colour” to “color”"_s;
    QTest::newRow("merge one") << mergeSummary({u"a"_s}, u"c"_s) << u"Merged “a” into “c”"_s;
    QTest::newRow("merge many") << mergeSummary({u"a"_s, u"b"_s, u"d"_s, u"e"_s}, u"c"_s)
                                << u"Merged “a”, “b” and 2 more into “c”"_s;
    QTest::newRow("delete") << deleteSummary({u"a"_s}) << u"Deleted “a”"_s;
}

void TestOperationSummary::saysWhatWasDone()
{
    QFETCH(const QString, summary);
    QFETCH(const QString, expected);
    QCOMPARE(summary, expected);
}

void TestOperationSummary::importsCountTheirTags_data()
{
    QTest::addColumn<qint64>("inserted");
    QTest::addColumn<qint64>("updated");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both") << qint64(5'000) << qint64(12) << u"names.csv"_s
                          << u"Imported 5,000 tags from names.csv (12 updated)"_s;
    QTest::newRow("only new") << qint64(1) << qint64(0) << u"names.csv"_s
                              << u"Imported 1 tag from names.csv"_s;
    QTest::newRow("only updated") << qint64(0) << qint64(12) << u"names.csv"_s
                                  << u"Updated 12 tags from names.csv"_s;
    QTest::newRow("no file") << qint64(2) << qint64(0) << QString() << u"Imported 2 tags"_s;
    QTest::newRow("nothing") << qint64(0) << qint64(0) << u"n.csv"_s
                             << u"Imported 0 tags from n.csv"_s;
}

void TestOperationSummary::importsCountTheirTags()
{
    QFETCH(const qint64, inserted);
    QFETCH(const qint64, updated);
    QFETCH(const QString, file);
    ImportAccount account;
    account.inserted = inserted;
    account.updated = updated;
    QTEST(importSummary(account, file), "expected");
}

void TestOperationSummary::staysShort_data()
{
    QTest::addColumn<QString>("summary");
    const QString name(190, u'n');
    const QStringList names(1'000, name);
    ImportAccount account;
    account.inserted = account.updated = 123'456'789;
    QTest::newRow("add one") << addSummary({name});
    QTest::newRow("add many") << addSummary(names);
    QTest::newRow("set") << setSummary(names, name);
    QTest::newRow("rename") << renameSummary(name, name);
    QTest::newRow("merge one") << mergeSummary({name}, name);
    QTest::newRow("merge many") << mergeSummary(names, name);
    QTest::newRow("delete two") << deleteSummary({name, name});
    QTest::newRow("import") << importSummary(account, name);
}

void TestOperationSummary::staysShort()
{
    QFETCH(const QString, summary);
    QVERIFY2(summary.size() <= 120, qPrintable(summary));
    QVERIFY(summary.contains(u'…'));
    QCOMPARE(summary.count(u'“'), summary.count(u'”'));
}

void TestOperationSummary::isOneLineOfWholeCharacters()
{
    QCOMPARE(addSummary({u"a\nb\u2028c"_s}), u"Added “a b c”"_s);
    const QString faces = u"\U0001F600"_s.repeated(100);
    QVERIFY(deleteSummary({u'x' + faces}).isValidUtf16());
    QVERIFY(deleteSummary({faces}).isValidUtf16());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestOperationSummary)
#include "TestOperationSummary.moc"
