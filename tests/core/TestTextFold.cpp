// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/TextFold.h"

#include <QString>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestTextFold : public QObject
{
    Q_OBJECT

private slots:
    void foldsToTheSame_data();
    void foldsToTheSame();
    void keepsApart_data();
    void keepsApart();
    void survivesBrokenUtf8();
};

namespace
{

QString folded(const QString &text)
{
    TextFold fold;
    return QString::fromStdString(fold.fold(text.toStdString()));
}

} // namespace

void TestTextFold::foldsToTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ascii") << u"PyThon 3.11_Z@["_s << u"python 3.11_z@["_s;
    QTest::newRow("accents") << u"ÀÉÎõü Çñ"_s << u"aeiou cn"_s;
    QTest::newRow("decomposed") << u"e\u0301A\u0308"_s << u"ea"_s;
    QTest::newRow("sharp s") << u"Straße STRASSE"_s << u"strasse strasse"_s;
    QTest::newRow("strokes") << u"Łódź Đà Ørsted Æsir œuvre"_s << u"lodz da orsted aesir oeuvre"_s;
    QTest::newRow("turkish") << u"İstanbul ışık"_s << u"istanbul isik"_s;
    QTest::newRow("greek") << u"ΆΛΦΑς"_s << u"αλφασ"_s;
    QTest::newRow("cyrillic") << u"Ёлка Й"_s << u"елка и"_s;
    QTest::newRow("full width") << u"Ｐｙｔｈｏｎ"_s << u"python"_s;
    QTest::newRow("half-width kana") << u"ｶ"_s << u"カ"_s;
    QTest::newRow("ligature") << u"ﬁle"_s << u"file"_s;
    QTest::newRow("vietnamese") << u"Tiếng Việt"_s << u"tieng viet"_s;
    QTest::newRow("arabic vowels") << u"مُحَمَّد"_s << u"محمد"_s;
    QTest::newRow("ideographic space") << u"東\u3000京"_s << u"東 京"_s;
    QTest::newRow("soft hyphen") << u"data\u00ADbase"_s << u"database"_s;
    QTest::newRow("emoji") << u"😀"_s << u"😀"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestTextFold::foldsToTheSame()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(folded(text), expected);
    QCOMPARE(folded(folded(text)), expected);
}

void TestTextFold::keepsApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("voiced kana") << u"が"_s << u"か"_s;
    QTest::newRow("devanagari vowel signs") << u"की"_s << u"का"_s;
    QTest::newRow("thai vowels") << u"กุ"_s << u"กู"_s;
    QTest::newRow("letters") << u"C"_s << u"G"_s;
    QTest::newRow("signs") << u"C++"_s << u"C#"_s;
}

void TestTextFold::keepsApart()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QVERIFY(folded(one) != folded(other));
}

void TestTextFold::survivesBrokenUtf8()
{
    TextFold fold;
    QCOMPARE(fold.fold("A\xFF\xC3"), std::string("a\xEF\xBF\xBD\xEF\xBF\xBD"));
    QCOMPARE(fold.fold("\xE2\x82"), std::string("\xEF\xBF\xBD"));
}

QTEST_GUILESS_MAIN(TestTextFold)

#include "TestTextFold.moc"
