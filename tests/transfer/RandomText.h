// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

/** Texts and choices by chance, the same ones for the same seed. */
class RandomText
{
public:
    explicit RandomText(quint32 seed) : m_random(seed) {}

    int below(int limit) { return m_random.bounded(limit); }
    bool oneIn(int count) { return below(count) == 0; }
    template <class List>
    auto pick(const List &list)
    {
        return list[static_cast<qsizetype>(below(static_cast<int>(std::size(list))))];
    }

    /** Up to @p pieces letters and words, among them what readers stumble over. */
    QString text(int pieces, bool withLineEnds)
    {
        static const QStringList usual{
            QStringLiteral("a"),      QStringLiteral("tag"),       QStringLiteral("7"),
            QStringLiteral("é"),      QStringLiteral("日本"),      QStringLiteral("😀"),
            QStringLiteral(" "),      QStringLiteral("\""),        QStringLiteral("\"\""),
            QStringLiteral("'"),      QStringLiteral(","),         QStringLiteral(";"),
            QStringLiteral("\t"),     QStringLiteral("|"),         QStringLiteral("\\"),
            QStringLiteral("\\n"),    QStringLiteral("\u2028"),    QStringLiteral("\u0085"),
            QStringLiteral("\u00A0"), QStringLiteral("\uFEFF"),    QStringLiteral("e\u0301"),
            QStringLiteral("\v"),     QStringLiteral("\f"),        QStringLiteral("\u200D"),
            QStringLiteral("=1+1"),   QStringLiteral("{\"a\":1}"), QStringLiteral("[]"),
            QStringLiteral("𝒳"),      QStringLiteral("\uFFFD"),    QStringLiteral("null")};
        static const QStringList lineEnds{QStringLiteral("\n"), QStringLiteral("\r\n"),
                                          QStringLiteral("\r"), QStringLiteral("\r\r\n"),
                                          QStringLiteral("\n\n")};
        QString text;
        const int count = below(pieces + 1);
        for (int i = 0; i < count; ++i)
            text += withLineEnds && oneIn(8) ? pick(lineEnds) : pick(usual);
        return text;
    }

private:
    QRandomGenerator m_random;
};
