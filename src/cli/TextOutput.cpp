// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/TextOutput.h"

#include <QLocale>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxShown = 20;

QString grouped(qint64 count)
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale.toString(count);
}

QString quoted(const QString &text)
{
    return u'"' + onOneLine(text) + u'"';
}

QString columnText(const Column &column)
{
    const QString type = column.declaredType.isEmpty() ? QString() : u' ' + column.declaredType;
    return u"    %1%2%3\n"_s.arg(onOneLine(column.name), type,
                                 column.nullable ? QString() : u" not null"_s);
}

QString vocabularyText(const Vocabulary &vocabulary)
{
    QString text = u"%1 (%2)\n  table: %3\n  key: %4\n  name: %5\n  columns:\n"_s.arg(
        onOneLine(vocabulary.name), vocabulary.preset, onOneLine(vocabulary.table),
        onOneLine(vocabulary.key().name), onOneLine(vocabulary.nameField().name));
    for (const Column &column : vocabulary.columns)
        text += columnText(column);
    if (vocabulary.references.empty())
        return text + u"  references: none\n"_s;
    text += u"  references:\n"_s;
    for (const Reference &reference : vocabulary.references)
        text += u"    %1.%2\n"_s.arg(onOneLine(reference.table), onOneLine(reference.column));
    return text;
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
                                  parts.isEmpty() ? u"no taggings"_s : parts.join(u", "));
}

/** "Added 2 tags", or "Would add 2 tags" for a dry run. */
QString receiptTitle(const Receipt &receipt, const QStringList &names)
{
    const QString tags = countOf(receipt.tags, u"tag"_s, u"tags"_s);
    const bool dry = receipt.dryRun;
    if (receipt.kind == "add"_L1)
        return (dry ? u"Would add %1"_s : u"Added %1"_s).arg(tags);
    if (receipt.kind == "delete"_L1)
        return (dry ? u"Would delete %1"_s : u"Deleted %1"_s).arg(tags);
    if (receipt.kind == "init"_L1) {
        if (receipt.tags == 0)
            return u"The database has its vocabulary already"_s;
        return dry ? u"Would make the table of tags"_s : u"Made the table of tags"_s;
    }
    if (receipt.kind == "rename"_L1 && names.size() == 2) {
        return (dry ? u"Would rename %1 to %2"_s : u"Renamed %1 to %2"_s)
            .arg(quoted(names.constFirst()), quoted(names.constLast()));
    }
    return (dry ? u"Would change %1"_s : u"Changed %1"_s).arg(tags);
}

QString accountLine(const QString &label, qint64 count)
{
    return u"%1%2\n"_s.arg(label.leftJustified(10), grouped(count).rightJustified(12));
}

QString moreText(qint64 count, size_t shown)
{
    const qint64 more = count - static_cast<qint64>(shown);
    return more > 0 ? u"  and %1 more\n"_s.arg(grouped(more)) : QString();
}

QString rejectionsText(const ImportAccount &account)
{
    if (account.rejections.empty())
        return {};
    QString text = u"\nRejected:\n"_s;
    const size_t shown = std::min(account.rejections.size(), maxShown);
    for (size_t i = 0; i < shown; ++i) {
        const Rejection &rejection = account.rejections[i];
        text += u"  line %1: %2: %3\n"_s.arg(QString::number(rejection.line),
                                             quoted(rejection.name), onOneLine(rejection.reason));
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
                ? u"%1 on line %2"_s.arg(quoted(pair.otherName), QString::number(pair.otherLine))
                : u"the stored %1"_s.arg(quoted(pair.otherName));
        text +=
            u"  line %1: %2 and %3\n"_s.arg(QString::number(pair.line), quoted(pair.name), other);
    }
    return text + moreText(account.equalNamesCount, shown);
}

} // namespace

QString countOf(qint64 count, const QString &one, const QString &many)
{
    return grouped(count) + u' ' + (count == 1 ? one : many);
}

QString onOneLine(const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::none_of(text.cbegin(), text.cend(), isControl))
        return text;
    QString result;
    for (const QChar c : text) {
        if (c == u'\n')
            result += "\\n"_L1;
        else if (c == u'\t')
            result += "\\t"_L1;
        else if (isControl(c))
            result += u"\\x%1"_s.arg(uint(c.unicode()), 2, 16, QChar(u'0'));
        else
            result += c;
    }
    return result;
}

QString toText(const std::vector<Vocabulary> &vocabularies)
{
    if (vocabularies.empty())
        return u"No vocabulary was found: no table has a text column as its key.\n"_s;
    QStringList texts;
    for (const Vocabulary &vocabulary : vocabularies)
        texts << vocabularyText(vocabulary);
    return texts.join(u'\n');
}

QString toText(const Receipt &receipt, const QStringList &names)
{
    QString text = receiptTitle(receipt, names);
    text += receipt.dryRun ? u"; nothing was changed.\n"_s : u".\n"_s;
    for (const ReferenceCount &count : receipt.references)
        text += referenceText(count);
    return text;
}

QString toText(const ImportAccount &account)
{
    QString text;
    if (account.dryRun)
        text += u"This is what the import would do; nothing was changed.\n"_s;
    text += accountLine(u"Read"_s, account.read) + accountLine(u"Inserted"_s, account.inserted) +
            accountLine(u"Updated"_s, account.updated) +
            accountLine(u"Unchanged"_s, account.unchanged) +
            accountLine(u"Skipped"_s, account.skipped) +
            accountLine(u"Rejected"_s, account.rejected);
    return text + rejectionsText(account) + equalNamesText(account);
}

} // namespace tagsmith
