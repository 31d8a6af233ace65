// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TryChange.h"

#include "database/ChangeSink.h"
#include "database/Savepoint.h"
#include "database/ScopedConnection.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Whether the next change may succeed all the same. */
bool isItsOwn(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
    case ErrorKind::Missing:
    case ErrorKind::Conflict:
    case ErrorKind::Constraint:
    case ErrorKind::TooLong:
    case ErrorKind::NotStorable:
    case ErrorKind::InvalidValue:
    case ErrorKind::Refused: return true;
    default: return false;
    }
}

void rollBack(Savepoint &savepoint, const Error &why)
{
    try {
        savepoint.rollBack();
    } catch (const DatabaseError &failure) {
        // A trigger can end the whole transaction; what follows would be stored at once.
        throw DatabaseError(
            ErrorKind::Internal,
            u"The database has rolled back all of the operation, not only the change that failed "
            "(%1), so that nothing was changed."_s.arg(why.message.chopped(1)),
            failure.error().nativeCode);
    }
}

} // namespace

std::optional<Error> tryChange(ScopedConnection &connection, const std::function<void()> &change)
{
    ChangeSink *sink = connection.changeSink();
    Savepoint savepoint(connection);
    if (sink)
        sink->mark();
    try {
        change();
    } catch (const DatabaseError &failure) {
        if (!isItsOwn(failure.error().kind))
            throw;
        rollBack(savepoint, failure.error());
        if (sink)
            sink->backToMark();
        return failure.error();
    }
    savepoint.keep();
    return std::nullopt;
}

} // namespace tagsmith
