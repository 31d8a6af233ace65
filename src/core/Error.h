// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"

#include <QString>

#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace tagsmith
{

/** What went wrong, as a caller may want to tell cases apart; errorKindName() is its name in JSON.
 */
enum class ErrorKind {
    Usage,           ///< the request itself is wrong
    Connection,      ///< no server, link lost, too many connections
    Authentication,  ///< wrong user or password
    Privilege,       ///< the user may not do this
    Tls,             ///< the demanded TLS mode cannot be kept
    UnknownDatabase, ///< no such database or SQLite file
    NoVocabulary,    ///< no table of tags, or one without a key
    Missing,         ///< a tag, table or column is not there (any more)
    Conflict,        ///< a name exists already
    Constraint,      ///< a foreign key, check or trigger forbids it
    TooLong,         ///< a value does not fit its column
    NotStorable,     ///< a value has characters that the column's character set lacks
    InvalidValue,    ///< a value is not of the column's type, or empty where it may not be
    ReadOnly,        ///< the file or server takes no writes
    Locked,          ///< somebody else holds a lock
    DiskFull,        ///< no space left
    File,            ///< a file cannot be read or written, or is not what it should be
    NoJournal,       ///< the change could not be undone, since there is no journal
    OutcomeUnknown,  ///< the link was lost while committing, and nothing tells whether it did
    Refused,         ///< Tagsmith itself declines, to keep a promise
    Cancelled,       ///< the user cancelled; rolled back
    Internal,        ///< a fault of Tagsmith or of the server that has no better name
};

/** The lower-case name of @p kind in JSON output, for example "unknown-database". */
QString errorKindName(ErrorKind kind);

/** What happened and what to do about it, in one sentence for the user. */
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
    int nativeCode = 0; ///< the engine's own code, 0 where there is none
    /** Of a Conflict: the rows that have changed meanwhile; null where it is about something else.
     */
    std::shared_ptr<const std::vector<RowConflict>> conflicts = nullptr;

    friend bool operator==(const Error &, const Error &) = default;
};

/**
 * The one exception of worker code, for database and file errors alike; the executor turns it into
 * a Result, so that no future ever carries an exception.
 */
class DatabaseError final : public std::exception
{
public:
    explicit DatabaseError(Error error) : m_error(std::move(error)) {}
    DatabaseError(ErrorKind kind, QString message, int nativeCode = 0)
        : m_error{kind, std::move(message), nativeCode, nullptr}
    {
    }

    const Error &error() const { return m_error; }
    const char *what() const noexcept override { return "tagsmith::DatabaseError"; }

private:
    Error m_error;
};

} // namespace tagsmith
