// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"
#include "vocabulary/MergeWorld.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** One line of a random sheet. */
struct RandomAction
{
    QString action;
    QString name;
    QString target;
    QString value; ///< of the column uses; empty: the cell is
};

/**
 * Random sheets on random vocabularies, some with a trigger that fails amid a change: whatever was
 * done and rejected, an undo of the whole brings every table back.
 */
class TestActionsAtRandom : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void references_data() { seeds(); }
    void references();
    void minimal_data() { seeds(); }
    void minimal();
    void taggit_data() { seeds(); }
    void taggit();

private:
    static void seeds();
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    QString randomName();
    std::vector<RandomAction> randomActions(int count);
    QString sheetOf(const std::vector<RandomAction> &actions) const;
    void guardTag(const QString &table, const QString &column);
    void removeGuard();
    void check();
    void checkUndo(const QString &id, const QStringList &before, const QStringList &after);
    ImportAccount runSheet(const std::vector<RandomAction> &actions, const QString &id);
    void runSingly(const std::vector<RandomAction> &actions);
    void runOne(const RandomAction &action);

    QRandomGenerator m_random;
    test::FindVocabulary m_find;
    bool m_hasUses = false;
    bool m_withTaggings = false;
    bool m_isGuarded = false;
    bool m_reusesKeys = false; ///< a tag that is added anew gets the key that it had
};

void TestActionsAtRandom::seeds()
{
    QTest::addColumn<quint32>("seed");
    // TAGSMITH_SEEDS asks for more of them, for a longer search.
    bool isLonger = false;
    const int asked = qEnvironmentVariableIntValue("TAGSMITH_SEEDS", &isLonger);
    const quint32 last = isLonger ? static_cast<quint32>(asked) : 5;
    for (quint32 seed = 1; seed <= last; ++seed)
        QTest::addRow("seed %u", seed) << seed;
    const quint32 fresh = QRandomGenerator::global()->generate();
    QTest::addRow("seed %u, made now", fresh) << fresh;
}

/** Often one that is there, or was, now and then in other letters. */
QString TestActionsAtRandom::randomName()
{
    const QString name = (below(4) == 0 ? u"new %1"_s : u"tag %1"_s).arg(1 + below(9));
    return below(12) == 0 ? name.toUpper() : name;
}

std::vector<RandomAction> TestActionsAtRandom::randomActions(int count)
{
    static const QStringList words{u"add"_s,    u"add"_s,   u"set"_s,   u"rename"_s,
                                   u"rename"_s, u"merge"_s, u"merge"_s, u"delete"_s};
    std::vector<RandomAction> actions;
    for (int i = 0; i < count; ++i) {
        RandomAction action{words.at(below(static_cast<int>(words.size()))), randomName(), {}, {}};
        if (action.action == "merge"_L1) {
            for (int more = below(3); more > 0; --more)
                action.name += u';' + randomName();
        }
        if (action.action == "merge"_L1 || action.action == "rename"_L1)
            action.target = randomName();
        if (m_hasUses && below(2) == 0)
            action.value = QString::number(below(9));
        actions.push_back(action);
    }
    return actions;
}

QString TestActionsAtRandom::sheetOf(const std::vector<RandomAction> &actions) const
{
    QString sheet = m_hasUses ? u"action,name,target,uses\n"_s : u"action,name,target\n"_s;
    for (const RandomAction &action : actions) {
        sheet += u"%1,%2,%3"_s.arg(action.action, action.name, action.target);
        sheet += m_hasUses ? u",%1\n"_s.arg(action.value) : u"\n"_s;
    }
    return sheet;
}

/** A merge or deletion of "tag 2" fails at its end, and a rename to "new 2" as well. */
void TestActionsAtRandom::guardTag(const QString &table, const QString &column)
{
    m_isGuarded = below(2) == 0;
    if (!m_isGuarded)
        return;
    const QString begin = u"CREATE TRIGGER guard_%1 BEFORE %1 ON %2 FOR EACH ROW "_s;
    const QString deleted = begin.arg(u"DELETE"_s, table);
    const QString updated = begin.arg(u"UPDATE"_s, table);
    if (isMariaDb()) {
        const QString stop = u"IF %1.%2 = '%3' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = "
                             "'guarded'; END IF"_s;
        database().execute(deleted + stop.arg(u"OLD"_s, column, u"tag 2"_s));
        database().execute(updated + stop.arg(u"NEW"_s, column, u"new 2"_s));
        return;
    }
    const QString stop = u"WHEN %1.%2 = '%3' BEGIN SELECT RAISE(ABORT, 'guarded'); END"_s;
    database().execute(deleted + stop.arg(u"OLD"_s, column, u"tag 2"_s));
    database().execute(updated + stop.arg(u"NEW"_s, column, u"new 2"_s));
}

/** An undo would be stopped as well. */
void TestActionsAtRandom::removeGuard()
{
    if (!m_isGuarded)
        return;
    database().execute(u"DROP TRIGGER guard_DELETE"_s);
    database().execute(u"DROP TRIGGER guard_UPDATE"_s);
}

ImportAccount TestActionsAtRandom::runSheet(const std::vector<RandomAction> &actions,
                                            const QString &id)
{
    ImportRequest request = test::importOf(sheetOf(actions));
    request.listSeparator = u";"_s;
    request.withTaggings = m_withTaggings;
    return test::journaled(database(), m_find, u"import"_s, id,
                           [&request](ScopedConnection &connection, const Vocabulary &vocabulary) {
                               return importTags(connection, vocabulary, request,
                                                 [](const Progress &) {});
                           });
}

void TestActionsAtRandom::runOne(const RandomAction &action)
{
    ScopedConnection connection(database().profile());
    const Vocabulary vocabulary = m_find(connection);
    Transaction transaction(connection, Transaction::Mode::Write);
    std::vector<ColumnValue> values;
    if (!action.value.isEmpty())
        values.push_back({u"uses"_s, action.value});
    if (action.action == "add"_L1)
        addTags(connection, vocabulary, {{action.name}, values});
    else if (action.action == "set"_L1)
        setTag(connection, vocabulary, {action.name, values});
    else if (action.action == "rename"_L1)
        renameTag(connection, vocabulary, {action.name, action.target});
    else if (action.action == "merge"_L1)
        mergeTags(connection, vocabulary, {action.name.split(u';'), action.target});
    else
        deleteTags(connection, vocabulary, {{action.name}, m_withTaggings});
    transaction.commit();
}

/** Each as an operation of its own; one that fails changes nothing. */
void TestActionsAtRandom::runSingly(const std::vector<RandomAction> &actions)
{
    for (const RandomAction &action : actions) {
        [[maybe_unused]] const auto error = errorOf([&] { runOne(action); });
    }
}

void TestActionsAtRandom::check()
{
    test::needJournal(database());
    m_withTaggings = below(2) == 0;
    const QStringList before = test::contentsOf(database());
    const std::vector<RandomAction> actions = randomActions(30);
    const QString id = test::newOperationId();
    std::optional<ImportAccount> account;
    const auto failure = errorOf([&] { account = runSheet(actions, id); });
    QVERIFY2(!failure, failure ? qPrintable(failure->message) : "");
    QVERIFY(account->balances());
    QCOMPARE(account->read, 30);
    QCOMPARE(account->content, ImportContent::Actions);
    const QStringList after = test::contentsOf(database());
    if (!m_isGuarded && m_reusesKeys) {
        checkUndo(id, before, after);
        runSingly(actions);
        QCOMPARE(test::contentsOf(database()), after);
        return;
    }
    removeGuard();
    checkUndo(id, before, after);
}

void TestActionsAtRandom::checkUndo(const QString &id, const QStringList &before,
                                    const QStringList &after)
{
    QString undone;
    auto error = errorOf([&] { undone = test::undo(database(), m_find, id); });
    QVERIFY2(!error, error ? qPrintable(u"undo: "_s + test::messageOf(*error)) : "");
    QCOMPARE(test::contentsOf(database()), before);
    QString redone;
    error = errorOf([&] { redone = test::undo(database(), m_find, undone); });
    QVERIFY2(!error, error ? qPrintable(u"redo: "_s + test::messageOf(*error)) : "");
    QCOMPARE(test::contentsOf(database()), after);
    error = errorOf([&] { test::undo(database(), m_find, redone); });
    QVERIFY2(!error, error ? qPrintable(u"undo again: "_s + test::messageOf(*error)) : "");
    QCOMPARE(test::contentsOf(database()), before);
}

void TestActionsAtRandom::references()
{
    QFETCH(const quint32, seed);
    m_random.seed(seed);
    test::MergeWorld world(database(), seed);
    world.makesKeys = true;
    world.build();
    m_reusesKeys = !isMariaDb();
    m_hasUses = world.mapping.counters.empty();
    m_find = [&world](ScopedConnection &connection) {
        return resolveVocabulary(readSchema(connection), world.mapping, Lacking::Refuse);
    };
    guardTag(u"tags"_s, u"name"_s);
    check();
}

void TestActionsAtRandom::minimal()
{
    QFETCH(const quint32, seed);
    m_random.seed(seed);
    m_hasUses = true;
    m_reusesKeys = true;
    test::createTags(database(), below(2) == 0 ? test::bytewise() : test::caseBlind(),
                     u", uses INTEGER"_s);
    for (int i = 1; i <= 6; ++i)
        database().execute(u"INSERT INTO tags VALUES ('tag %1', %1)"_s.arg(i));
    m_find = test::vocabularyCalled({});
    guardTag(u"tags"_s, u"tag_id"_s);
    check();
}

void TestActionsAtRandom::taggit()
{
    QFETCH(const quint32, seed);
    m_random.seed(seed);
    m_hasUses = false;
    m_reusesKeys = false;
    test::createPresetTables(database(), u"django-taggit"_s);
    database().execute(
        u"INSERT INTO django_content_type (id, app_label, model) VALUES (1, 'blog', 'post')"_s);
    for (int tag = 1; tag <= 6; ++tag) {
        database().execute(u"INSERT INTO taggit_tag (id, name, slug) VALUES (%1, 'tag %1', "
                           "'tag-%1')"_s.arg(tag));
        for (int object = 1; object <= 5; ++object) {
            if (below(2) == 0)
                continue;
            database().execute(u"INSERT INTO taggit_taggeditem (content_type_id, object_id, "
                               "tag_id) VALUES (1, %1, %2)"_s.arg(object)
                                   .arg(tag));
        }
    }
    m_find = test::vocabularyCalled(u"taggit_tag"_s);
    guardTag(u"taggit_tag"_s, u"name"_s);
    check();
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestActionsAtRandom)
#include "TestActionsAtRandom.moc"
