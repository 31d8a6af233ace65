// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/LineNumbers.h"

#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 mostLines = 100'000;

/** A number of digits alone; lines are counted from 1. */
std::optional<qint64> lineOf(QStringView text)
{
    bool isNumber = !text.isEmpty() && text.front().isDigit();
    const qint64 line = isNumber ? text.toLongLong(&isNumber) : 0;
    return isNumber && line > 0 ? std::optional(line) : std::nullopt;
}

struct Range
{
    qint64 first = 0;
    qint64 last = 0;
};

std::optional<Range> rangeOf(QStringView text)
{
    const qsizetype hyphen = text.indexOf(u'-');
    const auto first = lineOf(hyphen < 0 ? text : text.first(hyphen));
    const auto last = hyphen < 0 ? first : lineOf(text.sliced(hyphen + 1));
    if (!first || !last || *last < *first)
        return std::nullopt;
    return Range{*first, *last};
}

} // namespace

Result<std::vector<qint64>> parseLineNumbers(const QString &option, const QStringList &texts)
{
    std::vector<qint64> lines;
    for (const QString &text : texts) {
        const QStringList parts = text.split(u',');
        for (const QString &part : parts) {
            const auto range = rangeOf(QStringView(part).trimmed());
            if (!range) {
                return Error{
                    ErrorKind::Usage,
                    u"--%1 takes lines and ranges of lines, such as 3,5-9, not \"%2\"."_s.arg(
                        option, part)};
            }
            if (range->last - range->first >= mostLines - static_cast<qint64>(lines.size())) {
                return Error{ErrorKind::Usage,
                             u"--%1 takes no more than 100,000 lines; leave the others out of the "
                             "file."_s.arg(option)};
            }
            for (qint64 line = range->first; line <= range->last; ++line)
                lines.push_back(line);
        }
    }
    return lines;
}

} // namespace tagsmith
