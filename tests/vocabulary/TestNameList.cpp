// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NameList.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The list of names that goes to the server is JSON that anybody reads as the same names. */
class TestNameList : public QObject
{
    Q_OBJECT

private slots:
    void isReadAsTheSameNames_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("none") << QStringList();
        QTest::newRow("one") << QStringList{u"Python"_s};
        QTest::newRow("empty") << QStringList{u""_s, u"a"_s, u""_s};
        QTest::newRow("quotes") << QStringList{u"a\"b"_s, u"\""_s, u"a\\"_s, u"\\\"\\"_s};
        QTest::newRow("controls") << QStringList{u"a\nb\tc\r"_s, QString(QChar(1)), u"\u001f"_s};
        QTest::newRow("signs of JSON") << QStringList{u"[]"_s, u"{},"_s, u"null"_s, u"'"_s};
        QTest::newRow("beyond the first plane") << QStringList{u"\U0001F600"_s, u"a\U0001F600b"_s};
        QTest::newRow("marks") << QStringList{u"a\uFEFF"_s, u"a\u2028b"_s, u"\u007f"_s};
    }

    void isReadAsTheSameNames()
    {
        QFETCH(QStringList, names);
        const auto document = QJsonDocument::fromJson(jsonArray(names).toUtf8());
        QVERIFY(document.isArray());
        QCOMPARE(document.array(), QJsonArray::fromStringList(names));
    }

    void keepsHalvesOfCharactersApart()
    {
        const QString first(QChar(0xD83D));
        const QString second(QChar(0xDE00));
        QCOMPARE(jsonArray({first, second, second + first}),
                 u"[\"\\ud83d\",\"\\ude00\",\"\\ude00\\ud83d\"]"_s);
    }
};

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestNameList)
#include "TestNameList.moc"
