// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ErrorOf.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/MergeWorld.h"
#include "vocabulary/RecordingSink.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Announced;

/** Every statement of a merge that writes is announced with the very rows that it changes. */
class TestRecordedMerges : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void parentsInATableOfTheirOwn();
    void mergesAtRandom_data();
    void mergesAtRandom();

private:
    /** Runs @p operation, commits, and checks that all was announced; empty: it was. */
    template <class Operation>
    QString run(const VocabularyMapping &mapping, const Announced &least,
                const Operation &operation)
    {
        ScopedConnection connection(database().profile());
        const Vocabulary vocabulary =
            resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
        Transaction transaction(connection, Transaction::Mode::Write);
        const QString faults =
            test::announcementFaults(connection, least, [&] { operation(connection, vocabulary); });
        transaction.commit();
        return faults;
    }
};

void TestRecordedMerges::parentsInATableOfTheirOwn()
{
    test::createNumberedTags(database());
    test::insertRows(database(), u"tags"_s,
                     {u"1,T"_s, u"2,S"_s, u"3,R"_s, u"4,a"_s, u"5,b"_s, u"6,X"_s});
    test::createTable(database(), u"parents (child INTEGER NOT NULL, parent INTEGER NOT NULL, "
                                  "PRIMARY KEY (child, parent))"_s);
    database().execute(u"INSERT INTO parents VALUES (1, 2), (2, 6), (3, 0), (4, 2), (4, 3), "
                       "(5, 3), (5, 1), (6, 0)"_s);
    VocabularyMapping mapping = test::numberedTags();
    Hierarchy hierarchy{u"parent"_s};
    hierarchy.root = u"0"_s;
    hierarchy.table = u"parents"_s;
    hierarchy.childColumn = u"child"_s;
    mapping.hierarchy = hierarchy;
    QCOMPARE(run(mapping, {3, 2, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     mergeTags(connection, vocabulary, {{u"S"_s, u"R"_s}, u"T"_s});
                 }),
             QString());
    QCOMPARE(run(mapping, {2, 1, 0},
                 [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                     deleteTags(connection, vocabulary, {{u"T"_s}, true});
                 }),
             QString());
}

void TestRecordedMerges::mergesAtRandom_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
    const quint32 fresh = QRandomGenerator::global()->generate();
    QTest::addRow("seed %u, made now", fresh) << fresh;
}

void TestRecordedMerges::mergesAtRandom()
{
    QFETCH(const quint32, seed);
    test::MergeWorld world(database(), seed);
    world.build();
    const MergeRequest request = world.randomMerge();
    QString faults;
    const auto error = errorOf([&] {
        faults =
            run(world.mapping, {}, [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                mergeTags(connection, vocabulary, request);
            });
    });
    if (error)
        COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(faults, QString());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRecordedMerges)
#include "TestRecordedMerges.moc"
