// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "FaultWorld.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Job;
using test::Told;

/** The server is killed in the middle of an operation and started again. */
class TestServerKilled : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void wholeOrAbsentAndTold_data();
    void wholeOrAbsentAndTold();

private:
    test::FaultWorld m_world;
    DatabaseExecutor m_executor;
    TagRepository m_repository{m_executor};
    TagSource m_source = m_world.source(m_repository);
};

void TestServerKilled::wholeOrAbsentAndTold_data()
{
    test::addJobs();
}

void TestServerKilled::wholeOrAbsentAndTold()
{
    QFETCH(const Job, job);
    m_executor.setFirstRetryPause(std::chrono::milliseconds(200)); // a start takes its time
    m_world.rebuild();
    const QStringList before = m_world.dump();
    m_world.proxy().arm({});
    QVERIFY(test::perform(job, m_repository, m_source).ok);
    const QStringList after = m_world.dump();
    const std::vector<ProxiedPacket> packets = m_world.proxy().packets();
    const size_t begin = test::findQuery(packets, "START TRANSACTION");
    const size_t commit = test::findQuery(packets, "COMMIT");
    const auto crash = [this] { m_world.server().crash(); };
    const std::vector<ProxyFault> moments = {
        {begin + (commit - begin) / 3, ProxyFault::CutAfter, false, crash},
        {begin + (commit - begin) / 3 * 2, ProxyFault::CutBefore, false, crash},
        {commit, ProxyFault::CutBefore, false, crash},     // before it
        {commit, ProxyFault::CutAfter, false, crash},      // with it on its way
        {commit + 1, ProxyFault::CutBefore, false, crash}, // after it
    };
    int done = 0;
    for (const ProxyFault &moment : moments) {
        m_world.rebuild();
        m_world.proxy().arm({moment});
        QObject receiver;
        std::optional<Told> told;
        test::begin(job, m_repository, m_source, &receiver,
                    [&told](const Told &answer) { told = answer; });
        m_world.proxy().waitForFault();
        QVERIFY2(m_world.server().restart(), qPrintable(m_world.server().error()));
        QTRY_VERIFY_WITH_TIMEOUT(told, 60'000);

        const QStringList now = m_world.dump();
        const bool isThere = now == after;
        QVERIFY2(isThere || now == before, qPrintable(now.join(u'\n')));
        QCOMPARE(m_world.operations().size(), isThere ? 1 : 0);
        QCOMPARE(m_world.strayChanges(), 0);
        if (told->ok) {
            QVERIFY(isThere);
            QCOMPARE(m_world.operations(), QStringList{told->operation});
            ++done;
        } else if (told->error.kind != ErrorKind::OutcomeUnknown) {
            QVERIFY2(!isThere, qPrintable(told->error.message));
            QVERIFY2(told->error.kind == ErrorKind::Connection, qPrintable(told->error.message));
        }
        if (!isThere) // the server takes it now
            QVERIFY(test::perform(job, m_repository, m_source).ok);
        QCOMPARE(m_world.dump(), after);
    }
    QVERIFY(done > 0); // it does come back in time
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestServerKilled)
#include "TestServerKilled.moc"
