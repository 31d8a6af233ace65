// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BadInput.h"
#include "support/DatabaseTestCase.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Op;

using Spoil = std::function<void(VocabularyMapping &)>;

/** A mapping that does not fit the database: refused with the table's name, nothing changed. */
class TestBadMapping : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void missingParts_data();
    void missingParts();
    void anotherType_data();
    void anotherType();
    void aNameThatDoesNotFitTheReference_data();
    void aNameThatDoesNotFitTheReference();
    void aNarrowReferenceTakesWhatFits();
    void aNameTableThatVanishes_data();
    void aNameTableThatVanishes();

private:
    /** The error of @p operation, which may have changed nothing. */
    template <class Operation>
    std::optional<Error> harmless(const Operation &operation)
    {
        const QStringList before = test::everyByte(database());
        const auto error = errorOf(operation);
        if (test::everyByte(database()) != before)
            return Error{ErrorKind::Internal, u"Something has changed."_s};
        return error;
    }
};

void TestBadMapping::missingParts_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("part");
    const auto add = [](const char *what, const QString &part, const Spoil &spoil) {
        QTest::newRow(what) << spoil << part;
    };
    const QString nowhere = u"nowhere"_s;
    add("table", u"no table \"nowhere\""_s, [=](auto &mapping) { mapping.table = nowhere; });
    add("key", u"table tags has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.keyName = nowhere; });
    add("name", u"table tags has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.nameName = nowhere; });
    add("no name at all", u"table tags has no column \"\""_s,
        [=](auto &mapping) { mapping.nameName.clear(); });
    add("slug", u"table tags has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.slugColumn = nowhere; });
    add("companion", u"table tags has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.nameCompanions = {nowhere}; });
    add("scope", u"table tags has no column \"nowhere\""_s, [=](auto &mapping) {
        mapping.scope = {{nowhere, u"x"_s}};
    });
    add("name table", u"no table \"nowhere\""_s, [=](auto &mapping) {
        mapping.nameTable = NameTable{nowhere, u"id"_s, u"id"_s};
    });
    add("name table's key", u"table notes has no column \"nowhere\""_s, [=](auto &mapping) {
        mapping.nameTable = NameTable{u"notes"_s, nowhere, u"id"_s};
    });
    add("reference's table", u"no table \"nowhere\""_s,
        [=](auto &mapping) { mapping.references[0].table = nowhere; });
    add("reference's column", u"table links has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.references[0].column = nowhere; });
    add("reference's target", u"table tags has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.references[1].target = nowhere; });
    add("reference's scope", u"table links has no column \"nowhere\""_s, [=](auto &mapping) {
        mapping.references[0].scope = {{nowhere, u"x"_s}};
    });
    add("reference's object", u"table links has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.references[0].objects = {{{nowhere}}}; });
    add("object's table", u"no table \"nowhere\""_s, [=](auto &mapping) {
        mapping.references[0].objectTables = {{nowhere, u"id"_s, u"item"_s, u"id"_s, {}}};
    });
    add("object's label", u"table notes has no column \"nowhere\""_s, [=](auto &mapping) {
        mapping.references[0].objectTables = {{u"notes"_s, u"id"_s, u"item"_s, nowhere, {}}};
    });
    add("counter's column", u"table tags has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.counters[0].column = nowhere; });
    add("counter's table", u"no table \"nowhere\""_s,
        [=](auto &mapping) { mapping.counters[0].referenceTable = nowhere; });
    add("counter's object", u"no table \"nowhere\""_s, [=](auto &mapping) {
        mapping.counters[0].objectTable = nowhere;
        mapping.counters[0].linkColumn = u"item"_s;
    });
    add("parent", u"table tags has no column \"nowhere\""_s,
        [=](auto &mapping) { mapping.hierarchy = Hierarchy{nowhere}; });
    add("parents' table", u"no table \"nowhere\""_s, [=](auto &mapping) {
        mapping.hierarchy = Hierarchy{u"parent"_s, {}, {}, nowhere, u"child"_s};
    });
    add("protection's column", u"table tags has no column \"nowhere\""_s, [=](auto &mapping) {
        mapping.protections = {{u"is the default"_s, {}, {{nowhere, u"x"_s}}}};
    });
    add("protection's table", u"no table \"nowhere\""_s, [=](auto &mapping) {
        mapping.protections = {{u"is the default"_s, {}, {}, nowhere, u"tag"_s}};
    });
    add("a table with the quotes of both engines", u"no table \"no`w\"here\""_s,
        [=](auto &mapping) { mapping.table = u"no`w\"here"_s; });
}

void TestBadMapping::missingParts()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const QString, part);
    VocabularyMapping mapping = test::createShelf(database());
    spoil(mapping);
    for (const Op op : {Op::Merge, Op::Rename, Op::Delete}) {
        const auto error =
            harmless([&] { test::performMapped(database().profile(), mapping, op); });
        VERIFY_REFUSAL(error, ErrorKind::Missing, part);
    }
}

void TestBadMapping::anotherType_data()
{
    QTest::addColumn<QString>("type");
    QTest::newRow("text") << u"VARCHAR(20)"_s;
    QTest::newRow("time") << u"DATETIME"_s;
    QTest::newRow("binary") << u"BLOB"_s;
}

void TestBadMapping::anotherType()
{
    QFETCH(const QString, type);
    VocabularyMapping mapping = test::createShelf(database());
    test::createTable(database(), u"others (item INTEGER, tag_id %1)"_s.arg(type));
    database().execute(u"INSERT INTO others VALUES (1, '2001-01-01')"_s);
    Reference reference;
    reference.table = u"others"_s;
    reference.column = u"tag_id"_s;
    mapping.references.push_back(reference);
    for (const Op op : {Op::Merge, Op::Rename, Op::Delete}) {
        const auto error =
            harmless([&] { test::performMapped(database().profile(), mapping, op); });
        VERIFY_REFUSAL(error, ErrorKind::Refused, u"others.tag_id"_s);
    }
}

void TestBadMapping::aNameThatDoesNotFitTheReference_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("too long") << u"tag_name VARCHAR(5)"_s << u"Fortran"_s << ErrorKind::TooLong;
    QTest::newRow("too long by an emoji")
        << u"tag_name VARCHAR(5)"_s << u"Lisp🦜🦜"_s << ErrorKind::TooLong;
    if (!isMariaDb())
        return;
    for (const char *set : {"latin1", "ascii", "utf8mb3"}) {
        QTest::newRow(set) << u"tag_name VARCHAR(190) CHARACTER SET "_s + QString::fromLatin1(set)
                           << u"Lisp🦜"_s << ErrorKind::NotStorable;
    }
    QTest::newRow("an enumeration")
        << u"tag_name ENUM('Perl', 'Go')"_s << u"Fortran"_s << ErrorKind::InvalidValue;
}

void TestBadMapping::aNameThatDoesNotFitTheReference()
{
    QFETCH(const QString, column);
    QFETCH(const QString, name);
    QFETCH(const ErrorKind, kind);
    const VocabularyMapping mapping = test::createShelf(database());
    database().execute(u"DROP TABLE notes"_s);
    test::createTable(database(), u"notes (id INTEGER NOT NULL PRIMARY KEY, %1)"_s.arg(column));
    database().execute(u"INSERT INTO notes VALUES (1, 'Perl'), (2, 'Go')"_s);
    database().execute(u"INSERT INTO tags (id, name) VALUES (5, %1)"_s.arg(test::literal(name)));
    const auto renamed = harmless([&] {
        test::performMapped(database().profile(), mapping, Op::Rename,
                            {.tag = u"Perl"_s, .newName = name + u'!'});
    });
    VERIFY_REFUSAL(renamed, kind, u"table notes"_s);
    const auto merged = harmless([&] {
        test::performMapped(database().profile(), mapping, Op::Merge,
                            {.tag = u"Perl"_s, .target = name});
    });
    VERIFY_REFUSAL(merged, kind, u"table notes"_s);
}

void TestBadMapping::aNarrowReferenceTakesWhatFits()
{
    const VocabularyMapping mapping = test::createShelf(database());
    database().execute(u"DROP TABLE notes"_s);
    test::createTable(database(),
                      u"notes (id INTEGER NOT NULL PRIMARY KEY, tag_name VARCHAR(5))"_s);
    database().execute(u"INSERT INTO notes VALUES (1, 'Perl'), (2, 'Go')"_s);
    test::performMapped(database().profile(), mapping, Op::Rename, {.newName = u"Raku"_s});
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM notes"_s),
             (QStringList{u"1|Raku"_s, u"2|Go"_s}));
}

/** A vocabulary with its names in a second table. */
static VocabularyMapping createTerms(const TestDatabase &database)
{
    test::createTable(database,
                      u"terms (term_id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT "
                      "NULL)"_s);
    test::createTable(database, u"kinds (kind_id INTEGER NOT NULL PRIMARY KEY, term_id INTEGER NOT "
                                "NULL, color VARCHAR(9))"_s);
    database.execute(u"INSERT INTO terms VALUES (1, 'Go'), (2, 'Perl')"_s);
    database.execute(u"INSERT INTO kinds VALUES (11, 1, NULL), (12, 2, NULL)"_s);
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"kinds"_s;
    mapping.keyName = u"kind_id"_s;
    mapping.nameName = u"name"_s;
    mapping.nameTable = NameTable{u"terms"_s, u"term_id"_s, u"term_id"_s};
    return mapping;
}

void TestBadMapping::aNameTableThatVanishes_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("table");
    QTest::addColumn<Op>("op");
    const auto add = [](const char *what, const QString &sql, const QString &table) {
        for (const Op op : {Op::Merge, Op::Rename, Op::Delete, Op::Set, Op::Add})
            QTest::addRow("%s: %s", what, test::nameOf(op)) << sql << table << op;
    };
    add("the names", u"DROP TABLE terms"_s, u"table terms"_s);
    add("the tags", u"DROP TABLE kinds"_s, u"table kinds"_s);
    add("name", u"ALTER TABLE terms RENAME COLUMN name TO title"_s, u"table terms"_s);
    add("key", u"ALTER TABLE kinds RENAME COLUMN kind_id TO id"_s, u"table kinds"_s);
    add("link", u"ALTER TABLE kinds RENAME COLUMN term_id TO term"_s, u"table kinds"_s);
}

void TestBadMapping::aNameTableThatVanishes()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, table);
    QFETCH(const Op, op);
    const VocabularyMapping mapping = createTerms(database());
    QStringList before;
    const auto error = errorOf([&] {
        test::performMapped(database().profile(), mapping, op, {}, [&](Vocabulary &) {
            database().execute(sql);
            before = test::everyByte(database());
        });
    });
    QCOMPARE(test::everyByte(database()), before);
    VERIFY_REFUSAL(error, ErrorKind::Missing, table);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestBadMapping)
#include "TestBadMapping.moc"
