// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "vocabulary/ImportBatch.h"
#include "vocabulary/LineOrder.h"
#include "vocabulary/NameLines.h"
#include "vocabulary/RefusedValues.h"

#include <functional>
#include <optional>

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
    /** From now on the values that the database refuses are named, as far as it says which. */
    void setColumns(const Vocabulary &vocabulary, const std::vector<int> &columns)
    {
        m_refusedValues.emplace(vocabulary, columns);
    }
    /** "12", or "12 of b.csv", to follow the word "line". */
    QString lineWords(qint64 line) const
    {
        return m_files ? fileLineWords(*m_files, line) : QString::number(line);
    }

    /** To be called for each row, in the order of the file; gives it its number. */
    void countRead(ImportRow &row) { countRead(row, row.values); }
    /** The same where the file has @p values, which the table has completed to those of the row. */
    void countRead(ImportRow &row, const Row &values);
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
    /** Notes what a sheet says is to be done, and what with: rename to, or merge into @p target. */
    void noteAction(const ImportRow &row, const QString &word, const QString &target);
    /** Notes what the tag that @p row equals holds before it is changed. */
    void noteStored(const ImportRow &row, const Row &values);

    /** Notes what the stored tag holds that @p row is going to change. */
    void noteReplaced(const ImportRow &row, const Row &values);
    /** Notes that the line of @p row is the first one to equal the stored tag @p name. */
    void noteFirst(const ImportRow &row, const QString &name);
    /** The line that inserted the stored tag @p name, or was the first to equal it; 0: none. */
    qint64 firstLine(const QString &name) const;

    const ImportAccount &account() const { return m_account; }

private:
    void book(const ImportRow &row, LineVerdict verdict, const QString &column = {},
              const QString &reason = {});

    RejectSink m_sink;
    LineOrder *m_lines;
    const ImportFiles *m_files = nullptr;
    ImportAccount m_account;
    NameLines m_firstLines;
    std::optional<RefusedValues> m_refusedValues;
};

} // namespace tagsmith
