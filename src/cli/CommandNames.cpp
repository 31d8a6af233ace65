// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CommandNames.h"

#include <limits>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

struct CommandRule
{
    CliCommand command;
    QString name;
    QString operands; ///< as the help shows them
    qsizetype least;
    qsizetype most;
};

constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();

const QList<CommandRule> &commandRules()
{
    static const QList<CommandRule> rules = {
        {CliCommand::Init, u"init"_s, u"[--create-table]"_s, 0, 0},
        {CliCommand::Inspect, u"inspect"_s, {}, 0, 0},
        {CliCommand::List, u"list"_s, u"[--filter TEXT] [--unused]"_s, 0, 0},
        {CliCommand::Add, u"add"_s, u"NAME... [--set COLUMN=VALUE]..."_s, 1, anyNumber},
        {CliCommand::Set, u"set"_s, u"NAME COLUMN=VALUE..."_s, 2, anyNumber},
        {CliCommand::Rename, u"rename"_s, u"OLD NEW [--new-slug]"_s, 2, 2},
        {CliCommand::Merge, u"merge"_s, u"SOURCE... --into TARGET"_s, 1, anyNumber},
        {CliCommand::Delete, u"delete"_s, u"NAME... [--with-taggings]"_s, 1, anyNumber},
        {CliCommand::Import, u"import"_s,
         u"FILE...|- [--format FORMAT] [--encoding NAME] [--delimiter C] [--sheet NAME] "
         "[--map FILECOLUMN=COLUMN]... [--set COLUMN=VALUE]... [--list-separator TEXT] "
         "[--names RULE,...] [--on-existing skip|update|fail] [--leave-out LINE,...] "
         "[--as tags|merges|actions] [--with-taggings] "
         "[--rejects FILE] [--report FILE] [--remember] [--remembered]"_s,
         1, anyNumber},
        {CliCommand::Export, u"export"_s,
         u"FILE|- [--format FORMAT] [--filter TEXT] [--column NAME]... "
         "[--spreadsheet-safe]"_s,
         1, 1},
        {CliCommand::History, u"history"_s,
         u"[OPERATION] [--filter TEXT] [--limit N] [--all] [--clear-before DATE] "
         "[--keep-days N] [--keep-megabytes N]"_s,
         0, 1},
        {CliCommand::Undo, u"undo"_s, u"[OPERATION] [--skip-conflicts]"_s, 0, 1},
    };
    return rules;
}

const CommandRule *ruleOf(CliCommand command)
{
    for (const CommandRule &rule : commandRules()) {
        if (rule.command == command)
            return &rule;
    }
    return nullptr;
}

} // namespace

const QList<OptionRule> &optionRules()
{
    using enum CliCommand;
    static const QList<OptionRule> rules = {
        {{u"h"_s, u"help"_s}, {}, {}, true},
        {{u"v"_s, u"version"_s}, {}, {}, true},
        {{u"db"_s}, u"URL"_s, {}, true},
        {{u"profile"_s}, u"NAME"_s, {}, true},
        {{u"vocabulary"_s}, u"NAME"_s, {}, true},
        {{u"json"_s}, {}, {}, false},
        {{u"password-stdin"_s}, {}, {}, false},
        {{u"read-only"_s}, {}, {}, true},
        {{u"dry-run"_s}, {}, {Init, Add, Set, Rename, Merge, Delete, Import, History, Undo}, false},
        {{u"no-journal"_s}, {}, {Add, Set, Rename, Merge, Delete, Import}, false},
        {{u"create-table"_s}, {}, {Init}, false},
        {{u"filter"_s}, u"TEXT"_s, {List, Export, History}, false},
        {{u"unused"_s}, {}, {List}, false},
        {{u"by-key"_s}, {}, {Set, Rename, Merge, Delete}, false},
        {{u"show-sql"_s}, {}, {Rename, Merge, Delete}, false},
        {{u"new-slug"_s}, {}, {Rename}, false},
        {{u"into"_s}, u"TARGET"_s, {Merge}, false},
        {{u"set"_s}, u"COLUMN=VALUE"_s, {Add, Import}, false},
        {{u"with-taggings"_s}, {}, {Delete, Import}, false},
        {{u"format"_s}, u"FORMAT"_s, {Import, Export}, false},
        {{u"encoding"_s}, u"NAME"_s, {Import}, false},
        {{u"delimiter"_s}, u"C"_s, {Import}, false},
        {{u"sheet"_s}, u"NAME"_s, {Import}, false},
        {{u"map"_s}, u"FILECOLUMN=COLUMN"_s, {Import}, false},
        {{u"list-separator"_s}, u"TEXT"_s, {Import}, false},
        {{u"names"_s}, u"RULE,..."_s, {Import}, false},
        {{u"on-existing"_s}, u"WHAT"_s, {Import}, false},
        {{u"as"_s}, u"WHAT"_s, {Import}, false},
        {{u"leave-out"_s}, u"LINE,..."_s, {Import}, false},
        {{u"rejects"_s}, u"FILE"_s, {Import}, false},
        {{u"report"_s}, u"FILE"_s, {Import}, false},
        {{u"remember"_s}, {}, {Import}, false},
        {{u"remembered"_s}, {}, {Import}, false},
        {{u"column"_s}, u"NAME"_s, {Export}, false},
        {{u"spreadsheet-safe"_s}, {}, {Export}, false},
        {{u"limit"_s}, u"N"_s, {History}, false},
        {{u"all"_s}, {}, {History}, false},
        {{u"clear-before"_s}, u"DATE"_s, {History}, false},
        {{u"keep-days"_s}, u"N"_s, {History}, false},
        {{u"keep-megabytes"_s}, u"N"_s, {History}, false},
        {{u"skip-conflicts"_s}, {}, {Undo}, false},
    };
    return rules;
}

QString commandName(CliCommand command)
{
    const CommandRule *rule = ruleOf(command);
    return rule ? rule->name : QString();
}

std::optional<CliCommand> commandFromName(const QString &name)
{
    for (const CommandRule &rule : commandRules()) {
        if (rule.name == name)
            return rule.command;
    }
    return std::nullopt;
}

std::pair<qsizetype, qsizetype> operandCount(CliCommand command)
{
    const CommandRule *rule = ruleOf(command);
    return rule ? std::pair(rule->least, rule->most) : std::pair(qsizetype(0), qsizetype(0));
}

QString synopsis(CliCommand command)
{
    const CommandRule *rule = ruleOf(command);
    if (!rule)
        return u"tagsmith [COMMAND]"_s;
    const QString line = u"tagsmith %1 %2"_s.arg(rule->name, rule->operands);
    return line.trimmed();
}

} // namespace tagsmith
