// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/NativeErrors.h"

#include <QRegularExpression>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The part of the text that the engine wrote, without what Qt puts around it. */
QString engineText(const QSqlError &error, bool repairUtf8)
{
    QString text = error.databaseText();
    if (repairUtf8)
        text = QString::fromUtf8(text.toLatin1());
    // It becomes a part of one sentence, whatever a trigger's author has written.
    text = text.simplified().replace(u". "_s, u"; "_s);
    while (text.endsWith(u'.'))
        text.chop(1);
    // Counted within the statement, which nobody has seen.
    static const QRegularExpression row(u" at row \\d+\\z"_s);
    return text.remove(row);
}

QString serverName(const Profile &profile)
{
    if (!profile.socket.isEmpty())
        return u"the socket %1"_s.arg(profile.socket);
    if (profile.hosts.empty())
        return u"localhost"_s;
    return u"%1, port %2"_s.arg(profile.hosts.front().name,
                                QString::number(profile.hosts.front().port));
}

Error mysqlConnectError(const Profile &profile, int code, const QString &text)
{
    switch (code) {
    case 1045:
    case 1698:
        return {
            ErrorKind::Authentication,
            u"The server refused user \"%1\": the user name or the password is wrong, check both."_s
                .arg(profile.user),
            code};
    case 1044:
        return {
            ErrorKind::Privilege,
            u"User \"%1\" may not use the database \"%2\"; ask its administrator for the right."_s
                .arg(profile.user, profile.database),
            code};
    case 1049:
        return {
            ErrorKind::UnknownDatabase,
            u"There is no database \"%1\" on this server; check the name."_s.arg(profile.database),
            code};
    case 1040:
    case 1203:
        return {ErrorKind::Connection,
                u"The server has no connection free for us; try again in a moment."_s, code};
    case 2026:
        return {
            ErrorKind::Tls,
            u"The connection cannot be secured as demanded (%1), so that none was made; check the "
            "TLS mode and the CA file, or ask the server's administrator."_s.arg(text),
            code};
    case 2059:
    case 1251:
        return {
            ErrorKind::Authentication,
            u"The server wants a way of logging in that the client library lacks (%1)."_s.arg(text),
            code};
    default:
        return {ErrorKind::Connection,
                u"No server answers at %1 (%2); check that it runs and that the address is right."_s
                    .arg(serverName(profile), text),
                code};
    }
}

Error mysqlStatementError(int code, const QString &text)
{
    switch (code) {
    case 1142:
    case 1143:
    case 1227:
    case 1370:
        return {
            ErrorKind::Privilege,
            u"The database user lacks a privilege for this (%1); ask the administrator for it."_s
                .arg(text),
            code};
    case 1146:
    case 1051:
        return {ErrorKind::Missing, u"A table is not there any more (%1); refresh."_s.arg(text),
                code};
    case 1054:
        return {ErrorKind::Missing, u"A column is not there any more (%1); refresh."_s.arg(text),
                code};
    case 1062:
    case 1586:
        return {
            ErrorKind::Conflict,
            u"A value exists already where each may stand once (%1); change one of the two."_s.arg(
                text),
            code};
    case 1048:
    case 1364:
        return {ErrorKind::InvalidValue, u"A value is missing (%1); give one."_s.arg(text), code};
    case 1406:
        return {ErrorKind::TooLong,
                u"A value is too long for its column (%1); shorten it."_s.arg(text), code};
    case 1366:
    case 1977:
    case 3988:
        return {ErrorKind::NotStorable,
                u"A value cannot be stored in its column (%1); correct it."_s.arg(text), code};
    case 1264:
    case 1265:
    case 1292:
    case 1411:
        return {ErrorKind::InvalidValue,
                u"A value does not fit its column (%1); correct it."_s.arg(text), code};
    case 1301:
        return {ErrorKind::Refused,
                u"A row is too large for what the server takes at once, so that the journal could "
                "not keep it (%1); raise max_allowed_packet there."_s.arg(text),
                code};
    case 1217:
    case 1451:
    case 1761:
    case 1834:
        return {ErrorKind::Constraint,
                u"Rows of a table still refer to what would change (%1); change those rows first."_s
                    .arg(text),
                code};
    case 1216:
    case 1452:
        return {ErrorKind::Constraint,
                u"A row would refer to one that is not there (%1); correct the value."_s.arg(text),
                code};
    case 3819:
    case 4025:
        return {ErrorKind::Constraint,
                u"A check of the database forbids this change (%1); correct the value."_s.arg(text),
                code};
    case 1442:
    case 1644:
        return {ErrorKind::Constraint,
                u"A trigger of the database forbids this change (%1); ask whoever wrote it."_s.arg(
                    text),
                code};
    case 1906:
    case 3105:
        return {
            ErrorKind::Constraint,
            u"A column is computed by the database (%1); change what it is computed from."_s.arg(
                text),
            code};
    case 1288:
    case 1348:
    case 1356:
    case 1393:
    case 1394:
    case 1395:
    case 1471:
        return {ErrorKind::Constraint,
                u"A view stands in place of a table and cannot be changed (%1); map the table "
                "beneath it."_s.arg(text),
                code};
    case 1267:
    case 1270:
    case 1271:
        return {ErrorKind::Constraint,
                u"Two columns cannot be compared (%1); give them the same collation."_s.arg(text),
                code};
    case 1412:
        return {ErrorKind::Missing,
                u"A table has been altered meanwhile (%1); refresh and try again."_s.arg(text),
                code};
    case 1205:
    case 1213:
    case 1020:
    case 1099:
    case 1100:
    case 3572:
        return {
            ErrorKind::Locked,
            u"Somebody else holds a lock on these rows (%1); try again in a moment."_s.arg(text),
            code};
    case 1290:
    case 1792:
    case 1836:
    case 1036:
        return {ErrorKind::ReadOnly,
                u"The server takes no changes now (%1); try again when it does."_s.arg(text), code};
    case 1021:
    case 1114:
    case 1041:
    case 28:
        return {ErrorKind::DiskFull,
                u"The server has no space left (%1); free some and try again."_s.arg(text), code};
    case 1317:
        return {ErrorKind::Cancelled,
                u"The statement was cancelled on the server; nothing was changed."_s, code};
    case 1053:
    case 1927:
    case 2006:
    case 2013:
    case 2055:
        return {ErrorKind::Connection,
                u"The link to the server was lost (%1); connect again and look at what is stored."_s
                    .arg(text),
                code};
    default:
        return {ErrorKind::Internal,
                u"The server reported error %1 (%2); tell its administrator."_s.arg(
                    QString::number(code), text),
                code};
    }
}

Error sqliteError(const Profile &profile, int code, const QString &text)
{
    switch (code & 0xff) { // the low byte is the primary result code
    case 5:
    case 6:
        return {
            ErrorKind::Locked,
            u"The file %1 is locked by another program; close it there or try again in a moment."_s
                .arg(profile.path),
            code};
    case 8:
        return {
            ErrorKind::ReadOnly,
            u"The file %1 cannot be written; ask for the right to write it and its folder."_s.arg(
                profile.path),
            code};
    case 9: return {ErrorKind::Cancelled, u"Cancelled; nothing was changed."_s, code};
    case 13:
        return {
            ErrorKind::DiskFull,
            u"The disk that holds %1 is full; free some space and try again."_s.arg(profile.path),
            code};
    case 10:
        return {ErrorKind::File,
                u"The file %1 cannot be read or written (%2); check the disk."_s.arg(profile.path,
                                                                                     text),
                code};
    case 11:
        return {ErrorKind::File,
                u"The file %1 is damaged (%2); restore it from a copy."_s.arg(profile.path, text),
                code};
    case 14:
        return {ErrorKind::File,
                u"The file %1 cannot be opened; check its path and your right to read it."_s.arg(
                    profile.path),
                code};
    case 26:
        return {ErrorKind::File,
                u"The file %1 is not an SQLite database; choose another."_s.arg(profile.path),
                code};
    case 18:
        return {ErrorKind::TooLong, u"A value is too long for the database; shorten it."_s, code};
    case 20:
        return {ErrorKind::InvalidValue,
                u"A value does not fit its column (%1); correct it."_s.arg(text), code};
    case 19: break;
    default:
        if (text.startsWith("no such table"_L1))
            return {ErrorKind::Missing, u"A table is not there any more (%1); refresh."_s.arg(text),
                    code};
        if (text.startsWith("no such column"_L1) || text.contains("has no column"_L1))
            return {ErrorKind::Missing,
                    u"A column is not there any more (%1); refresh."_s.arg(text), code};
        if (text.contains("because it is a view"_L1))
            return {ErrorKind::Constraint,
                    u"A view stands in place of a table and cannot be changed (%1); map the table "
                    "beneath it."_s.arg(text),
                    code};
        if (text.contains("generated column"_L1))
            return {ErrorKind::Constraint,
                    u"A column is computed by the database (%1); change what it is computed from."_s
                        .arg(text),
                    code};
        return {
            ErrorKind::Internal,
            u"SQLite reported error %1 (%2); check the tables."_s.arg(QString::number(code), text),
            code};
    }
    switch (code) { // the kinds of a constraint
    case 1555:
    case 2067:
    case 2579:
        return {
            ErrorKind::Conflict,
            u"A value exists already where each may stand once (%1); change one of the two."_s.arg(
                text),
            code};
    case 1299:
        return {ErrorKind::InvalidValue, u"A value is missing (%1); give one."_s.arg(text), code};
    case 787:
        return {ErrorKind::Constraint,
                u"A row would refer to one that is not there (%1); change the rows that refer to "
                "it first."_s.arg(text),
                code};
    case 1811:
        return {ErrorKind::Constraint,
                u"A trigger of the database forbids this change (%1); ask whoever wrote it."_s.arg(
                    text),
                code};
    default:
        return {ErrorKind::Constraint,
                u"The database forbids this change (%1); correct the value."_s.arg(text), code};
    }
}

} // namespace

Error nativeError(const Profile &profile, const QSqlError &error, bool prepared)
{
    const int code = error.nativeErrorCode().toInt();
    if (profile.driver == Driver::Sqlite)
        return sqliteError(profile, code, engineText(error, false));
    const QString text = engineText(error, prepared);
    return error.type() == QSqlError::ConnectionError && !prepared
               ? mysqlConnectError(profile, code, text)
               : mysqlStatementError(code, text);
}

} // namespace tagsmith
