// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NamingTable.h"

#include <QRegularExpression>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isAboutATable(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Connection:
    case ErrorKind::DiskFull:
    case ErrorKind::File:
    case ErrorKind::ReadOnly:
    case ErrorKind::Refused: return false;
    default: return true;
    }
}

} // namespace

DatabaseError namingTable(const QString &table, const Error &error)
{
    const bool isNamed = error.message.startsWith("The table "_L1); // by what was nearer to it
    if (!isAboutATable(error.kind) || isNamed)
        return DatabaseError(error);
    QString message = error.message;
    if (!message.isEmpty() && !message.startsWith("SQLite"_L1))
        message[0] = message.at(0).toLower();
    return {error.kind, u"The table %1: "_s.arg(table) + message, error.nativeCode};
}

DatabaseError namingTags(const Vocabulary &vocabulary, const Error &error)
{
    if (!vocabulary.nameTable)
        return namingTable(vocabulary.table, error);
    // Of a join only the engine's words tell which table it means; the name table is called n.
    static const QRegularExpression nameColumn(u"[ '`]n\\."_s);
    const bool isOfNames =
        error.message.contains(vocabulary.nameTable->table) || error.message.contains(nameColumn);
    return namingTable(isOfNames ? vocabulary.nameTable->table : vocabulary.table, error);
}

} // namespace tagsmith
