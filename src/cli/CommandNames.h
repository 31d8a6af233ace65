// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/Invocation.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace tagsmith
{

/** An option: its spellings, the long one last, and the commands that take it. */
struct OptionRule
{
    QStringList names;
    QString valueName;          ///< empty: a switch
    QList<CliCommand> commands; ///< empty: every command, and the window where inWindow
    bool inWindow = false;

    bool belongsTo(CliCommand command) const
    {
        if (command == CliCommand::Window)
            return inWindow;
        return commands.isEmpty() || commands.contains(command);
    }
};

/** Every option there is. */
const QList<OptionRule> &optionRules();

/** The word for @p command on the command line; empty for the window. */
QString commandName(CliCommand command);
std::optional<CliCommand> commandFromName(const QString &name);

/** How few and how many words may follow @p command. */
std::pair<qsizetype, qsizetype> operandCount(CliCommand command);

/** One line, for example "tagsmith rename OLD NEW". */
QString synopsis(CliCommand command);

} // namespace tagsmith
