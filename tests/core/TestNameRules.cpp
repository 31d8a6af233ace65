// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/NameRules.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

namespace
{

NameRules only(bool NameRules::*rule)
{
    NameRules rules;
    rules.*rule = true;
    return rules;
}

NameRules only(LetterCase letterCase)
{
    NameRules rules;
    rules.letterCase = letterCase;
    return rules;
}

NameRules only(WordSeparator separator)
{
    NameRules rules;
    rules.separator = separator;
    return rules;
}

NameRules allOf(LetterCase letterCase, WordSeparator separator)
{
    return {true, true, true, true, letterCase, separator};
}

QString ruled(const NameRules &rules, const QString &name)
{
    NameRuleCounts counts;
    return applyNameRules(rules, name, counts);
}

/** How often any rule changed a name. */
qint64 sum(const NameRuleCounts &counts)
{
    return counts.trimmed + counts.collapsed + counts.composed + counts.cleaned + counts.recased +
           counts.separated;
}

/** Text with a surrogate that has no partner. */
QString broken(const QString &before, char16_t surrogate, const QString &after)
{
    return before + QChar(surrogate) + after;
}

const QString scotland =
    u"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"_s;
const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
const QString rainbowFlag = u"\U0001F3F3\uFE0F\u200D\U0001F308"_s;
const QString engineer = u"\U0001F469\U0001F3FD\u200D\U0001F52C"_s;

} // namespace

class TestNameRules : public QObject
{
    Q_OBJECT

private slots:
    void withoutRulesANameIsNotCopied();
    void trims_data();
    void trims();
    void collapses_data();
    void collapses();
    void composes_data();
    void composes();
    void cleans_data();
    void cleans();
    void recases_data();
    void recases();
    void separates_data();
    void separates();
    void appliesThemInOrder_data();
    void appliesThemInOrder();
    void countsTheNamesThatARuleChanged();
    void twiceIsAsGoodAsOnce_data();
    void twiceIsAsGoodAsOnce();
    void aNameThatNoRuleChangesIsNotCopied();
};

void TestNameRules::withoutRulesANameIsNotCopied()
{
    const QString name = u" \u200BNoël  a_b "_s;
    NameRuleCounts counts;
    const QString same = applyNameRules({}, name, counts);
    QCOMPARE(same.constData(), name.constData());
    QCOMPARE(counts, NameRuleCounts());
}

void TestNameRules::trims_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing to do") << u"a  b"_s << u"a  b"_s;
    QTest::newRow("blanks") << u"  a b "_s << u"a b"_s;
    QTest::newRow("tab and newline") << u"\ta\r\n"_s << u"a"_s;
    QTest::newRow("NBSP") << u"\u00A0a\u00A0"_s << u"a"_s;
    QTest::newRow("ideographic space") << u"\u3000猫\u3000"_s << u"猫"_s;
    QTest::newRow("nothing left") << u" \u2003 "_s << u""_s;
    QTest::newRow("U+FEFF is no white space") << u"\uFEFFa"_s << u"\uFEFFa"_s;
}

void TestNameRules::trims()
{
    QFETCH(const QString, name);
    QTEST(ruled(only(&NameRules::trim), name), "expected");
}

void TestNameRules::collapses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing to do") << u" a b "_s << u" a b "_s;
    QTest::newRow("runs") << u"  a   b  c"_s << u" a b c"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a b"_s;
    QTest::newRow("newline") << u"a \r\n b"_s << u"a b"_s;
    QTest::newRow("NBSP") << u"a\u00A0b"_s << u"a b"_s;
    QTest::newRow("ideographic space") << u"東\u3000京"_s << u"東 京"_s;
    QTest::newRow("thin and line separators") << u"a\u2009\u2028b"_s << u"a b"_s;
}

void TestNameRules::collapses()
{
    QFETCH(const QString, name);
    QTEST(ruled(only(&NameRules::collapseBlanks), name), "expected");
}

void TestNameRules::composes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ASCII") << u"cafe"_s << u"cafe"_s;
    QTest::newRow("composed already") << u"café"_s << u"caf\u00E9"_s;
    QTest::newRow("e and acute") << u"cafe\u0301"_s << u"caf\u00E9"_s;
    QTest::newRow("Hangul jamo") << u"\u1112\u1161\u11AB\u1100\u116E\u11A8"_s << u"한국"_s;
    QTest::newRow("order of marks") << u"a\u0301\u0323"_s << u"\u1EA1\u0301"_s;
    QTest::newRow("the sign for ångström") << u"\u212B"_s << u"\u00C5"_s;
    QTest::newRow("longer than before")
        << u"\u0958\u0958\u0958"_s << u"\u0915\u093C\u0915\u093C\u0915\u093C"_s;
    QTest::newRow("compatibility forms stay") << u"ﬁ ①"_s << u"ﬁ ①"_s;
    QTest::newRow("a lone high surrogate")
        << broken(u"e\u0301"_s, 0xD83D, u"e\u0301"_s) << broken(u"é"_s, 0xD83D, u"é"_s);
    QTest::newRow("a lone low surrogate")
        << broken(u"e\u0301"_s, 0xDC00, u"x"_s) << broken(u"é"_s, 0xDC00, u"x"_s);
}

void TestNameRules::composes()
{
    QFETCH(const QString, name);
    QTEST(ruled(only(&NameRules::compose), name), "expected");
}

void TestNameRules::cleans_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto gone = [](const char *title, const QString &name, const QString &expected) {
        QTest::newRow(title) << name << expected;
    };
    const auto stays = [](const char *title, const QString &name) {
        QTest::newRow(title) << name << name;
    };
    gone("U+FEFF", u"\uFEFFPython"_s, u"Python"_s);
    gone("zero width space", u"Py\u200Bthon\u200B"_s, u"Python"_s);
    gone("soft hyphen", u"co\u00ADoperate"_s, u"cooperate"_s);
    gone("word joiner", u"a\u2060b"_s, u"ab"_s);
    gone("direction marks", u"\u202Bעברית\u202C\u200F"_s, u"עברית"_s);
    gone("isolates", u"\u2068a\u2069"_s, u"a"_s);
    gone("control characters", u"a\u0007b\u0000\u007F\u009Fc"_s, u"abc"_s);
    gone("nothing left", u"\u200B\u2060"_s, u""_s);
    gone("language tag", u"\U000E0001\U000E0065\U000E006Ea"_s, u"a"_s);
    gone("ZWNJ in Latin", u"Auf\u200Clage"_s, u"Auflage"_s);
    gone("ZWJ in Latin", u"a\u200Db"_s, u"ab"_s);
    gone("joiners at the ends", u"\u200Dمی\u200C"_s, u"می"_s);
    gone("a joiner before a blank", u"می\u200C خواهم"_s, u"می خواهم"_s);
    gone("the second of two joiners", u"می\u200C\u200Cخواهم"_s, u"می\u200Cخواهم"_s);
    gone("beside a needed joiner", u"می\u200B\u200C\u200Bخواهم"_s, u"می\u200Cخواهم"_s);
    gone("ZWJ after an emoji alone", u"\U0001F468\u200D"_s, u"\U0001F468"_s);
    gone("ZWJ between emoji and letter", u"\U0001F468\u200Da"_s, u"\U0001F468a"_s);
    gone("tags without a flag", u"a\U000E0067\U000E007F"_s, u"a"_s);
    gone("tags that never end", u"\U0001F3F4\U000E0067\U000E0062"_s, u"\U0001F3F4"_s);
    gone("lone surrogates stay beside", broken(u"\u200Ba"_s, 0xD83D, u"\u200Bb"_s),
         broken(u"a"_s, 0xD83D, u"b"_s));
    stays("white space", u"\ta\nb\r\u00A0\u0085\u3000"_s);
    stays("Persian ZWNJ", u"می\u200Cخواهم"_s);
    stays("Persian ZWNJ after a mark", u"مَ\u200Cخ"_s);
    stays("Arabic ZWJ", u"ه\u200Dم"_s);
    stays("Devanagari ZWJ", u"क\u094D\u200Dष"_s);
    stays("Devanagari ZWNJ", u"क\u094D\u200Cष"_s);
    stays("Bengali ZWJ before a virama", u"র\u200D\u09CDয"_s);
    stays("Malayalam ZWJ at the end", u"അവന\u0D4D\u200D"_s);
    stays("Sinhala ZWJ", u"ශ\u0DCA\u200Dර"_s);
    stays("Mongolian vowel separator", u"\u182C\u180E\u1820"_s);
    stays("Arabic number sign", u"\u0600\u0661"_s);
    stays("family", family);
    stays("rainbow flag", rainbowFlag);
    stays("woman of a skin colour", engineer);
    stays("heart with a variation selector", u"\u2764\uFE0F"_s);
    stays("flag of Scotland", scotland);
    stays("a name of an emoji", u"the "_s + family + u" and "_s + scotland);
    stays("lone surrogate", broken(u"a"_s, 0xDC00, u"b"_s));
    stays("lone surrogate at the end", broken(u"a"_s, 0xD83D, {}));
}

void TestNameRules::cleans()
{
    QFETCH(const QString, name);
    QTEST(ruled(only(&NameRules::removeInvisible), name), "expected");
}

void TestNameRules::recases_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("upper");
    QTest::newRow("ASCII") << u"C++ 2Be"_s << u"c++ 2be"_s << u"C++ 2BE"_s;
    QTest::newRow("no letters") << u"42 猫"_s << u"42 猫"_s << u"42 猫"_s;
    QTest::newRow("accents") << u"Élan ñ"_s << u"élan ñ"_s << u"ÉLAN Ñ"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"straße"_s << u"STRASSE"_s;
    QTest::newRow("many sharp s") << u"ßßßß"_s << u"ßßßß"_s << u"SSSSSSSS"_s;
    QTest::newRow("ligature") << u"ﬃ"_s << u"ﬃ"_s << u"FFI"_s;
    QTest::newRow("Turkish capital") << u"İzmir"_s << u"i\u0307zmir"_s << u"İZMIR"_s;
    QTest::newRow("Turkish small") << u"ısı"_s << u"ısı"_s << u"ISI"_s;
    QTest::newRow("final sigma") << u"ΟΔΟΣ ΣΑΣ"_s << u"οδος σας"_s << u"ΟΔΟΣ ΣΑΣ"_s;
    QTest::newRow("both sigmas") << u"σς"_s << u"σς"_s << u"ΣΣ"_s;
    QTest::newRow("Cyrillic") << u"Москва"_s << u"москва"_s << u"МОСКВА"_s;
    QTest::newRow("beyond the first plane")
        << u"\U00010400\U00010428"_s << u"\U00010428\U00010428"_s << u"\U00010400\U00010400"_s;
    QTest::newRow("lone surrogates")
        << broken(u"aB"_s, 0xD801, u"Ba"_s) << broken(u"ab"_s, 0xD801, u"ba"_s)
        << broken(u"AB"_s, 0xD801, u"BA"_s);
}

void TestNameRules::recases()
{
    QFETCH(const QString, name);
    QTEST(ruled(only(LetterCase::Lower), name), "lower");
    QTEST(ruled(only(LetterCase::Upper), name), "upper");
}

void TestNameRules::separates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("blank");
    QTest::addColumn<QString>("hyphen");
    QTest::addColumn<QString>("underscore");
    const auto row = [](const QString &name, const QString &blank, const QString &hyphen,
                        const QString &underscore) {
        QTest::newRow(qPrintable(name)) << name << blank << hyphen << underscore;
    };
    const auto stays = [&row](const QString &name) { row(name, name, name, name); };
    row(u"machine learning"_s, u"machine learning"_s, u"machine-learning"_s, u"machine_learning"_s);
    row(u"state-of-the_art"_s, u"state of the art"_s, u"state-of-the-art"_s, u"state_of_the_art"_s);
    row(u"a - b"_s, u"a b"_s, u"a-b"_s, u"a_b"_s);
    row(u"a__b  c"_s, u"a b c"_s, u"a-b-c"_s, u"a_b_c"_s);
    row(u"a\u00A0b\u3000c"_s, u"a b c"_s, u"a-b-c"_s, u"a_b_c"_s);
    row(u"Crème brûlée"_s, u"Crème brûlée"_s, u"Crème-brûlée"_s, u"Crème_brûlée"_s);
    row(u"東 京"_s, u"東 京"_s, u"東-京"_s, u"東_京"_s);
    row(u"ISO 8601-1"_s, u"ISO 8601 1"_s, u"ISO-8601-1"_s, u"ISO_8601_1"_s);
    row(u"\U0001F40D snake"_s, u"\U0001F40D snake"_s, u"\U0001F40D-snake"_s, u"\U0001F40D_snake"_s);
    row(u"C++ Builder"_s, u"C++ Builder"_s, u"C++-Builder"_s, u"C++_Builder"_s);
    row(u"R & D"_s, u"R & D"_s, u"R-&-D"_s, u"R_&_D"_s);
    row(u"Python (language)"_s, u"Python (language)"_s, u"Python-(language)"_s,
        u"Python_(language)"_s);
    row(u"a -> b"_s, u"a -> b"_s, u"a-->-b"_s, u"a_->_b"_s);
    stays(u"C++"_s);
    stays(u"C#"_s);
    stays(u"->"_s);
    stays(u"a->b"_s);
    stays(u"-5"_s);
    stays(u"C--"_s);
    stays(u"__init__"_s);
    stays(u"^_^"_s);
    stays(u" a "_s);
    stays(u"- item"_s);
    stays(u"-"_s);
    stays(u"node.js"_s);
    stays(u""_s);
}

void TestNameRules::separates()
{
    QFETCH(const QString, name);
    QTEST(ruled(only(WordSeparator::Blank), name), "blank");
    QTEST(ruled(only(WordSeparator::Hyphen), name), "hyphen");
    QTEST(ruled(only(WordSeparator::Underscore), name), "underscore");
}

void TestNameRules::appliesThemInOrder_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("invisible before the ends") << u"\u200B a \u200B"_s << u"a"_s;
    QTest::newRow("invisible before NFC") << u"e\u200B\u0301"_s << u"é"_s;
    QTest::newRow("invisible before blanks") << u"a \u200B b"_s << u"a-b"_s;
    QTest::newRow("blanks before the separator") << u"\t A\u00A0 _B "_s << u"a-b"_s;
    QTest::newRow("letters last") << u" Cafe\u0301  NOIR "_s << u"café-noir"_s;
}

void TestNameRules::appliesThemInOrder()
{
    QFETCH(const QString, name);
    QTEST(ruled(allOf(LetterCase::Lower, WordSeparator::Hyphen), name), "expected");
}

void TestNameRules::countsTheNamesThatARuleChanged()
{
    const NameRules rules = allOf(LetterCase::Lower, WordSeparator::Hyphen);
    NameRuleCounts counts;
    const QStringList names{u"python"_s,           u"Python"_s, u" go "_s, u"a\tb"_s,
                            u"\u200Bcafe\u0301"_s, u"x y"_s,    u"A B"_s,  u"über"_s};
    for (const QString &name : names)
        applyNameRules(rules, name, counts);
    QCOMPARE(counts.trimmed, 1);
    QCOMPARE(counts.collapsed, 1);
    QCOMPARE(counts.composed, 1);
    QCOMPARE(counts.cleaned, 1);
    QCOMPARE(counts.recased, 2);
    QCOMPARE(counts.separated, 3);
}

void TestNameRules::twiceIsAsGoodAsOnce_data()
{
    QTest::addColumn<int>("rule");
    const QStringList titles{u"trim"_s,       u"collapse"_s,   u"compose"_s,   u"clean"_s,
                             u"lower"_s,      u"upper"_s,      u"blank"_s,     u"hyphen"_s,
                             u"underscore"_s, u"all, lower"_s, u"all, upper"_s};
    for (int rule = 0; rule < titles.size(); ++rule)
        QTest::newRow(qPrintable(titles.at(rule))) << rule;
}

void TestNameRules::twiceIsAsGoodAsOnce()
{
    QFETCH(const int, rule);
    const std::vector<NameRules> list{
        only(&NameRules::trim),
        only(&NameRules::collapseBlanks),
        only(&NameRules::compose),
        only(&NameRules::removeInvisible),
        only(LetterCase::Lower),
        only(LetterCase::Upper),
        only(WordSeparator::Blank),
        only(WordSeparator::Hyphen),
        only(WordSeparator::Underscore),
        allOf(LetterCase::Lower, WordSeparator::Blank),
        allOf(LetterCase::Upper, WordSeparator::Hyphen),
    };
    // Every two and three of these characters, which touch each other's rules.
    const QStringList parts{u"a"_s,      u"Σ"_s,      u"ß"_s,      u"İ"_s,
                            u"\u0390"_s, u" "_s,      u"-"_s,      u"_"_s,
                            u"+"_s,      u"\u00A0"_s, u"\u0301"_s, u"\u1FB3"_s,
                            u"\u200D"_s, u"\u200C"_s, u"م"_s,      u"क\u094D"_s,
                            u"\u00AD"_s, u"\u1112"_s, u"\u1161"_s, u"\U0001F468"_s,
                            u"\uFE0F"_s, scotland,    u"\t"_s,     QString(QChar(0xD83D))};
    const NameRules &rules = list[static_cast<size_t>(rule)];
    for (const QString &a : parts) {
        for (const QString &b : parts) {
            for (const QString &c : parts) {
                const QString once = ruled(rules, a + b + c + a);
                NameRuleCounts counts;
                QCOMPARE(applyNameRules(rules, once, counts), once);
            }
        }
    }
}

void TestNameRules::aNameThatNoRuleChangesIsNotCopied()
{
    const NameRules rules = allOf(LetterCase::Lower, WordSeparator::Hyphen);
    for (const QString &name : {u"machine-learning"_s, u"c++"_s, u"42"_s}) {
        NameRuleCounts counts;
        QCOMPARE(applyNameRules(rules, name, counts).constData(), name.constData());
        QCOMPARE(sum(counts), 0);
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestNameRules)
#include "TestNameRules.moc"
