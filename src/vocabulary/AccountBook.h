// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "vocabulary/ImportBatch.h"

#include <QHash>

#include <functional>

namespace tagsmith
{

/** Keeps the account of an import: each record read is booked exactly once. */
class AccountBook
{
public:
    using RejectSink = std::function<void(qint64 line, const QString &raw, const QString &reason)>;

    /** @p sink receives every rejected record; may be empty. */
    explicit AccountBook(RejectSink sink) : m_sink(std::move(sink)) {}

    void countRead() { ++m_account.read; }
    void bookInserted(const ImportRow &row);
    void bookUpdated() { ++m_account.updated; }
    void bookUnchanged() { ++m_account.unchanged; }
    void bookSkipped() { ++m_account.skipped; }
    void bookRejected(qint64 line, const QString &name, const QString &raw, const QString &reason);

    /** Notes that the database holds the names to be equal; @p otherLine is 0 for a stored tag. */
    void noteEqual(const ImportRow &row, qint64 otherLine, const QString &otherName);

    /** The line of this file on which the stored tag @p name was inserted; 0 if it was before. */
    qint64 insertedLine(const QString &name) const;

    const ImportAccount &account() const { return m_account; }

private:
    RejectSink m_sink;
    ImportAccount m_account;
    QHash<size_t, qint64> m_lineOfName; ///< by hash, since the names themselves would fill memory
};

} // namespace tagsmith
