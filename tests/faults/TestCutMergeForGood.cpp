// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

namespace tagsmith
{

using test::Job;

/** The link breaks at every single packet of a merge, and no server answers. */
class TestCutMergeForGood : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_links.world().rebuild(); }
    void cleanup() { m_links.world().proxy().revive(); }
    void forGood();

private:
    test::CutLinks m_links;
};

void TestCutMergeForGood::forGood()
{
    const QByteArray fault = m_links.cutForGood(Job::Merge);
    QVERIFY2(fault.isEmpty(), fault);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCutMergeForGood)
#include "TestCutMergeForGood.moc"
