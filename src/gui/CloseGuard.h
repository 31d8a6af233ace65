// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace tagsmith
{

class Prompts;
class TagRepository;

/**
 * Lets the window close only after every connection is closed: asks about a write in progress,
 * cancels what runs, waits without blocking, and then closes the window for good.
 */
class CloseGuard : public QObject
{
    Q_OBJECT

public:
    CloseGuard(TagRepository &repository, Prompts &prompts, QWidget *window);

    /** For closeEvent(): whether to close now. Where not, the window is closed once it may. */
    bool mayClose();

private:
    void askAboutWrite();
    void shutDown();
    void closeForGood();

    TagRepository &m_repository;
    Prompts &m_prompts;
    QWidget *m_window;
    bool m_asking = false;
    bool m_shuttingDown = false;
    bool m_drained = false;
};

} // namespace tagsmith
