// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../cli/CliSandbox.h"
#include "FaultWorld.h"
#include "support/NativeSqlite.h"

#include <signal.h>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** The program itself is killed in the middle of an import: whole or absent, and it works again. */
class TestProgramKilled : public QObject
{
    Q_OBJECT

private slots:
    void onAServer();
    void onAFile();

private:
    static constexpr int records = 5000;

    static QByteArray file()
    {
        QByteArray lines;
        for (int i = 0; i < records; ++i)
            lines += "imported " + QByteArray::number(i) + '\n';
        return lines;
    }
    static QStringList import(const QString &url, const QString &path)
    {
        return {u"--db"_s, url, u"import"_s, path, u"--format"_s, u"lines"_s};
    }
};

void TestProgramKilled::onAServer()
{
    test::FaultWorld world;
    const CliSandbox sandbox;
    const QStringList arguments =
        import(world.proxied().toUrl() + u"?tls=off"_s, sandbox.write(u"tags.txt"_s, file()));
    world.rebuild();
    const QStringList before = world.dump();
    COMPARE_STATUS(sandbox.run(arguments), 0); // the first run in this home is not like the others
    world.rebuild();
    world.proxy().arm({});
    COMPARE_STATUS(sandbox.run(arguments), 0);
    const QStringList after = world.dump();
    QCOMPARE(after.size(), before.size() + records);
    world.proxy().drain();
    const std::vector<ProxiedPacket> packets = world.proxy().packets();
    std::vector<ProxyFault> moments(3);
    for (ProxyFault &moment : moments)
        moment.query = "COMMIT";
    moments[1].kind = ProxyFault::CutAfter;
    moments[2].packet = 1; // the answer
    constexpr size_t more = 12;
    for (size_t i = 0; i < more; ++i)
        moments.push_back({packets.size() * i / more, ProxyFault::CutAfter});
    int killed = 0;
    for (ProxyFault &moment : moments) {
        world.rebuild();
        QProcess process;
        // Killed before the packet goes on, so that the program cannot see what becomes of it.
        // It connects before it can be asked for its number here.
        const auto started = std::make_shared<QSemaphore>();
        moment.meanwhile = [&process, started] {
            started->acquire();
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        };
        world.proxy().arm({moment});
        sandbox.start(process, arguments);
        started->release();
        const CliRun run = CliSandbox::ended(process);
        world.proxy().drain();
        if (world.proxy().faultsDone() == 0) { // in another rhythm it needs fewer packets
            COMPARE_STATUS(run, 0);
            continue;
        }
        ++killed;
        COMPARE_STATUS(run, -1);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        // What the server still does for the dead is over when their sessions are.
        QTRY_COMPARE(NativeMariaDb(world.server().socket())
                         .rows(u"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE DB = "
                               "'shop'"_s)
                         .value(0)
                         .value(0),
                     u"0"_s);
        const QStringList now = world.dump();
        const bool isThere = now == after;
        QVERIFY(isThere || now == before);
        QCOMPARE(world.operations().size(), isThere ? 1 : 0);
        QCOMPARE(world.strayChanges(), 0);
        COMPARE_STATUS(sandbox.run(arguments), 0);
        QCOMPARE(world.dump(), after);
    }
    QVERIFY(killed >= 5);
}

void TestProgramKilled::onAFile()
{
    const CliSandbox sandbox;
    const QString database = sandbox.path(u"tags.sqlite"_s);
    const QStringList arguments =
        import(u"sqlite:"_s + database, sandbox.write(u"tags.txt"_s, file()));
    const auto number = [&database](const QString &table) {
        return NativeSqlite(database).rows(u"SELECT COUNT(*) FROM "_s + table).value(0).value(0);
    };
    const QString all = QString::number(records);
    bool isThere = false;
    int absent = 0;
    // Each life is longer than the one before, until it is long enough.
    for (int life = 1; !isThere; life += 1 + life / 4) {
        for (const auto &suffix : {u""_s, u"-journal"_s})
            QFile::remove(database + suffix);
        QFile(database).open(QIODevice::WriteOnly);
        COMPARE_STATUS(
            sandbox.run({u"--db"_s, u"sqlite:"_s + database, u"init"_s, u"--create-table"_s}), 0);
        QProcess process;
        sandbox.start(process, arguments);
        const bool endsByItself = process.waitForFinished(life);
        process.kill(); // SIGKILL
        if (!endsByItself)
            process.waitForFinished();
        isThere = number(u"tags"_s) == all;
        if (!isThere) {
            ++absent;
            QCOMPARE(number(u"tags"_s), u"0"_s);
            QCOMPARE(number(u"tagsmith_change"_s), u"0"_s);
        }
        QCOMPARE(number(u"tagsmith_operation"_s), isThere ? u"1"_s : u"0"_s);
        COMPARE_STATUS(sandbox.run(arguments), 0);
        QCOMPARE(number(u"tags"_s), all);
    }
    QVERIFY(absent > 0);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestProgramKilled)
#include "TestProgramKilled.moc"
