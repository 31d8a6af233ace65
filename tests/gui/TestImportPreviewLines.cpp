// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLinesTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** The preview of every line: what it shows, how it is corrected, and the import that follows. */
class TestImportPreviewLines : public ImportLinesTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void showsEveryVerdict();
    void filters();
    void showsWholeLineNumbers();
    void correctsInPlace();
    void correctsATarget();
    void leavesLinesOut();
    void correctsQuicklyAndStaysInPlace();
    void keepsEmptyTextApartFromNull();
    void refusesWhatCannotBeCorrected();
    void refusesToImportWhatWasNotShown();
    void cancelsThePreview();
    void backKeepsCorrections();
    void failsOnExistingNames();

private:
    enum Column { Line, Verdict, Name, Label, Color, Equals, Reason };

    static QByteArray longLabel() { return QByteArray(61, 'x'); }
    /** A record of each kind, for a table with "Stored" and "Same". */
    static ImportSource mixed()
    {
        return text(
            "tag_id,label,color\nAda,first,\nStored,new label,red\nSame,,\nAda,,\ntoo long," +
            longLabel() + ",\n");
    }
    void insertStored()
    {
        database().execute(
            u"INSERT INTO tags (tag_id, label) VALUES ('Stored', 'old label'), ('Same', '')"_s);
    }
};

void TestImportPreviewLines::showsEveryVerdict()
{
    const TagSource source = tagSource();
    insertStored();
    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    dialog.setSource(mixed());
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "updateRadio");
    click(dialog, "previewButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    test::saveScreenshot(dialog, u"import-lines"_s);

    QCOMPARE(rows(dialog), 5);
    const QStringList first = row(dialog, 0);
    QCOMPARE(first.mid(Line, 4), QStringList({u"2"_s, u"New"_s, u"Ada"_s, u"first"_s}));
    QCOMPARE(cell(dialog, 1, Verdict), u"Changed"_s);
    QCOMPARE(cell(dialog, 1, Label), u"old label → new label"_s);
    QCOMPARE(cell(dialog, 1, Color), u"NULL → red"_s);
    QCOMPARE(cell(dialog, 3, Equals), u"“Ada”, line 2"_s);
    QCOMPARE(cell(dialog, 4, Verdict), u"Rejected"_s);
    QVERIFY(cell(dialog, 4, Reason).contains(u"label"_s));
    QCOMPARE(filter(dialog, "allFilter"), u"All 5"_s);
    QCOMPARE(filter(dialog, "newFilter"), u"New 1"_s);
    QCOMPARE(filter(dialog, "rejectedFilter"), u"Rejected 1"_s);
    QCOMPARE(filter(dialog, "equalFilter"), u"Equal names 1"_s);
    QCOMPARE(filter(dialog, "deletedFilter"), QString());
    QCOMPARE(database().tags(), QStringList({u"Same"_s, u"Stored"_s}));

    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(count(dialog, "insertedCount"), u"1"_s);
    QCOMPARE(count(dialog, "rejectedCount"), u"1"_s);
    QVERIFY(!find(dialog, "renamedCount")->isVisible());
    QCOMPARE(database().column(u"SELECT label FROM tags WHERE tag_id = 'Stored'"_s),
             QStringList(u"new label"_s));
}

void TestImportPreviewLines::filters()
{
    const TagSource source = tagSource();
    insertStored();
    ImportDialog dialog(repository(), source, prompts());
    showPreview(dialog, mixed());
    click(dialog, "rejectedFilter");
    QCOMPARE(rows(dialog), 1);
    QCOMPARE(cell(dialog, 0, Name), u"too long"_s);
    click(dialog, "skippedFilter");
    QVERIFY(rows(dialog) >= 1);
    QCOMPARE(cell(dialog, 0, Verdict), u"Skipped"_s);
    click(dialog, "equalFilter");
    QCOMPARE(rows(dialog), 1);
    QCOMPARE(cell(dialog, 0, Line), u"5"_s);
    click(dialog, "allFilter");
    QCOMPARE(rows(dialog), 5);
}

void TestImportPreviewLines::showsWholeLineNumbers()
{
    QByteArray bytes = "tag_id,label\n";
    for (int i = 0; i < 12000; ++i)
        bytes += "tag " + QByteArray::number(i) + ",x\n";
    const TagSource source = tagSource();
    ImportDialog dialog(repository(), source, prompts());
    showPreview(dialog, text(bytes));
    const QModelIndex last = table(dialog)->model()->index(rows(dialog) - 1, Line);
    QCOMPARE(last.data().toString(), u"12001"_s);
    QVERIFY(table(dialog)->columnWidth(Line) >= table(dialog)->sizeHintForIndex(last).width());
}

void TestImportPreviewLines::correctsInPlace()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    showPreview(dialog, text("tag_id,label\nAda,first\ntoo long," + longLabel() + "\n,nameless\n"));
    QCOMPARE(filter(dialog, "rejectedFilter"), u"Rejected 2"_s);

    correct(dialog, 1, Label, u"shorter"_s);
    QCOMPARE(cell(dialog, 1, Verdict), u"Corrected"_s);
    QCOMPARE(cell(dialog, 1, Label), u"shorter"_s);
    QVERIFY(!isReady(dialog)); // what is not judged cannot be imported
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 1, Verdict), u"New"_s);
    QCOMPARE(filter(dialog, "rejectedFilter"), u"Rejected 1"_s);

    correct(dialog, 2, Name, u"Basic"_s);
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(filter(dialog, "rejectedFilter"), QString());
    QCOMPARE(filter(dialog, "newFilter"), u"New 3"_s);

    // A correction that is taken back is judged as well.
    select(dialog, 2);
    click(dialog, "revertButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(filter(dialog, "rejectedFilter"), u"Rejected 1"_s);

    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().rows(u"SELECT tag_id, label FROM tags ORDER BY tag_id"_s),
             QList<QStringList>({{u"Ada"_s, u"first"_s}, {u"too long"_s, u"shorter"_s}}));
}

void TestImportPreviewLines::correctsATarget()
{
    const TagSource source = tagSource();
    insertStored();
    ImportDialog dialog(repository(), source, prompts());
    showPreview(dialog, text("action,tag_id,new name\nrename,Stored,Same\nadd,Ada,\n"));
    QCOMPARE(rows(dialog), 2);
    constexpr int target = Name + 2; // behind the action; no column is filled
    const QAbstractItemModel *lines = table(dialog)->model();
    QCOMPARE(lines->headerData(target, Qt::Horizontal).toString(), u"Target"_s);
    QCOMPARE(cell(dialog, 0, Verdict), u"Rejected"_s);
    QCOMPARE(cell(dialog, 0, target), u"Same"_s);

    correct(dialog, 0, target, u"Other"_s);
    QCOMPARE(cell(dialog, 0, Verdict), u"Corrected"_s);
    QCOMPARE(cell(dialog, 0, target), u"Other"_s);
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 0, Verdict), u"Renamed"_s);
    QCOMPARE(cell(dialog, 0, target), u"Other"_s);
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().tags(), QStringList({u"Ada"_s, u"Other"_s, u"Same"_s}));
}

void TestImportPreviewLines::leavesLinesOut()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    showPreview(dialog, text("tag_id\nAda\nBasic\nCobol\n"));
    select(dialog, 0);
    QTest::keyClick(table(dialog), Qt::Key_Delete);
    select(dialog, 2);
    click(dialog, "leaveOutButton");
    QCOMPARE(cell(dialog, 0, Verdict), u"To be left out"_s);
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 0, Verdict), u"Left out"_s);
    QCOMPARE(filter(dialog, "skippedFilter"), u"Skipped 2"_s);
    test::saveScreenshot(dialog, u"import-left-out"_s);

    select(dialog, 2);
    click(dialog, "takeAgainButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 2, Verdict), u"New"_s);
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().tags(), QStringList({u"Basic"_s, u"Cobol"_s}));
}

void TestImportPreviewLines::correctsQuicklyAndStaysInPlace()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    QByteArray lines("tag_id,label\n");
    for (int i = 0; i < 3'000; ++i)
        lines += "tag " + QByteArray::number(i) + "," + (i % 2 == 1 ? longLabel() : "x") + "\n";
    showPreview(dialog, text(lines));
    click(dialog, "rejectedFilter");
    QCOMPARE(rows(dialog), 1'500);
    table(dialog)->verticalScrollBar()->setValue(700);
    const int top = table(dialog)->rowAt(0);
    const QString topLine = cell(dialog, top, Line);

    // The second correction comes before the first one is judged.
    const QString below = cell(dialog, top + 4, Line);
    correct(dialog, top + 2, Label, u"short"_s);
    correct(dialog, top + 3, Label, u"short too"_s);
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(rows(dialog), 1'498);
    QCOMPARE(filter(dialog, "rejectedFilter"), u"Rejected "_s + QLocale().toString(1'498));
    QCOMPARE(cell(dialog, table(dialog)->rowAt(0), Line), topLine);
    QCOMPARE(cell(dialog, top + 2, Line), below);
    QVERIFY(find<QAbstractButton>(dialog, "rejectedFilter")->isChecked());
}

void TestImportPreviewLines::keepsEmptyTextApartFromNull()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    ImportSource source;
    source.data =
        QByteArray("{\"tag_id\":\"Ada\",\"label\":null}\n{\"tag_id\":\"B\",\"label\":\"x\"}\n");
    source.format = FileFormat::JsonLines;
    showPreview(dialog, source);
    QCOMPARE(cell(dialog, 0, Label), u"NULL"_s);
    correct(dialog, 0, Label, QString()); // nothing typed: still NULL
    QCOMPARE(cell(dialog, 0, Verdict), u"New"_s);
    correct(dialog, 1, Label, QString());
    QTRY_VERIFY(isPreviewShown(dialog));
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags WHERE label IS NULL"_s), 1);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags WHERE label = ''"_s), 1);
}

void TestImportPreviewLines::refusesWhatCannotBeCorrected()
{
    const TagSource target = tagSource();
    ImportDialog dialog(repository(), target, prompts());
    showPreview(dialog, text("tag_id,label\nblue,y\n"));
    QVERIFY(isEditable(dialog, 0, Name));
    QVERIFY(!isEditable(dialog, 0, Verdict) && !isEditable(dialog, 0, Line));
    QVERIFY(!isEditable(dialog, 0, Label + 1) && !isEditable(dialog, 0, Label + 2));

    ImportDialog other(repository(), target, prompts());
    ImportSource json;
    json.data = QByteArray("[{\"tag_id\":\"Ada\"},{\"tag_id\":\"Basic\"},\n{\"tag_id\":\"C\"}]");
    json.format = FileFormat::Json;
    showPreview(other, json);
    QVERIFY(!isEditable(other, 0, Name)); // two records begin on this line
    QVERIFY(isEditable(other, 2, Name));
}

void TestImportPreviewLines::refusesToImportWhatWasNotShown()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    showPreview(dialog, text("tag_id\nAda\nBasic\n"));
    database().insertTags({u"Basic"_s});
    click(dialog, "importButton");
    QTRY_VERIFY(message(dialog, "message").contains(u"Since the preview"_s));
    QVERIFY(message(dialog, "message").contains(u"1 name would be new instead of 2"_s));
    QVERIFY(find(dialog, "linesView")->isVisible());
    QVERIFY(!isReady(dialog));
    QCOMPARE(imported.count(), 0);
    QCOMPARE(database().tags(), QStringList(u"Basic"_s));

    click(dialog, "previewButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 1, Verdict), u"Unchanged"_s);
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().tags(), QStringList({u"Ada"_s, u"Basic"_s}));
}

void TestImportPreviewLines::cancelsThePreview()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(bigFile()));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "previewButton");
    QVERIFY(find(dialog, "progressView")->isVisible());
    QTRY_VERIFY(find<QLabel>(dialog, "progressText")->text().contains(u"records"_s));
    click(dialog, "cancelButton");
    QTRY_COMPARE(message(dialog, "message"), u"Cancelled; nothing was changed."_s);
    QVERIFY(find(dialog, "setupPage")->isVisible());
    QVERIFY(isReady(dialog));
}

void TestImportPreviewLines::backKeepsCorrections()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    const ImportSource source = text("tag_id,label\nAda,first\nBasic,second\n");
    showPreview(dialog, source);
    correct(dialog, 0, Label, u"mine"_s);
    select(dialog, 1);
    click(dialog, "leaveOutButton");
    click(dialog, "backButton");
    QVERIFY(find(dialog, "setupPage")->isVisible());
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(message(dialog, "message").contains(u"values corrected: 1"_s));

    click(dialog, "previewButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 0, Label), u"mine"_s);
    QCOMPARE(cell(dialog, 1, Verdict), u"Left out"_s);

    click(dialog, "backButton");
    dialog.setSource(text("tag_id,label\nAda,another\nBasic,file\n"));
    QTRY_VERIFY(message(dialog, "message").contains(u"dropped"_s));
    click(dialog, "previewButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 0, Label), u"another"_s);
    QCOMPARE(cell(dialog, 1, Verdict), u"New"_s);
}

void TestImportPreviewLines::failsOnExistingNames()
{
    const TagSource source = tagSource();
    database().insertTags({u"Ada"_s});
    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    dialog.setSource(text("tag_id\nAda\n"));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "failRadio");
    click(dialog, "previewButton");
    QTRY_VERIFY(message(dialog, "message").contains(u"Ada"_s));
    QVERIFY(find(dialog, "setupPage")->isVisible());
    QVERIFY(isReady(dialog));
}

QTEST_MAIN(TestImportPreviewLines)
#include "TestImportPreviewLines.moc"
