// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "gui/AftercareDialog.h"
#include "gui/DeleteDialog.h"
#include "gui/ImportDialog.h"
#include "gui/MergeDialog.h"
#include "gui/TagDialog.h"
#include "vocabulary/presets/WordPressFixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTabWidget>
#include <QTableView>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The window on WordPress, where a tag is more than a row. */
class TestWordPressWindow : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void mergesWithCountersAndAftercare();
    void importsASheetWithAftercare();
    void showsWhatIsProtected();
    void refusesToAdd();
    void editsNoManagedColumn();

private:
    void openTaxonomy(const QString &taxonomy);
    static QStringList tabs(const QDialog *dialog);
};

void TestWordPressWindow::init()
{
    DatabaseTestCase::init();
    test::loadWordPress(database());
    openWindow();
}

void TestWordPressWindow::cleanup()
{
    closeWindow();
    DatabaseTestCase::cleanup();
}

void TestWordPressWindow::openTaxonomy(const QString &taxonomy)
{
    window().window->openProfile(database().profile(), taxonomy);
    QVERIFY(window().settle());
}

QStringList TestWordPressWindow::tabs(const QDialog *dialog)
{
    const auto *widget = dialog->findChild<QTabWidget *>(u"tabs"_s);
    QStringList titles;
    for (int i = 0; i < widget->count(); ++i)
        titles << widget->tabText(i).remove(u'&');
    return titles;
}

void TestWordPressWindow::mergesWithCountersAndAftercare()
{
    openTaxonomy(u"post_tag"_s);
    const QStringList tags = names().mid(0, 3);
    select(tags);
    window().action("mergeAction")->trigger();
    auto *dialog = window().dialog<MergeDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isReady(dialog));
    const QString target = dialog->target()->key;
    const QString targetName = dialog->target()->name;
    QVERIFY2(summary(dialog).startsWith(u"2 tags become “%1”: "_s.arg(targetName)),
             qPrintable(summary(dialog)));
    const QStringList shown = tabs(dialog);
    for (const QString &title :
         {u"References"_s, u"Counters"_s, u"Sample rows"_s, u"Addresses"_s, u"Afterwards"_s})
        QVERIFY2(shown.contains(title), qPrintable(shown.join(u", "_s)));
    dialog->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
    test::saveScreenshot(*dialog, u"wordpress-merge-counters"_s);
    dialog->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(2);
    test::saveScreenshot(*dialog, u"wordpress-merge-samples"_s);
    click(dialog, "mergeButton");

    auto *aftercare = window().dialog<AftercareDialog>();
    QVERIFY(aftercare);
    QCOMPARE(aftercare->findChild<QLineEdit *>(u"stepCommand"_s)->text(), u"wp cache flush"_s);
    QVERIFY(tabs(aftercare).contains(u"Addresses (2)"_s));
    test::saveScreenshot(*aftercare, u"wordpress-aftercare"_s);
    QTest::keyClick(aftercare, Qt::Key_Escape);
    QVERIFY(window().settle());
    for (const QString &tag : tags)
        QCOMPARE(names().contains(tag), tag == targetName);
    const qint64 published = database().number(
        u"SELECT COUNT(*) FROM wp_term_relationships r JOIN wp_posts p ON p.ID = r.object_id "
        "WHERE r.term_taxonomy_id = %1 AND p.post_status = 'publish'"_s.arg(target));
    QCOMPARE(database().number(u"SELECT count FROM wp_term_taxonomy WHERE term_taxonomy_id = "_s +
                               target),
             published);
}

void TestWordPressWindow::importsASheetWithAftercare()
{
    openTaxonomy(u"post_tag"_s);
    const QStringList tags = names().mid(0, 3);
    QGuiApplication::clipboard()->setText(u"action,name,target\nmerge,%1,%2\nmerge,%2,%3\n"_s.arg(
        tags.at(0), tags.at(1), tags.at(2)));
    window().action("pasteAction")->trigger();
    auto *dialog = window().dialog<ImportDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(button(dialog, "importButton")->isEnabled());
    click(dialog, "importButton");
    const auto *merged = dialog->findChild<QLabel *>(u"mergedCount"_s);
    QTRY_VERIFY(merged->isVisible());
    QCOMPARE(merged->text(), u"2"_s);
    QVERIFY(!window().action("aftercareAction")->isEnabled()); // once the dialog is closed
    QTest::keyClick(dialog, Qt::Key_Escape);

    auto *aftercare = window().dialog<AftercareDialog>();
    QVERIFY(aftercare);
    QCOMPARE(aftercare->findChild<QLineEdit *>(u"stepCommand"_s)->text(), u"wp cache flush"_s);
    QVERIFY(tabs(aftercare).contains(u"Addresses (2)"_s));
    QTest::keyClick(aftercare, Qt::Key_Escape);
    QVERIFY(window().settle());
    QVERIFY(window().action("aftercareAction")->isEnabled());
    QVERIFY(!names().contains(tags.at(0)) && names().contains(tags.at(2)));
}

void TestWordPressWindow::showsWhatIsProtected()
{
    openTaxonomy(u"category"_s);
    select({u"Uncategorized"_s});
    window().action("deleteAction")->trigger();
    auto *dialog = window().dialog<DeleteDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY2(message(dialog).contains(u"default category"_s), qPrintable(message(dialog)));
    QVERIFY(!button(dialog, "deleteButton")->isEnabled());
    test::saveScreenshot(*dialog, u"wordpress-protected"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(window().settle());
    QCOMPARE(names(), QStringList{u"Uncategorized"_s});
}

void TestWordPressWindow::refusesToAdd()
{
    openTaxonomy(u"category"_s);
    const QAction *action = window().action("addAction");
    QVERIFY(!action->isEnabled());
    QVERIFY2(action->toolTip().contains(u"WordPress itself"_s), qPrintable(action->toolTip()));
    QVERIFY(action->statusTip().contains(u"WordPress itself"_s));

    // A file may hold merges; one of tags is refused once it shows to be one.
    QGuiApplication::clipboard()->setText(u"new tag"_s);
    window().action("pasteAction")->trigger();
    auto *dialog = window().dialog<ImportDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(button(dialog, "importButton")->isEnabled());
    click(dialog, "importButton");
    const auto *told =
        dialog->findChild<QWidget *>(u"message"_s)->findChild<QLabel *>(u"messageText"_s);
    QTRY_VERIFY2(told->text().contains(u"WordPress itself"_s), qPrintable(told->text()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(window().settle());
    // Another vocabulary has its usual tips again.
    closeWindow();
    database().build();
    database().createMinimalTable();
    openWindow();
    QVERIFY(window().action("addAction")->isEnabled());
    QVERIFY(!window().action("addAction")->toolTip().contains(u"WordPress"_s));
}

void TestWordPressWindow::editsNoManagedColumn()
{
    openTaxonomy(u"post_tag"_s);
    window().click(0, Qt::NoModifier, nameColumn());
    window().action("editDetailsAction")->trigger();
    auto *dialog = window().dialog<TagDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QWidget *>(u"editor_name"_s));
    QVERIFY(dialog->findChild<QWidget *>(u"editor_description"_s));
    for (const QString &column :
         {u"term_taxonomy_id"_s, u"term_id"_s, u"taxonomy"_s, u"parent"_s, u"count"_s})
        QVERIFY2(!dialog->findChild<QWidget *>(u"editor_"_s + column), qPrintable(column));
    test::saveScreenshot(*dialog, u"wordpress-details"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(window().settle());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestWordPressWindow)
#include "TestWordPressWindow.moc"
