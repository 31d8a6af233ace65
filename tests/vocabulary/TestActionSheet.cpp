// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportLines.h"
#include "vocabulary/JournaledOperation.h"
#include "vocabulary/OpenImportFile.h"
#include "vocabulary/PreviewImport.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Sheets with a column `action`, on tags(tag_id, title, uses) with the taggings links. */
class TestActionSheet : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void doesItsActionsInOrder();
    void recognisesASheet_data();
    void recognisesASheet();
    void aChosenContentHolds();
    void rejectsWhatSaysNoAction_data();
    void rejectsWhatSaysNoAction();
    void whatTheDatabaseRefuses();
    void anAddThatExists_data();
    void anAddThatExists();
    void setsOnlyWhatACellSays();
    void mergesSeveral();
    void deletesWithTaggings();
    void appliesTheRulesForNames();
    void constantsFillAddedAndSetTags();
    void tellsOfEveryLine();
    void writesAReportAndRejects();
    void takesCorrectionsAndLeavesOut();
    void aDryRunChangesNothing();
    void aFailureAmidAMergeIsTakenBackAlone();
    void whatIsNotOfOneLineEndsAll();
    void previewsASheet();
    void mapsByHand();
    void isUndoneAsAWhole();

private:
    QStringList tags() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
    QStringList links() { return test::rowTexts(database(), u"SELECT * FROM links"_s); }
    ImportAccount run(const QString &sheet) { return run(test::importOf(sheet)); }
    ImportAccount run(const ImportRequest &request);
    Vocabulary vocabulary();
};

void TestActionSheet::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::caseBlind(), u", title VARCHAR(20), uses INTEGER"_s);
    test::createTable(database(),
                      u"links (item INTEGER NOT NULL, %1 NOT NULL, PRIMARY KEY (item, tag_id), "
                      "FOREIGN KEY (tag_id) REFERENCES tags (tag_id))"_s.arg(
                          test::textColumn(u"tag_id"_s, test::caseBlind())));
    database().execute(u"INSERT INTO tags VALUES ('Go', 'golang', 1), ('Perl', NULL, 2), "
                       "('Qt', 'toolkit', 3), ('Rust', NULL, NULL)"_s);
    database().execute(
        u"INSERT INTO links VALUES (1, 'Go'), (2, 'Go'), (1, 'Perl'), (3, 'Perl')"_s);
}

/** With a receipt that the undo has to take back to the last byte. */
ImportAccount TestActionSheet::run(const ImportRequest &request)
{
    return test::doneUndoneRedone(
        database(), test::vocabularyCalled({}), u"import"_s,
        [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
            return importTags(connection, vocabulary, request, [](const Progress &) {});
        });
}

Vocabulary TestActionSheet::vocabulary()
{
    ScopedConnection connection(database().profile());
    return findVocabulary(connection, {});
}

void TestActionSheet::doesItsActionsInOrder()
{
    const ImportAccount account = run(u"action,name,target,title,uses\n"
                                      "add,Ada,,an old one,9\n"
                                      "rename,Ada,Lovelace,,\n"
                                      "set,Lovelace,,a name,\n"
                                      "merge,Perl,Lovelace,,\n"
                                      "ADD, Perl2,,,\n"
                                      " Delete ,Rust,,,\n"
                                      "add,Rust,,again,\n"_s);
    QCOMPARE(test::rejectionsOf(account), QStringList());
    QCOMPARE(test::countsOf(account),
             u"read 7, inserted 3, updated 1, renamed 1, merged 1, deleted 1"_s);
    QCOMPARE(account.content, ImportContent::Actions);
    QCOMPARE(tags(), (QStringList{u" Perl2|NULL|NULL"_s, u"Go|golang|1"_s, u"Lovelace|a name|9"_s,
                                  u"Qt|toolkit|3"_s, u"Rust|again|NULL"_s}));
    QCOMPARE(links(), (QStringList{u"1|Go"_s, u"1|Lovelace"_s, u"2|Go"_s, u"3|Lovelace"_s}));
}

void TestActionSheet::recognisesASheet_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<ImportContent>("content");
    const auto row = [](const char *title, const QByteArray &data, ImportContent content) {
        QTest::newRow(title) << data << content;
    };
    row("CSV", "Action ;Name;into\nadd;a;\n", ImportContent::Actions);
    row("JSON", R"([{"action": "add", "tag_id": "a"}])", ImportContent::Actions);
    row("no name", "action,what\nadd,a\n", ImportContent::Tags);
    row("no action", "name,title\na,b\n", ImportContent::Tags);
    row("rejects", "line,reason,action,tag,target\n2,because,add,a,\n", ImportContent::Actions);
    row("arrows", "a -> b\nc, d -> e\n", ImportContent::Merges);
    row("arrows that look like a table", "a, b -> c\nd, e -> f\n", ImportContent::Merges);
    row("one line without an arrow", "a -> b\nc\n", ImportContent::Tags);
    row("colons", "a: b, c\nd: e\n", ImportContent::Tags);
    row("two arrows", "a -> b -> c\n", ImportContent::Tags);
}

void TestActionSheet::recognisesASheet()
{
    QFETCH(const QByteArray, data);
    QFETCH(const ImportContent, content);
    ImportSource source;
    source.data = data;
    QCOMPARE(openImportFile(vocabulary(), source)->content(), content);
    source.format = FileFormat::Lines;
    QCOMPARE(openImportFile(vocabulary(), source)->content(), ImportContent::Tags);
}

void TestActionSheet::aChosenContentHolds()
{
    ImportRequest request = test::importOf(u"action,name\nadd,new\n"_s);
    request.source.content = ImportContent::Tags;
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 1, inserted 1"_s);

    // A column of the table is not what a sheet says, unless somebody says that it is.
    database().execute(u"ALTER TABLE tags ADD COLUMN action VARCHAR(9)"_s);
    request = test::importOf(u"action,name\nadd,newer\n"_s);
    QCOMPARE(test::import(database(), request).content, ImportContent::Tags);
    QCOMPARE(database().column(u"SELECT action FROM tags WHERE tag_id = 'newer'"_s),
             QStringList{u"add"_s});
    request = test::importOf(u"action,name\ndelete,newer\n"_s);
    request.source.content = ImportContent::Actions;
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 1, deleted 1"_s);

    request.source.data = "name\nx\n";
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Usage);
}

void TestActionSheet::rejectsWhatSaysNoAction_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << u",a,"_s << u"no action; write add, set, rename, merge or delete"_s;
    QTest::newRow("blank") << u"  ,a,"_s << u"no action; write add"_s;
    QTest::newRow("unknown") << u"drop,a,"_s << u"“drop” is no action; write add, set, rename"_s;
    QTest::newRow("no name") << u"add,,"_s << u"name"_s;
    QTest::newRow("no name to delete") << u"delete,,"_s << u"name"_s;
    QTest::newRow("no target of a rename") << u"rename,Go,"_s << u"what the tag shall be called"_s;
    QTest::newRow("no target of a merge") << u"merge,Go,"_s << u"which tag to merge into"_s;
    QTest::newRow("a target too many") << u"delete,Go,Qt"_s << u"only rename and merge"_s;
    QTest::newRow("ragged") << u"add"_s << u"field"_s;
}

void TestActionSheet::rejectsWhatSaysNoAction()
{
    QFETCH(const QString, line);
    QFETCH(const QString, reason);
    const QStringList before = tags();
    const ImportAccount account =
        test::import(database(), test::importOf(u"action,name,target\n"_s + line + u'\n'));
    QCOMPARE(test::countsOf(account), u"read 1, rejected 1"_s);
    QVERIFY2(account.rejections[0].reason.contains(reason),
             qPrintable(account.rejections[0].reason));
    QCOMPARE(tags(), before);
}

void TestActionSheet::whatTheDatabaseRefuses()
{
    const ImportAccount account = run(u"action,name,target,title,uses\n"
                                      "rename,nobody,somebody,,\n"
                                      "rename,Go,qt,,\n"
                                      "merge,Go,nobody,,\n"
                                      "merge,Go,GO,,\n"
                                      "delete,Go,,,\n"
                                      "set,Go,,longer than twenty characters,\n"
                                      "add,new,,,many\n"
                                      "rename,Rust,%1,,\n"
                                      "set,Rust,,done,\n"_s.arg(QString(200, u'x')));
    QCOMPARE(test::countsOf(account), u"read 9, updated 1, rejected 8"_s);
    const QStringList reasons = test::rejectionsOf(account);
    const QStringList words{u"2: There is no tag “nobody”"_s,
                            u"3: “Qt” exists already as another tag; merge “Go” into it"_s,
                            u"4: There is no tag “nobody”"_s,
                            u"5: “Go” would be merged into itself"_s,
                            u"6: The tags are in use (2 in links"_s,
                            u"7: "_s,
                            u"8: "_s,
                            u"9: "_s};
    for (qsizetype i = 0; i < words.size(); ++i)
        QVERIFY2(reasons.at(i).startsWith(words.at(i)), qPrintable(reasons.at(i)));
    QCOMPARE(tags(), (QStringList{u"Go|golang|1"_s, u"Perl|NULL|2"_s, u"Qt|toolkit|3"_s,
                                  u"Rust|done|NULL"_s}));
}

void TestActionSheet::anAddThatExists_data()
{
    QTest::addColumn<OnExisting>("onExisting");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QString>("tag");
    QTest::newRow("skip") << OnExisting::Skip << u"read 3, inserted 1, unchanged 1, skipped 1"_s
                          << u"Go|golang|1"_s;
    QTest::newRow("update") << OnExisting::Update << u"read 3, inserted 1, updated 1, unchanged 1"_s
                            << u"Go|golang|7"_s;
    QTest::newRow("fail") << OnExisting::Fail << QString() << u"Go|golang|1"_s;
}

void TestActionSheet::anAddThatExists()
{
    QFETCH(const OnExisting, onExisting);
    QFETCH(const QString, counts);
    QFETCH(const QString, tag);
    ImportRequest request =
        test::importOf(u"action,name,title,uses\nadd,new,,\nadd,go,,7\nadd,Qt,toolkit,\n"_s);
    request.onExisting = onExisting;
    request.keepLines = true;
    if (counts.isEmpty()) {
        const auto error = errorOf([&] { test::import(database(), request); });
        COMPARE_KIND(error, ErrorKind::Conflict);
        QVERIFY2(error->message.startsWith(u"Line 3: “go” exists already (as “Go”)"_s),
                 qPrintable(error->message));
        QVERIFY(!tags().contains(u"new|NULL|NULL"_s));
    } else {
        const ImportAccount account = run(request);
        QCOMPARE(test::countsOf(account), counts);
        QCOMPARE(test::pairsOf(account), QStringList{u"3 go = Go"_s});
    }
    QVERIFY(tags().contains(tag));
}

void TestActionSheet::setsOnlyWhatACellSays()
{
    ImportRequest request =
        test::importOf(u"[{\"action\":\"set\",\"name\":\"go\",\"title\":null,\"uses\":5},"
                       "{\"action\":\"set\",\"name\":\"Qt\",\"title\":\"\"},"
                       "{\"action\":\"set\",\"name\":\"Perl\",\"uses\":2},"
                       "{\"action\":\"set\",\"name\":\"Rust\"}]"_s,
                       FileFormat::Json);
    request.keepLines = true;
    const ImportAccount account = run(request);
    QCOMPARE(test::countsOf(account), u"read 4, updated 2, unchanged 2"_s);
    QCOMPARE(tags(),
             (QStringList{u"Go|golang|5"_s, u"Perl|NULL|2"_s, u"Qt||3"_s, u"Rust|NULL|NULL"_s}));
    QVERIFY(test::linesOf(account).constFirst().endsWith(u"changed go (golang<golang,5<1)"_s));
}

void TestActionSheet::mergesSeveral()
{
    ImportRequest request = test::importOf(
        u"action,name,target\nmerge,Perl| Go |rust,Rust\nmerge,\"Qt|nobody\",Rust\n"_s);
    request.listSeparator = u"|"_s;
    const ImportAccount account = run(request);
    QCOMPARE(test::countsOf(account), u"read 2, rejected 1, merged 1"_s);
    QCOMPARE(tags(), (QStringList{u"Qt|toolkit|3"_s, u"Rust|NULL|NULL"_s}));
    QCOMPARE(links(), (QStringList{u"1|Rust"_s, u"2|Rust"_s, u"3|Rust"_s}));
    // Without a separator a cell is one name.
    QCOMPARE(test::countsOf(run(u"action,name,to\nmerge,\"Qt,x\",Rust\n"_s)),
             u"read 1, rejected 1"_s);
}

void TestActionSheet::deletesWithTaggings()
{
    ImportRequest request = test::importOf(u"action,tag\ndelete,go\ndelete,Rust\n"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, rejected 1, deleted 1"_s);
    request.withTaggings = true;
    request.source.data = "action,tag\ndelete,go\n";
    QCOMPARE(test::countsOf(run(request)), u"read 1, deleted 1"_s);
    QCOMPARE(links(), (QStringList{u"1|Perl"_s, u"3|Perl"_s}));
}

void TestActionSheet::appliesTheRulesForNames()
{
    ImportRequest request = test::importOf(
        u"action,name,new name\nadd,\" x  y \",\nrename, Go,\" Go  2 \"\nmerge,Perl ,Rust \n"_s);
    request.nameRules.trim = true;
    request.nameRules.collapseBlanks = true;
    const ImportAccount account = run(request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 1, renamed 1, merged 1"_s);
    QCOMPARE(account.ruleCounts.trimmed, 5);
    QCOMPARE(account.ruleCounts.collapsed, 2);
    QCOMPARE(database().tags(), (QStringList{u"Go 2"_s, u"Qt"_s, u"Rust"_s, u"x y"_s}));
}

void TestActionSheet::constantsFillAddedAndSetTags()
{
    ImportRequest request =
        test::importOf(u"action,name,target,uses\nadd,new,,1\nset,Go,,\nrename,Qt,Qt6,\n"_s);
    request.constants = {{u"uses"_s, u"42"_s}};
    QCOMPARE(test::countsOf(run(request)), u"read 3, inserted 1, updated 1, renamed 1"_s);
    QCOMPARE(tags(), (QStringList{u"Go|golang|42"_s, u"Perl|NULL|2"_s, u"Qt6|toolkit|3"_s,
                                  u"Rust|NULL|NULL"_s, u"new|NULL|42"_s}));
}

void TestActionSheet::tellsOfEveryLine()
{
    ImportRequest request = test::importOf(u"action,name,target,uses\n"
                                           "add,new,,5\n"
                                           "add,NEW,,5\n"
                                           "set,Go,,2\n"
                                           "rename,Go,Golang,\n"
                                           "rename,Golang,Golang,\n"
                                           "merge,Perl,Rust,\n"
                                           "delete,Qt,,\n"
                                           "delete,Qt,,\n"
                                           "add,bad,,x\n"_s);
    request.keepLines = true;
    request.leftOut = {5};
    const ImportAccount account = run(request);
    QCOMPARE(test::countsOf(account), test::countsOfLines(account));
    QStringList lines = test::linesOf(account);
    lines.replaceInStrings(QRegularExpression(u" \\[(\\w*): .*"_s), u" [\\1]"_s);
    QCOMPARE(lines, (QStringList{u"2 new new (5)"_s, u"3 unchanged NEW (5<5) = 2 new"_s,
                                 u"4 changed Go (2<1)"_s, u"5 skipped Go -> Golang []"_s,
                                 u"6 rejected Golang -> Golang []"_s, u"7 merged Perl -> Rust"_s,
                                 u"8 deleted Qt"_s, u"9 rejected Qt []"_s,
                                 u"10 rejected bad (x) [uses]"_s}));
}

void TestActionSheet::writesAReportAndRejects()
{
    const QTemporaryDir folder;
    ImportRequest request = test::importOf(u"action;name;target;uses\nadd;new;;5\nrename;Go;Qt;\n"
                                           "merge;Perl,nobody;Rust;\nset;Go;;1\n"_s);
    request.listSeparator = u","_s;
    request.reportPath = folder.filePath(u"report.csv"_s);
    request.rejectsPath = folder.filePath(u"rejects.csv"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 4, inserted 1, unchanged 1, rejected 2"_s);
    const QStringList report = test::textOf(request.reportPath).split(u'\n');
    QCOMPARE(report.at(0), u"line,verdict,name,target,uses,uses (stored),equal name,equal line,"
                           "column,reason"_s);
    QCOMPARE(report.at(1), u"2,new,new,,5,,,,,"_s);
    QVERIFY(report.at(2).startsWith(u"3,rejected,Go,Qt,,,,,,"_s));
    QCOMPARE(report.at(4), u"5,unchanged,Go,,1,1,,,,"_s);

    // The file of rejected records is a sheet again; each source of a merge stands alone.
    const QString rejects = test::textOf(request.rejectsPath);
    QVERIFY2(rejects.startsWith(u"line;reason;action;name;target;uses\n3;"_s), qPrintable(rejects));
    QVERIFY2(rejects.contains(u";merge;Perl;Rust;\n"_s), qPrintable(rejects));
    QVERIFY2(rejects.contains(u";merge;nobody;Rust;\n"_s), qPrintable(rejects));
    ImportRequest again;
    again.source.path = request.rejectsPath;
    QCOMPARE(test::countsOf(test::import(database(), again)), u"read 3, rejected 2, merged 1"_s);
}

void TestActionSheet::takesCorrectionsAndLeavesOut()
{
    ImportRequest request =
        test::importOf(u"action,name,target\nremove,Rust,\nrename,Go,\ndelete,Qt,\n"_s);
    request.corrections = {{2, u"action"_s, u"delete"_s}, {3, u"target"_s, u"Golang"_s}};
    request.leftOut = {4};
    QCOMPARE(test::countsOf(run(request)), u"read 3, skipped 1, renamed 1, deleted 1"_s);
    QCOMPARE(database().tags(), (QStringList{u"Golang"_s, u"Perl"_s, u"Qt"_s}));
}

void TestActionSheet::aDryRunChangesNothing()
{
    const QStringList before = test::contentsOf(database());
    ImportRequest request = test::importOf(
        u"action,name,target\nmerge,Go,Perl\nrename,Perl,Raku\ndelete,Rust,\nadd,Go,\n"_s);
    request.dryRun = true;
    const ImportAccount account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 4, inserted 1, renamed 1, merged 1, deleted 1"_s);
    QVERIFY(account.dryRun);
    QCOMPARE(test::contentsOf(database()), before);
}

/** The taggings are moved already when the row of the tag cannot go. */
void TestActionSheet::aFailureAmidAMergeIsTakenBackAlone()
{
    database().execute(
        isMariaDb() ? u"CREATE TRIGGER stop BEFORE DELETE ON tags FOR EACH ROW IF OLD.tag_id = "
                      "'Perl' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'kept'; END IF"_s
                    : u"CREATE TRIGGER stop BEFORE DELETE ON tags WHEN OLD.tag_id = 'Perl' BEGIN "
                      "SELECT RAISE(ABORT, 'kept'); END"_s);
    const ImportAccount account = run(u"action,name,target,uses\n"
                                      "set,Go,,8\n"
                                      "merge,Perl,Go,\n"
                                      "delete,Rust,,\n"
                                      "merge,Perl,Qt,\n"
                                      "merge,Go,Qt,\n"_s);
    QCOMPARE(test::countsOf(account), u"read 5, updated 1, rejected 2, merged 1, deleted 1"_s);
    QVERIFY2(account.rejections[0].reason.contains(u"kept"_s),
             qPrintable(account.rejections[0].reason));
    QCOMPARE(tags(), (QStringList{u"Perl|NULL|2"_s, u"Qt|toolkit|3"_s}));
    QCOMPARE(links(), (QStringList{u"1|Perl"_s, u"1|Qt"_s, u"2|Qt"_s, u"3|Perl"_s}));
}

void TestActionSheet::whatIsNotOfOneLineEndsAll()
{
    const QStringList before = test::contentsOf(database());
    if (!isMariaDb()) {
        // Only here can a trigger end the transaction as a whole.
        database().execute(u"CREATE TRIGGER stop BEFORE DELETE ON tags BEGIN SELECT "
                           "RAISE(ROLLBACK, 'all of it'); END"_s);
        const auto error = errorOf([&] {
            test::import(database(),
                         test::importOf(u"action,name\nadd,new\ndelete,Rust\nadd,more\n"_s));
        });
        COMPARE_KIND(error, ErrorKind::Internal);
        QCOMPARE(test::contentsOf(database()), before);
    }
    // A cancellation that comes after the second line.
    const auto error = errorOf([&] {
        CancelToken token;
        ScopedConnection connection(database().profile(), token);
        const Vocabulary vocabulary = findVocabulary(connection, {});
        const Transaction transaction(connection, Transaction::Mode::Write);
        QString sheet = u"action,name\n"_s;
        for (int i = 0; i < 2000; ++i)
            sheet += u"add,tag %1\n"_s.arg(i);
        importTags(connection, vocabulary, test::importOf(sheet), [&token](const Progress &at) {
            if (at.records > 2)
                token.cancel();
        });
    });
    COMPARE_KIND(error, ErrorKind::Cancelled);
    QCOMPARE(test::contentsOf(database()), before);
}

void TestActionSheet::previewsASheet()
{
    ImportSource source;
    source.data = "action,name,target,uses\nadd,a,,1\nmerge,b,c,\n";
    ImportPreview preview = previewImport(vocabulary(), source, 1);
    QCOMPARE(preview.content, ImportContent::Actions);
    QCOMPARE(preview.rows.size(), size_t(1));
    QCOMPARE(preview.mapping,
             (std::vector<ColumnMapping>{{u"name"_s, u"tag_id"_s}, {u"uses"_s, u"uses"_s}}));
    source.data = "a, b -> c\nd -> e\n";
    preview = previewImport(vocabulary(), source, 10);
    QCOMPARE(preview.content, ImportContent::Merges);
    QCOMPARE(preview.columns, (QStringList{u"action"_s, u"name"_s, u"target"_s}));
    QCOMPARE(preview.rows.at(0), (Row{u"merge"_s, u"a, b"_s, u"c"_s}));
    QCOMPARE(preview.mapping, (std::vector<ColumnMapping>{{u"name"_s, u"tag_id"_s}}));
    QVERIFY(preview.complete);
}

void TestActionSheet::mapsByHand()
{
    // A heading that is mapped to a column of the table is no target.
    ImportRequest request = test::importOf(u"action,what,to,into\nadd,new,a title,\n"
                                           "rename,Go,,Golang\n"_s);
    request.source.content = ImportContent::Actions;
    request.mapping = {{u"what"_s, u"tag_id"_s}, {u"to"_s, u"title"_s}};
    QCOMPARE(test::countsOf(run(request)), u"read 2, inserted 1, renamed 1"_s);
    QVERIFY(tags().contains(u"new|a title|NULL"_s));
    QVERIFY(tags().contains(u"Golang|golang|1"_s));
}

void TestActionSheet::isUndoneAsAWhole()
{
    // The same rows again and again: each step has to be taken back in its turn.
    const ImportAccount account = run(u"action,name,target,uses\n"
                                      "rename,Go,a,\n"
                                      "merge,a,Perl,\n"
                                      "add,Go,,77\n"
                                      "rename,Perl,Go2,\n"
                                      "set,Go,,78\n"
                                      "merge,Go2,Go,\n"
                                      "rename,Go,GO,\n"
                                      "add,Perl,,1\n"
                                      "merge,GO,Perl,\n"
                                      "delete,Qt,,\n"
                                      "rename,Perl,Qt,\n"_s);
    QCOMPARE(test::countsOf(account),
             u"read 11, inserted 2, updated 1, renamed 4, merged 3, deleted 1"_s);
    QCOMPARE(tags(), (QStringList{u"Qt|NULL|1"_s, u"Rust|NULL|NULL"_s}));
    QCOMPARE(links(), (QStringList{u"1|Qt"_s, u"2|Qt"_s, u"3|Qt"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestActionSheet)
#include "TestActionSheet.moc"
