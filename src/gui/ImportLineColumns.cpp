// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLineColumns.h"

#include "core/ImportLineStore.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The column of the file that fills @p column; empty where none does. */
QString fileColumnOf(const ImportRequest &request, const QString &column)
{
    const auto found =
        std::find_if(request.mapping.cbegin(), request.mapping.cend(),
                     [&column](const ColumnMapping &entry) { return entry.column == column; });
    return found == request.mapping.cend() ? QString() : found->fileColumn;
}

} // namespace

ImportLineColumns::ImportLineColumns(const ImportAccount &account, const ImportRequest &request,
                                     const Vocabulary &vocabulary)
    : m_tableColumns{vocabulary.nameField().name}, m_targetColumn(account.targetColumn),
      m_hasTargets(account.content != ImportContent::Tags)
{
    if (account.lines)
        m_tableColumns << account.lines->columns();
    for (const QString &column : std::as_const(m_tableColumns)) {
        m_fileColumns << fileColumnOf(request, column);
        const int index = vocabulary.indexOf(column);
        const bool isName = m_nullable.isEmpty(); // which a tag needs, whatever the table allows
        m_nullable << (!isName && index >= 0 && vocabulary.columns[size_t(index)].nullable);
        m_types << (index < 0 ? ColumnType::Text : vocabulary.columns[size_t(index)].type);
    }
    if (account.content == ImportContent::Actions)
        m_actionColumn = u"action"_s;
    if (account.content == ImportContent::Merges) // whose fields have names of their own
        m_fileColumns.front() = u"name"_s;
}

QString ImportLineColumns::fileColumn(int column) const
{
    if (column < name())
        return column == action() ? m_actionColumn : QString();
    return column == target() ? m_targetColumn : m_fileColumns.value(column - name());
}

} // namespace tagsmith
