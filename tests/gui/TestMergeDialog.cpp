// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "gui/MergeDialog.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QTableView>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Merging tags in the window. */
class TestMergeDialog : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void mergesTheSelectedTags();
    void tellsWhatItWouldDo();
    void mergesIntoATypedTag();
    void choosesFromTheCompletions();
    void saysWhichNameIsMissing();
    void triesAgainAfterAChange();
    void changesNothingOnEscape();
    void stopsAWriteOnEscape();
    void stopsWithTheWindow();

private:
    MergeDialog *open(const QStringList &tags);
    static QLineEdit *line(const MergeDialog *dialog);
    static void type(const MergeDialog *dialog, const QString &text);
};

void TestMergeDialog::init()
{
    DatabaseTestCase::init();
    createBlog();
    openWindow();
    QTRY_COMPARE(names().size(), 5);
}

void TestMergeDialog::cleanup()
{
    closeWindow();
    DatabaseTestCase::cleanup();
}

MergeDialog *TestMergeDialog::open(const QStringList &tags)
{
    select(tags);
    QTest::keyClick(window().table(), Qt::Key_M, Qt::ControlModifier);
    return window().dialog<MergeDialog>();
}

QLineEdit *TestMergeDialog::line(const MergeDialog *dialog)
{
    return dialog->findChild<TagChoice *>()->lineEdit();
}

void TestMergeDialog::type(const MergeDialog *dialog, const QString &text)
{
    line(dialog)->setFocus();
    line(dialog)->selectAll();
    QTest::keyClicks(line(dialog), text);
}

void TestMergeDialog::mergesTheSelectedTags()
{
    QVERIFY(!window().action("mergeAction")->icon().isNull());
    QVERIFY(window().settle()); // with the uses counted
    MergeDialog *dialog = open({u"Java 8"_s, u"java"_s});
    QVERIFY(dialog);
    QVERIFY(dialog->isModal());
    QTRY_VERIFY(isReady(dialog));
    // The one with the most uses is proposed.
    QCOMPARE(dialog->target()->name, u"java"_s);
    QCOMPARE(summary(dialog), u"“Java 8” becomes “java”: 2 taggings move, 1 collapses."_s);
    QVERIFY(button(dialog, "mergeButton")->isEnabled());
    test::saveScreenshot(*dialog, u"merge"_s);
    QCOMPARE(taggings().size(), 7); // so far it was only tried out
    click(dialog, "mergeButton");
    QTRY_VERIFY(!window().window->findChild<MergeDialog *>());
    QTRY_COMPARE(names(), (QStringList{u"java"_s, u"javascript"_s, u"Qt"_s, u"unused"_s}));
    QCOMPARE(taggings(),
             (QStringList{u"10-1"_s, u"11-1"_s, u"12-1"_s, u"20-1"_s, u"30-3"_s, u"40-4"_s}));
    QCOMPARE(database().column(u"SELECT tag_id FROM favourites"_s), QStringList{u"1"_s});
    // What is left of them is selected.
    QTRY_COMPARE(window().table()->selectedRowNumbers(), std::vector<int>{0});
    QVERIFY(window().settle());
}

void TestMergeDialog::tellsWhatItWouldDo()
{
    MergeDialog *dialog = open({u"java"_s, u"Java 8"_s});
    QTRY_VERIFY(isReady(dialog));
    const auto *references = dialog->findChild<QTableView *>(u"referencesTable"_s)->model();
    QCOMPARE(references->rowCount(), 2);
    QVERIFY(!preview(dialog)->receipt()->sql.isEmpty());
    QVERIFY(!preview(dialog)->receipt()->samples.empty());
    click(dialog, "sqlButton");
    test::saveScreenshot(*dialog, u"merge-sql"_s);
    click(dialog, "sqlButton");

    // The other way round it is another change.
    dialog->setTarget({u"2"_s, u"Java 8"_s});
    QVERIFY(!button(dialog, "mergeButton")->isEnabled());
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(summary(dialog), u"“java” becomes “Java 8”: 2 taggings move, 1 collapses."_s);
    QVERIFY(dialog->width() <= 1024 && dialog->height() <= 700);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(window().settle());
}

void TestMergeDialog::mergesIntoATypedTag()
{
    MergeDialog *dialog = open({u"unused"_s});
    QVERIFY(dialog);
    QVERIFY(!button(dialog, "mergeButton")->isEnabled());
    QVERIFY2(message(dialog).contains(u"type its name"_s), qPrintable(message(dialog)));
    type(dialog, u"qt"_s); // letter case does not count where the name is one of a kind
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(dialog->target()->key, u"4"_s);
    QCOMPARE(summary(dialog), u"“unused” becomes “Qt”: no tagging changes."_s);
    click(dialog, "mergeButton");
    QTRY_VERIFY(!names().contains(u"unused"_s));
    QVERIFY(window().settle());
}

void TestMergeDialog::choosesFromTheCompletions()
{
    MergeDialog *dialog = open({u"Qt"_s});
    type(dialog, u"jav"_s);
    QAbstractItemView *popup = line(dialog)->completer()->popup();
    QTRY_VERIFY(popup->isVisible());
    QStringList offered;
    for (int row = 0; row < popup->model()->rowCount(); ++row)
        offered << popup->model()->index(row, 0).data().toString();
    QCOMPARE(offered, (QStringList{u"java"_s, u"Java 8"_s, u"javascript"_s}));
    test::saveScreenshot(*dialog, u"merge-typing"_s);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(dialog->target()->name, u"Java 8"_s);
    QCOMPARE(line(dialog)->text(), u"Java 8"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(window().settle());
}

void TestMergeDialog::saysWhichNameIsMissing()
{
    MergeDialog *dialog = open({u"java"_s, u"Java 8"_s});
    QTRY_VERIFY(isReady(dialog));
    type(dialog, u"cobol"_s);
    QTRY_VERIFY2(message(dialog).contains(u"“cobol”"_s), qPrintable(message(dialog)));
    QVERIFY(!button(dialog, "mergeButton")->isEnabled());
    QVERIFY(!dialog->target());
    // Enter in the field closes nothing and does nothing.
    QTest::keyClick(line(dialog), Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(window().settle());
}

void TestMergeDialog::triesAgainAfterAChange()
{
    MergeDialog *dialog = open({u"java"_s, u"Java 8"_s});
    QTRY_VERIFY(isReady(dialog));
    database().execute(u"INSERT INTO taggings VALUES (99, 2)"_s);
    click(dialog, "mergeButton");
    QTRY_VERIFY2(message(dialog).contains(u"no longer"_s), qPrintable(message(dialog)));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(taggings().contains(u"99-2"_s));
    QCOMPARE(summary(dialog), u"“Java 8” becomes “java”: 3 taggings move, 1 collapses."_s);
    test::saveScreenshot(*dialog, u"merge-again"_s);
    click(dialog, "mergeButton");
    QTRY_VERIFY(taggings().contains(u"99-1"_s));
    QVERIFY(window().settle());
}

void TestMergeDialog::changesNothingOnEscape()
{
    MergeDialog *dialog = open({u"java"_s, u"Java 8"_s});
    QTest::keyClick(dialog, Qt::Key_Escape); // perhaps while it is still being tried out
    QTRY_VERIFY(!window().window->findChild<MergeDialog *>());
    QVERIFY(window().settle());
    QCOMPARE(taggings().size(), 7);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 5);
}

void TestMergeDialog::stopsAWriteOnEscape()
{
    MergeDialog *dialog = open({u"java"_s, u"Java 8"_s});
    QTRY_VERIFY(isReady(dialog));
    // Somebody else writes, so that the merge has to wait.
    const std::unique_ptr<NativeMariaDb> server =
        isMariaDb() ? std::make_unique<NativeMariaDb>(database().socket(), u"test_db"_s) : nullptr;
    const std::unique_ptr<NativeSqlite> file =
        isMariaDb() ? nullptr : std::make_unique<NativeSqlite>(database().file());
    const auto run = [&server, &file](const QString &sql) {
        if (server)
            server->execute(sql);
        else
            file->execute(sql);
    };
    run(isMariaDb() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    run(u"UPDATE tags SET slug = 'x' WHERE id < 3"_s);
    click(dialog, "mergeButton");
    QCOMPARE(preview(dialog)->state(), ChangePreview::State::Applying);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible()); // until it is sure that nothing was changed
    QTRY_VERIFY(!window().window->findChild<MergeDialog *>());
    run(u"ROLLBACK"_s);
    QVERIFY(window().settle());
    QCOMPARE(taggings().size(), 7);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 5);
}

void TestMergeDialog::stopsWithTheWindow()
{
    open({u"java"_s, u"Java 8"_s});
    closeWindow(); // the guard of the base class looks for connections that were left open
    QCOMPARE(taggings().size(), 7);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestMergeDialog)
#include "TestMergeDialog.moc"
