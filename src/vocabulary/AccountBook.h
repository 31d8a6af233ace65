// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "vocabulary/ImportBatch.h"
#include "vocabulary/InsertedLines.h"
#include "vocabulary/LineOrder.h"

#include <functional>

namespace tagsmith
{

/** Keeps the account of an import: each record read is booked exactly once. */
class AccountBook
{
public:
    using RejectSink = std::function<void(const Record &record, const QString &reason)>;

    /** @p sink receives every rejected record; may be empty. @p lines hears of all; may be null. */
    explicit AccountBook(RejectSink sink, LineOrder *lines = nullptr)
        : m_sink(std::move(sink)), m_lines(lines)
    {
    }

    /** Where there are several files, @p files tell those of the lines; they outlive this. */
    void setFiles(const ImportFiles &files) { m_files = &files; }
    /** "12", or "12 of b.csv", to follow the word "line". */
    QString lineWords(qint64 line) const
    {
        return m_files ? fileLineWords(*m_files, line) : QString::number(line);
    }

    /** To be called for each row, in the order of the file; gives it its number. */
    void countRead(ImportRow &row);
    void bookInserted(const ImportRow &row);
    void bookUpdated(const ImportRow &row);
    void bookUnchanged(const ImportRow &row);
    void bookSkipped(const ImportRow &row);
    void bookRenamed(const ImportRow &row);
    void bookMerged(const ImportRow &row);
    void bookDeleted(const ImportRow &row);
    /** Skipped because the user wants it so. */
    void bookLeftOut(const ImportRow &row);
    /** The sink receives the record of @p row; @p column has the wrong value, where it is known. */
    void bookRejected(const ImportRow &row, const QString &reason, const QString &column = {});

    /** Notes that the database holds the names to be equal; @p otherLine is 0 for a stored tag. */
    void noteEqual(const ImportRow &row, qint64 otherLine, const QString &otherName);
    /** Notes what the tag of @p row is to be renamed to, or merged into. */
    void noteTarget(const ImportRow &row, const QString &target);
    /** Notes what the tag that @p row equals holds before it is changed. */
    void noteStored(const ImportRow &row, const Row &values);

    /** The line of this file on which the stored tag @p name was inserted; 0 if it was before. */
    qint64 insertedLine(const QString &name) const;

    const ImportAccount &account() const { return m_account; }

private:
    RejectSink m_sink;
    LineOrder *m_lines;
    const ImportFiles *m_files = nullptr;
    ImportAccount m_account;
    InsertedLines m_insertedLines;
};

} // namespace tagsmith
