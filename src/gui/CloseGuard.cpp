// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/CloseGuard.h"

#include "gui/Prompts.h"
#include "repository/TagRepository.h"

#include <QWidget>

namespace tagsmith
{

using namespace Qt::StringLiterals;

CloseGuard::CloseGuard(TagRepository &repository, Prompts &prompts, QWidget *window)
    : QObject(window), m_repository(repository), m_prompts(prompts), m_window(window)
{
    connect(&m_repository, &TagRepository::drained, this, &CloseGuard::closeForGood);
}

bool CloseGuard::mayClose()
{
    if (m_drained)
        return true;
    if (m_asking || m_shuttingDown)
        return false;
    if (m_repository.isWriting())
        askAboutWrite();
    else
        shutDown();
    return false;
}

void CloseGuard::askAboutWrite()
{
    m_asking = true;
    Question question;
    question.title = tr("Quit");
    question.text = tr("Changes are still being written. Cancel them and quit?");
    question.detail = tr("What is cancelled is rolled back whole; nothing of it stays.");
    question.acceptLabel = tr("Cancel them and &quit");
    question.isDestructive = true;
    m_prompts.ask(m_window, question, [this](bool accepted) {
        m_asking = false;
        if (accepted)
            shutDown();
    });
}

void CloseGuard::shutDown()
{
    m_shuttingDown = true;
    m_window->setEnabled(false);
    m_repository.beginShutdown();
}

void CloseGuard::closeForGood()
{
    m_drained = true;
    // A dialog that is still open would keep the program running without its window.
    const auto children = m_window->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        if (child->isWindow())
            child->hide();
    }
    m_window->close();
}

} // namespace tagsmith
