// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/AccountBook.h"

namespace tagsmith
{

void AccountBook::bookInserted(const ImportRow &row)
{
    ++m_account.inserted;
    m_lineOfName.insert(qHash(row.name), row.line);
}

void AccountBook::bookRejected(qint64 line, const QString &name, const QString &raw,
                               const QString &reason)
{
    ++m_account.rejected;
    if (m_account.rejections.size() < ImportAccount::maxListed)
        m_account.rejections.push_back({line, name, reason});
    if (m_sink)
        m_sink(line, raw, reason);
}

void AccountBook::noteEqual(const ImportRow &row, qint64 otherLine, const QString &otherName)
{
    if (otherLine == 0 && row.name == otherName)
        return; // the same tag, spelled the same: nothing to tell
    ++m_account.equalNamesCount;
    if (m_account.equalNames.size() < ImportAccount::maxListed)
        m_account.equalNames.push_back({row.line, row.name, otherLine, otherName});
}

qint64 AccountBook::insertedLine(const QString &name) const
{
    return m_lineOfName.value(qHash(name), 0);
}

} // namespace tagsmith
