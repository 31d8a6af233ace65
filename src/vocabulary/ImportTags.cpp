// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ImportTags.h"

#include "core/Error.h"
#include "core/TagRules.h"
#include "database/ScopedConnection.h"
#include "vocabulary/AccountBook.h"
#include "vocabulary/BatchImporter.h"
#include "vocabulary/ImportMapping.h"
#include "vocabulary/OpenImportFile.h"
#include "vocabulary/RejectsFile.h"
#include "vocabulary/WriteRules.h"

#include <QElapsedTimer>

#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 largestBatchBytes = 4'000'000;
constexpr int progressMilliseconds = 40;
constexpr qint64 recordsPerLook = 1'000; ///< between two looks at the token and the clock

/** The bytes that @p row takes in a statement, at most: UTF-8 needs three for a UTF-16 unit. */
qint64 statementBytes(const ImportRow &row)
{
    qint64 units = row.name.size();
    for (const Cell &value : row.values)
        units += value ? value->size() : 0;
    return units * 3;
}

/** A record as a row, or the reason why it is none. */
std::optional<QString> toRow(const Record &record, const Vocabulary &vocabulary,
                             const ResolvedMapping &mapping, ImportRow &row)
{
    row.line = record.line;
    row.values.clear();
    const auto fieldAt = [&record](int field) -> Cell {
        const auto index = static_cast<size_t>(field);
        return index < record.fields.size() ? record.fields[index] : std::nullopt;
    };
    const Cell name = fieldAt(mapping.nameField);
    row.name = name.value_or(QString());
    if (!record.problem.isEmpty())
        return record.problem;
    if (const auto error = checkName(vocabulary.nameField(), name))
        return error->message;
    for (size_t i = 0; i < mapping.fields.size(); ++i) {
        Cell value = fieldAt(mapping.fields[i]);
        const Column &column = vocabulary.columns[static_cast<size_t>(mapping.columns[i])];
        if (const auto error = checkValue(column, value))
            return error->message;
        row.values.push_back(std::move(value));
    }
    return std::nullopt;
}

/** Reads the file, fills batches and hands them on. */
class FileImport
{
public:
    FileImport(ScopedConnection &connection, const Vocabulary &vocabulary,
               const ImportRequest &request, const ProgressCallback &progress)
        : m_connection(connection), m_vocabulary(vocabulary), m_progress(progress),
          m_reader(openImportFile(vocabulary, request.source)),
          m_mapping(resolveMapping(vocabulary, m_reader->columns(), request.mapping)),
          m_rejects(request.rejectsPath), m_book(m_rejects.sink()),
          m_importer(connection, vocabulary, m_mapping.columns, request.onExisting, m_book),
          m_largestRow(connection.report().maxAllowedPacket > 0
                           ? connection.report().maxAllowedPacket / 2
                           : largestBatchBytes * 100)
    {
    }

    ImportAccount run()
    {
        m_sinceProgress.start();
        Record record;
        while (m_reader->next(record)) {
            m_book.countRead();
            take(record);
            if (m_book.account().read % recordsPerLook == 0)
                lookUp();
        }
        flush();
        report();
        if (!m_book.account().balances()) {
            throw DatabaseError(
                ErrorKind::Internal,
                u"The account of the import does not balance, so that it was rolled back; "
                "please report it with the file."_s);
        }
        m_rejects.finish();
        return m_book.account();
    }

private:
    void take(const Record &record)
    {
        ImportRow row;
        if (const auto reason = toRow(record, m_vocabulary, m_mapping, row)) {
            m_book.bookRejected(record.line, row.name, record.raw, *reason);
            return;
        }
        if (m_rejects.isWanted())
            row.raw = record.raw;
        const qint64 bytes = statementBytes(row);
        if (bytes > m_largestRow) {
            m_book.bookRejected(row.line, row.name, record.raw,
                                u"The record is longer than the server takes in one statement "
                                "(max_allowed_packet); shorten it."_s);
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
        m_progress({m_book.account().read, m_reader->bytesRead(), m_reader->totalBytes()});
    }

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    const ProgressCallback &m_progress;
    std::unique_ptr<RecordReader> m_reader;
    ResolvedMapping m_mapping;
    RejectsFile m_rejects;
    AccountBook m_book;
    BatchImporter m_importer;
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
    requireAdding(vocabulary);
    ImportAccount account = FileImport(connection, vocabulary, request, progress).run();
    account.dryRun = request.dryRun;
    return account;
}

} // namespace tagsmith
