// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ImportTags.h"

#include "core/Error.h"
#include "core/ImportLineStore.h"
#include "database/ScopedConnection.h"
#include "vocabulary/AccountBook.h"
#include "vocabulary/BatchImporter.h"
#include "vocabulary/ImportMapping.h"
#include "vocabulary/LineOrder.h"
#include "vocabulary/OpenImportFile.h"
#include "vocabulary/RejectsFile.h"
#include "vocabulary/ReportFile.h"
#include "vocabulary/RequireAsPreviewed.h"
#include "vocabulary/RowFeed.h"
#include "vocabulary/RowsAhead.h"
#include "vocabulary/RunActions.h"
#include "vocabulary/TableBalance.h"
#include "vocabulary/WriteRules.h"

#include <QElapsedTimer>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 largestBatchBytes = 4'000'000;
constexpr int progressMilliseconds = 40;
constexpr qint64 recordsPerLook = 1'000; ///< between two looks at the token and the clock
constexpr size_t mostWaiting = 2'000;    ///< names that are told of together, at most

/** The bytes that @p row takes in a statement, at most: UTF-8 needs three for a UTF-16 unit. */
qint64 statementBytes(const ImportRow &row)
{
    qint64 units = row.name.size();
    for (const Cell &value : row.values)
        units += value ? value->size() : 0;
    return units * 3;
}

QStringList namesOf(const Vocabulary &vocabulary, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names << vocabulary.columns[static_cast<size_t>(column)].name;
    return names;
}

/** A sheet that was asked for and that nothing was read from must not go unseen. */
void requireSheet(const ImportSource &source, const RecordReader &reader)
{
    if (source.sheet.isEmpty() || reader.format() == FileFormat::Xlsx)
        return;
    const QString file = source.data ? u"The input"_s : u'“' + source.path + u'”';
    throw DatabaseError(
        ErrorKind::Usage,
        u"%1 is no workbook, so that it has no sheet “%2”; leave out the sheet."_s.arg(
            file, source.sheet));
}

/** Reads the file, fills batches and hands them on. */
class FileImport
{
public:
    FileImport(ScopedConnection &connection, const Vocabulary &vocabulary,
               const ImportRequest &request, std::unique_ptr<RecordReader> reader,
               const ProgressCallback &progress)
        : m_connection(connection), m_vocabulary(vocabulary), m_progress(progress),
          m_reader(std::move(reader)),
          m_mapping(
              resolveMapping(vocabulary, m_reader->columns(), request.mapping, request.constants)),
          m_rejects(request.rejectsPath, *m_reader, vocabulary),
          m_report(request, *m_reader, namesOf(vocabulary, m_mapping.columns)),
          m_store(request.keepLines
                      ? std::make_shared<ImportLineStore>(namesOf(vocabulary, m_mapping.columns))
                      : nullptr),
          m_lines(makeLineOrder()), m_isMappingChosen(!request.mapping.empty()),
          m_feed(*m_reader, vocabulary, m_mapping, request, m_rejects.isWanted()),
          // The files of a series become known as they are read, and tell where a line stands.
          m_readsAhead(request.source.furtherPaths.isEmpty()),
          m_book(m_rejects.sink(), m_lines.get()),
          m_importer(connection, vocabulary, m_mapping.columns, request.onExisting, m_book),
          m_balance(connection, vocabulary),
          m_largestRow(connection.report().maxAllowedPacket > 0
                           ? connection.report().maxAllowedPacket / 2
                           : largestBatchBytes * 100)
    {
    }

    ImportAccount run()
    {
        m_sinceProgress.start();
        m_book.setFiles(m_reader->files());
        m_book.setColumns(m_vocabulary, m_mapping.columns);
        readAll();
        flush();
        report();
        if (!m_book.account().balances()) {
            throw DatabaseError(
                ErrorKind::Internal,
                u"The account of the import does not balance, so that it was rolled back; "
                "please report it with the file."_s);
        }
        m_balance.require(m_book.account().inserted, m_importer.inserted());
        if (m_store)
            m_store->finish();
        m_rejects.finish();
        m_report.finish();
        ImportAccount account = m_book.account();
        account.ruleCounts = m_feed.ruleCounts();
        account.lines = m_store;
        account.files = m_reader->files();
        account.encoding = m_reader->encoding();
        account.content = m_reader->content();
        // Nothing of a file may be lost unseen; what the user has chosen was seen.
        const QString leftOut = leftOutColumns(m_mapping, m_reader->columns());
        if (!m_isMappingChosen && !leftOut.isEmpty())
            account.actions.warnings << leftOut;
        return account;
    }

private:
    /** What hears of every name, if anybody wants to. */
    std::unique_ptr<LineOrder> makeLineOrder()
    {
        if (!m_report.isWanted() && !m_store)
            return nullptr;
        return std::make_unique<LineOrder>([this](const ImportLine &line) {
            if (m_report.isWanted())
                m_report.write(line);
            if (m_store)
                m_store->append(line);
        });
    }

    void readAll()
    {
        RowsAhead ahead([this](ReadRows &rows) { return m_feed.read(rows); }, m_readsAhead);
        for (ReadRows rows; ahead.next(rows);) {
            for (ReadRow &each : rows.rows)
                take(each);
            m_bytesRead = rows.bytesRead;
            m_totalBytes = rows.totalBytes;
        }
    }

    void take(ReadRow &read)
    {
        m_book.countRead(read.row);
        if (read.isLeftOut)
            leaveOut(read.row);
        else if (read.problem.reason.isEmpty())
            put(std::move(read.row));
        else
            reject(read.row, read.problem);
        if (m_book.account().read % recordsPerLook == 0)
            lookUp();
    }

    void leaveOut(const ImportRow &row)
    {
        m_book.bookLeftOut(row);
        limitWaiting(row);
    }

    void reject(const ImportRow &row, const RowProblem &problem)
    {
        m_book.bookRejected(row, problem.reason, problem.column);
        limitWaiting(row);
    }

    /** @p row is booked, but told of only after those of the batch; not too many may wait so. */
    void limitWaiting(const ImportRow &row)
    {
        if (!m_lines || m_batch.empty())
            return;
        m_batchBytes += statementBytes(row);
        if (m_lines->waiting() >= mostWaiting || m_batchBytes >= largestBatchBytes)
            flush();
    }

    void put(ImportRow &&row)
    {
        const qint64 bytes = statementBytes(row);
        if (bytes > m_largestRow) {
            reject(row, {u"The record is longer than the server takes in one statement "
                         "(max_allowed_packet); shorten it."_s,
                         {}});
            return;
        }
        const qint64 limit = qMin(largestBatchBytes, m_largestRow);
        if (!m_batch.empty() && m_batchBytes + bytes > limit)
            flush();
        m_batch.push_back(std::move(row));
        m_batchBytes += bytes;
        if (static_cast<int>(m_batch.size()) == m_importer.batchRows())
            flush();
    }

    void flush()
    {
        if (!m_batch.empty())
            m_importer.import(m_batch);
        m_batch.clear();
        m_batchBytes = 0;
        lookUp();
    }

    /** Sees whether to stop and whether to report; rejected records alone never fill a batch. */
    void lookUp()
    {
        m_connection.token().throwIfCancelled();
        if (m_sinceProgress.hasExpired(progressMilliseconds))
            report();
    }

    void report()
    {
        m_sinceProgress.restart();
        m_progress({m_book.account().read, m_bytesRead, m_totalBytes});
    }

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    const ProgressCallback &m_progress;
    std::unique_ptr<RecordReader> m_reader;
    ResolvedMapping m_mapping;
    RejectsFile m_rejects;
    ReportFile m_report;
    std::shared_ptr<ImportLineStore> m_store;
    std::unique_ptr<LineOrder> m_lines;
    bool m_isMappingChosen;
    RowFeed m_feed;
    bool m_readsAhead;
    qint64 m_bytesRead = 0;
    qint64 m_totalBytes = 0;
    AccountBook m_book;
    BatchImporter m_importer;
    TableBalance m_balance;
    qint64 m_largestRow;
    ImportBatch m_batch;
    qint64 m_batchBytes = 0;
    QElapsedTimer m_sinceProgress;
};

} // namespace

ImportAccount importTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const ImportRequest &request, const ProgressCallback &progress)
{
    requireTransactions(connection, vocabulary);
    requireReportApart(request);
    requireConstants(vocabulary, request.constants); // before the file is opened
    auto reader = openImportFile(vocabulary, request.source);
    requireSheet(request.source, *reader);
    ImportAccount account;
    if (reader->content() == ImportContent::Tags) {
        requireAdding(vocabulary);
        account = FileImport(connection, vocabulary, request, std::move(reader), progress).run();
    } else {
        account = runActions(connection, vocabulary, request, std::move(reader), progress);
    }
    account.dryRun = request.dryRun;
    requireAsPreviewed(request, account);
    return account;
}

} // namespace tagsmith
