// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UndoPass.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CompareRows.h"
#include "vocabulary/JsonItems.h"
#include "vocabulary/KeylessRows.h"
#include "vocabulary/PutBackRows.h"
#include "vocabulary/RowSource.h"
#include "vocabulary/SameKeys.h"

#include <algorithm>
#include <map>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<QString> at(const QStringList &rows, qint64 position)
{
    return position < rows.size() ? std::optional(rows.at(position)) : std::nullopt;
}

/** The parts that @p groups, from @p first on, delete. */
std::vector<EntryPart *> deletedParts(const std::vector<StepGroup> &groups, size_t first)
{
    std::vector<EntryPart *> parts;
    for (size_t i = first; i < groups.size(); ++i) {
        if (groups[i].deletes)
            parts.insert(parts.end(), groups[i].parts.begin(), groups[i].parts.end());
    }
    return parts;
}

QString pairedRows(const QStringList &before, const QStringList &after)
{
    QStringList pairs;
    for (qsizetype i = 0; i < before.size(); ++i)
        pairs << jsonList(jsonItems(before.at(i)) + jsonItems(after.at(i)));
    return jsonList(pairs);
}

} // namespace

UndoPass::UndoPass(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                   const std::vector<TableLink> &links, UndoEntry &entry,
                   const QSet<QString> &leftAlone, size_t limit)
    : m_connection(connection), m_schema(schema), m_links(links), m_entry(entry),
      m_used(connection, schema, links, entry), m_leftAlone(leftAlone), m_limit(limit)
{
}

void UndoPass::run(std::vector<EntryPart> parts)
{
    const std::vector<StepGroup> groups = stepGroups(parts, m_links);
    for (size_t i = 0; i < groups.size() && !isFull(); ++i) {
        if (groups[i].deletes)
            runDeletes(groups[i], deletedParts(groups, i));
        else
            runStep(groups[i]);
    }
}

void UndoPass::runStep(const StepGroup &step)
{
    for (EntryPart *part : step.parts) {
        const RowImage image = imageOf(*part);
        leaveAlone(*part, image);
        check(*part, image);
        putBack(*part, image);
    }
    retryWaiting();
    giveUpWaiting();
}

void UndoPass::runDeletes(const StepGroup &group, const std::vector<EntryPart *> &remaining)
{
    if (m_leftAlone.isEmpty() && deleteTogether(group, remaining))
        return;
    for (EntryPart *part : group.parts) {
        const RowImage image = imageOf(*part);
        leaveAlone(*part, image);
        check(*part, image);
    }
    keepUsed(group, remaining);
    for (EntryPart *part : group.parts)
        putBack(*part, imageOf(*part));
}

/** Without looking at the rows first; false, and nothing is done, where one of them must stay. */
bool UndoPass::deleteTogether(const StepGroup &group, const std::vector<EntryPart *> &remaining)
{
    const auto hasTwins = [this](const EntryPart *part) { return imageOf(*part).key().isEmpty(); };
    if (std::any_of(group.parts.begin(), group.parts.end(), hasTwins) ||
        !m_used.find(group.parts, remaining).empty())
        return false;
    const QString savepoint = u"tagsmith_deletes"_s;
    m_connection.executeDirectly(u"SAVEPOINT "_s + savepoint);
    const bool areAllSame = deleteSame(group);
    if (!areAllSame)
        m_connection.executeDirectly(u"ROLLBACK TO SAVEPOINT "_s + savepoint);
    m_connection.executeDirectly(u"RELEASE SAVEPOINT "_s + savepoint);
    return areAllSame;
}

bool UndoPass::deleteSame(const StepGroup &group)
{
    try {
        return std::all_of(group.parts.begin(), group.parts.end(), [this](const EntryPart *part) {
            const RowImage image = imageOf(*part);
            const RowSource rows = entryRows(image, m_entry, *part, ImageKind::Before);
            return deleteSameRows(m_connection, image, rows) == part->rows;
        });
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Conflict)
            throw;
        return false;
    }
}

/** Rows that somebody refers to since stay. */
void UndoPass::keepUsed(const StepGroup &group, const std::vector<EntryPart *> &remaining)
{
    std::map<EntryPart *, QSet<qint64>> positions;
    for (const UsedRow &used : m_used.find(group.parts, remaining)) {
        const QString row = m_entry.rows(*used.part, ImageKind::Before).at(used.position);
        m_conflicts.add(imageOf(*used.part),
                        versionsOf(*used.part, row, std::nullopt, row, used.reason));
        positions[used.part].insert(used.position);
    }
    for (const auto &[part, dropped] : positions)
        m_entry.drop(*part, dropped);
}

void UndoPass::leaveAlone(EntryPart &part, const RowImage &image)
{
    if (m_leftAlone.isEmpty())
        return;
    QSet<qint64> positions;
    for (const ImageKind kind : {ImageKind::Before, ImageKind::After}) {
        const QStringList rows = m_entry.rows(part, kind);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (m_leftAlone.contains(rowId(image, rows.at(i))))
                positions.insert(i);
        }
    }
    m_entry.drop(part, positions);
}

void UndoPass::check(EntryPart &part, const RowImage &image)
{
    if (part.rows == 0)
        return;
    if (image.key().isEmpty()) {
        if (part.hasBefore)
            checkTwins(part, image);
    } else if (part.hasBefore) {
        checkBefore(part, image);
    } else {
        checkAfter(part, image);
    }
}

void UndoPass::checkBefore(EntryPart &part, const RowImage &image)
{
    if (part.rows == 1 && part.hasAfter) { // then the rows are needed in any case
        const QStringList rows = jsonItems(m_entry.lists(part).before);
        if (rows.size() == 1 && isStoredAs(m_connection, image, rows.constFirst()))
            return;
    }
    const auto changed =
        changedRows(m_connection, image, entryRows(image, m_entry, part, ImageKind::Before));
    if (changed.empty())
        return;
    const QStringList after = m_entry.rows(part, ImageKind::After);
    QSet<qint64> positions;
    for (const ComparedRow &row : changed) {
        const std::optional<QString> yours = at(after, row.position);
        if (row.now != yours) // otherwise somebody has put it back already
            m_conflicts.add(image, versionsOf(part, row.expected, yours, row.now));
        positions.insert(row.position);
    }
    m_entry.drop(part, positions);
}

void UndoPass::checkTwins(EntryPart &part, const RowImage &image)
{
    const QStringList before = m_entry.rows(part, ImageKind::Before);
    const QSet<qint64> missing = missingTwins(m_connection, image, before);
    if (missing.isEmpty())
        return;
    const QStringList after = m_entry.rows(part, ImageKind::After);
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (missing.contains(i))
            m_conflicts.add(
                image,
                versionsOf(
                    part, before.at(i), at(after, i), std::nullopt,
                    u"It is not there as it was; no key tells whether it was changed or deleted."_s));
    }
    m_entry.drop(part, missing);
}

void UndoPass::checkAfter(EntryPart &part, const RowImage &image)
{
    const auto taken =
        takenRows(m_connection, image, entryRows(image, m_entry, part, ImageKind::After));
    // The rowid of a table that has no column for it is Tagsmith's own matter.
    const TableSchema *table = findTable(m_schema, part.table);
    const bool isRowid = table && !table->find(image.key().constFirst());
    QSet<qint64> positions;
    QSet<qint64> renumbered;
    for (const ComparedRow &row : taken) {
        if (row.now != row.expected && isRowid) {
            renumbered.insert(row.position);
            continue;
        }
        if (row.now != row.expected)
            m_conflicts.add(image, versionsOf(part, std::nullopt, row.expected, row.now));
        positions.insert(row.position);
    }
    numberAnew(part, image, renumbered);
    m_entry.drop(part, positions);
}

void UndoPass::numberAnew(EntryPart &part, const RowImage &image, const QSet<qint64> &positions)
{
    if (positions.isEmpty())
        return;
    const QString rowid = image.key().constFirst();
    const qsizetype index = image.columns().indexOf(rowid);
    const Dialect &dialect = m_connection.dialect();
    Statement statement(m_connection, u"SELECT MAX("_s + dialect.quoted(rowid) + u") FROM "_s +
                                          dialect.quoted(image.table()));
    statement.execute().next();
    qint64 last = statement.integer(0);
    QStringList rows = m_entry.rows(part, ImageKind::After);
    for (const QString &row : std::as_const(rows))
        last = std::max(last, image.cells(row).at(static_cast<size_t>(index)).value().toLongLong());
    for (const qint64 position : positions) {
        QStringList cells = jsonItems(rows.at(position));
        cells[index] = u"\"i%1\""_s.arg(++last);
        rows[position] = jsonList(cells);
    }
    m_entry.store(part, ImageKind::After, rows);
}

void UndoPass::putBack(EntryPart &part, const RowImage &image)
{
    if (part.rows == 0)
        return;
    try {
        putBackWhole(part, image);
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Conflict)
            throw;
        const QStringList before = m_entry.rows(part, ImageKind::Before);
        const QStringList after = m_entry.rows(part, ImageKind::After);
        for (qint64 i = 0; i < part.rows; ++i)
            m_waiting.push_back({&part, i, at(before, i), at(after, i)});
    }
}

void UndoPass::putBackWhole(const EntryPart &part, const RowImage &image)
{
    const bool hasTwins = image.key().isEmpty();
    if (part.hasBefore && part.hasAfter) {
        const PartLists &lists = m_entry.lists(part);
        if (hasTwins || !haveSameKeys(lists.before, lists.after, keyPlaces(image)))
            exchange(image, jsonItems(lists.before), jsonItems(lists.after));
        else
            updateRows(m_connection, image, entryRows(image, m_entry, part, ImageKind::After));
    } else if (part.hasAfter) {
        insertRows(m_connection, image, entryRows(image, m_entry, part, ImageKind::After));
    } else if (hasTwins) {
        deleteTwins(m_connection, image, m_entry.rows(part, ImageKind::Before));
    } else {
        deleteRows(m_connection, image, entryRows(image, m_entry, part, ImageKind::Before));
    }
}

/** Rows that may get another key, by pairs of both images. */
void UndoPass::exchange(const RowImage &image, const QStringList &before, const QStringList &after)
{
    if (image.key().isEmpty()) {
        exchangeTwins(image, before, after);
        return;
    }
    const RowImage paired = pairedImage(m_connection, *findTable(m_schema, image.table()), image);
    replaceRows(m_connection, paired, listedRows(paired, pairedRows(before, after)));
}

void UndoPass::exchangeTwins(const RowImage &image, const QStringList &before,
                             const QStringList &after)
{
    const QString savepoint = u"tagsmith_twins"_s;
    m_connection.executeDirectly(u"SAVEPOINT "_s + savepoint);
    try {
        deleteTwins(m_connection, image, before);
        insertRows(m_connection, image, listedRows(image, jsonList(after)));
    } catch (const DatabaseError &failure) {
        if (failure.error().kind == ErrorKind::Conflict)
            m_connection.executeDirectly(u"ROLLBACK TO SAVEPOINT "_s + savepoint);
        throw;
    }
    m_connection.executeDirectly(u"RELEASE SAVEPOINT "_s + savepoint);
}

/** One by one and again and again: a row may take the value that another one has to free first. */
void UndoPass::retryWaiting()
{
    for (bool isProgress = true; isProgress && !m_waiting.empty();) {
        const size_t count = m_waiting.size();
        std::erase_if(m_waiting, [this](const WaitingRow &row) { return tryWaiting(row); });
        isProgress = m_waiting.size() < count;
    }
}

bool UndoPass::tryWaiting(const WaitingRow &row)
{
    const RowImage image = imageOf(*row.part);
    try {
        if (row.before && row.after)
            exchange(image, {*row.before}, {*row.after});
        else if (row.after)
            insertRows(m_connection, image, listedRows(image, jsonList({*row.after})));
        return true;
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Conflict)
            throw;
        return false;
    }
}

void UndoPass::giveUpWaiting()
{
    std::map<EntryPart *, QSet<qint64>> positions;
    for (const WaitingRow &row : m_waiting) {
        const RowImage image = imageOf(*row.part);
        const std::optional<QString> other = rowInTheWay(image, row);
        m_conflicts.add(image,
                        versionsOf(*row.part, row.before, row.after, other ? other : row.before,
                                   u"Another row has the value since."_s));
        positions[row.part].insert(row.position);
    }
    for (const auto &[part, dropped] : positions)
        m_entry.drop(*part, dropped);
    m_waiting.clear();
}

/** The stored row that has a value of @p row which may stand once. */
std::optional<QString> UndoPass::rowInTheWay(const RowImage &image, const WaitingRow &row) const
{
    const TableSchema &table = *findTable(m_schema, image.table());
    for (const UniqueKey &unique : table.uniqueKeys) {
        const bool isKnown =
            std::all_of(unique.columns.begin(), unique.columns.end(),
                        [&image](const QString &name) { return image.columns().contains(name); });
        if (!isKnown)
            continue;
        const RowImage byValue(m_connection, table, image.columns(), unique.columns);
        const auto found =
            takenRows(m_connection, byValue, listedRows(byValue, jsonList({*row.after})));
        for (const ComparedRow &other : found) {
            if (!row.before || rowId(image, *other.now) != rowId(image, *row.before))
                return other.now;
        }
    }
    return std::nullopt;
}

RowVersions UndoPass::versionsOf(const EntryPart &part, const std::optional<QString> &before,
                                 const std::optional<QString> &yours,
                                 const std::optional<QString> &theirs, const QString &reason) const
{
    return {part.table, part.layout, before, yours, theirs, reason};
}

RowImage UndoPass::imageOf(const EntryPart &part) const
{
    return RowImage::fromLayout(m_connection, m_schema, part.table, part.layout);
}

} // namespace tagsmith
