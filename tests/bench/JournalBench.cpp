// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "JournalBench.h"

#include "BenchTables.h"
#include "Measure.h"

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "database/Transaction.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/UndoOperation.h"

#include <QUuid>

#include <memory>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int rounds = 3;
constexpr double allowedForUndo = 1.0;

} // namespace

JournalBench::JournalBench(const Profile &profile) : m_profile(profile) {}

void JournalBench::compare(const JournalCase &each)
{
    Comparison comparison;
    comparison.what = each.what + u", journaled"_s;
    comparison.peer = u"without journal"_s;
    comparison.budget = u"at most %1"_s.arg(each.allowed);
    measureInTurn(
        rounds, [&] { return seconds(each, true); }, [&] { return seconds(each, false); },
        comparison);
    show(comparison, each.allowed);
}

void JournalBench::compareUndo(const JournalCase &each)
{
    Comparison comparison;
    comparison.what = u"undo of "_s + each.what;
    comparison.peer = u"the operation, journaled"_s;
    comparison.budget = u"at most %1"_s.arg(allowedForUndo);
    measureInTurn( // the peer comes first
        rounds,
        [&] {
            const Vocabulary vocabulary = findTags();
            return secondsOf([&] {
                for (int i = 0; i < each.times; ++i)
                    undoNewest(vocabulary);
            });
        },
        [&] { return seconds(each, true); }, comparison);
    show(comparison, allowedForUndo);
}

void JournalBench::show(Comparison &comparison, double allowed) const
{
    if (m_profile.driver == Driver::Sqlite)
        comparison.peer += u" (SQLite)"_s;
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ratio <= allowed;
    print(comparison);
}

double JournalBench::seconds(const JournalCase &each, bool withJournal)
{
    each.makeTables(m_profile);
    remakeJournal();
    const Vocabulary vocabulary = findTags();
    return secondsOf([&] {
        for (int i = 0; i < each.times; ++i)
            run(vocabulary, each, withJournal);
    });
}

void JournalBench::remakeJournal()
{
    for (const QString &table :
         {u"tagsmith_change"_s, u"tagsmith_operation"_s, u"tagsmith_setting"_s})
        executeNatively(m_profile, u"DROP TABLE IF EXISTS "_s + table);
    ScopedConnection connection(m_profile);
    createJournal(connection, false);
}

Vocabulary JournalBench::findTags()
{
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"tags"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    ScopedConnection connection(m_profile);
    const std::vector<TableSchema> schema = readSchema(connection);
    if (!findTable(schema, u"tags"_s)->find(u"id"_s))
        mapping.keyName = mapping.nameName = u"tag_id"_s;
    return resolveVocabulary(schema, mapping, Lacking::Refuse);
}

/** The whole operation, as the repository runs it. */
void JournalBench::run(const Vocabulary &vocabulary, const JournalCase &each, bool withJournal)
{
    ScopedConnection connection(m_profile);
    Transaction transaction(connection, Transaction::Mode::Write);
    std::unique_ptr<Journal> journal;
    if (withJournal)
        journal = std::make_unique<Journal>(connection, headOf(u"set"_s));
    each.operation(connection, vocabulary);
    if (journal)
        journal->finish(u"A change"_s);
    transaction.commit();
}

void JournalBench::undoNewest(const Vocabulary &vocabulary)
{
    ScopedConnection connection(m_profile);
    connection.pauseForeignKeys();
    Transaction transaction(connection, Transaction::Mode::Write);
    OperationHead head = headOf(u"undo"_s);
    {
        Statement newest(connection, u"SELECT id FROM tagsmith_operation WHERE undoes IS NULL AND "
                                     "undone_by IS NULL ORDER BY number DESC LIMIT 1"_s);
        newest.execute().next();
        head.undoes = newest.text(0);
    }
    Journal journal(connection, head);
    UndoRequest request;
    request.operation = head.undoes;
    undoOperation(connection, vocabulary, request, &journal);
    journal.finish(u"Undone"_s);
    transaction.commit();
}

OperationHead JournalBench::headOf(const QString &kind)
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), kind, u"tags"_s, u"bench@host"_s};
}

} // namespace tagsmith
