// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "core/TagChange.h"
#include "gui/ConflictDialog.h"
#include "gui/HistoryDialog.h"
#include "gui/HistorySettingsDialog.h"
#include "models/HistoryModel.h"
#include "models/RowChangeModel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QSpinBox>
#include <QTableView>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The history window on a few operations, driven by mouse and keys. */
class TestHistoryDialog : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void listsTheNewestFirst();
    void showsRowsBeforeAndAfter();
    void undoesAnOlderOneWhileTheLaterStay();
    void redoesFromTheList();
    void refusedUndoChangesNothing();
    void conflictsAreToldBefore();
    void searchesTheWholeHistory();
    void copiesTheDetails();
    void followsWhatIsDoneMeanwhile();
    void keysWorkHereToo();
    void keepsForAWhile();
    void clearsOldOperations();
    void anEmptyHistorySaysSo();

private:
    /** Renames Qt, merges Java 8 into java, and deletes "unused". */
    void doThree();
    HistoryDialog *openHistory();
    HistorySettingsDialog *openSettings(HistoryDialog *history);
    static QTableView *list(const HistoryDialog *history)
    {
        return history->findChild<QTableView *>(u"historyTable"_s);
    }
    static QTableView *changes(const HistoryDialog *history)
    {
        return history->findChild<QTableView *>(u"changesTable"_s);
    }
    static QString cell(const QTableView *table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    static QStringList column(const QTableView *table, int number)
    {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            texts << cell(table, row, number);
        return texts;
    }
    static void choose(const HistoryDialog *history, int row);
    static QString preview(const HistoryDialog *history)
    {
        return history->findChild<QWidget *>(u"preview"_s)
            ->findChild<QLabel *>(u"messageText"_s)
            ->text();
    }
    template <class T>
    void finish(const Pending<T> &pending)
    {
        QVERIFY(window().settle());
        QVERIFY(pending.future.isFinished());
        QVERIFY2(pending.future.resultAt(0),
                 pending.future.resultAt(0)
                     ? ""
                     : qPrintable(pending.future.resultAt(0).error().message));
    }
    QString nameOf(int id)
    {
        return database().column(u"SELECT name FROM tags WHERE id = %1"_s.arg(id)).value(0);
    }

    TagSource m_source;
};

void TestHistoryDialog::init()
{
    DatabaseTestCase::init();
    createBlog();
    openWindow();
    QTRY_COMPARE(names().size(), 5);
    const auto opened = window().repository.open(database().profile());
    QVERIFY(window().settle());
    QVERIFY(opened.future.isFinished());
    m_source = *opened.future.resultAt(0);
}

void TestHistoryDialog::cleanup()
{
    closeWindow();
    DatabaseTestCase::cleanup();
}

void TestHistoryDialog::doThree()
{
    TagRepository &repository = window().repository;
    finish(repository.rename(m_source, {u"Qt"_s, u"Qt6"_s}));
    finish(repository.merge(m_source, {{u"Java 8"_s}, u"java"_s}));
    finish(repository.remove(m_source, {{u"unused"_s}}));
    window().action("refreshAction")->trigger();
    QTRY_COMPARE(names().size(), 3);
    QVERIFY(window().settle());
}

HistoryDialog *TestHistoryDialog::openHistory()
{
    QTest::keyClick(window().window.get(), Qt::Key_H, Qt::ControlModifier);
    auto *history = window().dialog<HistoryDialog>();
    if (!history)
        return nullptr;
    const auto *model = qobject_cast<HistoryModel *>(list(history)->model());
    return QTest::qWaitFor([model] { return !model->isLoading(); }) && window().settle() ? history
                                                                                         : nullptr;
}

void TestHistoryDialog::choose(const HistoryDialog *history, int row)
{
    QTableView *table = list(history);
    const QRect place = table->visualRect(table->model()->index(row, HistoryModel::What));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier, place.center());
    QTRY_VERIFY(button(history, "copyButton")->isEnabled());
}

void TestHistoryDialog::listsTheNewestFirst()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    QVERIFY(!history->isModal());
    const QStringList what = column(list(history), HistoryModel::What);
    QCOMPARE(what.size(), 3);
    QVERIFY(what[0].contains(u"unused"_s));
    QVERIFY(what[1].contains(u"Java 8"_s));
    QVERIFY(what[2].contains(u"Qt6"_s));
    QVERIFY(cell(list(history), 0, HistoryModel::When).contains(u"Today"_s));
    QVERIFY(!cell(list(history), 0, HistoryModel::Who).isEmpty());
    QCOMPARE(cell(list(history), 2, HistoryModel::Rows), u"1"_s);
    // The newest is chosen, with its rows.
    QTRY_VERIFY(changes(history)->model()->rowCount() > 0);
}

void TestHistoryDialog::showsRowsBeforeAndAfter()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    choose(history, 2);
    const QTableView *table = changes(history);
    QTRY_COMPARE(column(table, RowChangeModel::Change), QStringList{u"Changed"_s});
    QCOMPARE(cell(table, 0, RowChangeModel::Table), u"tags"_s);
    QCOMPARE(cell(table, 0, RowChangeModel::Key), u"id 4"_s);
    QCOMPARE(cell(table, 0, RowChangeModel::Field), u"name"_s);
    QCOMPARE(cell(table, 0, RowChangeModel::Before), u"Qt"_s);
    QCOMPARE(cell(table, 0, RowChangeModel::After), u"Qt6"_s);

    choose(history, 0);
    QTRY_COMPARE(cell(table, 0, RowChangeModel::Change), u"Deleted"_s);
    QCOMPARE(column(table, RowChangeModel::Field), QStringList({u"id"_s, u"name"_s, u"slug"_s}));
    QCOMPARE(column(table, RowChangeModel::Before),
             QStringList({u"5"_s, u"unused"_s, u"unused"_s}));
    QCOMPARE(cell(table, 0, RowChangeModel::After), u"—"_s);
    choose(history, 1);
    QTRY_VERIFY(column(table, RowChangeModel::Table).contains(u"taggings"_s));
    test::saveScreenshot(*window().dialog<HistoryDialog>(), u"history"_s);
}

void TestHistoryDialog::undoesAnOlderOneWhileTheLaterStay()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    choose(history, 2);
    window().prompts.answers = {true};
    click(history, "undoButton");
    QTRY_COMPARE(nameOf(4), u"Qt"_s);
    QCOMPARE(window().prompts.questions.size(), size_t(1));
    QVERIFY2(window().prompts.questions[0].detail.contains(u"One row"_s),
             qPrintable(window().prompts.questions[0].detail));
    QTRY_VERIFY(names().contains(u"Qt"_s));
    QVERIFY(!names().contains(u"Java 8"_s));
    QVERIFY(!names().contains(u"unused"_s));

    // The undo stands in the history, and what was undone is still the chosen one.
    QTRY_COMPARE(list(history)->model()->rowCount(), 4);
    QVERIFY(window().settle());
    QTRY_VERIFY(cell(list(history), 3, HistoryModel::State).contains(u"Undone"_s));
    QVERIFY(cell(list(history), 0, HistoryModel::State).contains(u"Undoes #"_s));
    QCOMPARE(list(history)->selectionModel()->selectedRows().value(0).row(), 3);
    QVERIFY(!button(history, "undoButton")->isEnabled());
    QVERIFY(button(history, "undoButton")->toolTip().contains(u"already"_s));
}

void TestHistoryDialog::redoesFromTheList()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    choose(history, 1);
    window().prompts.answers = {true};
    click(history, "undoButton");
    QTRY_VERIFY(taggings().contains(u"20-2"_s));
    QTRY_COMPARE(list(history)->model()->rowCount(), 4);
    QVERIFY(window().settle());
    choose(history, 0);
    QTRY_COMPARE(button(history, "undoButton")->text(), u"&Redo this…"_s);
    QTRY_VERIFY(button(history, "undoButton")->isEnabled());
    window().prompts.answers = {true};
    click(history, "undoButton");
    QTRY_VERIFY(taggings().contains(u"20-1"_s));
    QVERIFY(!taggings().contains(u"20-2"_s));
    QTRY_COMPARE(list(history)->model()->rowCount(), 5);
    QVERIFY(window().settle());
}

void TestHistoryDialog::refusedUndoChangesNothing()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    choose(history, 2);
    window().prompts.answers = {false};
    click(history, "undoButton");
    QTRY_COMPARE(window().prompts.questions.size(), size_t(1));
    QVERIFY(window().settle());
    QCOMPARE(nameOf(4), u"Qt6"_s);
    QTRY_VERIFY(button(history, "undoButton")->isEnabled());
    QCOMPARE(list(history)->model()->rowCount(), 3);
}

void TestHistoryDialog::conflictsAreToldBefore()
{
    doThree();
    database().execute(u"UPDATE tags SET name = 'Qt 7' WHERE id = 4"_s);
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    choose(history, 2);
    window().prompts.answers = {true};
    click(history, "undoButton");
    QTRY_COMPARE(window().prompts.questions.size(), size_t(1));
    QVERIFY2(window().prompts.questions[0].detail.contains(u"changed since"_s),
             qPrintable(window().prompts.questions[0].detail));
    QCOMPARE(nameOf(4), u"Qt 7"_s);
    auto *conflicts = window().dialog<ConflictDialog>();
    QVERIFY(conflicts);
    click(conflicts, "rowYours");
    auto *box = conflicts->findChild<QDialogButtonBox *>(u"buttons"_s);
    QTest::mouseClick(box->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_COMPARE(nameOf(4), u"Qt"_s);
    QTRY_VERIFY(names().contains(u"Qt"_s));
    QVERIFY(window().settle());
}

void TestHistoryDialog::searchesTheWholeHistory()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    auto *search = history->findChild<QLineEdit *>(u"searchEdit"_s);
    QTest::keyClicks(search, u"JAVA 8"_s);
    QTRY_COMPARE(list(history)->model()->rowCount(), 1);
    QVERIFY(cell(list(history), 0, HistoryModel::What).contains(u"Java 8"_s));
    QTRY_VERIFY(column(changes(history), RowChangeModel::Table).contains(u"taggings"_s));
    QTest::keyClicks(search, u" nowhere"_s);
    QTRY_COMPARE(list(history)->model()->rowCount(), 0);
    const auto *notice = history->findChild<QLabel *>(u"noticeLabel"_s);
    QTRY_VERIFY(notice->isVisible() && notice->text().contains(u"Nothing"_s));
    QVERIFY(!button(history, "undoButton")->isEnabled());
    search->selectAll();
    QTest::keyClick(search, Qt::Key_Delete);
    QTRY_COMPARE(list(history)->model()->rowCount(), 3);

    database().execute(
        u"UPDATE tagsmith_operation SET vocabulary = 'other' WHERE kind = 'rename'"_s);
    auto *all = history->findChild<QCheckBox *>(u"allBox"_s);
    QTest::mouseClick(all, Qt::LeftButton, Qt::NoModifier, {8, all->height() / 2});
    QTRY_COMPARE(list(history)->model()->rowCount(), 3);
    QVERIFY(!list(history)->isColumnHidden(HistoryModel::Vocabulary));
    QCOMPARE(cell(list(history), 2, HistoryModel::Vocabulary), u"other"_s);
    QTest::mouseClick(all, Qt::LeftButton, Qt::NoModifier, {8, all->height() / 2});
    QTRY_COMPARE(list(history)->model()->rowCount(), 2);
    QVERIFY(window().settle());
}

void TestHistoryDialog::copiesTheDetails()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    choose(history, 2);
    click(history, "copyButton");
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"Qt6"_s), qPrintable(text));
    QVERIFY2(text.contains(u"name\tQt\tQt6"_s), qPrintable(text));
}

void TestHistoryDialog::followsWhatIsDoneMeanwhile()
{
    doThree();
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    choose(history, 1);
    finish(window().repository.rename(m_source, {u"javascript"_s, u"JavaScript"_s}));
    window().action("refreshAction")->trigger();
    QTRY_COMPARE(list(history)->model()->rowCount(), 4);
    QCOMPARE(list(history)->selectionModel()->selectedRows().value(0).row(), 2);
    QVERIFY(window().settle());
}

void TestHistoryDialog::keysWorkHereToo()
{
    doThree();
    HistoryDialog *history = openHistory();
    QVERIFY(history);
    history->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(history));
    QTRY_VERIFY(window().action("undoAction")->isEnabled());
    QTest::keyClick(list(history), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(names().contains(u"unused"_s));
    QTRY_COMPARE(list(history)->model()->rowCount(), 4);
    QVERIFY(window().settle());
}

HistorySettingsDialog *TestHistoryDialog::openSettings(HistoryDialog *history)
{
    click(history, "settingsButton");
    auto *dialog = window().dialog<HistorySettingsDialog>();
    if (dialog && !window().settle())
        return nullptr;
    return dialog;
}

void TestHistoryDialog::keepsForAWhile()
{
    doThree();
    HistoryDialog *history = openHistory();
    QVERIFY(history);
    HistorySettingsDialog *dialog = openSettings(history);
    QVERIFY(dialog);
    auto *days = dialog->findChild<QSpinBox *>(u"daysSpin"_s);
    QTRY_COMPARE(days->value(), Retention().days);
    QVERIFY(dialog->findChild<QLabel *>(u"stateLabel"_s)->text().contains(u"3 operations"_s));
    test::saveScreenshot(*dialog, u"history-keeping"_s);
    days->setValue(30);
    dialog->findChild<QSpinBox *>(u"megabytesSpin"_s)->setValue(0);
    click(dialog, "saveButton");
    QTRY_VERIFY(!window().window->findChild<HistorySettingsDialog *>());
    dialog = openSettings(history);
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<QSpinBox *>(u"daysSpin"_s)->value(), 30);
    QCOMPARE(dialog->findChild<QSpinBox *>(u"megabytesSpin"_s)->text(), u"without limit"_s);
}

void TestHistoryDialog::clearsOldOperations()
{
    doThree();
    database().execute(
        u"UPDATE tagsmith_operation SET at = '2020-02-03 04:05:06.000' WHERE kind = 'rename'"_s);
    HistoryDialog *history = openHistory();
    QVERIFY(history);
    QVERIFY2(list(history)->isVisible(),
             qPrintable(history->findChild<QLabel *>(u"noticeLabel"_s)->text()));
    QCOMPARE(list(history)->model()->rowCount(), 3);
    HistorySettingsDialog *dialog = openSettings(history);
    QVERIFY(dialog);
    QTRY_VERIFY(button(dialog, "clearButton")->isEnabled());
    dialog->findChild<QDateEdit *>(u"beforeEdit"_s)->setDate(QDate(2019, 1, 1));
    click(dialog, "clearButton");
    QTRY_VERIFY(window().settle() && button(dialog, "clearButton")->isEnabled());
    QVERIFY(window().prompts.questions.empty()); // there is nothing so old

    dialog->findChild<QDateEdit *>(u"beforeEdit"_s)->setDate(QDate(2021, 1, 1));
    window().prompts.answers = {true};
    click(dialog, "clearButton");
    QTRY_COMPARE(window().prompts.questions.size(), size_t(1));
    QVERIFY2(window().prompts.questions[0].text.contains(u"the one operation"_s),
             qPrintable(window().prompts.questions[0].text));
    QVERIFY(window().prompts.questions[0].isDestructive);
    QTRY_COMPARE(list(history)->model()->rowCount(), 2);
    QVERIFY(window().settle());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tagsmith_operation"_s), 2);
}

void TestHistoryDialog::anEmptyHistorySaysSo()
{
    const HistoryDialog *history = openHistory();
    QVERIFY(history);
    const auto *notice = history->findChild<QLabel *>(u"noticeLabel"_s);
    QTRY_VERIFY(notice->isVisible() && notice->text().contains(u"Nothing has been done"_s));
    QVERIFY(!button(history, "undoButton")->isEnabled());
    QVERIFY(preview(history).isEmpty());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestHistoryDialog)
#include "TestHistoryDialog.moc"
