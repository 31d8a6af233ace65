// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "vocabulary/ImportLines.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Actions of a sheet that were corrected in the preview: their words, targets and values. */
class TestActionCorrections : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void wordsAndTargets();
    void anotherWordNeedsOtherCells();
    void sourcesAreToldAsTheyAreDivided();
    void valuesMayBecomeNull();
    void theRejectsAreAsCorrected();

private:
    QStringList tags() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
    static ImportRequest sheet(const QString &records)
    {
        ImportRequest request = test::importOf(u"action,name,target,title\n"_s + records);
        request.keepLines = true;
        return request;
    }
};

void TestActionCorrections::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::caseBlind(), u", title VARCHAR(10)"_s);
    database().execute(
        u"INSERT INTO tags VALUES ('Go', 'golang'), ('Perl', NULL), ('Rust', NULL)"_s);
}

void TestActionCorrections::wordsAndTargets()
{
    ImportRequest request = sheet(u"remove,Rust,,\nrename,Go,,\nADD,Qt,,\n"_s);
    request.corrections = {{2, u"action"_s, u"Delete"_s}, {3, u"target"_s, u"Golang"_s}};
    const ImportAccount account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 1, renamed 1, deleted 1"_s);
    QCOMPARE(database().tags(), (QStringList{u"Golang"_s, u"Perl"_s, u"Qt"_s}));
    QCOMPARE(account.lines->at(0).action, u"Delete"_s);
    QCOMPARE(account.lines->at(1).action, u"rename"_s);
    QCOMPARE(account.lines->at(2).action, u"ADD"_s);
    QCOMPARE(account.targetColumn, u"target"_s);
}

void TestActionCorrections::anotherWordNeedsOtherCells()
{
    ImportRequest request = sheet(u"rename,Go,Perl,\n"_s);
    request.corrections = {{2, u"action"_s, u"delete"_s}};
    const ImportAccount account = test::import(database(), request);
    QVERIFY(account.lines->at(0).reason.startsWith(u"The target “Perl” has no meaning here"_s));
    request.corrections.push_back({2, u"target"_s, u""_s});
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 1, deleted 1"_s);
}

/** So that they can be corrected as they are shown. */
void TestActionCorrections::sourcesAreToldAsTheyAreDivided()
{
    ImportRequest request = sheet(u"merge,Perl|nobody,Go,\n"_s);
    request.listSeparator = u"|"_s;
    ImportAccount account = test::import(database(), request);
    QCOMPARE(account.lines->at(0).verdict, LineVerdict::Rejected);
    QString sources = account.lines->at(0).name;
    QCOMPARE(sources, u"Perl| nobody"_s);
    request.corrections = {{2, u"name"_s, sources.replace(u"nobody"_s, u"Rust"_s)}};
    account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 1, merged 1"_s);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

/** NULL sets nothing, and an empty text is one. */
void TestActionCorrections::valuesMayBecomeNull()
{
    ImportRequest request =
        sheet(u"set,Go,,far too long a title\nset,Perl,,x\nadd,Qt,,far too long a title\n"_s);
    request.corrections = {
        {2, u"title"_s, std::nullopt}, {3, u"title"_s, u""_s}, {4, u"title"_s, std::nullopt}};
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 3, inserted 1, updated 1, unchanged 1"_s);
    QCOMPARE(tags(), (QStringList{u"Go|golang"_s, u"Perl|"_s, u"Qt|NULL"_s, u"Rust|NULL"_s}));
}

void TestActionCorrections::theRejectsAreAsCorrected()
{
    const QTemporaryDir folder;
    ImportRequest request = sheet(u"remove,Rust,,\nrenam,Go,,x\n"_s);
    request.rejectsPath = folder.filePath(u"rejects.csv"_s);
    request.corrections = {{3, u"action"_s, u"rename"_s}, {3, u"target"_s, u"Perl"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, rejected 2"_s);
    const QStringList rejects = test::textOf(request.rejectsPath).split(u'\n');
    QVERIFY2(rejects.at(1).endsWith(u",remove,Rust,,"_s), qPrintable(rejects.at(1)));
    QVERIFY2(rejects.at(2).endsWith(u",rename,Go,Perl,x"_s), qPrintable(rejects.at(2)));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestActionCorrections)
#include "TestActionCorrections.moc"
