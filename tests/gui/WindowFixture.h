// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ScriptedPrompts.h"

#include "async/DatabaseExecutor.h"
#include "gui/FilterBar.h"
#include "gui/LiveRefresh.h"
#include "gui/MainWindow.h"
#include "gui/StatusLine.h"
#include "gui/TagTableView.h"
#include "repository/ProfileStore.h"
#include "repository/TagRepository.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <chrono>
#include <memory>

namespace tagsmith
{

/** The window of one case, with scripted prompts and with settings that are thrown away. */
class WindowFixture
{
public:
    WindowFixture() : repository(executor)
    {
        QCoreApplication::setApplicationName(QStringLiteral("tagsmith-test"));
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        makeWindow();
    }
    ~WindowFixture()
    {
        close();
        window.reset();
        executor.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(WindowFixture)

    void makeWindow()
    {
        window = std::make_unique<MainWindow>(repository, profiles, prompts);
        setLive(std::chrono::milliseconds(0)); // whoever wants it says so
        window->show();
        window->activateWindow();
    }

    /** Opens @p profile and waits until everything is shown, or the reason why not. Where there is
     * a vocabulary, its database gets the journal, so that no write has to ask for it. */
    bool open(const Profile &profile)
    {
        if (!openAsItIs(profile))
            return false;
        if (page() == QStringLiteral("noticePage") || profile.readOnly)
            return true;
        return repository.createJournal(profile).future.isValid() && settle();
    }
    /** The same without making the journal. */
    bool openAsItIs(const Profile &profile)
    {
        window->openProfile(profile);
        return QTest::qWaitForWindowActive(window.get()) && settle();
    }
    /** How often to look for changes by others. */
    void setLive(std::chrono::milliseconds interval)
    {
        window->findChild<LiveRefresh *>()->setInterval(interval);
    }
    /** Waits until nothing runs and every answer has been received. */
    bool settle()
    {
        return QTest::qWaitFor([this] {
            QCoreApplication::processEvents();
            return repository.runningOperations() == 0 &&
                   child<QLabel>("activityLabel")->text().isEmpty();
        });
    }
    /** Closes the window for good. */
    bool close()
    {
        if (!window->isVisible())
            return true;
        prompts.holdsAnswers = false;
        prompts.answers = {true};
        window->close();
        return QTest::qWaitFor([this] { return !window->isVisible(); });
    }

    template <class T>
    T *child(const char *name) const
    {
        T *found = window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no child called %s.", name);
        return found;
    }
    QAction *action(const char *name) const { return child<QAction>(name); }
    TagTableView *table() const { return child<TagTableView>("tagTable"); }
    QLineEdit *filter() const { return child<QLineEdit>("filterLine"); }
    QString page() const { return child<QStackedWidget>("pages")->currentWidget()->objectName(); }
    QString label(const char *name) const { return child<QLabel>(name)->text(); }
    /** The editor that is open in the table; nullptr where none is. */
    QLineEdit *cellEditor() const
    {
        return table()->viewport()->findChild<QLineEdit *>(QStringLiteral("cellEditor"));
    }

    /** The texts of @p column, in the order of the rows. */
    QStringList shown(int column = 0) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts << table()->model()->index(row, column).data().toString();
        return texts;
    }
    QPoint centre(int row, int column = 0) const
    {
        return table()->visualRect(table()->model()->index(row, column)).center();
    }
    void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int column = 0) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, centre(row, column));
    }
    /** A dialog of class @p T that the window has opened. */
    template <class T>
    T *dialog() const
    {
        T *found = nullptr;
        const bool seen = QTest::qWaitFor([this, &found] {
            found = window->findChild<T *>();
            return found && found->isVisible();
        });
        return seen ? found : nullptr;
    }

    DatabaseExecutor executor;
    TagRepository repository;
    ProfileStore profiles;
    ScriptedPrompts prompts;
    std::unique_ptr<MainWindow> window;

private:
    QTemporaryDir m_home;
};

} // namespace tagsmith
