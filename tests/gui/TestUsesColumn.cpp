// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SaveScreenshot.h"
#include "WindowFixture.h"
#include "gui/TagDelegate.h"
#include "models/TagTableModel.h"
#include "support/DatabaseTestCase.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QPainter>

#include <cstdlib>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** The uses beside the tags: column, bar and the filter for unused ones. */
class TestUsesColumn : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void standsBesideTheName();
    void sortsDescendingFirst();
    void splitsByReferenceOnDemand();
    void drawsABarOnALogarithmicScale();
    void isReadableInLightAndDark();
    void cannotBeEdited();
    void saysTheUsesAloud();
    void showsOnlyUnusedTags();
    void unusedNeedsReferences();
    void aFailedCountIsTold();
    void isNotExported();

private:
    QCheckBox *unused() const { return m_window->child<QCheckBox>("unusedCheck"); }
    int usesColumn() const { return 2; }
    void headerClick(int column);
    QImage cellImage(int row, const QPalette &palette, bool selected);

    std::unique_ptr<WindowFixture> m_window;
};

void TestUsesColumn::init()
{
    DatabaseTestCase::init();
    for (const QString &sql :
         {u"CREATE TABLE tags (tag_id VARCHAR(190) NOT NULL PRIMARY KEY, note VARCHAR(50))"_s,
          u"CREATE TABLE posts (id INTEGER NOT NULL PRIMARY KEY, tag VARCHAR(190), "
          "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s,
          u"CREATE TABLE images (id INTEGER NOT NULL PRIMARY KEY, tag VARCHAR(190), "
          "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s,
          u"INSERT INTO tags VALUES ('few', 'b'), ('many', 'a'), ('one', 'c'), ('unused', NULL)"_s,
          u"INSERT INTO images VALUES (1, 'few'), (2, 'few'), (3, 'one')"_s})
        database().execute(sql);
    QStringList rows;
    for (int i = 1; i <= 2000; ++i)
        rows << u"(%1, 'many')"_s.arg(i);
    rows << u"(3000, 'few')"_s;
    database().execute(u"INSERT INTO posts VALUES "_s + rows.join(u", "_s));
    m_window = std::make_unique<WindowFixture>();
    m_window->window->openProfile(database().profile(), u"tags"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    QTRY_COMPARE(m_window->shown(usesColumn()),
                 (QStringList{u"3"_s, QLocale().toString(2000), u"1"_s, u"0"_s}));
    QVERIFY(m_window->settle());
}

void TestUsesColumn::cleanup()
{
    m_window.reset();
    DatabaseTestCase::cleanup();
}

void TestUsesColumn::headerClick(int column)
{
    QHeaderView *header = m_window->table()->horizontalHeader();
    const QPoint position(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, position);
}

void TestUsesColumn::standsBesideTheName()
{
    const QHeaderView *header = m_window->table()->horizontalHeader();
    QCOMPARE(header->visualIndex(usesColumn()), 1);
    QCOMPARE(m_window->table()->model()->headerData(usesColumn(), Qt::Horizontal).toString(),
             u"Uses"_s);
    test::saveScreenshot(*m_window->window, u"uses-column"_s);
}

void TestUsesColumn::sortsDescendingFirst()
{
    headerClick(usesColumn());
    QTRY_COMPARE(m_window->shown(), (QStringList{u"many"_s, u"few"_s, u"one"_s, u"unused"_s}));
    headerClick(usesColumn());
    QTRY_COMPARE(m_window->shown(), (QStringList{u"unused"_s, u"one"_s, u"few"_s, u"many"_s}));
    headerClick(0);
    QTRY_COMPARE(m_window->shown().front(), u"few"_s); // other columns begin ascending
}

void TestUsesColumn::splitsByReferenceOnDemand()
{
    const QHeaderView *header = m_window->table()->horizontalHeader();
    QVERIFY(header->isSectionHidden(3));
    QVERIFY(header->isSectionHidden(4));
    auto *menu = m_window->child<QMenu>("columnsMenu");
    emit menu->aboutToShow();
    auto *action = menu->findChild<QAction *>(u"showColumn3"_s);
    QVERIFY(u"posts images"_s.contains(action->text()));
    action->trigger();
    QVERIFY(!header->isSectionHidden(3));
    const bool arePosts = action->text() == u"posts"_s;
    QCOMPARE(m_window->shown(3).front(), arePosts ? u"1"_s : u"2"_s);
}

void TestUsesColumn::drawsABarOnALogarithmicScale()
{
    const QAbstractItemModel &model = *m_window->table()->model();
    const auto bar = [&](int row) {
        return model.index(row, usesColumn()).data(TagTableModel::BarRole).toDouble();
    };
    QCOMPARE(bar(1), 1.0);  // 2000
    QVERIFY(bar(0) > 0.15); // 3 of 2000 can be seen
    QVERIFY(bar(0) < 0.25);
    QVERIFY(bar(2) < bar(0));
    QCOMPARE(bar(3), 0.0);
    QVERIFY(!model.index(0, 0).data(TagTableModel::BarRole).isValid());
}

QImage TestUsesColumn::cellImage(int row, const QPalette &palette, bool selected)
{
    QImage image(120, 24, QImage::Format_RGB32);
    image.fill(palette.color(selected ? QPalette::Highlight : QPalette::Base));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.initFrom(m_window->table());
    option.palette = palette;
    option.rect = image.rect();
    option.state = QStyle::State_Enabled | QStyle::State_Active;
    if (selected)
        option.state |= QStyle::State_Selected;
    m_window->table()->tagDelegate()->paint(&painter, option,
                                            m_window->table()->model()->index(row, usesColumn()));
    painter.end();
    return image;
}

void TestUsesColumn::isReadableInLightAndDark()
{
    QPalette light(QColor(0xef, 0xef, 0xef));
    light.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    light.setColor(QPalette::HighlightedText, Qt::white);
    QPalette dark(QColor(0x30, 0x30, 0x30), QColor(0x30, 0x30, 0x30));
    dark.setColor(QPalette::Highlight, QColor(0x30, 0x8c, 0xc6));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    const QPalette usual = QApplication::palette();
    QApplication::setPalette(dark);
    QTRY_COMPARE(m_window->table()->palette().color(QPalette::Base), dark.color(QPalette::Base));
    m_window->click(0);
    test::saveScreenshot(*m_window->window, u"uses-column-dark"_s);
    QApplication::setPalette(usual);
    for (const QPalette &palette : {light, dark}) {
        for (const bool selected : {false, true}) {
            const QImage full = cellImage(1, palette, selected);
            const QImage empty = cellImage(3, palette, selected);
            const QColor bar = full.pixelColor(10, 12);
            const QColor around = empty.pixelColor(10, 12);
            QVERIFY(bar != around);
            const QColor text =
                palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
            QVERIFY(std::abs(text.lightness() - bar.lightness()) > 120);
        }
    }
}

void TestUsesColumn::cannotBeEdited()
{
    const QModelIndex index = m_window->table()->model()->index(0, usesColumn());
    QVERIFY(!(index.flags() & Qt::ItemIsEditable));
    m_window->table()->setCurrentIndex(index);
    QTest::keyClick(m_window->table(), Qt::Key_F2);
    QVERIFY(!m_window->cellEditor());
}

void TestUsesColumn::saysTheUsesAloud()
{
    const QAbstractItemModel &model = *m_window->table()->model();
    QCOMPARE(model.index(0, usesColumn()).data(Qt::AccessibleTextRole).toString(), u"3 uses"_s);
    QCOMPARE(model.index(2, usesColumn()).data(Qt::AccessibleTextRole).toString(), u"1 use"_s);
    const QString tip = model.headerData(usesColumn(), Qt::Horizontal, Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"posts.tag"_s) && tip.contains(u"images.tag"_s));
}

void TestUsesColumn::showsOnlyUnusedTags()
{
    QVERIFY(unused()->isEnabled());
    unused()->click();
    QTRY_COMPARE(m_window->shown(), QStringList{u"unused"_s});
    QCOMPARE(m_window->label("filterCount"), u"1 of 4 tags"_s);
    QCOMPARE(m_window->label("countsLabel"), u"1 of 4 tags, unused only, 0 selected"_s);
    QTest::keyClicks(m_window->filter(), u"many"_s);
    QTRY_COMPARE(m_window->shown(), QStringList());
    QTest::keyClick(m_window->table(), Qt::Key_Escape);
    QTRY_COMPARE(m_window->shown().size(), 4);
    QVERIFY(!unused()->isChecked());
}

void TestUsesColumn::unusedNeedsReferences()
{
    QVERIFY(m_window->open(embeddedProfile()));
    QVERIFY(!unused()->isEnabled());
    QVERIFY(unused()->toolTip().contains(u"No references are known"_s));
}

void TestUsesColumn::aFailedCountIsTold()
{
    database().execute(u"DROP TABLE images"_s);
    QTest::keyClick(m_window->window.get(), Qt::Key_F5);
    QTRY_VERIFY(m_window->label("problemLabel").contains(u"images"_s));
    QVERIFY(m_window->prompts.errors.empty());
    // What was known before still stands there.
    QCOMPARE(m_window->shown(usesColumn()).front(), u"3"_s);
}

void TestUsesColumn::isNotExported()
{
    m_window->action("exportAction")->trigger();
    QTRY_VERIFY(m_window->window->findChild<QListWidget *>(u"columnList"_s));
    const auto *columns = m_window->child<QListWidget>("columnList");
    QCOMPARE(columns->count(), 2);
    m_window->window->findChild<QDialog *>()->close();
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestUsesColumn)
#include "TestUsesColumn.moc"
