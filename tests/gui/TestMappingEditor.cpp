// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SaveScreenshot.h"
#include "WindowFixture.h"

#include "gui/ColumnChoice.h"
#include "gui/MappingEditor.h"
#include "support/DatabaseTestCase.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using tagsmith::test::saveScreenshot;

namespace tagsmith
{

/** The mapping is shown, corrected, tried and saved in the window, with mouse and keyboard. */
class TestMappingEditor : public DatabaseTestCase
{
    Q_OBJECT

private:
    /** Tags of a shop of our own making; nothing declares that articles.tag_id is a tag. */
    void createShop()
    {
        database().execute(u"CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY, "
                           "name VARCHAR(40) NOT NULL UNIQUE)"_s);
        database().execute(u"INSERT INTO tags VALUES (1, 'red'), (2, 'blue')"_s);
        database().execute(u"CREATE TABLE articles (id INTEGER NOT NULL PRIMARY KEY, "
                           "title VARCHAR(40), tag_id INTEGER)"_s);
        database().execute(u"INSERT INTO articles VALUES (10, 'Sky', 2), (11, 'Sea', 2), "
                           "(12, 'Rose', 1)"_s);
    }

    MappingEditor *openEditor()
    {
        m_window->action("mappingAction")->trigger();
        auto *editor = m_window->dialog<MappingEditor>();
        return editor && isReady(editor) ? editor : nullptr;
    }
    /** Waits until the tables are offered, and what is tried has an answer. */
    static bool isReady(const MappingEditor *editor)
    {
        return QTest::qWaitFor([editor] {
            return find<ColumnChoice>(editor, "tableChoice")->count() > 1 &&
                   find<QPushButton>(editor, "tryButton")->isEnabled();
        });
    }
    template <class T>
    static T *find(const QWidget *parent, const char *name)
    {
        T *found = parent->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no widget called %s.", name);
        return found;
    }
    static void press(const MappingEditor *editor, QDialogButtonBox::StandardButton which)
    {
        QTest::mouseClick(find<QDialogButtonBox>(editor, "buttons")->button(which), Qt::LeftButton);
    }
    static QString trial(const MappingEditor *editor)
    {
        return find<QLabel>(editor, "trialText")->text();
    }
    /** Checks the first suggestion with the mouse. */
    static void confirmSuggestion(const MappingEditor *editor)
    {
        find<QTabWidget>(editor, "pages")->setCurrentIndex(1);
        auto *list = find<QListWidget>(editor, "suggestionList");
        const QRect row = list->visualItemRect(list->item(0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                          QPoint(row.left() + 10, row.center().y()));
    }

    std::unique_ptr<WindowFixture> m_window;

private slots:
    void init()
    {
        DatabaseTestCase::init();
        m_window = std::make_unique<WindowFixture>();
    }
    void cleanup()
    {
        m_window.reset();
        DatabaseTestCase::cleanup();
    }

    void showsHowTheTagsAreStored()
    {
        createShop();
        QVERIFY(m_window->open(database().profile()));
        MappingEditor *editor = openEditor();
        QVERIFY(editor);
        QCOMPARE(find<ColumnChoice>(editor, "tableChoice")->name(), u"tags"_s);
        QCOMPARE(find<ColumnChoice>(editor, "keyChoice")->name(), u"id"_s);
        QCOMPARE(find<ColumnChoice>(editor, "nameChoice")->name(), u"name"_s);
        QVERIFY2(trial(editor).contains("<b>2</b>"_L1), qPrintable(trial(editor)));
        saveScreenshot(*editor, u"mapping-editor-tags"_s);
        find<QTabWidget>(editor, "pages")->setCurrentIndex(1);
        auto *suggestions = find<QListWidget>(editor, "suggestionList");
        QCOMPARE(suggestions->count(), 1);
        QVERIFY2(suggestions->item(0)->text().startsWith("articles.tag_id"_L1),
                 qPrintable(suggestions->item(0)->text()));
        saveScreenshot(*editor, u"mapping-editor-references"_s);
    }

    void aConfirmedReferenceIsFollowedFromThenOn()
    {
        createShop();
        QVERIFY(m_window->open(database().profile()));
        MappingEditor *editor = openEditor();
        QVERIFY(editor);
        confirmSuggestion(editor);
        auto *name = find<QLineEdit>(editor, "nameLine");
        name->selectAll();
        QTest::keyClicks(name, u"Shop"_s);
        QTest::mouseClick(find<QPushButton>(editor, "tryButton"), Qt::LeftButton);
        QTRY_VERIFY2(trial(editor).contains("articles.tag_id: <b>3</b>"_L1),
                     qPrintable(trial(editor)));
        press(editor, QDialogButtonBox::Save);
        QTRY_VERIFY(m_window->window->windowTitle().startsWith("Shop"_L1));
        QVERIFY(m_window->settle());

        // The next start finds it under its name, and a merge follows it.
        QFuture<Result<TagSource>> opened =
            m_window->repository.open(database().profile(), u"Shop"_s).future;
        opened.waitForFinished();
        const Result<TagSource> source = opened.result();
        QVERIFY(source);
        QFuture<Result<Receipt>> merged =
            m_window->repository.merge(*source, {{u"blue"_s}, u"red"_s}).future;
        merged.waitForFinished();
        QVERIFY2(merged.result().ok(), "the merge failed");
        QCOMPARE(database().column(u"SELECT tag_id FROM articles ORDER BY id"_s),
                 (QStringList{u"1"_s, u"1"_s, u"1"_s}));
    }

    void tellsWhatDoesNotFit()
    {
        createShop();
        QVERIFY(m_window->open(database().profile()));
        MappingEditor *editor = openEditor();
        QVERIFY(editor);
        database().execute(u"ALTER TABLE tags RENAME COLUMN name TO label"_s);
        QTest::mouseClick(find<QPushButton>(editor, "tryButton"), Qt::LeftButton);
        auto *text = find<QLabel>(find<QWidget>(editor, "message"), "messageText");
        QTRY_VERIFY(!text->text().isEmpty());
        const QString message = text->text();
        QVERIFY2(message.contains("tags"_L1) && message.contains("name"_L1), qPrintable(message));
    }

    void asksBeforeItDropsChanges()
    {
        createShop();
        QVERIFY(m_window->open(database().profile()));
        MappingEditor *editor = openEditor();
        QVERIFY(editor);
        QTest::keyClicks(find<QLineEdit>(editor, "nameLine"), u"2"_s);
        m_window->prompts.answers = {false};
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(editor->isVisible());
        m_window->prompts.answers = {true};
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->window->findChild<MappingEditor *>());
    }

    void aTableThatNothingRecognisedCanBeChosen()
    {
        database().execute(u"CREATE TABLE words (no INTEGER NOT NULL PRIMARY KEY, "
                           "word VARCHAR(40) NOT NULL)"_s);
        database().execute(u"INSERT INTO words VALUES (1, 'red')"_s);
        database().execute(u"CREATE TABLE notes (id INTEGER)"_s);
        QVERIFY(m_window->open(database().profile()));
        QCOMPARE(m_window->page(), u"noticePage"_s);
        QTest::mouseClick(m_window->child<QPushButton>("mappingButton"), Qt::LeftButton);
        auto *editor = m_window->dialog<MappingEditor>();
        QVERIFY(editor && isReady(editor));
        QTest::keyClicks(find<QLineEdit>(editor, "nameLine"), u"words"_s);
        const std::pair<const char *, QString> choices[] = {
            {"tableChoice", u"words"_s}, {"keyChoice", u"no"_s}, {"nameChoice", u"word"_s}};
        for (const auto &[choice, text] : choices) {
            auto *box = find<ColumnChoice>(editor, choice);
            box->setFocus();
            QTest::keyClicks(box, text); // as a user finds an entry by its letters
            QCOMPARE(box->name(), text);
        }
        press(editor, QDialogButtonBox::Save);
        QTRY_COMPARE(m_window->page(), u"tagTable"_s);
    }
};

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestMappingEditor)
#include "TestMappingEditor.moc"
