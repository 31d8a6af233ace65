// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../cli/CliSandbox.h"
#include "FaultWorld.h"

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** The program itself loses its link for good: it says so, and the driver nothing. */
class TestProgramCut : public QObject
{
    Q_OBJECT

private slots:
    void onlyOurWords();
};

void TestProgramCut::onlyOurWords()
{
    test::FaultWorld world;
    const CliSandbox sandbox;
    const QStringList arguments = {u"--db"_s, world.proxied().toUrl() + u"?tls=off"_s, u"set"_s,
                                   u"blue"_s, u"note=the sky"_s};
    world.rebuild();
    const QStringList before = world.dump();
    world.proxy().arm({});
    COMPARE_STATUS(sandbox.run(arguments), 0);
    const size_t commit = test::findQuery(world.proxy().packets(), "COMMIT");
    world.rebuild();
    for (size_t packet = commit - 30; packet <= commit; packet += 3) {
        world.proxy().arm({{packet, ProxyFault::CutBefore, true}});
        const CliRun run = sandbox.run(arguments);
        world.proxy().revive();
        QVERIFY2(run.status > 0, run.report());
        // Each new try is told as well; all of it is the program's own words.
        const QStringList lines = run.err.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            QVERIFY2(line.startsWith(u"tagsmith: "_s), run.report());
        QCOMPARE(world.dump(), before);
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestProgramCut)
#include "TestProgramCut.moc"
