// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SaveScreenshot.h"
#include "WindowFixture.h"

#include "support/DatabaseTestCase.h"

#include <QScrollBar>
#include <QSignalSpy>

#include <chrono>

namespace tagsmith
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** What others change appears in the window by itself, and nothing jumps. */
class TestLiveRefresh : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsWhatOthersChange();
    void keepsSelectionFilterAndSort();
    void keepsTheRowsInTheirPlace();
    void keepsAnOpenEditor();
    void keepsAnEditorOnARowThatOthersChange();
    void keepsWhatWasTypedWhenTheTagIsGone();
    void showsNoActivity();
    void saysThatTheLinkIsLost();
    void asksNothingWhenSwitchedOff();
    void closesWhileAsking();
    void twoWindowsShowTheSame();

private:
    void insertMany();
    QLineEdit *edit(const QString &name, int column);
    int rowOf(const QString &name) const
    {
        return static_cast<int>(m_window->shown().indexOf(name));
    }

    std::unique_ptr<WindowFixture> m_window;
};

void TestLiveRefresh::init()
{
    DatabaseTestCase::init();
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(20))"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python', NULL), ('FastAPI', 'web'), "
                       "('Qt', 'gui')"_s);
    database().execute(u"CREATE TABLE uses (item VARCHAR(50), tag VARCHAR(190) NOT NULL, "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s);
    m_window = std::make_unique<WindowFixture>();
    QVERIFY(m_window->open(database().profile()));
    QCOMPARE(m_window->shown().size(), 3);
    m_window->setLive(20ms);
}

void TestLiveRefresh::cleanup()
{
    m_window.reset();
    DatabaseTestCase::cleanup();
}

/** Tags from "m000" to "m199", as another program would insert them. */
void TestLiveRefresh::insertMany()
{
    QStringList rows;
    for (int i = 0; i < 200; ++i)
        rows << u"('m%1', 'x')"_s.arg(i, 3, 10, QChar(u'0'));
    database().execute(u"INSERT INTO tags VALUES "_s + rows.join(u", "_s));
    QTRY_COMPARE(m_window->shown().size(), 203);
}

QLineEdit *TestLiveRefresh::edit(const QString &name, int column)
{
    m_window->table()->scrollTo(m_window->table()->model()->index(rowOf(name), 0));
    m_window->click(rowOf(name), Qt::NoModifier, column);
    QTest::keyClick(m_window->table(), Qt::Key_F2);
    QLineEdit *editor = m_window->cellEditor();
    if (editor) {
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, u"half typ"_s);
    }
    return editor;
}

void TestLiveRefresh::showsWhatOthersChange()
{
    database().execute(u"INSERT INTO tags VALUES ('Rust', 'new')"_s);
    QTRY_VERIFY(m_window->shown().contains(u"Rust"_s));
    database().execute(u"UPDATE tags SET note = 'toolkit' WHERE tag_id = 'Qt'"_s);
    QTRY_COMPARE(m_window->shown(1).at(rowOf(u"Qt"_s)), u"toolkit"_s);
    database().execute(u"DELETE FROM tags WHERE tag_id = 'Python'"_s);
    QTRY_VERIFY(!m_window->shown().contains(u"Python"_s));
    // A tagging is counted anew.
    database().execute(u"INSERT INTO uses VALUES ('a', 'Qt')"_s);
    QTRY_COMPARE(m_window->shown(2).at(rowOf(u"Qt"_s)), u"1"_s);
}

void TestLiveRefresh::keepsSelectionFilterAndSort()
{
    m_window->filter()->setText(u"t"_s); // FastAPI, Python, Qt
    m_window->table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    QTRY_COMPARE(m_window->shown(), (QStringList{u"Qt"_s, u"Python"_s, u"FastAPI"_s}));
    m_window->click(rowOf(u"Python"_s));
    database().execute(u"INSERT INTO tags VALUES ('Rust', NULL), ('Go', NULL), ('Tcl', NULL)"_s);
    QTRY_COMPARE(m_window->shown(),
                 (QStringList{u"Tcl"_s, u"Rust"_s, u"Qt"_s, u"Python"_s, u"FastAPI"_s}));
    QCOMPARE(m_window->table()->selectedRowNumbers(), std::vector<int>{3});
    QCOMPARE(m_window->table()->currentIndex().row(), 3);
    QCOMPARE(m_window->filter()->text(), u"t"_s);
}

void TestLiveRefresh::keepsTheRowsInTheirPlace()
{
    insertMany();
    TagTableView *table = m_window->table();
    table->scrollTo(table->model()->index(rowOf(u"m100"_s), 0), QTableView::PositionAtTop);
    m_window->click(rowOf(u"m103"_s));
    const auto place = [this, table](const QString &name) {
        return table->visualRect(table->model()->index(rowOf(name), 0)).top();
    };
    const int before = place(u"m103"_s);
    database().execute(u"INSERT INTO tags VALUES ('a1', NULL), ('a2', NULL), ('m0505', NULL)"_s);
    QTRY_COMPARE(m_window->shown().size(), 206);
    QCOMPARE(place(u"m103"_s), before);
    database().execute(u"DELETE FROM tags WHERE tag_id IN ('a1', 'm001', 'm002', 'm003')"_s);
    QTRY_COMPARE(m_window->shown().size(), 202);
    QCOMPARE(place(u"m103"_s), before);
    QCOMPARE(table->selectedRowNumbers(), std::vector<int>{rowOf(u"m103"_s)});
    // The current row goes; the others around it stay.
    const int next = place(u"m104"_s);
    database().execute(u"DELETE FROM tags WHERE tag_id IN ('a2', 'm103', 'm004')"_s);
    QTRY_COMPARE(m_window->shown().size(), 199);
    QVERIFY(std::abs(place(u"m104"_s) - next) <= table->verticalHeader()->defaultSectionSize());
}

void TestLiveRefresh::keepsAnOpenEditor()
{
    insertMany();
    QLineEdit *editor = edit(u"m100"_s, 1);
    QVERIFY(editor);
    editor->setCursorPosition(4);
    const QPoint place = editor->mapTo(m_window->table(), QPoint());
    database().execute(u"INSERT INTO tags VALUES ('a1', NULL), ('m0505', NULL), ('z', NULL)"_s);
    QTRY_COMPARE(m_window->shown().size(), 206);
    QCOMPARE(m_window->cellEditor(), editor);
    QCOMPARE(editor->text(), u"half typ"_s);
    QCOMPARE(editor->cursorPosition(), 4);
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->mapTo(m_window->table(), QPoint()), place);
    // It goes on being the editor of the same tag.
    QTest::keyClick(editor, Qt::Key_End);
    QTest::keyClicks(editor, u"ed"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(database().column(u"SELECT note FROM tags WHERE tag_id = 'm100'"_s),
                 QStringList{u"half typed"_s});
    QVERIFY(m_window->settle());
}

void TestLiveRefresh::keepsAnEditorOnARowThatOthersChange()
{
    QLineEdit *editor = edit(u"Qt"_s, 1);
    QVERIFY(editor);
    database().execute(u"UPDATE tags SET note = 'theirs'"_s);
    QTRY_COMPARE(m_window->shown(1).at(rowOf(u"FastAPI"_s)), u"theirs"_s);
    QCOMPARE(m_window->cellEditor(), editor);
    QCOMPARE(editor->text(), u"half typ"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_COMPARE(m_window->shown(1).at(rowOf(u"Qt"_s)), u"theirs"_s);
}

void TestLiveRefresh::keepsWhatWasTypedWhenTheTagIsGone()
{
    QVERIFY(edit(u"Qt"_s, 1));
    database().execute(u"DELETE FROM tags WHERE tag_id = 'Qt'"_s);
    QTRY_COMPARE(m_window->prompts.informations.size(), size_t(1));
    const auto &told = m_window->prompts.informations.front();
    QVERIFY(told.message.contains(u"“Qt” was deleted or renamed by others"_s));
    QVERIFY(told.message.contains(u"half typ"_s));
    QVERIFY(!m_window->shown().contains(u"Qt"_s));
    // Where it comes back, F2 goes on with it.
    database().execute(u"INSERT INTO tags VALUES ('Qt', 'again')"_s);
    QTRY_VERIFY(m_window->shown().contains(u"Qt"_s));
    m_window->click(rowOf(u"Qt"_s), Qt::NoModifier, 1);
    QTest::keyClick(m_window->table(), Qt::Key_F2);
    QVERIFY(m_window->cellEditor());
    QCOMPARE(m_window->cellEditor()->text(), u"half typ"_s);
    QTest::keyClick(m_window->cellEditor(), Qt::Key_Escape);
}

void TestLiveRefresh::showsNoActivity()
{
    bool hasShown = false;
    auto *label = m_window->child<QLabel>("activityLabel");
    const auto look = [&hasShown, label] { hasShown = hasShown || !label->text().isEmpty(); };
    connect(&m_window->repository, &TagRepository::activityChanged, label, look);
    connect(m_window->table()->model(), &QAbstractItemModel::dataChanged, label, look);
    connect(m_window->table()->model(), &QAbstractItemModel::rowsInserted, label, look);
    database().execute(u"INSERT INTO tags VALUES ('Rust', 'new')"_s);
    QTRY_VERIFY(m_window->shown().contains(u"Rust"_s));
    QTRY_COMPARE(m_window->shown(2).at(rowOf(u"Rust"_s)), u"0"_s);
    QVERIFY(!hasShown);
    disconnect(&m_window->repository, nullptr, label, nullptr);
}

void TestLiveRefresh::saysThatTheLinkIsLost()
{
    // Whatever the reason why nobody answers, here it is that the database has gone.
    database().tearDown();
    QTRY_VERIFY(m_window->label("problemLabel").contains(u"Changes by others are not shown"_s));
    QVERIFY(m_window->prompts.errors.empty());
    QCOMPARE(m_window->shown().size(), 3);
    m_window->setLive(0ms);
    QVERIFY(m_window->settle());
    database().build();
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(20))"_s);
    database().execute(u"CREATE TABLE uses (item VARCHAR(50), tag VARCHAR(190) NOT NULL, "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s);
    database().insertTags({u"back"_s});
    m_window->setLive(20ms);
    QTRY_COMPARE(m_window->shown(), QStringList{u"back"_s});
    QTRY_VERIFY(m_window->label("problemLabel").isEmpty());
}

void TestLiveRefresh::asksNothingWhenSwitchedOff()
{
    m_window->setLive(0ms);
    QVERIFY(m_window->settle());
    const QSignalSpy activity(&m_window->repository, &TagRepository::activityChanged);
    database().execute(u"INSERT INTO tags VALUES ('Rust', 'new')"_s);
    // The reload that somebody asks for is the only thing that happens.
    m_window->action("refreshAction")->trigger();
    QTRY_VERIFY(m_window->shown().contains(u"Rust"_s));
    QVERIFY(m_window->settle());
    const auto after = activity.size();
    QCoreApplication::processEvents();
    QCOMPARE(activity.size(), after);
}

void TestLiveRefresh::closesWhileAsking()
{
    m_window->setLive(1ms);
    const QSignalSpy activity(&m_window->repository, &TagRepository::activityChanged);
    QTRY_VERIFY(activity.size() > 6);
    QVERIFY(m_window->close());
}

void TestLiveRefresh::twoWindowsShowTheSame()
{
    WindowFixture other;
    QVERIFY(other.open(database().profile()));
    other.setLive(20ms);
    // An edit in one of them.
    m_window->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    QLineEdit *editor = edit(u"Qt"_s, 1);
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(other.shown(1).at(rowOf(u"Qt"_s)), u"half typ"_s);
    // And what a third one does, in both.
    database().insertTags({u"Rust"_s});
    QTRY_VERIFY(m_window->shown().contains(u"Rust"_s));
    QTRY_VERIFY(other.shown().contains(u"Rust"_s));
    QVERIFY(other.close());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestLiveRefresh)
#include "TestLiveRefresh.moc"
