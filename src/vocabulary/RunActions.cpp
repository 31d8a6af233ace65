// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RunActions.h"

#include "core/Error.h"
#include "core/ImportLineStore.h"
#include "database/SchemaMemory.h"
#include "database/ScopedConnection.h"
#include "vocabulary/AccountBook.h"
#include "vocabulary/ActionColumns.h"
#include "vocabulary/ActionReceipts.h"
#include "vocabulary/ActionRecord.h"
#include "vocabulary/ActionRunner.h"
#include "vocabulary/LineOrder.h"
#include "vocabulary/RecordCorrections.h"
#include "vocabulary/RefusedValues.h"
#include "vocabulary/RejectsFile.h"
#include "vocabulary/ReportFile.h"
#include "vocabulary/TableBalance.h"
#include "vocabulary/TurnMemory.h"

#include <QElapsedTimer>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int progressMilliseconds = 40;

QStringList namesOf(const Vocabulary &vocabulary, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names << vocabulary.columns[static_cast<size_t>(column)].name;
    return names;
}

/** Reads the sheet and does its actions in their order. */
class SheetRun
{
public:
    SheetRun(ScopedConnection &connection, const Vocabulary &vocabulary,
             const ImportRequest &request, std::unique_ptr<RecordReader> reader,
             const ProgressCallback &progress)
        : m_connection(connection), m_progress(progress), m_reader(std::move(reader)),
          m_columns(
              resolveActionColumns(vocabulary, m_reader->columns(), request, m_reader->content())),
          m_names(namesOf(vocabulary, m_columns.mapping.columns)),
          m_corrections(request, *m_reader), m_rejects(request.rejectsPath, *m_reader, vocabulary),
          m_report(request, *m_reader, m_names),
          m_store(request.keepLines ? std::make_shared<ImportLineStore>(m_names) : nullptr),
          m_lines([this](const ImportLine &line) { tell(line); }),
          m_records(vocabulary, m_columns, request, m_reader->content()),
          m_book(rejectSink(), m_report.isWanted() || m_store ? &m_lines : nullptr),
          m_runner(connection, vocabulary, m_columns.mapping.columns, request),
          m_refusedValues(vocabulary, m_columns.mapping.columns), m_balance(connection, vocabulary),
          m_dryRun(request.dryRun)
    {
    }

    ImportAccount run()
    {
        m_sinceProgress.start();
        m_book.setFiles(m_reader->files());
        Record record;
        while (m_reader->next(record)) {
            take(record);
            m_connection.token().throwIfCancelled();
            if (m_sinceProgress.hasExpired(progressMilliseconds))
                report();
        }
        m_corrections.finish();
        report();
        return finish();
    }

private:
    void tell(const ImportLine &line)
    {
        if (m_report.isWanted())
            m_report.write(line);
        if (m_store)
            m_store->append(line);
    }

    AccountBook::RejectSink rejectSink()
    {
        if (!m_rejects.isWanted())
            return {};
        return [this, write = m_rejects.sink()](const Record &record, const QString &reason) {
            const std::vector<Record> records = m_records.divided(record);
            for (const Record &each : records)
                write(each, reason);
        };
    }

    void take(Record &record)
    {
        m_corrections.apply(record);
        ImportRow row;
        const ActionRecord action = m_records.read(record, row);
        if (m_rejects.isWanted())
            row.record = record;
        const Row valuesInFile = row.values;
        ActionOutcome outcome;
        const bool isLeftOut = m_corrections.isLeftOut(record);
        if (!isLeftOut && action.problem.reason.isEmpty()) {
            outcome = m_runner.run(action, row.values);
            row.values = outcome.values;
            m_receipts.add(std::move(outcome.receipt));
        }
        m_book.countRead(row, valuesInFile);
        m_book.noteAction(row, action.word, action.target);
        if (isLeftOut)
            m_book.bookLeftOut(row);
        else if (!action.problem.reason.isEmpty())
            m_book.bookRejected(row, action.problem.reason, action.problem.column);
        else
            book(row, action.kind, outcome);
    }

    void book(const ImportRow &row, ActionRecord::Kind kind, const ActionOutcome &outcome)
    {
        if (!outcome.equalName.isEmpty())
            m_book.noteEqual(row, m_book.firstLine(outcome.equalName), outcome.equalName);
        if (!outcome.stored.empty())
            m_book.noteStored(row, outcome.stored);
        if (outcome.verdict == LineVerdict::Changed)
            m_book.noteReplaced(row, outcome.stored);
        if (outcome.isStopped)
            stop(row, outcome);
        switch (outcome.verdict) {
        case LineVerdict::New: return m_book.bookInserted(row);
        case LineVerdict::Changed: return m_book.bookUpdated(row);
        case LineVerdict::Unchanged: return m_book.bookUnchanged(row);
        case LineVerdict::Skipped: return m_book.bookSkipped(row);
        case LineVerdict::Rejected: return bookRejected(row, kind, outcome.reason);
        case LineVerdict::Renamed: return m_book.bookRenamed(row);
        case LineVerdict::Merged: return m_book.bookMerged(row);
        case LineVerdict::Deleted: return m_book.bookDeleted(row);
        }
    }

    void bookRejected(const ImportRow &row, ActionRecord::Kind kind, const QString &reason)
    {
        // The others write into further tables, whose columns may be called as these.
        const bool isOfRow = kind == ActionRecord::Kind::Add || kind == ActionRecord::Kind::Set;
        const Refusal refusal =
            isOfRow ? m_refusedValues.explain(row, reason) : Refusal{{}, reason};
        m_book.bookRejected(row, refusal.reason, refusal.column);
    }

    [[noreturn]] void stop(const ImportRow &row, const ActionOutcome &outcome) const
    {
        throw DatabaseError(ErrorKind::Conflict,
                            u"Line %1: “%2” exists already (as “%3”), so that nothing was changed; "
                            "choose to skip or update names that exist."_s.arg(
                                m_book.lineWords(row.line), row.name, outcome.equalName));
    }

    ImportAccount finish()
    {
        if (!m_book.account().balances()) {
            throw DatabaseError(
                ErrorKind::Internal,
                u"The account of the import does not balance, so that it was rolled back; "
                "please report it with the file."_s);
        }
        m_balance.require(m_receipts.added(), m_receipts.removed());
        if (m_store)
            m_store->finish();
        m_rejects.finish();
        m_report.finish();
        ImportAccount account = m_book.account();
        account.content = m_reader->content();
        account.files = m_reader->files();
        account.encoding = m_reader->encoding();
        account.ruleCounts = m_records.ruleCounts();
        account.lines = m_store;
        account.targetColumn = m_reader->columns().value(m_columns.target);
        account.actions = m_receipts.together();
        account.actions.dryRun = m_dryRun;
        return account;
    }

    void report()
    {
        m_sinceProgress.restart();
        m_progress({m_book.account().read, m_reader->bytesRead(), m_reader->totalBytes()});
    }

    ScopedConnection &m_connection;
    const ProgressCallback &m_progress;
    std::unique_ptr<RecordReader> m_reader;
    ActionColumns m_columns;
    QStringList m_names;
    RecordCorrections m_corrections;
    RejectsFile m_rejects;
    ReportFile m_report;
    std::shared_ptr<ImportLineStore> m_store;
    LineOrder m_lines;
    ActionRecords m_records;
    AccountBook m_book;
    ActionRunner m_runner;
    RefusedValues m_refusedValues;
    ActionReceipts m_receipts;
    TableBalance m_balance;
    bool m_dryRun;
    QElapsedTimer m_sinceProgress;
};

} // namespace

ImportAccount runActions(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const ImportRequest &request, std::unique_ptr<RecordReader> reader,
                         const ProgressCallback &progress)
{
    const SchemaMemory schema(connection); // each action would ask for it anew
    const TurnMemory turn(connection);
    return SheetRun(connection, vocabulary, request, std::move(reader), progress).run();
}

} // namespace tagsmith
