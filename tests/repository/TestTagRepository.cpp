// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/TagRepository.h"

#include "async/DatabaseExecutor.h"
#include "repository/CurrentAuthor.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"
#include "support/MakeJournal.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** One round trip of each call, through the executor and back. */
class TestTagRepository : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void testConnectionTellsWhatWasNegotiated();
    void testConnectionTellsWhatIsWrong();
    void inspects();
    void opensByNameOrTheFirst();
    void createsTheDefaultTable();
    void preparesTheEmbeddedFile();
    void loadsInTwoSteps();
    void countsUses();
    void everyWriteHasAReceipt();
    void everyDryRunHasNone();
    void withoutAJournalAWriteNeedsConsent();
    void whatIsDoneIsUndoneAndRedone();
    void forgetsWhatIsToBeForgotten();
    void writesFollowOneAnother();
    void importsWithAnAccount();
    void previews();
    void rearranges();
    void tellsWhatIsGoingOn();
    void shutsDown();

private:
    Result<TagSource> open(TagRepository &repository);
    QStringList rows(const QString &sql);
};

Result<TagSource> TestTagRepository::open(TagRepository &repository)
{
    return answerOf(repository.open(database().profile()));
}

QStringList TestTagRepository::rows(const QString &sql)
{
    QStringList texts;
    const auto found = database().rows(sql);
    for (const QStringList &row : found)
        texts << row.join(u'|');
    return texts;
}

void TestTagRepository::testConnectionTellsWhatWasNegotiated()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const auto answer = answerOf(repository.testConnection(database().profile()));
    VERIFY_OK(answer);
    const ConnectionReport &report = *answer;
    QVERIFY(!report.readOnly);
    QVERIFY(!report.certificateVerified);
    QVERIFY(report.cipher.isEmpty());
    if (isMariaDb()) {
        QVERIFY2(report.server.startsWith(u"MariaDB 1"_s), qPrintable(report.server));
        QCOMPARE(report.host, database().socket());
        QCOMPARE(report.characterSet, u"utf8mb4"_s);
        QVERIFY(report.sqlMode.contains(u"STRICT_ALL_TABLES"_s));
        QVERIFY(report.connectionId > 0);
        QVERIFY(report.maxAllowedPacket > 0);
    } else {
        QVERIFY2(report.server.startsWith(u"SQLite 3."_s), qPrintable(report.server));
        QCOMPARE(report.host, database().file());
        QCOMPARE(report.characterSet, u"UTF-8"_s);
        QCOMPARE(report.connectionId, 0);
    }
}

void TestTagRepository::testConnectionTellsWhatIsWrong()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    Profile profile = database().profile();
    profile.database = u"no_such_database"_s;
    profile.path += u".missing"_s;
    const auto answer = answerOf(repository.testConnection(profile));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::UnknownDatabase);
    guard().takeWarnings();
}

void TestTagRepository::inspects()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    QVERIFY(answerOf(repository.inspect(database().profile()))->empty());
    database().createMinimalTable();
    database().execute(u"CREATE TABLE words (word VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    const auto found = answerOf(repository.inspect(database().profile()));
    VERIFY_OK(found);
    QCOMPARE(found->size(), size_t(2));
    QCOMPARE(found->at(0).name, u"tags"_s);
    QCOMPARE(found->at(1).name, u"words"_s);
}

void TestTagRepository::opensByNameOrTheFirst()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const auto none = open(repository);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().kind, ErrorKind::NoVocabulary);
    database().createMinimalTable();
    database().execute(u"CREATE TABLE words (word VARCHAR(50) NOT NULL PRIMARY KEY)"_s);
    const auto first = open(repository);
    VERIFY_OK(first);
    QCOMPARE(first->vocabulary.table, u"tags"_s);
    QCOMPARE(first->profile, database().profile());
    const auto named = answerOf(repository.open(database().profile(), u"words"_s));
    VERIFY_OK(named);
    QCOMPARE(named->vocabulary.key().name, u"word"_s);
    const auto wrong = answerOf(repository.open(database().profile(), u"labels"_s));
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().kind, ErrorKind::NoVocabulary);
}

void TestTagRepository::createsTheDefaultTable()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const auto trial = answerOf(repository.createVocabulary(database().profile(), true));
    VERIFY_OK(trial);
    QCOMPARE(trial->tags, 1);
    QVERIFY(trial->dryRun);
    QVERIFY(!open(repository).ok());
    const auto made = answerOf(repository.createVocabulary(database().profile()));
    VERIFY_OK(made);
    QCOMPARE(made->kind, u"init"_s);
    QCOMPARE(made->tags, 1);
    VERIFY_OK(open(repository));
    QCOMPARE(answerOf(repository.createVocabulary(database().profile()))->tags, 0);
}

void TestTagRepository::preparesTheEmbeddedFile()
{
    if (isMariaDb())
        return;
    DatabaseExecutor executor;
    TagRepository repository(executor);
    Profile embedded = database().profile();
    embedded.isEmbedded = true;
    VERIFY_OK(answerOf(repository.createVocabulary(database().profile())));
    QCOMPARE(rows(u"PRAGMA journal_mode"_s), QStringList{u"delete"_s}); // somebody's own setting
    VERIFY_OK(answerOf(repository.createVocabulary(embedded)));
    QCOMPARE(rows(u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
    QVERIFY(answerOf(repository.journalState(embedded))->exists); // from the start
}

void TestTagRepository::loadsInTwoSteps()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    QStringList names;
    for (int i = 0; i < 2500; ++i)
        names << u"tag %1"_s.arg(i, 4, 10, QChar(u'0'));
    database().insertTags(names);
    const TagSource source = *open(repository);

    QObject receiver;
    std::vector<int> partial;
    SnapshotPtr whole;
    whenDone(
        &receiver, repository.load(source),
        [&whole](const Result<SnapshotPtr> &answer) { whole = *answer; },
        [&partial](const Result<SnapshotPtr> &answer, int) {
            partial.push_back((*answer)->rowCount());
        });
    QTRY_VERIFY(whole);
    QCOMPARE(whole->rowCount(), 2500);
    QVERIFY(!partial.empty());
    QCOMPARE(partial[0], 2000);
    for (int row = 0; row < 2500; ++row)
        QCOMPARE(whole->name(row), names.at(row));
}

void TestTagRepository::countsUses()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    database().insertTags({u"Go"_s, u"Perl"_s, u"Python"_s});
    database().execute(u"CREATE TABLE items (item INTEGER, tag VARCHAR(190), FOREIGN KEY (tag) "
                       "REFERENCES tags (tag_id))"_s);
    database().execute(u"INSERT INTO items VALUES (1, 'Go'), (2, 'Python'), (3, 'Python')"_s);
    const TagSource source = *open(repository);
    const auto uses = answerOf(repository.countUses(source));
    VERIFY_OK(uses);
    QCOMPARE(uses->references, QStringList{u"items.tag"_s});
    QCOMPARE(uses->total(u"Go"_s), 1);
    QCOMPARE(uses->total(u"Perl"_s), 0);
    QCOMPARE(uses->total(u"Python"_s), 2);
    const auto counts =
        answerOf(repository.countTaggings(source, {u"Go"_s, u"Perl"_s, u"Python"_s}));
    VERIFY_OK(counts);
    QCOMPARE(counts->size(), size_t(1));
    QCOMPARE(counts->at(0).table, u"items"_s);
    QCOMPARE(counts->at(0).removed, 3);
}

void TestTagRepository::everyWriteHasAReceipt()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    VERIFY_OK(answerOf(repository.createVocabulary(database().profile())));
    makeJournal(database().profile());
    const TagSource source = *open(repository);
    const auto added =
        answerOf(repository.add(source, {{u"python"_s, u"Go"_s}, {{u"category"_s, u"code"_s}}}));
    const auto set = answerOf(repository.set(source, {u"python"_s, {{u"color"_s, u"blue"_s}}}));
    const auto renamed = answerOf(repository.rename(source, {u"python"_s, u"Python"_s}));
    const auto removed = answerOf(repository.remove(source, {{u"Go"_s}}));
    QCOMPARE(
        rows(u"SELECT id FROM tagsmith_operation ORDER BY number"_s),
        (QStringList{added->operation, set->operation, renamed->operation, removed->operation}));
    QStringList operations;
    for (const auto &receipt : {added, set, renamed, removed}) {
        VERIFY_OK(receipt);
        QVERIFY(!QUuid::fromString(receipt->operation).isNull());
        operations << receipt->operation;
    }
    QCOMPARE(operations.removeDuplicates(), 0);
    QCOMPARE(added->kind + set->kind + renamed->kind + removed->kind, u"addsetrenamedelete"_s);
    QCOMPARE(rows(u"SELECT tag_id, category, color FROM tags"_s),
             QStringList{u"Python|code|blue"_s});
}

void TestTagRepository::everyDryRunHasNone()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    database().execute(u"ALTER TABLE tags ADD COLUMN note VARCHAR(20)"_s);
    database().insertTags({u"Go"_s, u"Python"_s});
    const TagSource source = *open(repository);
    const auto before = rows(u"SELECT * FROM tags"_s);
    for (const auto &receipt :
         {answerOf(repository.add(source, {{u"Perl"_s}, {}, true})),
          answerOf(repository.set(source, {u"Go"_s, {{u"note"_s, u"x"_s}}, true})),
          answerOf(repository.rename(source, {u"Go"_s, u"Golang"_s, true})),
          answerOf(repository.remove(source, {{u"Go"_s}, false, true}))}) {
        VERIFY_OK(receipt);
        QCOMPARE(receipt->tags, 1);
        QVERIFY(receipt->dryRun);
        QVERIFY(receipt->operation.isEmpty());
    }
    ImportRequest request;
    request.source.data = "Rust\n"_ba;
    request.source.format = FileFormat::Lines;
    request.dryRun = true;
    const auto account = answerOf(repository.importTags(source, request));
    VERIFY_OK(account);
    QCOMPARE(account->inserted, 1);
    QVERIFY(account->dryRun && account->operation.isEmpty());
    QCOMPARE(rows(u"SELECT * FROM tags"_s), before);
}

void TestTagRepository::withoutAJournalAWriteNeedsConsent()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    TagSource source = *open(repository);
    QVERIFY(!answerOf(repository.journalState(source.profile))->exists);
    const auto refused = answerOf(repository.add(source, {{u"Go"_s}, {}}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NoJournal);
    QCOMPARE(database().tags(), QStringList());
    source.journal = JournalUse::Off;
    VERIFY_OK(answerOf(repository.add(source, {{u"Go"_s}, {}})));
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

void TestTagRepository::whatIsDoneIsUndoneAndRedone()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    VERIFY_OK(answerOf(repository.createJournal(database().profile())));
    const TagSource source = *open(repository);
    const auto added = answerOf(repository.add(source, {{u"Go"_s, u"Python"_s}, {}}));
    VERIFY_OK(added);
    UndoRequest request;
    request.dryRun = true;
    const auto trial = answerOf(repository.undo(source, request));
    VERIFY_OK(trial);
    QVERIFY(trial->operation.isEmpty());
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Python"_s}));
    request.dryRun = false;
    const auto undone = answerOf(repository.undo(source, request));
    VERIFY_OK(undone);
    QCOMPARE(undone->kind, u"undo"_s);
    QCOMPARE(undone->undoes, added->operation);
    QCOMPARE(database().tags(), QStringList());
    request.operation = undone->operation;
    const auto redone = answerOf(repository.undo(source, request));
    VERIFY_OK(redone);
    QCOMPARE(redone->kind, u"redo"_s);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Python"_s}));

    const auto history = answerOf(repository.history(database().profile(), {}));
    VERIFY_OK(history);
    QStringList kinds;
    for (const OperationEntry &entry : history->entries) {
        kinds << entry.kind;
        QCOMPARE(entry.vocabulary, u"tags"_s);
        QCOMPARE(entry.author, currentAuthor());
        QVERIFY(!entry.summary.isEmpty());
    }
    QCOMPARE(kinds, (QStringList{u"redo"_s, u"undo"_s, u"add"_s}));
    const auto details = answerOf(repository.operation(source, added->operation, 1));
    VERIFY_OK(details);
    QCOMPARE(details->changes.size(), size_t(1));
    QCOMPARE(details->leftOut, 1);
}

void TestTagRepository::forgetsWhatIsToBeForgotten()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    VERIFY_OK(answerOf(repository.createJournal(database().profile())));
    const TagSource source = *open(repository);
    VERIFY_OK(answerOf(repository.add(source, {{u"Go"_s}, {}})));
    const auto state = answerOf(repository.storeRetention(database().profile(), {30, 5}));
    VERIFY_OK(state);
    QCOMPARE(state->retention, (Retention{30, 5}));
    QCOMPARE(state->operations, 1);
    const auto mark = answerOf(repository.changeMark(source));
    VERIFY_OK(mark);
    const auto tomorrow = QDateTime::currentDateTimeUtc().addDays(1);
    const auto cleared = answerOf(repository.clearHistory(database().profile(), tomorrow));
    VERIFY_OK(cleared);
    QCOMPARE(*cleared, 1);
    QCOMPARE(answerOf(repository.journalState(database().profile()))->operations, 0);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

void TestTagRepository::writesFollowOneAnother()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    makeJournal(database().profile());
    const TagSource source = *open(repository);
    // None waits for the answer of the one before.
    const auto add = repository.add(source, {{u"a"_s}, {}});
    const auto rename = repository.rename(source, {u"a"_s, u"b"_s});
    const auto again = repository.add(source, {{u"a"_s}, {}});
    const auto clash = repository.rename(source, {u"a"_s, u"b"_s});
    const auto remove = repository.remove(source, {{u"b"_s}});
    VERIFY_OK(answerOf(add));
    VERIFY_OK(answerOf(rename));
    VERIFY_OK(answerOf(again));
    QCOMPARE(answerOf(clash).error().kind, ErrorKind::Conflict);
    VERIFY_OK(answerOf(remove));
    QCOMPARE(database().tags(), QStringList{u"a"_s});
}

void TestTagRepository::importsWithAnAccount()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    makeJournal(database().profile());
    const TagSource source = *open(repository);
    ImportRequest request;
    request.source.data = "tag_id\nPython\nFastAPI\nPython\n\"\"\n"_ba;
    request.source.format = FileFormat::Csv;
    QObject receiver;
    qint64 shown = 0;
    const auto pending = repository.importTags(source, request);
    whenProgressed(&receiver, pending, [&shown](const Progress &progress) {
        shown = std::max(shown, progress.records);
    });
    const auto account = answerOf(pending);
    VERIFY_OK(account);
    QVERIFY(account->balances());
    QCOMPARE(account->read, 4);
    QCOMPARE(account->inserted, 2);
    QCOMPARE(account->unchanged, 1);
    QCOMPARE(account->rejected, 1);
    QVERIFY(!QUuid::fromString(account->operation).isNull());
    QTRY_COMPARE(shown, 4);
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));

    request.onExisting = OnExisting::Fail;
    const auto failed = answerOf(repository.importTags(source, request));
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::Conflict);
}

void TestTagRepository::previews()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    const TagSource source = *open(repository);
    ImportSource file;
    file.data = "name,x\nPython,1\nGo,2\n"_ba;
    const auto preview = answerOf(repository.previewImport(source, file, 1));
    VERIFY_OK(preview);
    QCOMPARE(preview->rows.size(), size_t(1));
    QCOMPARE(preview->mapping, (std::vector<ColumnMapping>{{u"name"_s, u"tag_id"_s}}));
    QVERIFY(!preview->complete);
    file.data.reset();
    file.path = u"/nowhere/tags.csv"_s;
    QCOMPARE(answerOf(repository.previewImport(source, file, 1)).error().kind, ErrorKind::File);
}

void TestTagRepository::rearranges()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    database().insertTags({u"Go"_s, u"Perl"_s, u"Python"_s});
    const auto snapshot = answerOf(repository.load(*open(repository)));
    VERIFY_OK(snapshot);
    const auto change =
        answerOf(repository.rearrange({}, *snapshot, 0, {u"p"_s, 0, Qt::DescendingOrder}));
    VERIFY_OK(change);
    QCOMPARE(change->next.order, (std::vector<std::uint32_t>{2, 1}));
}

void TestTagRepository::tellsWhatIsGoingOn()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    makeJournal(database().profile());
    const TagSource source = *open(repository);
    QTRY_COMPARE(repository.runningOperations(), 0);
    QSignalSpy changes(&repository, &TagRepository::activityChanged);
    const auto pending = repository.add(source, {{u"Python"_s}, {}});
    VERIFY_OK(answerOf(pending));
    QTRY_COMPARE(repository.runningOperations(), 0);
    QVERIFY(!repository.isWriting());
    QTRY_COMPARE(changes.count(), 2);
}

void TestTagRepository::shutsDown()
{
    DatabaseExecutor executor;
    TagRepository repository(executor);
    database().createMinimalTable();
    const TagSource source = *open(repository);
    QSignalSpy drained(&repository, &TagRepository::drained);
    repository.beginShutdown();
    QVERIFY(drained.wait());
    QCOMPARE(drained.count(), 1);
    const auto refused = answerOf(repository.add(source, {{u"Python"_s}, {}}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestTagRepository)
#include "TestTagRepository.moc"
