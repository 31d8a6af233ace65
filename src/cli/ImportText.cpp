// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ImportText.h"

#include "cli/ReceiptText.h"
#include "cli/TextParts.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxShown = 20;

QString accountLine(const QString &label, qint64 count)
{
    return u"%1%2\n"_s.arg(label.leftJustified(10), grouped(count).rightJustified(12));
}

/** Of what only actions do. */
QString furtherLine(const QString &label, qint64 count)
{
    return count == 0 ? QString() : accountLine(label, count);
}

QString moreText(qint64 count, size_t shown)
{
    const qint64 more = count - static_cast<qint64>(shown);
    return more > 0 ? u"  and %1 more\n"_s.arg(grouped(more)) : QString();
}

/** A name must not push what is said of it out of sight; files and JSON have all of it. */
QString quotedName(const QString &name)
{
    constexpr qsizetype most = 60;
    if (name.size() <= most)
        return quoted(name);
    const qsizetype end = name.at(most - 1).isHighSurrogate() ? most - 1 : most;
    return quoted(name.first(end) + u'…');
}

QString rejectionsText(const ImportAccount &account)
{
    if (account.rejections.empty())
        return {};
    QString text = u"\nRejected:\n"_s;
    const size_t shown = std::min(account.rejections.size(), maxShown);
    for (size_t i = 0; i < shown; ++i) {
        const Rejection &rejection = account.rejections[i];
        text +=
            u"  line %1: %2: %3\n"_s.arg(fileLineWords(account.files, rejection.line),
                                         quotedName(rejection.name), onOneLine(rejection.reason));
    }
    return text + moreText(account.rejected, shown);
}

QString equalNamesText(const ImportAccount &account)
{
    if (account.equalNames.empty())
        return {};
    QString text = u"\nEqual for the database:\n"_s;
    const size_t shown = std::min(account.equalNames.size(), maxShown);
    for (size_t i = 0; i < shown; ++i) {
        const EqualNames &pair = account.equalNames[i];
        const QString other =
            pair.otherLine > 0
                ? u"%1 on line %2"_s.arg(quotedName(pair.otherName),
                                         fileLineWords(account.files, pair.otherLine))
                : u"the stored %1"_s.arg(quotedName(pair.otherName));
        text += u"  line %1: %2 and %3\n"_s.arg(fileLineWords(account.files, pair.line),
                                                quotedName(pair.name), other);
    }
    return text + moreText(account.equalNamesCount, shown);
}

QString ruleLine(qint64 count, const QString &what)
{
    return count == 0 ? QString() : u"  %1 %2\n"_s.arg(countOf(count, u"name"_s, u"names"_s), what);
}

/** What the rules for names changed; nothing where they changed none. */
QString ruleCountsText(const NameRuleCounts &counts)
{
    const QString lines = ruleLine(counts.cleaned, u"without invisible characters"_s) +
                          ruleLine(counts.composed, u"composed"_s) +
                          ruleLine(counts.collapsed, u"with fewer blanks"_s) +
                          ruleLine(counts.trimmed, u"trimmed"_s) +
                          ruleLine(counts.separated, u"with another separator"_s) +
                          ruleLine(counts.recased, u"in other letters"_s);
    return lines.isEmpty() ? QString() : u"\nChanged by the rules for names:\n"_s + lines;
}

/** Where it may be wrong; else the encoding is nothing that anybody has to look at. */
QString encodingText(const EncodingFinding &encoding)
{
    const bool isSure =
        encoding.source != EncodingFinding::Source::Guess &&
        (encoding.source == EncodingFinding::Source::Chosen || encoding.wrongOffset < 0);
    const QString how = describeEncoding(encoding);
    if (isSure || how.isEmpty())
        return {};
    return u"\nEncoding  %1, %2\n"_s.arg(encoding.name, how.front().toLower() + how.sliced(1));
}

/** What actions and merges did beside their tags. */
QString actionsText(const Receipt &actions)
{
    const QString text = besideText(actions);
    if (text.isEmpty())
        return {};
    const bool isAboutRows = !actions.references.empty() || actions.childrenLifted > 0;
    return u'\n' + (isAboutRows ? u"Beside the tags:\n"_s : QString()) + text;
}

} // namespace

QString importText(const ImportAccount &account)
{
    QString text;
    if (account.dryRun)
        text += u"This is what the import would do; nothing was changed.\n"_s;
    text += accountLine(u"Read"_s, account.read) + accountLine(u"Inserted"_s, account.inserted) +
            accountLine(u"Updated"_s, account.updated) +
            accountLine(u"Unchanged"_s, account.unchanged) +
            accountLine(u"Skipped"_s, account.skipped) +
            accountLine(u"Rejected"_s, account.rejected) +
            furtherLine(u"Renamed"_s, account.renamed) + furtherLine(u"Merged"_s, account.merged) +
            furtherLine(u"Deleted"_s, account.deleted);
    return text + actionsText(account.actions) + encodingText(account.encoding) +
           ruleCountsText(account.ruleCounts) + rejectionsText(account) + equalNamesText(account);
}

} // namespace tagsmith
