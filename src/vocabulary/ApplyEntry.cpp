// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ApplyEntry.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "vocabulary/DanglingRows.h"
#include "vocabulary/DoubleTaggings.h"
#include "vocabulary/EntrySchema.h"
#include "vocabulary/PresetSteps.h"
#include "vocabulary/ResolvedRow.h"
#include "vocabulary/UndoPass.h"

#include <algorithm>
#include <limits>
#include <map>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxConflicts = 1000; // of which the versions are told

QString example(const RowConflict &conflict)
{
    const std::optional<Row> &row = conflict.before ? conflict.before : conflict.yours;
    QStringList key;
    for (const QString &name : conflict.keyColumns) {
        const auto index = static_cast<size_t>(conflict.columns.indexOf(name));
        key << row->at(index).value_or(u"NULL"_s);
    }
    return u"“%1” of %2"_s.arg(key.join(u", "_s), conflict.table);
}

QString countedRows(const std::vector<RowConflict> &conflicts)
{
    std::map<QString, int> tables;
    for (const RowConflict &conflict : conflicts)
        ++tables[conflict.table];
    QStringList parts;
    for (const auto &[table, count] : tables)
        parts << (count == 1 ? u"%1 row of %2"_s : u"%1 rows of %2"_s)
                     .arg(QString::number(count), table);
    return (conflicts.size() < maxConflicts ? QString() : u"at least "_s) + parts.join(u" and "_s);
}

/** One application of an entry, over and over while rows have to be left alone. */
class Application
{
public:
    Application(ScopedConnection &connection, const Vocabulary &vocabulary,
                const UndoRequest &request, const QString &title, UndoEntry &entry)
        : m_connection(connection), m_vocabulary(vocabulary), m_request(request), m_title(title),
          m_entry(entry),
          m_known(readEntrySchema(connection, vocabulary, entry, !request.resolutions.empty()))
    {
    }

    SkippedRows run()
    {
        if (m_request.onConflict == OnConflict::Stop) {
            const std::vector<RowVersions> found = attempt(maxConflicts);
            if (!found.empty())
                stop(found);
            return {};
        }
        const QString savepoint = u"tagsmith_undo"_s;
        m_connection.executeDirectly(u"SAVEPOINT "_s + savepoint);
        for (;;) {
            const std::vector<RowVersions> found = attempt(std::numeric_limits<size_t>::max());
            if (found.empty())
                return m_skipped;
            m_connection.executeDirectly(u"ROLLBACK TO SAVEPOINT "_s + savepoint);
            m_entry.forgetParts();
            requireDivisible(found);
            leaveAlone(found);
        }
    }

private:
    /** Puts everything back that is not to be left alone; answers with what could not be. */
    std::vector<RowVersions> attempt(size_t limit)
    {
        UndoPass pass(m_connection, m_schema, m_links, m_entry, m_leftAlone, limit);
        pass.run(m_entry.parts());
        if (!pass.conflicts().empty())
            return pass.conflicts(); // what dangles now would only be a consequence
        putBackResolved();
        std::vector<RowVersions> found =
            danglingRows(m_connection, m_schema, m_links, m_entry, limit);
        return !found.empty()
                   ? found
                   : doubleTaggings(m_connection, m_vocabulary, m_schema, m_entry, limit);
    }

    /** Numbers that hang together for all rows cannot be put back for some of them. */
    void requireDivisible(const std::vector<RowVersions> &found) const
    {
        const bool isOfTags = std::any_of(found.begin(), found.end(), [this](const auto &each) {
            return each.table.compare(m_vocabulary.table, Qt::CaseInsensitive) == 0;
        });
        if (!isOfTags || !presetSteps(m_vocabulary.preset).isUndoneAsAWhole(m_vocabulary))
            return;
        throw DatabaseError(
            ErrorKind::Refused,
            u"The tree of the tags has changed since “%1”, so that it can be undone only after "
            "the later changes are undone."_s.arg(m_title));
    }

    void putBackResolved()
    {
        for (const ResolvedRow &row : m_resolved) {
            if (row.chosen == row.versions.theirs)
                continue;
            const QSet<QString> nothing;
            UndoPass pass(m_connection, m_schema, m_links, m_entry, nothing, maxConflicts);
            pass.run({m_entry.append(row.versions.table, row.versions.layout, row.versions.theirs,
                                     row.chosen)});
            if (!pass.conflicts().empty())
                stop(pass.conflicts());
        }
    }

    void leaveAlone(const std::vector<RowVersions> &found)
    {
        const qsizetype before = m_leftAlone.size();
        for (const RowVersions &versions : found) {
            if (auto resolved =
                    resolvedRow(m_connection, m_schema, versions, m_request.resolutions)) {
                m_resolved.push_back(std::move(*resolved));
            } else {
                ++m_skipped.count;
                if (m_skipped.rows.size() < maxConflicts)
                    m_skipped.rows.push_back(rowConflict(m_connection, m_schema, versions));
            }
            for (const QString &id : rowIds(m_connection, m_schema, versions))
                m_leftAlone.insert(id);
        }
        if (m_leftAlone.size() == before) // what was chosen leaves a reference to nothing
            stop(found);
    }

    [[noreturn]] void stop(const std::vector<RowVersions> &found) const
    {
        auto conflicts = std::make_shared<std::vector<RowConflict>>();
        for (size_t i = 0; i < std::min(found.size(), maxConflicts); ++i)
            conflicts->push_back(rowConflict(m_connection, m_schema, found[i]));
        const RowConflict &first = conflicts->front();
        const QString why = first.reason.isEmpty() ? QString() : u": "_s + first.reason.chopped(1);
        Error error{
            ErrorKind::Conflict,
            u"“%1” cannot be undone as it is, since %2 changed meanwhile (for example %3), "
            "and nothing was; choose for each row what it shall be, or skip these rows."_s.arg(
                m_title, countedRows(*conflicts), example(first) + why)};
        error.conflicts = conflicts;
        throw DatabaseError(error);
    }

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    const UndoRequest &m_request;
    const QString &m_title;
    UndoEntry &m_entry;
    EntrySchema m_known;
    const std::vector<TableSchema> &m_schema = m_known.tables;
    const std::vector<TableLink> &m_links = m_known.links;
    QSet<QString> m_leftAlone; ///< of rowId()
    std::vector<ResolvedRow> m_resolved;
    SkippedRows m_skipped;
};

} // namespace

SkippedRows applyEntry(ScopedConnection &connection, const Vocabulary &vocabulary,
                       const UndoRequest &request, const QString &title, UndoEntry &entry)
{
    return Application(connection, vocabulary, request, title, entry).run();
}

} // namespace tagsmith
