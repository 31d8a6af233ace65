// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace tagsmith::test
{

/** Texts that have come back changed from one program or another. */
inline const QStringList &hardTexts()
{
    using namespace Qt::StringLiterals;
    static const QStringList texts = {u"a"_s,
                                      u"B"_s,
                                      u" "_s,
                                      u"  b"_s,
                                      u"b  "_s,
                                      u"\tb"_s,
                                      u"b\t"_s,
                                      u"a\nb"_s,
                                      u"a\rb"_s,
                                      u"a\r\nb"_s,
                                      u"\n"_s,
                                      u"\r\n"_s,
                                      u"\r"_s,
                                      u"b\n"_s,
                                      u"\nb"_s,
                                      u"\""_s,
                                      u"\"\""_s,
                                      u"\"b\""_s,
                                      u"a\"b"_s,
                                      u"b\""_s,
                                      u"'"_s,
                                      u"''"_s,
                                      u"'b'"_s,
                                      u"'=1"_s,
                                      u"''=1"_s,
                                      u"' =1"_s,
                                      u"a,b"_s,
                                      u"a;b"_s,
                                      u"a|b"_s,
                                      u"a\tb"_s,
                                      u","_s,
                                      u";"_s,
                                      u"\t"_s,
                                      u"a, \"b\"\n;c"_s,
                                      u"=1+1"_s,
                                      u"-5"_s,
                                      u"+x"_s,
                                      u"@a"_s,
                                      u"=HYPERLINK(\"x\";\"y\")"_s,
                                      u" =1"_s,
                                      u"\t=1"_s,
                                      u"\r=1"_s,
                                      u"\uFF1D1"_s,
                                      u"-"_s,
                                      u"--"_s,
                                      u"\uFEFF"_s,
                                      u"\uFEFFb"_s,
                                      u"a\uFEFFb"_s,
                                      u"b\uFEFF"_s,
                                      u"\U0001F40D"_s,
                                      u"\U0001F469\u200D\U0001F4BB"_s,
                                      u"e\u0301"_s,
                                      u"\u00E9"_s,
                                      u"stra\u00DFe"_s,
                                      u"\uFB01x"_s,
                                      u"\uFF21"_s,
                                      u"\u00A0b\u00A0"_s,
                                      u"\u2028"_s,
                                      u"\u0085"_s,
                                      u"\u200B"_s,
                                      u"\u05D0\u200Fb"_s,
                                      u"\\N"_s,
                                      u"\\"_s,
                                      u"\\n"_s,
                                      u"b\\"_s,
                                      u"\\\""_s,
                                      u"NULL"_s,
                                      u"null"_s,
                                      u"None"_s,
                                      u"nan"_s,
                                      u"Infinity"_s,
                                      u"true"_s,
                                      u"FALSE"_s,
                                      u"007"_s,
                                      u"1.0"_s,
                                      u"1e5"_s,
                                      u"1,5"_s,
                                      u"0x1F"_s,
                                      u"12345678901234567890123"_s,
                                      u"-0"_s,
                                      u"1/2"_s,
                                      u"2024-02-29"_s,
                                      u"12:30"_s,
                                      u"1 Jan"_s,
                                      u"MAR1"_s,
                                      u"_x0041_"_s,
                                      u"_x005F_"_s,
                                      u"<b>&amp;"_s,
                                      u"]]>"_s,
                                      u"\x01"_s,
                                      u"a\x1Fz"_s,
                                      u"\x7F"_s,
                                      u"#"_s,
                                      u"# b"_s,
                                      u"//"_s,
                                      u"{}"_s,
                                      u"[\"a\"]"_s,
                                      u"{\"a\": 1}"_s,
                                      u"%s"_s,
                                      u"${x}"_s,
                                      u"a: b, c"_s,
                                      u"a -> b"_s,
                                      u"sep=;"_s,
                                      u"tag_id"_s,
                                      u"name"_s,
                                      u"PK\x03\x04"_s,
                                      u"C:\\new\\table"_s};
    return texts;
}

/** One of hardTexts(), or two of them together. */
inline QString hardText(QRandomGenerator &random)
{
    const QStringList &texts = hardTexts();
    const auto one = [&] { return texts[random.bounded(static_cast<int>(texts.size()))]; };
    return random.bounded(3) == 0 ? one() + one() : one();
}

} // namespace tagsmith::test
