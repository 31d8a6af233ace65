// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/AccountBook.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

size_t hashOf(const Row &values)
{
    size_t hash = values.size();
    for (const Cell &value : values)
        hash = value ? qHash(*value, hash) : qHash(0, hash);
    return hash;
}

/** Of @p row and what is said of it: to be added up, so that the order does not matter. */
size_t lineHash(const ImportRow &row, size_t what)
{
    return qHashMulti(what, row.line, row.position, row.name);
}

} // namespace

void AccountBook::countRead(ImportRow &row, const Row &values)
{
    row.number = ++m_account.read;
    m_account.fingerprint.file += lineHash(row, hashOf(values));
    if (m_lines)
        m_lines->begin(row);
}

void AccountBook::bookInserted(const ImportRow &row)
{
    ++m_account.inserted;
    m_firstLines.note(row.name, row.line);
    book(row, LineVerdict::New);
}

void AccountBook::bookUpdated(const ImportRow &row)
{
    ++m_account.updated;
    book(row, LineVerdict::Changed);
}

void AccountBook::bookUnchanged(const ImportRow &row)
{
    ++m_account.unchanged;
    book(row, LineVerdict::Unchanged);
}

void AccountBook::bookSkipped(const ImportRow &row)
{
    ++m_account.skipped;
    book(row, LineVerdict::Skipped);
}

void AccountBook::bookRenamed(const ImportRow &row)
{
    ++m_account.renamed;
    book(row, LineVerdict::Renamed);
}

void AccountBook::bookMerged(const ImportRow &row)
{
    ++m_account.merged;
    book(row, LineVerdict::Merged);
}

void AccountBook::bookDeleted(const ImportRow &row)
{
    ++m_account.deleted;
    book(row, LineVerdict::Deleted);
}

void AccountBook::bookLeftOut(const ImportRow &row)
{
    ++m_account.skipped;
    book(row, LineVerdict::Skipped, {}, u"Left out."_s);
}

void AccountBook::bookRejected(const ImportRow &row, const QString &reason, const QString &column)
{
    Refusal refusal{column, reason};
    if (column.isEmpty() && m_refusedValues)
        refusal = m_refusedValues->explain(row, reason);
    ++m_account.rejected;
    if (m_account.rejections.size() < ImportAccount::maxListed)
        m_account.rejections.push_back({row.line, row.name, refusal.reason});
    if (m_sink)
        m_sink(row.record, refusal.reason);
    book(row, LineVerdict::Rejected, refusal.column, refusal.reason);
}

void AccountBook::book(const ImportRow &row, LineVerdict verdict, const QString &column,
                       const QString &reason)
{
    m_account.fingerprint.table += lineHash(row, static_cast<size_t>(verdict));
    if (m_lines)
        m_lines->book(row, verdict, column, reason);
}

void AccountBook::noteEqual(const ImportRow &row, qint64 otherLine, const QString &otherName)
{
    if (otherLine == 0 && row.name == otherName)
        return; // the same tag, spelled the same: nothing to tell
    if (m_lines)
        m_lines->noteEqual(row, otherLine, otherName);
    ++m_account.equalNamesCount;
    if (m_account.equalNames.size() < ImportAccount::maxListed)
        m_account.equalNames.push_back({row.line, row.name, otherLine, otherName});
}

void AccountBook::noteAction(const ImportRow &row, const QString &word, const QString &target)
{
    if (m_lines)
        m_lines->noteAction(row, word, target);
}

void AccountBook::noteStored(const ImportRow &row, const Row &values)
{
    if (m_lines)
        m_lines->noteStored(row, values);
}

void AccountBook::noteReplaced(const ImportRow &row, const Row &values)
{
    m_account.fingerprint.table += lineHash(row, hashOf(values));
}

void AccountBook::noteFirst(const ImportRow &row, const QString &name)
{
    m_firstLines.note(name, row.line);
}

qint64 AccountBook::firstLine(const QString &name) const
{
    return m_firstLines.find(name);
}

} // namespace tagsmith
