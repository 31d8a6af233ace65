// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CutLinks.h"

namespace tagsmith
{

using test::Job;

/** The link to the server breaks once, here and there in an import in batches. */
class TestCutLongImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ignoreLostStatements(); }
    void init() { m_links.world().rebuild(); }
    void cleanup() { m_links.world().proxy().revive(); }
    void once();

private:
    test::CutLinks m_links;
};

void TestCutLongImport::once()
{
    const QByteArray fault = m_links.cutOnce(Job::LongImport, 7);
    QVERIFY2(fault.isEmpty(), fault);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCutLongImport)
#include "TestCutLongImport.moc"
