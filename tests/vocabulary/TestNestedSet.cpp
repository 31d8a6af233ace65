// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NestedSet.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** The numbers of a nested set follow from the parents, also where these are in disorder. */
class TestNestedSet : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data();
    void numbers();
    void numbersADeepTree();
};

namespace
{

/** "id:parent:left …" as nodes. */
std::vector<NestedNode> nodesOf(const QString &text)
{
    std::vector<NestedNode> nodes;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QStringList parts = word.split(u':');
        nodes.push_back({parts[0].toLongLong(), parts[1].toLongLong(), parts[2].toLongLong(), 0});
    }
    return nodes;
}

/** "id:left-right …" in the order of left. */
QString textOf(std::vector<NestedNode> nodes)
{
    std::sort(nodes.begin(), nodes.end(),
              [](const NestedNode &a, const NestedNode &b) { return a.left < b.left; });
    QStringList words;
    for (const NestedNode &node : nodes)
        words << u"%1:%2-%3"_s.arg(node.id).arg(node.left).arg(node.right);
    return words.join(u' ');
}

} // namespace

void TestNestedSet::numbers_data()
{
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QString>("numbered");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("only the root") << u"0:-1:1"_s << u"0:1-2"_s;
    QTest::newRow("brothers in their order") << u"0:-1:1 1:0:9 2:0:4"_s << u"0:1-6 2:2-3 1:4-5"_s;
    QTest::newRow("the root begins where it began") << u"0:-1:5 1:0:6"_s << u"0:5-8 1:6-7"_s;
    QTest::newRow("a parent that is not there") << u"0:-1:1 1:7:2"_s << u"0:1-4 1:2-3"_s;
    QTest::newRow("a tag that is its own parent")
        << u"0:-1:1 1:1:2 2:1:3"_s << u"0:1-6 1:2-5 2:3-4"_s;
    QTest::newRow("a circle") << u"0:-1:1 1:2:2 2:1:3 3:0:4"_s << u"0:1-8 3:2-3 1:4-7 2:5-6"_s;
    QTest::newRow("without a root") << u"1:0:1 2:1:2 3:0:5"_s << u"1:1-4 2:2-3 3:5-6"_s;
    QTest::newRow("a circle without a root") << u"1:2:1 2:1:2"_s << u"1:1-4 2:2-3"_s;
}

void TestNestedSet::numbers()
{
    QFETCH(const QString, nodes);
    QFETCH(const QString, numbered);
    QCOMPARE(textOf(renumberedNestedSet(nodesOf(nodes), 0)), numbered);
}

void TestNestedSet::numbersADeepTree()
{
    constexpr qint64 depth = 100'000;
    std::vector<NestedNode> nodes{{0, -1, 1, 0}};
    for (qint64 i = 1; i <= depth; ++i)
        nodes.push_back({i, i - 1, i + 1, 0});
    const std::vector<NestedNode> numbered = renumberedNestedSet(nodes, 0);
    QCOMPARE(numbered.front().right, 2 * (depth + 1));
    QCOMPARE(numbered.back().right, numbered.back().left + 1);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestNestedSet)
#include "TestNestedSet.moc"
