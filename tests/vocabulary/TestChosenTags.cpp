// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ChosenTags.h"

#include "support/DatabaseTestCase.h"
#include "vocabulary/MappedTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Which tags a request means. */
class TestChosenTags : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void readsEveryColumnInTheOrderAsked();
    void takesKeysToo();
    void theExactSpellingWins();
    void refusesANameThatSeveralTagsHave();
    void looksWithinTheScopeOnly();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();

private:
    QStringList chosen(const VocabularyMapping &mapping, const QStringList &names,
                       TagAddress address = TagAddress::Name);
    VocabularyMapping createBytewise();
};

/** "key name: value|value" for each. */
QStringList TestChosenTags::chosen(const VocabularyMapping &mapping, const QStringList &names,
                                   TagAddress address)
{
    const auto tags =
        test::writeMapped(database(), mapping, test::Then::RollBack,
                          [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                              return chosenTags(connection, vocabulary, names, address);
                          });
    QStringList texts;
    for (const StoredTag &tag : tags) {
        QStringList values;
        for (const Cell &value : tag.values)
            values << value.value_or(u"NULL"_s);
        texts << tag.key + u' ' + tag.name + u": "_s + values.join(u'|');
    }
    return texts;
}

/** Two tags called python apart from their letter case, and two called exactly alike. */
VocabularyMapping TestChosenTags::createBytewise()
{
    test::createTable(database(),
                      u"words (%1, %2)"_s.arg(test::serial(u"id"_s),
                                              test::textColumn(u"word"_s, test::caseBlind())));
    test::insertRows(database(), u"words"_s,
                     {u"3, 'PYTHON'"_s, u"5, 'Python'"_s, u"7, 'Go'"_s, u"9, 'Go'"_s});
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"words"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"word"_s;
    return mapping;
}

void TestChosenTags::readsEveryColumnInTheOrderAsked()
{
    const auto mapping = test::createLabels(database());
    QCOMPARE(chosen(mapping, {u"python"_s, u"Go"_s, u"PYTHON"_s}),
             (QStringList{u"2 Python: 2|Python|python|blue"_s, u"1 Go: 1|Go|go|NULL"_s}));
}

void TestChosenTags::takesKeysToo()
{
    const auto mapping = test::createLabels(database());
    QCOMPARE(chosen(mapping, {u"10"_s, u"1"_s, u"10"_s}, TagAddress::Key),
             (QStringList{u"10 Perl: 10|Perl|perl|NULL"_s, u"1 Go: 1|Go|go|NULL"_s}));
}

void TestChosenTags::theExactSpellingWins()
{
    const auto mapping = createBytewise();
    QCOMPARE(chosen(mapping, {u"PYTHON"_s}), QStringList{u"3 PYTHON: 3|PYTHON"_s});
    QCOMPARE(chosen(mapping, {u"Python"_s}), QStringList{u"5 Python: 5|Python"_s});
}

void TestChosenTags::refusesANameThatSeveralTagsHave()
{
    const auto mapping = createBytewise();
    const auto alike = errorOf([&] { chosen(mapping, {u"Go"_s}); });
    COMPARE_KIND(alike, ErrorKind::Conflict);
    QCOMPARE(alike->message,
             u"“Go” is the name of 2 tags (id 7, 9); say which one by its key (--by-key)."_s);
    const auto neither = errorOf([&] { chosen(mapping, {u"python"_s}); });
    COMPARE_KIND(neither, ErrorKind::Conflict);
    QVERIFY2(neither->message.contains(u"(id 3, 5)"_s), qPrintable(neither->message));
    QCOMPARE(chosen(mapping, {u"9"_s}, TagAddress::Key), QStringList{u"9 Go: 9|Go"_s});
}

void TestChosenTags::looksWithinTheScopeOnly()
{
    const auto mapping = test::createTerms(database());
    QCOMPARE(chosen(mapping, {u"news"_s}), QStringList{u"11 News: 11|1|tag|NULL|0|2|News|news"_s});
    COMPARE_KIND(errorOf([&] { chosen(mapping, {u"Golf"_s}); }), ErrorKind::Missing);
    COMPARE_KIND(errorOf([&] { chosen(mapping, {u"12"_s}, TagAddress::Key); }), ErrorKind::Missing);
}

void TestChosenTags::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<QString>("message");
    QTest::newRow("name") << u"Rust"_s << false
                          << u"There is no tag “Rust”; refresh and check its name."_s;
    QTest::newRow("key") << u"4"_s << true
                         << u"There is no tag with the key 4; refresh and check it."_s;
    // Neither engine may take these for a number.
    QTest::newRow("no number") << u"Go"_s << true
                               << u"There is no tag with the key Go; refresh and check it."_s;
    QTest::newRow("hardly a number")
        << u"1x"_s << true << u"There is no tag with the key 1x; refresh and check it."_s;
    QTest::newRow("empty") << u""_s << true
                           << u"There is no tag with the key ; refresh and check it."_s;
}

void TestChosenTags::saysWhatIsMissing()
{
    QFETCH(const QString, asked);
    QFETCH(const bool, byKey);
    const auto mapping = test::createLabels(database());
    const auto address = byKey ? TagAddress::Key : TagAddress::Name;
    const auto error = errorOf([&] {
        chosen(mapping, {byKey ? u"1"_s : u"Go"_s, asked}, address);
    });
    COMPARE_KIND(error, ErrorKind::Missing);
    QTEST(error->message, "message");
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestChosenTags)
#include "TestChosenTags.moc"
