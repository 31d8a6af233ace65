// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

namespace tagsmith
{

class ScopedConnection;

/**
 * While it lives, the statements that change rows on a connection are written down: each as one
 * line, with its values as a comment at the end; after 200 a last line counts the further ones.
 * One at a time per connection; lives shorter than both arguments.
 */
class SqlRecorder
{
public:
    /** Appends to @p lines. */
    SqlRecorder(ScopedConnection &connection, QStringList &lines);
    ~SqlRecorder();
    Q_DISABLE_COPY_MOVE(SqlRecorder)

private:
    friend class Statement;

    /** Called after @p sql has run with @p values. */
    void record(const QString &sql, const QVariantList &values);

    ScopedConnection &m_connection;
    QStringList &m_lines;
    int m_recorded = 0;
};

} // namespace tagsmith
