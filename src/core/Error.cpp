// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Error.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage: return u"usage"_s;
    case ErrorKind::Connection: return u"connection"_s;
    case ErrorKind::Authentication: return u"authentication"_s;
    case ErrorKind::Privilege: return u"privilege"_s;
    case ErrorKind::Tls: return u"tls"_s;
    case ErrorKind::UnknownDatabase: return u"unknown-database"_s;
    case ErrorKind::NoVocabulary: return u"no-vocabulary"_s;
    case ErrorKind::Missing: return u"missing"_s;
    case ErrorKind::Conflict: return u"conflict"_s;
    case ErrorKind::Constraint: return u"constraint"_s;
    case ErrorKind::TooLong: return u"too-long"_s;
    case ErrorKind::NotStorable: return u"not-storable"_s;
    case ErrorKind::InvalidValue: return u"invalid-value"_s;
    case ErrorKind::ReadOnly: return u"read-only"_s;
    case ErrorKind::Locked: return u"locked"_s;
    case ErrorKind::DiskFull: return u"disk-full"_s;
    case ErrorKind::File: return u"file"_s;
    case ErrorKind::NoJournal: return u"no-journal"_s;
    case ErrorKind::OutcomeUnknown: return u"outcome-unknown"_s;
    case ErrorKind::Refused: return u"refused"_s;
    case ErrorKind::Cancelled: return u"cancelled"_s;
    case ErrorKind::Internal: break;
    }
    return u"internal"_s;
}

} // namespace tagsmith
