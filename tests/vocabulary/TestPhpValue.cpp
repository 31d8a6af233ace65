// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PhpValue.h"

#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What PHP has serialised is read whole or not at all. */
class TestPhpValue : public QObject
{
    Q_OBJECT

private slots:
    void readsValues();
    void refusesWhatIsNotWhole();
    void refusesWhatIsBroken_data();
    void refusesWhatIsBroken();
    void refusesEndlessNesting();
};

void TestPhpValue::readsValues()
{
    const auto value = readPhpValue(
        "a:7:{s:4:\"name\";s:3:\"\xc3\xa4;\";s:4:\"none\";N;s:3:\"yes\";b:1;i:5;i:-12;s:4:\"real\";"
        "d:0.5;s:4:\"list\";a:2:{i:0;s:1:\"a\";i:1;s:0:\"\";}s:5:\"quote\";s:3:\"\"};\";}");
    QVERIFY(value.has_value());
    const QVariantMap map = value->toMap();
    QCOMPARE(map.value(u"name"_s).toString(), u"ä;"_s); // lengths are of bytes
    QVERIFY(map.contains(u"none"_s) && !map.value(u"none"_s).isValid());
    QVERIFY(map.value(u"yes"_s).toBool());
    QCOMPARE(map.value(u"5"_s).toLongLong(), -12);
    QCOMPARE(map.value(u"real"_s).toDouble(), 0.5);
    QCOMPARE(map.value(u"list"_s).toMap().value(u"0"_s).toString(), u"a"_s);
    QCOMPARE(map.value(u"quote"_s).toString(), u"\"};"_s);
}

void TestPhpValue::refusesWhatIsNotWhole()
{
    const QByteArray whole = "a:2:{s:1:\"a\";i:1;s:1:\"b\";a:1:{i:0;b:1;}}";
    QVERIFY(readPhpValue(whole).has_value());
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY2(!readPhpValue(whole.left(length)), whole.left(length).constData());
    QVERIFY(!readPhpValue(whole + ';'));
}

void TestPhpValue::refusesWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an object") << QByteArray("O:8:\"stdClass\":0:{}");
    QTest::newRow("too long a text") << QByteArray("s:9:\"short\";");
    QTest::newRow("a negative length") << QByteArray("s:-1:\"x\";");
    QTest::newRow("a length beyond all numbers") << QByteArray("s:99999999999999999999:\"x\";");
    QTest::newRow("the greatest length") << QByteArray("s:9223372036854775807:\"x\";");
    QTest::newRow("more members than there are") << QByteArray("a:9223372036854775807:{i:0;i:0;}");
    QTest::newRow("no number") << QByteArray("i:x;");
    QTest::newRow("something else") << QByteArray("{\"a\":1}");
}

void TestPhpValue::refusesWhatIsBroken()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!readPhpValue(text));
}

void TestPhpValue::refusesEndlessNesting()
{
    QByteArray deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "a:1:{i:0;";
    QVERIFY(!readPhpValue(deep));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestPhpValue)
#include "TestPhpValue.moc"
