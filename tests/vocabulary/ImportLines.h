// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLineStore.h"
#include "vocabulary/ImportFile.h"

#include <QFile>

namespace tagsmith::test
{

inline QString cellText(const Cell &cell)
{
    return cell.value_or(QStringLiteral("NULL"));
}

/**
 * A line as one text: "3 changed Python (10<7,x<NULL) = 1 python [uses: reason]"; the stored values
 * stand behind "<", a target behind "->", and an equal name of a stored tag has no line.
 */
inline QString lineText(const ImportLine &line)
{
    QString text =
        QString::number(line.line) + u' ' + lineVerdictName(line.verdict) + u' ' + line.name;
    QStringList values;
    for (size_t i = 0; i < line.values.size(); ++i) {
        QString value = cellText(line.values[i]);
        if (i < line.stored.size())
            value += u'<' + cellText(line.stored[i]);
        values << value;
    }
    if (!values.isEmpty())
        text += QStringLiteral(" (%1)").arg(values.join(u','));
    if (!line.target.isEmpty())
        text += QStringLiteral(" -> ") + line.target;
    if (!line.equalName.isEmpty())
        text += QStringLiteral(" = ") +
                (line.equalLine > 0 ? QString::number(line.equalLine) + u' ' : QString()) +
                line.equalName;
    if (!line.reason.isEmpty())
        text += QStringLiteral(" [%1: %2]").arg(line.column, line.reason);
    return text;
}

inline QStringList linesOf(const ImportAccount &account)
{
    QStringList texts;
    for (qint64 i = 0; account.lines && i < account.lines->count(); ++i)
        texts << lineText(account.lines->at(i));
    return texts;
}

/** countsOf() as the lines of @p account have it. */
inline QString countsOfLines(const ImportAccount &account)
{
    const auto count = [&account](LineVerdict verdict) {
        return static_cast<qint64>(account.lines->matching({{verdict}, false}).size());
    };
    ImportAccount counted;
    counted.read = account.lines->count();
    counted.inserted = count(LineVerdict::New);
    counted.updated = count(LineVerdict::Changed);
    counted.unchanged = count(LineVerdict::Unchanged);
    counted.skipped = count(LineVerdict::Skipped);
    counted.rejected = count(LineVerdict::Rejected);
    counted.renamed = count(LineVerdict::Renamed);
    counted.merged = count(LineVerdict::Merged);
    counted.deleted = count(LineVerdict::Deleted);
    return countsOf(counted);
}

inline QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace tagsmith::test
