// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Job;
using test::Told;

/** The link breaks while the change is being committed. */
class TestLostCommit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_links.world().rebuild(); }
    void cleanup() { m_links.world().proxy().revive(); }
    void theAnswerIsLost_data() { test::addJobs(); }
    void theAnswerIsLost();
    void theQuestionForTheOutcomeIsCutToo_data() { test::addJobs(); }
    void theQuestionForTheOutcomeIsCutToo();
    void withoutAJournalNobodyKnows();

private:
    test::CutLinks m_links;
};

void TestLostCommit::theAnswerIsLost()
{
    QFETCH(const Job, job);
    const test::CutLinks::Course course = m_links.course(job);
    // The server has not got it; has got it and may be at it; has done it.
    const std::vector<ProxyFault> faults = {
        {course.commit}, {course.commit, ProxyFault::CutAfter}, {course.commit + 1}};
    for (const ProxyFault &fault : faults) {
        for (int i = 0; i < 20; ++i) {
            const Told told = m_links.run(job, {fault});
            const QString verdict = m_links.faultOfSuccess(told, course);
            QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
        }
    }
}

void TestLostCommit::theQuestionForTheOutcomeIsCutToo()
{
    QFETCH(const Job, job);
    const test::CutLinks::Course course = m_links.course(job);
    for (const size_t first : {course.commit, course.commit + 1}) {
        QVERIFY(m_links.run(job, {{first}}).ok);
        const size_t last = std::min(m_links.world().proxy().packets().size(), first + 150);
        for (size_t second = first + 1; second < last; ++second) {
            const Told told = m_links.run(job, {{first}, {second}});
            const QString verdict = m_links.faultOfSuccess(told, course);
            QVERIFY2(verdict.isEmpty(),
                     qPrintable(u"cut at packet %1 and %2: %3"_s.arg(
                         QString::number(first), QString::number(second), verdict)));
        }
    }
}

void TestLostCommit::withoutAJournalNobodyKnows()
{
    const test::CutLinks::Course course = m_links.course(Job::Merge);
    TagSource source = m_links.source();
    source.journal = JournalUse::Off;
    m_links.world().rebuild();
    m_links.world().proxy().arm({});
    QVERIFY(test::perform(Job::Merge, m_links.repository(), source).ok);
    m_links.world().proxy().drain();
    const size_t commit = test::findQuery(m_links.world().proxy().packets(), "COMMIT");
    m_links.world().rebuild();
    m_links.world().proxy().arm({{commit + 1}});
    const Told told = test::perform(Job::Merge, m_links.repository(), source);
    QVERIFY(!told.ok);
    QCOMPARE(told.error.kind, ErrorKind::OutcomeUnknown);
    QVERIFY2(told.error.message.contains(u"before you repeat it"_s),
             qPrintable(told.error.message));
    QCOMPARE(m_links.world().dump(), course.after);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestLostCommit)
#include "TestLostCommit.moc"
