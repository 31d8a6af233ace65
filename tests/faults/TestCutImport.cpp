// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

namespace tagsmith
{

using test::Job;

/** The link to the server breaks at every single packet of an import. */
class TestCutImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_links.world().rebuild(); }
    void cleanup() { m_links.world().proxy().revive(); }
    void once();
    void forGood();

private:
    test::CutLinks m_links;
};

void TestCutImport::once()
{
    const QByteArray fault = m_links.cutOnce(Job::Import);
    QVERIFY2(fault.isEmpty(), fault);
}

void TestCutImport::forGood()
{
    const QByteArray fault = m_links.cutForGood(Job::Import);
    QVERIFY2(fault.isEmpty(), fault);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCutImport)
#include "TestCutImport.moc"
