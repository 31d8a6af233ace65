// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSemaphore>

#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tagsmith
{

/** One packet of the MySQL protocol that has come to a TcpProxy. */
struct ProxiedPacket
{
    bool fromClient = false;
    QByteArray start; ///< its first bytes, without the header

    /** Whether it asks the server to run @p sql, as text. */
    bool isQuery(const QByteArray &sql) const { return fromClient && start.startsWith('\3' + sql); }
    /** Whether it closes a prepared statement, which has no answer. */
    bool closesStatement() const { return fromClient && start.startsWith('\x19'); }
};

/** What a TcpProxy does at one packet, and never again. */
struct ProxyFault
{
    enum Kind {
        CutBefore, ///< the packet is lost, both ends find their link closed
        CutAfter,  ///< the same, once the packet has been passed on
        Stall,     ///< the packet and all that follows are held back until resume()
    };

    size_t packet = 0; ///< which one: the number of packets before it
    Kind kind = CutBefore;
    bool staysDead = false;               ///< nothing answers at the port until revive()
    std::function<void()> meanwhile = {}; ///< called first, on the proxy's thread
    QByteArray query = {}; ///< where it is given, `packet` counts from the first that asks for it
};

/**
 * Stands between a client and a MySQL or MariaDB server on 127.0.0.1 and knows where the packets of
 * their protocol begin, in both directions, so that a test can break the link at every single one.
 * Thread-safe; works on a thread of its own.
 */
class TcpProxy
{
public:
    explicit TcpProxy(int serverPort);
    /** Cuts what is left. */
    ~TcpProxy();
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;

    int port() const { return m_port; }

    /** Lets end what is under way, as drain() does; forgets its faults and counts from here on. */
    void arm(std::vector<ProxyFault> faults);
    /**
     * Blocks until every link has ended, and all that was sent over them is counted: who closes a
     * link does not wait for its last packet to arrive. Ends the program where a link stays open.
     */
    void drain();
    /** The packets since arm(), in the order in which they came. */
    std::vector<ProxiedPacket> packets() const;
    /** How many of the faults have happened. */
    size_t faultsDone() const;
    /** Blocks until one more fault has happened; false where none does in @p timeoutMs. */
    bool waitForFault(int timeoutMs = 60'000) { return m_faults.tryAcquire(1, timeoutMs); }

    /** Ends a stall. */
    void resume();
    /** Answers again. */
    void revive();

private:
    struct Direction
    {
        int from = -1;
        int to = -1;
        bool fromClient = false;
        QByteArray buffer;      ///< read and not passed on yet
        bool isCounted = false; ///< the first packet of the buffer: it was held back
    };
    struct Link
    {
        Direction up;
        Direction down;
        bool isStalled = false;
        bool isCut = false;
    };

    void listen();
    void work();
    bool isDrained() const;
    void acceptClient();
    void readFrom(Link &link, Direction &direction);
    void passOn(Link &link, Direction &direction);
    bool isHeldBack(Link &link, const ProxyFault &fault);
    const ProxyFault *faultAt(size_t packet) const;
    void cut(Link &link);
    void wake();

    int m_serverPort;
    int m_port = 0;
    int m_listener = -1;
    int m_wakeRead = -1;
    int m_wakeWrite = -1;
    std::vector<Link> m_links; ///< of the proxy's thread

    mutable std::mutex m_mutex; ///< guards the rest
    std::vector<ProxyFault> m_plan;
    std::vector<ProxiedPacket> m_packets;
    size_t m_done = 0;
    bool m_isDead = false;
    bool m_shallResume = false;
    bool m_shallDrain = false;
    bool m_shallEnd = false;

    QSemaphore m_faults;
    QSemaphore m_drained;
    std::thread m_thread;
};

} // namespace tagsmith
