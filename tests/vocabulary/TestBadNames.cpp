// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BadInput.h"
#include "support/DatabaseTestCase.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Op;

/** Names that break careless SQL, and requests that name no tag, too many, or one twice. */
class TestBadNames : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void oddTablesAndColumns_data();
    void oddTablesAndColumns();
    void oddTags_data();
    void oddTags();
    void namesNoTag_data();
    void namesNoTag();
    void newNameThatCannotBe_data();
    void newNameThatCannotBe();
    void emptyLists();
    void theSameTagTwice();
    void intoAMissingTag();
    void fiveThousandSources();
    void oneOfFiveThousandIsMissing();

private:
    /** Runs @p operation(connection, vocabulary) on the shelf, as the executor does. */
    template <class Operation>
    void run(const VocabularyMapping &mapping, const Operation &operation)
    {
        ScopedConnection connection(database().profile());
        const Vocabulary vocabulary =
            resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
        Transaction transaction(connection, Transaction::Mode::Write);
        operation(connection, vocabulary);
        transaction.commit();
    }
    /** The error of @p operation, which may have changed nothing. */
    template <class Operation>
    std::optional<Error> refusal(const VocabularyMapping &mapping, const Operation &operation)
    {
        const QStringList before = test::everyByte(database());
        const auto error = errorOf([&] { run(mapping, operation); });
        if (test::everyByte(database()) != before)
            return Error{ErrorKind::Internal, u"Something has changed."_s};
        return error;
    }
};

void TestBadNames::oddTablesAndColumns_data()
{
    QTest::addColumn<QString>("odd");
    QTest::newRow("quote") << u"it's"_s;
    QTest::newRow("double quote") << u"a\"b"_s;
    QTest::newRow("backtick") << u"a`b"_s;
    QTest::newRow("all quotes") << u"'\"`"_s;
    QTest::newRow("semicolon") << u"x; DROP TABLE tags; --"_s;
    QTest::newRow("newline") << u"two\nlines"_s;
    QTest::newRow("bracket") << u"[a]"_s;
    QTest::newRow("dot") << u"a.b"_s;
    QTest::newRow("question mark") << u"a?b:c@d"_s;
    QTest::newRow("per cent") << u"%1 %2"_s;
    QTest::newRow("keyword") << u"select"_s;
    QTest::newRow("number") << u"2"_s;
    QTest::newRow("snowman") << u"☃"_s;
    QTest::newRow("backslash") << u"a\\b"_s;
    if (!isMariaDb()) // which has no such letters in identifiers
        QTest::newRow("emoji") << u"🦜"_s;
}

void TestBadNames::oddTablesAndColumns()
{
    QFETCH(const QString, odd);
    const QString tags = odd + u"t"_s;
    const QString links = odd + u"l"_s;
    const auto name = [&odd](const QString &what) { return test::identifier(odd + what); };
    test::createTable(database(),
                      name(u"t"_s) + u" ("_s + name(u"k"_s) + u" INTEGER NOT NULL PRIMARY KEY"_s +
                          (isMariaDb() ? u" AUTO_INCREMENT, "_s : u", "_s) + name(u"n"_s) +
                          u" VARCHAR(50) NOT NULL UNIQUE, "_s + name(u"c"_s) + u" VARCHAR(20), "_s +
                          name(u"u"_s) + u" INTEGER, "_s + name(u"p"_s) + u" INTEGER)"_s);
    test::createTable(database(), name(u"l"_s) + u" ("_s + name(u"o"_s) + u" INTEGER NOT NULL, "_s +
                                      name(u"r"_s) + u" INTEGER NOT NULL, PRIMARY KEY ("_s +
                                      name(u"o"_s) + u", "_s + name(u"r"_s) + u"))"_s);
    database().execute(u"INSERT INTO "_s + name(u"t"_s) +
                       u" VALUES (1, 'Go', NULL, 1, NULL), (2, 'Perl', NULL, 2, NULL), "
                       "(3, 'PHP', NULL, 1, 2)"_s);
    database().execute(u"INSERT INTO "_s + name(u"l"_s) +
                       u" VALUES (7, 1), (7, 2), (8, 2), (9, 3)"_s);
    VocabularyMapping mapping;
    mapping.name = mapping.table = tags;
    mapping.keyName = odd + u"k"_s;
    mapping.nameName = odd + u"n"_s;
    Reference reference;
    reference.table = links;
    reference.column = odd + u"r"_s;
    reference.objects = {{{odd + u"o"_s}}};
    mapping.references = {reference};
    mapping.counters = {{odd + u"u"_s, links, odd + u"r"_s}};
    mapping.hierarchy = Hierarchy{odd + u"p"_s};

    const Profile profile = database().profile();
    test::performMapped(profile, mapping, Op::Merge);
    test::performMapped(profile, mapping, Op::Rename, {.tag = u"Go"_s, .newName = u"Raku"_s});
    test::performMapped(profile, mapping, Op::Set, {.tag = u"Raku"_s, .column = odd + u"c"_s});
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM "_s + name(u"t"_s)),
             (QStringList{u"1|Raku|red|2|NULL"_s, u"3|PHP|NULL|1|1"_s}));
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM "_s + name(u"l"_s)),
             (QStringList{u"7|1"_s, u"8|1"_s, u"9|3"_s}));
    test::performMapped(profile, mapping, Op::Delete, {.tag = u"PHP"_s});
    test::performMapped(profile, mapping, Op::Add, {.newName = u"Ada"_s});
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM "_s + name(u"t"_s)), 2);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM "_s + name(u"l"_s)), 2);

    database().execute(u"DROP TABLE "_s + name(u"l"_s));
    const auto error = errorOf([&] { test::performMapped(profile, mapping, Op::Merge); });
    COMPARE_KIND(error, ErrorKind::Missing);
    QVERIFY2(error->message.contains(links), qPrintable(error->message));
}

void TestBadNames::oddTags_data()
{
    QTest::addColumn<QString>("odd");
    QTest::newRow("quote") << u"O'Reilly"_s;
    QTest::newRow("double quote") << u"\"quoted\""_s;
    QTest::newRow("backtick") << u"`tick`"_s;
    QTest::newRow("backslash") << u"back\\slash\\"_s;
    QTest::newRow("semicolon") << u"x'); DROP TABLE tags; --"_s;
    QTest::newRow("newline") << u"two\nlines\r\nthree"_s;
    QTest::newRow("control characters") << u"\u0001\u001f\t\u007f"_s;
    QTest::newRow("emoji") << u"👩‍💻🦜"_s;
    QTest::newRow("wildcards") << u"%_*?"_s;
    QTest::newRow("parameters") << u"? :a @b $1 %1"_s;
    QTest::newRow("JSON") << u"[\"a\",{\"b\":null}]"_s;
    QTest::newRow("spaces") << u"  in front"_s;
    QTest::newRow("invisible") << u"\u200b\ufeff"_s;
    QTest::newRow("right to left") << u"\u202eabc"_s;
    QTest::newRow("number") << u"1"_s;
    QTest::newRow("null") << u"NULL"_s;
}

void TestBadNames::oddTags()
{
    QFETCH(const QString, odd);
    const VocabularyMapping mapping = test::createShelf(database());
    const Profile profile = database().profile();
    const auto notes = [this] {
        return database().column(u"SELECT tag_name FROM notes ORDER BY id"_s);
    };
    test::performMapped(profile, mapping, Op::Rename, {.newName = odd});
    QCOMPARE(database().column(u"SELECT name FROM tags WHERE id = 2"_s), QStringList{odd});
    QCOMPARE(notes().at(0), odd);
    test::performMapped(profile, mapping, Op::Set, {.tag = odd});
    QCOMPARE(database().column(u"SELECT color FROM tags WHERE id = 2"_s), QStringList{u"red"_s});
    test::performMapped(profile, mapping, Op::Merge, {.tag = u"Go"_s, .target = odd});
    QCOMPARE(notes().at(1), odd);
    test::performMapped(profile, mapping, Op::Merge, {.tag = odd, .target = u"Rust"_s});
    QCOMPARE(notes().at(1), u"Rust"_s);
    test::performMapped(profile, mapping, Op::Add, {.newName = odd});
    test::performMapped(profile, mapping, Op::Delete, {.tag = odd});
    QCOMPARE(database().column(u"SELECT name FROM tags ORDER BY id"_s),
             (QStringList{u"PHP"_s, u"Rust"_s}));
}

void TestBadNames::namesNoTag_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TagAddress>("address");
    QTest::newRow("unknown") << u"Cobol"_s << TagAddress::Name;
    QTest::newRow("empty") << QString() << TagAddress::Name;
    QTest::newRow("wildcard") << u"P%"_s << TagAddress::Name;
    QTest::newRow("NUL behind a name") << u"Perl"_s + QChar::Null << TagAddress::Name;
    QTest::newRow("NUL inside") << u"Perl"_s + QChar::Null + u"x"_s << TagAddress::Name;
    QTest::newRow("only NUL") << QString(QChar::Null) << TagAddress::Name;
    QTest::newRow("half a surrogate") << QString(QChar(0xd83e)) << TagAddress::Name;
    QTest::newRow("long") << QString(100'000, u'x') << TagAddress::Name;
    QTest::newRow("longer than a name that is there") << QString(191, u'y') << TagAddress::Name;
    for (const char *key : {"", "99", "2x", "x", "2.5", "2e0", "0x2", "-2", "NULL",
                            "99999999999999999999999", "18446744073709551618", "true"})
        QTest::addRow("key \"%s\"", key) << QString::fromLatin1(key) << TagAddress::Key;
    QTest::newRow("key with a NUL") << u"2"_s + QChar::Null << TagAddress::Key;
}

void TestBadNames::namesNoTag()
{
    QFETCH(const QString, text);
    QFETCH(const TagAddress, address);
    const VocabularyMapping mapping = test::createShelf(database());
    database().execute(u"INSERT INTO tags (id, name) VALUES (5, '%1')"_s.arg(QString(190, u'y')));
    const QString go = address == TagAddress::Key ? u"1"_s : u"Go"_s;
    const auto check = [&](const auto &operation) {
        const auto error = refusal(mapping, operation);
        VERIFY_REFUSAL(error, ErrorKind::Missing, u"no tag"_s);
        QVERIFY2(error->message.size() < 400, qPrintable(error->message));
        QVERIFY(!error->message.contains(QChar::Null));
    };
    check([&](auto &connection, auto &vocabulary) {
        mergeTags(connection, vocabulary, {{text}, go, false, address});
    });
    check([&](auto &connection, auto &vocabulary) {
        mergeTags(connection, vocabulary, {{go}, text, false, address});
    });
    check([&](auto &connection, auto &vocabulary) {
        renameTag(connection, vocabulary, {text, u"Raku"_s, false, address});
    });
    check([&](auto &connection, auto &vocabulary) {
        deleteTags(connection, vocabulary, {{go, text}, true, false, address});
    });
    check([&](auto &connection, auto &vocabulary) {
        setTag(connection, vocabulary, {text, {{u"color"_s, u"red"_s}}, false, address});
    });
}

void TestBadNames::newNameThatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("empty") << QString() << ErrorKind::InvalidValue;
    QTest::newRow("blank") << u" \t\n"_s << ErrorKind::InvalidValue;
    QTest::newRow("NUL") << u"Ra"_s + QChar::Null + u"ku"_s << ErrorKind::NotStorable;
    QTest::newRow("half a surrogate") << u"Raku"_s + QChar(0xdc00) << ErrorKind::NotStorable;
    QTest::newRow("too long") << QString(191, u'x') << ErrorKind::TooLong;
    QTest::newRow("far too long") << QString(100'000, u'x') << ErrorKind::TooLong;
    QTest::newRow("taken") << u"Rust"_s << ErrorKind::Conflict;
    QTest::newRow("taken in other letters") << u"RUST"_s << ErrorKind::Conflict;
}

void TestBadNames::newNameThatCannotBe()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorKind, kind);
    const VocabularyMapping mapping = test::createShelf(database());
    const QStringList before = test::everyByte(database());
    for (const Op op : {Op::Rename, Op::Add}) {
        const auto error = errorOf(
            [&] { test::performMapped(database().profile(), mapping, op, {.newName = name}); });
        VERIFY_REFUSAL(error, kind, QString());
        QVERIFY2(error->message.size() < 400, qPrintable(error->message));
        QCOMPARE(test::everyByte(database()), before);
    }
}

void TestBadNames::emptyLists()
{
    const VocabularyMapping mapping = test::createShelf(database());
    const auto merged = refusal(mapping, [](auto &connection, auto &vocabulary) {
        mergeTags(connection, vocabulary, {{}, u"Go"_s});
    });
    VERIFY_REFUSAL(merged, ErrorKind::Usage, u"No tag"_s);
    const auto removed = refusal(mapping, [](auto &connection, auto &vocabulary) {
        deleteTags(connection, vocabulary, {{}, true});
    });
    VERIFY_REFUSAL(removed, ErrorKind::Usage, u"No tag"_s);
}

void TestBadNames::theSameTagTwice()
{
    const VocabularyMapping mapping = test::createShelf(database());
    const auto itself = refusal(mapping, [](auto &connection, auto &vocabulary) {
        mergeTags(connection, vocabulary, {{u"GO"_s, u"go"_s}, u"Go"_s});
    });
    VERIFY_REFUSAL(itself, ErrorKind::Refused, u"Go"_s);
    run(mapping, [](auto &connection, auto &vocabulary) {
        const Receipt receipt = mergeTags(connection, vocabulary,
                                          {{u"Perl"_s, u"PERL"_s, u"Perl"_s, u"GO"_s}, u"Go"_s});
        QCOMPARE(receipt.tags, 1);
    });
    QCOMPARE(database().column(u"SELECT uses FROM tags WHERE id = 1"_s), QStringList{u"2"_s});
    run(mapping, [](auto &connection, auto &vocabulary) {
        QCOMPARE(deleteTags(connection, vocabulary, {{u"Rust"_s, u"rust"_s}, true}).tags, 1);
    });
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 2);
}

void TestBadNames::intoAMissingTag()
{
    const VocabularyMapping mapping = test::createShelf(database());
    const auto error = refusal(mapping, [](auto &connection, auto &vocabulary) {
        mergeTags(connection, vocabulary, {{u"Perl"_s, u"PHP"_s}, u"Cobol"_s});
    });
    VERIFY_REFUSAL(error, ErrorKind::Missing, u"“Cobol”"_s);
}

static QStringList manyTags(const TestDatabase &database)
{
    QStringList names;
    QStringList tags;
    QStringList links;
    for (int id = 100; id < 5100; ++id) {
        names << u"tag %1"_s.arg(id);
        tags << u"(%1, 'tag %1')"_s.arg(id);
        links << u"(%1, %2), (%3, %2)"_s.arg(QString::number(id % 10), QString::number(id),
                                             QString::number(id));
    }
    database.execute(u"INSERT INTO tags (id, name) VALUES "_s + tags.join(u','));
    database.execute(u"INSERT INTO links VALUES "_s + links.join(u','));
    return names;
}

void TestBadNames::fiveThousandSources()
{
    const VocabularyMapping mapping = test::createShelf(database());
    const QStringList names = manyTags(database());
    run(mapping, [&names](auto &connection, auto &vocabulary) {
        const Receipt receipt = mergeTags(connection, vocabulary, {names, u"Go"_s});
        QCOMPARE(receipt.tags, 5000);
    });
    // 5,000 items of their own, and ten that all share; item 7 had the target already.
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM links WHERE tag_id = 1"_s), 5010);
    QCOMPARE(database().number(u"SELECT uses FROM tags WHERE id = 1"_s), 5010);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 4);
}

void TestBadNames::oneOfFiveThousandIsMissing()
{
    const VocabularyMapping mapping = test::createShelf(database());
    QStringList names = manyTags(database());
    names[4321] = u"Cobol"_s;
    const auto merged = refusal(mapping, [&names](auto &connection, auto &vocabulary) {
        mergeTags(connection, vocabulary, {names, u"Go"_s});
    });
    VERIFY_REFUSAL(merged, ErrorKind::Missing, u"“Cobol”"_s);
    const auto removed = refusal(mapping, [&names](auto &connection, auto &vocabulary) {
        deleteTags(connection, vocabulary, {names, true});
    });
    VERIFY_REFUSAL(removed, ErrorKind::Missing, u"“Cobol”"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestBadNames)
#include "TestBadNames.moc"
