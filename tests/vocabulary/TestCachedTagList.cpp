// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CachedTagList.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestCachedTagList : public QObject
{
    Q_OBJECT

private slots:
    void replaces_data();
    void replaces();
};

void TestCachedTagList::replaces_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QStringList>("oldNames");
    QTest::addColumn<QString>("newName");
    QTest::addColumn<QString>("expected");
    const QStringList js{u"js"_s};
    QTest::newRow("in its place") << u"a, js, b"_s << js << u"x"_s << u"a, x, b"_s;
    QTest::newRow("no part of a name") << u"jsx, njs"_s << js << u"x"_s << u"jsx, njs"_s;
    QTest::newRow("there already") << u"x, js"_s << js << u"x"_s << u"x"_s;
    QTest::newRow("several") << u"js, b, es"_s << QStringList{u"js"_s, u"es"_s} << u"x"_s
                             << u"x, b"_s;
    QTest::newRow("removed") << u"a, js"_s << js << QString() << u"a"_s;
    QTest::newRow("the last one removed") << u"js"_s << js << QString() << u""_s;
    QTest::newRow("quoted") << u"\"C, C++\", js"_s << QStringList{u"C, C++"_s} << u"C"_s
                            << u"C, js"_s;
    QTest::newRow("to be quoted") << u"js"_s << js << u"a, b"_s << u"\"a, b\""_s;
    QTest::newRow("a quote inside") << u"6\" nail, js"_s << js << u"x"_s << u"6\" nail, x"_s;
    QTest::newRow("as it was typed") << u"JS"_s << js << u"x"_s << u"x"_s;
    QTest::newRow("a twin by case") << u"JS, js"_s << js << u"x"_s << u"JS, x"_s;
    QTest::newRow("untouched as it was") << u"a,b ,c"_s << js << u"x"_s << u"a,b ,c"_s;
    QTest::newRow("nothing") << u""_s << js << u"x"_s << u""_s;
}

void TestCachedTagList::replaces()
{
    QFETCH(const QString, list);
    QFETCH(const QStringList, oldNames);
    QFETCH(const QString, newName);
    QTEST(replaceInTagList(list, oldNames, newName), "expected");
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCachedTagList)
#include "TestCachedTagList.moc"
