// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CommandLine.h"

#include "cli/CommandNames.h"
#include "cli/HistoryOptions.h"
#include "cli/ImportOptions.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QFileInfo>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

QCommandLineOption makeOption(const OptionRule &rule)
{
    return rule.valueName.isEmpty() ? QCommandLineOption(rule.names)
                                    : QCommandLineOption(rule.names, {}, rule.valueName);
}

void addOptions(QCommandLineParser &parser)
{
    for (const OptionRule &rule : optionRules())
        parser.addOption(makeOption(rule));
}

/** An option that the command does not have. */
std::optional<Error> misplacedOption(const QCommandLineParser &parser, CliCommand command)
{
    for (const OptionRule &rule : optionRules()) {
        if (!parser.isSet(rule.names.constLast()) || rule.belongsTo(command))
            continue;
        const QString name = u"--"_s + rule.names.constLast();
        if (command == CliCommand::Window) {
            return usage(
                u"The option %1 goes with a command; run tagsmith --help for the list."_s.arg(
                    name));
        }
        return usage(u"The command %1 has no option %2; run tagsmith %1 --help."_s.arg(
            commandName(command), name));
    }
    return std::nullopt;
}

std::optional<Error> wrongCount(CliCommand command, qsizetype count)
{
    const auto [least, most] = operandCount(command);
    if (count >= least && count <= most)
        return std::nullopt;
    const QString name = commandName(command);
    const QString rule = count < least ? u"more words than were given"_s : u"fewer words"_s;
    return usage(u"The command %1 takes %2; the way to write it is: %3."_s.arg(name, rule,
                                                                               synopsis(command)));
}

/** `COLUMN=VALUE`, or `COLUMN` alone for NULL. */
Result<ColumnValue> parseValue(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (text.isEmpty() || equals == 0)
        return usage(u"\"%1\" names no column; write COLUMN=VALUE."_s.arg(text));
    if (equals < 0)
        return ColumnValue{text, std::nullopt};
    // A null QString would be text all the same, but tests and drivers tell the two apart.
    const QString value = text.mid(equals + 1);
    return ColumnValue{text.left(equals), value.isEmpty() ? u""_s : value};
}

std::optional<Error> parseValues(Invocation &invocation, const QStringList &texts)
{
    for (const QString &text : texts) {
        const auto value = parseValue(text);
        if (!value)
            return value.error();
        invocation.values.push_back(*value);
    }
    return std::nullopt;
}

std::optional<Error> parseFormat(Invocation &invocation, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"format"_s))
        return std::nullopt;
    const QString name = parser.value(u"format"_s);
    invocation.format = fileFormatFromName(name);
    if (!invocation.format) {
        return usage(
            u"The format \"%1\" is not known; use csv, tsv, json, jsonl, lines or xlsx."_s.arg(
                name));
    }
    return std::nullopt;
}

/** Export has to know the format before it writes; an ending that says nothing means CSV. */
std::optional<Error> settleExport(Invocation &invocation)
{
    const bool toOutput = invocation.file == "-"_L1;
    if (toOutput && invocation.json) {
        return usage(u"The tags and the answer of --json would both go to standard output; "
                     "name a file to export to."_s);
    }
    if (invocation.file.endsWith(".gz"_L1, Qt::CaseInsensitive)) {
        return usage(u"Tagsmith reads files that are packed with gzip and writes none; leave out "
                     "the ending .gz of \"%1\"."_s.arg(invocation.file));
    }
    if (invocation.format)
        return std::nullopt;
    invocation.format = toOutput ? FileFormat::Csv : fileFormatFromPath(invocation.file);
    if (!invocation.format && !QFileInfo(invocation.file).suffix().isEmpty()) {
        return usage(u"The ending of \"%1\" names no format; add --format csv, tsv, json, "
                     "jsonl, lines or xlsx."_s.arg(invocation.file));
    }
    if (!invocation.format)
        invocation.format = FileFormat::Csv;
    return std::nullopt;
}

std::optional<Error> parseSource(Invocation &invocation, const QCommandLineParser &parser)
{
    invocation.profileName = parser.value(u"profile"_s);
    invocation.vocabulary = parser.value(u"vocabulary"_s);
    if (parser.isSet(u"profile"_s) && invocation.profileName.isEmpty())
        return usage(u"--profile takes the name of a connection."_s);
    if (!parser.isSet(u"db"_s))
        return std::nullopt;
    if (parser.isSet(u"profile"_s))
        return usage(u"--db and --profile name a database each; use one of them."_s);
    const auto profile = Profile::fromUrl(parser.value(u"db"_s));
    if (!profile)
        return profile.error();
    invocation.profile = *profile;
    return std::nullopt;
}

/** Merge tells its target apart from the sources by an option, so that no order can be mistaken. */
std::optional<Error> requireTarget(const Invocation &invocation)
{
    if (invocation.command != CliCommand::Merge || !invocation.target.isEmpty())
        return std::nullopt;
    return usage(u"Merge needs the tag that remains; the way to write it is: %1."_s.arg(
        synopsis(CliCommand::Merge)));
}

/** Without the word the newest operation is meant, so an empty one would be a trap for scripts. */
std::optional<Error> parseOperation(Invocation &invocation, const QStringList &operands)
{
    invocation.operation = operands.value(0);
    if (!operands.isEmpty() && invocation.operation.trimmed().isEmpty())
        return usage(u"An empty word names no operation; tagsmith history lists them."_s);
    return std::nullopt;
}

/** Standard input ends with itself, so that nothing can follow it. */
std::optional<Error> parseFurtherFiles(Invocation &invocation, const QStringList &operands)
{
    invocation.import.source.furtherPaths = operands;
    if (operands.isEmpty() || (invocation.file != "-"_L1 && !operands.contains("-"_L1)))
        return std::nullopt;
    return usage(u"Standard input (-) is imported alone; leave out the files, or the -."_s);
}

/** Sorts the words after the command into where they belong. */
std::optional<Error> parseOperands(Invocation &invocation, QStringList operands)
{
    if (const auto error = wrongCount(invocation.command, operands.size()))
        return error;
    switch (invocation.command) {
    case CliCommand::Import:
        invocation.file = operands.takeFirst();
        return parseFurtherFiles(invocation, operands);
    case CliCommand::Export:
        invocation.file = operands.constFirst();
        return settleExport(invocation);
    case CliCommand::Set:
        invocation.names = {operands.takeFirst()};
        return parseValues(invocation, operands);
    case CliCommand::History:
    case CliCommand::Undo: return parseOperation(invocation, operands);
    default: invocation.names = operands; return std::nullopt;
    }
}

std::optional<Error> parseOptions(Invocation &invocation, const QCommandLineParser &parser)
{
    invocation.json = parser.isSet(u"json"_s);
    invocation.passwordFromInput = parser.isSet(u"password-stdin"_s);
    invocation.dryRun = parser.isSet(u"dry-run"_s);
    invocation.readOnly = parser.isSet(u"read-only"_s);
    invocation.noJournal = parser.isSet(u"no-journal"_s);
    invocation.skipConflicts = parser.isSet(u"skip-conflicts"_s);
    invocation.createTable = parser.isSet(u"create-table"_s);
    invocation.withTaggings = parser.isSet(u"with-taggings"_s);
    invocation.filter = parser.value(u"filter"_s);
    invocation.unusedOnly = parser.isSet(u"unused"_s);
    invocation.target = parser.value(u"into"_s);
    invocation.newSlug = parser.isSet(u"new-slug"_s);
    invocation.showSql = parser.isSet(u"show-sql"_s);
    if (parser.isSet(u"by-key"_s))
        invocation.address = TagAddress::Key;
    invocation.columns = parser.values(u"column"_s);
    invocation.spreadsheetSafe = parser.isSet(u"spreadsheet-safe"_s);
    if (const auto error = parseSource(invocation, parser))
        return error;
    if (const auto error = parseFormat(invocation, parser))
        return error;
    if (const auto error = parseValues(invocation, parser.values(u"set"_s)))
        return error;
    return parseImportOptions(invocation, parser);
}

} // namespace

Result<Invocation> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool understood = parser.parse(arguments);
    QStringList operands = parser.positionalArguments();

    Invocation invocation;
    invocation.version = parser.isSet(u"version"_s);
    invocation.help = parser.isSet(u"help"_s);
    if (!operands.isEmpty()) {
        const QString word = operands.takeFirst();
        const auto command = commandFromName(word);
        if (!command) {
            return usage(
                u"There is no command \"%1\"; run tagsmith --help for the list."_s.arg(word));
        }
        invocation.command = *command;
    }
    if (invocation.help || invocation.version)
        return invocation;
    if (!understood) {
        const QString problem = parser.errorText();
        return usage(u"%1%2 Run tagsmith --help for the list."_s.arg(
            problem, problem.endsWith(u'.') ? QString() : u"."_s));
    }
    if (const auto error = misplacedOption(parser, invocation.command))
        return *error;
    if (const auto error = parseOptions(invocation, parser))
        return *error;
    if (invocation.command == CliCommand::Window)
        return invocation;
    if (const auto error = parseOperands(invocation, operands))
        return *error;
    if (const auto error = requireTarget(invocation))
        return *error;
    if (const auto error = parseHistoryOptions(invocation, parser))
        return *error;
    return invocation;
}

} // namespace tagsmith
