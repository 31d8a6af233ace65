// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/Profile.h"
#include "gui/ChosenTag.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class QLabel;

namespace Ui
{
class MainWindow;
}

namespace tagsmith
{

class Activities;
class CloseGuard;
class ConsentedRepository;
class DatabaseSession;
class HistoryDialog;
class JournalConsent;
class LiveRefresh;
class MappingCommands;
class DetailsPanel;
class ProfileStore;
class Prompts;
class TagChanges;
class TagEditing;
class TagList;
class TagRepository;
class Transfers;
class UndoCommands;
class WindowActions;
enum class Command;

/**
 * The window on one vocabulary. It connects the parts and decides which page is shown; what they do
 * is their own business. It closes only after every connection is closed (CloseGuard).
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(TagRepository &repository, ProfileStore &profiles, Prompts &prompts,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /** Opens a database; @p vocabulary may be empty: the first one found. Returns at once. */
    void openProfile(const Profile &profile, const QString &vocabulary = {});

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectFileCommands();
    void connectEditCommands();
    void connectSession();
    void connectList();
    void connectTable();
    void connectStatus();
    void connectUses();
    void connectHistory();
    void connectLive();
    template <class Slot>
    void on(Command command, Slot slot);
    void fillSamplesMenu();

    void showOpening();
    void showOpened();
    void showFailure(const Error &error);
    void showList();
    void onLoaded();
    void onLoadFailed(const Error &error);
    void showPage(QWidget *page);
    void showTag(int row, const QString &name);

    void updateCounts();
    void updateActions();
    void updateActivity();
    void updateUses();
    void updateUndo();
    void updateJournalNotice();
    void refresh();
    void refreshWhenBack(Qt::ApplicationState state);
    /** Others have removed the tag in whose cell the user was typing. */
    void keepTyped(const QString &key, const QString &name, int column, const QString &text);
    void rememberColumns();

    void newFile();
    void openFile();
    void connectToDatabase();
    void openHistory();
    /** Why nothing may be changed; empty where it may. */
    QString readOnlyReason() const;
    ChosenTags selectedTags() const;

    TagRepository &m_repository;
    Prompts &m_prompts;
    std::unique_ptr<Ui::MainWindow> m_ui;
    Activities *m_activities;
    JournalConsent *m_consent;
    ConsentedRepository *m_consented; ///< for everything that writes tags
    WindowActions *m_actions;
    TagList *m_list;
    LiveRefresh *m_live;
    DatabaseSession *m_session;
    TagChanges *m_changes;
    TagEditing *m_editing;
    Transfers *m_transfers;
    MappingCommands *m_mappingCommands;
    CloseGuard *m_closeGuard;
    UndoCommands *m_undo;
    QLabel *m_journalNotice;
    QPointer<HistoryDialog> m_history;
    DetailsPanel *m_details = nullptr;
    bool m_fitColumns = false; ///< once the first rows are there
    bool m_showsTags = false;  ///< the open vocabulary has been loaded once
    bool m_askedForRefresh = false;
    int m_loadingActivity = -1;
    int m_countingActivity = -1;
};

} // namespace tagsmith
