// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "DialogTestCase.h"
#include "SaveScreenshot.h"

#include "gui/AftercareDialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** What is left to do after a change. */
class TestAftercareDialog : public DialogTestCase
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup()
    {
        m_dialog.reset();
        tearDown();
    }

    void showsStepsWithTheirCommands();
    void savesRedirects();
    void savesObjects();
    void saysWhenAFileCannotBeWritten();
    void showsOnlyWhatThereIs();

private:
    static Receipt receipt();
    static QStringList linesOf(const QString &path);
    QStringList tabs() const;
    void show(const Receipt &receipt);

    std::unique_ptr<AftercareDialog> m_dialog;
};

Receipt TestAftercareDialog::receipt()
{
    Receipt receipt;
    receipt.kind = u"merge"_s;
    receipt.aftercare = {{u"Empty the object cache."_s, u"wp cache flush"_s},
                         {u"Tell the editors."_s, {}}};
    receipt.redirects = {{u"java-8"_s, u"java"_s}, {u"a,b"_s, {}}};
    receipt.changedObjects = {
        {u"wp_term_relationships"_s, {u"object_id"_s}, {{u"1017"_s}, {u"1020"_s}}, 31202},
        {u"notes"_s, {u"kind"_s, u"id"_s}, {{u"post"_s, u"7"_s}, {std::nullopt, u"8"_s}}, 0}};
    return receipt;
}

QStringList TestAftercareDialog::linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

QStringList TestAftercareDialog::tabs() const
{
    const auto *widget = m_dialog->findChild<QTabWidget *>();
    QStringList titles;
    for (int i = 0; i < widget->count(); ++i)
        titles << widget->tabText(i).remove(u'&');
    return titles;
}

void TestAftercareDialog::show(const Receipt &receipt)
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_dialog = std::make_unique<AftercareDialog>(repository(), prompts(), receipt);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestAftercareDialog::showsStepsWithTheirCommands()
{
    show(receipt());
    test::saveScreenshot(*m_dialog, u"aftercare"_s);
    QCOMPARE(tabs(), (QStringList{u"Steps"_s, u"Addresses (2)"_s, u"To index again (31,206)"_s}));
    const auto texts = m_dialog->findChildren<QLabel *>(u"stepText"_s);
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts[0]->text(), u"Empty the object cache."_s);
    const auto commands = m_dialog->findChildren<QLineEdit *>(u"stepCommand"_s);
    QCOMPARE(commands.size(), 1);
    QCOMPARE(commands[0]->text(), u"wp cache flush"_s);
    QVERIFY(commands[0]->isReadOnly());
    click(*m_dialog, "copyCommandButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), u"wp cache flush"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void TestAftercareDialog::savesRedirects()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"redirects.csv"_s);
    prompts().filesToSave = {path};
    show(receipt());
    find<QTabWidget>(*m_dialog, "tabs")->setCurrentIndex(1);
    test::saveScreenshot(*m_dialog, u"aftercare-addresses"_s);
    click(*m_dialog, "saveRedirectsButton");
    QTRY_VERIFY(message(*m_dialog, "message").contains(path));
    QCOMPARE(linesOf(path),
             (QStringList{u"old_slug,new_slug"_s, u"java-8,java"_s, u"\"a,b\",\"\""_s}));
}

void TestAftercareDialog::savesObjects()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"notes.csv"_s);
    prompts().filesToSave = {path};
    show(receipt());
    find<QTabWidget>(*m_dialog, "tabs")->setCurrentIndex(2);
    QCOMPARE(find<QLabel>(*m_dialog, "objectsCount")->text(), u"2 of 31,204 shown"_s);
    test::saveScreenshot(*m_dialog, u"aftercare-objects"_s);
    find<QComboBox>(*m_dialog, "objectsChoice")->setCurrentIndex(1);
    QCOMPARE(find<QLabel>(*m_dialog, "objectsCount")->text(), u"2 objects"_s);
    QCOMPARE(find<QTableView>(*m_dialog, "objectsTable")->model()->index(0, 1).data().toString(),
             u"7"_s);
    click(*m_dialog, "saveObjectsButton");
    QTRY_VERIFY(message(*m_dialog, "message").contains(path));
    QCOMPARE(linesOf(path), (QStringList{u"kind,id"_s, u"post,7"_s, u",8"_s}));
}

void TestAftercareDialog::saysWhenAFileCannotBeWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"none/redirects.csv"_s);
    prompts().filesToSave = {path};
    show(receipt());
    find<QTabWidget>(*m_dialog, "tabs")->setCurrentIndex(1);
    click(*m_dialog, "saveRedirectsButton");
    QTRY_VERIFY(message(*m_dialog, "message").contains(u"redirects.csv"_s));
    QVERIFY(!QFile::exists(path));
}

void TestAftercareDialog::showsOnlyWhatThereIs()
{
    Receipt only;
    only.redirects = {{u"java-8"_s, u"java"_s}};
    show(only);
    QCOMPARE(tabs(), QStringList{u"Addresses (1)"_s});
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestAftercareDialog)
#include "TestAftercareDialog.moc"
