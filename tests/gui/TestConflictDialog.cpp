// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SaveScreenshot.h"

#include "gui/ConflictDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>
#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

using Resolutions = std::vector<RowResolution>;

/** Rows that others have changed, and what the user can choose. */
class TestConflictDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void marksWhatDiffers();
    void skipsAtFirst();
    void choosesField();
    void choosesByKeyboard();
    void choosesAllOfARow();
    void skipsAgain();
    void choosesForAllRows();
    void choosesAMissingRow();
    void bringsBackADeletedRow();
    void leavesTheirsAlone();
    void tellsOfCancel();
    void showsLongTexts();

private:
    template <class W>
    W *find(const char *name) const
    {
        auto *widget = m_dialog->findChild<W *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("There is no widget called %s.", name);
        return widget;
    }
    void open(const std::vector<RowConflict> &conflicts);
    QTableView *table() const { return find<QTableView>("versionsTable"); }
    QModelIndex cell(int line, int column) const { return table()->model()->index(line, column); }
    QString text(int line, int column) const { return cell(line, column).data().toString(); }
    bool isChosen(int line, int column) const
    {
        return cell(line, column).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    QString item(int row) const { return find<QListWidget>("rowList")->item(row)->text(); }
    void press(const char *name) const
    {
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
    }
    void clickCell(int line, int column) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          table()->visualRect(cell(line, column)).center());
    }
    /** Presses “Apply choices” and hands out what was resolved. */
    Resolutions apply();

    std::unique_ptr<ConflictDialog> m_dialog;
    std::optional<Resolutions> m_resolutions; ///< of the last apply()
};

namespace
{

/** Yours changes the colour and the note; theirs the colour alone. */
RowConflict changedRow(const QString &key = u"4"_s)
{
    RowConflict conflict;
    conflict.table = u"tags"_s;
    conflict.columns = {u"id"_s, u"name"_s, u"color"_s, u"note"_s};
    conflict.keyColumns = {u"id"_s};
    conflict.before = Row{key, u"Qt"_s, u"green"_s, std::nullopt};
    conflict.yours = Row{key, u"Qt"_s, u"blue"_s, u"toolkit"_s};
    conflict.theirs = Row{key, u"Qt"_s, u"red"_s, std::nullopt};
    return conflict;
}

RowConflict deletedByOthers()
{
    RowConflict conflict = changedRow(u"5"_s);
    conflict.theirs.reset();
    conflict.reason = u"The row was deleted."_s;
    return conflict;
}

} // namespace

void TestConflictDialog::init()
{
    QTest::failOnWarning(QRegularExpression(u"QAbstractItem|QModelIndex"_s));
}

void TestConflictDialog::cleanup()
{
    m_dialog.reset();
}

void TestConflictDialog::open(const std::vector<RowConflict> &conflicts)
{
    m_dialog = std::make_unique<ConflictDialog>(conflicts, u"Undo “Renamed “Qt” to “Qt 6””"_s);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

Resolutions TestConflictDialog::apply()
{
    m_resolutions.reset();
    connect(m_dialog.get(), &ConflictDialog::resolved, this,
            [this](const Resolutions &all) { m_resolutions = all; });
    QTest::mouseClick(find<QDialogButtonBox>("buttons")->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    [this] {
        QVERIFY(m_resolutions);
        QVERIFY(!m_dialog->isVisible());
    }();
    return m_resolutions.value_or(Resolutions());
}

void TestConflictDialog::marksWhatDiffers()
{
    open({changedRow(), deletedByOthers()});
    test::saveScreenshot(*m_dialog, u"conflict-dialog"_s);
    QCOMPARE(text(1, 0), u"name"_s);
    QCOMPARE(text(2, 0), u"≠ color"_s);
    QCOMPARE(text(2, 1), u"green"_s);
    QCOMPARE(text(2, 2), u"blue"_s);
    QCOMPARE(text(2, 3), u"red"_s);
    QCOMPARE(text(3, 0), u"≠ note"_s);
    QCOMPARE(text(3, 1), u"NULL"_s);
    QVERIFY(item(0).startsWith(u"tags: “Qt” (id 4)"_s));
    // Where all agree there is nothing to choose.
    QVERIFY(!cell(1, 2).data(Qt::CheckStateRole).isValid());
    QVERIFY(cell(2, 2).data(Qt::CheckStateRole).isValid());
}

void TestConflictDialog::skipsAtFirst()
{
    open({changedRow()});
    QVERIFY(item(0).contains(u"Skipped"_s));
    for (int column = 1; column < 4; ++column)
        QVERIFY(!isChosen(2, column));
    QVERIFY(apply().empty());
}

void TestConflictDialog::choosesField()
{
    open({changedRow()});
    clickCell(3, 2);
    QVERIFY(isChosen(3, 2));
    QVERIFY2(isChosen(2, 3), "the other fields stay theirs");
    QVERIFY(item(0).contains(u"field by field"_s));
    const Resolutions all = apply();
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].conflict, changedRow());
    QCOMPARE(all[0].chosen, (Row{u"4"_s, u"Qt"_s, u"red"_s, u"toolkit"_s}));
}

void TestConflictDialog::choosesByKeyboard()
{
    open({changedRow()});
    // The keyboard begins where the first decision is to be made.
    QTRY_VERIFY(table()->hasFocus());
    QCOMPARE(table()->currentIndex(), cell(2, 2));
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(isChosen(2, 2));
    QTest::keyClick(table(), Qt::Key_Left);
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(isChosen(2, 1));
    const Resolutions all = apply();
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].chosen, (Row{u"4"_s, u"Qt"_s, u"green"_s, std::nullopt}));
}

void TestConflictDialog::choosesAllOfARow()
{
    open({changedRow(), changedRow(u"6"_s)});
    find<QListWidget>("rowList")->setCurrentRow(1);
    press("rowYours");
    QVERIFY(isChosen(2, 2) && isChosen(3, 2));
    QVERIFY(item(1).endsWith(u"\nYours"_s));
    QVERIFY(item(0).contains(u"Skipped"_s));
    const Resolutions all = apply();
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].chosen, changedRow(u"6"_s).yours);
}

void TestConflictDialog::skipsAgain()
{
    open({changedRow()});
    press("rowYours");
    press("rowSkip");
    QVERIFY(!isChosen(2, 2));
    QVERIFY(item(0).contains(u"Skipped"_s));
    QVERIFY(apply().empty());
}

void TestConflictDialog::choosesForAllRows()
{
    open({changedRow(), deletedByOthers()});
    press("allYours");
    QVERIFY(item(0).endsWith(u"\nYours"_s));
    QVERIFY(item(1).endsWith(u"\nYours"_s));
    press("allSkip");
    QVERIFY(item(0).contains(u"Skipped"_s) && item(1).contains(u"Skipped"_s));
    press("allYours");
    const Resolutions all = apply();
    QCOMPARE(all.size(), size_t(2));
    QCOMPARE(all[1].chosen, deletedByOthers().yours);
}

void TestConflictDialog::choosesAMissingRow()
{
    RowConflict conflict = changedRow();
    conflict.yours.reset();
    open({conflict});
    QCOMPARE(text(0, 2), u"(not there)"_s);
    QCOMPARE(text(3, 2), u"(not there)"_s);
    clickCell(0, 2);
    QVERIFY(isChosen(0, 2));
    const Resolutions all = apply();
    QCOMPARE(all.size(), size_t(1));
    QVERIFY2(!all[0].chosen, "the row shall not be there");
}

void TestConflictDialog::bringsBackADeletedRow()
{
    open({deletedByOthers()});
    QCOMPARE(text(0, 3), u"(not there)"_s);
    QCOMPARE(find<QLabel>("reasonLabel")->text(), u"The row was deleted."_s);
    // A click on any field of a version means the whole row.
    clickCell(3, 1);
    QVERIFY(isChosen(0, 1));
    const Resolutions all = apply();
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].chosen, deletedByOthers().before);
}

void TestConflictDialog::leavesTheirsAlone()
{
    open({changedRow()});
    press("rowTheirs");
    QVERIFY(isChosen(2, 3) && isChosen(3, 3));
    QVERIFY(item(0).endsWith(u"\nTheirs"_s));
    QVERIFY2(apply().empty(), "there is nothing to write");
}

void TestConflictDialog::tellsOfCancel()
{
    open({changedRow()});
    press("rowYours");
    const QSignalSpy resolved(m_dialog.get(), &ConflictDialog::resolved);
    const QSignalSpy rejected(m_dialog.get(), &QDialog::rejected);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QCOMPARE(resolved.count(), 0);
}

void TestConflictDialog::showsLongTexts()
{
    RowConflict conflict = changedRow();
    const QString longText = QString(5000, u'x') + u"<b>"_s;
    (*conflict.theirs)[3] = longText;
    open({conflict});
    QVERIFY(m_dialog->width() <= 800);
    QVERIFY(m_dialog->height() <= 500);
    QVERIFY(cell(3, 3).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
    press("rowTheirs");
    clickCell(2, 2);
    const Resolutions all = apply();
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE((*all[0].chosen)[3], longText);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestConflictDialog)
#include "TestConflictDialog.moc"
