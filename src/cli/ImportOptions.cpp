// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ImportOptions.h"

#include "cli/LineNumbers.h"

#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

/** `FILECOLUMN=COLUMN`; the last sign divides, for a file's column may be called anything. */
std::optional<Error> parseMapping(ImportRequest &request, const QStringList &texts)
{
    for (const QString &text : texts) {
        const qsizetype equals = text.lastIndexOf(u'=');
        if (equals < 1 || equals == text.size() - 1)
            return usage(u"\"%1\" is no mapping; write --map FILECOLUMN=COLUMN."_s.arg(text));
        request.mapping.push_back({text.left(equals), text.mid(equals + 1)});
    }
    return std::nullopt;
}

std::optional<Error> parseOnExisting(ImportRequest &request, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"on-existing"_s))
        return std::nullopt;
    const QString name = parser.value(u"on-existing"_s);
    if (name == "skip"_L1)
        request.onExisting = OnExisting::Skip;
    else if (name == "update"_L1)
        request.onExisting = OnExisting::Update;
    else if (name == "fail"_L1)
        request.onExisting = OnExisting::Fail;
    else
        return usage(u"--on-existing takes skip, update or fail, not \"%1\"."_s.arg(name));
    return std::nullopt;
}

std::optional<Error> parseContent(ImportSource &source, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"as"_s))
        return std::nullopt;
    const QString name = parser.value(u"as"_s);
    if (name == "tags"_L1)
        source.content = ImportContent::Tags;
    else if (name == "merges"_L1)
        source.content = ImportContent::Merges;
    else if (name == "actions"_L1)
        source.content = ImportContent::Actions;
    else
        return usage(u"--as takes tags, merges or actions, not \"%1\"."_s.arg(name));
    return std::nullopt;
}

/** One character, or one of the words for those that a shell makes hard to write. */
std::optional<Error> parseDelimiter(ImportSource &source, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"delimiter"_s))
        return std::nullopt;
    const QString text = parser.value(u"delimiter"_s);
    if (text == "tab"_L1 || text == "\\t"_L1)
        source.delimiter = u'\t';
    else if (text.size() == 1)
        source.delimiter = text.at(0);
    else
        return usage(u"--delimiter takes one character, or the word tab, not \"%1\"."_s.arg(text));
    return std::nullopt;
}

std::optional<Error> parseListSeparator(ImportRequest &request, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"list-separator"_s))
        return std::nullopt;
    request.listSeparator = parser.value(u"list-separator"_s);
    request.listSeparator.replace("\\n"_L1, "\n"_L1).replace("\\t"_L1, "\t"_L1);
    if (request.listSeparator.isEmpty())
        return usage(u"--list-separator takes what stands between two names, such as a comma."_s);
    return std::nullopt;
}

using Rule = void (*)(NameRules &);

/** The rules by their words; of those that exclude each other the last one holds. */
Rule ruleOf(const QString &word)
{
    static constexpr std::array<std::pair<QLatin1StringView, Rule>, 9> rules = {{
        {"trim"_L1, [](NameRules &rule) { rule.trim = true; }},
        {"collapse"_L1, [](NameRules &rule) { rule.collapseBlanks = true; }},
        {"nfc"_L1, [](NameRules &rule) { rule.compose = true; }},
        {"visible"_L1, [](NameRules &rule) { rule.removeInvisible = true; }},
        {"lower"_L1, [](NameRules &rule) { rule.letterCase = LetterCase::Lower; }},
        {"upper"_L1, [](NameRules &rule) { rule.letterCase = LetterCase::Upper; }},
        {"blanks"_L1, [](NameRules &rule) { rule.separator = WordSeparator::Blank; }},
        {"hyphens"_L1, [](NameRules &rule) { rule.separator = WordSeparator::Hyphen; }},
        {"underscores"_L1, [](NameRules &rule) { rule.separator = WordSeparator::Underscore; }},
    }};
    for (const auto &[name, rule] : rules) {
        if (word == name)
            return rule;
    }
    return nullptr;
}

std::optional<Error> parseNameRules(NameRules &rules, const QStringList &texts)
{
    for (const QString &text : texts) {
        const QStringList words = text.split(u',');
        for (const QString &word : words) {
            const Rule rule = ruleOf(word);
            if (!rule) {
                return usage(u"--names knows trim, collapse, nfc, visible, lower, upper, blanks, "
                             "hyphens and underscores, not \"%1\"."_s.arg(word));
            }
            rule(rules);
        }
    }
    return std::nullopt;
}

std::optional<Error> parseLeftOut(ImportRequest &request, const QStringList &texts)
{
    const auto lines = parseLineNumbers(u"leave-out"_s, texts);
    if (!lines)
        return lines.error();
    request.leftOut = *lines;
    return std::nullopt;
}

/** An empty name is a variable that a script forgot to set, not the wish for no file. */
std::optional<Error> parseReport(ImportRequest &request, const QCommandLineParser &parser)
{
    request.reportPath = parser.value(u"report"_s);
    if (parser.isSet(u"report"_s) && request.reportPath.isEmpty())
        return usage(u"--report takes the name of a file."_s);
    return std::nullopt;
}

/** Where the format is said as well; else the file tells whether it has sheets. */
std::optional<Error> parseSheet(ImportSource &source, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"sheet"_s))
        return std::nullopt;
    source.sheet = parser.value(u"sheet"_s);
    if (source.sheet.isEmpty())
        return usage(u"--sheet takes the name of a sheet."_s);
    if (source.format.value_or(FileFormat::Xlsx) != FileFormat::Xlsx) {
        return usage(u"Only a workbook has sheets; leave out --sheet, or the --format %1."_s.arg(
            fileFormatName(*source.format)));
    }
    return std::nullopt;
}

/** What is remembered and what is said now must not contradict each other. */
std::optional<Error> parseRemembering(Invocation &invocation, const QCommandLineParser &parser)
{
    invocation.remember = parser.isSet(u"remember"_s);
    invocation.remembered = parser.isSet(u"remembered"_s);
    if (invocation.remember && invocation.dryRun) {
        return usage(u"A dry run is not remembered; leave out --remember, or --dry-run."_s);
    }
    for (const QString &name : {u"map"_s, u"names"_s, u"list-separator"_s, u"on-existing"_s}) {
        if (invocation.remembered && parser.isSet(name)) {
            return usage(
                u"--remembered says what --%1 says as well; leave out one of them."_s.arg(name));
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> parseImportOptions(Invocation &invocation, const QCommandLineParser &parser)
{
    ImportRequest &request = invocation.import;
    request.source.format = invocation.format;
    request.source.encoding = parser.value(u"encoding"_s);
    request.rejectsPath = parser.value(u"rejects"_s);
    request.dryRun = invocation.dryRun;
    request.constants = invocation.values;
    request.withTaggings = invocation.withTaggings;
    if (const auto error = parseSheet(request.source, parser))
        return error;
    if (const auto error = parseContent(request.source, parser))
        return error;
    if (const auto error = parseDelimiter(request.source, parser))
        return error;
    if (const auto error = parseListSeparator(request, parser))
        return error;
    if (const auto error = parseNameRules(request.nameRules, parser.values(u"names"_s)))
        return error;
    if (const auto error = parseOnExisting(request, parser))
        return error;
    if (const auto error = parseLeftOut(request, parser.values(u"leave-out"_s)))
        return error;
    if (const auto error = parseReport(request, parser))
        return error;
    if (const auto error = parseRemembering(invocation, parser))
        return error;
    return parseMapping(request, parser.values(u"map"_s));
}

} // namespace tagsmith
