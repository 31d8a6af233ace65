// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/WindowMenus.h"

#include "gui/WindowActions.h"
#include "ui_MainWindow.h"

namespace tagsmith
{

namespace
{

void fillFileMenu(const Ui::MainWindow &ui, const WindowActions &actions)
{
    QMenu *menu = ui.fileMenu;
    menu->addAction(actions[Command::NewFile]);
    menu->addAction(actions[Command::OpenFile]);
    menu->addAction(actions[Command::Connect]);
    menu->addMenu(ui.recentMenu);
    menu->addAction(actions[Command::OpenEmbedded]);
    menu->addMenu(ui.vocabularyMenu);
    menu->addAction(actions[Command::Mapping]);
    menu->addAction(actions[Command::NewMapping]);
    menu->addSeparator();
    menu->addAction(actions[Command::Import]);
    menu->addAction(actions[Command::Paste]);
    menu->addMenu(ui.samplesMenu);
    menu->addAction(actions[Command::Export]);
    menu->addSeparator();
    menu->addAction(actions[Command::ReadOnly]);
    menu->addSeparator();
    menu->addAction(actions[Command::Quit]);
}

void fillEditMenu(QMenu *menu, const WindowActions &actions)
{
    menu->addAction(actions[Command::Add]);
    menu->addAction(actions[Command::EditDetails]);
    menu->addAction(actions[Command::Rename]);
    menu->addAction(actions[Command::Merge]);
    menu->addAction(actions[Command::Delete]);
    menu->addSeparator();
    menu->addAction(actions[Command::Copy]);
    menu->addAction(actions[Command::SelectAll]);
}

void fillToolBar(QToolBar *bar, const WindowActions &actions)
{
    // Short enough for all of them in a window that is 1,000 pixels wide.
    actions[Command::Add]->setIconText(WindowActions::tr("Add"));
    actions[Command::EditDetails]->setIconText(WindowActions::tr("Edit"));
    actions[Command::Import]->setIconText(WindowActions::tr("Import"));
    actions[Command::Connect]->setIconText(WindowActions::tr("Connect"));
    bar->addAction(actions[Command::Add]);
    bar->addAction(actions[Command::EditDetails]);
    bar->addAction(actions[Command::Rename]);
    bar->addAction(actions[Command::Merge]);
    bar->addAction(actions[Command::Delete]);
    bar->addSeparator();
    bar->addAction(actions[Command::Import]);
    bar->addAction(actions[Command::Export]);
    bar->addSeparator();
    bar->addAction(actions[Command::Connect]);
    bar->addAction(actions[Command::Refresh]);
    bar->addAction(actions[Command::Details]);
}

} // namespace

void fillMenus(const Ui::MainWindow &ui, const WindowActions &actions)
{
    fillFileMenu(ui, actions);
    ui.editMenu->addAction(actions[Command::Undo]);
    ui.editMenu->addAction(actions[Command::Redo]);
    ui.editMenu->addAction(actions[Command::History]);
    ui.editMenu->addSeparator();
    fillEditMenu(ui.editMenu, actions);
    ui.editMenu->addSeparator();
    ui.editMenu->addAction(actions[Command::Find]);
    ui.editMenu->addAction(actions[Command::Aftercare]);
    ui.viewMenu->addMenu(ui.columnsMenu);
    ui.viewMenu->addAction(actions[Command::Details]);
    ui.viewMenu->addSeparator();
    ui.viewMenu->addAction(actions[Command::Refresh]);
    ui.helpMenu->addAction(actions[Command::Shortcuts]);
    ui.helpMenu->addAction(actions[Command::About]);
    fillToolBar(ui.toolBar, actions);

    fillEditMenu(ui.tagTable->rowMenu(), actions);
    // These work by key only while the table has the focus: in an editor, Delete edits text.
    for (const Command command : {Command::EditDetails, Command::Rename, Command::Merge,
                                  Command::Delete, Command::Copy, Command::SelectAll})
        ui.tagTable->addAction(actions[command]);
}

} // namespace tagsmith
