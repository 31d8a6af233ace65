// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/OperationSummary.h"

#include <QLocale>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype namesListed = 2;
constexpr qsizetype columnsListed = 2;
constexpr qsizetype aloneLength = 100; ///< of the only name in a line
constexpr qsizetype besideLength = 40; ///< of one of two names
constexpr qsizetype thirdLength = 28;  ///< of one of three names
constexpr qsizetype columnLength = 25;

/** @p text on one line, and not longer than @p length. */
QString shortened(const QString &text, qsizetype length)
{
    QString line = text.left(length + 1);
    for (QChar &character : line) {
        const QChar::Category category = character.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            character = u' ';
    }
    if (line.size() <= length)
        return line;
    line.truncate(length - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line + u'…';
}

QString quoted(const QString &name, qsizetype length)
{
    return u'“' + shortened(name, length) + u'”';
}

QString number(qint64 count)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(count);
}

QString listOf(const QStringList &names)
{
    return quotedNames(names, names.size() == 1 ? aloneLength : besideLength);
}

} // namespace

QString quotedNames(const QStringList &names, qsizetype length)
{
    QStringList quotedNames;
    for (qsizetype i = 0; i < std::min(names.size(), namesListed); ++i)
        quotedNames << quoted(names.at(i), length);
    const qsizetype more = names.size() - quotedNames.size();
    if (more == 0)
        return quotedNames.join(u" and "_s);
    return quotedNames.join(u", "_s) + u" and %1 more"_s.arg(number(more));
}

QString addSummary(const QStringList &names)
{
    return u"Added "_s + listOf(names);
}

QString setSummary(const QStringList &columns, const QString &name)
{
    QStringList listed;
    for (qsizetype i = 0; i < std::min(columns.size(), columnsListed); ++i)
        listed << shortened(columns.at(i), columnLength);
    const qsizetype more = columns.size() - listed.size();
    const QString what = more == 0 ? listed.join(u" and "_s)
                                   : listed.join(u", "_s) + u" and %1 more"_s.arg(number(more));
    return u"Set "_s + what + u" of "_s + quoted(name, besideLength);
}

QString renameSummary(const QString &oldName, const QString &newName)
{
    return u"Renamed "_s + quoted(oldName, besideLength) + u" to "_s +
           quoted(newName, besideLength);
}

QString mergeSummary(const QStringList &sources, const QString &target)
{
    const qsizetype length = sources.size() == 1 ? besideLength : thirdLength;
    return u"Merged "_s + quotedNames(sources, length) + u" into "_s + quoted(target, length);
}

QString deleteSummary(const QStringList &names)
{
    return u"Deleted "_s + listOf(names);
}

namespace
{

/** The counts that are not 0: " (3 added, 4 merged)". */
QString actionCounts(const ImportAccount &account)
{
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &what) {
        if (count > 0)
            parts << number(count) + u' ' + what;
    };
    add(account.inserted, u"added"_s);
    add(account.updated, u"set"_s);
    add(account.renamed, u"renamed"_s);
    add(account.merged, u"merged"_s);
    add(account.deleted, u"deleted"_s);
    return parts.isEmpty() ? QString() : u" (%1)"_s.arg(parts.join(u", "_s));
}

QString actionsSummary(const ImportAccount &account, const QString &file)
{
    const qint64 count =
        account.inserted + account.updated + account.renamed + account.merged + account.deleted;
    QString line = u"Ran "_s + number(count) + (count == 1 ? u" action"_s : u" actions"_s);
    if (!file.isEmpty())
        line += u" from "_s + shortened(file, besideLength);
    return line + actionCounts(account);
}

} // namespace

QString importSummary(const ImportAccount &account, const QString &file)
{
    if (account.content != ImportContent::Tags)
        return actionsSummary(account, file);
    const bool onlyUpdated = account.inserted == 0 && account.updated > 0;
    const qint64 count = onlyUpdated ? account.updated : account.inserted;
    QString line = (onlyUpdated ? u"Updated "_s : u"Imported "_s) + number(count) +
                   (count == 1 ? u" tag"_s : u" tags"_s);
    if (!file.isEmpty())
        line += u" from "_s + shortened(file, besideLength);
    if (!onlyUpdated && account.updated > 0)
        line += u" (%1 updated)"_s.arg(number(account.updated));
    return line;
}

} // namespace tagsmith
