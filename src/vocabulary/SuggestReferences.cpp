// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SuggestReferences.h"

#include "core/Error.h"
#include "database/Dialect.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ReferenceCandidates.h"
#include "vocabulary/ReferenceObjects.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/TagTable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int sampledRows = 1000;

/** The distinct values of a sample; those that usually stand for "none" are left out. */
QStringList sampleOf(ScopedConnection &connection, const ReferenceCandidate &candidate)
{
    const Dialect &dialect = connection.dialect();
    const QString column = dialect.quoted(candidate.column->name);
    Statement statement(
        connection,
        u"SELECT DISTINCT %1 FROM (SELECT %1 FROM %2 LIMIT %3) AS s WHERE %1 IS NOT NULL"_s.arg(
            column, dialect.quoted(candidate.table->name), QString::number(sampledRows)));
    statement.execute();
    QStringList values;
    while (statement.next()) {
        const QString value = statement.text(0);
        if (!value.isEmpty() && value != "0"_L1)
            values << value;
    }
    return values;
}

/** How many of @p values stand in the number column @p target. */
qint64 countNumbers(ScopedConnection &connection, const QString &table, const Column &target,
                    const QStringList &values)
{
    const Dialect &dialect = connection.dialect();
    QString marks = u"?, "_s.repeated(values.size());
    marks.chop(2);
    Statement statement(connection, u"SELECT COUNT(DISTINCT %1) FROM %2 WHERE %1 IN (%3)"_s.arg(
                                        dialect.quoted(target.name), dialect.quoted(table), marks));
    for (const QString &value : values)
        bindAs(statement, target, value);
    statement.execute();
    return statement.next() ? statement.integer(0) : 0;
}

/** How many of @p values stand in the text column @p target, as its collation compares. */
qint64 countTexts(ScopedConnection &connection, const QString &table, const Column &target,
                  const QStringList &values)
{
    const Dialect &dialect = connection.dialect();
    Statement statement(
        connection,
        u"SELECT COUNT(DISTINCT l.position) FROM %1 JOIN %2 AS t ON t.%3 = l.name"_s.arg(
            dialect.nameList(target, u"l"_s), dialect.quoted(table), dialect.quoted(target.name)));
    const QJsonArray list = QJsonArray::fromStringList(values);
    statement.bind(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
    statement.execute();
    return statement.next() ? statement.integer(0) : 0;
}

bool areAllIn(ScopedConnection &connection, const Vocabulary &vocabulary, const Column &target,
              const QStringList &values)
{
    const qint64 count = target.type == ColumnType::Text
                             ? countTexts(connection, vocabulary.table, target, values)
                             : countNumbers(connection, vocabulary.table, target, values);
    return count == values.size();
}

Reference referenceTo(const std::vector<TableSchema> &schema, const ReferenceCandidate &candidate,
                      const QString &target)
{
    Reference reference = referenceOf(*candidate.table, candidate.column->name);
    reference.target = target;
    reference.objectTables = objectTablesOf(schema, *candidate.table, reference);
    return reference;
}

QString reasonOf(const ReferenceCandidate &candidate, const QString &target, qsizetype values)
{
    const QString named = u"named "_s + candidate.column->name;
    const QString kind = target.isEmpty() ? u"key"_s : u"name"_s;
    if (values == 0)
        return named + u"; no values to compare yet"_s;
    if (values == 1)
        return named + u"; its only value is a "_s + kind;
    return named + u"; all of %1 values are %2s"_s.arg(QString::number(values), kind);
}

struct Judged
{
    SuggestedReference suggestion;
    bool isTelling = false;
    qsizetype values = 0;
};

std::optional<Judged> judge(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                            const Vocabulary &vocabulary, const ReferenceCandidate &candidate)
{
    const QStringList values = sampleOf(connection, candidate);
    if (values.isEmpty() && !candidate.isTelling)
        return std::nullopt;
    for (const QString &target : candidate.targets) {
        const Column &column = target.isEmpty() ? vocabulary.key() : vocabulary.nameField();
        if (!values.isEmpty() && !areAllIn(connection, vocabulary, column, values))
            continue;
        return Judged{
            {referenceTo(schema, candidate, target), reasonOf(candidate, target, values.size())},
            candidate.isTelling,
            values.size()};
    }
    return std::nullopt;
}

/** The same; a table that this user may not read tells nothing, and is no reason to fail. */
std::optional<Judged> judgeReadable(ScopedConnection &connection,
                                    const std::vector<TableSchema> &schema,
                                    const Vocabulary &vocabulary,
                                    const ReferenceCandidate &candidate)
{
    try {
        return judge(connection, schema, vocabulary, candidate);
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Privilege)
            throw;
        return std::nullopt;
    }
}

} // namespace

std::vector<SuggestedReference> suggestReferences(ScopedConnection &connection,
                                                  const std::vector<TableSchema> &schema,
                                                  const Vocabulary &vocabulary)
{
    std::vector<Judged> judged;
    const std::vector<ReferenceCandidate> candidates = ReferenceCandidates(schema).of(vocabulary);
    for (const ReferenceCandidate &candidate : candidates) {
        if (auto found = judgeReadable(connection, schema, vocabulary, candidate))
            judged.push_back(std::move(*found));
    }
    std::stable_sort(judged.begin(), judged.end(), [](const Judged &left, const Judged &right) {
        return std::make_pair(left.isTelling, left.values) >
               std::make_pair(right.isTelling, right.values);
    });
    std::vector<SuggestedReference> suggestions;
    suggestions.reserve(judged.size());
    for (Judged &each : judged)
        suggestions.push_back(std::move(each.suggestion));
    return suggestions;
}

std::vector<SuggestedReference> suggestByName(const std::vector<TableSchema> &schema,
                                              const ReferenceCandidates &candidates,
                                              const Vocabulary &vocabulary)
{
    std::vector<SuggestedReference> suggestions;
    const std::vector<ReferenceCandidate> found = candidates.of(vocabulary);
    suggestions.reserve(found.size());
    for (const ReferenceCandidate &candidate : found) {
        suggestions.push_back({referenceTo(schema, candidate, candidate.targets.constFirst()),
                               u"named "_s + candidate.column->name});
    }
    return suggestions;
}

} // namespace tagsmith
