// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RequireFits.h"

#include "core/TagRules.h"
#include "database/Dialect.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NameList.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

void requireFits(ScopedConnection &connection, const Column &column, const QString &name)
{
    if (const auto error = checkValue(column, name))
        throw DatabaseError(*error);
    const Dialect &dialect = connection.dialect();
    const QString condition = dialect.notStorable(column, u"n"_s);
    if (condition.isEmpty())
        return;
    Statement statement(connection, u"SELECT 1 FROM "_s + dialect.nameList(column, u"n"_s) +
                                        u" WHERE "_s + condition);
    if (statement.bind(jsonArray({name})).execute().next()) {
        throw DatabaseError(
            ErrorKind::NotStorable,
            u"“%1” has characters that the column %2 (%3) cannot store; change the name."_s.arg(
                name, column.name, column.characterSet));
    }
}

} // namespace tagsmith
