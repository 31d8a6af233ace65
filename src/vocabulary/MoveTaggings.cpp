// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/MoveTaggings.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CollapseTaggings.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"
#include "vocabulary/SampleTaggings.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

qint64 updateTags(const ReferenceTable &table, const TagValues &tags)
{
    const Dialect &dialect = table.connection().dialect();
    const QString &column = table.reference().column;
    RecordedUpdate recorded(table.connection(), table.rowsUsing(tags.sources), {column},
                            {{column, tags.target}});
    Statement statement(table.connection(), u"UPDATE "_s + table.from() + u" SET "_s +
                                                dialect.quoted(column) + u" = ? WHERE "_s +
                                                table.usesOneOf(tags.sources.size()));
    table.bindTag(statement, tags.target);
    table.bindTags(statement, tags.sources);
    const qint64 moved = statement.execute().rowsAffected();
    recorded.done();
    return moved;
}

/** Something else can bring taggings back: a trigger. */
void requireUnused(const ReferenceTable &table, const TagValues &tags)
{
    const bool isSqlite = table.connection().isSqlite();
    Statement statement(table.connection(), u"SELECT COUNT(*) FROM "_s + table.from() +
                                                u" WHERE "_s +
                                                table.usesOneOf(tags.sources.size()) +
                                                (isSqlite ? QString() : u" LOCK IN SHARE MODE"_s));
    table.bindTags(statement, tags.sources);
    statement.execute().next();
    if (statement.integer(0) == 0)
        return;
    throw DatabaseError(
        ErrorKind::Conflict,
        u"The table %1 still has %2 rows with the merged tags after they were moved, "
        "so that nothing was changed; look for a trigger on it."_s.arg(
            table.schema().name, QString::number(statement.integer(0))));
}

} // namespace

ReferenceCount moveTaggings(const ReferenceTable &table, const TagValues &tags, Receipt &receipt)
{
    ReferenceCount count;
    count.table = table.reference().table;
    count.column = table.reference().column;
    for (const QStringList &sources : inParts(tags.sources)) {
        const TagValues part{tags.column, sources, tags.target};
        if (receipt.dryRun)
            sampleCollapsing(table, part, receipt.samples);
        count.collapsed += collapseTaggings(table, part);
        if (receipt.dryRun)
            sampleUsing(table, part, u"moved"_s, receipt.samples);
        count.moved += updateTags(table, part);
        requireUnused(table, part);
    }
    return count;
}

} // namespace tagsmith
