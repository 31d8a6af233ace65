// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UndoCase.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** An undo while somebody else is at work: another undo, or the user who cancels. */
class TestUndoSideBySide : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();

    void oneOfTwoSucceeds();
    void cancelledInTheMiddleIsRolledBack();

private:
    VocabularyMapping m_mapping;
};

void TestUndoSideBySide::init()
{
    DatabaseTestCase::init();
    m_mapping = test::createUndoWorld(database());
    test::makeJournal(database());
}

void TestUndoSideBySide::oneOfTwoSucceeds()
{
    const QStringList before = test::dump(database());
    for (int round = 0; round < 5; ++round) {
        const QString id = test::journaled(database(), m_mapping,
                                           [](ScopedConnection &connection, const Vocabulary &) {
                                               test::removeRows(connection, u"tags"_s, u"id > 0"_s);
                                           });
        std::promise<void> start;
        const std::shared_future<void> started(start.get_future());
        const auto undo = [&] {
            started.wait();
            return errorOf([&] { test::undo(database(), m_mapping, id); });
        };
        auto first = std::async(std::launch::async, undo);
        auto second = std::async(std::launch::async, undo);
        start.set_value();
        const std::optional<Error> failures[] = {first.get(), second.get()};
        QVERIFY(failures[0].has_value() != failures[1].has_value());
        const Error error = *failures[failures[0] ? 0 : 1];
        QVERIFY2(error.kind == ErrorKind::Refused, qPrintable(error.message));
        QVERIFY2(error.message.contains(u"was undone already"_s), qPrintable(error.message));
        QCOMPARE(test::dump(database()), before);
        QCOMPARE(database().number(u"SELECT COUNT(*) FROM tagsmith_operation"_s), 2 * (round + 1));
    }
}

void TestUndoSideBySide::cancelledInTheMiddleIsRolledBack()
{
    const QString id = test::journaled(
        database(), m_mapping, [](ScopedConnection &connection, const Vocabulary &) {
            QStringList values;
            for (int i = 101; i <= 5100; ++i)
                values << u"(%1, 'n%1', NULL, 0)"_s.arg(i);
            Statement(connection, u"INSERT INTO tags VALUES "_s + values.join(u',')).execute();
            recordInsert(connection, {u"tags"_s, {}, {}, u"id > 100"_s});
        });
    if (isMariaDb()) {
        database().execute(u"CREATE TRIGGER slow BEFORE DELETE ON tags FOR EACH ROW IF OLD.id = "
                           "5000 THEN SET @slept = SLEEP(10000); END IF"_s);
    } else {
        database().execute(u"CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                           "SELECT i + 1 FROM n) SELECT i FROM n"_s);
        database().execute(u"CREATE TRIGGER slow BEFORE DELETE ON tags WHEN OLD.id = 5000 BEGIN "
                           "SELECT COUNT(*) FROM endless; END"_s);
    }
    const QStringList before = test::dump(database());
    const CancelToken token;
    std::promise<void> begun;
    auto worker = std::async(std::launch::async, [&] {
        return errorOf([&] {
            ScopedConnection connection(database().profile(), token);
            const Vocabulary vocabulary =
                resolveVocabulary(readSchema(connection), m_mapping, Lacking::Refuse);
            connection.pauseForeignKeys();
            const Transaction transaction(connection, Transaction::Mode::Write);
            if (const auto kill = connection.killer()) // SQLite asks the token
                token.setInterrupter(kill);
            begun.set_value();
            Journal journal(connection, test::head(u"undo"_s, id));
            undoOperation(connection, vocabulary, UndoRequest{id}, &journal);
        });
    });
    begun.get_future().wait();
    if (isMariaDb()) {
        QTRY_COMPARE(database().number(u"SELECT COUNT(*) FROM information_schema.processlist WHERE "
                                       "state = 'User sleep'"_s),
                     1);
    }
    token.cancel();
    COMPARE_KIND(worker.get(), ErrorKind::Cancelled);
    QCOMPARE(test::dump(database()), before);
    database().execute(u"DROP TRIGGER slow"_s);
    test::undo(database(), m_mapping, id);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 3);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestUndoSideBySide)
#include "TestUndoSideBySide.moc"
