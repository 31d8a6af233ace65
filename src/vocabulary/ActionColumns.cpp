// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ActionColumns.h"

#include "core/Error.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

DatabaseError usage(const QString &message)
{
    return {ErrorKind::Usage, message};
}

bool isMapped(const std::vector<ColumnMapping> &mapping, const QStringList &fileColumns, int field)
{
    return std::any_of(mapping.begin(), mapping.end(), [&](const ColumnMapping &entry) {
        return indexOfFileColumn(fileColumns, entry.fileColumn) == field;
    });
}

/** What people call the column with the target, the likeliest first. */
int findTarget(const Vocabulary &vocabulary, const QStringList &fileColumns,
               const std::vector<ColumnMapping> &mapping)
{
    for (const QString &heading : {u"target"_s, u"into"_s, u"new name"_s, u"new_name"_s, u"to"_s}) {
        const int field = indexOfFileColumn(fileColumns, heading);
        // A heading that is a column of the table belongs to that column.
        if (field >= 0 && vocabulary.indexOf(heading) < 0 && !isMapped(mapping, fileColumns, field))
            return field;
    }
    return -1;
}

/** The lines of merges are always of these columns, whatever the table's are called. */
ActionColumns columnsOfMerges(const QStringList &fileColumns, const ImportRequest &request)
{
    if (!request.constants.empty()) {
        throw usage(u"Merges fill no columns; leave out the value for %1."_s.arg(
            request.constants.front().column));
    }
    ActionColumns columns;
    columns.action = indexOfFileColumn(fileColumns, u"action"_s);
    columns.mapping.nameField = indexOfFileColumn(fileColumns, u"name"_s);
    columns.target = indexOfFileColumn(fileColumns, u"target"_s);
    return columns;
}

/** Constants are what the user chose, and so go before what a heading suggests. */
std::vector<ColumnMapping> mappingOf(const Vocabulary &vocabulary, const QStringList &fileColumns,
                                     const ImportRequest &request)
{
    if (!request.mapping.empty())
        return request.mapping;
    std::vector<ColumnMapping> mapping = defaultActionMapping(vocabulary, fileColumns);
    std::erase_if(mapping, [&request](const ColumnMapping &entry) {
        return std::any_of(request.constants.begin(), request.constants.end(),
                           [&entry](const ColumnValue &constant) {
                               return constant.column.compare(entry.column, Qt::CaseInsensitive) ==
                                      0;
                           });
    });
    return mapping;
}

} // namespace

QString actionHeading()
{
    return u"action"_s;
}

QString actionColumnOf(const QStringList &fileColumns)
{
    return fileColumns.value(indexOfFileColumn(fileColumns, actionHeading()));
}

QString targetColumnOf(const Vocabulary &vocabulary, const QStringList &fileColumns,
                       const std::vector<ColumnMapping> &mapping)
{
    return fileColumns.value(findTarget(vocabulary, fileColumns, mapping));
}

std::vector<ColumnMapping> defaultActionMapping(const Vocabulary &vocabulary,
                                                const QStringList &fileColumns)
{
    std::vector<ColumnMapping> mapping = defaultMapping(vocabulary, fileColumns);
    const int action = indexOfFileColumn(fileColumns, actionHeading());
    std::erase_if(mapping, [&](const ColumnMapping &entry) {
        return indexOfFileColumn(fileColumns, entry.fileColumn) == action;
    });
    return mapping;
}

ActionColumns resolveActionColumns(const Vocabulary &vocabulary, const QStringList &fileColumns,
                                   const ImportRequest &request, ImportContent content)
{
    if (content == ImportContent::Merges)
        return columnsOfMerges(fileColumns, request);
    ActionColumns columns;
    columns.action = indexOfFileColumn(fileColumns, actionHeading());
    if (columns.action < 0) {
        throw usage(u"The file has no column “action” (it has %1); add one that says add, set, "
                    "rename, merge or delete, or import the file as tags."_s.arg(
                        fileColumns.join(u", "_s)));
    }
    const std::vector<ColumnMapping> mapping = mappingOf(vocabulary, fileColumns, request);
    columns.mapping = resolveMapping(vocabulary, fileColumns, mapping, request.constants);
    columns.target = findTarget(vocabulary, fileColumns, mapping);
    return columns;
}

} // namespace tagsmith
