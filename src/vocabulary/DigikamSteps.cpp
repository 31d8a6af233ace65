// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DigikamSteps.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NestedSet.h"
#include "vocabulary/RecordChanges.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <span>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 rootTag = 0;
constexpr size_t nodesPerUpdate = 200;

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

/** Gives @p nodes, all in one statement, their left and right. */
void storeNumbers(ScopedConnection &connection, const QString &table,
                  std::span<const NestedNode> nodes)
{
    QString left;
    QString right;
    QStringList ids;
    for (const NestedNode &node : nodes) {
        const QString when = u" WHEN %1 THEN %2"_s;
        left += when.arg(node.id).arg(node.left);
        right += when.arg(node.id).arg(node.right);
        ids << QString::number(node.id);
    }
    const QString areThese = u"id IN (%1)"_s.arg(ids.join(u", "_s));
    RecordedUpdate recorded(connection, {table, {}, {}, areThese}, {u"lft"_s, u"rgt"_s});
    Statement(connection, u"UPDATE %1 SET lft = CASE id%2 END, rgt = CASE id%3 END WHERE %4"_s.arg(
                              connection.dialect().quoted(table), left, right, areThese))
        .execute();
    recorded.done();
}

bool isNestedSet(const Vocabulary &vocabulary)
{
    return vocabulary.indexOf(u"lft"_s) >= 0;
}

void renumberTree(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    const QString table = connection.dialect().quoted(vocabulary.table);
    const std::vector<NestedNode> stored = readTree(connection, table);
    QHash<qint64, const NestedNode *> byId;
    for (const NestedNode &node : stored)
        byId.insert(node.id, &node);
    const std::vector<NestedNode> renumbered = renumberedNestedSet(stored, rootTag);
    std::vector<NestedNode> changed;
    std::copy_if(renumbered.begin(), renumbered.end(), std::back_inserter(changed),
                 [&byId](const NestedNode &node) { return node != *byId.value(node.id); });
    const std::span<const NestedNode> all(changed);
    for (size_t i = 0; i < all.size(); i += nodesPerUpdate)
        storeNumbers(connection, vocabulary.table,
                     all.subspan(i, std::min(nodesPerUpdate, all.size() - i)));
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
    if (operation.kind != "rename"_L1 && isNestedSet(vocabulary))
        renumberTree(connection, vocabulary);
}

bool DigikamSteps::isUndoneAsAWhole(const Vocabulary &vocabulary) const
{
    return isNestedSet(vocabulary);
}

} // namespace tagsmith
