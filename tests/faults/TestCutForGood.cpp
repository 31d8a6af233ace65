// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Job;
using test::Told;

/** The link breaks at every single packet of an operation, and no server answers any more. */
class TestCutForGood : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_links.world().rebuild(); }
    void cleanup() { m_links.world().proxy().revive(); }
    void wholeOrNothing_data() { test::addJobs(); }
    void wholeOrNothing();

private:
    QString faultOfFailure(const Told &told, const test::CutLinks::Course &course, size_t packet);
    QString faultOfRepetition(Job job, const test::CutLinks::Course &course);

    test::CutLinks m_links;
};

/** The proxy is dead since @p packet. */
QString TestCutForGood::faultOfFailure(const Told &told, const test::CutLinks::Course &course,
                                       size_t packet)
{
    const QStringList now = m_links.world().dump();
    const bool isThere = now == course.after;
    if (!isThere && now != course.before)
        return u"Half of the operation is there."_s;
    if (m_links.world().operations().size() != (isThere ? 1 : 0) ||
        m_links.world().strayChanges() != 0)
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
QString TestCutForGood::faultOfRepetition(Job job, const test::CutLinks::Course &course)
{
    const bool isThere = m_links.world().dump() == course.after;
    m_links.world().proxy().revive();
    const Told told = m_links.run(job);
    if (m_links.world().dump() != course.after)
        return u"Done again, the rows are others."_s;
    return told.ok || isThere ? QString() : u"Done again: "_s + told.error.message;
}

void TestCutForGood::wholeOrNothing()
{
    QFETCH(const Job, job);
    const test::CutLinks::Course course = m_links.course(job);
    for (size_t packet = 0; packet < course.packets.size(); ++packet) {
        const Told told = m_links.run(job, {{packet, ProxyFault::CutBefore, true}});
        QString fault =
            told.ok ? m_links.faultOfSuccess(told, course) : faultOfFailure(told, course, packet);
        if (told.ok && packet <= course.commit + 1)
            fault = u"A success without an answer."_s;
        if (fault.isEmpty())
            fault = faultOfRepetition(job, course);
        m_links.world().proxy().revive();
        QVERIFY2(fault.isEmpty(), test::CutLinks::at(packet, course, fault));
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCutForGood)
#include "TestCutForGood.moc"
