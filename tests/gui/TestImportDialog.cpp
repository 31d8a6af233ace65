// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialogTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTabWidget>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** What an import through the dialog does and how it accounts for it. */
class TestImportDialog : public ImportDialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void importsAFileAndAccountsForIt();
    void secondImportSaysUnchanged();
    void marksProblemsAndListsRejections();
    void asksForAMappingThatIsPossible();
    void triesWithoutChangingAnything();
    void failsOnExistingNamesAndKeepsTheChoices();
    void namesEqualNames();
    void longHeadingsStayApart();
    void isUsableByKeyboard();
};

void TestImportDialog::importsAFileAndAccountsForIt()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.open();
    QVERIFY(!isReady(dialog));

    typePath(dialog, dataFile(u"tags.csv"_s));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(preview(dialog)->rowCount(), 4);
    QCOMPARE(preview(dialog)->columnCount(), 3);
    QCOMPARE(preview(dialog)->headerData(0, Qt::Horizontal).toString(), u"tag_id"_s);
    QCOMPARE(preview(dialog)->headerData(1, Qt::Vertical).toString(), u"3"_s);
    QCOMPARE(preview(dialog)->index(3, 1).data().toString(), u"two↵lines"_s);
    QCOMPARE(find<QComboBox>(dialog, "formatChoice")->currentText(), u"Recognised: CSV"_s);
    QCOMPARE(find<QComboBox>(dialog, "encodingChoice")->currentText(), u"Recognised: UTF-8"_s);
    test::saveScreenshot(dialog, u"import-preview"_s);

    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    test::saveScreenshot(dialog, u"import-account"_s);
    QCOMPARE(account(dialog), QStringList({u"4"_s, u"4"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s}));
    QCOMPARE(imported.count(), 1);
    QCOMPARE(imported.front().front().value<ImportAccount>().inserted, 4);
    QCOMPARE(database().tags(), QStringList({u"C++"_s, u"FastAPI"_s, u"Python"_s, u"résumé"_s}));
    QCOMPARE(database().column(u"SELECT label FROM tags WHERE tag_id = 'Python'"_s),
             QStringList(u"A language, of course"_s));

    click(dialog, "againButton");
    QVERIFY(!isAccountShown(dialog));
    QVERIFY(!isReady(dialog));
    QCOMPARE(preview(dialog)->rowCount(), 0);
    click(dialog, "closeButton");
    QVERIFY(!dialog.isVisible());
}

void TestImportDialog::secondImportSaysUnchanged()
{
    const TagSource source = tagSource();
    for (const char *choice : {"skipRadio", "updateRadio"}) {
        ImportDialog dialog(repository(), source, prompts());
        QSignalSpy imported(&dialog, &ImportDialog::imported);
        dialog.open();
        for (int round = 0; round < 2; ++round) {
            dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
            QTRY_VERIFY(isReady(dialog));
            click(dialog, choice);
            click(dialog, "importButton");
            QTRY_VERIFY(isAccountShown(dialog));
            if (round == 0)
                click(dialog, "againButton");
        }
        QCOMPARE(account(dialog), QStringList({u"4"_s, u"0"_s, u"0"_s, u"4"_s, u"0"_s, u"0"_s}));
        QVERIFY(imported.count() <= 1);
    }
}

void TestImportDialog::marksProblemsAndListsRejections()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"problems.csv"_s)));
    QTRY_VERIFY(isReady(dialog));

    QCOMPARE(preview(dialog)->headerData(0, Qt::Horizontal).toString(), u"Problem"_s);
    QVERIFY(!preview(dialog)->index(1, 0).data().toString().isEmpty());
    QVERIFY(preview(dialog)->index(0, 0).data().toString().isEmpty());
    QCOMPARE(preview(dialog)->headerData(1, Qt::Vertical, Qt::ToolTipRole).toString(),
             preview(dialog)->index(1, 0).data().toString());
    QVERIFY(find<QLabel>(dialog, "previewNote")->text().contains(u"problem"_s));
    test::saveScreenshot(dialog, u"import-problems"_s);

    find<QLineEdit>(dialog, "rejectsEdit")->setText(folder().filePath(u"rejected.csv"_s));
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(count(dialog, "readCount"), u"5"_s);
    QCOMPARE(count(dialog, "insertedCount"), u"2"_s);
    QVERIFY(count(dialog, "rejectedCount").toInt() >= 2);
    QCOMPARE(database().tags(), QStringList({u"alpha"_s, u"gamma"_s}));

    const QAbstractItemModel *rejections = find<QTableView>(dialog, "rejectionsTable")->model();
    QCOMPARE(rejections->rowCount(), count(dialog, "rejectedCount").toInt());
    QCOMPARE(rejections->index(0, 0).data().toString(), u"3"_s);
    QCOMPARE(rejections->index(0, 1).data().toString(), u"beta"_s);
    QVERIFY(!rejections->index(0, 2).data().toString().isEmpty());
    QVERIFY(find<QTabWidget>(dialog, "findings")->tabText(0).contains(u"jected ("_s));
    QVERIFY(QFile::exists(folder().filePath(u"rejected.csv"_s)));
    test::saveScreenshot(dialog, u"import-rejections"_s);
}

void TestImportDialog::asksForAMappingThatIsPossible()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    typePath(dialog, dataFile(u"unmapped.csv"_s));
    QTRY_COMPARE(preview(dialog)->rowCount(), 2);
    auto *first = find<QComboBox>(dialog, "mappingChoice0");
    auto *second = find<QComboBox>(dialog, "mappingChoice1");
    QCOMPARE(second->currentText(), u"label"_s);
    QTest::keyClick(first, Qt::Key_Home); // (leave out)
    QVERIFY(!isReady(dialog));
    QVERIFY(message(dialog, "message").contains(u"“tag_id”, the name of the tag"_s));

    QTest::keyClick(first, Qt::Key_Down);
    QCOMPARE(first->currentText(), u"tag_id"_s);
    QVERIFY(isReady(dialog));
    QTest::keyClick(second, Qt::Key_Up);
    QCOMPARE(second->currentText(), u"tag_id"_s);
    QVERIFY(!isReady(dialog));
    QVERIFY(message(dialog, "message").contains(u"More than one column"_s));
    test::saveScreenshot(dialog, u"import-mapping"_s);
    QTest::keyClick(second, Qt::Key_End);
    QCOMPARE(second->currentText(), u"color"_s);
    QVERIFY(isReady(dialog));

    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().rows(u"SELECT tag_id, color, label FROM tags ORDER BY tag_id"_s),
             QList<QStringList>(
                 {{u"go"_s, u"also"_s, QString()}, {u"rust"_s, u"systems"_s, QString()}}));
}

void TestImportDialog::triesWithoutChangingAnything()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "previewButton");
    QTRY_VERIFY(isPreviewShown(dialog));
    QVERIFY(message(dialog, "message").contains(u"Nothing is imported yet"_s));
    QCOMPARE(find<QPushButton>(dialog, "allFilter")->text(), u"All 4"_s);
    QCOMPARE(imported.count(), 0);
    QCOMPARE(database().tags(), QStringList());

    // Back again, everything is as it was, and the import itself can follow.
    click(dialog, "backButton");
    QVERIFY(find(dialog, "setupPage")->isVisible());
    QVERIFY(isReady(dialog));
    QCOMPARE(preview(dialog)->rowCount(), 4);
    click(dialog, "importButton");
    QTRY_COMPARE(imported.count(), 1);
    QCOMPARE(database().tags().size(), 4);
}

void TestImportDialog::failsOnExistingNamesAndKeepsTheChoices()
{
    const TagSource source = tagSource();
    database().insertTags({u"FastAPI"_s});
    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "failRadio");
    click(dialog, "importButton");
    QTRY_VERIFY(message(dialog, "message").contains(u"FastAPI"_s));
    QVERIFY(!isAccountShown(dialog));
    QVERIFY(isReady(dialog));
    QCOMPARE(preview(dialog)->rowCount(), 4);
    QVERIFY(find<QAbstractButton>(dialog, "failRadio")->isChecked());
    QCOMPARE(database().tags(), QStringList(u"FastAPI"_s));

    click(dialog, "updateRadio");
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(account(dialog), QStringList({u"4"_s, u"3"_s, u"1"_s, u"0"_s, u"0"_s, u"0"_s}));
}

void TestImportDialog::namesEqualNames()
{
    const TagSource source = tagSource();
    ImportDialog dialog(repository(), source, prompts());
    dialog.open();
    ImportSource text;
    text.data = QByteArray("tag_id\nresume\nPython\nPython\n");
    text.format = FileFormat::Csv;
    text.encoding = u"UTF-8"_s;
    dialog.setSource(text);
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    const QAbstractItemModel *pairs = find<QTableView>(dialog, "equalNamesTable")->model();
    QCOMPARE(pairs->rowCount(), 1);
    QCOMPARE(pairs->index(0, 0).data().toString(), u"4"_s);
    QCOMPARE(pairs->index(0, 2).data().toString(), u"“Python” on line 3"_s);

    // Whether an accent counts is the database's decision, so each engine has its own answer.
    click(dialog, "againButton");
    text.data = QByteArray("tag_id\nrésumé\n");
    dialog.setSource(text);
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    if (isMariaDb()) {
        QCOMPARE(pairs->rowCount(), 1);
        QCOMPARE(pairs->index(0, 1).data().toString(), u"résumé"_s);
        QCOMPARE(pairs->index(0, 2).data().toString(), u"stored “resume”"_s);
    } else {
        QCOMPARE(pairs->rowCount(), 0);
        QCOMPARE(count(dialog, "insertedCount"), u"1"_s);
    }
    test::saveScreenshot(dialog, u"import-equal"_s);
}

void TestImportDialog::longHeadingsStayApart()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    const QString heading = u"the description of the tag, in language %1"_s;
    const QStringList columns = {u"tag_id"_s, heading.arg(1), heading.arg(2)};
    const QByteArray header = "tag_id,\"" + columns[1].toUtf8() + "\",\"" + columns[2].toUtf8();
    typePath(dialog, writeFile(u"long.csv"_s, header + "\"\nGo,a,b\n"));
    QTRY_VERIFY(isReady(dialog));
    const auto *one = find<QLabel>(dialog, "mappingLabel1");
    const auto *other = find<QLabel>(dialog, "mappingLabel2");
    QVERIFY2(one->text().size() < columns[1].size(), qPrintable(one->text()));
    QVERIFY2(one->text() != other->text(), qPrintable(one->text()));
}

void TestImportDialog::isUsableByKeyboard()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(dialog.focusWidget(), find(dialog, "pathEdit"));
    QTest::keyClicks(dialog.focusWidget(), dataFile(u"tags.csv"_s));
    QTRY_VERIFY(isReady(dialog));

    QStringList order;
    for (int i = 0; i < 30; ++i) {
        order << dialog.focusWidget()->objectName();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    }
    int last = -1;
    for (const char *name :
         {"pathEdit", "chooseButton", "pasteButton", "formatChoice", "encodingChoice",
          "delimiterChoice", "previewTable", "mappingChoice0", "mappingChoice2", "constant1Check",
          "skipRadio", "rejectsEdit", "previewButton", "importButton"}) {
        const int place = static_cast<int>(order.indexOf(QString::fromLatin1(name)));
        QVERIFY2(place > last,
                 qPrintable(order.join(u' ') + u" lacks "_s + QLatin1StringView(name)));
        last = place;
    }
    QVERIFY2(!order.contains(u"mappingArea"_s), "A stop where nothing is to be seen or done.");
    // The preview is what the Return key begins; beside the lines it begins nothing.
    find(dialog, "skipRadio")->setFocus();
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(isPreviewShown(dialog));
    QCOMPARE(dialog.focusWidget(), find(dialog, "linesTable"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QVERIFY(isPreviewShown(dialog));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_I, Qt::AltModifier);
    QTRY_VERIFY(isAccountShown(dialog));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestImportDialog)
#include "TestImportDialog.moc"
