// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DigikamSteps.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NestedSet.h"

#include <QHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 rootTag = 0;

std::vector<NestedNode> readTree(ScopedConnection &connection, const QString &table)
{
    Statement statement(connection, u"SELECT id, COALESCE(pid, 0), lft, rgt FROM %1 ORDER BY id "
                                    "FOR UPDATE"_s.arg(table));
    statement.execute();
    std::vector<NestedNode> nodes;
    while (statement.next()) {
        nodes.push_back({statement.integer(0), statement.integer(1), statement.integer(2),
                         statement.integer(3)});
    }
    return nodes;
}

void renumberTree(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    const QString table = connection.dialect().quoted(vocabulary.table);
    const std::vector<NestedNode> stored = readTree(connection, table);
    QHash<qint64, const NestedNode *> byId;
    for (const NestedNode &node : stored)
        byId.insert(node.id, &node);
    const std::vector<NestedNode> renumbered = renumberedNestedSet(stored, rootTag);
    Statement update(connection, u"UPDATE %1 SET lft = ?, rgt = ? WHERE id = ?"_s.arg(table));
    for (const NestedNode &node : renumbered) {
        if (node != *byId.value(node.id))
            update.bind(node.left).bind(node.right).bind(node.id).execute();
    }
}

} // namespace

void DigikamSteps::before(ScopedConnection &, const Vocabulary &, const TagOperation &operation,
                          Receipt &) const
{
    if (operation.target && operation.target->key == QString::number(rootTag)) {
        throw DatabaseError(ErrorKind::Refused,
                            u"Nothing can be merged into “%1”, the root of digiKam's tree of tags; "
                            "choose another target."_s.arg(operation.target->name));
    }
}

void DigikamSteps::after(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const TagOperation &operation, Receipt &) const
{
    if (operation.kind != "rename"_L1 && vocabulary.indexOf(u"lft"_s) >= 0)
        renumberTree(connection, vocabulary);
}

} // namespace tagsmith
