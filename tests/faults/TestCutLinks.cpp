// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

using test::Job;
using test::Told;

/** The link to the server breaks once, at every single packet of an operation. */
class TestCutLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_links.world().rebuild(); }
    void cleanup() { m_links.world().proxy().revive(); }
    void cutOnce_data();
    void cutOnce();
    void aStalledLinkGoesOn();

private:
    static bool isInsideAnAnswer(const test::CutLinks::Course &course, size_t packet)
    {
        return packet > 0 && packet + 1 < course.packets.size() &&
               !course.packets[packet - 1].fromClient && !course.packets[packet].fromClient &&
               !course.packets[packet + 1].fromClient;
    }

    test::CutLinks m_links;
};

void TestCutLinks::cutOnce_data()
{
    test::addJobs();
    QTest::newRow("import in batches") << Job::LongImport;
}

void TestCutLinks::cutOnce()
{
    QFETCH(const Job, job);
    const test::CutLinks::Course course = m_links.course(job);
    QVERIFY(course.commit > course.begin && course.commit < course.packets.size());
    for (size_t packet = 0; packet < course.packets.size(); ++packet) {
        if (job == Job::LongImport && isInsideAnAnswer(course, packet) && packet % 40 != 0)
            continue; // one row of hundreds is like the next
        const Told told = m_links.run(job, {{packet}});
        QString fault;
        if (packet < course.begin && !told.ok) { // the first connection is not tried twice
            if (told.error.kind != ErrorKind::Connection || m_links.world().dump() != course.before)
                fault = told.error.message;
        } else {
            fault = m_links.faultOfSuccess(told, course);
        }
        QVERIFY2(fault.isEmpty(), test::CutLinks::at(packet, course, fault));
    }
    qInfo("%d packets", static_cast<int>(course.packets.size()));
}

void TestCutLinks::aStalledLinkGoesOn()
{
    const test::CutLinks::Course course = m_links.course(Job::Edit);
    for (size_t packet = 0; packet < course.packets.size(); packet += 7) {
        m_links.world().rebuild();
        m_links.world().proxy().arm({{packet, ProxyFault::Stall}});
        QObject receiver;
        std::optional<Told> told;
        test::begin(Job::Edit, m_links.repository(), m_links.source(), &receiver,
                    [&told](const Told &answer) { told = answer; });
        m_links.world().proxy().waitForFault();
        QVERIFY(!told);
        m_links.world().proxy().resume();
        QTRY_VERIFY(told);
        const QString verdict = m_links.faultOfSuccess(*told, course);
        QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCutLinks)
#include "TestCutLinks.moc"
