// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDialogTestCase.h"
#include "gui/SaveScreenshot.h"

#include <QComboBox>

#include <functional>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** The first page of a large file stands there while the rest is still being read. */
class TestImportFirstPage : public ImportDialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void showsItBeforeTheRestIsRead();
    void readsItAgainInAnotherEncoding();
    void keepsWhatIsChosenInBetween();
    void anotherFileIsChosenInBetween();

private:
    QString largeFile(const QByteArray &first, const QByteArray &last) const
    {
        QByteArray bytes = "tag_id,label\n" + first;
        for (int i = 0; i < 800'000; ++i)
            bytes += "tag " + QByteArray::number(i) + ",x\n";
        return writeFile(u"large.csv"_s, bytes + last);
    }
    static QString note(const ImportDialog &dialog)
    {
        return find<QLabel>(dialog, "encodingNote")->text();
    }
    static bool isReadingOn(const ImportDialog &dialog)
    {
        return note(dialog).contains(u"still reading the rest of the file…"_s);
    }
    /** Collects the note and the first name of each page that is shown. */
    static void collect(ImportDialog &dialog, QStringList &pages)
    {
        connect(preview(dialog), &QAbstractItemModel::modelReset, &dialog, [&dialog, &pages] {
            pages << note(dialog).section(u' ', 0, 1) + u": "_s +
                         preview(dialog)->index(0, 0).data().toString();
        });
    }
    /** Calls @p act as soon as another page stands there. */
    static void whenShown(ImportDialog &dialog, const std::function<void()> &act)
    {
        connect(preview(dialog), &QAbstractItemModel::modelReset, &dialog, act,
                Qt::QueuedConnection);
    }
};

void TestImportFirstPage::showsItBeforeTheRestIsRead()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    QStringList pages;
    collect(dialog, pages);
    int shown = 0;
    whenShown(dialog, [&dialog, &shown] {
        ++shown;
        QCOMPARE(preview(dialog)->rowCount(), 200);
        QCOMPARE(isReady(dialog), !isReadingOn(dialog));
        QCOMPARE(find<QAbstractButton>(dialog, "previewButton")->isEnabled(), !isReadingOn(dialog));
        if (isReadingOn(dialog))
            test::saveScreenshot(dialog, u"import-first-page"_s);
    });
    dialog.setSource(fileSource(largeFile("K\xC3\xA4se,1\n", {})));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(shown, 1); // the same page is not shown twice
    QCOMPARE(pages, QStringList(u"UTF-8 so: Käse"_s));
    QCOMPARE(note(dialog), u"All of the file is UTF-8."_s);
    QCOMPARE(preview(dialog)->rowCount(), 200);
}

void TestImportFirstPage::readsItAgainInAnotherEncoding()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    QStringList pages;
    collect(dialog, pages);
    dialog.setSource(fileSource(largeFile("K\xC3\xA4se,1\n", "Stra\xDF"
                                                             "e,2\n")));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(pages.size(), 2);
    QCOMPARE(pages.front(), u"UTF-8 so: Käse"_s);
    QVERIFY2(pages.back().startsWith(u"Guessed"_s), qPrintable(pages.back()));
    QVERIFY2(!pages.back().endsWith(u"Käse"_s), qPrintable(pages.back()));
    QVERIFY2(note(dialog).contains(u"on line 800003, is not UTF-8"_s), qPrintable(note(dialog)));
    QVERIFY(find<QComboBox>(dialog, "encodingChoice")->currentText() != "Recognised: UTF-8"_L1);
}

void TestImportFirstPage::keepsWhatIsChosenInBetween()
{
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    auto *table = find<QTableView>(dialog, "previewTable");
    whenShown(dialog, [&dialog, table] {
        find<QComboBox>(dialog, "mappingChoice1")->setCurrentIndex(0);
        table->setColumnWidth(0, 123);
        table->selectRow(7);
    });
    dialog.setSource(fileSource(largeFile({}, {})));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(find<QComboBox>(dialog, "mappingChoice1")->currentText(), u"(leave out)"_s);
    QCOMPARE(table->columnWidth(0), 123);
    QCOMPARE(table->selectionModel()->selectedRows().value(0).row(), 7);
}

void TestImportFirstPage::anotherFileIsChosenInBetween()
{
    const QString other = writeFile(u"other.csv"_s, "tag_id,label\nAda,1\n");
    ImportDialog dialog(repository(), tagSource(), prompts());
    dialog.open();
    QStringList pages;
    collect(dialog, pages);
    int shown = 0;
    whenShown(dialog, [&dialog, &shown, other] {
        if (++shown == 1)
            dialog.setSource(fileSource(other));
    });
    dialog.setSource(fileSource(largeFile({}, "Stra\xDF"
                                              "e,2\n")));
    QTRY_VERIFY(isReady(dialog));
    QTRY_COMPARE(preview(dialog)->rowCount(), 1);
    QTRY_COMPARE(repository().runningOperations(), 0);
    QCOMPARE(pages.front(), u"UTF-8 so: tag 0"_s);
    QCOMPARE(pages.back(), u"All of: Ada"_s);
    QCOMPARE(note(dialog), u"All of the file is UTF-8."_s);
    QVERIFY(isReady(dialog));
}

QTEST_MAIN(TestImportFirstPage)
#include "TestImportFirstPage.moc"
