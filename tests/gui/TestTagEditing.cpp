// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SaveScreenshot.h"
#include "WindowFixture.h"

#include "gui/TagDialog.h"
#include "support/DatabaseTestCase.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** Adding and editing in the window; what changes more than a row has tests of its own. */
class TestTagEditing : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void addsThroughTheForm();
    void keepsTheFormOpenWhenRefused();
    void editsDetails();
    void editsInline();
    void keepsWhatWasRefused();
    void deleteInAnEditorEditsText();

private:
    int rowOf(const QString &name) const;
    void select(const QString &name) const;
    QString stored(const QString &name) const;
    void press(TagDialog *dialog, QDialogButtonBox::StandardButton button) const;

    std::unique_ptr<WindowFixture> m_window;
};

void TestTagEditing::init()
{
    DatabaseTestCase::init();
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(20))"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python', NULL), ('FastAPI', 'web'), "
                       "('Qt', 'gui')"_s);
    database().execute(u"CREATE TABLE uses (item VARCHAR(50), tag VARCHAR(190) NOT NULL, "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s);
    database().execute(u"INSERT INTO uses VALUES ('a', 'Python'), ('b', 'Python'), ('c', 'Qt')"_s);
    database().execute(u"CREATE TABLE favourites (person VARCHAR(50), tag VARCHAR(190), "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s);
    database().execute(u"INSERT INTO favourites VALUES ('me', 'Python')"_s);
    m_window = std::make_unique<WindowFixture>();
    QVERIFY(m_window->open(database().profile()));
    QTRY_COMPARE(m_window->shown().size(), 3);
}

void TestTagEditing::cleanup()
{
    m_window.reset();
    DatabaseTestCase::cleanup();
}

int TestTagEditing::rowOf(const QString &name) const
{
    return static_cast<int>(m_window->shown().indexOf(name));
}

void TestTagEditing::select(const QString &name) const
{
    m_window->click(rowOf(name));
    QCOMPARE(m_window->table()->selectedRowCount(), 1);
}

QString TestTagEditing::stored(const QString &name) const
{
    // The base class hands out its database only where it may be changed.
    auto &source = const_cast<TestTagEditing *>(this)->database();
    return source.column(u"SELECT note FROM tags WHERE tag_id = '%1'"_s.arg(name)).value(0);
}

void TestTagEditing::press(TagDialog *dialog, QDialogButtonBox::StandardButton button) const
{
    auto *box = dialog->findChild<QDialogButtonBox *>(u"buttons"_s);
    QTest::mouseClick(box->button(button), Qt::LeftButton);
}

void TestTagEditing::addsThroughTheForm()
{
    QTest::keyClick(m_window->window.get(), Qt::Key_T, Qt::ControlModifier);
    auto *dialog = m_window->dialog<TagDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLineEdit *>(u"field_tag_id"_s)->hasFocus());
    QTest::keyClicks(dialog->focusWidget(), u"Django"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"field_note"_s), u"web too"_s);
    QVERIFY(!dialog->findChild<QCheckBox *>(u"null_note"_s)->isChecked());
    test::saveScreenshot(*dialog, u"tag-dialog"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_window->shown().size(), 4);
    QCOMPARE(stored(u"Django"_s), u"web too"_s);
    // The new tag is selected, and the status line says what was done.
    QTRY_COMPARE(m_window->table()->selectedRowNumbers(), std::vector<int>{rowOf(u"Django"_s)});
    QTRY_VERIFY(!m_window->window->findChild<TagDialog *>());
}

void TestTagEditing::keepsTheFormOpenWhenRefused()
{
    m_window->action("addAction")->trigger();
    auto *dialog = m_window->dialog<TagDialog>();
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>(u"field_tag_id"_s);
    QTest::keyClicks(name, u"Python"_s);
    press(dialog, QDialogButtonBox::Ok);
    QTRY_COMPARE(m_window->prompts.errors.size(), size_t(1));
    QVERIFY(m_window->prompts.errors[0].message.contains(u"Python"_s));
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(name->isEnabled());
    QCOMPARE(name->text(), u"Python"_s);
    QTest::keyClicks(name, u" 3"_s);
    press(dialog, QDialogButtonBox::Ok);
    QTRY_VERIFY(m_window->shown().contains(u"Python 3"_s));
    QVERIFY(m_window->settle());
}

void TestTagEditing::editsDetails()
{
    select(u"FastAPI"_s);
    QTest::keyClick(m_window->table(), Qt::Key_Return, Qt::AltModifier);
    auto *dialog = m_window->dialog<TagDialog>();
    QVERIFY(dialog);
    auto *note = dialog->findChild<QLineEdit *>(u"field_note"_s);
    QCOMPARE(note->text(), u"web"_s);
    QTest::mouseClick(dialog->findChild<QCheckBox *>(u"null_note"_s), Qt::LeftButton);
    QCOMPARE(note->text(), QString());
    press(dialog, QDialogButtonBox::Ok);
    QTRY_VERIFY(!m_window->window->findChild<TagDialog *>());
    QVERIFY(m_window->settle());
    QVERIFY(stored(u"FastAPI"_s).isNull());
}

void TestTagEditing::editsInline()
{
    const int row = rowOf(u"FastAPI"_s);
    m_window->click(row, Qt::NoModifier, 1);
    QTest::keyClick(m_window->table(), Qt::Key_F2);
    QVERIFY(m_window->cellEditor());
    QTest::keyClick(m_window->cellEditor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(m_window->cellEditor(), u"fast"_s);
    QTest::keyClick(m_window->cellEditor(), Qt::Key_Return);
    QTRY_COMPARE(m_window->shown(1).at(row), u"fast"_s);
    QCOMPARE(stored(u"FastAPI"_s), u"fast"_s);
    QTRY_VERIFY(!m_window->cellEditor());
}

void TestTagEditing::keepsWhatWasRefused()
{
    const QString tooLong(30, u'x');
    if (!isMariaDb())
        database().execute(u"CREATE TRIGGER short BEFORE UPDATE ON tags WHEN LENGTH(NEW.note) > 20 "
                           "BEGIN SELECT RAISE(ABORT, 'too long'); END"_s);
    const int row = rowOf(u"FastAPI"_s);
    m_window->click(row, Qt::NoModifier, 1);
    QTest::keyClick(m_window->table(), Qt::Key_F2);
    QTest::keyClick(m_window->cellEditor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(m_window->cellEditor(), tooLong);
    QTest::keyClick(m_window->cellEditor(), Qt::Key_Return);
    QTRY_COMPARE(m_window->prompts.errors.size(), size_t(1));
    QCOMPARE(m_window->shown(1).at(row), u"web"_s);
    QTRY_VERIFY(!m_window->cellEditor());
    QTest::keyClick(m_window->table(), Qt::Key_F2);
    QCOMPARE(m_window->cellEditor()->text(), tooLong);
    QTest::keyClick(m_window->cellEditor(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->cellEditor());
    QVERIFY(m_window->settle());
}

void TestTagEditing::deleteInAnEditorEditsText()
{
    select(u"Python"_s);
    QTest::keyClick(m_window->table(), Qt::Key_F2);
    QLineEdit *editor = m_window->cellEditor();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Home);
    QTest::keyClick(editor, Qt::Key_Delete);
    QCOMPARE(editor->text(), u"ython"_s);
    QTest::keyClick(editor, Qt::Key_Escape);

    m_window->filter()->setFocus();
    QTest::keyClick(m_window->filter(), Qt::Key_Delete);
    QVERIFY(m_window->settle());
    QVERIFY(m_window->prompts.questions.empty());
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 3);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestTagEditing)
#include "TestTagEditing.moc"
