// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

namespace tagsmith
{

using test::Job;
using test::Told;

/** The link to the server breaks at every single packet of an edit. */
class TestCutEdit : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_links.world().rebuild(); }
    void cleanup() { m_links.world().proxy().revive(); }
    void once();
    void forGood();
    void aStalledLinkGoesOn();

private:
    test::CutLinks m_links;
};

void TestCutEdit::once()
{
    const QByteArray fault = m_links.cutOnce(Job::Edit);
    QVERIFY2(fault.isEmpty(), fault);
}

void TestCutEdit::forGood()
{
    const QByteArray fault = m_links.cutForGood(Job::Edit);
    QVERIFY2(fault.isEmpty(), fault);
}

void TestCutEdit::aStalledLinkGoesOn()
{
    const test::CutLinks::Course course = m_links.course(Job::Edit);
    const TcpProxy &proxy = m_links.world().proxy();
    size_t stalled = 0;
    for (size_t packet = 0; packet < course.packets.size(); packet += 7) {
        m_links.world().rebuild();
        m_links.world().proxy().arm({{packet, ProxyFault::Stall}});
        QObject receiver;
        std::optional<Told> told;
        test::begin(Job::Edit, m_links.repository(), m_links.source(), &receiver,
                    [&told](const Told &answer) { told = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(proxy.faultsDone() > 0 || told, 60'000);
        if (told) // it needed fewer packets this time
            continue;
        ++stalled;
        m_links.world().proxy().resume();
        QTRY_VERIFY(told);
        const QString verdict = m_links.faultOfSuccess(*told, course);
        QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
    }
    QVERIFY(stalled >= course.packets.size() / 14);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCutEdit)
#include "TestCutEdit.moc"
