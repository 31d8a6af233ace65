// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <vector>

class QAction;
class QPalette;
class QWidget;

namespace tagsmith
{

/** Every command of the window. */
enum class Command {
    NewFile,
    OpenFile,
    Connect,
    OpenEmbedded,
    Mapping,
    NewMapping,
    Import,
    Paste,
    Export,
    ReadOnly,
    Quit,
    Undo,
    Redo,
    Add,
    EditDetails,
    Rename,
    Merge,
    Delete,
    Aftercare,
    Copy,
    SelectAll,
    Find,
    Details,
    History,
    Refresh,
    Shortcuts,
    About,
};

/** The one registry of the window's actions: text, shortcut, tip and icon of each in one place. */
class WindowActions : public QObject
{
    Q_OBJECT

public:
    /** The actions belong to @p window and follow its palette. */
    explicit WindowActions(QWidget *window);

    QAction *operator[](Command command) const { return m_actions.at(command); }
    /** In the order of Command. */
    std::vector<QAction *> all() const;
    /**
     * Disables @p command and says why, where its tips stand otherwise; an empty @p reason enables
     * it again.
     */
    void setRefused(Command command, const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Tips
    {
        QString tool;
        QString status;
    };

    void refreshIcons(const QPalette &palette);

    std::map<Command, QAction *> m_actions;
    std::map<Command, Tips> m_tips;
    std::map<Command, QString> m_icons;
};

} // namespace tagsmith
