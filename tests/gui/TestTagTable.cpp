// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "WindowFixture.h"

#include "support/DatabaseTestCase.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The table of the window, with keyboard and mouse. */
class TestTagTable : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void filtersWhileTyping();
    void escapeClearsTheFilter();
    void sortsByHeaderClick();
    void copiesInTheOrderShown();
    void quotesWhatWouldBreakALine();
    void hidesAColumn();
    void remembersColumns();
    void opensTheContextMenu();
    void keepsSelectionAcrossReload();
    void showsNullAsSuch();

private:
    void headerClick(int column);

    std::unique_ptr<WindowFixture> m_window;
};

void TestTagTable::init()
{
    DatabaseTestCase::init();
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(50))"_s);
    database().execute(u"INSERT INTO tags VALUES ('Zoé', 'first'), ('Python', NULL), "
                       "('FastAPI', 'web'), ('pylint', 'a tool')"_s);
    m_window = std::make_unique<WindowFixture>();
    QVERIFY(m_window->open(database().profile()));
    QCOMPARE(m_window->page(), u"tagTable"_s);
    QTRY_COMPARE(m_window->shown().size(), 4);
}

void TestTagTable::cleanup()
{
    m_window.reset();
    DatabaseTestCase::cleanup();
}

void TestTagTable::headerClick(int column)
{
    QHeaderView *header = m_window->table()->horizontalHeader();
    const QPoint position(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, position);
}

void TestTagTable::filtersWhileTyping()
{
    QTest::keyClick(m_window->window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_window->filter()->hasFocus());
    QTest::keyClicks(m_window->filter(), u"PY"_s);
    QTRY_COMPARE(m_window->shown().size(), 2);
    QTRY_COMPARE(m_window->label("filterCount"), u"2 of 4 tags"_s);
    m_window->filter()->clear();
    QTest::keyClicks(m_window->filter(), u"zoe"_s);
    QTRY_COMPARE(m_window->shown(), QStringList{u"Zoé"_s});
    QTest::keyClick(m_window->filter(), Qt::Key_Down);
    QTRY_VERIFY(m_window->table()->hasFocus());
}

void TestTagTable::escapeClearsTheFilter()
{
    m_window->filter()->setFocus();
    QTest::keyClicks(m_window->filter(), u"nothing like it"_s);
    QTRY_COMPARE(m_window->label("filterCount"), u"0 of 4 tags"_s);
    QCOMPARE(m_window->page(), u"tagTable"_s);
    QTest::keyClick(m_window->filter(), Qt::Key_Escape);
    QTRY_COMPARE(m_window->label("filterCount"), u"4 of 4 tags"_s);
    QCOMPARE(m_window->filter()->text(), QString());
}

void TestTagTable::sortsByHeaderClick()
{
    headerClick(0);
    const QStringList ascending{u"FastAPI"_s, u"pylint"_s, u"Python"_s, u"Zoé"_s};
    QTRY_COMPARE(m_window->shown(), ascending);
    headerClick(0);
    const QStringList descending{u"Zoé"_s, u"Python"_s, u"pylint"_s, u"FastAPI"_s};
    QTRY_COMPARE(m_window->shown(), descending);
    headerClick(1);
    QTRY_COMPARE(m_window->shown().front(), u"Python"_s); // NULL comes first
}

void TestTagTable::copiesInTheOrderShown()
{
    headerClick(0);
    const QStringList sorted{u"FastAPI"_s, u"pylint"_s, u"Python"_s, u"Zoé"_s};
    QTRY_COMPARE(m_window->shown(), sorted);
    QHeaderView *header = m_window->table()->horizontalHeader();
    header->moveSection(header->visualIndex(1), 0);
    m_window->click(0);
    m_window->click(3, Qt::ControlModifier);
    QTest::keyClick(m_window->table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"web\tFastAPI\nfirst\tZoé"_s);

    header->hideSection(1);
    QTest::keyClick(m_window->table(), Qt::Key_A, Qt::ControlModifier);
    m_window->action("copyAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"FastAPI\npylint\nPython\nZoé"_s);
}

void TestTagTable::quotesWhatWouldBreakALine()
{
    database().execute(u"UPDATE tags SET note = 'two\nlines and a \"quote\"' "
                       "WHERE tag_id = 'FastAPI'"_s);
    QTest::keyClick(m_window->window.get(), Qt::Key_F5);
    QVERIFY(m_window->settle());
    m_window->click(static_cast<int>(m_window->shown().indexOf(u"FastAPI"_s)));
    m_window->action("copyAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"FastAPI\t\"two\nlines and a \"\"quote\"\"\""_s);
}

void TestTagTable::hidesAColumn()
{
    auto *menu = m_window->child<QMenu>("columnsMenu");
    QHeaderView *header = m_window->table()->horizontalHeader();
    emit menu->aboutToShow();
    menu->findChild<QAction *>(u"showColumn1"_s)->trigger();
    QVERIFY(header->isSectionHidden(1));
    emit menu->aboutToShow();
    QVERIFY(!menu->findChild<QAction *>(u"showColumn0"_s)->isEnabled());
    menu->findChild<QAction *>(u"showAllColumnsAction"_s)->trigger();
    QVERIFY(!header->isSectionHidden(1));
}

void TestTagTable::remembersColumns()
{
    QHeaderView *header = m_window->table()->horizontalHeader();
    header->moveSection(0, 1);
    header->resizeSection(0, 321);
    // Opening another database, and coming back.
    QVERIFY(m_window->open(embeddedProfile()));
    QCOMPARE(header->visualIndex(0), 0);
    QVERIFY(m_window->open(database().profile()));
    QCOMPARE(header->visualIndex(0), 1);
    QCOMPARE(m_window->shown().size(), 4);
}

void TestTagTable::opensTheContextMenu()
{
    m_window->click(1);
    QTest::keyClick(m_window->table(), Qt::Key_Menu);
    QContextMenuEvent event(QContextMenuEvent::Mouse, m_window->centre(1),
                            m_window->table()->viewport()->mapToGlobal(m_window->centre(1)));
    QApplication::sendEvent(m_window->table()->viewport(), &event);
    auto *menu = m_window->child<QMenu>("rowMenu");
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(menu->actions().contains(m_window->action("deleteAction")));
    QVERIFY(m_window->action("renameAction")->isEnabled());
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!menu->isVisible());
}

void TestTagTable::keepsSelectionAcrossReload()
{
    const int row = static_cast<int>(m_window->shown().indexOf(u"Python"_s));
    m_window->click(row);
    database().insertTags({u"0 new"_s, u"Z new"_s});
    QTest::keyClick(m_window->window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_window->shown().size(), 6);
    const std::vector<int> rows = m_window->table()->selectedRowNumbers();
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(m_window->shown().at(rows.front()), u"Python"_s);
}

void TestTagTable::showsNullAsSuch()
{
    const int row = static_cast<int>(m_window->shown().indexOf(u"Python"_s));
    const QModelIndex index = m_window->table()->model()->index(row, 1);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"NULL"_s);
    QCOMPARE(index.data().toString(), QString());
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestTagTable)
#include "TestTagTable.moc"
