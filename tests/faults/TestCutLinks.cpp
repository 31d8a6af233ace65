// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "FaultWorld.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Job;
using test::Told;

/** The link to the server breaks at every single packet of an operation. */
class TestCutLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_world.rebuild(); }
    void cleanup() { m_world.proxy().revive(); }
    void cutOnce_data() { test::addJobs(); }
    void cutOnce();
    void cutForGood_data() { test::addJobs(); }
    void cutForGood();
    void theAnswerToCommitIsLost_data() { test::addJobs(); }
    void theAnswerToCommitIsLost();
    void theQuestionForTheOutcomeIsCutToo_data() { test::addJobs(); }
    void theQuestionForTheOutcomeIsCutToo();
    void withoutAJournalNobodyKnows();
    void aStalledLinkGoesOn();

private:
    /** One run without a fault. */
    struct Course
    {
        QStringList before;
        QStringList after;
        size_t begin = 0;  ///< the packet that asks for START TRANSACTION
        size_t commit = 0; ///< the packet that asks for COMMIT; its answer is the next one
        size_t packets = 0;
        /** From here on until its answer, who sends COMMIT cannot know that the link is cut. */
        size_t unknown = 0;
    };

    Course course(Job job);
    Told run(Job job) { return test::perform(job, m_repository, m_source); }
    Told run(Job job, std::vector<ProxyFault> faults)
    {
        m_world.rebuild();
        m_world.proxy().arm(std::move(faults));
        return run(job);
    }
    /** What is wrong with a success; empty: nothing. */
    QString faultOfSuccess(const Told &told, const Course &course) const;
    QString faultOfFailure(const Told &told, const Course &course, size_t packet);
    QString faultOfRepetition(Job job, const Course &course);

    test::FaultWorld m_world;
    DatabaseExecutor m_executor;
    TagRepository m_repository{m_executor};
    TagSource m_source = m_world.source(m_repository);
};

TestCutLinks::Course TestCutLinks::course(Job job)
{
    m_executor.setFirstRetryPause(std::chrono::milliseconds(1)); // there are thousands of tries
    Course course;
    m_world.rebuild();
    course.before = m_world.dump();
    m_world.proxy().arm({});
    const Told told = run(job);
    if (!told.ok)
        qFatal("%s", qPrintable(told.error.message));
    course.after = m_world.dump();
    const std::vector<ProxiedPacket> packets = m_world.proxy().packets();
    course.begin = test::findQuery(packets, "START TRANSACTION");
    course.commit = test::findQuery(packets, "COMMIT");
    course.packets = packets.size();
    course.unknown = course.commit;
    while (packets[course.unknown - 1].fromClient) // statements that are closed have no answer
        --course.unknown;
    return course;
}

QString TestCutLinks::faultOfSuccess(const Told &told, const Course &course) const
{
    if (!told.ok)
        return told.error.message;
    if (m_world.dump() != course.after)
        return u"The rows are not as the operation leaves them."_s;
    if (m_world.operations() != QStringList{told.operation})
        return u"The journal does not have exactly this operation."_s;
    return m_world.strayChanges() == 0 ? QString() : u"The journal has stray changes."_s;
}

/** The proxy is dead since @p packet. */
QString TestCutLinks::faultOfFailure(const Told &told, const Course &course, size_t packet)
{
    const QStringList now = m_world.dump();
    const bool isThere = now == course.after;
    if (!isThere && now != course.before)
        return u"Half of the operation is there."_s;
    if (m_world.operations().size() != (isThere ? 1 : 0) || m_world.strayChanges() != 0)
        return u"The journal says something else than the rows."_s;
    if (packet >= course.unknown && packet <= course.commit + 1 &&
        told.error.kind == ErrorKind::OutcomeUnknown)
        return {};
    if (packet >= course.commit)
        return u"Who cannot know the outcome says: "_s + told.error.message;
    if (told.error.kind != ErrorKind::Connection || isThere)
        return u"Not true: "_s + told.error.message;
    return {};
}

/** The server is there again, and the user does it once more. */
QString TestCutLinks::faultOfRepetition(Job job, const Course &course)
{
    const bool isThere = m_world.dump() == course.after;
    m_world.proxy().revive();
    const Told told = run(job);
    if (m_world.dump() != course.after)
        return u"Done again, the rows are others."_s;
    return told.ok || isThere ? QString() : u"Done again: "_s + told.error.message;
}

void TestCutLinks::cutOnce()
{
    QFETCH(const Job, job);
    const Course course = this->course(job);
    QVERIFY(course.commit > course.begin && course.commit < course.packets);
    for (size_t packet = 0; packet < course.packets; ++packet) {
        const Told told = run(job, {{packet}});
        QString fault;
        if (packet < course.begin && !told.ok) { // the first connection is not tried twice
            if (told.error.kind != ErrorKind::Connection || m_world.dump() != course.before)
                fault = told.error.message;
        } else {
            fault = faultOfSuccess(told, course);
        }
        QVERIFY2(fault.isEmpty(), qPrintable(u"cut at packet %1 of %2 (COMMIT is %3): %4"_s.arg(
                                      QString::number(packet), QString::number(course.packets),
                                      QString::number(course.commit), fault)));
    }
    qInfo("%d packets", static_cast<int>(course.packets));
}

void TestCutLinks::cutForGood()
{
    QFETCH(const Job, job);
    const Course course = this->course(job);
    for (size_t packet = 0; packet < course.packets; ++packet) {
        const Told told = run(job, {{packet, ProxyFault::CutBefore, true}});
        QString fault =
            told.ok ? faultOfSuccess(told, course) : faultOfFailure(told, course, packet);
        if (told.ok && packet <= course.commit + 1)
            fault = u"A success without an answer."_s;
        if (fault.isEmpty())
            fault = faultOfRepetition(job, course);
        m_world.proxy().revive();
        QVERIFY2(fault.isEmpty(), qPrintable(u"cut at packet %1 of %2 (COMMIT is %3): %4"_s.arg(
                                      QString::number(packet), QString::number(course.packets),
                                      QString::number(course.commit), fault)));
    }
}

void TestCutLinks::theAnswerToCommitIsLost()
{
    QFETCH(const Job, job);
    const Course course = this->course(job);
    // The server has not got it; has got it and may be at it; has done it.
    const std::vector<ProxyFault> faults = {
        {course.commit}, {course.commit, ProxyFault::CutAfter}, {course.commit + 1}};
    for (const ProxyFault &fault : faults) {
        for (int i = 0; i < 20; ++i) {
            const Told told = run(job, {fault});
            const QString verdict = faultOfSuccess(told, course);
            QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
        }
    }
}

void TestCutLinks::theQuestionForTheOutcomeIsCutToo()
{
    QFETCH(const Job, job);
    const Course course = this->course(job);
    for (const size_t first : {course.commit, course.commit + 1}) {
        QVERIFY(run(job, {{first}}).ok);
        const size_t last = std::min(m_world.proxy().packets().size(), first + 150);
        for (size_t second = first + 1; second < last; ++second) {
            const Told told = run(job, {{first}, {second}});
            const QString verdict = faultOfSuccess(told, course);
            QVERIFY2(verdict.isEmpty(),
                     qPrintable(u"cut at packet %1 and %2: %3"_s.arg(
                         QString::number(first), QString::number(second), verdict)));
        }
    }
}

void TestCutLinks::withoutAJournalNobodyKnows()
{
    const Course course = this->course(Job::Merge);
    TagSource source = m_source;
    source.journal = JournalUse::Off;
    m_world.rebuild();
    m_world.proxy().arm({});
    QVERIFY(test::perform(Job::Merge, m_repository, source).ok);
    const size_t commit = test::findQuery(m_world.proxy().packets(), "COMMIT");
    m_world.rebuild();
    m_world.proxy().arm({{commit + 1}});
    const Told told = test::perform(Job::Merge, m_repository, source);
    QVERIFY(!told.ok);
    QCOMPARE(told.error.kind, ErrorKind::OutcomeUnknown);
    QVERIFY2(told.error.message.contains(u"before you repeat it"_s),
             qPrintable(told.error.message));
    QCOMPARE(m_world.dump(), course.after);
}

void TestCutLinks::aStalledLinkGoesOn()
{
    const Course course = this->course(Job::Edit);
    for (size_t packet = 0; packet < course.packets; packet += 7) {
        m_world.rebuild();
        m_world.proxy().arm({{packet, ProxyFault::Stall}});
        QObject receiver;
        std::optional<Told> told;
        test::begin(Job::Edit, m_repository, m_source, &receiver,
                    [&told](const Told &answer) { told = answer; });
        m_world.proxy().waitForFault();
        QVERIFY(!told);
        m_world.proxy().resume();
        QTRY_VERIFY(told);
        const QString verdict = faultOfSuccess(*told, course);
        QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCutLinks)
#include "TestCutLinks.moc"
