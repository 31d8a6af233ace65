// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqlRecorder.h"

#include "database/ScopedConnection.h"

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxStatements = 200;
constexpr qsizetype maxValueLength = 60;
constexpr qsizetype maxValues = 40;

bool changesRows(const QString &sql)
{
    static constexpr std::array verbs = {"INSERT"_L1, "UPDATE"_L1, "DELETE"_L1, "REPLACE"_L1};
    return std::any_of(verbs.begin(), verbs.end(), [&sql](QLatin1StringView verb) {
        return sql.startsWith(verb, Qt::CaseInsensitive);
    });
}

/** @p value for a comment, which ends with its line. */
QString valueText(const QVariant &value)
{
    if (value.isNull())
        return u"NULL"_s;
    if (value.typeId() != QMetaType::QString)
        return value.toString();
    QString text = value.toString().left(maxValueLength + 1);
    if (text.size() > maxValueLength)
        text = text.left(maxValueLength) + u'…';
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QString valuesText(const QVariantList &values)
{
    QStringList texts;
    for (qsizetype i = 0; i < std::min(values.size(), maxValues); ++i)
        texts << valueText(values.at(i));
    if (values.size() > maxValues)
        texts << u"…"_s;
    return texts.join(u", "_s);
}

} // namespace

SqlRecorder::SqlRecorder(ScopedConnection &connection, QStringList &lines)
    : m_connection(connection), m_lines(lines)
{
    m_connection.m_recorder = this;
}

SqlRecorder::~SqlRecorder()
{
    m_connection.m_recorder = nullptr;
}

void SqlRecorder::record(const QString &sql, const QVariantList &values)
{
    // What Tagsmith writes down for itself is no part of the change.
    if (!changesRows(sql) || QStringView(sql).left(22).contains("tagsmith_"_L1))
        return;
    if (++m_recorded <= maxStatements) {
        m_lines << (values.isEmpty() ? sql + u';' : sql + u"; -- "_s + valuesText(values));
        return;
    }
    const int more = m_recorded - maxStatements;
    if (more > 1)
        m_lines.removeLast();
    m_lines << (more == 1 ? u"-- and 1 more statement"_s
                          : u"-- and %1 more statements"_s.arg(more));
}

} // namespace tagsmith
