// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/FindIgnoringCase.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cctype>
#include <string>

using namespace tagsmith;

class TestFindIgnoringCase : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryCase();
    void signsAreNoLetters();
    void findsAtEveryPosition();
    void agreesWithTheSimpleWay();
};

void TestFindIgnoringCase::findsEveryCase()
{
    QCOMPARE(findIgnoringCase("The PYTHON book", "python"), size_t(4));
    QCOMPARE(findIgnoringCase("python", "python"), size_t(0));
    QCOMPARE(findIgnoringCase("pytho", "python"), std::string_view::npos);
    QCOMPARE(findIgnoringCase("", "a"), std::string_view::npos);
    QCOMPARE(findIgnoringCase("aXa", "a", 1), size_t(2));
    QCOMPARE(findIgnoringCase("aXa", "a", 3), std::string_view::npos);
}

void TestFindIgnoringCase::signsAreNoLetters()
{
    // '[' and '{', '@' and '`' differ by the bit that letters differ by in upper and lower case.
    QCOMPARE(findIgnoringCase("[", "{"), std::string_view::npos);
    QCOMPARE(findIgnoringCase("@", "`"), std::string_view::npos);
    QCOMPARE(findIgnoringCase("\x10", "0"), std::string_view::npos);
    QCOMPARE(findIgnoringCase("\xC3\x89", "\xC3\xA9"), std::string_view::npos);
}

void TestFindIgnoringCase::findsAtEveryPosition()
{
    for (size_t position = 0; position < 200; ++position) {
        std::string text(210, '.');
        text.replace(position, 4, "CaSe");
        QCOMPARE(findIgnoringCase(text, "case"), position);
        QCOMPARE(findIgnoringCase(text, "case", position + 1), std::string_view::npos);
    }
}

void TestFindIgnoringCase::agreesWithTheSimpleWay()
{
    QRandomGenerator random(7);
    const auto randomText = [&](int length) {
        std::string text;
        for (int i = 0; i < length; ++i)
            text.push_back("aAbB[{"[random.bounded(6)]);
        return text;
    };
    for (int round = 0; round < 5'000; ++round) {
        const std::string text = randomText(random.bounded(150));
        std::string pattern = randomText(1 + random.bounded(7));
        std::string lower = text;
        const auto toLower = [](unsigned char c) { return static_cast<char>(std::tolower(c)); };
        std::transform(text.begin(), text.end(), lower.begin(), toLower);
        std::transform(pattern.begin(), pattern.end(), pattern.begin(), toLower);
        const auto from = static_cast<size_t>(random.bounded(5));
        QCOMPARE(findIgnoringCase(text, pattern, from), lower.find(pattern, from));
    }
}

QTEST_GUILESS_MAIN(TestFindIgnoringCase)

#include "TestFindIgnoringCase.moc"
