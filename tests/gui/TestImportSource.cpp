// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialogTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** Where the dialog takes its records from, what can be wrong there, and how one gets out. */
class TestImportSource : public ImportDialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void importsFromTheClipboard();
    void takesDroppedFilesAndText();
    void readsSeveralFiles();
    void pastesSeveralFiles();
    void saysHowTheEncodingWasFound();
    void choosesWhatARecordIs();
    void readsAnotherEncoding();
    void readsAnotherDelimiter();
    void readsAnotherSheet();
    void readsPackedFiles();
    void offersWhatTheFormatHas();
    void proposesTheEndingOfRejects();
    void saysWhatIsWrongWithAFile();
    void cancelChangesNothing();
    void closingWaitsForTheAnswer();
    void asksBeforeReplacingAFile();
};

void TestImportSource::importsFromTheClipboard()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    QGuiApplication::clipboard()->clear();
    click(dialog, "pasteButton");
    QVERIFY(message(dialog, "message").contains(u"clipboard"_s));

    QGuiApplication::clipboard()->setText(u"tag_id\tlabel\nPython\tsnake\nFastAPI\t\n"_s);
    click(dialog, "pasteButton");
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(find<QComboBox>(dialog, "formatChoice")->currentText(), u"Recognised: TSV"_s);
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().tags(), QStringList({u"FastAPI"_s, u"Python"_s}));

    // The text was UTF-8 for certain; of the file that follows nothing is known.
    click(dialog, "againButton");
    click(dialog, "pasteButton");
    QTRY_VERIFY(isReady(dialog));
    QTest::keyClicks(find<QLineEdit>(dialog, "pathEdit"), u"a"_s);
    QCOMPARE(find<QComboBox>(dialog, "encodingChoice")->currentText(), u"Recognised"_s);
}

void TestImportSource::takesDroppedFilesAndText()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    const auto drop = [&dialog](const QMimeData &data) {
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &event);
        return event.isAccepted();
    };
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(dataFile(u"tags.jsonl"_s))});
    QVERIFY(drop(file));
    QTRY_COMPARE(preview(dialog)->rowCount(), 2);
    QCOMPARE(find<QComboBox>(dialog, "formatChoice")->currentText(), u"Recognised: JSON Lines"_s);
    QVERIFY(isReady(dialog));

    QMimeData text;
    text.setText(u"Ada\nBasic\nCobol\n"_s);
    QVERIFY(drop(text));
    QTRY_COMPARE(preview(dialog)->rowCount(), 3);
    QVERIFY(find<QLineEdit>(dialog, "pathEdit")->text().isEmpty());

    // One column under its heading looks like plain lines, but the heading is no tag.
    QMimeData headed;
    headed.setText(u"Tag_ID\nAda\n"_s);
    QVERIFY(drop(headed));
    QTRY_COMPARE(preview(dialog)->rowCount(), 1);
    QCOMPARE(find<QComboBox>(dialog, "formatChoice")->currentText(), u"Recognised: CSV"_s);

    QMimeData two;
    two.setUrls({QUrl::fromLocalFile(writeFile(u"one.csv"_s, "tag_id,label\nA,1\nB,2\n")),
                 QUrl::fromLocalFile(writeFile(u"more.csv"_s, "label,tag_id\nx,More\n"))});
    QVERIFY(drop(two));
    QTRY_COMPARE(preview(dialog)->rowCount(), 3);
    QCOMPARE(find<QLineEdit>(dialog, "pathEdit")->text(), u"one.csv and 1 more"_s);

    QMimeData remote;
    remote.setUrls(
        {QUrl::fromLocalFile(dataFile(u"tags.jsonl"_s)), QUrl(u"https://example.org/b.csv"_s)});
    QVERIFY(!drop(remote));
}

void TestImportSource::readsSeveralFiles()
{
    const QString a = writeFile(u"a.csv"_s, "tag_id,label\nAda,1\n");
    const QString b = writeFile(u"b.csv"_s, "label,tag_id\n2,Basic\n");
    const QString c = writeFile(u"c.csv"_s, "tag_id,label\nCobol,3\n");
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    QVERIFY(!find(dialog, "filesButton")->isVisible());
    prompts().filesToOpen = {a, b, c};
    click(dialog, "chooseButton");
    QTRY_VERIFY(isReady(dialog));
    auto *path = find<QLineEdit>(dialog, "pathEdit");
    QCOMPARE(path->text(), u"a.csv and 2 more"_s);
    QVERIFY(path->isReadOnly());
    for (const QString &file : {a, b, c})
        QVERIFY(path->toolTip().contains(file));
    QCOMPARE(preview(dialog)->rowCount(), 3);
    QCOMPARE(preview(dialog)->index(1, 0).data().toString(), u"Basic"_s);
    QCOMPARE(preview(dialog)->headerData(1, Qt::Vertical).toString(), u"b.csv:2"_s);
    test::saveScreenshot(dialog, u"import-several"_s);

    auto *button = find<QPushButton>(dialog, "filesButton");
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"3 files"_s);
    QCOMPARE(path->nextInFocusChain(), button);
    button->menu()->actions().constFirst()->trigger(); // without the first
    QTRY_COMPARE(preview(dialog)->rowCount(), 2);
    QCOMPARE(path->text(), u"b.csv and 1 more"_s);
    button->menu()->actions().at(1)->trigger();
    QTRY_COMPARE(preview(dialog)->rowCount(), 1);
    QCOMPARE(path->text(), b);
    QVERIFY(!path->isReadOnly());
    QVERIFY(!button->isVisible());

    prompts().filesToOpen = {a, b, c};
    click(dialog, "chooseButton");
    QTRY_COMPARE(preview(dialog)->rowCount(), 3);
    find<QLineEdit>(dialog, "rejectsEdit")->setText(b);
    QVERIFY(!isReady(dialog));
    find<QLineEdit>(dialog, "rejectsEdit")->clear();
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().tags(), QStringList({u"Ada"_s, u"Basic"_s, u"Cobol"_s}));
    click(dialog, "againButton");
    QVERIFY(path->text().isEmpty() && !path->isReadOnly());
}

void TestImportSource::pastesSeveralFiles()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    auto *copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(writeFile(u"a.txt"_s, "Ada\n")),
                     QUrl::fromLocalFile(writeFile(u"b.txt"_s, "Basic\nCobol\n"))});
    QGuiApplication::clipboard()->setMimeData(copied);
    click(dialog, "pasteButton");
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(preview(dialog)->rowCount(), 3);

    find<QPushButton>(dialog, "filesButton")->menu()->actions().constLast()->trigger();
    QTRY_COMPARE(preview(dialog)->rowCount(), 0);
    QVERIFY(find<QLineEdit>(dialog, "pathEdit")->text().isEmpty());
}

void TestImportSource::saysHowTheEncodingWasFound()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    const auto *note = find<QLabel>(dialog, "encodingNote");
    QVERIFY(!note->isVisible());
    dialog.setSource(fileSource(dataFile(u"latin1.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().startsWith(u"Guessed"_s), qPrintable(note->text()));
    test::saveScreenshot(dialog, u"import-encoding"_s);
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_COMPARE(note->text(), u"All of the file is UTF-8."_s);
    find<QComboBox>(dialog, "encodingChoice")->setEditText(u"ISO-8859-1"_s);
    QTest::keyClick(find<QComboBox>(dialog, "encodingChoice")->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY(!note->isVisible());
}

void TestImportSource::choosesWhatARecordIs()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    auto *content = find<QComboBox>(dialog, "contentChoice");
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(!content->isVisible()); // there is nothing to choose

    dialog.setSource(fileSource(writeFile(u"m.txt"_s, "js, ecmascript -> JavaScript\n")));
    QTRY_VERIFY(content->isVisible());
    QVERIFY2(content->currentText().startsWith(u"Recognised: a merge"_s),
             qPrintable(content->currentText()));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(find(dialog, "mergesNote")->isVisible());
    test::saveScreenshot(dialog, u"import-merges"_s);
    content->setCurrentText(u"a tag"_s);
    QTRY_COMPARE(preview(dialog)->index(0, 0).data().toString(), u"js, ecmascript -> JavaScript"_s);

    dialog.setSource(fileSource(writeFile(u"s.csv"_s, "action,tag_id,target\nadd,Ada,\n")));
    QTRY_VERIFY(content->currentText().startsWith(u"Recognised: an action"_s));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(find<QComboBox>(dialog, "mappingChoice0")->currentText(), u"the action"_s);
    QCOMPARE(find<QComboBox>(dialog, "mappingChoice2")->currentText(), u"the target"_s);
    QVERIFY(!find(dialog, "mappingChoice0")->isEnabled());
    QVERIFY(!find(dialog, "mappingChoice2")->isEnabled());
    QVERIFY(find(dialog, "mappingChoice1")->isEnabled());
    content->setCurrentText(u"a tag"_s);
    QTRY_COMPARE(find<QComboBox>(dialog, "mappingChoice0")->currentText(), u"(leave out)"_s);
    QVERIFY(content->isVisible());
    dialog.setSource(fileSource(dataFile(u"tags.csv"_s)));
    QTRY_VERIFY(!content->isVisible());
}

void TestImportSource::readsAnotherEncoding()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"latin1.csv"_s)));
    auto *encoding = find<QComboBox>(dialog, "encodingChoice");
    encoding->lineEdit()->selectAll();
    QTest::keyClicks(encoding->lineEdit(), u"ISO-8859-1"_s);
    QTest::keyClick(encoding->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(preview(dialog)->index(0, 0).data().toString(), u"café"_s);
    QCOMPARE(encoding->currentText(), u"ISO-8859-1"_s);

    encoding->lineEdit()->selectAll();
    QTest::keyClicks(encoding->lineEdit(), u"UTF-8"_s);
    QTest::keyClick(encoding->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY(message(dialog, "message").contains(u"UTF-8"_s));
    QVERIFY(!isReady(dialog));
    QCOMPARE(encoding->currentText(), u"UTF-8"_s);
}

void TestImportSource::readsAnotherDelimiter()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    ImportSource text;
    text.data = QByteArray("tag_id;label\nAda;a,b^c\nBasic;d,e^f\n");
    text.encoding = u"UTF-8"_s;
    dialog.setSource(text);
    QTRY_VERIFY(isReady(dialog));
    auto *delimiter = find<QComboBox>(dialog, "delimiterChoice");
    QVERIFY(delimiter->isVisible());
    QCOMPARE(delimiter->currentText(), u"Recognised: semicolon"_s);
    QCOMPARE(preview(dialog)->headerData(1, Qt::Horizontal).toString(), u"label"_s);
    test::saveScreenshot(dialog, u"import-delimiter"_s);

    delimiter->setFocus();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(delimiter, Qt::Key_Down);
    QCOMPARE(delimiter->currentText(), u"|"_s);
    QTRY_COMPARE(preview(dialog)->headerData(0, Qt::Horizontal).toString(), u"tag_id;label"_s);
    QCOMPARE(delimiter->currentText(), u"|"_s);

    delimiter->lineEdit()->selectAll();
    QTest::keyClicks(delimiter->lineEdit(), u"^"_s);
    QTest::keyClick(delimiter->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(preview(dialog)->index(0, 1).data().toString(), u"Ada;a,b"_s);
    QCOMPARE(delimiter->currentText(), u"^"_s);

    delimiter->lineEdit()->selectAll();
    QTest::keyClicks(delimiter->lineEdit(), u";;"_s);
    QTest::keyClick(delimiter->lineEdit(), Qt::Key_Return);
    QVERIFY(message(dialog, "message").contains(u"“;;”"_s));
    QVERIFY(!find(dialog, "progressView")->isVisible());
    QCOMPARE(delimiter->currentText(), u"^"_s);

    delimiter->lineEdit()->selectAll();
    QTest::keyClick(delimiter->lineEdit(), Qt::Key_Delete);
    QTest::keyClick(delimiter->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(delimiter->currentText(), u"Recognised: semicolon"_s);
    QVERIFY(isReady(dialog));
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().tags(), QStringList({u"Ada"_s, u"Basic"_s}));
}

void TestImportSource::readsAnotherSheet()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    const QString path = QStringLiteral(TAGSMITH_TEST_DATA "/xlsx/openpyxl.xlsx");
    dialog.setSource(fileSource(path));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(find<QComboBox>(dialog, "formatChoice")->currentText(),
             u"Recognised: Excel workbook (XLSX)"_s);
    auto *sheet = find<QComboBox>(dialog, "sheetChoice");
    QVERIFY(sheet->isVisible());
    QVERIFY(!find(dialog, "encodingChoice")->isVisible());
    QCOMPARE(sheet->count(), 2);
    QCOMPARE(sheet->currentText(), u"Tags"_s);
    QCOMPARE(preview(dialog)->index(0, 0).data().toString(), u"Python"_s);
    test::saveScreenshot(dialog, u"import-sheet"_s);

    sheet->setFocus();
    QTest::keyClick(sheet, Qt::Key_Down);
    QTRY_COMPARE(preview(dialog)->rowCount(), 1);
    QCOMPARE(sheet->currentText(), u"Über uns"_s);
    QCOMPARE(preview(dialog)->headerData(0, Qt::Horizontal).toString(), u"tag"_s);
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QCOMPARE(database().tags(), QStringList(u"日本 😀"_s));
}

void TestImportSource::readsPackedFiles()
{
    // Made with gzip from the line "tag_id,label" and the line "Ada,first".
    const QByteArray packed =
        QByteArray::fromBase64("H4sIAAAAAAACAytJTI/PTNHJSUxKzeFyTEnUScssKi7hAgB60j2mFwAAAA==");
    QFile file(folder().filePath(u"tags.csv.gz"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(packed);
    file.close();

    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &event);
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(find<QComboBox>(dialog, "formatChoice")->currentText(), u"Recognised: CSV"_s);
    QCOMPARE(preview(dialog)->index(0, 0).data().toString(), u"Ada"_s);
}

void TestImportSource::offersWhatTheFormatHas()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    const auto offers = [&dialog](const char *name) { return find(dialog, name)->isVisible(); };
    dialog.setSource(fileSource(dataFile(u"tags.jsonl"_s)));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(offers("encodingChoice") && !offers("delimiterChoice") && !offers("sheetChoice"));
    auto *format = find<QComboBox>(dialog, "formatChoice");
    format->setCurrentText(u"CSV"_s);
    QVERIFY(offers("encodingChoice") && offers("delimiterChoice") && !offers("sheetChoice"));
    format->setCurrentText(u"Excel workbook (XLSX)"_s);
    QVERIFY(!offers("encodingChoice") && !offers("delimiterChoice") && offers("sheetChoice"));
    QTRY_VERIFY(!message(dialog, "message").isEmpty());
    QVERIFY(!isReady(dialog));
}

void TestImportSource::proposesTheEndingOfRejects()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    const QList<std::pair<QString, QString>> cases{
        {dataFile(u"tags.csv"_s), u"rejected.csv"_s},
        {dataFile(u"tags.jsonl"_s), u"rejected.jsonl"_s},
        {QStringLiteral(TAGSMITH_TEST_DATA "/xlsx/openpyxl.xlsx"), u"rejected.xlsx"_s},
        {QStringLiteral(TAGSMITH_TEST_DATA "/transfer/five.tsv"), u"rejected.tsv"_s},
    };
    for (const auto &[path, suggestion] : cases) {
        dialog.setSource(fileSource(path));
        QTRY_VERIFY(preview(dialog)->rowCount() > 0);
        click(dialog, "rejectsButton");
        QCOMPARE(prompts().suggestions.back(), suggestion);
        dialog.setSource({});
        QCOMPARE(preview(dialog)->rowCount(), 0);
    }
}

void TestImportSource::saysWhatIsWrongWithAFile()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    typePath(dialog, u"/nowhere/tags.csv"_s);
    QTRY_VERIFY(message(dialog, "message").contains(u"/nowhere/tags.csv"_s));
    QVERIFY(!isReady(dialog));

    QFile empty(folder().filePath(u"empty.csv"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    prompts().filesToOpen.push_back(empty.fileName());
    click(dialog, "chooseButton");
    QTRY_VERIFY(message(dialog, "message").contains(u"empty"_s));
    QVERIFY(!isReady(dialog));
    QCOMPARE(find<QLineEdit>(dialog, "pathEdit")->text(), empty.fileName());
    test::saveScreenshot(dialog, u"import-error"_s);

    prompts().filesToOpen.push_back(dataFile(u"tags.csv"_s));
    click(dialog, "chooseButton");
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(message(dialog, "message").isEmpty());
}

void TestImportSource::cancelChangesNothing()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.open();
    dialog.setSource(fileSource(bigFile()));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "importButton");
    QVERIFY(find(dialog, "progressView")->isVisible());
    QVERIFY(!isReady(dialog));
    QVERIFY(!find(dialog, "sourceBar")->isEnabled());
    QTRY_VERIFY(find<QLabel>(dialog, "progressText")->text().contains(u"records"_s));
    test::saveScreenshot(dialog, u"import-progress"_s);
    click(dialog, "cancelButton");
    QTRY_COMPARE(message(dialog, "message"), u"Cancelled; nothing was changed."_s);
    QVERIFY(!find(dialog, "progressView")->isVisible());
    QVERIFY(dialog.isVisible());
    QVERIFY(isReady(dialog));
    QCOMPARE(imported.count(), 0);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 0);
}

void TestImportSource::closingWaitsForTheAnswer()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    dialog.setSource(fileSource(bigFile()));
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "importButton");
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.close());
    QVERIFY(dialog.isVisible());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(repository().runningOperations(), 0);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 0);
}

void TestImportSource::asksBeforeReplacingAFile()
{
    const QString rejects = folder().filePath(u"precious.csv"_s);
    QFile file(rejects);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious\n");
    file.close();

    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    dialog.setSource(fileSource(dataFile(u"problems.csv"_s)));
    QTRY_VERIFY(isReady(dialog));
    find<QLineEdit>(dialog, "rejectsEdit")->setText(dataFile(u"problems.csv"_s));
    QVERIFY(!isReady(dialog));
    QVERIFY(message(dialog, "message").contains(u"replace the file"_s));

    find<QLineEdit>(dialog, "rejectsEdit")->setText(rejects);
    QVERIFY(isReady(dialog));
    click(dialog, "importButton");
    QTRY_COMPARE(prompts().questions.size(), size_t(1));
    QVERIFY(prompts().questions.front().text.contains(rejects));
    QVERIFY(!isAccountShown(dialog));

    prompts().answers.push_back(true);
    click(dialog, "importButton");
    QTRY_VERIFY(isAccountShown(dialog));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("precious"));
}

QTEST_MAIN(TestImportSource)
#include "TestImportSource.moc"
