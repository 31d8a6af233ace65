// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "gui/HistoryDialog.h"
#include "gui/ImportDialog.h"
#include "gui/MergeDialog.h"
#include "gui/TagDialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QTemporaryDir>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The question for the journal, in a window on a database that has none. */
class TestJournalConsent : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void makesTheTablesAndGoesOn();
    void worksWithoutUndo();
    void cancelChangesNothing();
    void asksForAMergeToo();
    void asksForAnImportToo();
    void asksAgainWhenTheTablesHaveGone();
    void offersToWorkWithoutWhereTheyCannotBeMade();
    void theHistoryMakesThemLater();
    void anOwnFileHasThemFromTheStart();

private:
    void undoByKey()
    {
        QTRY_VERIFY(window().action("undoAction")->isEnabled());
        window().window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window().window.get()));
        QTest::keyClick(window().window.get(), Qt::Key_Z, Qt::ControlModifier);
    }
    void submitNewTag(const QString &name);
    bool hasJournal()
    {
        return answerOf(window().repository.journalState(database().profile())).exists;
    }
    JournalState answerOf(const Pending<JournalState> &pending) const
    {
        QFuture<Result<JournalState>> future = pending.future;
        future.waitForFinished();
        return future.resultAt(0) ? *future.resultAt(0) : JournalState();
    }
    bool isNoticeShown() { return window().child<QLabel>("journalNotice")->isVisible(); }
};

void TestJournalConsent::init()
{
    DatabaseTestCase::init();
    createBlog();
    numberNewTags();
    makeWindow();
    QVERIFY(window().openAsItIs(database().profile()));
    QTRY_COMPARE(names().size(), 5);
    QVERIFY(!hasJournal());
}

void TestJournalConsent::cleanup()
{
    closeWindow();
    DatabaseTestCase::cleanup();
}

void TestJournalConsent::submitNewTag(const QString &name)
{
    window().action("addAction")->trigger();
    auto *dialog = window().dialog<TagDialog>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"field_name"_s), name);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"field_name"_s), Qt::Key_Return);
}

void TestJournalConsent::makesTheTablesAndGoesOn()
{
    window().prompts.choices = {0};
    submitNewTag(u"Rust"_s);
    QTRY_VERIFY(names().contains(u"Rust"_s));
    QCOMPARE(window().prompts.shownChoices.size(), size_t(1));
    const Choice &choice = window().prompts.shownChoices[0];
    for (const QString &table :
         {u"tagsmith_operation"_s, u"tagsmith_change"_s, u"tagsmith_setting"_s})
        QVERIFY(choice.text.contains(table));
    QCOMPARE(choice.labels.size(), 2);
    QVERIFY(hasJournal());
    QTRY_VERIFY(window().action("undoAction")->isEnabled());
    QVERIFY(!isNoticeShown());
    QVERIFY(window().settle());

    QTRY_VERIFY(!window().window->findChild<TagDialog *>());
    submitNewTag(u"Go"_s);
    QTRY_VERIFY(names().contains(u"Go"_s));
    QCOMPARE(window().prompts.shownChoices.size(), size_t(1));
    QVERIFY(window().settle());
    undoByKey();
    QTRY_VERIFY(!names().contains(u"Go"_s));
    QVERIFY(window().settle());
}

void TestJournalConsent::worksWithoutUndo()
{
    QVERIFY(!isNoticeShown());
    window().prompts.choices = {1};
    submitNewTag(u"Rust"_s);
    QTRY_VERIFY(names().contains(u"Rust"_s));
    QVERIFY(!hasJournal());
    QVERIFY(isNoticeShown());
    QVERIFY(window().settle());
    QVERIFY(!window().action("undoAction")->isEnabled());
    test::saveScreenshot(*window().window, u"without-undo"_s);

    // The answer holds, and a dialog that shows a change says what it means.
    select({u"java"_s, u"Java 8"_s});
    window().action("mergeAction")->trigger();
    auto *dialog = window().dialog<MergeDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isReady(dialog));
    const QLabel *warnings =
        dialog->findChild<QWidget *>(u"warnings"_s)->findChild<QLabel *>(u"messageText"_s);
    QVERIFY2(warnings->text().contains(u"cannot be undone"_s), qPrintable(warnings->text()));
    click(dialog, "mergeButton");
    QTRY_VERIFY(!names().contains(u"Java 8"_s));
    QCOMPARE(window().prompts.shownChoices.size(), size_t(1));
    QVERIFY(window().settle());
}

void TestJournalConsent::cancelChangesNothing()
{
    submitNewTag(u"Rust"_s); // and nobody agrees
    QTRY_COMPARE(window().prompts.shownChoices.size(), size_t(1));
    auto *dialog = window().dialog<TagDialog>();
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>(u"field_name"_s);
    QTRY_VERIFY(name->isEnabled());
    QVERIFY(window().settle());
    QVERIFY(window().prompts.errors.empty());
    QCOMPARE(name->text(), u"Rust"_s);
    QVERIFY(!hasJournal());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 5);

    window().prompts.choices = {0};
    auto *box = dialog->findChild<QDialogButtonBox *>(u"buttons"_s);
    QTest::mouseClick(box->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_VERIFY(names().contains(u"Rust"_s));
    QCOMPARE(window().prompts.shownChoices.size(), size_t(2));
    QVERIFY(window().settle());
}

void TestJournalConsent::asksForAMergeToo()
{
    select({u"java"_s, u"Java 8"_s});
    window().action("mergeAction")->trigger();
    auto *dialog = window().dialog<MergeDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(window().prompts.shownChoices.empty()); // looking needs no consent
    click(dialog, "mergeButton");
    QTRY_COMPARE(window().prompts.shownChoices.size(), size_t(1));
    QTRY_COMPARE(preview(dialog)->state(), ChangePreview::State::Failed);
    QVERIFY(names().contains(u"Java 8"_s));

    click(dialog, "retryButton");
    QTRY_VERIFY(isReady(dialog));
    window().prompts.choices = {0};
    click(dialog, "mergeButton");
    QTRY_VERIFY(!names().contains(u"Java 8"_s));
    QVERIFY(window().settle());
    QTRY_VERIFY(window().action("undoAction")->isEnabled());
    undoByKey();
    QTRY_VERIFY(names().contains(u"Java 8"_s));
    QVERIFY(taggings().contains(u"20-2"_s));
    QVERIFY(window().settle());
}

void TestJournalConsent::asksForAnImportToo()
{
    QGuiApplication::clipboard()->setText(u"Rust\nGo\n"_s);
    window().action("pasteAction")->trigger();
    auto *dialog = window().dialog<ImportDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(button(dialog, "importButton")->isEnabled());
    window().prompts.choices = {0};
    click(dialog, "importButton");
    QTRY_VERIFY(names().contains(u"Go"_s));
    QCOMPARE(window().prompts.shownChoices.size(), size_t(1));
    QVERIFY(hasJournal());
    dialog->close();
    QTRY_VERIFY(window().action("undoAction")->isEnabled());
    QVERIFY(window().settle());
}

void TestJournalConsent::asksAgainWhenTheTablesHaveGone()
{
    window().prompts.choices = {0};
    submitNewTag(u"Rust"_s);
    QTRY_VERIFY(names().contains(u"Rust"_s));
    QTRY_VERIFY(window().action("undoAction")->isEnabled());
    QVERIFY(window().settle());
    for (const char *table : {"tagsmith_operation", "tagsmith_change", "tagsmith_setting"})
        database().execute(u"DROP TABLE "_s + QString::fromLatin1(table));

    window().prompts.choices = {0};
    QTRY_VERIFY(!window().window->findChild<TagDialog *>());
    submitNewTag(u"Go"_s);
    QTRY_VERIFY(names().contains(u"Go"_s));
    QCOMPARE(window().prompts.shownChoices.size(), size_t(2));
    QVERIFY(hasJournal());
    QVERIFY(window().settle());
}

void TestJournalConsent::offersToWorkWithoutWhereTheyCannotBeMade()
{
    // A newer Tagsmith has begun to make them.
    database().execute(u"CREATE TABLE tagsmith_setting (name VARCHAR(64) NOT NULL PRIMARY KEY, "
                       "value VARCHAR(255) NOT NULL)"_s);
    database().execute(u"INSERT INTO tagsmith_setting VALUES ('version', '99')"_s);
    window().prompts.choices = {0, 0};
    submitNewTag(u"Rust"_s);
    QTRY_VERIFY(names().contains(u"Rust"_s));
    QCOMPARE(window().prompts.shownChoices.size(), size_t(2));
    QVERIFY(!window().prompts.shownChoices[1].text.isEmpty());
    QCOMPARE(window().prompts.shownChoices[1].labels.size(), 1);
    QVERIFY(isNoticeShown());
    QVERIFY(window().settle());
}

void TestJournalConsent::theHistoryMakesThemLater()
{
    window().prompts.choices = {1};
    submitNewTag(u"Rust"_s);
    QTRY_VERIFY(names().contains(u"Rust"_s));
    QVERIFY(isNoticeShown());
    QTRY_VERIFY(!window().window->findChild<TagDialog *>());
    window().action("historyAction")->trigger();
    auto *history = window().dialog<HistoryDialog>();
    QVERIFY(history);
    auto *make = history->findChild<QPushButton *>(u"makeButton"_s);
    QTRY_VERIFY(make->isVisible());
    test::saveScreenshot(*history, u"history-without-journal"_s);
    QTest::mouseClick(make, Qt::LeftButton);
    QTRY_VERIFY(hasJournal());
    QTRY_VERIFY(!isNoticeShown());
    QTRY_VERIFY(!make->isVisible());
    QVERIFY(window().settle());
}

void TestJournalConsent::anOwnFileHasThemFromTheStart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.sqlite"_s);
    window().prompts.filesToSave = {path};
    window().action("newFileAction")->trigger();
    QTRY_COMPARE(window().page(), u"emptyPage"_s);
    QVERIFY(window().settle());
    Profile profile;
    profile.path = path;
    QVERIFY(answerOf(window().repository.journalState(profile)).exists);
    window().action("addAction")->trigger();
    auto *dialog = window().dialog<TagDialog>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>(u"field_tag_id"_s);
    QTest::keyClicks(field, u"first"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(window().shown(), QStringList{u"first"_s});
    QVERIFY(window().prompts.shownChoices.empty());
    QVERIFY(window().settle());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestJournalConsent)
#include "TestJournalConsent.moc"
