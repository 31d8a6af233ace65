// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/History.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/JournalRetention.h"
#include "vocabulary/JournalTables.h"

#include <QDateTime>
#include <QTimeZone>
#include <QUuid>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype minPrefix = 4;

QString entriesSql()
{
    return u"SELECT number, id, kind, vocabulary, author, CAST(at AS CHAR), summary, row_count, "
           "byte_count, undoes, undone_by FROM tagsmith_operation "_s;
}

QDateTime utcTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

OperationEntry entryOf(const Statement &statement)
{
    OperationEntry entry;
    entry.number = statement.integer(0);
    entry.id = statement.text(1);
    entry.kind = statement.text(2);
    entry.vocabulary = statement.text(3);
    entry.author = statement.text(4);
    entry.at = utcTime(statement.text(5));
    entry.summary = statement.text(6);
    entry.rows = statement.integer(7);
    entry.bytes = statement.integer(8);
    entry.undoes = statement.text(9);
    entry.undoneBy = statement.text(10);
    return entry;
}

/** @p text for LIKE … ESCAPE '!'. */
QString pattern(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'!' || c == u'%' || c == u'_')
            escaped += u'!';
        escaped += c;
    }
    return u'%' + escaped + u'%';
}

/** "summary, author or kind have it", for three parameters. */
QString textCondition(const ScopedConnection &connection)
{
    QStringList conditions;
    for (const auto &column : {"summary"_L1, "author"_L1, "kind"_L1}) {
        conditions << (connection.isSqlite()
                           ? u"tagsmith_fold(%1) LIKE tagsmith_fold(?) ESCAPE '!'"_s.arg(column)
                           : u"%1 COLLATE utf8mb4_general_ci LIKE ? ESCAPE '!'"_s.arg(column));
    }
    return u'(' + conditions.join(u" OR "_s) + u')';
}

/** The number that @p name, trimmed, is, with or without "#". */
std::optional<qint64> numberIn(const QString &name)
{
    bool isNumber = false;
    const qint64 number =
        QStringView(name).mid(name.startsWith(u'#') ? 1 : 0).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QString byNumber(qint64 number)
{
    return u"number = "_s + QString::number(number);
}

/** What only the row that @p name means in full can meet; written anew, so that it is no text of
 * the user's. */
std::optional<QString> exactCondition(const QString &name)
{
    if (const auto number = numberIn(name.trimmed()))
        return byNumber(*number);
    const QString id = QUuid::fromString(name.trimmed()).toString(QUuid::WithoutBraces);
    const bool isWhole = id.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    return isWhole ? std::optional(u"id = '%1'"_s.arg(id)) : std::nullopt;
}

[[noreturn]] void failMissing(const QString &name)
{
    throw DatabaseError(
        ErrorKind::Missing,
        u"There is no operation %1 in the history; list it to see which there are."_s.arg(name));
}

/** The entries with @p condition, the newest first, at most two. */
std::vector<OperationEntry> findBy(ScopedConnection &connection, const QString &condition,
                                   const QString &value)
{
    std::vector<OperationEntry> found;
    Statement statement(connection, entriesSql() + u"WHERE "_s + condition +
                                        u" ORDER BY number DESC LIMIT 2"_s);
    statement.bind(value).execute();
    while (statement.next())
        found.push_back(entryOf(statement));
    return found;
}

/** findBy(), where there may be no journal. */
std::vector<OperationEntry> askJournal(ScopedConnection &connection, const QString &condition,
                                       const QString &value)
{
    try {
        return findBy(connection, condition, value);
    } catch (const DatabaseError &failure) {
        requireJournalAfter(connection, failure);
        throw;
    }
}

/** The only row with @p condition, locked; that of an index, so that no other is locked too. */
std::optional<OperationEntry> lockBy(ScopedConnection &connection, const QString &condition)
{
    try {
        Statement statement = Statement::asText(connection, entriesSql() + u"WHERE "_s + condition +
                                                                u" FOR UPDATE"_s);
        return statement.execute().next() ? std::optional(entryOf(statement)) : std::nullopt;
    } catch (const DatabaseError &failure) {
        requireJournalAfter(connection, failure);
        throw;
    }
}

OperationEntry newestOf(ScopedConnection &connection, const QString &vocabulary)
{
    const auto found = askJournal(
        connection, u"undone_by IS NULL AND undoes IS NULL AND vocabulary = ?"_s, vocabulary);
    if (!found.empty())
        return found.front();
    throw DatabaseError(ErrorKind::Missing,
                        u"There is no operation in the history that could be undone."_s);
}

} // namespace

HistoryPage readHistory(ScopedConnection &connection, const HistoryQuery &query)
{
    requireJournal(connection);
    QStringList conditions;
    if (!query.vocabulary.isEmpty())
        conditions << u"vocabulary = ?"_s;
    if (query.below > 0)
        conditions << u"number < ?"_s;
    if (!query.text.isEmpty())
        conditions << textCondition(connection);
    Statement statement(
        connection,
        entriesSql() +
            (conditions.isEmpty() ? QString() : u"WHERE "_s + conditions.join(u" AND "_s)) +
            u" ORDER BY number DESC LIMIT "_s + QString::number(query.limit + 1));
    if (!query.vocabulary.isEmpty())
        statement.bind(query.vocabulary);
    if (query.below > 0)
        statement.bind(query.below);
    if (!query.text.isEmpty()) {
        const QString like = pattern(query.text);
        statement.bind(like).bind(like).bind(like);
    }
    statement.execute();
    HistoryPage page;
    while (statement.next())
        page.entries.push_back(entryOf(statement));
    page.hasMore = page.entries.size() > static_cast<size_t>(query.limit);
    if (page.hasMore)
        page.entries.pop_back();
    return page;
}

OperationEntry findOperation(ScopedConnection &connection, const QString &name,
                             const QString &vocabulary)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty())
        return newestOf(connection, vocabulary);
    if (const auto number = numberIn(wanted)) {
        const auto found = askJournal(connection, u"number = ?"_s, QString::number(*number));
        if (!found.empty())
            return found.front();
    }
    if (wanted.size() < minPrefix) {
        requireJournal(connection);
        failMissing(name);
    }
    const auto found =
        askJournal(connection, u"id LIKE ? ESCAPE '!'"_s, pattern(wanted.toLower()).sliced(1));
    if (found.empty())
        failMissing(name);
    if (found.size() > 1) {
        throw DatabaseError(ErrorKind::Usage,
                            u"Several operations begin with %1; give more of it."_s.arg(name));
    }
    return found.front();
}

OperationEntry lockOperation(ScopedConnection &connection, const QString &name,
                             const QString &vocabulary)
{
    if (connection.isSqlite()) // the transaction is the only one that writes
        return findOperation(connection, name, vocabulary);
    if (const auto condition = exactCondition(name)) {
        if (auto entry = lockBy(connection, *condition))
            return *entry;
    }
    const OperationEntry entry = findOperation(connection, name, vocabulary);
    if (auto locked = lockBy(connection, byNumber(entry.number)))
        return *locked;
    failMissing(entry.id);
}

bool isInJournal(ScopedConnection &connection, const QString &id)
{
    if (!hasJournal(connection))
        return false;
    Statement statement(connection, u"SELECT 1 FROM tagsmith_operation WHERE id = ?"_s);
    statement.bind(id).execute();
    return statement.next();
}

qint64 clearHistory(ScopedConnection &connection, const QDateTime &before)
{
    requireJournal(connection);
    return dropOperationsBefore(connection, before, 0);
}

} // namespace tagsmith
