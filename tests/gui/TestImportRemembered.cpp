// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialogTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** A file is imported as the last one with the same columns was, unless the user says otherwise. */
class TestImportRemembered : public ImportDialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void choosesAsForTheLastFile();
    void isForgotten();
    void givesWayToAnotherFile();
    void knowsNoPlainLines();
    void offersNoFixedValueForAKey();

private:
    static QComboBox *mapping(const ImportDialog &dialog, int column)
    {
        return find<QComboBox>(dialog, qPrintable(u"mappingChoice%1"_s.arg(column)));
    }
    static bool hasNote(const ImportDialog &dialog)
    {
        const auto *note = dialog.findChild<QLabel *>(u"rememberedNote"_s);
        return note && note->isVisible();
    }
    /** Imports a file with the columns "word" and "text" in a way that nobody would propose. */
    void importOnce(const TagSource &source, const QString &title = u"Word"_s)
    {
        ImportDialog dialog(repository(), source, prompts());
        dialog.open();
        dialog.setSource(fileSource(
            writeFile(u"first.csv"_s, title.toUtf8() + ",text\n\" ADA, Basic \",one\n")));
        QTRY_COMPARE(preview(dialog)->rowCount(), 1);
        QVERIFY(!hasNote(dialog));
        mapping(dialog, 0)->setCurrentText(u"tag_id"_s);
        mapping(dialog, 1)->setCurrentText(u"color"_s);
        find<QCheckBox>(dialog, "trimCheck")->setChecked(true);
        find<QCheckBox>(dialog, "listCheck")->setChecked(true);
        find<QRadioButton>(dialog, "updateRadio")->setChecked(true);
        QTRY_VERIFY(isReady(dialog));
        click(dialog, "importButton");
        QTRY_VERIFY(isAccountShown(dialog));
    }
};

void TestImportRemembered::choosesAsForTheLastFile()
{
    const TagSource source = tagSource();
    importOnce(source);
    QCOMPARE(database().tags(), QStringList({u"ADA"_s, u"Basic"_s}));

    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    dialog.setSource(fileSource(writeFile(u"b.csv"_s, "word ,TEXT\n\"Cobol , ADA\",two\n")));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(hasNote(dialog));
    test::saveScreenshot(dialog, u"import-remembered"_s);
    QCOMPARE(mapping(dialog, 1)->currentText(), u"color"_s);
    QVERIFY(find<QCheckBox>(dialog, "trimCheck")->isChecked());
    QVERIFY(find<QRadioButton>(dialog, "updateRadio")->isChecked());
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(account(dialog).mid(0, 3), QStringList({u"2"_s, u"1"_s, u"1"_s}));
    QCOMPARE(database().column(u"SELECT color FROM tags ORDER BY tag_id"_s),
             QStringList({u"two"_s, u"one"_s, u"two"_s}));
}

void TestImportRemembered::isForgotten()
{
    const TagSource source = tagSource();
    importOnce(source);
    const QString file = writeFile(u"b.csv"_s, "word,text\nCobol,two\n");
    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    dialog.setSource(fileSource(file));
    QTRY_VERIFY(hasNote(dialog));
    click(dialog, "forgetButton");
    QTRY_VERIFY(!hasNote(dialog));
    QCOMPARE(mapping(dialog, 1)->currentText(), u"(leave out)"_s);
    QVERIFY(!find<QCheckBox>(dialog, "trimCheck")->isChecked());
    QVERIFY(!find<QCheckBox>(dialog, "listCheck")->isChecked());
    QVERIFY(find<QRadioButton>(dialog, "skipRadio")->isChecked());

    dialog.setSource({});
    dialog.setSource(fileSource(file));
    QTRY_COMPARE(preview(dialog)->rowCount(), 1);
    QVERIFY(!hasNote(dialog));
}

void TestImportRemembered::givesWayToAnotherFile()
{
    const TagSource source = tagSource();
    importOnce(source);
    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    dialog.setSource(fileSource(writeFile(u"b.csv"_s, "word,text\nCobol,two\n")));
    QTRY_VERIFY(hasNote(dialog));
    dialog.setSource(fileSource(writeFile(u"c.csv"_s, "tag_id,label\nCobol,two\n")));
    QTRY_COMPARE(mapping(dialog, 1)->currentText(), u"label"_s);
    QVERIFY(!hasNote(dialog));
    QVERIFY(!find<QCheckBox>(dialog, "trimCheck")->isChecked());
    QVERIFY(find<QRadioButton>(dialog, "skipRadio")->isChecked());
}

void TestImportRemembered::knowsNoPlainLines()
{
    const TagSource source = tagSource();
    for (const char *name : {"Ada\n", "Basic\n"}) {
        ImportDialog dialog(repository(), source, prompts());
        dialog.open();
        dialog.setSource(fileSource(writeFile(u"a.txt"_s, name)));
        QTRY_VERIFY(isReady(dialog));
        QVERIFY(!hasNote(dialog));
        QVERIFY(!find<QCheckBox>(dialog, "trimCheck")->isChecked());
        find<QCheckBox>(dialog, "trimCheck")->setChecked(true);
        click(dialog, "importButton");
        QTRY_VERIFY(isAccountShown(dialog));
    }
}

void TestImportRemembered::offersNoFixedValueForAKey()
{
    TagSource source = tagSource();
    // A table with a number for its key and the name beside it.
    source.vocabulary.keyColumn = 2;
    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    dialog.setSource(fileSource(writeFile(u"a.csv"_s, "tag_id,label\nAda,1\n")));
    QTRY_COMPARE(preview(dialog)->rowCount(), 1);
    QVERIFY(dialog.findChild<QWidget *>(u"constant1Check"_s));
    QVERIFY(!dialog.findChild<QWidget *>(u"constant0Check"_s));
    QVERIFY(!dialog.findChild<QWidget *>(u"constant2Check"_s));
}

QTEST_MAIN(TestImportRemembered)
#include "TestImportRemembered.moc"
