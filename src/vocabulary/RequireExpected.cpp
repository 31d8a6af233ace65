// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RequireExpected.h"

#include "core/Error.h"
#include "core/IsSameValue.h"
#include "core/OperationSummary.h"
#include "database/ScopedConnection.h"
#include "vocabulary/StoredTags.h"

#include <QStringList>

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype nameLength = 60;

size_t requireIndex(const Vocabulary &vocabulary, const QString &column)
{
    const int index = vocabulary.indexOf(column);
    if (index < 0) {
        throw DatabaseError(
            ErrorKind::Missing,
            u"The table %1 has no column %2 any more; refresh."_s.arg(vocabulary.table, column));
    }
    return static_cast<size_t>(index);
}

/** One tag as it was expected, and as it is. */
class Comparison
{
public:
    Comparison(const Vocabulary &vocabulary, const ExpectedTag &expected,
               std::optional<StoredTag> stored)
        : m_vocabulary(vocabulary), m_expected(expected), m_stored(std::move(stored))
    {
    }

    bool isGone() const { return !m_stored; }

    bool differs() const
    {
        return isGone() ||
               std::any_of(m_expected.values.begin(), m_expected.values.end(),
                           [this](const ColumnValue &value) {
                               const size_t index = requireIndex(m_vocabulary, value.column);
                               return !isSameValue(m_vocabulary.columns[index], value.value,
                                                   m_stored->values[index]);
                           });
    }

    /** The name that it was decided on, or else the one that it has. */
    QString name() const
    {
        for (const ColumnValue &value : m_expected.values) {
            if (m_vocabulary.indexOf(value.column) == m_vocabulary.nameColumn && value.value)
                return *value.value;
        }
        return m_stored ? m_stored->name : m_expected.key;
    }

    RowConflict conflict(const IntendedChange &change) const
    {
        RowConflict conflict;
        conflict.table = m_vocabulary.table;
        conflict.keyColumns = {m_vocabulary.key().name};
        Row before;
        Row theirs;
        Row yours;
        for (const size_t index : columns(change)) {
            const Cell now = m_stored ? m_stored->values[index] : Cell();
            const Cell was =
                valueIn(m_expected.values, index).value_or(isKey(index) ? m_expected.key : now);
            conflict.columns << m_vocabulary.columns[index].name;
            theirs.push_back(now);
            before.push_back(was);
            yours.push_back(valueIn(change.values, index).value_or(was));
        }
        conflict.before = std::move(before);
        if (!isGone())
            conflict.theirs = std::move(theirs);
        if (!change.goes || !change.goes(m_expected.key, name()))
            conflict.yours = std::move(yours);
        return conflict;
    }

private:
    bool isKey(size_t index) const { return static_cast<int>(index) == m_vocabulary.keyColumn; }

    /** The value that @p values have for the column; nothing where they do not name it. */
    std::optional<Cell> valueIn(const std::vector<ColumnValue> &values, size_t index) const
    {
        for (const ColumnValue &value : values) {
            if (requireIndex(m_vocabulary, value.column) == index)
                return value.value;
        }
        return std::nullopt;
    }

    /** The key, the columns that were expected, and those that would change, each once. */
    std::vector<size_t> columns(const IntendedChange &change) const
    {
        std::vector<size_t> indices = {static_cast<size_t>(m_vocabulary.keyColumn)};
        const auto add = [&](const std::vector<ColumnValue> &values) {
            for (const ColumnValue &value : values) {
                const size_t index = requireIndex(m_vocabulary, value.column);
                if (std::find(indices.begin(), indices.end(), index) == indices.end())
                    indices.push_back(index);
            }
        };
        add(m_expected.values);
        add(change.values);
        return indices;
    }

    const Vocabulary &m_vocabulary;
    const ExpectedTag &m_expected;
    std::optional<StoredTag> m_stored;
};

/** What happened to the tags @p changed and @p gone, and what to do about it. */
QString sentence(const QStringList &changed, const QStringList &gone)
{
    const QString names = quotedNames(changed + gone, nameLength);
    const bool isOne = changed.size() + gone.size() == 1;
    const QString have = isOne ? u"has"_s : u"have"_s;
    QString what = u"changed or deleted"_s;
    if (gone.isEmpty())
        what = u"changed"_s;
    else if (changed.isEmpty())
        what = u"deleted"_s;
    const QString next = changed.isEmpty() ? u"refresh to see what is there now"_s
                                           : u"compare the versions, or refresh and try again"_s;
    return u"%1 %2 been %3 meanwhile, so that nothing was written; %4."_s.arg(names, have, what,
                                                                              next);
}

} // namespace

void requireExpected(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const std::vector<ExpectedTag> &expected, const IntendedChange &change)
{
    if (expected.empty())
        return;
    std::vector<int> allColumns(vocabulary.columns.size());
    std::iota(allColumns.begin(), allColumns.end(), 0);
    QStringList keys;
    for (const ExpectedTag &tag : expected)
        keys << tag.key;
    auto found = StoredTags(connection, vocabulary, allColumns).findAll(keys, vocabulary.key());

    std::vector<RowConflict> conflicts;
    QStringList changed;
    QStringList gone;
    for (size_t i = 0; i < expected.size(); ++i) {
        const auto match = found.find(static_cast<int>(i));
        std::optional<StoredTag> stored;
        if (match != found.end())
            stored = std::move(match->second.front());
        const Comparison comparison(vocabulary, expected[i], std::move(stored));
        if (!comparison.differs())
            continue;
        (comparison.isGone() ? gone : changed) << comparison.name();
        conflicts.push_back(comparison.conflict(change));
    }
    if (conflicts.empty())
        return;
    Error error{ErrorKind::Conflict, sentence(changed, gone)};
    error.conflicts = std::make_shared<const std::vector<RowConflict>>(std::move(conflicts));
    throw DatabaseError(std::move(error));
}

} // namespace tagsmith
