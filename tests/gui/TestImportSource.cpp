// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialogTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGuiApplication>
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
    void readsAnotherEncoding();
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
    two.setUrls({QUrl::fromLocalFile(u"/a.csv"_s), QUrl::fromLocalFile(u"/b.csv"_s)});
    QVERIFY(!drop(two));
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
