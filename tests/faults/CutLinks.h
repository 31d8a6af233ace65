// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "FaultWorld.h"

namespace tagsmith::test
{

/** Runs jobs over links that are cut at a chosen packet, and judges what is left behind. */
class CutLinks
{
public:
    /** One run without a fault. */
    struct Course
    {
        QStringList before;
        QStringList after;
        size_t begin = 0;  ///< the packet that asks for START TRANSACTION
        size_t commit = 0; ///< the packet that asks for COMMIT; its answer is the next one
        std::vector<ProxiedPacket> packets;
    };

    /** With a short @p firstPause between two tries, of which there are thousands. */
    explicit CutLinks(std::chrono::milliseconds firstPause = std::chrono::milliseconds(1))
    {
        m_executor.setFirstRetryPause(firstPause);
    }

    FaultWorld &world() { return m_world; }
    TagRepository &repository() { return m_repository; }
    const TagSource &source() const { return m_source; }

    /**
     * Runs @p job on an unbroken link, until two runs have taken as many packets: the first ones
     * read about tables what the program remembers from then on.
     */
    Course course(Job job)
    {
        Course course;
        size_t packets = 0;
        do {
            packets = m_world.proxy().packets().size();
            run(job, {});
        } while (m_world.proxy().packets().size() != packets);
        m_world.rebuild();
        course.before = m_world.dump();
        m_world.proxy().arm({});
        const Told told = run(job);
        if (!told.ok)
            qFatal("%s", qPrintable(told.error.message));
        course.after = m_world.dump();
        course.packets = m_world.proxy().packets();
        course.begin = findQuery(course.packets, "START TRANSACTION");
        course.commit = findQuery(course.packets, "COMMIT");
        return course;
    }
    Told run(Job job)
    {
        const Told told = perform(job, m_repository, m_source);
        m_world.proxy().drain();
        return told;
    }
    Told run(Job job, std::vector<ProxyFault> faults)
    {
        m_world.rebuild();
        m_world.proxy().arm(std::move(faults));
        return run(job);
    }
    /** What is wrong with a success; empty: nothing. */
    QString faultOfSuccess(const Told &told, const Course &course) const
    {
        if (!told.ok)
            return told.error.message;
        if (m_world.dump() != course.after)
            return QStringLiteral("The rows are not as the operation leaves them.");
        if (m_world.operations() != QStringList{told.operation})
            return QStringLiteral("The journal does not have exactly this operation.");
        return m_world.strayChanges() == 0 ? QString()
                                           : QStringLiteral("The journal has stray changes.");
    }
    /**
     * Cuts the link once at each packet of @p job, or at each @p stride -th one: it has to be done
     * in spite of that. Returns what is wrong with the first that is not; empty: nothing.
     */
    QByteArray cutOnce(Job job, size_t stride = 1)
    {
        const Course straight = course(job);
        for (size_t packet = 0; packet < straight.packets.size(); packet += stride) {
            const Told told = run(job, {{packet}});
            QString fault;
            if (m_world.proxy().faultsDone() != 1)
                return at(packet, straight, QStringLiteral("It was never reached."));
            if (packet < straight.begin && !told.ok) { // the first connection is not tried twice
                if (told.error.kind != ErrorKind::Connection || m_world.dump() != straight.before)
                    fault = told.error.message;
            } else {
                fault = faultOfSuccess(told, straight);
            }
            if (!fault.isEmpty())
                return at(packet, straight, fault);
        }
        qInfo("%d packets", static_cast<int>(straight.packets.size()));
        return {};
    }
    /** The same where no server answers after the cut, until the user does it once more. */
    QByteArray cutForGood(Job job)
    {
        const Course straight = course(job);
        for (size_t packet = 0; packet < straight.packets.size(); ++packet) {
            const Told told = run(job, {{packet, ProxyFault::CutBefore, true}});
            QString fault =
                told.ok ? faultOfSuccess(told, straight) : faultOfFailure(told, straight);
            if (told.ok && !wasAnswered())
                fault = QStringLiteral("A success without an answer.");
            if (fault.isEmpty())
                fault = faultOfRepetition(job, straight);
            m_world.proxy().revive();
            if (!fault.isEmpty())
                return at(packet, straight, fault);
        }
        return {};
    }

    /** A sentence about @p fault at @p packet, for a test that fails. */
    static QByteArray at(size_t packet, const Course &course, const QString &fault)
    {
        return QStringLiteral("cut at packet %1 of %2 (COMMIT is %3): %4")
            .arg(QString::number(packet), QString::number(course.packets.size()),
                 QString::number(course.commit), fault)
            .toUtf8();
    }

private:
    /** Whether COMMIT and its answer were passed on, as far as the proxy was there for it. */
    bool wasAnswered() const
    {
        const std::vector<ProxiedPacket> packets = m_world.proxy().packets();
        const size_t lost = m_world.proxy().faultsDone(); // the last one
        return findQuery(packets, "COMMIT") + 1 < packets.size() - lost;
    }
    /** The proxy is dead since the last packet that came. */
    QString faultOfFailure(const Told &told, const Course &course) const
    {
        const QStringList now = m_world.dump();
        const bool isThere = now == course.after;
        if (!isThere && now != course.before)
            return QStringLiteral("Half of the operation is there.");
        if (m_world.operations().size() != (isThere ? 1 : 0) || m_world.strayChanges() != 0)
            return QStringLiteral("The journal says something else than the rows.");
        const std::vector<ProxiedPacket> packets = m_world.proxy().packets();
        const bool wasCommitSent = findQuery(packets, "COMMIT") < packets.size();
        if (told.error.kind == ErrorKind::OutcomeUnknown) {
            // Who closes a statement waits for no answer, and sends COMMIT into the cut link.
            return wasCommitSent || packets.back().closesStatement()
                       ? QString()
                       : QStringLiteral("It could be known: ") + told.error.message;
        }
        if (wasCommitSent)
            return QStringLiteral("Who cannot know the outcome says: ") + told.error.message;
        if (told.error.kind != ErrorKind::Connection || isThere)
            return QStringLiteral("Not true: ") + told.error.message;
        return {};
    }
    /** The server is there again, and the user does it once more. */
    QString faultOfRepetition(Job job, const Course &course)
    {
        const bool isThere = m_world.dump() == course.after;
        m_world.proxy().revive();
        const Told told = run(job);
        if (m_world.dump() != course.after)
            return QStringLiteral("Done again, the rows are others.");
        return told.ok || isThere ? QString() : QStringLiteral("Done again: ") + told.error.message;
    }

    FaultWorld m_world;
    DatabaseExecutor m_executor;
    TagRepository m_repository{m_executor};
    TagSource m_source = m_world.source(m_repository);
};

} // namespace tagsmith::test
