// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "SampleFile.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "database/ScopedConnection.h"
#include "database/Transaction.h"
#include "vocabulary/ImportTags.h"
#include "vocabulary/Journal.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/SetTag.h"
#include "vocabulary/UndoOperation.h"

#include <QTemporaryDir>
#include <QUuid>

#include <functional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int edits = 300;
constexpr int importRows = 200'000;
constexpr int rounds = 3;
constexpr double allowedForEdits = 1.5;
constexpr double allowedForMerges = 2.0;
constexpr double allowedForUndo = 1.0;

using Operation = std::function<void(ScopedConnection &, const Vocabulary &)>;

/** What a case does, and on which tables. */
struct Case
{
    QString what;
    std::function<void()> makeTables;
    Operation operation;
    int times; ///< how often in one measurement
    double allowed;
};

class JournalBench
{
public:
    explicit JournalBench(TestServer &server) : m_server(server) {}

    void compare(const Case &each)
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

    void compareUndo(const Case &each)
    {
        Comparison comparison;
        comparison.what = u"undo of "_s + each.what;
        comparison.peer = u"the operation, journaled"_s;
        comparison.budget = u"at most %1"_s.arg(allowedForUndo);
        double operation = 0;
        measureInTurn(
            rounds,
            [&] {
                operation = seconds(each, true);
                return secondsOf([&] {
                    for (int i = 0; i < each.times; ++i)
                        undoNewest();
                });
            },
            [&] { return operation; }, comparison);
        show(comparison, allowedForUndo);
    }

private:
    static void show(Comparison &comparison, double allowed)
    {
        comparison.ratio = comparison.ours / comparison.theirs;
        comparison.isKept = comparison.ratio <= allowed;
        print(comparison);
    }

    double seconds(const Case &each, bool withJournal)
    {
        each.makeTables();
        remakeJournal();
        const Vocabulary vocabulary = findTags();
        return secondsOf([&] {
            for (int i = 0; i < each.times; ++i)
                run(vocabulary, each.operation, withJournal);
        });
    }

    void remakeJournal()
    {
        NativeMariaDb(m_server.socket(), u"bench"_s)
            .execute(
                u"DROP TABLE IF EXISTS tagsmith_change, tagsmith_operation, tagsmith_setting"_s);
        ScopedConnection connection(m_server.profile(u"bench"_s));
        createJournal(connection, false);
    }

    Vocabulary findTags()
    {
        VocabularyMapping mapping;
        mapping.name = mapping.table = u"tags"_s;
        mapping.keyName = u"id"_s;
        mapping.nameName = u"name"_s;
        ScopedConnection connection(m_server.profile(u"bench"_s));
        const std::vector<TableSchema> schema = readSchema(connection);
        if (!findTable(schema, u"tags"_s)->find(u"id"_s))
            mapping.keyName = mapping.nameName = u"tag_id"_s;
        return resolveVocabulary(schema, mapping, Lacking::Refuse);
    }

    /** The whole operation, as the repository runs it. */
    void run(const Vocabulary &vocabulary, const Operation &operation, bool withJournal)
    {
        ScopedConnection connection(m_server.profile(u"bench"_s));
        Transaction transaction(connection, Transaction::Mode::Write);
        std::unique_ptr<Journal> journal;
        if (withJournal)
            journal = std::make_unique<Journal>(connection, headOf(u"set"_s));
        operation(connection, vocabulary);
        if (journal)
            journal->finish(u"A change"_s);
        transaction.commit();
    }

    void undoNewest()
    {
        const Vocabulary vocabulary = findTags();
        ScopedConnection connection(m_server.profile(u"bench"_s));
        connection.pauseForeignKeys();
        Transaction transaction(connection, Transaction::Mode::Write);
        OperationHead head = headOf(u"undo"_s);
        head.undoes = NativeMariaDb(m_server.socket(), u"bench"_s)
                          .rows(u"SELECT id FROM tagsmith_operation WHERE undoes IS NULL AND "
                                "undone_by IS NULL ORDER BY number DESC LIMIT 1"_s)
                          .value(0)
                          .value(0);
        Journal journal(connection, head);
        UndoRequest request;
        request.operation = head.undoes;
        undoOperation(connection, vocabulary, request, &journal);
        journal.finish(u"Undone"_s);
        transaction.commit();
    }

    static OperationHead headOf(const QString &kind)
    {
        return {QUuid::createUuid().toString(QUuid::WithoutBraces), kind, u"tags"_s,
                u"bench@host"_s};
    }

    TestServer &m_server;
};

void makeTagsToEdit(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS links, tags"_s);
    session.execute(u"CREATE TABLE tags (id INT NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL "
                    "UNIQUE, note TEXT) DEFAULT CHARSET utf8mb4"_s);
    session.execute(
        u"INSERT INTO tags SELECT seq, CONCAT('tag ', seq), 'x' FROM seq_1_to_100000"_s);
}

void makeEmptyTags(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS links, tags"_s);
    session.execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, description TEXT) "
                    "DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci"_s);
}

void makeTaggings(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS links, tags"_s);
    session.execute(u"CREATE TABLE tags (id INT NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL "
                    "UNIQUE) DEFAULT CHARSET utf8mb4"_s);
    session.execute(u"INSERT INTO tags SELECT seq, CONCAT('tag ', seq) FROM seq_1_to_400"_s);
    session.execute(
        u"CREATE TABLE links (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, tag_id INT NOT NULL, "
        "object_id INT NOT NULL, UNIQUE (object_id, tag_id), KEY (tag_id), "
        "FOREIGN KEY (tag_id) REFERENCES tags (id)) ENGINE=InnoDB"_s);
    session.execute(u"INSERT INTO links (tag_id, object_id) SELECT 1 + seq % 2, seq DIV 2 * 2 + "
                    "(seq % 20 < 18) * (seq % 2) FROM seq_1_to_1000000"_s);
    session.execute(u"ANALYZE TABLE links, tags"_s);
}

} // namespace

void benchJournal(TestServer &server)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"tags.csv"_s);
    writeSampleFile(file, importRows);
    int edited = 0;
    const std::vector<Case> cases = {
        {u"edit of one tag, 300 times"_s, [&] { makeTagsToEdit(server); },
         [&edited](ScopedConnection &connection, const Vocabulary &vocabulary) {
             const QString name = u"tag %1"_s.arg(1 + edited++ % 50'000);
             setTag(connection, vocabulary, {name, {{u"note"_s, u"changed"_s}}});
         },
         edits, allowedForEdits},
        {u"import of 200,000 rows"_s, [&] { makeEmptyTags(server); },
         [&file](ScopedConnection &connection, const Vocabulary &vocabulary) {
             ImportRequest request;
             request.source.path = file;
             importTags(connection, vocabulary, request, [](const Progress &) {});
         },
         1, allowedForEdits},
        {u"merge of a million taggings"_s, [&] { makeTaggings(server); },
         [](ScopedConnection &connection, const Vocabulary &vocabulary) {
             mergeTags(connection, vocabulary, {{u"2"_s}, u"1"_s, false, TagAddress::Key});
         },
         1, allowedForMerges},
    };
    JournalBench bench(server);
    for (const Case &each : cases)
        bench.compare(each);
    for (const Case &each : cases)
        bench.compareUndo(each);
}

} // namespace tagsmith
