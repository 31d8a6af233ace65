// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SaveScreenshot.h"
#include "WindowFixture.h"

#include "support/DatabaseTestCase.h"

#include <QFile>
#include <QMenu>
#include <QSignalSpy>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The pages of the window, its status line, and how it closes. */
class TestMainWindow : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void emptyPageSaysWhatToDo();
    void offersToCreateTheTable();
    void saysWhyItCouldNotOpen();
    void makesANewFile();
    void opensTheEmbeddedVocabulary();
    void remembersConnections();
    void opensAnotherVocabularyOfTheDatabase();
    void showsStatus();
    void disablesWhatNeedsASelection();
    void closesWhenIdle();
    void asksBeforeCancellingAWrite();
    void isAsBigAsTheScreenshot();

private:
    Pending<ImportAccount> import(const QByteArray &data, FileFormat format);

    std::unique_ptr<WindowFixture> m_window;
};

void TestMainWindow::init()
{
    DatabaseTestCase::init();
    m_window = std::make_unique<WindowFixture>();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    DatabaseTestCase::cleanup();
}

Pending<ImportAccount> TestMainWindow::import(const QByteArray &data, FileFormat format)
{
    const auto opened = m_window->repository.open(database().profile());
    [&] { QTRY_VERIFY(opened.future.isFinished()); }();
    ImportRequest request;
    request.source.data = data;
    request.source.format = format;
    return m_window->repository.importTags(*opened.future.resultAt(0), request);
}

void TestMainWindow::emptyPageSaysWhatToDo()
{
    database().createMinimalTable();
    QVERIFY(m_window->open(database().profile()));
    QCOMPARE(m_window->page(), u"emptyPage"_s);
    for (const char *name : {"addButton", "importButton", "sampleButton", "connectButton"})
        QVERIFY(m_window->window->findChild<QWidget *>(u"emptyPage"_s)
                    ->findChild<QPushButton *>(QString::fromLatin1(name))
                    ->isVisible());
    QCOMPARE(m_window->child<QMenu>("samplesMenu")->actions().size(), 2);
    QVERIFY(!m_window->filter()->isVisible());
    test::saveScreenshot(*m_window->window, u"empty-page"_s);

    database().insertTags({u"Python"_s});
    QTest::keyClick(m_window->window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_window->page(), u"tagTable"_s);
    QVERIFY(m_window->filter()->isVisible());
}

void TestMainWindow::offersToCreateTheTable()
{
    QVERIFY(m_window->open(database().profile()));
    QCOMPARE(m_window->page(), u"noticePage"_s);
    auto *create = m_window->child<QPushButton>("createButton");
    QVERIFY(create->isVisible());
    QVERIFY(!m_window->action("addAction")->isEnabled());
    test::saveScreenshot(*m_window->window, u"no-table-page"_s);

    QTest::mouseClick(create, Qt::LeftButton);
    QTRY_COMPARE(m_window->prompts.questions.size(), size_t(1));
    QVERIFY(m_window->settle());
    QCOMPARE(m_window->page(), u"noticePage"_s);

    m_window->prompts.answers = {true};
    QTest::mouseClick(create, Qt::LeftButton);
    QTRY_COMPARE(m_window->page(), u"emptyPage"_s);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 0);
}

void TestMainWindow::saysWhyItCouldNotOpen()
{
    Profile profile = database().profile();
    profile.database = u"nosuch_db"_s;
    profile.path += u".missing"_s;
    QVERIFY(m_window->open(profile));
    QCOMPARE(m_window->page(), u"noticePage"_s);
    auto *page = m_window->window->findChild<QWidget *>(u"noticePage"_s);
    QVERIFY(!page->findChild<QLabel *>(u"sentence"_s)->text().isEmpty());
    QVERIFY(m_window->child<QPushButton>("retryButton")->isVisible());
    QVERIFY(!m_window->child<QPushButton>("createButton")->isVisible());
    QCOMPARE(m_window->label("databaseLabel"), u"No database"_s);

    QTest::mouseClick(m_window->child<QPushButton>("retryButton"), Qt::LeftButton);
    QVERIFY(m_window->settle());
    QCOMPARE(m_window->page(), u"noticePage"_s);
}

void TestMainWindow::makesANewFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"my tags.sqlite"_s);
    m_window->prompts.filesToSave = {path, path};
    m_window->action("newFileAction")->trigger();
    QTRY_COMPARE(m_window->page(), u"emptyPage"_s);
    QVERIFY(QFile::exists(path));
    QCOMPARE(m_window->label("databaseLabel"), u"my tags.sqlite"_s);

    m_window->action("newFileAction")->trigger();
    QTRY_COMPARE(m_window->prompts.errors.size(), size_t(1));
    QVERIFY(m_window->prompts.errors[0].message.contains(u"exists already"_s));
}

void TestMainWindow::opensTheEmbeddedVocabulary()
{
    m_window->action("openEmbeddedAction")->trigger();
    QTRY_COMPARE(m_window->page(), u"emptyPage"_s);
    QVERIFY(QFile::exists(embeddedProfile().path));
    QCOMPARE(m_window->window->windowTitle(), u"tags — embedded vocabulary – Tagsmith"_s);
    QVERIFY(m_window->profiles.recent().empty());
}

void TestMainWindow::remembersConnections()
{
    database().createMinimalTable();
    QVERIFY(m_window->open(database().profile()));
    QCOMPARE(m_window->profiles.recent().size(), size_t(1));
    QVERIFY(m_window->open(embeddedProfile()));
    auto *menu = m_window->child<QMenu>("recentMenu");
    emit menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().constFirst()->trigger();
    QVERIFY(m_window->settle());
    QTRY_COMPARE(m_window->label("databaseLabel"), database().profile().displayName());
}

void TestMainWindow::opensAnotherVocabularyOfTheDatabase()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s});
    database().execute(u"CREATE TABLE moods (mood VARCHAR(50) PRIMARY KEY)"_s);
    database().execute(u"INSERT INTO moods VALUES ('calm'), ('glad')"_s);
    QVERIFY(m_window->open(database().profile()));
    auto *menu = m_window->child<QMenu>("vocabularyMenu");
    QVERIFY(menu->isEnabled());
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(menu->actions().at(0)->isChecked());
    QCOMPARE(menu->actions().at(1)->text(), u"moods"_s);
    menu->actions().at(1)->trigger();
    QTRY_COMPARE(m_window->label("countsLabel"), u"2 tags, 2 shown, 0 selected"_s);
    QVERIFY(m_window->window->windowTitle().startsWith(u"moods"_s));
    QTRY_VERIFY(menu->actions().at(1)->isChecked());
}

void TestMainWindow::showsStatus()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"FastAPI"_s, u"Qt"_s});
    QVERIFY(m_window->open(database().profile()));
    QCOMPARE(m_window->label("databaseLabel"), database().profile().displayName());
    QCOMPARE(m_window->window->windowTitle(),
             u"tags — %1 – Tagsmith"_s.arg(database().profile().displayName()));
    QCOMPARE(m_window->label("countsLabel"), u"3 tags, 3 shown, 0 selected"_s);
    QCOMPARE(m_window->label("securityLabel"), isMariaDb() ? u"Local socket"_s : u"Local file"_s);
    QVERIFY(!m_window->child<QToolButton>("cancelButton")->isVisible());
    m_window->click(1);
    QCOMPARE(m_window->label("countsLabel"), u"3 tags, 3 shown, 1 selected"_s);
    m_window->filter()->setText(u"qt"_s);
    QTRY_COMPARE(m_window->label("countsLabel").left(15), u"3 tags, 1 shown"_s);

    // What runs is shown at once, with a button that stops it.
    m_window->action("refreshAction")->trigger();
    QCOMPARE(m_window->label("activityLabel"), u"Loading…"_s);
    QVERIFY(m_window->child<QToolButton>("cancelButton")->isVisible());
    QTest::mouseClick(m_window->child<QToolButton>("cancelButton"), Qt::LeftButton);
    QVERIFY(m_window->settle());
    QCOMPARE(m_window->page(), u"tagTable"_s);
    QVERIFY(!m_window->child<QToolButton>("cancelButton")->isVisible());
}

void TestMainWindow::disablesWhatNeedsASelection()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"FastAPI"_s});
    QVERIFY(m_window->open(database().profile()));
    QVERIFY(!m_window->action("deleteAction")->isEnabled());
    m_window->click(0);
    QVERIFY(m_window->action("renameAction")->isEnabled());
    m_window->click(1, Qt::ControlModifier);
    QVERIFY(!m_window->action("renameAction")->isEnabled());
    QVERIFY(m_window->action("deleteAction")->isEnabled());
}

void TestMainWindow::closesWhenIdle()
{
    database().createMinimalTable();
    QVERIFY(m_window->open(database().profile()));
    const QSignalSpy drained(&m_window->repository, &TagRepository::drained);
    QTest::keyClick(m_window->window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->window->isVisible());
    QCOMPARE(drained.size(), 1);
    QVERIFY(m_window->prompts.questions.empty());
}

void TestMainWindow::asksBeforeCancellingAWrite()
{
    database().createMinimalTable();
    QVERIFY(m_window->open(database().profile()));
    QByteArray lines;
    constexpr int count = 100'000;
    for (int i = 0; i < count; ++i)
        lines += "tag " + QByteArray::number(i) + '\n';
    const auto pending = import(lines, FileFormat::Lines);
    m_window->prompts.holdsAnswers = true;
    m_window->window->close();
    QTRY_COMPARE(m_window->prompts.questions.size(), size_t(1));
    QVERIFY(m_window->prompts.questions[0].isDestructive);
    QVERIFY(m_window->window->isVisible());
    m_window->prompts.answerNow(true);
    QTRY_VERIFY(!m_window->window->isVisible());
    QVERIFY(pending.future.isFinished());
    const qint64 stored = database().number(u"SELECT COUNT(*) FROM tags"_s);
    QVERIFY2(stored == 0 || stored == count, "An import is whole or absent.");
}

/** A picture of the window with real data, for the eyes of people. */
void TestMainWindow::isAsBigAsTheScreenshot()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, "
                       "category VARCHAR(190))"_s);
    QFile sample(u":/samples/debian-facets.csv"_s);
    QVERIFY(sample.open(QIODevice::ReadOnly));
    QVERIFY(m_window->open(database().profile()));
    const auto pending = import(sample.readAll(), FileFormat::Csv);
    QTRY_VERIFY(pending.future.isFinished());
    QVERIFY2(pending.future.resultAt(0).ok(), "The sample is imported.");
    QVERIFY(m_window->open(database().profile()));
    m_window->window->resize(1000, 700);
    m_window->filter()->setText(u"we"_s);
    QVERIFY(m_window->settle());
    m_window->click(2);
    QTRY_COMPARE(m_window->window->size(), QSize(1000, 700));
    test::saveScreenshot(*m_window->window, u"main-window"_s);
    QVERIFY(m_window->shown().size() > 3);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestMainWindow)
#include "TestMainWindow.moc"
