// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ReceiptText.h"

#include "cli/ConflictText.h"
#include "cli/SampleText.h"
#include "cli/TextParts.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** A tag as the user has named it. */
QString tagText(const QString &nameOrKey, TagAddress address)
{
    return address == TagAddress::Name ? quoted(nameOrKey)
                                       : u"the tag with the key "_s + onOneLine(nameOrKey);
}

QString renameTitle(const Receipt &receipt, const Invocation &wish)
{
    return (receipt.dryRun ? u"Would rename %1 to %2"_s : u"Renamed %1 to %2"_s)
        .arg(tagText(wish.names.constFirst(), wish.address), quoted(wish.names.constLast()));
}

/** The summary of an undo begins with what it did: "Undid: Renamed “a” to “b”". */
QString undoTitle(const Receipt &receipt)
{
    if (!receipt.dryRun)
        return onOneLine(receipt.summary);
    const QString verb = receipt.kind == "redo"_L1 ? u"Would redo: "_s : u"Would undo: "_s;
    return verb + onOneLine(receipt.summary.section(u": "_s, 1));
}

/** "Added 2 tags", or "Would add 2 tags" for a dry run. */
QString titleText(const Receipt &receipt, const Invocation &wish)
{
    const QString tags = countOf(receipt.tags, u"tag"_s, u"tags"_s);
    const bool dry = receipt.dryRun;
    switch (wish.command) {
    case CliCommand::Undo: return undoTitle(receipt);
    case CliCommand::Add: return (dry ? u"Would add %1"_s : u"Added %1"_s).arg(tags);
    case CliCommand::Delete: return (dry ? u"Would delete %1"_s : u"Deleted %1"_s).arg(tags);
    case CliCommand::Rename: return renameTitle(receipt, wish);
    case CliCommand::Merge:
        return (dry ? u"Would merge %1 into %2"_s : u"Merged %1 into %2"_s)
            .arg(tags, tagText(wish.target, wish.address));
    default: return (dry ? u"Would change %1"_s : u"Changed %1"_s).arg(tags);
    }
}

QString referenceText(const ReferenceCount &count)
{
    QStringList parts;
    if (count.moved > 0)
        parts << u"%1 moved"_s.arg(grouped(count.moved));
    if (count.collapsed > 0)
        parts << u"%1 collapsed"_s.arg(grouped(count.collapsed));
    if (count.removed > 0)
        parts << u"%1 removed"_s.arg(grouped(count.removed));
    return u"  %1.%2: %3\n"_s.arg(onOneLine(count.table), onOneLine(count.column),
                                  parts.isEmpty() ? u"no taggings"_s : parts.join(u", "_s));
}

QString childrenText(const Receipt &receipt)
{
    if (receipt.childrenLifted == 0)
        return {};
    return u"  %1: another parent\n"_s.arg(
        countOf(receipt.childrenLifted, u"child"_s, u"children"_s));
}

QString counterText(const CounterChange &change)
{
    return u"  %1 of %2: %3 -> %4\n"_s.arg(onOneLine(change.column), quoted(change.tag),
                                           change.before.value_or(u"NULL"_s),
                                           change.after.value_or(u"NULL"_s));
}

QString aftercareText(const Receipt &receipt)
{
    if (receipt.aftercare.empty())
        return {};
    QString text = receipt.dryRun ? u"To be done afterwards:\n"_s : u"To be done now:\n"_s;
    for (const AftercareStep &step : receipt.aftercare) {
        text += u"  %1\n"_s.arg(onOneLine(step.text));
        if (!step.command.isEmpty())
            text += u"    %1\n"_s.arg(onOneLine(step.command));
    }
    return text;
}

/** What would be too long to be shown: how much of it there is, and where to find it. */
QString countedText(const Receipt &receipt)
{
    QString text;
    if (!receipt.redirects.empty()) {
        const auto count = static_cast<qint64>(receipt.redirects.size());
        text += receipt.dryRun
                    ? countOf(count, u"address would change"_s, u"addresses would change"_s)
                    : countOf(count, u"address has changed"_s, u"addresses have changed"_s);
        text += u"; --json lists what replaces which.\n"_s;
    }
    qint64 objects = 0;
    for (const ChangedObjects &changed : receipt.changedObjects)
        objects += static_cast<qint64>(changed.rows.size()) + changed.leftOut;
    if (objects == 0)
        return text;
    const QString tags = receipt.kind == "rename"_L1 ? u"a tag of another name"_s : u"other tags"_s;
    text += receipt.dryRun
                ? countOf(objects, u"object would have "_s, u"objects would have "_s) + tags
                : countOf(objects, u"object has "_s, u"objects have "_s) + tags + u" now"_s;
    return text + u"; --json lists them, for a search index.\n"_s;
}

QString sqlText(const QStringList &statements)
{
    QString text = u"SQL:\n"_s;
    for (const QString &statement : statements)
        text += onOneLine(statement) + u'\n';
    return text;
}

} // namespace

QString besideText(const Receipt &receipt)
{
    QString text;
    for (const ReferenceCount &count : receipt.references)
        text += referenceText(count);
    text += childrenText(receipt);
    for (const CounterChange &change : receipt.counters)
        text += counterText(change);
    for (const QString &warning : receipt.warnings)
        text += u"Warning: %1\n"_s.arg(onOneLine(warning));
    for (const SampleRows &sample : receipt.samples)
        text += sampleText(sample);
    return text + aftercareText(receipt) + countedText(receipt);
}

QString receiptText(const Receipt &receipt, const Invocation &wish)
{
    QString text = titleText(receipt, wish);
    text += receipt.dryRun ? u"; nothing was changed.\n"_s : u".\n"_s;
    if (!receipt.undoes.isEmpty()) {
        text += u"  %1 put back\n"_s.arg(countOf(receipt.rows, u"row"_s, u"rows"_s));
        text += skippedText(receipt.skipped);
    }
    text += besideText(receipt);
    return wish.showSql ? text + sqlText(receipt.sql) : text;
}

} // namespace tagsmith
