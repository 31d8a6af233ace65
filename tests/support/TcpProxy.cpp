// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TcpProxy.h"

#include <QtGlobal>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace tagsmith
{

namespace
{

constexpr qsizetype headerSize = 4; // three bytes of length, one of sequence
constexpr qsizetype keptBytes = 64; // of each packet

sockaddr_in address(int port)
{
    sockaddr_in result = {};
    result.sin_family = AF_INET;
    result.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    result.sin_port = htons(static_cast<uint16_t>(port));
    return result;
}

void sendAtOnce(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int connected(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in to = address(port);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0) {
        sendAtOnce(socket);
        return socket;
    }
    ::close(socket);
    return -1;
}

/** False where the other end is gone. */
bool sendAll(int socket, const char *data, qsizetype size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, data, static_cast<size_t>(size), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data += sent;
        size -= sent;
    }
    return true;
}

/** The size of the first packet with its header; 0 while that has not come whole. */
qsizetype packetSize(const QByteArray &buffer)
{
    if (buffer.size() < headerSize)
        return 0;
    const auto byte = [&buffer](qsizetype i) { return static_cast<unsigned char>(buffer.at(i)); };
    const qsizetype size = headerSize + byte(0) + (byte(1) << 8) + (byte(2) << 16);
    return buffer.size() < size ? 0 : size;
}

} // namespace

TcpProxy::TcpProxy(int serverPort) : m_serverPort(serverPort)
{
    std::array<int, 2> pipe = {};
    if (::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("The proxy has no pipe.");
    m_wakeRead = pipe[0];
    m_wakeWrite = pipe[1];
    listen();
    m_thread = std::thread([this] { work(); });
}

TcpProxy::~TcpProxy()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_shallEnd = true;
    }
    wake();
    m_thread.join();
    for (Link &link : m_links)
        cut(link);
    for (const int descriptor : {m_listener, m_wakeRead, m_wakeWrite})
        ::close(descriptor);
}

void TcpProxy::listen()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in own = address(m_port);
    auto *generic = reinterpret_cast<sockaddr *>(&own);
    socklen_t size = sizeof own;
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, generic, &size) != 0)
        qFatal("The proxy cannot listen.");
    m_port = ntohs(own.sin_port);
}

void TcpProxy::arm(std::vector<ProxyFault> faults)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_plan.clear();
        m_shallResume = true;
    }
    drain();
    const std::scoped_lock lock(m_mutex);
    m_plan = std::move(faults);
    m_packets.clear();
    m_done = 0;
    m_faults.tryAcquire(m_faults.available());
}

void TcpProxy::drain()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_shallDrain = true;
    }
    wake();
    if (!m_drained.tryAcquire(1, 60'000))
        qFatal("A link through the proxy stays open.");
}

std::vector<ProxiedPacket> TcpProxy::packets() const
{
    const std::scoped_lock lock(m_mutex);
    return m_packets;
}

size_t TcpProxy::faultsDone() const
{
    const std::scoped_lock lock(m_mutex);
    return m_done;
}

void TcpProxy::resume()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_shallResume = true;
    }
    wake();
}

void TcpProxy::revive()
{
    const std::scoped_lock lock(m_mutex);
    m_isDead = false;
}

void TcpProxy::wake()
{
    const char byte = 0;
    (void)!::write(m_wakeWrite, &byte, 1);
}

void TcpProxy::work()
{
    for (;;) {
        std::vector<pollfd> watched = {{m_listener, POLLIN, 0}, {m_wakeRead, POLLIN, 0}};
        for (const Link &link : m_links) {
            const short events = link.isStalled ? POLLRDHUP : POLLIN;
            watched.push_back({link.up.from, events, 0});
            watched.push_back({link.down.from, events, 0});
        }
        ::poll(watched.data(), watched.size(), -1);

        std::array<char, 64> bytes = {};
        while (::read(m_wakeRead, bytes.data(), bytes.size()) > 0) {
        }
        bool resumes = false;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_shallEnd)
                return;
            resumes = std::exchange(m_shallResume, false);
        }
        for (size_t i = 0; i < m_links.size(); ++i) {
            Link &link = m_links[i];
            if (resumes && std::exchange(link.isStalled, false)) {
                passOn(link, link.up);
                passOn(link, link.down);
            }
            if (!link.isStalled && !link.isCut && watched[2 + 2 * i].revents != 0)
                readFrom(link, link.up);
            if (!link.isStalled && !link.isCut && watched[3 + 2 * i].revents != 0)
                readFrom(link, link.down);
            if (link.isStalled && ((watched[2 + 2 * i].revents | watched[3 + 2 * i].revents) &
                                   (POLLRDHUP | POLLHUP | POLLERR)) != 0)
                cut(link); // nobody waits for it any more
        }
        std::erase_if(m_links, [](const Link &link) { return link.isCut; });
        if (watched[0].revents != 0)
            acceptClient();
        if (isDrained()) {
            const std::scoped_lock lock(m_mutex);
            if (std::exchange(m_shallDrain, false))
                m_drained.release();
        }
    }
}

/** Whether nobody has a link or waits for one. */
bool TcpProxy::isDrained() const
{
    pollfd listener = {m_listener, POLLIN, 0};
    return m_links.empty() && ::poll(&listener, 1, 0) == 0;
}

void TcpProxy::acceptClient()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    bool isDead = false;
    {
        const std::scoped_lock lock(m_mutex);
        isDead = m_isDead;
    }
    const int server = isDead ? -1 : connected(m_serverPort);
    if (server < 0) {
        ::close(client);
        return;
    }
    sendAtOnce(client);
    m_links.push_back(
        {{client, server, true, {}, false}, {server, client, false, {}, false}, false, false});
}

void TcpProxy::readFrom(Link &link, Direction &direction)
{
    std::array<char, 65536> bytes = {};
    const ssize_t size = ::recv(direction.from, bytes.data(), bytes.size(), 0);
    if (size <= 0) {
        cut(link);
        return;
    }
    direction.buffer.append(bytes.data(), size);
    passOn(link, direction);
}

void TcpProxy::passOn(Link &link, Direction &direction)
{
    while (!link.isCut && !link.isStalled) {
        const qsizetype size = packetSize(direction.buffer);
        if (size == 0)
            return;
        ProxyFault fault;
        bool isFaulty = false;
        if (!std::exchange(direction.isCounted, false)) {
            const std::scoped_lock lock(m_mutex);
            const ProxiedPacket packet = {
                direction.fromClient,
                direction.buffer.mid(headerSize, qMin(size - headerSize, keptBytes))};
            for (ProxyFault &awaited : m_plan) {
                if (!awaited.query.isEmpty() && packet.isQuery(awaited.query)) {
                    awaited.packet += m_packets.size();
                    awaited.query.clear();
                }
            }
            const ProxyFault *planned = faultAt(m_packets.size());
            isFaulty = planned != nullptr;
            if (planned)
                fault = *planned;
            m_packets.push_back(packet);
        }
        if (isFaulty && isHeldBack(link, fault)) {
            direction.isCounted = true;
            return;
        }
        if (!sendAll(direction.to, direction.buffer.constData(), size))
            cut(link);
        direction.buffer.remove(0, size);
        if (isFaulty) {
            cut(link);
            m_faults.release();
        }
    }
}

/** Does what comes before the packet; false: it is passed on. */
bool TcpProxy::isHeldBack(Link &link, const ProxyFault &fault)
{
    if (fault.meanwhile)
        fault.meanwhile();
    {
        const std::scoped_lock lock(m_mutex);
        ++m_done;
        m_isDead = m_isDead || fault.staysDead;
    }
    if (fault.kind == ProxyFault::CutAfter)
        return false;
    if (fault.kind == ProxyFault::CutBefore)
        cut(link);
    else
        link.isStalled = true;
    m_faults.release();
    return true;
}

const ProxyFault *TcpProxy::faultAt(size_t packet) const
{
    const auto found =
        std::find_if(m_plan.begin(), m_plan.end(), [packet](const ProxyFault &fault) {
            return fault.query.isEmpty() && fault.packet == packet;
        });
    return found == m_plan.end() ? nullptr : &*found;
}

void TcpProxy::cut(Link &link)
{
    if (link.isCut)
        return;
    link.isCut = true;
    ::close(link.up.from);
    ::close(link.down.from);
}

} // namespace tagsmith
