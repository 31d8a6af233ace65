// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "gui/AftercareDialog.h"
#include "gui/MergeDialog.h"
#include "gui/RenameDialog.h"

#include <QCheckBox>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Renaming tags in the window: in a cell, and in the dialog. */
class TestRenameDialog : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void renamesAtOnceInACell();
    void showsBeforeWhatFollowsTheName();
    void keepsWhatWasTypedOnCancel();
    void keepsWhatWasRefused();
    void offersAMergeForATakenName();
    void keepsWhatWasTypedWithoutTheMerge();
    void renamesInTheDialog();
    void offersAMergeInTheDialog();
    void asksForANewSlug();
    void forgetsThePreviewOfAnotherName();

private:
    void openBlog();
    void openMinimal();
    void typeInCell(const QString &tag, const QString &text);
    RenameDialog *open(const QString &tag);
    static QLineEdit *field(const RenameDialog *dialog);
    static void type(const RenameDialog *dialog, const QString &text);
};

void TestRenameDialog::init()
{
    DatabaseTestCase::init();
}

void TestRenameDialog::cleanup()
{
    closeWindow();
    DatabaseTestCase::cleanup();
}

void TestRenameDialog::openBlog()
{
    createBlog();
    openWindow();
    QTRY_COMPARE(names().size(), 5);
}

void TestRenameDialog::openMinimal()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python'), ('Qt'), ('free')"_s);
    database().execute(u"CREATE TABLE uses (item VARCHAR(50), tag VARCHAR(190) NOT NULL, "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s);
    database().execute(u"INSERT INTO uses VALUES ('a', 'Python'), ('b', 'Python'), ('c', 'Qt')"_s);
    openWindow();
    QTRY_COMPARE(names().size(), 3);
}

void TestRenameDialog::typeInCell(const QString &tag, const QString &text)
{
    window().click(static_cast<int>(names().indexOf(tag)), Qt::NoModifier, nameColumn());
    QTest::keyClick(window().table(), Qt::Key_F2);
    QVERIFY(window().cellEditor());
    QTest::keyClick(window().cellEditor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(window().cellEditor(), text);
    QTest::keyClick(window().cellEditor(), Qt::Key_Return);
}

RenameDialog *TestRenameDialog::open(const QString &tag)
{
    select({tag});
    QTest::keyClick(window().table(), Qt::Key_F2, Qt::ShiftModifier);
    return window().dialog<RenameDialog>();
}

QLineEdit *TestRenameDialog::field(const RenameDialog *dialog)
{
    return dialog->findChild<QLineEdit *>(u"nameEdit"_s);
}

void TestRenameDialog::type(const RenameDialog *dialog, const QString &text)
{
    field(dialog)->setFocus();
    field(dialog)->selectAll();
    QTest::keyClicks(field(dialog), text);
}

void TestRenameDialog::renamesAtOnceInACell()
{
    openBlog();
    typeInCell(u"unused"_s, u"new"_s);
    QTRY_VERIFY(names().contains(u"new"_s));
    QVERIFY(window().settle());
    QVERIFY(!window().window->findChild<RenameDialog *>());
    QVERIFY(window().prompts.errors.empty());
    QCOMPARE(database().column(u"SELECT slug FROM tags WHERE id = 5"_s), QStringList{u"unused"_s});
}

void TestRenameDialog::showsBeforeWhatFollowsTheName()
{
    openMinimal();
    typeInCell(u"Python"_s, u"Python 3"_s);
    auto *dialog = window().dialog<RenameDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(summary(dialog), u"“Python” becomes “Python 3”: 2 taggings follow."_s);
    QVERIFY(names().contains(u"Python"_s));
    test::saveScreenshot(*dialog, u"rename"_s);
    click(dialog, "renameButton");
    QTRY_VERIFY(names().contains(u"Python 3"_s));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM uses WHERE tag = 'Python 3'"_s), 2);
    // It is still the one that is selected.
    QVERIFY(window().settle());
    QCOMPARE(window().table()->selectedRowNumbers(),
             std::vector<int>{static_cast<int>(names().indexOf(u"Python 3"_s))});
    QVERIFY(window().prompts.errors.empty());
}

void TestRenameDialog::keepsWhatWasTypedOnCancel()
{
    openMinimal();
    typeInCell(u"Python"_s, u"Python 3"_s);
    auto *dialog = window().dialog<RenameDialog>();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!window().window->findChild<RenameDialog *>());
    QTRY_VERIFY(!window().cellEditor());
    window().table()->setFocus();
    QTest::keyClick(window().table(), Qt::Key_F2);
    QVERIFY(window().cellEditor());
    QCOMPARE(window().cellEditor()->text(), u"Python 3"_s);
    QTest::keyClick(window().cellEditor(), Qt::Key_Escape);
    QVERIFY(window().settle());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM uses WHERE tag = 'Python'"_s), 2);
}

void TestRenameDialog::keepsWhatWasRefused()
{
    openMinimal();
    typeInCell(u"free"_s, QString(200, u'x'));
    QTRY_COMPARE(window().prompts.errors.size(), size_t(1));
    QTRY_VERIFY(!window().cellEditor());
    QTest::keyClick(window().table(), Qt::Key_F2);
    QCOMPARE(window().cellEditor()->text(), QString(200, u'x'));
    QTest::keyClick(window().cellEditor(), Qt::Key_Escape);
    QTRY_VERIFY(!window().cellEditor());
    QVERIFY(window().settle());
}

void TestRenameDialog::offersAMergeForATakenName()
{
    openBlog();
    window().prompts.answers = {true};
    typeInCell(u"Java 8"_s, u"java"_s);
    auto *dialog = window().dialog<MergeDialog>();
    QVERIFY(dialog);
    QVERIFY(window().prompts.questions[0].text.contains(u"java"_s));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(summary(dialog), u"“Java 8” becomes “java”: 2 taggings move, 1 collapses."_s);
    click(dialog, "mergeButton");
    QTRY_COMPARE(names().size(), 4);
    QVERIFY(window().settle());
    QVERIFY(window().prompts.errors.empty());
}

void TestRenameDialog::keepsWhatWasTypedWithoutTheMerge()
{
    openBlog();
    window().prompts.answers = {false};
    typeInCell(u"Java 8"_s, u"java"_s);
    QTRY_COMPARE(window().prompts.questions.size(), size_t(1));
    QTRY_VERIFY(!window().cellEditor());
    QVERIFY(window().settle());
    QTest::keyClick(window().table(), Qt::Key_F2);
    QCOMPARE(window().cellEditor()->text(), u"java"_s);
    QTest::keyClick(window().cellEditor(), Qt::Key_Escape);
    QCOMPARE(names().size(), 5);
}

void TestRenameDialog::renamesInTheDialog()
{
    openBlog();
    RenameDialog *dialog = open(u"Qt"_s);
    QVERIFY(dialog);
    QCOMPARE(field(dialog)->text(), u"Qt"_s);
    QVERIFY(!button(dialog, "renameButton")->isEnabled());
    QVERIFY(!dialog->findChild<QCheckBox *>(u"slugBox"_s)->isChecked());
    type(dialog, u"Qt 6"_s);
    QTest::keyClick(field(dialog), Qt::Key_Return);
    // Nothing but its own row is touched, so that there is nothing to ask.
    QTRY_VERIFY(!window().window->findChild<RenameDialog *>());
    QTRY_VERIFY(names().contains(u"Qt 6"_s));
    QVERIFY(window().settle());
    QVERIFY(!window().action("aftercareAction")->isEnabled() ||
            !window().window->findChild<AftercareDialog *>());
}

void TestRenameDialog::offersAMergeInTheDialog()
{
    openBlog();
    RenameDialog *dialog = open(u"Java 8"_s);
    QVERIFY(!button(dialog, "mergeInsteadButton")->isVisible());
    type(dialog, u"java"_s);
    click(dialog, "renameButton");
    QTRY_VERIFY(button(dialog, "mergeInsteadButton")->isVisible());
    QVERIFY2(message(dialog).contains(u"java"_s), qPrintable(message(dialog)));
    QVERIFY(!button(dialog, "renameButton")->isEnabled());
    test::saveScreenshot(*dialog, u"rename-taken"_s);
    click(dialog, "mergeInsteadButton");
    auto *merge = window().dialog<MergeDialog>();
    QVERIFY(merge);
    QTRY_VERIFY(isReady(merge));
    QCOMPARE(merge->target()->key, u"1"_s);
    QTest::keyClick(merge, Qt::Key_Escape);
    QVERIFY(window().settle());
    QCOMPARE(names().size(), 5);
}

void TestRenameDialog::asksForANewSlug()
{
    database().execute(u"CREATE TABLE taggit_tag (id INTEGER PRIMARY KEY, name VARCHAR(100) NOT "
                       "NULL UNIQUE, slug VARCHAR(100) NOT NULL UNIQUE)"_s);
    database().execute(u"CREATE TABLE django_content_type (id INTEGER PRIMARY KEY, app_label "
                       "VARCHAR(100) NOT NULL, model VARCHAR(100) NOT NULL)"_s);
    database().execute(
        u"CREATE TABLE taggit_taggeditem (id INTEGER PRIMARY KEY, object_id INTEGER NOT NULL, "
        "content_type_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, "
        "FOREIGN KEY (content_type_id) REFERENCES django_content_type (id), "
        "FOREIGN KEY (tag_id) REFERENCES taggit_tag (id))"_s);
    database().execute(u"INSERT INTO taggit_tag VALUES (1, 'Qt', 'qt'), (2, 'Java', 'java')"_s);
    openWindow();
    QTRY_COMPARE(names().size(), 2);
    RenameDialog *dialog = open(u"Qt"_s);
    QVERIFY(dialog);
    auto *slug = dialog->findChild<QCheckBox *>(u"slugBox"_s);
    QVERIFY(slug->isVisible());
    QVERIFY(!slug->isChecked());
    type(dialog, u"Qt Six"_s);
    QTest::mouseClick(slug, Qt::LeftButton, Qt::NoModifier, QPoint(8, slug->height() / 2));
    QVERIFY(slug->isChecked());
    click(dialog, "renameButton");
    // An address ends, so that it is shown before.
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(preview(dialog)->receipt()->redirects,
             (std::vector<Redirect>{{u"qt"_s, u"qt-six"_s}}));
    test::saveScreenshot(*dialog, u"rename-slug"_s);
    click(dialog, "renameButton");
    auto *aftercare = window().dialog<AftercareDialog>();
    QVERIFY(aftercare);
    QCOMPARE(database().column(u"SELECT slug FROM taggit_tag WHERE id = 1"_s),
             QStringList{u"qt-six"_s});
    QTest::keyClick(aftercare, Qt::Key_Escape);
    QTRY_VERIFY(!window().window->findChild<AftercareDialog *>());
    QVERIFY(window().settle());
    // It can be looked up again.
    window().action("aftercareAction")->trigger();
    QVERIFY(window().dialog<AftercareDialog>());
}

void TestRenameDialog::forgetsThePreviewOfAnotherName()
{
    openMinimal();
    RenameDialog *dialog = open(u"Python"_s);
    type(dialog, u"Python 3"_s);
    click(dialog, "renameButton");
    QTRY_VERIFY(isReady(dialog));
    QTest::keyClicks(field(dialog), u".12"_s);
    QVERIFY(!isReady(dialog));
    QVERIFY(button(dialog, "renameButton")->isEnabled());
    click(dialog, "renameButton");
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(summary(dialog), u"“Python” becomes “Python 3.12”: 2 taggings follow."_s);
    click(dialog, "renameButton");
    QTRY_VERIFY(names().contains(u"Python 3.12"_s));
    QVERIFY(window().settle());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestRenameDialog)
#include "TestRenameDialog.moc"
