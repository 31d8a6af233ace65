// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ChangeTestCase.h"

#include "gui/DeleteDialog.h"
#include "gui/MergeDialog.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Deleting tags in the window. */
class TestDeleteDialog : public ChangeTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void deletesAnUnusedTag();
    void deletesWithTaggings();
    void mergesInstead();
    void cancelsByDefault();
    void deletesSeveral();
    void triesAgainAfterAChange();

private:
    DeleteDialog *open(const QStringList &tags);
    static QString question(const QDialog *dialog);
};

void TestDeleteDialog::init()
{
    DatabaseTestCase::init();
    createBlog();
    openWindow();
    QTRY_COMPARE(names().size(), 5);
}

void TestDeleteDialog::cleanup()
{
    closeWindow();
    DatabaseTestCase::cleanup();
}

DeleteDialog *TestDeleteDialog::open(const QStringList &tags)
{
    select(tags);
    QTest::keyClick(window().table(), Qt::Key_Delete);
    return window().dialog<DeleteDialog>();
}

QString TestDeleteDialog::question(const QDialog *dialog)
{
    return dialog->findChild<QWidget *>(u"question"_s)
        ->findChild<QLabel *>(u"messageText"_s)
        ->text();
}

void TestDeleteDialog::deletesAnUnusedTag()
{
    DeleteDialog *dialog = open({u"unused"_s});
    QVERIFY(dialog);
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(question(dialog), u"Delete the tag “unused”?"_s);
    QCOMPARE(summary(dialog), u"“unused” is deleted: no tagging changes."_s);
    QCOMPARE(button(dialog, "deleteButton")->text(), u"&Delete"_s);
    QVERIFY(!button(dialog, "mergeInsteadButton")->isVisible());
    click(dialog, "deleteButton");
    QTRY_COMPARE(names().size(), 4);
    QVERIFY(!window().window->findChild<DeleteDialog *>());
    QVERIFY(window().settle());
}

void TestDeleteDialog::deletesWithTaggings()
{
    DeleteDialog *dialog = open({u"Java 8"_s});
    QTRY_VERIFY(isReady(dialog));
    test::saveScreenshot(*dialog, u"delete"_s);
    QCOMPARE(summary(dialog), u"“Java 8” is deleted: 2 taggings are removed, "
                              "1 tagging is left without a tag."_s);
    QVERIFY(button(dialog, "mergeInsteadButton")->isVisible());
    QCOMPARE(button(dialog, "deleteButton")->text(), u"&Delete with taggings"_s);
    QCOMPARE(taggings().size(), 7);
    click(dialog, "deleteButton");
    QTRY_COMPARE(names().size(), 4);
    QCOMPARE(taggings(), (QStringList{u"10-1"_s, u"11-1"_s, u"12-1"_s, u"30-3"_s, u"40-4"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM favourites WHERE tag_id IS NULL"_s), 1);
    QVERIFY(window().settle());
}

void TestDeleteDialog::mergesInstead()
{
    DeleteDialog *dialog = open({u"Java 8"_s});
    QTRY_VERIFY(isReady(dialog));
    click(dialog, "mergeInsteadButton");
    auto *merge = window().dialog<MergeDialog>();
    QVERIFY(merge);
    QTRY_VERIFY(!window().window->findChild<DeleteDialog *>());
    merge->setTarget({u"1"_s, u"java"_s});
    QTRY_VERIFY(isReady(merge));
    click(merge, "mergeButton");
    QTRY_COMPARE(names().size(), 4);
    QVERIFY(taggings().contains(u"20-1"_s));
    QVERIFY(window().settle());
}

void TestDeleteDialog::cancelsByDefault()
{
    DeleteDialog *dialog = open({u"Java 8"_s});
    QTRY_VERIFY(isReady(dialog));
    QTRY_VERIFY(button(dialog, "cancelButton")->hasFocus());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!window().window->findChild<DeleteDialog *>());
    QVERIFY(window().settle());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 5);
    QCOMPARE(taggings().size(), 7);
}

void TestDeleteDialog::deletesSeveral()
{
    DeleteDialog *dialog = open({u"java"_s, u"Java 8"_s, u"unused"_s});
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(question(dialog), u"Delete 3 tags: “java”, “Java 8”, “unused”?"_s);
    click(dialog, "deleteButton");
    QTRY_COMPARE(names(), (QStringList{u"javascript"_s, u"Qt"_s}));
    QVERIFY(window().settle());
    QCOMPARE(window().label("countsLabel"), u"2 tags, 2 shown, 0 selected"_s);
}

void TestDeleteDialog::triesAgainAfterAChange()
{
    DeleteDialog *dialog = open({u"unused"_s});
    QTRY_VERIFY(isReady(dialog));
    database().execute(u"INSERT INTO taggings VALUES (99, 5)"_s);
    click(dialog, "deleteButton");
    QTRY_VERIFY2(message(dialog).contains(u"no longer"_s), qPrintable(message(dialog)));
    QTRY_VERIFY(isReady(dialog));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 5);
    QVERIFY(button(dialog, "mergeInsteadButton")->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(window().settle());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestDeleteDialog)
#include "TestDeleteDialog.moc"
