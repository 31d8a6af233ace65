// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "RandomText.h"

/** JSON by chance, with white space, escapes and numbers in all the ways in which they are right.
 */
class RandomJsonMaker
{
public:
    explicit RandomJsonMaker(RandomText &random) : m_random(random) {}

    /** A document: an array, or an object that has one called "tags". */
    QString document()
    {
        m_mayBreakLines = true;
        const bool isInObject = m_random.oneIn(2);
        QString text = space();
        if (isInObject) {
            text += u'{' + space();
            if (m_random.oneIn(2))
                text += QStringLiteral("\"version\":") + value(2) + space() + u',' + space();
            text += QStringLiteral("\"tags\"") + space() + u':' + space();
        }
        text += u'[' + space();
        const int count = m_random.below(20);
        for (int i = 0; i < count; ++i)
            text += (i > 0 ? QStringLiteral(",") : QString()) + space() + element() + space();
        text += u']' + space();
        if (isInObject) {
            if (m_random.oneIn(2))
                text += u',' + space() + QStringLiteral("\"more\":") + value(2) + space();
            text += u'}' + space();
        }
        return text;
    }

    /** JSON Lines; some lines with a character too few, too many, or a wrong one. */
    QString lines()
    {
        static const QStringList ends{QStringLiteral("\n"), QStringLiteral("\r\n"),
                                      QStringLiteral("\r"), QStringLiteral("\n \n\n")};
        m_mayBreakLines = false;
        QString text;
        const int count = 1 + m_random.below(20);
        for (int i = 0; i < count; ++i) {
            QString line = space() + element() + space();
            text += (m_random.oneIn(4) ? damaged(line) : line) + m_random.pick(ends);
        }
        return text;
    }

    /** @p text with one character taken away, doubled or replaced. */
    QString damaged(QString text)
    {
        static const QStringList signs{
            QStringLiteral("\""), QStringLiteral("\\"), QStringLiteral(","), QStringLiteral(":"),
            QStringLiteral("}"),  QStringLiteral("]"),  QStringLiteral("["), QStringLiteral("{"),
            QStringLiteral("1"),  QStringLiteral("-"),  QStringLiteral("."), QStringLiteral("e"),
            QStringLiteral("u"),  QStringLiteral("0")};
        qsizetype at = m_random.below(static_cast<int>(text.size()));
        while (text[at].isSurrogate()) // half a character would be no UTF-8
            at = m_random.below(static_cast<int>(text.size()));
        switch (m_random.below(3)) {
        case 0: return text.remove(at, 1);
        case 1: return text.insert(at, text[at]);
        default: return text.replace(at, 1, m_random.pick(signs));
        }
    }

private:
    QString space()
    {
        static const QStringList inLine{QString(), QString(), QStringLiteral(" "),
                                        QStringLiteral("\t ")};
        static const QStringList anywhere{QString(), QString(), QStringLiteral("\n"),
                                          QStringLiteral("\r\n  ")};
        return m_random.pick(m_mayBreakLines ? anywhere : inLine);
    }

    QString element()
    {
        if (m_random.oneIn(12))
            return value(2);
        if (m_random.oneIn(6))
            return string(m_random.text(4, true));
        // Not seldom a key stands twice.
        static const QStringList keys{
            QStringLiteral("name"),  QStringLiteral("note"), QStringLiteral("größe"),
            QStringLiteral("a\"b"),  QStringLiteral("😀"),    QStringLiteral("x y"),
            QStringLiteral("uses"),  QStringLiteral("kind"), QStringLiteral("day"),
            QStringLiteral("color"), QStringLiteral("size"), QStringLiteral("text")};
        QStringList members;
        const int count = m_random.below(5);
        for (int i = 0; i < count; ++i)
            members << space() + string(m_random.pick(keys)) + space() + u':' + space() +
                           value(m_random.oneIn(15) ? 2 : 0) + space();
        return u'{' + members.join(u',') + (count == 0 ? space() : QString()) + u'}';
    }

    /** With objects and arrays in it, @p depth of them in each other. */
    QString value(int depth)
    {
        static const QStringList words{QStringLiteral("true"), QStringLiteral("false"),
                                       QStringLiteral("null")};
        if (depth > 0 && m_random.oneIn(2)) {
            const QString inner = space() + value(depth - 1) + space();
            return m_random.oneIn(2) ? u'[' + inner + u',' + inner + u']'
                                     : QStringLiteral("{\"]\":") + inner + u'}';
        }
        switch (m_random.below(4)) {
        case 0: return m_random.pick(words);
        case 1: return number();
        default: return string(m_random.text(6, true));
        }
    }

    QString number()
    {
        static const QStringList whole{QStringLiteral("0"),
                                       QStringLiteral("-0"),
                                       QStringLiteral("7"),
                                       QStringLiteral("-12"),
                                       QStringLiteral("9007199254740993"),
                                       QStringLiteral("123456789012345678901234567890")};
        static const QStringList fractions{QString(), QString(), QStringLiteral(".5"),
                                           QStringLiteral(".000"),
                                           QStringLiteral(".1000000000000000055")};
        static const QStringList exponents{QString(), QString(), QStringLiteral("e5"),
                                           QStringLiteral("E-07"), QStringLiteral("e+400")};
        return m_random.pick(whole) + m_random.pick(fractions) + m_random.pick(exponents);
    }

    /** Characters as they are where they may, or escaped; sometimes half of one, or NUL. */
    QString string(const QString &text)
    {
        QString quoted;
        for (const QChar unit : text) {
            const bool mustEscape = unit == u'"' || unit == u'\\' || unit.unicode() < 0x20;
            // The halves of a character are escaped together, or it would be neither.
            const bool mayEscape = !unit.isSurrogate();
            quoted += mustEscape || (mayEscape && m_random.oneIn(6)) ? escaped(unit) : unit;
        }
        if (m_random.oneIn(20))
            quoted += QStringLiteral("\\uD83D\\ude00");
        if (m_random.oneIn(80))
            quoted += m_random.oneIn(2) ? QStringLiteral("\\uD83Dx") : QStringLiteral("\\u0000");
        return u'"' + quoted + u'"';
    }

    QString escaped(QChar unit)
    {
        static const QString signs = QStringLiteral("\"\\/\b\f\n\r\t");
        static const QString letters = QStringLiteral("\"\\/bfnrt");
        if (const qsizetype at = signs.indexOf(unit); at >= 0 && !m_random.oneIn(4))
            return u'\\' + QString(letters[at]);
        const QString digits =
            QStringLiteral("%1").arg(static_cast<int>(unit.unicode()), 4, 16, QChar(u'0'));
        return QStringLiteral("\\u") + (m_random.oneIn(2) ? digits.toUpper() : digits);
    }

    RandomText &m_random;
    bool m_mayBreakLines = false;
};
