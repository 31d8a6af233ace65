// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ImportMapping.h"

#include "core/Error.h"
#include "vocabulary/RejectMarks.h"
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

int guessNameField(const Vocabulary &vocabulary, const QStringList &fileColumns)
{
    const int sameName = indexOfFileColumn(fileColumns, vocabulary.nameField().name);
    if (sameName >= 0)
        return sameName;
    for (const QString &heading : nameHeadings()) {
        const int field = indexOfFileColumn(fileColumns, heading);
        // A heading that is another column of the table belongs to that column.
        if (field >= 0 && vocabulary.indexOf(heading) < 0)
            return field;
    }
    const QStringList own = withoutRejectMarks(fileColumns);
    const bool isRejects = own.size() < fileColumns.size();
    if (own.size() != 1 || (isRejects && own.front() == "record"_L1))
        return -1;
    return static_cast<int>(fileColumns.size()) - 1;
}

DatabaseError usage(const QString &message)
{
    return {ErrorKind::Usage, message};
}

bool contains(const std::vector<int> &columns, int column)
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/** The default mapping without the columns that constants fill: these are what the user chose. */
std::vector<ColumnMapping> defaultBeside(const std::vector<int> &constantColumns,
                                         const Vocabulary &vocabulary,
                                         const QStringList &fileColumns)
{
    auto mapping = defaultMapping(vocabulary, fileColumns);
    std::erase_if(mapping, [&](const ColumnMapping &entry) {
        return contains(constantColumns, vocabulary.indexOf(entry.column));
    });
    return mapping;
}

} // namespace

int indexOfFileColumn(const QStringList &fileColumns, const QString &name)
{
    if (const qsizetype same = fileColumns.indexOf(name); same >= 0)
        return static_cast<int>(same);
    const QString wanted = name.trimmed();
    const auto match =
        std::find_if(fileColumns.begin(), fileColumns.end(), [&wanted](const QString &column) {
            return column.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
        });
    return match == fileColumns.end() ? -1 : static_cast<int>(match - fileColumns.begin());
}

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
        const int same = vocabulary.indexOf(fileColumn);
        const int column = same < 0 ? vocabulary.indexOf(fileColumn.trimmed()) : same;
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

std::vector<int> requireConstants(const Vocabulary &vocabulary,
                                  const std::vector<ColumnValue> &constants)
{
    for (const ColumnValue &constant : constants) {
        if (vocabulary.indexOf(constant.column) == vocabulary.nameColumn) {
            throw usage(u"The column %1 holds the names, which come from the file; it cannot have "
                        "the same value in every record."_s.arg(vocabulary.nameField().name));
        }
    }
    try {
        return requireColumns(vocabulary, constants);
    } catch (const DatabaseError &failure) {
        throw usage(failure.error().message);
    }
}

ResolvedMapping resolveMapping(const Vocabulary &vocabulary, const QStringList &fileColumns,
                               const std::vector<ColumnMapping> &mapping,
                               const std::vector<ColumnValue> &constants)
{
    ResolvedMapping resolved;
    const auto constantColumns = requireConstants(vocabulary, constants);
    const auto entries =
        mapping.empty() ? defaultBeside(constantColumns, vocabulary, fileColumns) : mapping;
    for (const ColumnMapping &entry : entries) {
        const int field = indexOfFileColumn(fileColumns, entry.fileColumn);
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
        const bool isTaken = column == vocabulary.nameColumn ? resolved.nameField >= 0
                                                             : contains(resolved.columns, column);
        if (isTaken)
            throw usage(u"Two columns of the file fill %1; choose one."_s.arg(target.name));
        if (contains(constantColumns, column)) {
            throw usage(u"%1 is filled twice, by the file's column “%2” and by a constant; choose "
                        "one."_s.arg(target.name, entry.fileColumn));
        }
        if (column == vocabulary.nameColumn) {
            resolved.nameField = field;
        } else {
            resolved.fields.push_back(field);
            resolved.columns.push_back(column);
        }
    }
    if (resolved.nameField < 0) {
        const int guess = guessNameField(vocabulary, fileColumns);
        resolved.nameField = contains(resolved.fields, guess) ? -1 : guess;
    }
    if (resolved.nameField < 0) {
        throw usage(
            u"No column of the file is known to hold the names (it has %1); choose one for %2."_s
                .arg(fileColumns.join(u", "_s), vocabulary.nameField().name));
    }
    for (size_t i = 0; i < constants.size(); ++i) {
        resolved.columns.push_back(constantColumns[i]);
        resolved.constants.push_back(constants[i].value);
    }
    return resolved;
}

QString leftOutColumns(const ResolvedMapping &mapping, const QStringList &fileColumns)
{
    QStringList quoted;
    const QStringList own = withoutRejectMarks(fileColumns);
    for (const QString &column : own) {
        const auto field = static_cast<int>(fileColumns.lastIndexOf(column));
        if (field != mapping.nameField && !contains(mapping.fields, field))
            quoted << u'“' + column + u'”';
    }
    if (quoted.isEmpty())
        return {};
    return (quoted.size() == 1
                ? u"The file's column %1 fills no column of the table and was left out."_s
                : u"The file's columns %1 fill no column of the table and were left out."_s)
        .arg(quoted.join(u", "_s));
}

} // namespace tagsmith
