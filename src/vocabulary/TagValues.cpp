// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TagValues.h"

#include "core/Error.h"

#include <QSet>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

int columnIndex(const Vocabulary &vocabulary, const QString &column)
{
    const int index = column.isEmpty() ? vocabulary.keyColumn : vocabulary.indexOf(column);
    if (index < 0) {
        throw DatabaseError(
            ErrorKind::Missing,
            u"The table %1 has no column %2; correct the mapping."_s.arg(vocabulary.table, column));
    }
    return index;
}

} // namespace

Cell tagValue(const Vocabulary &vocabulary, const StoredTag &tag, const QString &target)
{
    const int index = columnIndex(vocabulary, target);
    return index == vocabulary.keyColumn ? Cell(tag.key)
                                         : tag.values.at(static_cast<size_t>(index));
}

TagValues ownValues(const Vocabulary &vocabulary, const std::vector<StoredTag> &tags,
                    const QString &column, const QStringList &shared)
{
    TagValues values;
    values.column = vocabulary.columns[static_cast<size_t>(columnIndex(vocabulary, column))];
    const bool namesNames =
        vocabulary.nameTable && values.column.name == vocabulary.nameTable->tagColumn;
    QSet<QString> seen;
    if (namesNames)
        seen = QSet<QString>(shared.begin(), shared.end());
    for (const StoredTag &tag : tags) {
        const Cell value = tagValue(vocabulary, tag, column);
        if (!value || seen.contains(*value))
            continue;
        seen.insert(*value);
        values.sources << *value;
    }
    return values;
}

TagValues tagValues(const Vocabulary &vocabulary, const std::vector<StoredTag> &sources,
                    const StoredTag &target, const QString &column, const QStringList &shared)
{
    TagValues values = ownValues(vocabulary, sources, column, shared);
    const Cell targetValue = tagValue(vocabulary, target, column);
    if (targetValue)
        values.sources.removeAll(*targetValue);
    else if (!values.sources.isEmpty()) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"“%1” has no value in the column %2, by which other tables name it; give it one first."_s
                .arg(target.name, values.column.name));
    }
    values.target = targetValue.value_or(QString());
    return values;
}

std::vector<QStringList> inParts(const QStringList &values)
{
    std::vector<QStringList> parts;
    for (qsizetype first = 0; first < values.size(); first += maxListedValues)
        parts.push_back(values.mid(first, maxListedValues));
    return parts;
}

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

} // namespace tagsmith
