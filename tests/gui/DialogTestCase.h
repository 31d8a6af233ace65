// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/DatabaseExecutor.h"
#include "gui/ScriptedPrompts.h"
#include "repository/TagRepository.h"
#include "support/DatabaseTestCase.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tagsmith
{

/** The base of a test class whose cases show a dialog on test_db. */
class DialogTestCase : public DatabaseTestCase
{
protected:
    TagRepository &repository() { return *m_repository; }
    ScriptedPrompts &prompts() { return *m_prompts; }

    /** The answer of @p pending; the test waits for it, which the program never does. */
    template <class T>
    static Result<T> answerOf(const Pending<T> &pending)
    {
        QFuture<Result<T>> future = pending.future;
        future.waitForFinished();
        return future.resultAt(future.resultCount() - 1);
    }

    /** The vocabulary `tags` of test_db; the table is made by somebody else's program. */
    TagSource tagSource()
    {
        database().execute(
            QStringLiteral("CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, label VARCHAR(60), "
                           "color VARCHAR(20))"));
        if (!answerOf(m_repository->createJournal(database().profile())))
            return {};
        const Result<TagSource> source = answerOf(m_repository->open(database().profile()));
        return source ? *source : TagSource();
    }

    template <class W = QWidget>
    static W *find(const QWidget &dialog, const char *name)
    {
        auto *widget = dialog.findChild<W *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("There is no widget called %s.", name);
        return widget;
    }
    static void click(const QWidget &dialog, const char *name)
    {
        auto *button = find<QAbstractButton>(dialog, name);
        // Nobody clicks on a button before it stands in its place.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        // A check box may be wider than what one can click on.
        const QPoint place = qobject_cast<QPushButton *>(button) ? button->rect().center()
                                                                 : QPoint(8, button->height() / 2);
        QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, place);
    }
    /** The sentence that the message called @p name shows. */
    static QString message(const QWidget &dialog, const char *name)
    {
        return find<QLabel>(*find(dialog, name), "messageText")->text();
    }
    static QString dataFile(const QString &name)
    {
        return QStringLiteral(TAGSMITH_TEST_DATA "/gui/") + name;
    }

    /** To be called by the test class's own init() and cleanup(). */
    void setUp()
    {
        // What the dialogs remember is theirs, not the user's.
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->path()));
        DatabaseTestCase::init();
        m_executor = std::make_unique<DatabaseExecutor>();
        m_repository = std::make_unique<TagRepository>(*m_executor);
        m_prompts = std::make_unique<ScriptedPrompts>();
    }
    void tearDown()
    {
        m_executor->waitForDone();
        m_repository.reset();
        m_executor.reset();
        m_prompts.reset();
        DatabaseTestCase::cleanup();
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<DatabaseExecutor> m_executor;
    std::unique_ptr<TagRepository> m_repository;
    std::unique_ptr<ScriptedPrompts> m_prompts;
};

} // namespace tagsmith
