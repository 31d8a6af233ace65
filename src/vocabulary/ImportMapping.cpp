// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ImportMapping.h"

#include "core/Error.h"
#include "vocabulary/WriteRules.h"

#include <algorithm>
#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** What people call the column with the names, the likeliest first. */
const QStringList &nameHeadings()
{
    static const QStringList headings = {u"tag_id"_s,   u"tag"_s,   u"name"_s,  u"tag_name"_s,
                                         u"tags"_s,     u"label"_s, u"title"_s, u"keyword"_s,
                                         u"keywords"_s, u"term"_s};
    return headings;
}

int indexOf(const QStringList &columns, const QString &wanted)
{
    const auto match =
        std::find_if(columns.begin(), columns.end(), [&wanted](const QString &column) {
            return column.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
        });
    return match == columns.end() ? -1 : static_cast<int>(match - columns.begin());
}

int guessNameField(const Vocabulary &vocabulary, const QStringList &fileColumns)
{
    const int sameName = indexOf(fileColumns, vocabulary.nameField().name);
    if (sameName >= 0)
        return sameName;
    for (const QString &heading : nameHeadings()) {
        const int field = indexOf(fileColumns, heading);
        // A heading that is another column of the table belongs to that column.
        if (field >= 0 && vocabulary.indexOf(heading) < 0)
            return field;
    }
    return fileColumns.size() == 1 ? 0 : -1;
}

DatabaseError usage(const QString &message)
{
    return {ErrorKind::Usage, message};
}

} // namespace

std::vector<ColumnMapping> defaultMapping(const Vocabulary &vocabulary,
                                          const QStringList &fileColumns)
{
    std::vector<ColumnMapping> mapping;
    const int nameField = guessNameField(vocabulary, fileColumns);
    for (int field = 0; field < fileColumns.size(); ++field) {
        const QString &fileColumn = fileColumns.at(field);
        if (field == nameField) {
            mapping.push_back({fileColumn, vocabulary.nameField().name});
            continue;
        }
        const int column = vocabulary.indexOf(fileColumn.trimmed());
        if (column < 0)
            continue;
        const Column &target = vocabulary.columns[static_cast<size_t>(column)];
        const bool isTaken =
            std::any_of(mapping.begin(), mapping.end(), [&target](const ColumnMapping &entry) {
                return entry.column == target.name;
            });
        if (!isTaken && !whyNotSettable(vocabulary, column))
            mapping.push_back({fileColumn, target.name});
    }
    return mapping;
}

ResolvedMapping resolveMapping(const Vocabulary &vocabulary, const QStringList &fileColumns,
                               const std::vector<ColumnMapping> &mapping)
{
    ResolvedMapping resolved;
    const auto entries = mapping.empty() ? defaultMapping(vocabulary, fileColumns) : mapping;
    for (const ColumnMapping &entry : entries) {
        const int field = indexOf(fileColumns, entry.fileColumn.trimmed());
        if (field < 0) {
            throw usage(u"The file has no column “%1”; it has %2."_s.arg(
                entry.fileColumn, fileColumns.join(u", "_s)));
        }
        const int column = vocabulary.indexOf(entry.column);
        if (column < 0)
            throw usage(u"The table %1 has no column “%2”."_s.arg(vocabulary.table, entry.column));
        const Column &target = vocabulary.columns[static_cast<size_t>(column)];
        if (target.generated)
            throw usage(u"The column %1 is computed by the database and cannot be filled."_s.arg(
                target.name));
        const auto reason =
            column == vocabulary.nameColumn ? std::nullopt : whyNotSettable(vocabulary, column);
        if (reason)
            throw usage(*reason);
        const bool isTaken =
            column == vocabulary.nameColumn
                ? resolved.nameField >= 0
                : std::count(resolved.columns.begin(), resolved.columns.end(), column) > 0;
        if (isTaken)
            throw usage(u"Two columns of the file fill %1; choose one."_s.arg(target.name));
        if (column == vocabulary.nameColumn) {
            resolved.nameField = field;
        } else {
            resolved.fields.push_back(field);
            resolved.columns.push_back(column);
        }
    }
    if (resolved.nameField < 0) {
        throw usage(
            u"No column of the file is known to hold the names (it has %1); choose one for %2."_s
                .arg(fileColumns.join(u", "_s), vocabulary.nameField().name));
    }
    return resolved;
}

} // namespace tagsmith
