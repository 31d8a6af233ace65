// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportLineStore.h"
#include "vocabulary/AwkwardRequest.h"

#include <functional>

/** The account of an awkward file, found and expected, as texts to be compared. */
namespace tagsmith::test
{

/** The counts of an account by their names in the expectations, in the order of the account. */
inline QStringList countTexts(const std::function<qint64(const QString &)> &countOf)
{
    static const QStringList names{QStringLiteral("read"),    QStringLiteral("inserted"),
                                   QStringLiteral("updated"), QStringLiteral("unchanged"),
                                   QStringLiteral("skipped"), QStringLiteral("rejected"),
                                   QStringLiteral("renamed"), QStringLiteral("merged"),
                                   QStringLiteral("deleted"), QStringLiteral("equalNames")};
    QStringList texts;
    for (const QString &name : names)
        texts << name + u' ' + QString::number(countOf(name));
    return texts;
}

inline QStringList countTexts(const ImportAccount &account)
{
    const QHash<QString, qint64> counts{
        {QStringLiteral("read"), account.read},
        {QStringLiteral("inserted"), account.inserted},
        {QStringLiteral("updated"), account.updated},
        {QStringLiteral("unchanged"), account.unchanged},
        {QStringLiteral("skipped"), account.skipped},
        {QStringLiteral("rejected"), account.rejected},
        {QStringLiteral("renamed"), account.renamed},
        {QStringLiteral("merged"), account.merged},
        {QStringLiteral("deleted"), account.deleted},
        {QStringLiteral("equalNames"), account.equalNamesCount},
    };
    return countTexts([&counts](const QString &name) { return counts.value(name); });
}

/** Of expectations; a count that is not given is 0. */
inline QStringList countTexts(const QJsonObject &counts)
{
    return countTexts([&counts](const QString &name) { return counts[name].toInteger(); });
}

inline QString quoted(const Cell &cell)
{
    return cell ? u'"' + *cell + u'"' : QStringLiteral("NULL");
}

inline QString rowText(const Row &row)
{
    QStringList cells;
    for (const Cell &cell : row)
        cells << quoted(cell);
    return cells.join(QStringLiteral(", "));
}

inline Row rowOf(const QJsonArray &values)
{
    Row row;
    for (const QJsonValue &value : values)
        row.push_back(cellOf(value));
    return row;
}

/** A line by what the expectations have of it: 'line 3: new "Go" ("x") = line 2 "go"'. */
inline QString lineText(qint64 number, const QString &verdict, const QString &name,
                        const QString &values, const QString &equalName, qint64 equalLine,
                        const QString &column, const QString &reason, const QString &target)
{
    QString text = QStringLiteral("line %1: %2 \"%3\"").arg(QString::number(number), verdict, name);
    if (!values.isEmpty())
        text += QStringLiteral(" (%1)").arg(values);
    if (!target.isEmpty())
        text += QStringLiteral(" to \"%1\"").arg(target);
    if (!equalName.isEmpty())
        text += QStringLiteral(" = line %1 \"%2\"").arg(QString::number(equalLine), equalName);
    if (!reason.isEmpty() || !column.isEmpty())
        text += QStringLiteral(" [%1] %2").arg(column, reason);
    return text;
}

/** Of an expected line; values and the values stored before are compared where they are given. */
inline QString lineText(const QJsonObject &line)
{
    const auto text = [&line](const char *key) {
        return line.value(QLatin1StringView(key)).toString();
    };
    QString values = rowText(rowOf(line[QStringLiteral("values")].toArray()));
    if (line.contains(QStringLiteral("stored")))
        values +=
            QStringLiteral(" was ") + rowText(rowOf(line[QStringLiteral("stored")].toArray()));
    return lineText(line[QStringLiteral("line")].toInteger(), text("verdict"), text("name"), values,
                    text("equalName"), line[QStringLiteral("equalLine")].toInteger(),
                    text("column"), text("reason"), text("target"));
}

/** Of a line that was found, with no more than @p expected has; a reason that has its part is it.
 */
inline QString lineText(const ImportLine &line, const QJsonObject &expected)
{
    QString values;
    if (expected.contains(QStringLiteral("values")))
        values = rowText(line.values);
    if (expected.contains(QStringLiteral("stored")))
        values += QStringLiteral(" was ") + rowText(line.stored);
    const QString part = expected[QStringLiteral("reason")].toString();
    const bool isRight = !part.isEmpty() && line.reason.contains(part);
    return lineText(line.line, lineVerdictName(line.verdict), line.name, values, line.equalName,
                    line.equalLine, line.column, isRight ? part : line.reason, line.target);
}

/** Every line that was found beside the one that is expected in its place. */
inline std::pair<QStringList, QStringList> comparedLines(const ImportLineStore &found,
                                                         const QJsonArray &expected)
{
    std::pair<QStringList, QStringList> texts;
    for (qint64 i = 0; i < found.count(); ++i)
        texts.first << lineText(found.at(i), expected.at(static_cast<qsizetype>(i)).toObject());
    for (const QJsonValue &line : expected)
        texts.second << lineText(line.toObject());
    return texts;
}

/** The same for some lines of a long file: those that begin where an expected one does. */
inline std::pair<QStringList, QStringList> comparedSomeLines(const ImportLineStore &found,
                                                             const QJsonArray &expected)
{
    std::pair<QStringList, QStringList> texts;
    qsizetype next = 0;
    for (qint64 i = 0; i < found.count() && next < expected.size(); ++i) {
        const QJsonObject wanted = expected.at(next).toObject();
        const ImportLine line = found.at(i);
        if (line.line != wanted[QStringLiteral("line")].toInteger())
            continue;
        texts.first << lineText(line, wanted);
        ++next;
    }
    for (const QJsonValue &line : expected)
        texts.second << lineText(line.toObject());
    return texts;
}

} // namespace tagsmith::test
