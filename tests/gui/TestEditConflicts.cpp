// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "gui/ConflictDialog.h"
#include "gui/DeleteDialog.h"
#include "gui/MergeDialog.h"
#include "gui/RenameDialog.h"
#include "gui/TagDialog.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QTableView>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Changes that were decided on what others have changed meanwhile. */
class TestEditConflicts : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void editInACell();
    void editInACellStaysTheirs();
    void editInACellIsCancelled();
    void editInACellChangesOnceMore();
    void editOfADeletedTag();
    void theFormFieldByField();
    void theFormStaysWhenCancelled();
    void whatOthersChangedElsewhereIsKept();
    void renameInACell();
    void renameInTheDialog();
    void mergeLeavesOut();
    void mergeLooksAgain();
    void mergeIntoARenamedTag();
    void deleteLeavesOut();
    void deleteLooksAgain();
    void showsThatItTriesAgain();

private:
    /** Types @p text into a cell, without ending the edit. */
    void type(const QString &name, int column, const QString &text);
    void press(Qt::Key key) { QTest::keyClick(window().cellEditor(), key); }
    ConflictDialog *conflict() { return window().dialog<ConflictDialog>(); }
    static void apply(const ConflictDialog *dialog)
    {
        auto *box = dialog->findChild<QDialogButtonBox *>(u"buttons"_s);
        QTest::mouseClick(box->button(QDialogButtonBox::Ok), Qt::LeftButton);
    }
    static QModelIndex field(const ConflictDialog *dialog, int line, int column)
    {
        return dialog->findChild<QTableView *>(u"versionsTable"_s)->model()->index(line, column);
    }
    /** The value of @p column for the tag with the key @p id. */
    QString stored(int id, const QString &column = u"slug"_s)
    {
        return database()
            .column(u"SELECT %1 FROM tags WHERE id = %2"_s.arg(column).arg(id))
            .value(0);
    }
    bool isClosed() { return window().window->findChild<ConflictDialog *>() == nullptr; }
};

void TestEditConflicts::init()
{
    ChangeTestCase::init();
    createBlog();
    database().execute(u"ALTER TABLE tags ADD COLUMN note VARCHAR(60)"_s);
    openWindow();
    QCOMPARE(names().size(), 5);
}

void TestEditConflicts::cleanup()
{
    closeWindow();
    ChangeTestCase::cleanup();
}

void TestEditConflicts::type(const QString &name, int column, const QString &text)
{
    const auto row = static_cast<int>(names().indexOf(name));
    window().click(row, Qt::NoModifier, column);
    QTest::keyClick(window().table(), Qt::Key_F2);
    QVERIFY(window().cellEditor());
    QTest::keyClick(window().cellEditor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(window().cellEditor(), text);
}

void TestEditConflicts::editInACell()
{
    type(u"Qt"_s, 2, u"mine"_s);
    database().execute(u"UPDATE tags SET slug = 'theirs' WHERE id = 4"_s);
    press(Qt::Key_Return);
    ConflictDialog *dialog = conflict();
    QVERIFY(dialog);
    QCOMPARE(stored(4), u"theirs"_s);
    QCOMPARE(field(dialog, 1, 1).data().toString(), u"qt"_s);
    QCOMPARE(field(dialog, 1, 2).data().toString(), u"mine"_s);
    QCOMPARE(field(dialog, 1, 3).data().toString(), u"theirs"_s);
    test::saveScreenshot(*dialog, u"edit-conflict"_s);
    click(dialog, "rowYours");
    apply(dialog);
    QTRY_COMPARE(stored(4), u"mine"_s);
    QTRY_VERIFY(isClosed());
    QVERIFY(window().settle());
    QVERIFY(window().shown(2).contains(u"mine"_s));
    QVERIFY(window().prompts.errors.empty());
}

void TestEditConflicts::editInACellStaysTheirs()
{
    type(u"Qt"_s, 2, u"mine"_s);
    database().execute(u"UPDATE tags SET slug = 'theirs' WHERE id = 4"_s);
    press(Qt::Key_Return);
    QVERIFY(conflict());
    apply(conflict());
    QTRY_VERIFY(window().shown(2).contains(u"theirs"_s));
    QVERIFY(window().settle());
    QCOMPARE(stored(4), u"theirs"_s);
    // It was decided; the next edit begins with theirs.
    window().click(static_cast<int>(names().indexOf(u"Qt"_s)), Qt::NoModifier, 2);
    QTest::keyClick(window().table(), Qt::Key_F2);
    QCOMPARE(window().cellEditor()->text(), u"theirs"_s);
    press(Qt::Key_Escape);
}

void TestEditConflicts::editInACellIsCancelled()
{
    type(u"Qt"_s, 2, u"mine"_s);
    database().execute(u"UPDATE tags SET slug = 'theirs' WHERE id = 4"_s);
    press(Qt::Key_Return);
    QVERIFY(conflict());
    QTest::keyClick(conflict(), Qt::Key_Escape);
    QTRY_VERIFY(window().shown(2).contains(u"theirs"_s));
    QVERIFY(window().settle());
    QCOMPARE(stored(4), u"theirs"_s);
    // Nothing is lost: what was typed is there for the next try.
    window().click(static_cast<int>(names().indexOf(u"Qt"_s)), Qt::NoModifier, 2);
    QTest::keyClick(window().table(), Qt::Key_F2);
    QCOMPARE(window().cellEditor()->text(), u"mine"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(stored(4), u"mine"_s);
    QVERIFY(window().settle());
}

void TestEditConflicts::editInACellChangesOnceMore()
{
    type(u"Qt"_s, 2, u"mine"_s);
    database().execute(u"UPDATE tags SET slug = 'theirs' WHERE id = 4"_s);
    press(Qt::Key_Return);
    QVERIFY(conflict());
    database().execute(u"UPDATE tags SET slug = 'later' WHERE id = 4"_s);
    ConflictDialog *first = conflict();
    click(first, "rowYours");
    apply(first);
    // Seen again, with what is there by now.
    QTRY_VERIFY(conflict() && conflict() != first);
    QCOMPARE(field(conflict(), 1, 3).data().toString(), u"later"_s);
    QCOMPARE(field(conflict(), 1, 1).data().toString(), u"theirs"_s);
    QCOMPARE(stored(4), u"later"_s);
    click(conflict(), "rowYours");
    apply(conflict());
    QTRY_COMPARE(stored(4), u"mine"_s);
    QVERIFY(window().settle());
}

void TestEditConflicts::editOfADeletedTag()
{
    type(u"unused"_s, 2, u"mine"_s);
    database().execute(u"DELETE FROM tags WHERE id = 5"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(window().prompts.errors.size(), size_t(1));
    QVERIFY(window().prompts.errors[0].message.contains(u"unused"_s));
    QTRY_VERIFY(!names().contains(u"unused"_s));
    QVERIFY(isClosed());
    QVERIFY(window().settle());
}

void TestEditConflicts::theFormFieldByField()
{
    select({u"Qt"_s});
    QTest::keyClick(window().table(), Qt::Key_Return, Qt::AltModifier);
    auto *form = window().dialog<TagDialog>();
    QVERIFY(form);
    form->findChild<QLineEdit *>(u"field_slug"_s)->setText(u"mine"_s);
    form->findChild<QLineEdit *>(u"field_note"_s)->setText(u"my note"_s);
    database().execute(u"UPDATE tags SET slug = 'theirs', note = 'their note' WHERE id = 4"_s);
    auto *buttons = form->findChild<QDialogButtonBox *>(u"buttons"_s);
    QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY(conflict());
    auto *versions = conflict()->findChild<QTableView *>(u"versionsTable"_s);
    int line = 0;
    while (line < 3 && !field(conflict(), line, 0).data().toString().contains(u"note"_s))
        ++line;
    QTest::mouseClick(versions->viewport(), Qt::LeftButton, Qt::NoModifier,
                      versions->visualRect(field(conflict(), line, 2)).center());
    apply(conflict());
    QTRY_COMPARE(stored(4, u"note"_s), u"my note"_s);
    QCOMPARE(stored(4), u"theirs"_s);
    QTRY_VERIFY(!window().window->findChild<TagDialog *>());
    QVERIFY(window().settle());
}

void TestEditConflicts::theFormStaysWhenCancelled()
{
    select({u"Qt"_s});
    QTest::keyClick(window().table(), Qt::Key_Return, Qt::AltModifier);
    auto *form = window().dialog<TagDialog>();
    QVERIFY(form);
    auto *slug = form->findChild<QLineEdit *>(u"field_slug"_s);
    slug->setText(u"mine"_s);
    database().execute(u"UPDATE tags SET slug = 'theirs' WHERE id = 4"_s);
    auto *buttons = form->findChild<QDialogButtonBox *>(u"buttons"_s);
    QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QVERIFY(conflict());
    QTest::keyClick(conflict(), Qt::Key_Escape);
    QTRY_VERIFY(slug->isEnabled());
    QCOMPARE(slug->text(), u"mine"_s);
    QVERIFY(form->isVisible());
    QCOMPARE(stored(4), u"theirs"_s);
    form->reject();
    QVERIFY(window().settle());
}

void TestEditConflicts::whatOthersChangedElsewhereIsKept()
{
    // Another column of the same tag: no conflict, and nothing of it is lost.
    type(u"Qt"_s, 2, u"mine"_s);
    database().execute(u"UPDATE tags SET note = 'theirs' WHERE id = 4"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(stored(4), u"mine"_s);
    QCOMPARE(stored(4, u"note"_s), u"theirs"_s);
    QVERIFY(isClosed());
    QVERIFY(window().settle());
}

void TestEditConflicts::renameInACell()
{
    type(u"Qt"_s, 1, u"Qt 6"_s);
    database().execute(u"UPDATE tags SET name = 'Qt5' WHERE id = 4"_s);
    press(Qt::Key_Return);
    QVERIFY(conflict());
    QCOMPARE(stored(4, u"name"_s), u"Qt5"_s);
    click(conflict(), "rowYours");
    apply(conflict());
    QTRY_COMPARE(stored(4, u"name"_s), u"Qt 6"_s);
    QTRY_VERIFY(isClosed());
    QVERIFY(window().settle());
    QVERIFY(names().contains(u"Qt 6"_s));
}

void TestEditConflicts::renameInTheDialog()
{
    select({u"Qt"_s});
    window().action("renameAction")->trigger();
    auto *dialog = window().dialog<RenameDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Qt 6"_s);
    database().execute(u"UPDATE tags SET name = 'Qt5' WHERE id = 4"_s);
    click(dialog, "renameButton");
    QVERIFY(conflict());
    QVERIFY(dialog->windowTitle().contains(u"Qt5"_s));
    click(conflict(), "rowYours");
    apply(conflict());
    QTRY_COMPARE(stored(4, u"name"_s), u"Qt 6"_s);
    QTRY_VERIFY(!window().window->findChild<RenameDialog *>());
    QVERIFY(window().settle());
}

void TestEditConflicts::mergeLeavesOut()
{
    select({u"java"_s, u"Java 8"_s, u"javascript"_s});
    database().execute(u"UPDATE tags SET name = 'ECMAScript' WHERE id = 3"_s);
    window().action("mergeAction")->trigger();
    auto *dialog = window().dialog<MergeDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(preview(dialog)->state(), ChangePreview::State::Failed);
    QVERIFY2(message(dialog).contains(u"“javascript” is called “ECMAScript” by now"_s),
             qPrintable(message(dialog)));
    QVERIFY(!button(dialog, "retryButton")->isVisible());
    test::saveScreenshot(*dialog, u"merge-conflict"_s);
    click(dialog, "leaveOutButton");
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "mergeButton");
    QTRY_COMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 4);
    QCOMPARE(stored(3, u"name"_s), u"ECMAScript"_s);
    QVERIFY(window().settle());
}

void TestEditConflicts::mergeLooksAgain()
{
    select({u"java"_s, u"Java 8"_s});
    window().action("mergeAction")->trigger();
    auto *dialog = window().dialog<MergeDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isReady(dialog));
    // Between the preview and the real run.
    database().execute(u"UPDATE tags SET name = 'Java SE 8' WHERE id = 2"_s);
    click(dialog, "mergeButton");
    QTRY_COMPARE(preview(dialog)->state(), ChangePreview::State::Failed);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 5);
    QVERIFY2(!button(dialog, "leaveOutButton")->isVisible(), "it is the only source");
    click(dialog, "lookAgainButton");
    QTRY_VERIFY(isReady(dialog));
    QVERIFY2(summary(dialog).contains(u"Java SE 8"_s), qPrintable(summary(dialog)));
    click(dialog, "mergeButton");
    QTRY_COMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 4);
    QVERIFY(window().settle());
}

void TestEditConflicts::mergeIntoARenamedTag()
{
    select({u"java"_s, u"Java 8"_s});
    database().execute(u"UPDATE tags SET name = 'coffee' WHERE id = 1"_s);
    window().action("mergeAction")->trigger();
    auto *dialog = window().dialog<MergeDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(preview(dialog)->state(), ChangePreview::State::Failed);
    QVERIFY2(!button(dialog, "leaveOutButton")->isVisible(), "the target cannot be left out");
    click(dialog, "lookAgainButton");
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(dialog->target()->name, u"coffee"_s);
    dialog->reject();
    QVERIFY(window().settle());
}

void TestEditConflicts::deleteLeavesOut()
{
    select({u"Qt"_s, u"unused"_s});
    database().execute(u"UPDATE tags SET name = 'precious' WHERE id = 5"_s);
    window().action("deleteAction")->trigger();
    auto *dialog = window().dialog<DeleteDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(preview(dialog)->state(), ChangePreview::State::Failed);
    click(dialog, "leaveOutButton");
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "deleteButton");
    QTRY_VERIFY(!names().contains(u"Qt"_s));
    QCOMPARE(stored(5, u"name"_s), u"precious"_s);
    QVERIFY(window().settle());
}

void TestEditConflicts::deleteLooksAgain()
{
    select({u"unused"_s});
    database().execute(u"DELETE FROM tags WHERE id = 5"_s);
    window().action("deleteAction")->trigger();
    auto *dialog = window().dialog<DeleteDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(preview(dialog)->state(), ChangePreview::State::Failed);
    QVERIFY(message(dialog).contains(u"“unused” was deleted by others"_s));
    click(dialog, "lookAgainButton");
    QTRY_COMPARE(preview(dialog)->state(), ChangePreview::State::Idle);
    QVERIFY(!button(dialog, "deleteButton")->isEnabled());
    dialog->reject();
    QVERIFY(window().settle());
    QVERIFY(!names().contains(u"unused"_s));
}

void TestEditConflicts::showsThatItTriesAgain()
{
    // Somebody holds a lock for longer than one try waits.
    std::unique_ptr<NativeMariaDb> server;
    std::unique_ptr<NativeSqlite> file;
    const auto other = [&](const QString &sql) {
        server ? server->execute(sql) : file->execute(sql);
    };
    if (isMariaDb())
        server = std::make_unique<NativeMariaDb>(database().socket(), u"test_db"_s);
    else
        file = std::make_unique<NativeSqlite>(database().file());
    type(u"Qt"_s, 2, u"mine"_s);
    other(isMariaDb() ? u"START TRANSACTION"_s : u"BEGIN IMMEDIATE"_s);
    other(u"UPDATE tags SET note = 'theirs' WHERE id = 4"_s);
    press(Qt::Key_Return);
    constexpr int patience = 60'000;
    QTRY_VERIFY_WITH_TIMEOUT(
        window().label("activityLabel").startsWith(u"Trying again (2 of 5): "_s), patience);
    other(u"COMMIT"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stored(4), u"mine"_s, patience);
    QCOMPARE(stored(4, u"note"_s), u"theirs"_s);
    QVERIFY(window().settle());
    QVERIFY(window().prompts.errors.empty());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestEditConflicts)
#include "TestEditConflicts.moc"
