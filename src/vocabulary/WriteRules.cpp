// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/WriteRules.h"

#include "core/TagRules.h"
#include "vocabulary/StoredTags.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

void requireTransactions(const Vocabulary &vocabulary)
{
    if (vocabulary.transactional)
        return;
    throw DatabaseError(
        ErrorKind::Refused,
        u"The table %1 is of an engine that cannot roll back, so that a change could be left "
        "half done; convert it to InnoDB first."_s.arg(vocabulary.table));
}

void requireName(const StoredTags &stored, const Vocabulary &vocabulary, const QString &name)
{
    if (const auto error = checkName(vocabulary.nameField(), name))
        throw DatabaseError(*error);
    if (!stored.findNotStorable({name}).empty()) {
        throw DatabaseError(
            ErrorKind::NotStorable,
            u"“%1” has characters that the column %2 (%3) cannot store; change the name."_s.arg(
                name, vocabulary.nameField().name, vocabulary.nameField().characterSet));
    }
}

std::vector<int> requireColumns(const Vocabulary &vocabulary,
                                const std::vector<ColumnValue> &values)
{
    std::vector<int> columns;
    for (const ColumnValue &value : values) {
        const int column = vocabulary.indexOf(value.column);
        if (column < 0) {
            throw DatabaseError(ErrorKind::Usage,
                                u"The table %1 has no column %2; check its name."_s.arg(
                                    vocabulary.table, value.column));
        }
        if (column == vocabulary.nameColumn || column == vocabulary.keyColumn) {
            throw DatabaseError(
                ErrorKind::Usage,
                u"The column %1 holds the name; use rename to change it."_s.arg(value.column));
        }
        if (std::find(columns.begin(), columns.end(), column) != columns.end())
            throw DatabaseError(ErrorKind::Usage,
                                u"The column %1 is set twice."_s.arg(value.column));
        const Column &field = vocabulary.columns[static_cast<size_t>(column)];
        if (field.generated) {
            throw DatabaseError(
                ErrorKind::Usage,
                u"The column %1 is computed by the database and cannot be set."_s.arg(field.name));
        }
        if (const auto error = checkValue(field, value.value))
            throw DatabaseError(*error);
        columns.push_back(column);
    }
    return columns;
}

DatabaseError missingTag(const QString &name)
{
    return {ErrorKind::Missing, u"There is no tag “%1”; refresh and check its name."_s.arg(name)};
}

StoredTag requireStored(const StoredTags &stored, const QString &name)
{
    auto tag = stored.find(name);
    if (!tag)
        throw missingTag(name);
    return std::move(*tag);
}

} // namespace tagsmith
