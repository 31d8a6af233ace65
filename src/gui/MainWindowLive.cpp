// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that shows what others change.

#include "gui/DatabaseSession.h"
#include "gui/LiveRefresh.h"
#include "gui/MainWindow.h"
#include "gui/Prompts.h"
#include "gui/TagDelegate.h"
#include "models/TagList.h"
#include "ui_MainWindow.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool hasTag(const SnapshotPtr &tags, const QString &key)
{
    for (int row = 0; tags && row < tags->rowCount(); ++row) {
        if (tags->key(row) == key)
            return true;
    }
    return false;
}

} // namespace

void MainWindow::connectLive()
{
    connect(m_session, &DatabaseSession::opening, m_live, &LiveRefresh::stop);
    connect(m_session, &DatabaseSession::failed, m_live, &LiveRefresh::stop);
    connect(m_live, &LiveRefresh::problemChanged, m_ui->statusLine, &StatusLine::setProblem);
    // Queued, because the table is about to drop the row.
    connect(m_ui->tagTable, &TagTableView::editedTagGone, this, &MainWindow::keepTyped,
            Qt::QueuedConnection);
}

void MainWindow::keepTyped(const QString &key, const QString &name, int column, const QString &text)
{
    constexpr qsizetype longest = 500;
    m_ui->tagTable->tagDelegate()->keepDraft(key, column, text);
    const QString what =
        hasTag(m_list->snapshot(), key)
            ? tr("“%1” was changed by others while you were editing it, so that the filter hides "
                 "it by now.")
            : tr("“%1” was deleted or renamed by others while you were editing it.");
    const QString typed = tr("What you typed was not stored: %1")
                              .arg(text.size() > longest ? text.first(longest) + u'…' : text);
    m_prompts.showInformation(this, tr("The tag is gone"), what.arg(name) + u'\n' + typed, text);
}

} // namespace tagsmith
