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
        /** From here on until its answer, who sends COMMIT cannot know that the link is cut. */
        size_t unknown = 0;
    };

    CutLinks()
    {
        m_executor.setFirstRetryPause(std::chrono::milliseconds(1));
    } // thousands of tries

    FaultWorld &world() { return m_world; }
    TagRepository &repository() { return m_repository; }
    const TagSource &source() const { return m_source; }

    /** Runs @p job on an unbroken link. */
    Course course(Job job)
    {
        Course course;
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
        course.unknown = course.commit;
        while (course.packets[course.unknown - 1].fromClient) // statements closed have no answer
            --course.unknown;
        return course;
    }
    Told run(Job job) { return perform(job, m_repository, m_source); }
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
    /** A sentence about @p fault at @p packet, for a test that fails. */
    static QByteArray at(size_t packet, const Course &course, const QString &fault)
    {
        return QStringLiteral("cut at packet %1 of %2 (COMMIT is %3): %4")
            .arg(QString::number(packet), QString::number(course.packets.size()),
                 QString::number(course.commit), fault)
            .toUtf8();
    }

private:
    FaultWorld m_world;
    DatabaseExecutor m_executor;
    TagRepository m_repository{m_executor};
    TagSource m_source = m_world.source(m_repository);
};

} // namespace tagsmith::test
