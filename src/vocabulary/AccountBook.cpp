// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/AccountBook.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

void AccountBook::countRead(ImportRow &row)
{
    row.number = ++m_account.read;
    if (m_lines)
        m_lines->begin(row);
}

void AccountBook::bookInserted(const ImportRow &row)
{
    ++m_account.inserted;
    m_firstLines.note(row.name, row.line);
    if (m_lines)
        m_lines->book(row, LineVerdict::New);
}

void AccountBook::bookUpdated(const ImportRow &row)
{
    ++m_account.updated;
    if (m_lines)
        m_lines->book(row, LineVerdict::Changed);
}

void AccountBook::bookUnchanged(const ImportRow &row)
{
    ++m_account.unchanged;
    if (m_lines)
        m_lines->book(row, LineVerdict::Unchanged);
}

void AccountBook::bookSkipped(const ImportRow &row)
{
    ++m_account.skipped;
    if (m_lines)
        m_lines->book(row, LineVerdict::Skipped);
}

void AccountBook::bookRenamed(const ImportRow &row)
{
    ++m_account.renamed;
    if (m_lines)
        m_lines->book(row, LineVerdict::Renamed);
}

void AccountBook::bookMerged(const ImportRow &row)
{
    ++m_account.merged;
    if (m_lines)
        m_lines->book(row, LineVerdict::Merged);
}

void AccountBook::bookDeleted(const ImportRow &row)
{
    ++m_account.deleted;
    if (m_lines)
        m_lines->book(row, LineVerdict::Deleted);
}

void AccountBook::bookLeftOut(const ImportRow &row)
{
    ++m_account.skipped;
    if (m_lines)
        m_lines->book(row, LineVerdict::Skipped, {}, u"Left out."_s);
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
    if (m_lines)
        m_lines->book(row, LineVerdict::Rejected, refusal.column, refusal.reason);
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

void AccountBook::noteFirst(const ImportRow &row, const QString &name)
{
    m_firstLines.note(name, row.line);
}

qint64 AccountBook::firstLine(const QString &name) const
{
    return m_firstLines.find(name);
}

} // namespace tagsmith
