// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NameLines.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** On which line a tag was inserted. */
class TestNameLines : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatWasNoted();
    void theLastLineCounts();
    void findsThoseThatAreInTheFile();
};

void TestNameLines::findsWhatWasNoted()
{
    NameLines lines;
    QCOMPARE(lines.find(u"a"_s), 0);
    lines.note(u"a"_s, 2);
    lines.note(u"A"_s, 3);
    lines.note(QString(), 4);
    QCOMPARE(lines.find(u"a"_s), 2);
    QCOMPARE(lines.find(u"A"_s), 3);
    QCOMPARE(lines.find(u""_s), 4);
    QCOMPARE(lines.find(u"b"_s), 0);
}

void TestNameLines::theLastLineCounts()
{
    NameLines lines;
    lines.note(u"a"_s, 2);
    lines.note(u"a"_s, 9);
    QCOMPARE(lines.find(u"a"_s), 9);
}

void TestNameLines::findsThoseThatAreInTheFile()
{
    constexpr int count = 6'000'000; // two tables more than memory keeps
    NameLines lines;
    for (int i = 1; i <= count; ++i)
        lines.note(QString::number(i), i);
    for (int i = 1; i <= count; i += 9'973)
        QCOMPARE(lines.find(QString::number(i)), i);
    for (int i = 1; i < 1'000; ++i)
        QCOMPARE(lines.find(u"no "_s + QString::number(i)), 0);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestNameLines)
#include "TestNameLines.moc"
