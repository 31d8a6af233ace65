// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialogTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTabWidget>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** What the dialog does to names and columns on the way: rules, lists, and fixed values. */
class TestImportNames : public ImportDialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void showsNamesAsTheRulesMakeThem();
    void changesLettersAndSeparators();
    void leavesNamesAloneWithoutRules();
    void marksNamesThatTheRulesMakeEmpty();
    void dividesCellsWithSeveralNames();
    void countsTheFirstOfALongFile();
    void fillsColumnsWithFixedValues();
    void fixedValuesAndFileColumnsGiveWay();
    void refusesAFixedValueThatDoesNotFit();
    void startsAgainWithoutFixedValues();

private:
    static ImportSource text(const QByteArray &bytes)
    {
        ImportSource source;
        source.data = bytes;
        source.format = FileFormat::Csv;
        source.encoding = u"UTF-8"_s;
        return source;
    }
    static void showNames(const ImportDialog &dialog)
    {
        find<QTabWidget>(dialog, "detailTabs")->setCurrentIndex(1);
    }
    static QString shown(const ImportDialog &dialog, int row, int column = 0)
    {
        return preview(dialog)->index(row, column).data().toString();
    }
    static QString toolTip(const ImportDialog &dialog, int row, int column = 0)
    {
        return preview(dialog)->index(row, column).data(Qt::ToolTipRole).toString();
    }
    /** Whether the label @p name, at the far side of the page, is all in sight. */
    static bool isWhole(const ImportDialog &dialog, const char *name)
    {
        const auto *label = find<QLabel>(dialog, name);
        const QWidget *page = find(dialog, "namesPage");
        return label->width() >= label->sizeHint().width() &&
               label->mapTo(page, label->rect().bottomRight()).x() < page->width();
    }
    static void import(const ImportDialog &dialog)
    {
        click(dialog, "importButton");
        QTRY_VERIFY(isAccountShown(dialog));
    }
};

void TestImportNames::showsNamesAsTheRulesMakeThem()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(text("tag_id,label\n\" Python \",  x \nNew   York,\nze\xe2\x80\x8bro,\n"
                          "cafe\xcc\x81,\nplain,\n"));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(shown(dialog, 0), u" Python "_s);
    showNames(dialog);
    QCOMPARE(count(dialog, "trimCount"), QString());

    click(dialog, "trimCheck");
    QCOMPARE(shown(dialog, 0), u"Python"_s);
    QCOMPARE(toolTip(dialog, 0), u"In the file: “ Python ”"_s);
    QCOMPARE(toolTip(dialog, 4), QString());
    QCOMPARE(shown(dialog, 0, 1), u"  x "_s); // a value is no name
    QCOMPARE(count(dialog, "trimCount"), u"1 of 5"_s);
    QCOMPARE(count(dialog, "collapseCount"), QString());

    click(dialog, "collapseCheck");
    click(dialog, "composeCheck");
    click(dialog, "invisibleCheck");
    QCOMPARE(shown(dialog, 1), u"New York"_s);
    QCOMPARE(shown(dialog, 2), u"zero"_s);
    QCOMPARE(shown(dialog, 3), u"caf\u00e9"_s);
    for (const char *name : {"collapseCount", "composeCount", "invisibleCount"})
        QCOMPARE(count(dialog, name), u"1 of 5"_s);
    QCOMPARE(find<QTabWidget>(dialog, "detailTabs")->tabText(1), u"&Names (4)"_s);
    QTRY_VERIFY(isWhole(dialog, "trimCount"));
    test::saveScreenshot(dialog, u"import-names"_s);

    import(dialog);
    QCOMPARE(count(dialog, "ruleCounts"), u"Names changed: trimmed 1, blanks collapsed 1, "
                                          "composed 1, invisible characters removed 1"_s);
    test::saveScreenshot(dialog, u"import-names-account"_s);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 5);
    QVERIFY(database().tags().contains(u"New York"_s));
    QVERIFY(database().tags().contains(u"caf\u00e9"_s));
}

void TestImportNames::changesLettersAndSeparators()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(text("tag_id\nNew York\nold_town\nparis\n"));
    QTRY_VERIFY(isReady(dialog));
    showNames(dialog);
    find<QComboBox>(dialog, "letterChoice")->setCurrentText(u"UPPER CASE"_s);
    QCOMPARE(shown(dialog, 0), u"NEW YORK"_s);
    QCOMPARE(count(dialog, "letterCount"), u"3 of 3"_s);
    find<QComboBox>(dialog, "letterChoice")->setCurrentText(u"lower case"_s);
    find<QComboBox>(dialog, "wordChoice")->setCurrentText(u"Hyphen (-)"_s);
    QCOMPARE(shown(dialog, 0), u"new-york"_s);
    QCOMPARE(count(dialog, "letterCount"), u"1 of 3"_s);
    QCOMPARE(count(dialog, "wordCount"), u"2 of 3"_s);
    dialog.resize(1000, 700);
    QTRY_VERIFY(isWhole(dialog, "wordCount"));
    test::saveScreenshot(dialog, u"import-names-1000"_s);
    import(dialog);
    QCOMPARE(count(dialog, "ruleCounts"), u"Names changed: letters changed 1, words joined 2"_s);
    QCOMPARE(database().tags(), QStringList({u"new-york"_s, u"old-town"_s, u"paris"_s}));
}

void TestImportNames::leavesNamesAloneWithoutRules()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(text("tag_id\n\"red, green\"\nNew  York\n"));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(shown(dialog, 0), u"red, green"_s);
    import(dialog);
    QVERIFY(!find(dialog, "ruleCounts")->isVisible());
    QCOMPARE(database().tags(), QStringList({u"New  York"_s, u"red, green"_s}));
}

void TestImportNames::marksNamesThatTheRulesMakeEmpty()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(text("tag_id,label\n\"  \",blanks\nplain,\n"));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(preview(dialog)->index(0, 0).data(Qt::DecorationRole).isNull());
    QVERIFY(!find<QLabel>(dialog, "previewNote")->text().contains(u"nothing"_s));
    showNames(dialog);
    click(dialog, "trimCheck");
    QCOMPARE(shown(dialog, 0), u"(empty)"_s);
    QVERIFY(!preview(dialog)->index(0, 0).data(Qt::DecorationRole).isNull());
    QVERIFY(preview(dialog)->index(1, 0).data(Qt::DecorationRole).isNull());
    QVERIFY(toolTip(dialog, 0).contains(u"rejected"_s));
    QVERIFY(find<QLabel>(dialog, "previewNote")->text().contains(u"nothing of one name"_s));
    import(dialog);
    QCOMPARE(count(dialog, "rejectedCount"), u"1"_s);
    QCOMPARE(database().tags(), QStringList(u"plain"_s));
}

void TestImportNames::dividesCellsWithSeveralNames()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(text("tag_id,label\n\"Red,green ,\",colour\n\"one\ntwo\",number\n"));
    QTRY_VERIFY(isReady(dialog));
    showNames(dialog);
    auto *separator = find<QComboBox>(dialog, "listChoice");
    QVERIFY(!separator->isEnabled());
    click(dialog, "listCheck");
    QVERIFY(separator->isEnabled());
    QCOMPARE(shown(dialog, 0), u"Red, green"_s);
    click(dialog, "trimCheck");
    QCOMPARE(count(dialog, "trimCount"), u"none of 3"_s);
    find<QComboBox>(dialog, "letterChoice")->setCurrentText(u"lower case"_s);
    QCOMPARE(shown(dialog, 0), u"red, green"_s);

    separator->lineEdit()->selectAll();
    QTest::keyClick(separator->lineEdit(), Qt::Key_Delete);
    QVERIFY(!isReady(dialog));
    QVERIFY(message(dialog, "message").contains(u"between several names"_s));
    QTest::keyClicks(separator->lineEdit(), u"\\n"_s);
    QVERIFY(isReady(dialog));
    QCOMPARE(count(dialog, "letterCount"), u"1 of 3"_s);
    import(dialog);
    QCOMPARE(account(dialog), QStringList({u"3"_s, u"3"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s}));
    QCOMPARE(database().column(u"SELECT tag_id FROM tags WHERE label = 'number' ORDER BY tag_id"_s),
             QStringList({u"one"_s, u"two"_s}));
}

void TestImportNames::countsTheFirstOfALongFile()
{
    QByteArray lines = "tag_id\n";
    for (int i = 0; i < 500; ++i)
        lines += "Name " + QByteArray::number(i) + '\n';
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(text(lines));
    QTRY_VERIFY(isReady(dialog));
    showNames(dialog);
    find<QComboBox>(dialog, "letterChoice")->setCurrentText(u"lower case"_s);
    QCOMPARE(count(dialog, "letterCount"), u"200 of the first 200"_s);
    dialog.resize(dialog.minimumSizeHint());
    QTRY_VERIFY(isWhole(dialog, "letterCount"));
    test::saveScreenshot(dialog, u"import-names-smallest"_s);
    import(dialog);
    QCOMPARE(count(dialog, "ruleCounts"), u"Names changed: letters changed 500"_s);
}

void TestImportNames::fillsColumnsWithFixedValues()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(!find(dialog, "constant1Line")->isEnabled());
    click(dialog, "constant1Check");
    QTest::keyClicks(find<QLineEdit>(dialog, "constant1Line"), u"from a file"_s);
    QCOMPARE(find<QComboBox>(dialog, "mappingChoice1")->currentText(), u"(leave out)"_s);
    click(dialog, "constant2Check");
    click(dialog, "constant2Null");
    QVERIFY(!find(dialog, "constant2Line")->isEnabled());
    test::saveScreenshot(dialog, u"import-constants"_s);
    import(dialog);
    QCOMPARE(database().rows(u"SELECT DISTINCT label, color FROM tags"_s),
             QList<QStringList>({{u"from a file"_s, QString()}}));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags WHERE color IS NULL"_s), 4);
}

void TestImportNames::fixedValuesAndFileColumnsGiveWay()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    auto *label = find<QComboBox>(dialog, "mappingChoice1");
    click(dialog, "constant1Check");
    QCOMPARE(label->currentText(), u"(leave out)"_s);
    click(dialog, "constant1Check");
    QCOMPARE(label->currentText(), u"label"_s);
    click(dialog, "constant1Check");
    label->setCurrentText(u"label"_s);
    QVERIFY(!find<QAbstractButton>(dialog, "constant1Check")->isChecked());
    QVERIFY(isReady(dialog));
    import(dialog);
    QCOMPARE(database().column(u"SELECT label FROM tags WHERE tag_id = 'Python'"_s),
             QStringList(u"A language, of course"_s));
}

void TestImportNames::refusesAFixedValueThatDoesNotFit()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "constant2Check");
    auto *line = find<QLineEdit>(dialog, "constant2Line");
    line->setFocus();
    QTest::keyClicks(line, QString(21, u'x'));
    QVERIFY(!isReady(dialog));
    QVERIFY(message(dialog, "message").contains(u"color"_s));
    QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(isReady(dialog));
    QVERIFY(message(dialog, "message").isEmpty());
}

void TestImportNames::startsAgainWithoutFixedValues()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "constant2Check");
    QTest::keyClicks(find<QLineEdit>(dialog, "constant2Line"), u"red"_s);
    // Another file, with other columns, does not change what was to be the same for every record.
    dialog.setSource(fileSource(dataFile(u"unmapped.csv"_s)));
    QTRY_COMPARE(preview(dialog)->rowCount(), 2);
    find<QComboBox>(dialog, "mappingChoice0")->setCurrentText(u"tag_id"_s);
    QVERIFY(find<QAbstractButton>(dialog, "constant2Check")->isChecked());
    QCOMPARE(find<QLineEdit>(dialog, "constant2Line")->text(), u"red"_s);
    import(dialog);
    QCOMPARE(database().column(u"SELECT DISTINCT color FROM tags"_s), QStringList(u"red"_s));

    click(dialog, "againButton");
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(!find<QAbstractButton>(dialog, "constant2Check")->isChecked());
}

QTEST_MAIN(TestImportNames)
#include "TestImportNames.moc"
