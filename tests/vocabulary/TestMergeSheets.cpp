// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportLines.h"
#include "vocabulary/JournaledOperation.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Files of lines "source -> target" and "target: source, source". */
class TestMergeSheets : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void mergesLineByLine();
    void arrowsNeedNotBeChosen();
    void colonsHaveToBeChosen();
    void rejectsWhatFitsNeitherForm();
    void rejectsAreASheet();
    void severalFiles();
    void fillsNoColumns();
    void tellsOfEveryLine();
    void correctsWhatCannotBeTold_data();
    void correctsWhatCannotBeTold();
    void theRejectsAreAsCorrected();

private:
    static ImportRequest mergesOf(const QString &lines)
    {
        ImportRequest request;
        request.source.data = lines.toUtf8();
        request.source.content = ImportContent::Merges;
        return request;
    }
    ImportAccount run(const ImportRequest &request);
    QStringList links() { return test::rowTexts(database(), u"SELECT * FROM links"_s); }
};

void TestMergeSheets::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::bytewise());
    test::createTable(database(),
                      u"links (item INTEGER NOT NULL, %1 NOT NULL, PRIMARY KEY (item, tag_id), "
                      "FOREIGN KEY (tag_id) REFERENCES tags (tag_id))"_s.arg(
                          test::textColumn(u"tag_id"_s, test::bytewise())));
    database().insertTags(
        {u"js"_s, u"ecma"_s, u"JavaScript"_s, u"role::app"_s, u"role::program"_s, u"c++"_s});
    database().execute(u"INSERT INTO links VALUES (1, 'js'), (1, 'ecma'), (2, 'ecma'), "
                       "(3, 'role::app'), (3, 'c++')"_s);
}

ImportAccount TestMergeSheets::run(const ImportRequest &request)
{
    return test::doneUndoneRedone(
        database(), test::vocabularyCalled({}), u"import"_s,
        [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
            return importTags(connection, vocabulary, request, [](const Progress &) {});
        });
}

void TestMergeSheets::mergesLineByLine()
{
    const ImportAccount account = run(
        mergesOf(u"JavaScript: js, ecma\n\nrole::program: role::app\nc++ -> role::program\n"_s));
    QCOMPARE(test::rejectionsOf(account), QStringList());
    QCOMPARE(test::countsOf(account), u"read 3, merged 3"_s);
    QCOMPARE(account.content, ImportContent::Merges);
    QCOMPARE(database().tags(), (QStringList{u"JavaScript"_s, u"role::program"_s}));
    QCOMPARE(links(), (QStringList{u"1|JavaScript"_s, u"2|JavaScript"_s, u"3|role::program"_s}));
}

void TestMergeSheets::arrowsNeedNotBeChosen()
{
    ImportRequest request;
    request.source.data = "js, ecma → JavaScript\nc++->role::app\n";
    const ImportAccount account = run(request);
    QCOMPARE(account.content, ImportContent::Merges);
    QCOMPARE(test::countsOf(account), u"read 2, merged 2"_s);
}

void TestMergeSheets::colonsHaveToBeChosen()
{
    ImportRequest request;
    request.source.data = "JavaScript: js\n";
    const ImportAccount account = test::import(database(), request);
    QCOMPARE(account.content, ImportContent::Tags);
    QVERIFY(database().tags().contains(u"JavaScript: js"_s));
}

void TestMergeSheets::rejectsWhatFitsNeitherForm()
{
    const ImportAccount account =
        run(mergesOf(u"js -> JavaScript\nrole::app\nnobody -> js\n"
                     "js -> JavaScript\na -> b -> c\necma -> JavaScript"_s));
    QCOMPARE(test::countsOf(account), u"read 6, rejected 4, merged 2"_s);
    const QStringList reasons = test::rejectionsOf(account);
    QVERIFY(reasons.at(0).startsWith(u"2: The line says nothing of a merge"_s));
    QVERIFY(reasons.at(1).startsWith(u"3: There is no tag"_s));
    QVERIFY(reasons.at(2).startsWith(u"4: There is no tag “js”"_s));
    QVERIFY(reasons.at(3).startsWith(u"5: The line has several arrows"_s));
    QCOMPARE(account.rejections.at(0).name, u"role::app"_s);
}

void TestMergeSheets::rejectsAreASheet()
{
    const QTemporaryDir folder;
    ImportRequest request = mergesOf(u"js, nobody -> JavaScript\nwhat\n"_s);
    request.rejectsPath = folder.filePath(u"rejects.csv"_s);
    request.reportPath = folder.filePath(u"report.csv"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, rejected 2"_s);
    QVERIFY(test::textOf(request.reportPath)
                .startsWith(u"line,verdict,name,target,equal name,equal line,column,reason\n"
                            "1,rejected,\"js, nobody\",JavaScript,"_s));
    const QStringList rejects = test::textOf(request.rejectsPath).split(u'\n');
    QCOMPARE(rejects.at(0), u"line,reason,action,name,target"_s);
    QVERIFY(rejects.at(1).endsWith(u",merge,js,JavaScript"_s));
    QVERIFY(rejects.at(2).endsWith(u",merge,nobody,JavaScript"_s));
    QVERIFY(rejects.at(3).endsWith(u",merge,what,"_s));
    ImportRequest again;
    again.source.path = request.rejectsPath;
    const ImportAccount account = run(again);
    QCOMPARE(account.content, ImportContent::Actions);
    QCOMPARE(test::countsOf(account), u"read 3, rejected 2, merged 1"_s);
}

void TestMergeSheets::severalFiles()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &data) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
            qFatal("The file cannot be written.");
        return file.fileName();
    };
    ImportRequest request;
    request.source.path = write(u"a.txt"_s, "js -> JavaScript\n");
    request.source.furtherPaths = {write(u"b.txt"_s, "JavaScript: ecma\nwrong\n")};
    const ImportAccount account = run(request);
    QCOMPARE(account.content, ImportContent::Merges);
    QCOMPARE(test::countsOf(account), u"read 3, rejected 1, merged 2"_s);
    QCOMPARE(account.files.size(), size_t(2));
}

void TestMergeSheets::fillsNoColumns()
{
    ImportRequest request = mergesOf(u"js -> JavaScript\n"_s);
    request.constants = {{u"tag_id"_s, u"x"_s}};
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Usage);
    request.constants.clear();
    request.source.format = FileFormat::Csv;
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Usage);
}

void TestMergeSheets::tellsOfEveryLine()
{
    ImportRequest request = mergesOf(u"JavaScript: js ,ecma\nc++ -> C\n"_s);
    request.keepLines = true;
    request.corrections = {{2, u"target"_s, u"role::app"_s}};
    QCOMPARE(test::linesOf(run(request)),
             (QStringList{u"1 merged js, ecma -> JavaScript"_s, u"2 merged c++ -> role::app"_s}));
}

void TestMergeSheets::correctsWhatCannotBeTold_data()
{
    using Corrections = std::vector<RecordCorrection>;
    QTest::addColumn<QString>("line");
    QTest::addColumn<Corrections>("corrections");
    QTest::addColumn<QString>("expected"); ///< how the line begins in the account
    const auto row = [](const char *title, const QString &line, const Corrections &corrections,
                        const QString &expected) {
        QTest::newRow(title) << line << corrections << expected;
    };
    const QString name = u"name"_s;
    const QString target = u"target"_s;
    row("sources", u"JavaScript: nobody"_s, {{1, name, u"js, ecma"_s}},
        u"1 merged js, ecma -> JavaScript"_s);
    row("target", u"js -> nobody"_s, {{1, target, u"JavaScript"_s}},
        u"1 merged js -> JavaScript"_s);
    row("both", u"js"_s, {{1, target, u"JavaScript"_s}, {1, name, u"ecma"_s}},
        u"1 merged ecma -> JavaScript"_s);
    row("the target alone of a name", u"js"_s, {{1, target, u"JavaScript"_s}},
        u"1 merged js -> JavaScript"_s);
    row("the line as a whole", u"js JavaScript"_s, {{1, name, u"js, ecma -> JavaScript"_s}},
        u"1 merged js, ecma -> JavaScript"_s);
    row("with a colon", u"js -> ecma -> JavaScript"_s, {{1, name, u"JavaScript: js, ecma"_s}},
        u"1 merged js, ecma -> JavaScript"_s);
    row("the line, then its target", u"js"_s,
        {{1, target, u"c++"_s}, {1, name, u"js -> JavaScript"_s}}, u"1 merged js -> c++"_s);
    row("a name that looks like a line", u"js -> JavaScript"_s, {{1, name, u"js -> c++"_s}},
        u"1 rejected js -> c++ -> JavaScript ["_s);
    row("no target", u"js -> JavaScript"_s, {{1, target, std::nullopt}},
        u"1 rejected js [: The record has no target"_s);
    row("no source", u"js -> JavaScript"_s, {{1, name, u""_s}}, u"1 rejected  -> JavaScript ["_s);
    row("NUL", u"j"_s + QChar(0) + u"s -> JavaScript"_s, {{1, name, u"js"_s}},
        u"1 merged js -> JavaScript"_s);
}

void TestMergeSheets::correctsWhatCannotBeTold()
{
    QFETCH(const QString, line);
    QFETCH(const std::vector<RecordCorrection>, corrections);
    QFETCH(const QString, expected);
    ImportRequest request = mergesOf(line + u"\nrole::program -> role::app\n"_s);
    request.keepLines = true;
    request.corrections = corrections;
    const ImportAccount account = run(request);
    QCOMPARE(account.targetColumn, u"target"_s);
    const QString told = test::lineText(account.lines->at(0));
    QVERIFY2(told.startsWith(expected), qPrintable(told));
    QCOMPARE(account.read, 2);
}

void TestMergeSheets::theRejectsAreAsCorrected()
{
    const QTemporaryDir folder;
    ImportRequest request = mergesOf(u"what\nsoever\n"_s);
    request.rejectsPath = folder.filePath(u"rejects.csv"_s);
    request.corrections = {{1, u"name"_s, u"js, nobody -> JavaScript"_s},
                           {2, u"target"_s, u"ecma"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, rejected 2"_s);
    const QStringList rejects = test::textOf(request.rejectsPath).split(u'\n');
    QVERIFY(rejects.at(1).endsWith(u",merge,js,JavaScript"_s));
    QVERIFY(rejects.at(2).endsWith(u",merge,nobody,JavaScript"_s));
    QVERIFY(rejects.at(3).endsWith(u",merge,soever,ecma"_s));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMergeSheets)
#include "TestMergeSheets.moc"
