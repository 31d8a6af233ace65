// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/WindowActions.h"

#include "gui/Icons.h"

#include <QAction>
#include <QEvent>
#include <QKeySequence>
#include <QPalette>
#include <QWidget>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

struct Entry
{
    Command command;
    const char *name; ///< the object name
    const char *icon;
    const char *text;
    const char *tip;
    QList<QKeySequence> shortcuts;
    /** Where the shortcut works; WidgetShortcut: only while the table itself has the focus. */
    Qt::ShortcutContext context = Qt::WindowShortcut;
};

/** The desktop's own keys for @p standard; @p usual among them even where the desktop has none. */
QList<QKeySequence> keys(QKeySequence::StandardKey standard, const QKeySequence &usual)
{
    QList<QKeySequence> found = QKeySequence::keyBindings(standard);
    if (!found.contains(usual))
        found.append(usual);
    return found;
}

std::vector<Entry> fileEntries()
{
    return {
        {Command::NewFile,
         "newFileAction",
         "new",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&New SQLite file…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Make a new SQLite file with an empty vocabulary"),
         {QKeySequence::New}},
        {Command::OpenFile,
         "openFileAction",
         "open",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Open SQLite file…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Open the vocabulary of an SQLite file"),
         {QKeySequence::Open}},
        {Command::Connect,
         "connectAction",
         "connect",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Connect to a database…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Open the vocabulary of a MariaDB or MySQL database"),
         {QKeySequence(Qt::CTRL | Qt::Key_K)}},
        {Command::OpenEmbedded,
         "openEmbeddedAction",
         "home",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Open e&mbedded vocabulary"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Open the vocabulary in your own data folder"),
         {}},
        {Command::Mapping,
         "mappingAction",
         "mapping",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "How the tags are stored…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Show and correct which tables and columns hold tags and uses"),
         {}},
        {Command::NewMapping,
         "newMappingAction",
         "",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Use another table…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Choose a table of this database that was not recognised"),
         {}},
        {Command::Import,
         "importAction",
         "import",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Import a file…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Add the tags of a file: CSV, TSV, JSON or lines"),
         {QKeySequence(Qt::CTRL | Qt::Key_I)}},
        {Command::Paste,
         "pasteAction",
         "paste",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Paste as import…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Add the tags that the clipboard holds as text"),
         {QKeySequence::Paste}},
        {Command::Export,
         "exportAction",
         "export",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Export…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Write all, the filtered or the selected tags to a file"),
         {QKeySequence(Qt::CTRL | Qt::Key_E)}},
        {Command::ReadOnly,
         "readOnlyAction",
         "",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Rea&d-only"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Look at this database without being able to change anything"),
         {}},
        {Command::Quit, "quitAction", "quit", QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Quit"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Close the window"),
         keys(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q)},
    };
}

std::vector<Entry> editEntries()
{
    return {
        {Command::Undo, "undoAction", "undo", QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Undo"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Take back what you did last"),
         keys(QKeySequence::Undo, Qt::CTRL | Qt::Key_Z)},
        {Command::Redo, "redoAction", "redo", QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Redo"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Do again what you took back last"),
         keys(QKeySequence::Redo, Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
        {Command::Add,
         "addAction",
         "add",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Add a tag…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Add a tag with its details"),
         {QKeySequence(Qt::Key_Insert), QKeySequence(Qt::CTRL | Qt::Key_T)}},
        {Command::EditDetails,
         "editDetailsAction",
         "edit",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Edit details…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Edit every column of the tag in a form"),
         {QKeySequence(Qt::ALT | Qt::Key_Return)},
         Qt::WidgetShortcut},
        {Command::Rename,
         "renameAction",
         "rename",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Rename…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Rename the tag and everything that refers to it"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F2)},
         Qt::WidgetShortcut},
        {Command::Merge,
         "mergeAction",
         "merge",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Merge…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Merge the selected tags into one; what that does is shown before"),
         {QKeySequence(Qt::CTRL | Qt::Key_M)},
         Qt::WidgetShortcut},
        {Command::Delete,
         "deleteAction",
         "delete",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Delete…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Delete the selected tags; what that does is shown before"),
         {QKeySequence::Delete},
         Qt::WidgetShortcut},
        {Command::Aftercare,
         "aftercareAction",
         "",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&What is left to do…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Show what the last change has left to do outside the database"),
         {}},
        {Command::Copy,
         "copyAction",
         "copy",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Copy"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Copy the selected rows as tab-separated text"),
         {QKeySequence::Copy},
         Qt::WidgetShortcut},
        {Command::SelectAll,
         "selectAllAction",
         "",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Select all"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Select every tag that is shown"),
         {QKeySequence::SelectAll},
         Qt::WidgetShortcut},
        {Command::Find,
         "findAction",
         "find",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Find"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Go to the filter"),
         {QKeySequence::Find}},
        {Command::Details,
         "detailsAction",
         "details",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Details"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Show the current tag with all its columns and the rows that use it"),
         {QKeySequence(Qt::Key_F4)}},
        {Command::History,
         "historyAction",
         "history",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&History…"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions",
                           "Show every change with its rows, and undo any of them"),
         {QKeySequence(Qt::CTRL | Qt::Key_H)}},
        {Command::Refresh, "refreshAction", "refresh",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Refresh"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Load the vocabulary again"),
         keys(QKeySequence::Refresh, Qt::Key_F5)},
        {Command::Shortcuts, "shortcutsAction", "help",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&Keyboard shortcuts"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "List every keyboard shortcut"),
         keys(QKeySequence::HelpContents, Qt::Key_F1)},
        {Command::About,
         "aboutAction",
         "",
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "&About Tagsmith"),
         QT_TRANSLATE_NOOP("tagsmith::WindowActions", "Version and licence"),
         {}},
    };
}

std::vector<Entry> entries()
{
    std::vector<Entry> all = fileEntries();
    for (Entry &entry : editEntries())
        all.push_back(std::move(entry));
    return all;
}

} // namespace

WindowActions::WindowActions(QWidget *window) : QObject(window)
{
    const std::vector<Entry> table = entries();
    for (const Entry &entry : table) {
        auto *action = new QAction(tr(entry.text), window);
        action->setObjectName(QString::fromLatin1(entry.name));
        action->setStatusTip(tr(entry.tip));
        action->setShortcuts(entry.shortcuts);
        action->setShortcutContext(entry.context);
        action->setShortcutVisibleInContextMenu(true);
        // The status tip says it better than a repetition of the text.
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? tr(entry.tip) : u"%1 (%2)"_s.arg(tr(entry.tip), key));
        m_actions[entry.command] = action;
        m_tips[entry.command] = {action->toolTip(), action->statusTip()};
        m_icons[entry.command] = QString::fromLatin1(entry.icon);
    }
    refreshIcons(window->palette());
    window->installEventFilter(this);
}

std::vector<QAction *> WindowActions::all() const
{
    std::vector<QAction *> actions;
    for (const auto &[command, action] : m_actions)
        actions.push_back(action);
    return actions;
}

void WindowActions::setRefused(Command command, const QString &reason)
{
    QAction *action = m_actions.at(command);
    const Tips &tips = m_tips.at(command);
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason.isEmpty() ? tips.tool : reason);
    action->setStatusTip(reason.isEmpty() ? tips.status : reason);
}

bool WindowActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshIcons(static_cast<QWidget *>(watched)->palette());
    return QObject::eventFilter(watched, event);
}

void WindowActions::refreshIcons(const QPalette &palette)
{
    for (const auto &[command, name] : m_icons) {
        if (!name.isEmpty())
            m_actions.at(command)->setIcon(themedIcon(name, palette));
    }
}

} // namespace tagsmith
