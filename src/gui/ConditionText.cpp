// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConditionText.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString valueText(const Cell &value)
{
    if (!value)
        return u"NULL"_s;
    static const QRegularExpression plain(u"^[^\\s;'][^;']*(?<!\\s)$"_s);
    if (*value != "NULL"_L1 && plain.match(*value).hasMatch())
        return *value;
    return u'\'' + QString(*value).replace(u'\'', u"''"_s) + u'\'';
}

/** What a written value means: NULL, a quoted text with doubled quotes, or the text itself. */
Cell valueOf(const QString &written)
{
    if (written == "NULL"_L1)
        return std::nullopt;
    if (written.startsWith(u'\''))
        return written.mid(1, written.size() - 2).replace(u"''"_s, u"'"_s);
    return written;
}

} // namespace

QString conditionText(const std::vector<ColumnValue> &conditions)
{
    QStringList parts;
    for (const ColumnValue &condition : conditions)
        parts << condition.column + u" = "_s + valueText(condition.value);
    return parts.join(u"; "_s);
}

Result<std::vector<ColumnValue>> conditionsFromText(const QString &text)
{
    static const QRegularExpression part(
        u"\\G\\s*([^=;']+?)\\s*=\\s*('(?:[^']|'')*'|[^;']*?)\\s*(?:;|$)"_s);
    std::vector<ColumnValue> conditions;
    qsizetype at = 0;
    while (at < text.size() && !QStringView(text).mid(at).trimmed().isEmpty()) {
        const auto match = part.match(text, at);
        if (!match.hasMatch()) {
            return Error{ErrorKind::Usage,
                         QCoreApplication::translate("ConditionText",
                                                     "“%1” is no condition; write column = value.")
                             .arg(text.mid(at).trimmed())};
        }
        conditions.push_back({match.captured(1), valueOf(match.captured(2))});
        at = match.capturedEnd();
    }
    return conditions;
}

} // namespace tagsmith
