// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BadInput.h"
#include "support/DatabaseTestCase.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Op;

/** References that compare otherwise than the tags do: the tags decide, nobody else is touched. */
class TestBadCollations : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void theTagsDecide_data();
    void theTagsDecide();
    void theKeyDecides_data();
    void theKeyDecides();
    void aUniqueKeyThatSeesOtherTwins_data();
    void aUniqueKeyThatSeesOtherTwins();

private:
    void createTags(const QString &tagCollation, const QString &noteCollation,
                    const QStringList &names, const QStringList &notes, const QString &more = {});
};

void TestBadCollations::createTags(const QString &tagCollation, const QString &noteCollation,
                                   const QStringList &names, const QStringList &notes,
                                   const QString &more)
{
    test::createTable(database(),
                      u"tags (id INTEGER NOT NULL PRIMARY KEY, %1 NOT NULL UNIQUE)"_s.arg(
                          test::textColumn(u"name"_s, tagCollation)));
    test::createTable(
        database(),
        u"notes (id INTEGER NOT NULL PRIMARY KEY, item INTEGER NOT NULL, %1 NOT NULL%2)"_s.arg(
            test::textColumn(u"tag_name"_s, noteCollation), more));
    for (int i = 0; i < names.size(); ++i)
        database().execute(u"INSERT INTO tags VALUES (%1, %2)"_s.arg(QString::number(i + 1),
                                                                     test::literal(names.at(i))));
    for (int i = 0; i < notes.size(); ++i)
        database().execute(u"INSERT INTO notes VALUES (%1, 7, %2)"_s.arg(
            QString::number(i + 1), test::literal(notes.at(i))));
}

static VocabularyMapping tagsAndNotes()
{
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"tags"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    Reference notes;
    notes.table = u"notes"_s;
    notes.column = u"tag_name"_s;
    notes.target = u"name"_s;
    mapping.references = {notes};
    return mapping;
}

void TestBadCollations::theTagsDecide_data()
{
    QTest::addColumn<QString>("tagCollation");
    QTest::addColumn<QString>("noteCollation");
    QTest::addColumn<QStringList>("names"); // the first is the target, the second goes
    QTest::addColumn<QStringList>("notes");
    QTest::addColumn<QList<int>>("own"); // the notes (from 1) that name the second tag
    const QStringList spellings = {u"Perl"_s, u"perl"_s, u"PERL"_s, u"Go"_s, u"rust"_s};
    QTest::newRow("exact tags, blind notes")
        << test::bytewise() << test::caseBlind()
        << QStringList{u"Go"_s, u"Perl"_s, u"perl"_s, u"Rust"_s} << spellings << QList<int>{1};
    QTest::newRow("blind tags, exact notes")
        << test::caseBlind() << test::bytewise() << QStringList{u"Go"_s, u"Perl"_s, u"Rust"_s}
        << spellings << QList<int>{1, 2, 3};
    if (!isMariaDb())
        return;
    QTest::newRow("a letter that is another one elsewhere")
        << u"utf8mb4_general_ci"_s << u"utf8mb4_unicode_ci"_s
        << QStringList{u"Go"_s, u"ss"_s, u"s"_s} << QStringList{u"ß"_s, u"SS"_s, u"s"_s}
        << QList<int>{2};
    QTest::newRow("accents and another character set")
        << u"utf8mb4_bin"_s << u"latin1_swedish_ci"_s << QStringList{u"Go"_s, u"Cafe"_s, u"Café"_s}
        << QStringList{u"Café"_s, u"CAFE"_s, u"Cafe"_s} << QList<int>{3};
    QTest::newRow("letters that the notes lack")
        << u"utf8mb4_bin"_s << u"latin1_bin"_s << QStringList{u"Go"_s, u"日本"_s, u"??"_s}
        << QStringList{u"??"_s, u"Go"_s} << QList<int>{};
    QTest::newRow("trailing spaces") << u"utf8mb4_nopad_bin"_s << u"utf8mb4_general_ci"_s
                                     << QStringList{u"Go"_s, u"Perl"_s, u"Perl "_s}
                                     << QStringList{u"Perl"_s, u"Perl "_s} << QList<int>{1};
}

void TestBadCollations::theTagsDecide()
{
    QFETCH(const QString, tagCollation);
    QFETCH(const QString, noteCollation);
    QFETCH(const QStringList, names);
    QFETCH(const QStringList, notes);
    QFETCH(const QList<int>, own);
    for (const Op op : {Op::Merge, Op::Rename, Op::Delete}) {
        createTags(tagCollation, noteCollation, names, notes);
        test::performMapped(database().profile(), tagsAndNotes(), op,
                            {.tag = names.at(1), .target = names.at(0), .newName = u"Raku"_s});
        QStringList expected;
        for (int i = 0; i < notes.size(); ++i) {
            QString name = notes.at(i);
            if (own.contains(i + 1) && op == Op::Delete)
                continue;
            if (own.contains(i + 1))
                name = op == Op::Merge ? names.at(0) : u"Raku"_s;
            expected << u"%1|7|%2"_s.arg(QString::number(i + 1), name);
        }
        QCOMPARE(test::rowTexts(database(), u"SELECT * FROM notes"_s), expected);
        QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s),
                 names.size() - (op == Op::Rename ? 0 : 1));
        database().execute(u"DROP TABLE notes"_s);
        database().execute(u"DROP TABLE tags"_s);
    }
}

void TestBadCollations::theKeyDecides_data()
{
    QTest::addColumn<QString>("tagCollation");
    QTest::addColumn<QString>("linkCollation");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QList<int>>("own");
    QTest::newRow("exact tags, blind links")
        << test::bytewise() << test::caseBlind() << QStringList{u"Go"_s, u"Perl"_s, u"perl"_s}
        << QList<int>{1};
    QTest::newRow("blind tags, exact links") << test::caseBlind() << test::bytewise()
                                             << QStringList{u"Go"_s, u"Perl"_s} << QList<int>{1, 2};
}

void TestBadCollations::theKeyDecides()
{
    QFETCH(const QString, tagCollation);
    QFETCH(const QString, linkCollation);
    QFETCH(const QStringList, names);
    QFETCH(const QList<int>, own);
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"tags"_s;
    mapping.keyName = mapping.nameName = u"tag_id"_s;
    Reference links;
    links.table = u"links"_s;
    links.column = u"tag"_s;
    mapping.references = {links};
    for (const Op op : {Op::Merge, Op::Rename, Op::Delete}) {
        test::createTags(database(), tagCollation);
        test::createTable(database(), u"links (id INTEGER NOT NULL PRIMARY KEY, %1 NOT NULL)"_s.arg(
                                          test::textColumn(u"tag"_s, linkCollation)));
        database().insertTags(names);
        database().execute(u"INSERT INTO links VALUES (1, 'Perl'), (2, 'perl'), (3, 'Go')"_s);
        test::performMapped(database().profile(), mapping, op);
        QStringList expected;
        for (int i = 1; i <= 2; ++i) {
            QString name = i == 1 ? u"Perl"_s : u"perl"_s;
            if (own.contains(i) && op == Op::Delete)
                continue;
            if (own.contains(i))
                name = op == Op::Merge ? u"Go"_s : u"Raku"_s;
            expected << u"%1|%2"_s.arg(QString::number(i), name);
        }
        QCOMPARE(test::rowTexts(database(), u"SELECT * FROM links"_s),
                 expected + QStringList{u"3|Go"_s});
        database().execute(u"DROP TABLE links"_s);
        database().execute(u"DROP TABLE tags"_s);
    }
}

void TestBadCollations::aUniqueKeyThatSeesOtherTwins_data()
{
    QTest::addColumn<Op>("op");
    QTest::newRow("merge") << Op::Merge;
    QTest::newRow("rename") << Op::Rename;
}

// "go" and "Go" are two tags, yet a row of notes holds only one of them for an item.
void TestBadCollations::aUniqueKeyThatSeesOtherTwins()
{
    QFETCH(const Op, op);
    createTags(test::bytewise(), test::caseBlind(),
               op == Op::Merge ? QStringList{u"go"_s, u"Perl"_s, u"Go"_s}
                               : QStringList{u"Rust"_s, u"Perl"_s, u"Go"_s},
               {u"Perl"_s, u"Go"_s}, u", UNIQUE (item, tag_name)"_s);
    VocabularyMapping mapping = tagsAndNotes();
    mapping.references[0].objects = {{{u"item"_s}}};
    const QStringList before = test::everyByte(database());
    const auto error = errorOf([&] {
        test::performMapped(database().profile(), mapping, op,
                            {.target = u"go"_s, .newName = u"go"_s});
    });
    QCOMPARE(test::everyByte(database()), before);
    VERIFY_REFUSAL(error, ErrorKind::Conflict, u"table notes"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestBadCollations)
#include "TestBadCollations.moc"
