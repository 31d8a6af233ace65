// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "gui/ConflictDialog.h"

#include <QDialogButtonBox>
#include <QScrollBar>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Undo and redo by key, in the window. */
class TestUndoCommands : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingToUndoAtFirst();
    void undoesAndRedoesByKey();
    void keepsSelectionAndScroll();
    void aNameThatIsTheKeyStaysSelected();
    void editorsKeepTheirOwnUndo();
    void theLastOneGoesFirst();
    void conflictIsShownAndSkipped();
    void conflictIsResolved();
    void readOnlySaysWhy();

private:
    QAction *undo() { return window().action("undoAction"); }
    QAction *redo() { return window().action("redoAction"); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(window().window.get(), key, modifiers);
    }
    void renameByHand(const QString &from, const QString &to);
    ConflictDialog *undoIntoConflict();
    QString nameOf(int id)
    {
        return database().column(u"SELECT name FROM tags WHERE id = %1"_s.arg(id)).value(0);
    }
};

void TestUndoCommands::init()
{
    DatabaseTestCase::init();
    createBlog();
    openWindow();
    QTRY_COMPARE(names().size(), 5);
}

void TestUndoCommands::cleanup()
{
    closeWindow();
    DatabaseTestCase::cleanup();
}

void TestUndoCommands::renameByHand(const QString &from, const QString &to)
{
    QTableView *table = window().table();
    const QModelIndex cell =
        table->model()->index(static_cast<int>(names().indexOf(from)), nameColumn());
    // Rows that have just arrived are laid out later; until then there is nothing to scroll.
    QTRY_VERIFY(
        (table->scrollTo(cell), table->viewport()->rect().contains(table->visualRect(cell))));
    select({from});
    QTest::keyClick(window().table(), Qt::Key_F2);
    QTRY_VERIFY(window().cellEditor());
    QLineEdit *editor = window().cellEditor();
    editor->selectAll();
    QTest::keyClicks(editor, to);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(names().contains(to));
    QVERIFY(window().settle());
    QTRY_VERIFY(undo()->isEnabled());
}

void TestUndoCommands::nothingToUndoAtFirst()
{
    QVERIFY(!undo()->isEnabled());
    QVERIFY(!redo()->isEnabled());
    QCOMPARE(undo()->text(), u"&Undo"_s);
    QCOMPARE(redo()->text(), u"&Redo"_s);
}

void TestUndoCommands::undoesAndRedoesByKey()
{
    renameByHand(u"Qt"_s, u"Qt & QML"_s);
    QVERIFY2(undo()->text().contains(u"Qt && QML"_s), qPrintable(undo()->text()));
    QVERIFY(!redo()->isEnabled());

    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(nameOf(4), u"Qt"_s);
    QTRY_VERIFY(names().contains(u"Qt"_s));
    QTRY_VERIFY(redo()->isEnabled());
    QVERIFY(!undo()->isEnabled());
    QVERIFY2(redo()->text().contains(u"Qt && QML"_s), qPrintable(redo()->text()));
    QVERIFY(window().child<StatusLine>("statusLine")->currentMessage().contains(u"Qt & QML"_s));

    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(nameOf(4), u"Qt & QML"_s);
    QTRY_VERIFY(names().contains(u"Qt & QML"_s));
    QTRY_VERIFY(undo()->isEnabled());
    QTRY_VERIFY(!redo()->isEnabled());
    QVERIFY(window().prompts.errors.empty());
}

void TestUndoCommands::keepsSelectionAndScroll()
{
    QStringList rows;
    for (int id = 100; id < 400; ++id)
        rows << u"(%1, 'tag %1', NULL)"_s.arg(id);
    database().execute(u"INSERT INTO tags VALUES "_s + rows.join(u", "_s));
    window().action("refreshAction")->trigger();
    QTRY_COMPARE(names().size(), 305);
    renameByHand(u"tag 390"_s, u"tag three hundred and ninety"_s);
    select({u"tag 388"_s, u"tag 391"_s});
    const int scrolled = window().table()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);

    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(names().contains(u"tag 390"_s));
    QVERIFY(window().settle());
    QCOMPARE(window().table()->verticalScrollBar()->value(), scrolled);
    QCOMPARE(window().table()->selectedRowCount(), 2);
    for (const int row : window().table()->selectedRowNumbers())
        QVERIFY(names().at(row) == u"tag 388"_s || names().at(row) == u"tag 391"_s);
}

void TestUndoCommands::aNameThatIsTheKeyStaysSelected()
{
    closeWindow();
    database().build();
    database().createMinimalTable();
    database().insertTags({u"Qt"_s, u"Rust"_s});
    openWindow();
    QTRY_COMPARE(names().size(), 2);
    renameByHand(u"Qt"_s, u"Zig"_s);
    select({u"Zig"_s});
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(names().contains(u"Qt"_s));
    QVERIFY(window().settle());
    QCOMPARE(window().table()->selectedRowNumbers(),
             std::vector<int>{static_cast<int>(names().indexOf(u"Qt"_s))});
}

void TestUndoCommands::editorsKeepTheirOwnUndo()
{
    renameByHand(u"Qt"_s, u"Qt6"_s);
    window().filter()->setFocus();
    QTest::keyClicks(window().filter(), u"jav"_s);
    QTRY_COMPARE(names().size(), 3);
    QTest::keyClick(window().filter(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(window().filter()->text(), QString());
    QVERIFY(window().settle());
    QTRY_COMPARE(names().size(), 5);
    QCOMPARE(nameOf(4), u"Qt6"_s);
    // With nothing left to take back in the field, the database is not what comes next.
    QTest::keyClick(window().filter(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window().settle());
    QCOMPARE(nameOf(4), u"Qt6"_s);

    select({u"Qt6"_s});
    QTest::keyClick(window().table(), Qt::Key_F2);
    QTRY_VERIFY(window().cellEditor());
    QTest::keyClicks(window().cellEditor(), u"abc"_s);
    QTest::keyClick(window().cellEditor(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(window().cellEditor(), Qt::Key_Escape);
    QVERIFY(window().settle());
    QCOMPARE(nameOf(4), u"Qt6"_s);
}

void TestUndoCommands::theLastOneGoesFirst()
{
    renameByHand(u"Qt"_s, u"Qt6"_s);
    renameByHand(u"java"_s, u"Java"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(names().contains(u"java"_s));
    QVERIFY(names().contains(u"Qt6"_s));
    QTRY_VERIFY(undo()->isEnabled());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(names().contains(u"Qt"_s));
    QTRY_VERIFY(redo()->isEnabled());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(names().contains(u"Qt6"_s));
    QVERIFY(names().contains(u"java"_s));
    QVERIFY(window().settle());
}

/** Somebody else renames the tag after us; what the undo would put back is shown. */
ConflictDialog *TestUndoCommands::undoIntoConflict()
{
    renameByHand(u"Qt"_s, u"Qt6"_s);
    database().execute(u"UPDATE tags SET name = 'Qt 7' WHERE id = 4"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    return window().dialog<ConflictDialog>();
}

void TestUndoCommands::conflictIsShownAndSkipped()
{
    ConflictDialog *dialog = undoIntoConflict();
    QVERIFY(dialog);
    QCOMPARE(nameOf(4), u"Qt 7"_s);
    test::saveScreenshot(*dialog, u"undo-conflict"_s);
    click(dialog, "rowSkip");
    auto *box = dialog->findChild<QDialogButtonBox *>(u"buttons"_s);
    QTest::mouseClick(box->button(QDialogButtonBox::Ok), Qt::LeftButton);
    // Its only row is left alone: the operation is not marked as undone for nothing.
    QTRY_COMPARE(window().prompts.errors.size(), size_t(1));
    QVERIFY2(window().prompts.errors[0].message.contains(u"nothing is left to undo"_s),
             qPrintable(window().prompts.errors[0].message));
    QVERIFY(window().settle());
    QCOMPARE(nameOf(4), u"Qt 7"_s);
    QTRY_VERIFY(undo()->isEnabled());
}

void TestUndoCommands::conflictIsResolved()
{
    ConflictDialog *dialog = undoIntoConflict();
    QVERIFY(dialog);
    click(dialog, "rowYours");
    auto *box = dialog->findChild<QDialogButtonBox *>(u"buttons"_s);
    QTest::mouseClick(box->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_COMPARE(nameOf(4), u"Qt"_s);
    QTRY_VERIFY(names().contains(u"Qt"_s));
    QVERIFY(window().settle());
    QVERIFY(window().prompts.errors.empty());
    QVERIFY(window().prompts.informations.empty());
}

void TestUndoCommands::readOnlySaysWhy()
{
    renameByHand(u"Qt"_s, u"Qt6"_s);
    QAction *readOnly = window().action("readOnlyAction");
    readOnly->trigger();
    QTRY_VERIFY(window().window->windowTitle().contains(u"[read-only]"_s));
    QVERIFY(window().settle());
    QTRY_COMPARE(names().size(), 5);
    QVERIFY(readOnly->isChecked());
    select({u"java"_s});
    for (const char *name : {"undoAction", "addAction", "editDetailsAction", "renameAction",
                             "mergeAction", "deleteAction", "importAction", "pasteAction"}) {
        QVERIFY2(!window().action(name)->isEnabled(), name);
        QVERIFY2(window().action(name)->toolTip().contains(u"read-only"_s), name);
    }
    QTest::keyClick(window().table(), Qt::Key_F2);
    QVERIFY(!window().cellEditor());

    readOnly->trigger();
    QTRY_VERIFY(!window().window->windowTitle().contains(u"[read-only]"_s));
    QTRY_VERIFY(undo()->isEnabled());
    QVERIFY(window().settle());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestUndoCommands)
#include "TestUndoCommands.moc"
