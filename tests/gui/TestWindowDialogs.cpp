// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "WindowFixture.h"

#include "gui/ConnectDialog.h"
#include "gui/ExportDialog.h"
#include "gui/ImportDialog.h"
#include "support/DatabaseTestCase.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPalette>
#include <QPushButton>
#include <QTableWidget>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** What the window opens beside itself, and what it looks like. */
class TestWindowDialogs : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void asksForThePassword();
    void importsWhatIsDropped();
    void importsTheClipboard();
    void importsASample();
    void anImportIsUndoneByKey();
    void theFilterTakesNoCommand();
    void opensTheExport();
    void opensTheConnectDialog();
    void listsTheShortcuts();
    void saysWhatItIs();
    void followsADarkPalette();

private:
    template <class T>
    void closeDialog();

    std::unique_ptr<WindowFixture> m_window;
};

void TestWindowDialogs::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
    database().insertTags({u"Python"_s});
    m_window = std::make_unique<WindowFixture>();
    QVERIFY(m_window->open(database().profile()));
}

void TestWindowDialogs::cleanup()
{
    m_window.reset();
    DatabaseTestCase::cleanup();
}

/** Fails where no dialog of class @p T is open; closes it and waits until it is gone. */
template <class T>
void TestWindowDialogs::closeDialog()
{
    T *dialog = m_window->dialog<T>();
    QVERIFY2(dialog, T::staticMetaObject.className());
    QVERIFY(dialog->isModal());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->window->findChild<T *>());
    QVERIFY(m_window->settle());
}

void TestWindowDialogs::asksForThePassword()
{
    const QTemporaryDir folder;
    TestServerOptions options;
    options.grantTables = true;
    TestServer server(folder.path() + u"/s"_s, options);
    QVERIFY2(server.start(), qPrintable(server.error()));
    {
        NativeMariaDb root(server.socket());
        root.execute(u"CREATE DATABASE secret_db"_s);
        root.execute(u"CREATE TABLE secret_db.tags (tag_id VARCHAR(190) PRIMARY KEY)"_s);
        root.execute(u"CREATE USER 'ann'@'localhost' IDENTIFIED BY 'pass word'"_s);
        root.execute(u"GRANT ALL ON secret_db.* TO 'ann'@'localhost'"_s);
    }
    Profile profile = server.profile(u"secret_db"_s);
    profile.user = u"ann"_s;
    m_window->prompts.passwords = {u"wrong"_s, u"pass word"_s};
    m_window->window->openProfile(profile);
    QTRY_COMPARE(m_window->page(), u"emptyPage"_s);
    QCOMPARE(m_window->prompts.labels.size(), size_t(2));
    QVERIFY(m_window->prompts.labels[0].contains(u"secret_db"_s));

    // It is remembered, but the password is not.
    const std::vector<ProfileStore::Entry> recent = m_window->profiles.recent();
    QCOMPARE(recent.front().profile.user, u"ann"_s);
    QCOMPARE(recent.front().profile.password, QString());
    QVERIFY(m_window->settle());
}

void TestWindowDialogs::importsWhatIsDropped()
{
    QMimeData data;
    data.setText(u"FastAPI\nDjango\n"_s);
    QDragEnterEvent enter(QPoint(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->window.get(), &drop);
    closeDialog<ImportDialog>();
}

void TestWindowDialogs::importsTheClipboard()
{
    QGuiApplication::clipboard()->setText(u"FastAPI"_s);
    QTest::keyClick(m_window->table(), Qt::Key_V, Qt::ControlModifier);
    closeDialog<ImportDialog>();

    QGuiApplication::clipboard()->clear();
    m_window->action("pasteAction")->trigger();
    QCOMPARE(m_window->prompts.errors.size(), size_t(1));
    QVERIFY(!m_window->window->findChild<ImportDialog *>());
}

void TestWindowDialogs::importsASample()
{
    const QList<QAction *> samples = m_window->child<QMenu>("samplesMenu")->actions();
    QCOMPARE(samples.size(), 2);
    samples.constFirst()->trigger();
    QVERIFY(m_window->dialog<ImportDialog>());
    QVERIFY(m_window->settle());
    closeDialog<ImportDialog>();
}

void TestWindowDialogs::anImportIsUndoneByKey()
{
    m_window->filter()->setFocus(); // where a window begins
    QGuiApplication::clipboard()->setText(u"FastAPI"_s);
    m_window->action("pasteAction")->trigger();
    auto *dialog = m_window->dialog<ImportDialog>();
    QVERIFY(dialog);
    auto *button = dialog->findChild<QPushButton *>(u"importButton"_s);
    QTRY_VERIFY(button->isEnabled());
    button->click();
    QTRY_VERIFY(m_window->shown().contains(u"FastAPI"_s));
    closeDialog<ImportDialog>();
    m_window->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    QTest::keyClick(m_window->window->focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->shown(), QStringList{u"Python"_s});
}

void TestWindowDialogs::theFilterTakesNoCommand()
{
    for (const char *name : {"exportAction", "connectAction"}) {
        const QKeyCombination keys = m_window->action(name)->shortcut()[0];
        QKeyEvent event(QEvent::ShortcutOverride, keys.key(), keys.keyboardModifiers());
        // On X11 both are keys of the end of a line, which a field takes unless it is kept from it.
        QObject *bar = m_window->filter()->parent();
        QVERIFY2(bar->eventFilter(m_window->filter(), &event), name);
        QVERIFY2(!event.isAccepted(), name);
    }
}

void TestWindowDialogs::opensTheExport()
{
    m_window->click(0);
    QTest::keyClick(m_window->window.get(), Qt::Key_E, Qt::ControlModifier);
    closeDialog<ExportDialog>();
}

void TestWindowDialogs::opensTheConnectDialog()
{
    QTest::keyClick(m_window->window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *dialog = m_window->dialog<ConnectDialog>();
    QVERIFY(dialog);
    Profile profile = database().profile();
    dialog->setProfile(profile);
    dialog->accept();
    QTRY_VERIFY(!m_window->window->findChild<ConnectDialog *>());
    QVERIFY(m_window->settle());
    QCOMPARE(m_window->page(), u"tagTable"_s);
}

void TestWindowDialogs::listsTheShortcuts()
{
    QTest::keyClick(m_window->window.get(), Qt::Key_F1);
    auto *dialog = m_window->dialog<QDialog>();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QTableWidget *>(u"shortcutTable"_s);
    QVERIFY(list->rowCount() > 15);
    QVERIFY(!list->findItems(u"Ctrl+E"_s, Qt::MatchExactly).isEmpty());
    closeDialog<QDialog>();
}

void TestWindowDialogs::saysWhatItIs()
{
    m_window->action("aboutAction")->trigger();
    auto *box = m_window->dialog<QMessageBox>();
    QVERIFY(box);
    QVERIFY(box->text().contains(QStringLiteral(TAGSMITH_VERSION)));
    closeDialog<QMessageBox>();
}

void TestWindowDialogs::followsADarkPalette()
{
    const auto lightest = [this] {
        const QImage icon = m_window->action("addAction")->icon().pixmap(24).toImage();
        int lightness = 0;
        for (int y = 0; y < icon.height(); ++y) {
            for (int x = 0; x < icon.width(); ++x) {
                const QColor pixel = icon.pixelColor(x, y);
                if (pixel.alpha() > 200)
                    lightness = std::max(lightness, pixel.lightness());
            }
        }
        return lightness;
    };
    QVERIFY(lightest() < 100);
    const QPalette before = QApplication::palette();
    QApplication::setPalette(QPalette(QColor(40, 40, 40)));
    QTRY_VERIFY(lightest() > 200);
    QApplication::setPalette(before);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestWindowDialogs)
#include "TestWindowDialogs.moc"
