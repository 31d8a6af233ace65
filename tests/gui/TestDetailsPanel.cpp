// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DetailsPanel.h"

#include "SaveScreenshot.h"
#include "WindowFixture.h"
#include "support/DatabaseTestCase.h"

#include <QComboBox>
#include <QSplitter>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The panel beside the table, with keyboard and mouse. */
class TestDetailsPanel : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void opensAndClosesWithItsKey();
    void showsTheCurrentTag();
    void turnsPagesOfTaggings();
    void choosesAReference();
    void beginsWithTheMostUsedReference();
    void saysWhenThereAreNoTaggings();
    void saysWhenThereAreNoReferences();
    void showsAnErrorInItsPlace();
    void followsAReload();
    void asksNothingWhileItIsHidden();
    void isRememberedByTheWindow();
    void canBeReachedByKeyboard();
    void fitsLongNamesIntoLittleRoom();

private:
    DetailsPanel *panel() const { return m_window->window->findChild<DetailsPanel *>(); }
    void openPanel();
    void select(const QString &name);
    /** The rows of a table of the panel: "column|value". */
    QStringList rows(const char *table) const;
    QString message() const;

    std::unique_ptr<WindowFixture> m_window;
};

void TestDetailsPanel::init()
{
    DatabaseTestCase::init();
    for (const QString &sql :
         {u"CREATE TABLE tags (tag_id VARCHAR(190) NOT NULL PRIMARY KEY, note VARCHAR(50))"_s,
          u"CREATE TABLE articles (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(100))"_s,
          u"CREATE TABLE article_tags (article_id INTEGER NOT NULL, tag VARCHAR(190) NOT NULL, "
          "PRIMARY KEY (article_id, tag), FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s,
          u"CREATE TABLE images (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100), "
          "tag VARCHAR(190), FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s,
          u"INSERT INTO tags VALUES ('Python', 'a snake'), ('FastAPI', NULL), ('unused', '')"_s,
          u"INSERT INTO images VALUES (7, 'logo.png', 'Python')"_s})
        database().execute(sql);
    QStringList articles;
    QStringList links;
    for (int i = 1; i <= 60; ++i) {
        articles << u"(%1, 'Article %1')"_s.arg(i);
        links << u"(%1, 'Python')"_s.arg(i);
    }
    links << u"(1, 'FastAPI')"_s;
    database().execute(u"INSERT INTO articles VALUES "_s + articles.join(u", "_s));
    database().execute(u"INSERT INTO article_tags VALUES "_s + links.join(u", "_s));
    m_window = std::make_unique<WindowFixture>();
    m_window->window->openProfile(database().profile(), u"tags"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    QVERIFY(m_window->settle());
    QTRY_COMPARE(m_window->shown().size(), 3);
}

void TestDetailsPanel::cleanup()
{
    m_window.reset();
    DatabaseTestCase::cleanup();
}

void TestDetailsPanel::openPanel()
{
    QTest::keyClick(m_window->window.get(), Qt::Key_F4);
    QTRY_VERIFY(panel()->isVisible());
}

void TestDetailsPanel::select(const QString &name)
{
    m_window->click(static_cast<int>(m_window->shown().indexOf(name)));
    QTRY_COMPARE(m_window->child<QLineEdit>("nameLine")->text(), name);
}

QStringList TestDetailsPanel::rows(const char *table) const
{
    const QAbstractItemModel &model = *m_window->child<QTableView>(table)->model();
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        texts << cells.join(u'|');
    }
    return texts;
}

QString TestDetailsPanel::message() const
{
    const auto *label = m_window->child<QLabel>("messageLabel");
    return label->isVisible() ? label->text() : QString();
}

void TestDetailsPanel::opensAndClosesWithItsKey()
{
    QVERIFY(!panel()->isVisible());
    openPanel();
    QVERIFY(m_window->action("detailsAction")->isChecked());
    QCOMPARE(m_window->window->dockWidgetArea(panel()), Qt::RightDockWidgetArea);
    QTest::keyClick(m_window->window.get(), Qt::Key_F4);
    QTRY_VERIFY(!panel()->isVisible());
    QVERIFY(!m_window->action("detailsAction")->isChecked());
    openPanel();
    panel()->close(); // its own button
    QTRY_VERIFY(!m_window->action("detailsAction")->isChecked());
}

void TestDetailsPanel::showsTheCurrentTag()
{
    openPanel();
    select(u"FastAPI"_s);
    QCOMPARE(rows("fieldTable"), (QStringList{u"tag_id|FastAPI"_s, u"note|NULL"_s}));
    QTRY_COMPARE(m_window->label("usesLabel"), u"1 use"_s);
    QTRY_COMPARE(rows("taggingTable"), QStringList{u"1|Article 1"_s});
    QVERIFY(!m_window->child<QToolButton>("nextButton")->isVisible());
    select(u"Python"_s);
    QTRY_COMPARE(m_window->label("usesLabel"), u"61 uses"_s);
    QTRY_COMPARE(rows("taggingTable").size(), 50);
    QCOMPARE(rows("taggingTable").constFirst(), u"1|Article 1"_s);
    test::saveScreenshot(*m_window->window, u"details-panel"_s);
}

void TestDetailsPanel::turnsPagesOfTaggings()
{
    openPanel();
    select(u"Python"_s);
    QTRY_COMPARE(m_window->label("rangeLabel"), u"1 to 50"_s);
    QVERIFY(!m_window->child<QToolButton>("previousButton")->isEnabled());
    m_window->child<QToolButton>("nextButton")->click();
    QTRY_COMPARE(m_window->label("rangeLabel"), u"51 to 60"_s);
    QCOMPARE(rows("taggingTable").constLast(), u"60|Article 60"_s);
    QVERIFY(!m_window->child<QToolButton>("nextButton")->isEnabled());
    m_window->child<QToolButton>("previousButton")->click();
    QTRY_COMPARE(m_window->label("rangeLabel"), u"1 to 50"_s);
}

void TestDetailsPanel::choosesAReference()
{
    openPanel();
    select(u"Python"_s);
    auto *choice = m_window->child<QComboBox>("referenceChoice");
    QTRY_COMPARE(choice->itemText(0), u"article_tags.tag – 60 uses"_s);
    QCOMPARE(choice->itemText(1), u"images.tag – 1 use"_s);
    QTRY_COMPARE(rows("taggingTable").size(), 50);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_COMPARE(rows("taggingTable"), QStringList{u"7|logo.png"_s});
    // The choice stays with the next tag.
    select(u"FastAPI"_s);
    QCOMPARE(choice->currentIndex(), 1);
    QTRY_COMPARE(message(), u"No taggings"_s);
}

void TestDetailsPanel::beginsWithTheMostUsedReference()
{
    database().execute(u"INSERT INTO images VALUES (8, 'only.png', 'unused')"_s);
    QTest::keyClick(m_window->window.get(), Qt::Key_F5);
    QVERIFY(m_window->settle());
    openPanel();
    select(u"unused"_s);
    QTRY_COMPARE(rows("taggingTable"), QStringList{u"8|only.png"_s});
    select(u"Python"_s);
    QTRY_COMPARE(rows("taggingTable").size(), 50);
}

void TestDetailsPanel::saysWhenThereAreNoTaggings()
{
    openPanel();
    select(u"unused"_s);
    QTRY_COMPARE(message(), u"No taggings"_s);
    QTRY_COMPARE(m_window->label("usesLabel"), u"0 uses"_s);
    QVERIFY(!m_window->child<QPushButton>("retryTaggingsButton")->isVisible());
}

void TestDetailsPanel::saysWhenThereAreNoReferences()
{
    QVERIFY(m_window->open(embeddedProfile()));
    openPanel();
    QTRY_COMPARE(message(), u"No tag is chosen."_s);
    database().execute(u"CREATE TABLE labels (label VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    database().execute(u"INSERT INTO labels VALUES ('alone')"_s);
    m_window->window->openProfile(database().profile(), u"labels"_s);
    QTRY_COMPARE(m_window->child<QLineEdit>("nameLine")->text(), u"alone"_s);
    QVERIFY(message().startsWith(u"No references are known"_s));
    QVERIFY(!m_window->child<QComboBox>("referenceChoice")->isVisible());
    QCOMPARE(m_window->label("usesLabel"), QString());
}

void TestDetailsPanel::showsAnErrorInItsPlace()
{
    openPanel();
    select(u"Python"_s);
    QTRY_COMPARE(rows("taggingTable").size(), 50);
    database().execute(u"DROP TABLE article_tags"_s);
    select(u"FastAPI"_s);
    QTRY_VERIFY(message().contains(u"article_tags"_s));
    QVERIFY(m_window->child<QPushButton>("retryTaggingsButton")->isVisible());
    QVERIFY(m_window->prompts.errors.empty()); // no dialog
    database().execute(u"CREATE TABLE article_tags (article_id INTEGER, tag VARCHAR(190))"_s);
    m_window->child<QPushButton>("retryTaggingsButton")->click();
    QTRY_COMPARE(message(), u"No taggings"_s);
}

void TestDetailsPanel::followsAReload()
{
    openPanel();
    select(u"FastAPI"_s);
    QTRY_COMPARE(rows("taggingTable"), QStringList{u"1|Article 1"_s});
    database().execute(u"INSERT INTO article_tags VALUES (2, 'FastAPI')"_s);
    database().execute(u"UPDATE tags SET note = 'web' WHERE tag_id = 'FastAPI'"_s);
    QTest::keyClick(m_window->window.get(), Qt::Key_F5);
    QTRY_COMPARE(rows("taggingTable"), (QStringList{u"1|Article 1"_s, u"2|Article 2"_s}));
    QTRY_COMPARE(rows("fieldTable"), (QStringList{u"tag_id|FastAPI"_s, u"note|web"_s}));
    QTRY_COMPARE(m_window->label("usesLabel"), u"2 uses"_s);
}

void TestDetailsPanel::asksNothingWhileItIsHidden()
{
    m_window->click(0);
    m_window->click(1);
    QVERIFY(m_window->settle());
    QCOMPARE(m_window->child<QLineEdit>("nameLine")->text(), QString());
    openPanel();
    QTRY_COMPARE(m_window->child<QLineEdit>("nameLine")->text(), m_window->shown().at(1));
}

void TestDetailsPanel::isRememberedByTheWindow()
{
    openPanel();
    QVERIFY(m_window->settle());
    QVERIFY(m_window->close());
    m_window->makeWindow();
    QTRY_VERIFY(panel()->isVisible());
    QTRY_VERIFY(m_window->action("detailsAction")->isChecked());
}

void TestDetailsPanel::canBeReachedByKeyboard()
{
    openPanel();
    select(u"Python"_s);
    QTRY_COMPARE(rows("taggingTable").size(), 50);
    m_window->table()->setFocus();
    QStringList reached;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(m_window->window->focusWidget(), Qt::Key_Tab);
        reached << m_window->window->focusWidget()->objectName();
    }
    for (const QString &name : {u"nameLine"_s, u"fieldTable"_s, u"referenceChoice"_s,
                                u"taggingTable"_s, u"nextButton"_s, u"tagTable"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

void TestDetailsPanel::fitsLongNamesIntoLittleRoom()
{
    const QString longName = u"a very long name "_s.repeated(10) + QString(20, u'w');
    database().execute(u"INSERT INTO tags VALUES ('%1', '%2')"_s.arg(longName, QString(50, u'n')));
    database().execute(
        u"INSERT INTO images VALUES (8, '%1', '%2')"_s.arg(QString(90, u'x'), longName));
    QTest::keyClick(m_window->window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_window->shown().size(), 4);
    openPanel();
    select(longName);
    m_window->child<QComboBox>("referenceChoice")->setCurrentIndex(1);
    QTRY_COMPARE(rows("taggingTable").size(), 1);
    m_window->window->resize(700, 450);
    QVERIFY(panel()->minimumSizeHint().width() < 260);
    QVERIFY(m_window->window->minimumSizeHint().width() < 700);
    for (const char *name : {"nameLine", "referenceChoice", "taggingTable"}) {
        const auto *widget = m_window->child<QWidget>(name);
        QTRY_VERIFY(panel()->widget()->rect().contains(
            QRect(widget->mapTo(panel()->widget(), QPoint(0, 0)), widget->size())));
    }
    test::saveScreenshot(*m_window->window, u"details-panel-narrow"_s);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestDetailsPanel)
#include "TestDetailsPanel.moc"
