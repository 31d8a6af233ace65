// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Job;
using test::Told;

/** A link on which no answer ever comes: who waits for it can stop waiting. */
class TestStalledLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void cleanup();
    void aCancellationEndsIt_data();
    void aCancellationEndsIt();
    void theLinkOfTheKillStallsToo();
    void theServerMayNotLetUsIn();
    void theCommitIsNotAnswered_data();
    void theCommitIsNotAnswered();
    void closingEndsIt();

private:
    static constexpr int longest = 60'000;

    std::optional<Told> cancelledAt(Job job, std::vector<ProxyFault> faults);
    void compareNothingDone(const std::optional<Told> &told, const test::CutLinks::Course &course);

    test::CutLinks m_links;
};

void TestStalledLinks::cleanup()
{
    m_links.world().proxy().arm({});
    m_links.world().proxy().revive();
}

/** What is told of @p job, which is cancelled when the first of @p faults has happened. */
std::optional<Told> TestStalledLinks::cancelledAt(Job job, std::vector<ProxyFault> faults)
{
    m_links.world().rebuild();
    m_links.world().proxy().arm(std::move(faults));
    QObject receiver;
    std::optional<Told> told;
    const CancelToken token = test::begin(job, m_links.repository(), m_links.source(), &receiver,
                                          [&told](const Told &answer) { told = answer; });
    (void)QTest::qWaitFor(
        [&] { return told.has_value() || m_links.world().proxy().faultsDone() > 0; }, longest);
    token.cancel();
    (void)QTest::qWaitFor([&told] { return told.has_value(); }, longest);
    return told;
}

void TestStalledLinks::compareNothingDone(const std::optional<Told> &told,
                                          const test::CutLinks::Course &course)
{
    QVERIFY(told);
    QVERIFY(!told->ok);
    QVERIFY2(told->error.kind == ErrorKind::Cancelled, qPrintable(told->error.message));
    QCOMPARE(m_links.world().dump(), course.before);
    QCOMPARE(m_links.world().operations(), QStringList());
}

void TestStalledLinks::aCancellationEndsIt_data()
{
    QTest::addColumn<Job>("job");
    QTest::newRow("edit") << Job::Edit;
    QTest::newRow("import") << Job::Import;
}

void TestStalledLinks::aCancellationEndsIt()
{
    QFETCH(const Job, job);
    const test::CutLinks::Course course = m_links.course(job);
    const size_t stride = (course.commit - course.begin) / 6;
    int stalled = 0;
    for (size_t packet = course.begin; packet < course.commit; packet += stride) {
        const auto told = cancelledAt(job, {{packet, ProxyFault::Stall}});
        if (m_links.world().proxy().faultsDone() == 0) // it needed fewer packets this time
            continue;
        ++stalled;
        compareNothingDone(told, course);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(stalled > 3);
}

void TestStalledLinks::theLinkOfTheKillStallsToo()
{
    const test::CutLinks::Course course = m_links.course(Job::Edit);
    std::vector<ProxyFault> faults;
    for (size_t i = 0; i < 10; ++i) // the next packets are those of the kills
        faults.push_back({course.begin + 3 + i, ProxyFault::Stall});
    compareNothingDone(cancelledAt(Job::Edit, std::move(faults)), course);
}

void TestStalledLinks::theServerMayNotLetUsIn()
{
    const test::CutLinks::Course course = m_links.course(Job::Edit);
    compareNothingDone(cancelledAt(Job::Edit, {{1, ProxyFault::Stall}}), course);
}

void TestStalledLinks::theCommitIsNotAnswered_data()
{
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("answers");
    QTest::newRow("not even sent") << false << true;
    QTest::newRow("done") << true << true;
    QTest::newRow("and nobody can say") << true << false;
}

void TestStalledLinks::theCommitIsNotAnswered()
{
    QFETCH(const bool, asked);
    QFETCH(const bool, answers);
    const test::CutLinks::Course course = m_links.course(Job::Edit);
    const size_t packet = asked ? 1 : 0;
    const auto told = cancelledAt(Job::Edit, {{packet, ProxyFault::Stall, !answers, {}, "COMMIT"}});
    if (!asked) {
        compareNothingDone(told, course);
        return;
    }
    QVERIFY(told);
    QCOMPARE(told->ok, answers);
    if (!answers)
        QVERIFY2(told->error.kind == ErrorKind::OutcomeUnknown, qPrintable(told->error.message));
    QCOMPARE(m_links.world().dump(), course.after);
}

void TestStalledLinks::closingEndsIt()
{
    const test::CutLinks::Course course = m_links.course(Job::Edit);
    m_links.world().rebuild();
    DatabaseExecutor executor;
    TagRepository repository(executor);
    QSignalSpy drained(&executor, &DatabaseExecutor::drained);
    std::vector<ProxyFault> faults;
    for (size_t i = 0; i < 10; ++i)
        faults.push_back({course.begin + 3 + i, ProxyFault::Stall});
    m_links.world().proxy().arm(std::move(faults));
    QObject receiver;
    std::optional<Told> told;
    test::begin(Job::Edit, repository, m_links.source(), &receiver,
                [&told](const Told &answer) { told = answer; });
    QVERIFY(m_links.world().proxy().waitForFault());
    executor.beginShutdown();
    QVERIFY(drained.wait(longest));
    compareNothingDone(told, course);
    QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestStalledLinks)
#include "TestStalledLinks.moc"
