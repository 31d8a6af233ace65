// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that deals with the journal: undo, redo, the history, read-only.

#include "gui/ConsentedRepository.h"
#include "gui/DatabaseSession.h"
#include "gui/HistoryDialog.h"
#include "gui/JournalConsent.h"
#include "gui/MainWindow.h"
#include "gui/UndoCommands.h"
#include "gui/WindowActions.h"
#include "models/TagList.h"
#include "ui_MainWindow.h"

#include <QLabel>

namespace tagsmith
{

using namespace Qt::StringLiterals;

void MainWindow::connectHistory()
{
    m_journalNotice->setObjectName(u"journalNotice"_s);
    m_journalNotice->setText(tr("Changes cannot be undone"));
    m_journalNotice->setToolTip(tr("This database has no tables for undo. Edit > History can make "
                                   "them."));
    m_journalNotice->setContentsMargins(4, 0, 4, 0);
    m_ui->statusLine->addPermanentWidget(m_journalNotice);
    (*m_actions)[Command::ReadOnly]->setCheckable(true);

    connect((*m_actions)[Command::Undo], &QAction::triggered, m_undo, &UndoCommands::undo);
    connect((*m_actions)[Command::Redo], &QAction::triggered, m_undo, &UndoCommands::redo);
    connect((*m_actions)[Command::History], &QAction::triggered, this, &MainWindow::openHistory);
    connect((*m_actions)[Command::ReadOnly], &QAction::triggered, m_session,
            &DatabaseSession::setReadOnly);
    connect(m_undo, &UndoCommands::changed, this, &MainWindow::updateUndo);
    connect(m_undo, &UndoCommands::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_consent, &JournalConsent::changed, this, &MainWindow::updateJournalNotice);
    connect(m_session, &DatabaseSession::opening, this, &MainWindow::updateJournalNotice);
    connect(m_session, &DatabaseSession::opened, this, [this] {
        m_undo->refreshAfterWrite();
        updateJournalNotice();
        const bool readOnly = !readOnlyReason().isEmpty();
        (*m_actions)[Command::ReadOnly]->setChecked(readOnly);
        m_ui->tagTable->setEditTriggers(readOnly ? QAbstractItemView::NoEditTriggers
                                                 : QAbstractItemView::DoubleClicked |
                                                       QAbstractItemView::EditKeyPressed);
        if (m_history)
            m_history->setSource(*m_session->source());
    });
    connect(m_list, &TagList::loaded, m_undo, &UndoCommands::refresh);
    connect(m_consented, &ConsentedRepository::written, m_undo, &UndoCommands::refreshAfterWrite);
    updateJournalNotice();
}

QString MainWindow::readOnlyReason() const
{
    return m_session->source() && m_session->source()->profile.readOnly
               ? tr("The database was opened read-only; File > Read-only ends that.")
               : QString();
}

void MainWindow::updateUndo()
{
    QAction *undo = (*m_actions)[Command::Undo];
    QAction *redo = (*m_actions)[Command::Redo];
    const QString noWriting = readOnlyReason();
    const bool open = m_session->source().has_value() && noWriting.isEmpty();
    m_actions->setRefused(Command::Undo, noWriting);
    m_actions->setRefused(Command::Redo, noWriting);
    undo->setEnabled(open && m_undo->canUndo());
    redo->setEnabled(open && m_undo->canRedo());
    undo->setText(m_undo->undoText());
    redo->setText(m_undo->redoText());
}

void MainWindow::updateJournalNotice()
{
    m_journalNotice->setVisible(m_session->source() &&
                                m_consent->isWithoutUndo(m_session->source()->profile));
}

void MainWindow::openHistory()
{
    if (!m_session->source())
        return;
    if (!m_history) {
        m_history = new HistoryDialog({*m_consented, *m_undo, *m_consent, m_prompts},
                                      *m_session->source(), this);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
        for (const Command command : {Command::Undo, Command::Redo})
            m_history->addAction((*m_actions)[command]);
        connect(m_list, &TagList::loaded, m_history.data(), &HistoryDialog::refresh);
        connect(m_consented, &ConsentedRepository::written, m_history.data(),
                &HistoryDialog::refresh);
    }
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

} // namespace tagsmith
