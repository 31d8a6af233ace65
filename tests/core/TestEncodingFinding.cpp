// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/EncodingFinding.h"

#include <QTest>

Q_DECLARE_METATYPE(tagsmith::EncodingFinding)

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestEncodingFinding : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowItWasFound_data();
    void tellsHowItWasFound();
};

void TestEncodingFinding::tellsHowItWasFound_data()
{
    using From = EncodingFinding::Source;
    QTest::addColumn<EncodingFinding>("finding");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const EncodingFinding &finding, const QString &expected) {
        QTest::newRow(name) << finding << expected;
    };
    row("nothing decoded", {}, {});
    row("chosen", {u"UTF-8"_s, From::Chosen}, {});
    row("mark", {u"UTF-16LE"_s, From::Mark}, u"Named by the file's byte order mark."_s);
    row("UTF-8", {u"UTF-8"_s, From::Utf8}, u"All of the file is UTF-8."_s);
    row("zeros", {u"UTF-32BE"_s, From::Zeros}, u"Recognised by the file's zero bytes."_s);
    EncodingFinding begun{u"UTF-8"_s, From::Utf8};
    begun.isWhole = false;
    row("begun", begun, u"UTF-8 so far: still reading the rest of the file…"_s);
    row("damaged", {u"UTF-8"_s, From::Utf8, -1, 12, 5, 0xE9},
        u"Most of the file is UTF-8, but byte 0xE9 at offset 12, on line 5, is not UTF-8."_s);
    row("guess", {u"ISO-8859-1"_s, From::Guess, 34, 123, 5, 0x0A},
        u"Guessed with a confidence of 34 %: byte 0x0A at offset 123, on line 5, is not UTF-8."_s);
    row("guess without a byte", {u"ISO-8859-1"_s, From::Guess, 0},
        u"Guessed with a confidence of 0 %."_s);
    row("for want of a guess", {u"windows-1252"_s, From::Guess, -1, 0, 1, 0x81},
        u"Guessed, without any confidence: byte 0x81 at offset 0, on line 1, is not UTF-8."_s);
}

void TestEncodingFinding::tellsHowItWasFound()
{
    QFETCH(EncodingFinding, finding);
    QFETCH(QString, expected);
    QCOMPARE(describeEncoding(finding), expected);
}

QTEST_GUILESS_MAIN(TestEncodingFinding)
#include "TestEncodingFinding.moc"
