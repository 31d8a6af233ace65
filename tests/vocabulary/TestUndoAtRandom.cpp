// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ErrorOf.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"
#include "vocabulary/MergeWorld.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::MergeWorld;
using test::WorldLink;

/** One operation that was done, and every row of the database before and after it. */
struct Done
{
    QString id;
    QString kind;
    QStringList before;
    QStringList after;
};

/** Random vocabularies, random operations on them, and what undoing them in any order must keep. */
class TestUndoAtRandom : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void walksBack_data() { seeds(); }
    void walksBack();
    void anyOrder_data() { seeds(); }
    void anyOrder();

private:
    static void seeds();
    void build(quint32 seed);
    void operateAtRandom(int count);
    std::optional<Error> change();
    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    QString randomKey();
    QStringList randomKeys(int most);
    std::vector<ColumnValue> randomValues();
    QString randomFile();
    QStringList rows() { return test::contentsOf(database()); }
    void checkNothingDangles();
    void undoOutOfOrder(const Done &done, std::vector<Done> &undone);

    QRandomGenerator m_random;
    std::unique_ptr<MergeWorld> m_world;
    test::FindVocabulary m_find;
    std::vector<Done> m_done;
    int m_newNames = 0;
};

namespace
{

const QStringList &kinds()
{
    static const QStringList all{u"add"_s,   u"set"_s,    u"rename"_s,
                                 u"merge"_s, u"delete"_s, u"import"_s};
    return all;
}

/** The lines of @p left that are not in @p right; both are sorted, and a line may stand twice. */
QStringList without(QStringList left, QStringList right)
{
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    QStringList rest;
    std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(rest));
    return rest;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

void TestUndoAtRandom::seeds()
{
    QTest::addColumn<quint32>("seed");
    // TAGSMITH_SEEDS asks for more of them, for a longer search.
    bool isLonger = false;
    const int asked = qEnvironmentVariableIntValue("TAGSMITH_SEEDS", &isLonger);
    const quint32 last = isLonger ? static_cast<quint32>(asked) : 6;
    for (quint32 seed = 1; seed <= last; ++seed)
        QTest::addRow("seed %u", seed) << seed;
    const quint32 fresh = QRandomGenerator::global()->generate();
    QTest::addRow("seed %u, made now", fresh) << fresh;
}

void TestUndoAtRandom::build(quint32 seed)
{
    m_random.seed(seed);
    m_done.clear();
    m_newNames = 0;
    m_world = std::make_unique<MergeWorld>(database(), seed);
    m_world->makesKeys = true;
    m_world->build();
    m_find = [this](ScopedConnection &connection) {
        return resolveVocabulary(readSchema(connection), m_world->mapping, Lacking::Refuse);
    };
    test::needJournal(database());
}

QString TestUndoAtRandom::randomKey()
{
    const QStringList keys = database().column(u"SELECT id FROM tags ORDER BY id"_s);
    return keys.isEmpty() ? u"1"_s : keys.at(below(static_cast<int>(keys.size())));
}

QStringList TestUndoAtRandom::randomKeys(int most)
{
    QStringList keys;
    const int count = 1 + below(most);
    for (int i = 0; i < count; ++i)
        keys << randomKey();
    keys.removeDuplicates();
    return keys;
}

std::vector<ColumnValue> TestUndoAtRandom::randomValues()
{
    std::vector<ColumnValue> values;
    if (m_world->mapping.counters.empty())
        values.push_back({u"uses"_s, below(3) == 0 ? Cell() : Cell(QString::number(below(9)))});
    if (m_world->hasParents && below(2) == 0)
        values.push_back({u"parent"_s, below(3) == 0 ? Cell() : Cell(randomKey())});
    return values;
}

/** A few names, some of them there already. */
QString TestUndoAtRandom::randomFile()
{
    const bool hasUses = m_world->mapping.counters.empty();
    QString file = hasUses ? u"name,uses\n"_s : u"name\n"_s;
    for (int i = below(5); i >= 0; --i) {
        file += u"tag %1"_s.arg(1 + below(15));
        file += hasUses ? u",%1\n"_s.arg(below(9)) : u"\n"_s;
    }
    return file;
}

/** A random operation; what it leaves goes into m_done. The error where it cannot be done. */
std::optional<Error> TestUndoAtRandom::change()
{
    Done done{
        test::newOperationId(), kinds().at(below(static_cast<int>(kinds().size()))), rows(), {}};
    const auto run = [&](const auto &request, const auto &operation) {
        test::journaled(database(), m_find, done.kind, done.id,
                        [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                            return operation(connection, vocabulary, request);
                        });
    };
    const QString newName =
        below(3) == 0 ? u"tag %1"_s.arg(1 + below(15)) : u"new %1"_s.arg(++m_newNames);
    const auto error = errorOf([&] {
        if (done.kind == "add"_L1) {
            run(AddRequest{{newName, u"more %1"_s.arg(++m_newNames)}, randomValues()}, addTags);
        } else if (done.kind == "set"_L1) {
            run(SetRequest{randomKey(), randomValues(), false, TagAddress::Key}, setTag);
        } else if (done.kind == "rename"_L1) {
            run(RenameRequest{randomKey(), newName, false, TagAddress::Key}, renameTag);
        } else if (done.kind == "merge"_L1) {
            run(MergeRequest{randomKeys(3), randomKey(), false, TagAddress::Key}, mergeTags);
        } else if (done.kind == "delete"_L1) {
            run(DeleteRequest{randomKeys(2), true, false, TagAddress::Key}, deleteTags);
        } else {
            run(test::importOf(randomFile(), FileFormat::Csv, OnExisting::Update),
                [](ScopedConnection &connection, const Vocabulary &vocabulary,
                   const ImportRequest &request) {
                    return importTags(connection, vocabulary, request, [](const Progress &) {});
                });
        }
    });
    done.after = rows();
    if (!error)
        m_done.push_back(done);
    else if (done.after != done.before)
        return Error{ErrorKind::Internal, u"A failed operation has changed rows."_s};
    return error;
}

void TestUndoAtRandom::operateAtRandom(int count)
{
    for (int tries = 0; static_cast<int>(m_done.size()) < count && tries < 3 * count; ++tries) {
        const auto error = change();
        const bool isExpected =
            !error || error->kind == ErrorKind::Refused || error->kind == ErrorKind::Conflict ||
            error->kind == ErrorKind::Usage || error->kind == ErrorKind::Missing;
        QVERIFY2(isExpected, error ? qPrintable(error->message) : "");
        checkNothingDangles();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestUndoAtRandom::checkNothingDangles()
{
    const QString binary = u" COLLATE "_s + test::bytewise();
    for (const WorldLink &link : m_world->links) {
        const Reference *reference = nullptr;
        for (const Reference &one : m_world->mapping.references) {
            if (one.table == link.table)
                reference = &one;
        }
        const QString scope = reference->scope.empty()
                                  ? QString()
                                  : u" AND r.%1 = 'x'"_s.arg(reference->scope.front().column);
        const QString target = link.byName ? u"t.name"_s + binary : u"t.id"_s;
        QCOMPARE(database().column(u"SELECT r.tag FROM %1 AS r WHERE r.tag IS NOT NULL%2 AND NOT "
                                   "EXISTS (SELECT 1 FROM tags AS t WHERE r.tag = %3)"_s.arg(
                                       link.table, scope, target)),
                 QStringList());
    }
    QCOMPARE(database().column(u"SELECT c.parent FROM tags AS c WHERE c.parent IS NOT NULL AND NOT "
                               "EXISTS (SELECT 1 FROM tags AS t WHERE t.id = c.parent)"_s),
             QStringList());
}

void TestUndoAtRandom::walksBack()
{
    QFETCH(const quint32, seed);
    build(seed);
    operateAtRandom(5);
    // Each undo is taken back afterwards, and so are these: what was done, undone, redone, undone.
    for (int round = 0; round < 3 && !QTest::currentTestFailed(); ++round) {
        std::vector<Done> undone;
        for (auto done = m_done.rbegin(); done != m_done.rend(); ++done) {
            Done back{{}, u"undo of "_s + done->kind, done->after, done->before};
            const auto error = errorOf([&] { back.id = test::undo(database(), m_find, done->id); });
            QVERIFY2(!error,
                     error ? qPrintable(back.kind + u": "_s + test::messageOf(*error)) : "");
            QCOMPARE(rows(), back.after);
            undone.push_back(back);
        }
        m_done = undone;
    }
}

/** Takes one back while later ones stay; it may be in conflict with these. */
void TestUndoAtRandom::undoOutOfOrder(const Done &done, std::vector<Done> &undone)
{
    Done back{{}, u"undo of "_s + done.kind, rows(), {}};
    UndoRequest dry;
    dry.operation = done.id;
    dry.dryRun = true;
    const auto announced = errorOf([&] { test::undo(database(), m_find, dry, {}); });
    QCOMPARE(rows(), back.before);
    const auto error = errorOf([&] { back.id = test::undo(database(), m_find, done.id); });
    QCOMPARE(error.has_value(), announced.has_value());
    back.after = rows();
    if (error) {
        COMPARE_KIND(error, ErrorKind::Conflict);
        QVERIFY(error->conflicts && !error->conflicts->empty());
        QCOMPARE(back.after, back.before);
        return;
    }
    const QStringList made = without(done.after, done.before);
    const QStringList lost = without(done.before, done.after);
    if (without(made, back.before).isEmpty() && without(lost, back.before) == lost) {
        // Nobody has touched its rows since, or put any of them back: they are as they were, and
        // all others stay.
        QCOMPARE(sorted(back.after), sorted(without(back.before, made) + lost));
    }
    undone.push_back(back);
}

void TestUndoAtRandom::anyOrder()
{
    QFETCH(const quint32, seed);
    build(seed);
    operateAtRandom(6);
    std::vector<Done> order = m_done;
    std::shuffle(order.begin(), order.end(), m_random);
    std::vector<Done> undone;
    for (const Done &done : order) {
        if (!QTest::currentTestFailed())
            undoOutOfOrder(done, undone);
        if (!QTest::currentTestFailed())
            checkNothingDangles();
    }
    for (auto back = undone.rbegin(); back != undone.rend(); ++back) {
        if (QTest::currentTestFailed())
            return;
        const auto error = errorOf([&] { test::undo(database(), m_find, back->id); });
        QVERIFY2(!error, error ? qPrintable(u"redo: "_s + test::messageOf(*error)) : "");
        QCOMPARE(rows(), back->before);
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestUndoAtRandom)
#include "TestUndoAtRandom.moc"
