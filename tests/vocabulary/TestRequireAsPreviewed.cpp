// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RequireAsPreviewed.h"

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** An import does what its preview has shown, or nothing. */
class TestRequireAsPreviewed : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();

    void importsWhatWasShown_data();
    void importsWhatWasShown();
    void aValueThatASheetLeavesAsItIsMayChange();
    void stopsWhereTheTableHasChanged_data();
    void stopsWhereTheTableHasChanged();
    void stopsWhereTheFileHasChanged_data();
    void stopsWhereTheFileHasChanged();

private:
    ImportRequest previewed(const QString &file);
    void verifyStops(const ImportRequest &request, const QString &sentence);
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
};

void TestRequireAsPreviewed::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('a', 'old'), ('b', NULL), ('c', 'same')"_s);
}

/** The request for the import of @p file, whose preview has been looked at. */
ImportRequest TestRequireAsPreviewed::previewed(const QString &file)
{
    ImportRequest request = test::importOf(file, FileFormat::Csv, OnExisting::Update);
    request.dryRun = true;
    request.keepLines = true;
    request.shown = std::make_shared<const ImportAccount>(test::import(database(), request));
    request.dryRun = false;
    request.keepLines = false;
    return request;
}

/** That nothing is imported, and that @p sentence says what has changed. */
void TestRequireAsPreviewed::verifyStops(const ImportRequest &request, const QString &sentence)
{
    const QStringList before = rows();
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(error->message, u"Since the preview %1; nothing was imported, look at the preview "
                             "again."_s.arg(sentence));
    QCOMPARE(rows(), before);
}

void TestRequireAsPreviewed::importsWhatWasShown_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("counts");
    QTest::newRow("tags") << u"tag_id,note\na,new\nb,\nc,same\nd,x\nd,y\n,z\n"_s
                          << u"read 6, inserted 1, updated 2, unchanged 2, rejected 1"_s;
    QTest::newRow("actions")
        << u"action,tag_id,target,note\nset,a,,new\nadd,d,,x\nrename,b,e,\ndelete,c,,\n"_s
        << u"read 4, inserted 1, updated 1, renamed 1, deleted 1"_s;
}

void TestRequireAsPreviewed::importsWhatWasShown()
{
    QFETCH(const QString, file);
    QFETCH(const QString, counts);
    QCOMPARE(test::countsOf(test::import(database(), previewed(file))), counts);
}

void TestRequireAsPreviewed::aValueThatASheetLeavesAsItIsMayChange()
{
    const ImportRequest request = previewed(u"action,tag_id,note\nset,a,\n"_s);
    database().execute(u"UPDATE tags SET note = 'theirs' WHERE tag_id = 'a'"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 1, unchanged 1"_s);
}

void TestRequireAsPreviewed::stopsWhereTheTableHasChanged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("what");
    const QString file = u"tag_id,note\na,new\nd,x\n"_s;
    const QString others = u"other tags would be new, or other values would be replaced"_s;
    QTest::newRow("another count")
        << file << u"INSERT INTO tags VALUES ('d', 'x')"_s
        << u"0 names would be new instead of 1, 1 name would be unchanged instead of 0"_s;
    QTest::newRow("another value to replace")
        << file << u"UPDATE tags SET note = 'theirs' WHERE tag_id = 'a'"_s << others;
    QTest::newRow("another value for a sheet to replace")
        << u"action,tag_id,note\nset,a,new\n"_s
        << u"UPDATE tags SET note = 'theirs' WHERE tag_id = 'a'"_s << others;
    QTest::newRow("another tag is new")
        << u"tag_id,note\nx,1\nb,\"\"\n"_s << u"UPDATE tags SET tag_id = 'x' WHERE tag_id = 'b'"_s
        << others;
}

void TestRequireAsPreviewed::stopsWhereTheTableHasChanged()
{
    QFETCH(const QString, file);
    QFETCH(const QString, change);
    QFETCH(const QString, what);
    const ImportRequest request = previewed(file);
    database().execute(change);
    verifyStops(request, u"the table has changed: "_s + what);
}

void TestRequireAsPreviewed::stopsWhereTheFileHasChanged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("what");
    QTest::newRow("another name") << u"tag_id,note\na,new\ne,x\n"_s
                                  << u"it holds other names or values"_s;
    QTest::newRow("another value")
        << u"tag_id,note\na,new\nd,y\n"_s << u"it holds other names or values"_s;
    QTest::newRow("one more") << u"tag_id,note\na,new\nd,x\ne,x\n"_s
                              << u"2 names would be new instead of 1"_s;
}

void TestRequireAsPreviewed::stopsWhereTheFileHasChanged()
{
    QFETCH(const QString, file);
    QFETCH(const QString, what);
    ImportRequest request = previewed(u"tag_id,note\na,new\nd,x\n"_s);
    request.source.data = file.toUtf8();
    verifyStops(request, u"the file has changed: "_s + what);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRequireAsPreviewed)
#include "TestRequireAsPreviewed.moc"
