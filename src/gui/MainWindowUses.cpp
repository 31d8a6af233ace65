// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that shows how often tags are used, and by what.

#include "gui/Activities.h"
#include "gui/DetailsPanel.h"
#include "gui/LiveRefresh.h"
#include "gui/MainWindow.h"
#include "gui/WindowActions.h"
#include "models/TagList.h"
#include "ui_MainWindow.h"

#include <utility>

namespace tagsmith
{

void MainWindow::connectUses()
{
    m_details = new DetailsPanel(m_repository, *m_list, *m_ui->tagTable, this);
    addDockWidget(Qt::RightDockWidgetArea, m_details);
    m_details->hide(); // until it is asked for, or was there the last time
    QAction *action = (*m_actions)[Command::Details];
    action->setCheckable(true);
    connect(action, &QAction::toggled, m_details, &QWidget::setVisible);
    connect(m_details->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);

    connect(m_ui->filterBar, &FilterBar::unusedOnlyChanged, m_list, &TagList::setUnusedOnly);
    connect(m_list, &TagList::usesStateChanged, this, &MainWindow::updateUses);
    connect(m_list, &TagList::arranged, this, &MainWindow::updateUses);
    updateUses();
}

void MainWindow::updateUses()
{
    const UsesState state = m_list->usesState();
    QString reason;
    switch (state) {
    case UsesState::NoReferences:
        reason = tr("No references are known: nothing tells which tags are used");
        break;
    case UsesState::Counting: reason = tr("The uses are being counted"); break;
    case UsesState::Counted: break;
    case UsesState::Failed:
        reason = tr("The uses were not counted: %1").arg(m_list->usesProblem());
        break;
    }
    m_ui->filterBar->setUnusedEnabled(m_list->canFindUnused(), reason);

    const bool isCounting = state == UsesState::Counting && !m_list->isLoading();
    if (isCounting && m_countingActivity < 0 && !m_live->isRefreshing()) {
        m_countingActivity =
            m_activities->begin(tr("Counting uses…"), [this] { m_list->cancelCounting(); });
    } else if (!isCounting && m_countingActivity >= 0) {
        m_activities->end(std::exchange(m_countingActivity, -1));
    }
    if (state == UsesState::Failed && m_showsTags)
        m_ui->statusLine->setProblem(reason);
}

} // namespace tagsmith
