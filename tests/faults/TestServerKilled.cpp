// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

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
    test::CutLinks m_links{std::chrono::milliseconds(200)}; // a start takes its time
};

void TestServerKilled::wholeOrAbsentAndTold_data()
{
    test::addJobs();
}

void TestServerKilled::wholeOrAbsentAndTold()
{
    QFETCH(const Job, job);
    test::FaultWorld &world = m_links.world();
    const test::CutLinks::Course course = m_links.course(job);
    const auto crash = [&world] { world.server().crash(); };
    const auto atCommit = [&crash](ProxyFault::Kind kind, size_t packet) {
        return ProxyFault{packet, kind, false, crash, "COMMIT"};
    };
    const size_t third = (course.commit - course.begin) / 3;
    const std::vector<ProxyFault> moments = {
        {course.begin + third, ProxyFault::CutAfter, false, crash},
        {course.begin + 2 * third, ProxyFault::CutBefore, false, crash},
        atCommit(ProxyFault::CutBefore, 0), // before it
        atCommit(ProxyFault::CutAfter, 0),  // with it on its way
        atCommit(ProxyFault::CutBefore, 1), // after it
    };
    int done = 0;
    for (const ProxyFault &moment : moments) {
        world.rebuild();
        world.proxy().arm({moment});
        QObject receiver;
        std::optional<Told> told;
        test::begin(job, m_links.repository(), m_links.source(), &receiver,
                    [&told](const Told &answer) { told = answer; });
        QVERIFY(world.proxy().waitForFault());
        QVERIFY2(world.server().restart(), qPrintable(world.server().error()));
        QTRY_VERIFY_WITH_TIMEOUT(told, 60'000);

        const QStringList now = world.dump();
        const bool isThere = now == course.after;
        QVERIFY2(isThere || now == course.before, qPrintable(now.join(u'\n')));
        QCOMPARE(world.operations().size(), isThere ? 1 : 0);
        QCOMPARE(world.strayChanges(), 0);
        if (told->ok) {
            QVERIFY(isThere);
            QCOMPARE(world.operations(), QStringList{told->operation});
            ++done;
        } else if (told->error.kind != ErrorKind::OutcomeUnknown) {
            QVERIFY2(!isThere, qPrintable(told->error.message));
            QVERIFY2(told->error.kind == ErrorKind::Connection, qPrintable(told->error.message));
        }
        if (!isThere) // the server takes it now
            QVERIFY(m_links.run(job).ok);
        QCOMPARE(world.dump(), course.after);
    }
    QVERIFY(done > 0); // it does come back in time
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestServerKilled)
#include "TestServerKilled.moc"
