// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DialogTestCase.h"
#include "gui/ExportDialog.h"
#include "gui/SaveScreenshot.h"
#include "support/MakeSnapshot.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestExportDialog : public DialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void exportsAllShownOrSelected_data();
    void exportsAllShownOrSelected();
    void presetsWhatWasMeant();
    void exportsTheChosenColumns();
    void exportsWhatWasLoaded();
    void makesCellsSafeForSpreadsheets();
    void endingFollowsTheFormat();
    void formatFollowsTheEnding();
    void asksBeforeReplacingAFile();
    void saysWhyItFailed();
    void closingWaitsForTheAnswer();

private:
    /** Four tags, of which three are shown, in another order. */
    static Arrangement arrangement()
    {
        Arrangement shown;
        shown.snapshot =
            test::makeSnapshot({test::makeColumn(u"tag_id"_s), test::makeColumn(u"label"_s)},
                               {{u"Ada"_s, u"first"_s},
                                {u"Basic"_s, std::nullopt},
                                {u"C++"_s, u"a, b"_s},
                                {u"Dart"_s, u"last"_s}});
        shown.order = {3, 2, 0};
        return shown;
    }
    static QString content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static bool isReady(const ExportDialog &dialog)
    {
        return find<QAbstractButton>(dialog, "exportButton")->isEnabled();
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestExportDialog::exportsAllShownOrSelected_data()
{
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("said");

    QTest::newRow("all") << QByteArray("allRadio") << u"&All (4)"_s
                         << u"tag_id,label\nAda,first\nBasic,\nC++,\"a, b\"\nDart,last\n"_s
                         << u"4 tags written to "_s;
    QTest::newRow("shown") << QByteArray("shownRadio") << u"S&hown, as sorted (3)"_s
                           << u"tag_id,label\nDart,last\nC++,\"a, b\"\nAda,first\n"_s
                           << u"3 tags written to "_s;
    QTest::newRow("selected") << QByteArray("selectedRadio") << u"&Selected (1)"_s
                              << u"tag_id,label\nC++,\"a, b\"\n"_s << u"1 tag written to "_s;
}

void TestExportDialog::exportsAllShownOrSelected()
{
    QFETCH(QByteArray, choice);
    QFETCH(QString, label);
    QFETCH(QString, expected);
    QFETCH(QString, said);

    ExportDialog dialog(repository(), arrangement(), {2}, prompts());
    dialog.open();
    QCOMPARE(find<QAbstractButton>(dialog, choice)->text(), label);
    QVERIFY(!isReady(dialog));
    QCOMPARE(message(dialog, "message"), u"Choose the file to write."_s);
    click(dialog, choice);
    const QString file = path(QString::fromLatin1(QTest::currentDataTag()) + u".csv"_s);
    QTest::keyClicks(find<QLineEdit>(dialog, "pathEdit"), file);
    QVERIFY(isReady(dialog));
    test::saveScreenshot(dialog, u"export"_s);
    click(dialog, "exportButton");
    QTRY_COMPARE(message(dialog, "message"), said + file);
    QCOMPARE(content(file), expected);
    test::saveScreenshot(dialog, u"export-done"_s);
    click(dialog, "closeButton");
    QVERIFY(!dialog.isVisible());
}

void TestExportDialog::presetsWhatWasMeant()
{
    const auto isChecked = [](const ExportDialog &dialog, const char *name) {
        return find<QAbstractButton>(dialog, name)->isChecked();
    };
    const ExportDialog some(repository(), arrangement(), {1, 2}, prompts());
    QVERIFY(isChecked(some, "selectedRadio"));
    const ExportDialog filtered(repository(), arrangement(), {1}, prompts());
    QVERIFY(isChecked(filtered, "shownRadio"));
    Arrangement whole = arrangement();
    whole.order = {0, 1, 2, 3};
    const ExportDialog all(repository(), whole, {}, prompts());
    QVERIFY(isChecked(all, "allRadio"));
    QVERIFY(!find<QAbstractButton>(all, "selectedRadio")->isEnabled());
}

void TestExportDialog::exportsTheChosenColumns()
{
    ExportDialog dialog(repository(), arrangement(), {0, 1}, prompts());
    dialog.open();
    prompts().filesToSave.push_back(path(u"chosen.csv"_s));
    click(dialog, "chooseButton");
    QTRY_VERIFY(isReady(dialog));
    auto *columns = find<QListWidget>(dialog, "columnList");
    columns->setCurrentRow(0);
    QTest::keyClick(columns, Qt::Key_Space);
    columns->setCurrentRow(1);
    QTest::keyClick(columns, Qt::Key_Space);
    QVERIFY(!isReady(dialog));
    QCOMPARE(message(dialog, "message"), u"Choose at least one column."_s);
    QTest::keyClick(columns, Qt::Key_Space);
    QVERIFY(isReady(dialog));
    click(dialog, "exportButton");
    QTRY_VERIFY(message(dialog, "message").startsWith(u"2 tags"_s));
    QCOMPARE(content(path(u"chosen.csv"_s)), u"label\nfirst\n\n"_s);
}

void TestExportDialog::exportsWhatWasLoaded()
{
    const TagSource source = tagSource();
    database().insertTags({u"Python"_s, u"FastAPI"_s, u"résumé"_s});
    Arrangement loaded;
    loaded.snapshot = *answerOf(repository().load(source));
    for (int i = 0; i < loaded.snapshot->rowCount(); ++i)
        loaded.order.push_back(static_cast<std::uint32_t>(i));
    ExportDialog dialog(repository(), loaded, {}, prompts());
    dialog.open();
    find<QComboBox>(dialog, "formatChoice")->setCurrentText(u"Plain lines"_s);
    QTest::keyClicks(find<QLineEdit>(dialog, "pathEdit"), path(u"loaded.txt"_s));
    QTest::keyClick(find<QLineEdit>(dialog, "pathEdit"), Qt::Key_Return);
    QTRY_VERIFY(message(dialog, "message").startsWith(u"3 tags written"_s));
    QStringList lines = content(path(u"loaded.txt"_s)).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    QCOMPARE(lines, QStringList({u"FastAPI"_s, u"Python"_s, u"résumé"_s}));
}

void TestExportDialog::makesCellsSafeForSpreadsheets()
{
    Arrangement formula;
    formula.snapshot =
        test::makeSnapshot({test::makeColumn(u"tag_id"_s)}, {{u"=1+1"_s}, {u"plain"_s}});
    formula.order = {0, 1};
    ExportDialog dialog(repository(), formula, {}, prompts());
    dialog.open();
    auto *safe = find<QAbstractButton>(dialog, "safeCheck");
    QVERIFY(!safe->isChecked());
    QTest::keyClicks(find<QLineEdit>(dialog, "pathEdit"), path(u"safe.csv"_s));
    click(dialog, "exportButton");
    QTRY_VERIFY(message(dialog, "message").startsWith(u"2 tags"_s));
    QCOMPARE(content(path(u"safe.csv"_s)), u"tag_id\n=1+1\nplain\n"_s);

    auto *format = find<QComboBox>(dialog, "formatChoice");
    format->setCurrentText(u"TSV"_s);
    click(dialog, "safeCheck");
    click(dialog, "exportButton");
    QTRY_VERIFY(message(dialog, "message").endsWith(u"safe.tsv"_s));
    QCOMPARE(content(path(u"safe.tsv"_s)), u"'tag_id\n'=1+1\nplain\n"_s);

    format->setCurrentText(u"JSON Lines"_s);
    QVERIFY(!safe->isEnabled());
    click(dialog, "exportButton");
    QTRY_VERIFY(message(dialog, "message").endsWith(u"safe.jsonl"_s));
    QCOMPARE(content(path(u"safe.jsonl"_s)), u"{\"tag_id\":\"=1+1\"}\n{\"tag_id\":\"plain\"}\n"_s);
}

void TestExportDialog::endingFollowsTheFormat()
{
    ExportDialog dialog(repository(), arrangement(), {}, prompts());
    dialog.open();
    auto *format = find<QComboBox>(dialog, "formatChoice");
    auto *edit = find<QLineEdit>(dialog, "pathEdit");
    edit->setText(u"/home/a/tags.csv"_s);
    format->setCurrentText(u"JSON Lines"_s);
    QCOMPARE(edit->text(), u"/home/a/tags.jsonl"_s);
    format->setCurrentText(u"Plain lines"_s);
    QCOMPARE(edit->text(), u"/home/a/tags.txt"_s);
    QVERIFY(!find(dialog, "columnList")->isEnabled());
    QVERIFY(find(dialog, "columnsNote")->isVisible());
    edit->setText(u"/home/a/tags.list"_s);
    format->setCurrentText(u"JSON"_s);
    QCOMPARE(edit->text(), u"/home/a/tags.list"_s);
    QVERIFY(find(dialog, "columnList")->isEnabled());
}

void TestExportDialog::formatFollowsTheEnding()
{
    ExportDialog dialog(repository(), arrangement(), {}, prompts());
    dialog.open();
    auto *edit = find<QLineEdit>(dialog, "pathEdit");
    const auto *formats = find<QComboBox>(dialog, "formatChoice");
    edit->setFocus();
    QTest::keyClicks(edit, path(u"tags.jsonl"_s));
    QCOMPARE(edit->text(), path(u"tags.jsonl"_s));
    QCOMPARE(formats->currentData().toString(), u"jsonl"_s);
    edit->setText(path(u"tags.xlsx"_s));
    QCOMPARE(formats->currentData().toString(), u"xlsx"_s);
    edit->setText(path(u"tags.csv"_s));
    edit->setText(path(u"tags.txt"_s)); // which may hold anything
    QCOMPARE(formats->currentData().toString(), u"csv"_s);
}

void TestExportDialog::asksBeforeReplacingAFile()
{
    const QString file = path(u"precious.csv"_s);
    QFile precious(file);
    QVERIFY(precious.open(QIODevice::WriteOnly));
    precious.write("precious");
    precious.close();

    ExportDialog dialog(repository(), arrangement(), {}, prompts());
    dialog.open();
    QTest::keyClicks(find<QLineEdit>(dialog, "pathEdit"), file);
    click(dialog, "exportButton");
    QTRY_COMPARE(prompts().questions.size(), size_t(1));
    QVERIFY(prompts().questions.front().isDestructive);
    QCOMPARE(content(file), u"precious"_s);

    prompts().answers.push_back(true);
    click(dialog, "exportButton");
    QTRY_VERIFY(message(dialog, "message").contains(u"written"_s));
    QVERIFY(content(file).startsWith(u"tag_id"_s));
}

void TestExportDialog::saysWhyItFailed()
{
    ExportDialog dialog(repository(), arrangement(), {}, prompts());
    dialog.open();
    const QString file = path(u"no such folder/tags.csv"_s);
    QTest::keyClicks(find<QLineEdit>(dialog, "pathEdit"), file);
    click(dialog, "exportButton");
    QTRY_VERIFY(message(dialog, "message").contains(u"no such folder"_s));
    QVERIFY(!message(dialog, "message").contains(u"written to"_s));
    QVERIFY(isReady(dialog));
    QCOMPARE(find<QLineEdit>(dialog, "pathEdit")->text(), file);
}

void TestExportDialog::closingWaitsForTheAnswer()
{
    ExportDialog dialog(repository(), arrangement(), {}, prompts());
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    QTest::keyClicks(find<QLineEdit>(dialog, "pathEdit"), path(u"closing.csv"_s));
    click(dialog, "exportButton");
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isVisible());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(repository().runningOperations(), 0);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(TestExportDialog)
#include "TestExportDialog.moc"
