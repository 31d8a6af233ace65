// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLinesTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QTabWidget>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** What stands in a file, whatever its kind, corrected where the preview shows it. */
class TestImportCorrecting : public ImportLinesTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void mergeLines();
    void oneNameOfACell();
    void oneNameOfACellInJson();
    void anotherDivisionDropsIt();
    void theActionOfASheet();
    void nullByKeyboard();
    void emptyTextInsteadOfNull();
    void aClickElsewhereKeepsNull();
    void showsSeveralVerdicts();
    void addsVerdictsByKeyboard();
    void keepsTheReasonInSight();

private:
    enum Column { Line, Verdict, Name, Label, Color };
    enum Merge { Target = Name + 1 };

    static ImportSource merges(const QByteArray &lines)
    {
        ImportSource source;
        source.data = lines;
        source.format = FileFormat::Lines;
        source.content = ImportContent::Merges;
        return source;
    }
    static void showLists(ImportDialog &dialog, const ImportSource &source)
    {
        dialog.open();
        dialog.setSource(source);
        QTRY_VERIFY(isReady(dialog));
        find<QTabWidget>(dialog, "detailTabs")->setCurrentIndex(1);
        click(dialog, "listCheck");
        click(dialog, "previewButton");
        QTRY_VERIFY(isPreviewShown(dialog));
    }
    static QStringList column(const ImportDialog &dialog, int column)
    {
        QStringList cells;
        for (int row = 0; row < rows(dialog); ++row)
            cells << cell(dialog, row, column);
        return cells;
    }
    static void import(const ImportDialog &dialog)
    {
        QTRY_VERIFY(isPreviewShown(dialog));
        click(dialog, "importButton");
        QTRY_VERIFY(isAccountShown(dialog));
    }
    static void edit(const ImportDialog &dialog, int row, int column)
    {
        select(dialog, row, column);
        QTest::keyClick(table(dialog), Qt::Key_F2);
    }
    static void ctrlClick(const ImportDialog &dialog, const char *name)
    {
        QTest::mouseClick(find<QAbstractButton>(dialog, name), Qt::LeftButton, Qt::ControlModifier);
    }
};

void TestImportCorrecting::mergeLines()
{
    const TagSource source = tagSource();
    database().insertTags({u"js"_s, u"ecma"_s, u"JavaScript"_s, u"c++"_s, u"C"_s});
    ImportDialog dialog(repository(), source, prompts());
    showPreview(dialog, merges("nobody: js\nwhat\nc++ -> C\n"));
    QCOMPARE(filter(dialog, "rejectedFilter"), u"Rejected 2"_s);

    correct(dialog, 0, Target, u"JavaScript"_s);
    correct(dialog, 1, Name, u"ecma -> nobody"_s); // all of the line, which could not be told
    QCOMPARE(column(dialog, Verdict).mid(0, 2), QStringList({u"Corrected"_s, u"Corrected"_s}));
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(row(dialog, 0).mid(Verdict, 3), QStringList({u"Merged"_s, u"js"_s, u"JavaScript"_s}));
    QCOMPARE(row(dialog, 1).mid(Name, 2), QStringList({u"ecma"_s, u"nobody"_s}));

    correct(dialog, 1, Name, u"ecma, C"_s); // the target is kept
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(row(dialog, 1).mid(Name, 2), QStringList({u"ecma, C"_s, u"nobody"_s}));
    correct(dialog, 1, Target, u"JavaScript"_s);
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 1, Verdict), u"Merged"_s);
    QCOMPARE(cell(dialog, 2, Verdict), u"Rejected"_s); // its target is gone by then
    correct(dialog, 2, Target, u"JavaScript"_s);
    import(dialog);
    QCOMPARE(database().tags(), QStringList(u"JavaScript"_s));
}

void TestImportCorrecting::oneNameOfACell()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    showLists(dialog, text("tag_id,label\n\"red, blu, green\",x\nblue,y\n"));
    QCOMPARE(column(dialog, Name), QStringList({u"red"_s, u"blu"_s, u"green"_s, u"blue"_s}));
    correct(dialog, 1, Name, u"teal"_s);
    QCOMPARE(column(dialog, Name), QStringList({u"red"_s, u"teal"_s, u"green"_s, u"blue"_s}));
    correct(dialog, 2, Name, u"dark, green"_s);
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(column(dialog, Verdict), QStringList({u"New"_s, u"New"_s, u"Rejected"_s, u"New"_s}));
    correct(dialog, 2, Name, u"dark green"_s);
    correct(dialog, 3, Name, u"a, b"_s); // a name alone in its cell is all of the cell
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(column(dialog, Name),
             QStringList({u"red"_s, u"teal"_s, u"dark green"_s, u"a"_s, u"b"_s}));
    correct(dialog, 4, Name, u"c"_s); // and its names can be corrected in their turn
    correct(dialog, 0, Label, u"z"_s);
    import(dialog);
    QCOMPARE(database().rows(u"SELECT tag_id, label FROM tags ORDER BY label, tag_id"_s),
             QList<QStringList>({{u"a"_s, u"y"_s},
                                 {u"c"_s, u"y"_s},
                                 {u"dark green"_s, u"z"_s},
                                 {u"red"_s, u"z"_s},
                                 {u"teal"_s, u"z"_s}}));
}

void TestImportCorrecting::oneNameOfACellInJson()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    ImportSource json;
    json.data = QByteArray("[{\"tag_id\":\"a,b\"},\n{\"tag_id\":\"c,d\"},{\"tag_id\":\"e\"}]");
    json.format = FileFormat::Json;
    showLists(dialog, json);
    QVERIFY(isEditable(dialog, 0, Name) && isEditable(dialog, 1, Name));
    for (int row = 2; row < 5; ++row)
        QVERIFY(!isEditable(dialog, row, Name)); // two records begin on this line
    correct(dialog, 1, Name, u"f"_s);
    import(dialog);
    QCOMPARE(database().tags(), QStringList({u"a"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}));
}

void TestImportCorrecting::anotherDivisionDropsIt()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    showLists(dialog, text("tag_id\n\"red, blu\"\n"));
    correct(dialog, 1, Name, u"blue"_s);
    QTRY_VERIFY(isPreviewShown(dialog));
    click(dialog, "backButton");
    click(dialog, "listCheck");
    QVERIFY(message(dialog, "message").contains(u"dropped"_s));
    click(dialog, "previewButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(column(dialog, Name), QStringList(u"red, blu"_s));
}

void TestImportCorrecting::theActionOfASheet()
{
    const TagSource source = tagSource();
    database().insertTags({u"Ada"_s, u"Basic"_s});
    ImportDialog dialog(repository(), source, prompts());
    showPreview(dialog, text("Action,tag_id,target\nremove,Ada,\ndelete,Basic,Cobol\n"));
    constexpr int action = Verdict + 1;
    QCOMPARE(table(dialog)->model()->headerData(action, Qt::Horizontal).toString(), u"Action"_s);
    QCOMPARE(column(dialog, action), QStringList({u"remove"_s, u"delete"_s}));
    QCOMPARE(filter(dialog, "rejectedFilter"), u"Rejected 2"_s);
    test::saveScreenshot(dialog, u"import-lines-sheet"_s);

    correct(dialog, 0, action, u"delete"_s);
    correct(dialog, 1, action, u"rename"_s);
    QCOMPARE(column(dialog, action), QStringList({u"delete"_s, u"rename"_s}));
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(column(dialog, Verdict), QStringList({u"Deleted"_s, u"Renamed"_s}));
    import(dialog);
    QCOMPARE(database().tags(), QStringList(u"Cobol"_s));
}

void TestImportCorrecting::nullByKeyboard()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    showPreview(dialog, text("tag_id,label\nAda,first\nBasic," + QByteArray(61, 'x') + "\n"));
    edit(dialog, 1, Name);
    QVERIFY(!dialog.findChild<QCheckBox *>(u"lineNull"_s)); // a tag has a name
    QTest::keyClick(find<QLineEdit>(dialog, "lineEditor"), Qt::Key_Escape);
    QTRY_VERIFY(!dialog.findChild<QLineEdit *>(u"lineEditor"_s));

    edit(dialog, 1, Label);
    QTest::keyClick(find<QLineEdit>(dialog, "lineEditor"), Qt::Key_Tab);
    auto *box = find<QCheckBox>(dialog, "lineNull");
    QCOMPARE(dialog.focusWidget(), box);
    QVERIFY(!box->isChecked());
    QTest::keyClick(box, Qt::Key_Space);
    test::saveScreenshot(dialog, u"import-null"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(!dialog.findChild<QLineEdit *>(u"lineEditor"_s));
    QCOMPARE(dialog.focusWidget(), table(dialog));
    QCOMPARE(row(dialog, 1).mid(Verdict, 3), QStringList({u"Corrected"_s, u"Basic"_s, u"NULL"_s}));
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(cell(dialog, 1, Verdict), u"New"_s);

    edit(dialog, 0, Label);
    QTest::keyClick(find<QLineEdit>(dialog, "lineEditor"), Qt::Key_Tab);
    QTest::keyClick(find<QCheckBox>(dialog, "lineNull"), Qt::Key_Space);
    QTest::keyClick(find<QCheckBox>(dialog, "lineNull"), Qt::Key_Escape); // as if nothing was done
    QTRY_VERIFY(!dialog.findChild<QLineEdit *>(u"lineEditor"_s));
    QCOMPARE(cell(dialog, 0, Label), u"first"_s);
    import(dialog);
    QCOMPARE(database().column(u"SELECT tag_id FROM tags WHERE label IS NULL"_s),
             QStringList(u"Basic"_s));
}

void TestImportCorrecting::emptyTextInsteadOfNull()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    ImportSource source;
    source.data = QByteArray("{\"tag_id\":\"Ada\",\"label\":null}\n");
    source.format = FileFormat::JsonLines;
    showPreview(dialog, source);
    edit(dialog, 0, Label);
    QVERIFY(find<QCheckBox>(dialog, "lineNull")->isChecked());
    QTest::keyClicks(find<QLineEdit>(dialog, "lineEditor"), u"x"_s);
    QVERIFY(!find<QCheckBox>(dialog, "lineNull")->isChecked());
    QTest::keyClick(find<QLineEdit>(dialog, "lineEditor"), Qt::Key_Backspace);
    QTest::keyClick(find<QLineEdit>(dialog, "lineEditor"), Qt::Key_Return);
    QTRY_VERIFY(!dialog.findChild<QLineEdit *>(u"lineEditor"_s));
    QCOMPARE(cell(dialog, 0, Label), QString());
    import(dialog);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags WHERE label = ''"_s), 1);
}

void TestImportCorrecting::aClickElsewhereKeepsNull()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    showPreview(dialog, text("tag_id,label\nAda,first\nBasic,second\n"));
    edit(dialog, 0, Label);
    click(dialog, "lineNull");
    QVERIFY(find<QLineEdit>(dialog, "lineEditor")->text().isEmpty());
    select(dialog, 1);
    QTRY_VERIFY(!dialog.findChild<QLineEdit *>(u"lineEditor"_s));
    QCOMPARE(cell(dialog, 0, Label), u"NULL"_s);

    QTRY_VERIFY(isPreviewShown(dialog));
    edit(dialog, 1, Label);
    click(dialog, "lineNull");
    click(dialog, "importButton"); // what was just chosen has to be judged first
    QCOMPARE(cell(dialog, 1, Label), u"NULL"_s);
    QVERIFY(!isReady(dialog));
    import(dialog);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags WHERE label IS NULL"_s), 2);
}

void TestImportCorrecting::showsSeveralVerdicts()
{
    const TagSource source = tagSource();
    database().insertTags({u"Stored"_s});
    ImportDialog dialog(repository(), source, prompts());
    const auto isOn = [&dialog](const char *name) {
        return find<QAbstractButton>(dialog, name)->isChecked();
    };
    showPreview(dialog, text("tag_id,label\nAda,\nStored,\nlong," + QByteArray(61, 'x') +
                             "\nBasic,\nAda,\n"));
    const int all = rows(dialog);
    click(dialog, "rejectedFilter");
    const int rejected = rows(dialog);
    click(dialog, "newFilter");
    const int added = rows(dialog);
    QVERIFY(!isOn("rejectedFilter") && rejected > 0 && added > 0);

    ctrlClick(dialog, "rejectedFilter");
    QVERIFY(isOn("newFilter") && isOn("rejectedFilter") && !isOn("allFilter"));
    QCOMPARE(rows(dialog), rejected + added);
    QCOMPARE(filter(dialog, "newFilter"), u"New %1"_s.arg(added));
    QCOMPARE(filter(dialog, "allFilter"), u"All %1"_s.arg(all));
    test::saveScreenshot(dialog, u"import-several-verdicts"_s);

    // They stay so when the lines are judged again.
    select(dialog, 2);
    click(dialog, "leaveOutButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QVERIFY(isOn("newFilter") && isOn("rejectedFilter"));
    QCOMPARE(rows(dialog), rejected + added - 1);

    ctrlClick(dialog, "newFilter");
    QCOMPARE(rows(dialog), rejected);
    ctrlClick(dialog, "rejectedFilter"); // the last one: every line again
    QVERIFY(isOn("allFilter"));
    QCOMPARE(rows(dialog), all);
    ctrlClick(dialog, "skippedFilter");
    ctrlClick(dialog, "equalFilter");
    QVERIFY(isOn("skippedFilter") && isOn("equalFilter") && !isOn("allFilter"));
    click(dialog, "rejectedFilter");
    QVERIFY(!isOn("skippedFilter") && !isOn("equalFilter"));
    QCOMPARE(rows(dialog), rejected);
    ctrlClick(dialog, "allFilter");
    QVERIFY(isOn("allFilter") && !isOn("rejectedFilter"));
    QCOMPARE(rows(dialog), all);
}

void TestImportCorrecting::addsVerdictsByKeyboard()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    showPreview(dialog, text("tag_id\nAda\n \nBasic\n"));
    auto *rejected = find<QAbstractButton>(dialog, "rejectedFilter");
    auto *added = find<QAbstractButton>(dialog, "newFilter");
    rejected->setFocus();
    QTest::keyClick(rejected, Qt::Key_Space);
    QCOMPARE(rows(dialog), 1);
    QTest::keyClick(rejected, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(dialog.focusWidget(), added);
    QTest::keyClick(added, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(rows(dialog), 3);
    QVERIFY(added->isChecked() && rejected->isChecked());
    QVERIFY(added->toolTip().contains(u"Ctrl+Space"_s));
}

void TestImportCorrecting::keepsTheReasonInSight()
{
    const QByteArray name(200, 'n'); // longer than the column takes
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.resize(dialog.minimumSizeHint());
    dialog.setSource(text("tag_id,label,color\n" + name + "," + QByteArray(61, 'l') + "," +
                          QByteArray(21, 'c') + "\nAda,x,y\n"));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "previewButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    const auto seenReason = [&dialog] {
        const QTableView *lines = table(dialog);
        const QModelIndex reason = lines->model()->index(0, lines->model()->columnCount() - 1);
        return (lines->visualRect(reason) & lines->viewport()->rect()).width();
    };
    const int enough = 20 * dialog.fontMetrics().averageCharWidth();
    QTRY_VERIFY(seenReason() >= enough);
    QTRY_VERIFY(!table(dialog)->horizontalScrollBar()->isVisible());
    test::saveScreenshot(dialog, u"import-lines-smallest"_s);
    const int small = table(dialog)->columnWidth(Name);
    dialog.resize(1400, 700);
    QTRY_VERIFY(table(dialog)->columnWidth(Name) > small); // which gets the room that there is
    QVERIFY(seenReason() >= enough);
    dialog.resize(dialog.minimumSizeHint());
    QTRY_COMPARE(table(dialog)->columnWidth(Name), small);
    const QString tip = table(dialog)->model()->index(0, Name).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QString::fromLatin1(name)));

    // What the user made wider stays so.
    table(dialog)->horizontalHeader()->resizeSection(Name, 333);
    dialog.resize(1000, 600);
    QTRY_COMPARE(dialog.width(), 1000);
    QCOMPARE(table(dialog)->columnWidth(Name), 333);
}

QTEST_MAIN(TestImportCorrecting)
#include "TestImportCorrecting.moc"
