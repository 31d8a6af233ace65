// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RankedTaggings.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ReferenceTable.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

RankedTaggings::RankedTaggings(const ReferenceTable &table, const TagValues &tags,
                               const ObjectKey &key)
    : m_table(table), m_tags(tags), m_key(key)
{
}

QString RankedTaggings::sql(bool withFirst) const
{
    const QString isSource = u"CASE WHEN "_s + m_table.tag() + u" = ? THEN 0 ELSE 1 END"_s;
    QStringList rowKey;
    for (const QString &name : m_table.rowKey())
        rowKey << m_table.column(name);

    QString window;
    const QStringList object = m_table.objectColumns(m_key);
    if (!object.isEmpty())
        window = u"PARTITION BY "_s + object.join(u", "_s) + u' ';
    window += u"ORDER BY "_s + isSource + u", "_s + rowKey.join(u", "_s);

    QString sql = u"(SELECT "_s + rowKey.join(u", "_s) + u", "_s + isSource +
                  u" AS source, ROW_NUMBER() OVER w AS place"_s;
    for (qsizetype i = 0; withFirst && i < rowKey.size(); ++i)
        sql += u", FIRST_VALUE("_s + rowKey.at(i) + u") OVER w AS first"_s + QString::number(i);
    return sql + u" FROM "_s + m_table.from() + u" WHERE "_s +
           m_table.usesOneOf(m_tags.sources.size() + 1) + u" AND "_s +
           m_table.namesAnObject(m_key) + u" WINDOW w AS ("_s + window + u")) AS d"_s;
}

void RankedTaggings::bind(Statement &statement) const
{
    m_table.bindTag(statement, m_tags.target);
    m_table.bindTags(statement, QStringList{m_tags.target} + m_tags.sources);
    m_table.bindTag(statement, m_tags.target);
}

QString RankedTaggings::collapses()
{
    return u"d.place > 1 AND d.source = 1"_s;
}

} // namespace tagsmith
