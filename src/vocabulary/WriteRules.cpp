// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/WriteRules.h"

#include "core/TagRules.h"
#include "vocabulary/StoredTags.h"
#include "vocabulary/TablesWithoutRollback.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestShown = 190;

/** @p text as a sentence can show it, whatever it is. */
QString readable(const QString &text)
{
    QString shown = QString::fromUtf8(text.toUtf8()).remove(QChar::Null);
    if (shown.size() > longestShown)
        shown = shown.left(longestShown) + u'…';
    return shown;
}

} // namespace

void requireTransactions(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    QStringList tables = vocabulary.tablesWithoutRollback;
    if (!vocabulary.transactional)
        tables.prepend(vocabulary.table);
    tables << tablesWithoutRollback(connection, vocabulary);
    tables.removeDuplicates();
    if (tables.isEmpty())
        return;
    const QString subject = tables.size() == 1 ? u"The table %1 is"_s.arg(tables.constFirst())
                                               : u"The tables %1 are"_s.arg(tables.join(u", "_s));
    const QString object = tables.size() == 1 ? u"it"_s : u"them"_s;
    throw DatabaseError(ErrorKind::Refused,
                        u"%1 of an engine that cannot roll back, so that a change could be left "
                        "half done; convert %2 to InnoDB first."_s.arg(subject, object));
}

void requireName(const StoredTags &stored, const Vocabulary &vocabulary, const QString &name)
{
    if (const auto error = checkName(vocabulary.nameField(), name))
        throw DatabaseError(*error);
    if (!stored.findNotStorable({name}).empty()) {
        throw DatabaseError(
            ErrorKind::NotStorable,
            u"“%1” has characters that the column %2 (%3) cannot store; change the name."_s.arg(
                name, vocabulary.nameField().name, vocabulary.nameField().characterSet));
    }
}

std::optional<QString> whyNotSettable(const Vocabulary &vocabulary, int column)
{
    const Column &field = vocabulary.columns[static_cast<size_t>(column)];
    const auto isThis = [&field](const QString &name) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    };
    if (column == vocabulary.nameColumn)
        return u"The column %1 holds the name; use rename to change it."_s.arg(field.name);
    if (column == vocabulary.keyColumn)
        return u"The column %1 is the key of the tags and cannot be set."_s.arg(field.name);
    if (field.generated) {
        return u"The column %1 is computed by the database and cannot be set."_s.arg(field.name);
    }
    if (!field.table.isEmpty())
        return std::nullopt;
    if (vocabulary.nameTable && isThis(vocabulary.nameTable->tagColumn))
        return u"The column %1 says which row holds the name and cannot be set."_s.arg(field.name);
    for (const ColumnValue &condition : vocabulary.scope) {
        if (isThis(condition.column)) {
            return u"The column %1 says which vocabulary a tag belongs to and cannot be set."_s.arg(
                field.name);
        }
    }
    for (const Counter &counter : vocabulary.counters) {
        if (isThis(counter.column)) {
            return u"The column %1 is counted from the rows of %2 and cannot be set by hand."_s.arg(
                field.name, counter.referenceTable);
        }
    }
    // Of a table of no known application only a foreign key tells that the column is a parent's.
    const bool isKnown = vocabulary.preset != "table"_L1 && vocabulary.preset != "minimal"_L1;
    const auto &hierarchy = vocabulary.hierarchy;
    if (isKnown && hierarchy && hierarchy->table.isEmpty() && isThis(hierarchy->column)) {
        return u"The column %1 holds the tag's parent and cannot be set by hand, because a wrong "
               "one could close a circle."_s.arg(field.name);
    }
    return std::nullopt;
}

void requireAdding(const Vocabulary &vocabulary)
{
    if (!vocabulary.noAdding.isEmpty())
        throw DatabaseError(ErrorKind::Refused, vocabulary.noAdding);
    if (vocabulary.keyIsName() || vocabulary.key().type == ColumnType::Integer)
        return;
    throw DatabaseError(
        ErrorKind::Refused,
        u"Tags cannot be added to %1, because nothing makes the keys in its column "
        "%2; add them in the application."_s.arg(vocabulary.table, vocabulary.key().name));
}

QString sharedNameWarning(const Vocabulary &vocabulary, const QString &name)
{
    return u"“%1” shares its row in %2 with tags outside %3: these change with it."_s.arg(
        name, vocabulary.nameTable->table, vocabulary.name);
}

std::vector<int> requireColumns(const Vocabulary &vocabulary,
                                const std::vector<ColumnValue> &values)
{
    std::vector<int> columns;
    for (const ColumnValue &value : values) {
        const int column = vocabulary.indexOf(value.column);
        if (column < 0) {
            throw DatabaseError(ErrorKind::Usage,
                                u"The table %1 has no column %2; check its name."_s.arg(
                                    vocabulary.table, value.column));
        }
        if (const auto reason = whyNotSettable(vocabulary, column))
            throw DatabaseError(ErrorKind::Usage, *reason);
        if (std::find(columns.begin(), columns.end(), column) != columns.end())
            throw DatabaseError(ErrorKind::Usage,
                                u"The column %1 is set twice."_s.arg(value.column));
        const Column &field = vocabulary.columns[static_cast<size_t>(column)];
        if (const auto error = checkValue(field, value.value))
            throw DatabaseError(*error);
        columns.push_back(column);
    }
    return columns;
}

void warnOfUnconfirmed(const Vocabulary &vocabulary, Receipt &receipt)
{
    QStringList columns;
    for (const SuggestedReference &suggestion : vocabulary.suggestions)
        columns << suggestion.reference.title();
    if (columns.isEmpty())
        return;
    receipt.warnings
        << u"Not followed, though it may hold tags, because nobody has confirmed it: %1."_s.arg(
               columns.join(u", "_s));
}

DatabaseError missingTag(const QString &nameOrKey, TagAddress address)
{
    const QString shown = readable(nameOrKey);
    if (address == TagAddress::Key) {
        return {ErrorKind::Missing,
                u"There is no tag with the key %1; refresh and check it."_s.arg(shown)};
    }
    return {ErrorKind::Missing, u"There is no tag “%1”; refresh and check its name."_s.arg(shown)};
}

} // namespace tagsmith
