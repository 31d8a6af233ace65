// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/ScopedConnection.h"
#include "database/Transaction.h"
#include "support/TestDatabase.h"
#include "vocabulary/FindVocabularies.h"

namespace tagsmith::test
{

/** The collation that tells all spellings apart. */
inline QString bytewise()
{
    return TestDatabase::isMariaDb() ? QStringLiteral("utf8mb4_bin") : QStringLiteral("BINARY");
}

/** The usual collation to which letter case does not matter. */
inline QString caseBlind()
{
    return TestDatabase::isMariaDb() ? QStringLiteral("utf8mb4_general_ci")
                                     : QStringLiteral("NOCASE");
}

/** A column for text of 190 characters that compares in @p collation, as a table declares it. */
inline QString textColumn(const QString &name, const QString &collation)
{
    QString characterSet;
    if (TestDatabase::isMariaDb())
        characterSet = QStringLiteral(" CHARACTER SET ") + collation.section(u'_', 0, 0);
    return name + QStringLiteral(" VARCHAR(190)") + characterSet + QStringLiteral(" COLLATE ") +
           collation;
}

/** Makes a table, on MariaDB an InnoDB one in utf8mb4_bin. */
inline void createTable(const TestDatabase &database, const QString &nameAndColumns)
{
    QString options;
    if (TestDatabase::isMariaDb())
        options = QStringLiteral(" ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");
    database.execute(QStringLiteral("CREATE TABLE ") + nameAndColumns + options);
}

/** `tags` with the key `tag_id` in @p collation and @p moreColumns, which begin with a comma. */
inline void createTags(const TestDatabase &database, const QString &collation,
                       const QString &moreColumns = {})
{
    createTable(database, QStringLiteral("tags (%1 NOT NULL PRIMARY KEY%2)")
                              .arg(textColumn(QStringLiteral("tag_id"), collation), moreColumns));
}

/** Every row of @p sql as one text, "a|b|NULL", in binary order. */
inline QStringList rowTexts(const TestDatabase &database, const QString &sql)
{
    QStringList texts;
    const QList<QStringList> rows = database.rows(sql);
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << (cell.isNull() ? QStringLiteral("NULL") : cell);
        texts << cells.join(u'|');
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

enum class Then { Commit, RollBack };

/** Runs @p operation(connection, vocabulary) in one transaction, as the executor does. */
template <class Operation>
auto write(const TestDatabase &database, Then then, const Operation &operation)
{
    ScopedConnection connection(database.profile());
    const Vocabulary vocabulary = findVocabulary(connection, {});
    Transaction transaction(connection, Transaction::Mode::Write);
    auto answer = operation(connection, vocabulary);
    if (then == Then::Commit)
        transaction.commit();
    return answer;
}

/** Runs @p operation(connection, vocabulary) in one consistent read. */
template <class Operation>
auto read(const TestDatabase &database, const Operation &operation)
{
    ScopedConnection connection(database.profile());
    const Vocabulary vocabulary = findVocabulary(connection, {});
    const Transaction transaction(connection, Transaction::Mode::Read);
    return operation(connection, vocabulary);
}

} // namespace tagsmith::test
