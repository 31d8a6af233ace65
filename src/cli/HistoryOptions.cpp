// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/HistoryOptions.h"

#include <QTimeZone>

#include <limits>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<Error> parseNumber(const QCommandLineParser &parser, const QString &option,
                                 qlonglong least, std::optional<int> &number)
{
    if (!parser.isSet(option))
        return std::nullopt;
    const QString text = parser.value(option);
    bool isNumber = false;
    const qlonglong value = text.toLongLong(&isNumber);
    if (!isNumber || value < least || value > std::numeric_limits<int>::max()) {
        return Error{ErrorKind::Usage,
                     u"--%1 takes a whole number of %2 or more, not \"%3\"."_s.arg(
                         option, QString::number(least), text)};
    }
    number = static_cast<int>(value);
    return std::nullopt;
}

/** A day, which begins at midnight here, or a time; without a zone it is the time here. */
QDateTime parseMoment(const QString &text)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (day.isValid())
        return day.startOfDay().toUTC();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

std::optional<Error> parseClearing(Invocation &invocation, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"clear-before"_s))
        return std::nullopt;
    const QString text = parser.value(u"clear-before"_s);
    invocation.clearBefore = parseMoment(text);
    if (invocation.clearBefore.isValid())
        return std::nullopt;
    return Error{ErrorKind::Usage, u"--clear-before takes a day such as 2026-01-31 or a time such "
                                   "as 2026-01-31T09:00, not \"%1\"."_s.arg(text)};
}

/** Listing, showing one, clearing and storing the rule are four things; one at a time. */
std::optional<Error> requireOnePurpose(const Invocation &invocation)
{
    const bool lists =
        invocation.limit || invocation.allVocabularies || !invocation.filter.isEmpty();
    const bool selects = lists || !invocation.operation.isEmpty();
    const bool clears = invocation.clearBefore.isValid();
    if (invocation.isWrite() && (selects || (clears && invocation.setsRetention()))) {
        return Error{ErrorKind::Usage,
                     u"--clear-before and --keep-days or --keep-megabytes stand alone: each is a "
                     "command of its own, for all vocabularies of the database."_s};
    }
    if (!invocation.operation.isEmpty() &&
        (invocation.allVocabularies || !invocation.filter.isEmpty())) {
        return Error{ErrorKind::Usage,
                     u"--filter and --all choose operations to list; to see one of them, name it "
                     "without these options."_s};
    }
    if (invocation.dryRun && !invocation.isWrite()) {
        return Error{ErrorKind::Usage, u"--dry-run goes with --clear-before, --keep-days and "
                                       "--keep-megabytes; history alone changes nothing."_s};
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> parseHistoryOptions(Invocation &invocation, const QCommandLineParser &parser)
{
    if (invocation.command != CliCommand::History)
        return std::nullopt;
    invocation.allVocabularies = parser.isSet(u"all"_s);
    if (const auto error = parseNumber(parser, u"limit"_s, 1, invocation.limit))
        return error;
    if (const auto error = parseNumber(parser, u"keep-days"_s, 0, invocation.keepDays))
        return error;
    if (const auto error = parseNumber(parser, u"keep-megabytes"_s, 0, invocation.keepMegabytes))
        return error;
    if (const auto error = parseClearing(invocation, parser))
        return error;
    return requireOnePurpose(invocation);
}

} // namespace tagsmith
