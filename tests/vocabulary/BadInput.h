// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"
#include "support/ErrorOf.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/SetTag.h"
#include "vocabulary/TagTables.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

/** What the tests of bad input share: tables, a mapping of them, and the operations on them. */
namespace tagsmith::test
{

/** @p name as an identifier of the engine. */
inline QString identifier(QString name)
{
    const QChar quote = TestDatabase::isMariaDb() ? u'`' : u'"';
    name.replace(quote, QString(2, quote));
    return quote + name + quote;
}

/** @p text as a literal of the engine. */
inline QString literal(QString text)
{
    text.replace(u'\'', QStringLiteral("''"));
    if (TestDatabase::isMariaDb())
        text.replace(u'\\', QStringLiteral("\\\\"));
    return u'\'' + text + u'\'';
}

/** Every row of every table with the bytes of its values, in a fixed order. */
inline QStringList everyByte(const TestDatabase &database)
{
    const bool mariaDb = TestDatabase::isMariaDb();
    const QStringList tables = database.column(
        mariaDb ? QStringLiteral("SELECT TABLE_NAME FROM information_schema.TABLES WHERE "
                                 "TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' "
                                 "ORDER BY BINARY TABLE_NAME")
                : QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"));
    QStringList all;
    for (const QString &table : tables) {
        const QStringList columns = database.column(
            (mariaDb ? QStringLiteral("SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE "
                                      "TABLE_SCHEMA = DATABASE() AND TABLE_NAME = %1 "
                                      "ORDER BY ORDINAL_POSITION")
                     : QStringLiteral("SELECT name FROM pragma_table_xinfo(%1) ORDER BY cid"))
                .arg(literal(table)));
        QStringList values;
        for (const QString &column : columns)
            values << (mariaDb ? QStringLiteral("HEX(%1)") : QStringLiteral("quote(%1)"))
                          .arg(identifier(column));
        const QStringList rows =
            rowTexts(database,
                     QStringLiteral("SELECT %1 FROM %2").arg(values.join(u','), identifier(table)));
        all << table + QStringLiteral(": ") + columns.join(u'|');
        for (const QString &row : rows)
            all << table + QStringLiteral(": ") + row;
    }
    return all;
}

/** What is wrong with @p message as one sentence that says what to do; empty where nothing is. */
inline QString faultOf(const QString &message)
{
    static const QRegularExpression secondSentence(QStringLiteral("[.!?] +[A-Z“]"));
    static const QRegularExpression advice(
        QStringLiteral("; |check|correct|choose|refresh|look|so that|try again|wait|convert"));
    if (message.isEmpty() || message.simplified() != message)
        return QStringLiteral("is not one line");
    if (!message.endsWith(u'.') || message.endsWith(QStringLiteral("..")))
        return QStringLiteral("does not end with a full stop");
    if (message.contains(secondSentence))
        return QStringLiteral("has more than one sentence");
    if (!message.contains(advice))
        return QStringLiteral("does not say what to do");
    return {};
}

enum class Op { Merge, Rename, Delete, Set, Add };

inline const char *nameOf(Op op)
{
    switch (op) {
    case Op::Merge: return "merge";
    case Op::Rename: return "rename";
    case Op::Delete: return "delete";
    case Op::Set: return "set";
    case Op::Add: return "add";
    }
    return "";
}

/** What the operations are done to; the names are those of createShelf(). */
struct Wish
{
    QString tag = QStringLiteral("Perl");
    QString target = QStringLiteral("Go");
    QString newName = QStringLiteral("Raku");
    QString column = QStringLiteral("color");
};

inline Receipt perform(Op op, ScopedConnection &connection, const Vocabulary &vocabulary,
                       const Wish &wish = {})
{
    switch (op) {
    case Op::Merge: return mergeTags(connection, vocabulary, {{wish.tag}, wish.target});
    case Op::Rename: return renameTag(connection, vocabulary, {wish.tag, wish.newName});
    case Op::Delete: return deleteTags(connection, vocabulary, {{wish.tag}, true});
    case Op::Set:
        return setTag(connection, vocabulary, {wish.tag, {{wish.column, QStringLiteral("red")}}});
    case Op::Add: break;
    }
    return addTags(connection, vocabulary, {{wish.newName}, {}});
}

/** What happens to the database after it was inspected. */
using Meanwhile = std::function<void(Vocabulary &)>;

/** Inspects with @p mapping, lets @p meanwhile happen, and does one operation, as the executor. */
inline Receipt performMapped(const Profile &profile, const VocabularyMapping &mapping, Op op,
                             const Wish &wish = {}, const Meanwhile &meanwhile = {})
{
    ScopedConnection connection(profile);
    Vocabulary vocabulary = resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
    if (meanwhile)
        meanwhile(vocabulary);
    Transaction transaction(connection, Transaction::Mode::Write);
    Receipt receipt = perform(op, connection, vocabulary, wish);
    transaction.commit();
    return receipt;
}

/**
 * `tags(id, name, color, uses, parent)` with Go, Perl, PHP beneath Perl, and Rust; `links` hold the
 * id, `notes` the name.
 */
inline VocabularyMapping createShelf(const TestDatabase &database)
{
    createTable(database,
                QStringLiteral("tags (id INTEGER NOT NULL PRIMARY KEY%1, %2 NOT NULL "
                               "UNIQUE, color VARCHAR(20), uses INTEGER, parent INTEGER)")
                    .arg(TestDatabase::isMariaDb() ? QStringLiteral(" AUTO_INCREMENT") : QString(),
                         textColumn(QStringLiteral("name"), caseBlind())));
    createTable(database, QStringLiteral("links (item INTEGER NOT NULL, tag_id INTEGER NOT NULL, "
                                         "PRIMARY KEY (item, tag_id))"));
    createTable(database, QStringLiteral("notes (id INTEGER NOT NULL PRIMARY KEY, "
                                         "tag_name VARCHAR(190), note VARCHAR(20))"));
    database.execute(QStringLiteral(
        "INSERT INTO tags VALUES (1, 'Go', NULL, 1, NULL), (2, 'Perl', 'blue', 2, NULL), "
        "(3, 'PHP', NULL, 1, 2), (4, 'Rust', NULL, 1, NULL)"));
    database.execute(
        QStringLiteral("INSERT INTO links VALUES (7, 1), (7, 2), (8, 2), (9, 3), (9, 4)"));
    database.execute(
        QStringLiteral("INSERT INTO notes VALUES (1, 'Perl', 'a'), (2, 'Go', 'b'), (3, NULL, '')"));

    VocabularyMapping mapping;
    mapping.name = mapping.table = QStringLiteral("tags");
    mapping.keyName = QStringLiteral("id");
    mapping.nameName = QStringLiteral("name");
    Reference links;
    links.table = QStringLiteral("links");
    links.column = QStringLiteral("tag_id");
    links.objects = {{{QStringLiteral("item")}}};
    Reference notes;
    notes.table = QStringLiteral("notes");
    notes.column = QStringLiteral("tag_name");
    notes.target = QStringLiteral("name");
    mapping.references = {links, notes};
    mapping.counters = {{QStringLiteral("uses"), links.table, links.column}};
    mapping.hierarchy = Hierarchy{QStringLiteral("parent")};
    return mapping;
}

/** A trigger that refuses every @p event ("UPDATE", "DELETE" …) on @p table. */
inline QString refusingTrigger(const QString &table, const QString &event)
{
    return (TestDatabase::isMariaDb()
                ? QStringLiteral("CREATE TRIGGER stop BEFORE %2 ON %1 FOR EACH ROW SIGNAL SQLSTATE "
                                 "'45000' SET MESSAGE_TEXT = 'not today'")
                : QStringLiteral("CREATE TRIGGER stop BEFORE %2 ON %1 BEGIN SELECT RAISE(ABORT, "
                                 "'not today'); END"))
        .arg(table, event);
}

} // namespace tagsmith::test

/** Fails unless @p error is one good sentence of @p kind that has @p part. */
#define VERIFY_REFUSAL(error, expectedKind, part)                                                  \
    do {                                                                                           \
        COMPARE_KIND(error, expectedKind);                                                         \
        const QString fault = tagsmith::test::faultOf((error)->message);                           \
        QVERIFY2(fault.isEmpty(), qPrintable((error)->message + QStringLiteral(" -- ") + fault));  \
        QVERIFY2((error)->message.contains(part), qPrintable((error)->message));                   \
    } while (false)
