// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BadInput.h"
#include "support/DatabaseTestCase.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Op;

/**
 * What goes wrong in the database under an operation: nothing has changed, and one sentence names
 * the table.
 */
class TestBadInput : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void nothingChanges_data();
    void nothingChanges();
};

void TestBadInput::nothingChanges_data()
{
    QTest::addColumn<QStringList>("setUp");     // before the inspection
    QTest::addColumn<QStringList>("meanwhile"); // after it
    QTest::addColumn<Op>("op");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("table");

    const auto add = [](const char *what, const std::vector<Op> &ops, const QStringList &setUp,
                        const QStringList &meanwhile, ErrorKind kind, const QString &table) {
        for (const Op op : ops)
            QTest::addRow("%s: %s", what, test::nameOf(op))
                << setUp << meanwhile << op << kind << table;
    };
    const std::vector<Op> all = {Op::Merge, Op::Rename, Op::Delete, Op::Set, Op::Add};
    const std::vector<Op> removing = {Op::Merge, Op::Delete};

    add("the tags' table vanishes", all, {}, {u"DROP TABLE tags"_s}, ErrorKind::Missing, u"tags"_s);
    add("the name column vanishes", all, {}, {u"ALTER TABLE tags RENAME COLUMN name TO title"_s},
        ErrorKind::Missing, u"table tags"_s);
    add("the key column vanishes", all, {}, {u"ALTER TABLE tags RENAME COLUMN id TO number"_s},
        ErrorKind::Missing, u"table tags"_s);
    add("an attribute vanishes", all, {}, {u"ALTER TABLE tags RENAME COLUMN color TO colour"_s},
        ErrorKind::Missing, u"table tags"_s);
    add("the parent vanishes", all, {}, {u"ALTER TABLE tags RENAME COLUMN parent TO above"_s},
        ErrorKind::Missing, u"table tags"_s);
    add("a reference's table vanishes", removing, {}, {u"DROP TABLE links"_s}, ErrorKind::Missing,
        u"table links"_s);
    add("a reference's column vanishes", removing, {},
        {u"ALTER TABLE links RENAME COLUMN tag_id TO label"_s}, ErrorKind::Missing,
        u"table links"_s);
    add("an object's column vanishes", removing, {},
        {u"ALTER TABLE links RENAME COLUMN item TO thing"_s}, ErrorKind::Missing, u"table links"_s);
    add("a by-name reference's table vanishes", {Op::Merge, Op::Rename, Op::Delete}, {},
        {u"DROP TABLE notes"_s}, ErrorKind::Missing, u"table notes"_s);
    add("a by-name reference's column vanishes", {Op::Merge, Op::Rename, Op::Delete}, {},
        {u"ALTER TABLE notes RENAME COLUMN tag_name TO label"_s}, ErrorKind::Missing,
        u"table notes"_s);

    add("a trigger on the tags' update", {Op::Rename, Op::Set},
        {test::refusingTrigger(u"tags"_s, u"UPDATE"_s)}, {}, ErrorKind::Constraint,
        u"table tags"_s);
    add("a trigger on the tags' delete", removing, {test::refusingTrigger(u"tags"_s, u"DELETE"_s)},
        {}, ErrorKind::Constraint, u"table tags"_s);
    add("a trigger on the tags' insert", {Op::Add}, {test::refusingTrigger(u"tags"_s, u"INSERT"_s)},
        {}, ErrorKind::Constraint, u"table tags"_s);
    add("a trigger on the links' delete", removing,
        {test::refusingTrigger(u"links"_s, u"DELETE"_s)}, {}, ErrorKind::Constraint,
        u"table links"_s);
    add("a trigger on the links' update", {Op::Merge},
        {test::refusingTrigger(u"links"_s, u"UPDATE"_s)}, {}, ErrorKind::Constraint,
        u"table links"_s);
    add("a trigger on the notes' update", {Op::Merge, Op::Rename},
        {test::refusingTrigger(u"notes"_s, u"UPDATE"_s)}, {}, ErrorKind::Constraint,
        u"table notes"_s);
    add("a trigger that appears meanwhile", {Op::Merge, Op::Rename}, {},
        {test::refusingTrigger(u"notes"_s, u"UPDATE"_s)}, ErrorKind::Constraint, u"table notes"_s);

    // The name of a tag is half of a foreign key that no reference can be.
    const QStringList prices = {
        u"CREATE UNIQUE INDEX whole ON tags (id, name)"_s,
        u"CREATE TABLE prices (tag INTEGER NOT NULL, %1, FOREIGN KEY (tag, tag_name) REFERENCES "
        "tags (id, name) ON DELETE RESTRICT)"_s.arg(
            test::textColumn(u"tag_name"_s, test::caseBlind())),
        u"INSERT INTO prices VALUES (2, 'Perl')"_s};
    add("a composite foreign key from outside", removing, prices, {}, ErrorKind::Refused,
        u"table prices"_s);
    add("a composite foreign key from outside", {Op::Rename}, prices, {}, ErrorKind::Refused,
        u"table prices"_s);
    QStringList cascading = prices;
    cascading[1].replace(u"RESTRICT"_s, u"CASCADE"_s);
    add("a composite foreign key that would cascade", removing, cascading, {}, ErrorKind::Refused,
        u"table prices"_s);
    add("a foreign key that appears meanwhile", removing, {}, prices, ErrorKind::Refused,
        u"table prices"_s);
    add("a unique key that the mapping does not know", {Op::Merge},
        {u"DROP TABLE links"_s,
         u"CREATE TABLE links (item INTEGER, tag_id INTEGER, place INTEGER, UNIQUE (tag_id, "
         "place))"_s,
         u"INSERT INTO links VALUES (7, 1, 1), (8, 2, 1)"_s},
        {}, ErrorKind::Conflict, u"table links"_s);
    add("a check", {Op::Rename}, {},
        {u"DROP TABLE notes"_s,
         u"CREATE TABLE notes (id INTEGER, tag_name VARCHAR(190) CHECK (tag_name <> 'Raku'))"_s,
         u"INSERT INTO notes VALUES (1, 'Perl')"_s},
        ErrorKind::Constraint, u"table notes"_s);

    const QString bound = isMariaDb() ? u"VARCHAR(190) COLLATE utf8mb4_bin"_s : u"VARCHAR(190)"_s;
    const QStringList computed = {
        u"DROP TABLE notes"_s,
        u"CREATE TABLE notes (id INTEGER NOT NULL PRIMARY KEY, raw VARCHAR(190), tag_name %1 "
        "GENERATED ALWAYS AS (trim(raw)) STORED)"_s.arg(bound),
        u"INSERT INTO notes (id, raw) VALUES (1, ' Perl'), (2, 'Go')"_s};
    add("a generated column refers to tags", {Op::Merge, Op::Rename}, computed, {},
        ErrorKind::Constraint, u"table notes"_s);
    add("a reference's column becomes a generated one", {Op::Merge, Op::Rename}, {}, computed,
        ErrorKind::Constraint, u"table notes"_s);

    const auto viewOf = [](const QString &table) {
        return QStringList{u"CREATE TABLE old_%1 AS SELECT * FROM %1"_s.arg(table),
                           u"DROP TABLE %1"_s.arg(table),
                           u"CREATE VIEW %1 AS SELECT DISTINCT * FROM old_%1"_s.arg(table)};
    };
    add("a view in place of the tags", removing, {}, viewOf(u"tags"_s), ErrorKind::Missing,
        u"table tags"_s);
    add("a view in place of the tags", {Op::Rename, Op::Set, Op::Add}, {}, viewOf(u"tags"_s),
        ErrorKind::Constraint, u"table tags"_s);
    add("a view in place of a reference's table", removing, {}, viewOf(u"links"_s),
        ErrorKind::Missing, u"table links"_s);
    add("a view in place of the names' reference", {Op::Rename}, {}, viewOf(u"notes"_s),
        ErrorKind::Missing, u"table notes"_s);
    add("a view in place of the tags before", all, viewOf(u"tags"_s), {}, ErrorKind::Missing,
        u"table \"tags\""_s);

    if (!isMariaDb())
        return;
    for (const char *engine : {"MyISAM", "Aria", "MEMORY"}) {
        const QString links = u"ALTER TABLE links ENGINE=%1"_s.arg(QString::fromLatin1(engine));
        add(engine, {Op::Merge, Op::Rename, Op::Delete}, {links}, {}, ErrorKind::Refused,
            u"table links"_s);
    }
    add("MyISAM", all, {u"ALTER TABLE tags ENGINE=MyISAM"_s}, {}, ErrorKind::Refused,
        u"table tags"_s);
    add("MyISAM meanwhile", removing, {}, {u"ALTER TABLE links ENGINE=MyISAM"_s},
        ErrorKind::Refused, u"table links"_s);
    add("MyISAM meanwhile, notes", {Op::Merge, Op::Rename, Op::Delete}, {},
        {u"ALTER TABLE notes ENGINE=MyISAM"_s}, ErrorKind::Refused, u"table notes"_s);
    add("MyISAM tags meanwhile", {Op::Merge, Op::Rename, Op::Delete}, {},
        {u"ALTER TABLE tags ENGINE=MyISAM"_s}, ErrorKind::Refused, u"table tags"_s);
}

void TestBadInput::nothingChanges()
{
    QFETCH(const QStringList, setUp);
    QFETCH(const QStringList, meanwhile);
    QFETCH(const Op, op);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, table);
    const VocabularyMapping mapping = test::createShelf(database());
    for (const QString &sql : setUp)
        database().execute(sql);
    QStringList before = test::everyByte(database());
    const auto error = errorOf([&] {
        test::performMapped(database().profile(), mapping, op, {}, [&](Vocabulary &) {
            for (const QString &sql : meanwhile)
                database().execute(sql);
            before = test::everyByte(database());
        });
    });
    QCOMPARE(test::everyByte(database()), before);
    VERIFY_REFUSAL(error, kind, table);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestBadInput)
#include "TestBadInput.moc"
