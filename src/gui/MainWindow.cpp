// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MainWindow.h"

#include "gui/Activities.h"
#include "gui/CloseGuard.h"
#include "gui/ConnectDialog.h"
#include "gui/ConsentedRepository.h"
#include "gui/DatabaseSession.h"
#include "gui/HistoryDialog.h"
#include "gui/Icons.h"
#include "gui/JournalConsent.h"
#include "gui/LiveRefresh.h"
#include "gui/MappingCommands.h"
#include "gui/Prompts.h"
#include "gui/TagChanges.h"
#include "gui/TagEditing.h"
#include "gui/Transfers.h"
#include "gui/UndoCommands.h"
#include "gui/WindowActions.h"
#include "gui/WindowMenus.h"
#include "gui/WindowState.h"
#include "models/TagList.h"
#include "repository/ProfileStore.h"
#include "repository/TagRepository.h"
#include "ui_MainWindow.h"

#include <QCloseEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

MainWindow::MainWindow(TagRepository &repository, ProfileStore &profiles, Prompts &prompts,
                       QWidget *parent)
    : QMainWindow(parent), m_repository(repository), m_prompts(prompts),
      m_ui(std::make_unique<Ui::MainWindow>()), m_activities(new Activities(this)),
      m_consent(new JournalConsent({repository, prompts, *m_activities, this})),
      m_consented(new ConsentedRepository(repository, *m_consent, this)),
      m_actions(new WindowActions(this)), m_list(new TagList(repository, this)),
      m_live(new LiveRefresh(repository, *m_list, this)),
      m_session(new DatabaseSession({repository, profiles, prompts, *m_activities, this})),
      m_changes(new TagChanges({*m_consented, *m_list, prompts, *m_activities, this})),
      m_editing(new TagEditing({*m_consented, *m_list, prompts, *m_activities, this}, *m_changes)),
      m_transfers(new Transfers(*m_consented, *m_list, prompts, this)),
      m_mappingCommands(new MappingCommands(repository, *m_session, prompts, this)),
      m_closeGuard(new CloseGuard(repository, prompts, this)),
      m_undo(new UndoCommands({*m_consented, *m_list, prompts, *m_activities, this})),
      m_journalNotice(new QLabel(this))
{
    m_ui->setupUi(this);
    setWindowIcon(applicationIcon());
    fillMenus(*m_ui, *m_actions);
    fillSamplesMenu();
    m_ui->emptyPage->setActions(*m_actions, m_ui->samplesMenu);
    m_ui->recentMenu->setStore(profiles);
    m_ui->tagTable->setModel(&m_list->model());
    m_ui->columnsMenu->attach(m_ui->tagTable->horizontalHeader());

    connectFileCommands();
    connectEditCommands();
    connectSession();
    connectList();
    connectTable();
    connectStatus();
    connectUses();
    connectHistory();
    connectLive();
    WindowState::restore(*this);
    showPage(m_ui->noticePage);
    updateActions();
}

MainWindow::~MainWindow() = default;

void MainWindow::openProfile(const Profile &profile, const QString &vocabulary)
{
    m_session->open(profile, vocabulary);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberColumns();
    WindowState::save(*this);
    event->setAccepted(m_closeGuard->mayClose());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_session->source() && readOnlyReason().isEmpty() &&
        Transfers::canImport(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_transfers->importDropped(*event->mimeData());
}

void MainWindow::showOpening()
{
    rememberColumns();
    m_showsTags = false;
    setWindowTitle(tr("Tagsmith"));
    m_ui->statusLine->clearDatabase();
    m_ui->vocabularyMenu->setVocabularies({}, {});
    m_ui->noticePage->showOpening(m_session->displayName());
    showPage(m_ui->noticePage);
    updateActions();
}

void MainWindow::showOpened()
{
    const TagSource &source = *m_session->source();
    const QString database = source.profile.readOnly
                                 ? tr("%1 [read-only]").arg(m_session->displayName())
                                 : m_session->displayName();
    setWindowTitle(tr("%1 — %2 – Tagsmith").arg(source.vocabulary.name, database));
    m_ui->vocabularyMenu->setVocabularies(source.vocabularies, source.vocabulary.name);
    m_ui->statusLine->setDatabase(m_session->displayName(), source.profile);
    m_ui->filterBar->clear();
    m_live->start();
    m_list->open(source);
    m_ui->tagTable->resetColumns();
    m_fitColumns = !WindowState::restoreColumns(source, *m_ui->tagTable->horizontalHeader());
    updateActions();
}

void MainWindow::showFailure(const Error &error)
{
    m_ui->noticePage->showError(m_session->displayName(), error);
    showPage(m_ui->noticePage);
    updateActions();
}

void MainWindow::showList()
{
    updateCounts();
    updateActions();
    if (!m_session->source() || m_list->total() == 0)
        return;
    if (m_fitColumns && m_list->shown() > 0) {
        m_fitColumns = false;
        m_ui->tagTable->fitColumns();
    }
    showPage(m_ui->tagTable);
}

void MainWindow::onLoaded()
{
    if (!m_session->source())
        return;
    m_askedForRefresh = false;
    m_ui->statusLine->setProblem({});
    m_showsTags = true;
    m_ui->tagTable->ensureCurrent();
    showPage(m_list->total() > 0 ? static_cast<QWidget *>(m_ui->tagTable) : m_ui->emptyPage);
    updateActions();
}

void MainWindow::onLoadFailed(const Error &error)
{
    const bool asked = std::exchange(m_askedForRefresh, false);
    if (!m_session->source())
        return;
    if (!m_showsTags) {
        showFailure(error);
        return;
    }
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_ui->statusLine->setProblem(error.message);
    if (asked)
        m_prompts.showError(this, tr("The tags were not loaded again"), error.message);
}

void MainWindow::showPage(QWidget *page)
{
    const QWidget *focus = focusWidget();
    const bool hadFocus = !focus || m_ui->pages->isAncestorOf(focus);
    m_ui->filterBar->setVisible(page == m_ui->tagTable);
    if (m_ui->pages->currentWidget() == page)
        return;
    m_ui->pages->setCurrentWidget(page);
    if (hadFocus)
        page->setFocus();
}

void MainWindow::showTag(int row, const QString &name)
{
    if (row >= 0)
        m_ui->tagTable->showRow(row);
    else
        statusBar()->showMessage(tr("“%1” is there, but the filter hides it.").arg(name));
}

void MainWindow::updateCounts()
{
    m_ui->filterBar->setCounts(m_list->shown(), m_list->total());
    m_ui->statusLine->setCounts(m_list->total(), m_list->shown(),
                                m_ui->tagTable->selectedRowCount(), m_list->request().unusedOnly);
}

void MainWindow::updateActions()
{
    const bool open = m_session->source().has_value();
    const int selected = open ? m_ui->tagTable->selectedRowCount() : 0;
    const QString noWriting = readOnlyReason();
    const QString noAdding =
        !noWriting.isEmpty() || !open ? noWriting : m_session->source()->vocabulary.noAdding;
    // Merges and other actions can be imported where no tags can be added.
    for (const Command command : {Command::Import, Command::Paste, Command::Add}) {
        const QString &reason = command == Command::Add ? noAdding : noWriting;
        m_actions->setRefused(command, reason);
        (*m_actions)[command]->setEnabled(open && reason.isEmpty());
    }
    for (const Command command :
         {Command::Find, Command::Refresh, Command::Mapping, Command::NewMapping})
        (*m_actions)[command]->setEnabled(open);
    for (const Command command :
         {Command::EditDetails, Command::Rename, Command::Merge, Command::Delete})
        m_actions->setRefused(command, noWriting);
    for (const Command command : {Command::EditDetails, Command::Rename})
        (*m_actions)[command]->setEnabled(selected == 1 && noWriting.isEmpty());
    for (const Command command : {Command::Merge, Command::Delete})
        (*m_actions)[command]->setEnabled(selected > 0 && noWriting.isEmpty());
    (*m_actions)[Command::Copy]->setEnabled(selected > 0);
    for (const Command command : {Command::History, Command::ReadOnly})
        (*m_actions)[command]->setEnabled(open);
    updateUndo();
    (*m_actions)[Command::Export]->setEnabled(open && m_list->total() > 0);
    (*m_actions)[Command::SelectAll]->setEnabled(open && m_list->shown() > 0);
    (*m_actions)[Command::Aftercare]->setEnabled(m_changes->hasAftercare());
    m_ui->samplesMenu->setEnabled(open && noAdding.isEmpty());
}

void MainWindow::updateActivity()
{
    if (!m_activities->isEmpty())
        m_ui->statusLine->setActivity(m_activities->label(), true);
    else
        m_ui->statusLine->setActivity(m_repository.isWriting() ? tr("Writing…") : QString(), false);
}

void MainWindow::refresh()
{
    m_askedForRefresh = true;
    m_list->reload();
}

void MainWindow::refreshWhenBack(Qt::ApplicationState state)
{
    // Another program may have changed the table meanwhile; what is being typed stays.
    const bool idle = m_showsTags && isEnabled() && !m_list->isLoading();
    if (state == Qt::ApplicationActive && idle && m_session->source())
        m_list->reload();
}

void MainWindow::rememberColumns()
{
    if (m_showsTags && m_list->source())
        WindowState::saveColumns(*m_list->source(), *m_ui->tagTable->horizontalHeader());
}

void MainWindow::newFile()
{
    m_prompts.askFileToSave(
        this, tr("New SQLite file"), u"tags.sqlite"_s, {tr("SQLite files (*.sqlite *.db)")},
        [this](const QString &path) {
            if (QFile::exists(path)) {
                m_prompts.showError(this, tr("No file was made"),
                                    tr("%1 exists already; open it with File > Open SQLite file, "
                                       "or choose another name.")
                                        .arg(path));
                return;
            }
            Profile profile;
            profile.path = path;
            profile.createFile = true;
            openProfile(profile);
        });
}

void MainWindow::openFile()
{
    m_prompts.askFileToOpen(
        this, tr("Open SQLite file"),
        {tr("SQLite files (*.sqlite *.sqlite3 *.db *.db3)"), tr("All files (*)")},
        [this](const QString &path) {
            Profile profile;
            profile.path = path;
            openProfile(profile);
        });
}

void MainWindow::connectToDatabase()
{
    auto *dialog = new ConnectDialog(m_repository, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_session->profile().driver == Driver::Mysql)
        dialog->setProfile(m_session->profile());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { openProfile(dialog->profile()); });
    dialog->open();
}

ChosenTags MainWindow::selectedTags() const
{
    const TagTableModel &model = m_list->model();
    ChosenTags tags;
    const std::vector<int> rows = m_ui->tagTable->selectedRowNumbers();
    for (const int row : rows)
        tags.push_back({model.key(row), model.name(row), model.uses(row)});
    return tags;
}

} // namespace tagsmith
