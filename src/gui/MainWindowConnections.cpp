// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that connects the signals of its parts.

#include "gui/Activities.h"
#include "gui/DatabaseSession.h"
#include "gui/HelpDialogs.h"
#include "gui/LiveRefresh.h"
#include "gui/MainWindow.h"
#include "gui/MappingCommands.h"
#include "gui/Samples.h"
#include "gui/TagChanges.h"
#include "gui/TagDelegate.h"
#include "gui/TagEditing.h"
#include "gui/Transfers.h"
#include "gui/WindowActions.h"
#include "models/TagList.h"
#include "repository/ProfileStore.h"
#include "ui_MainWindow.h"

#include <QGuiApplication>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

template <class Slot>
void MainWindow::on(Command command, Slot slot)
{
    connect((*m_actions)[command], &QAction::triggered, this, std::move(slot));
}

void MainWindow::connectFileCommands()
{
    on(Command::NewFile, [this] { newFile(); });
    on(Command::OpenFile, [this] { openFile(); });
    on(Command::Connect, [this] { connectToDatabase(); });
    on(Command::OpenEmbedded, [this] { openProfile(embeddedProfile()); });
    on(Command::Mapping, [this] { m_mappingCommands->edit(); });
    on(Command::NewMapping, [this] { m_mappingCommands->create(); });
    on(Command::Import, [this] { m_transfers->importTags(); });
    on(Command::Paste, [this] { m_transfers->paste(); });
    on(Command::Export, [this] { m_transfers->exportTags(m_ui->tagTable->selectedRowNumbers()); });
    on(Command::Quit, [this] { close(); });
    on(Command::Shortcuts, [this] { showShortcuts(this, m_actions->all()); });
    on(Command::About, [this] { showAbout(this); });
    connect(m_ui->recentMenu, &RecentMenu::chosen, this,
            [this](const Profile &profile) { openProfile(profile); });
    // Queued, because opening clears the menu whose action is still announcing the choice.
    connect(
        m_ui->vocabularyMenu, &VocabularyMenu::chosen, this,
        [this](const QString &vocabulary) { openProfile(m_session->profile(), vocabulary); },
        Qt::QueuedConnection);
    connect(m_transfers, &Transfers::done, this, [this](const QString &sentence) {
        statusBar()->showMessage(sentence, 8000);
        m_ui->tagTable->setFocus(Qt::OtherFocusReason); // in the filter, Ctrl+Z means its text
    });
    connect(m_transfers, &Transfers::leftWork, m_changes, &TagChanges::keepAftercare);
}

void MainWindow::connectEditCommands()
{
    on(Command::Add, [this] { m_editing->add(); });
    on(Command::EditDetails, [this] {
        if (const ChosenTags tags = selectedTags(); !tags.empty())
            m_editing->editDetails(tags.front());
    });
    on(Command::Rename, [this] {
        if (const ChosenTags tags = selectedTags(); !tags.empty())
            m_changes->rename(tags.front());
    });
    on(Command::Merge, [this] { m_changes->merge(selectedTags()); });
    on(Command::Delete, [this] { m_changes->remove(selectedTags()); });
    on(Command::Aftercare, [this] { m_changes->showAftercare(); });
    on(Command::Copy, [this] { m_ui->tagTable->copySelection(); });
    on(Command::SelectAll, [this] { m_ui->tagTable->selectAll(); });
    on(Command::Find, [this] { m_ui->filterBar->focusFilter(); });
    on(Command::Refresh, [this] { refresh(); });
    connect(m_editing, &TagEditing::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_editing, &TagEditing::tagAdded, this,
            [this](const QString &name) { showTag(m_list->model().rowOf(name), name); });
    connect(m_changes, &TagChanges::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_changes, &TagChanges::merged, this,
            [this](const ChosenTag &tag) { showTag(m_list->model().rowOfKey(tag.key), tag.name); });
    connect(m_changes, &TagChanges::aftercareChanged, this, &MainWindow::updateActions);
    TagDelegate *delegate = m_ui->tagTable->tagDelegate();
    connect(m_editing, &TagEditing::inlineEditDone, delegate, &TagDelegate::dropDraft);
    connect(m_editing, &TagEditing::inlineEditRefused, this,
            [this, delegate](const QString &key, int column, const QString &text) {
                delegate->keepDraft(key, column, text);
                statusBar()->showMessage(tr("What you typed is kept: F2 goes on with it."));
            });
}

void MainWindow::connectSession()
{
    connect(m_session, &DatabaseSession::opening, this, &MainWindow::showOpening);
    connect(m_session, &DatabaseSession::opened, this, &MainWindow::showOpened);
    connect(m_session, &DatabaseSession::failed, this, &MainWindow::showFailure);
    connect(m_ui->noticePage, &NoticePage::retryRequested, m_session, &DatabaseSession::retry);
    connect(m_ui->noticePage, &NoticePage::createRequested, m_session,
            &DatabaseSession::createTable);
    connect(m_ui->noticePage, &NoticePage::mappingRequested, m_mappingCommands,
            &MappingCommands::create);
    connect(m_ui->noticePage, &NoticePage::connectRequested, this, &MainWindow::connectToDatabase);
}

void MainWindow::connectList()
{
    connect(m_list, &TagList::arranged, this, &MainWindow::showList);
    connect(m_list, &TagList::loaded, this, &MainWindow::onLoaded);
    connect(m_list, &TagList::failed, this, &MainWindow::onLoadFailed);
    connect(m_list, &TagList::loadingChanged, this, [this](bool loading) {
        if (!loading)
            m_activities->end(std::exchange(m_loadingActivity, -1));
        else if (!m_live->isRefreshing()) // what others have changed comes without a word
            m_loadingActivity =
                m_activities->begin(tr("Loading…"), [this] { m_list->cancelLoading(); });
    });
    connect(&m_list->model(), &TagTableModel::editRequested, m_editing,
            &TagEditing::applyInlineEdit);
    connect(m_ui->filterBar, &FilterBar::filterChanged, m_list, &TagList::setFilter);
}

void MainWindow::connectTable()
{
    TagTableView *table = m_ui->tagTable;
    connect(table, &TagTableView::sortRequested, m_list, &TagList::setSort);
    connect(table, &TagTableView::escapePressed, m_ui->filterBar, &FilterBar::clear);
    connect(table, &TagTableView::selectedRowsChanged, this, [this] {
        updateCounts();
        updateActions();
    });
    connect(m_ui->filterBar, &FilterBar::left, table, [table] {
        table->setFocus(Qt::OtherFocusReason);
        table->ensureCurrent();
    });
}

void MainWindow::connectStatus()
{
    connect(m_activities, &Activities::changed, this, &MainWindow::updateActivity);
    connect(&m_repository, &TagRepository::activityChanged, this, &MainWindow::updateActivity);
    connect(m_ui->statusLine, &StatusLine::cancelRequested, m_activities, &Activities::cancelAll);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &MainWindow::refreshWhenBack);
}

void MainWindow::fillSamplesMenu()
{
    const std::vector<Sample> all = samples();
    for (const Sample &sample : all) {
        QAction *action = m_ui->samplesMenu->addAction(sample.title);
        action->setObjectName(u"sampleAction_"_s + sample.title);
        connect(action, &QAction::triggered, m_transfers,
                [this, path = sample.path] { m_transfers->importSample(path); });
    }
}

} // namespace tagsmith
