// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

struct z_stream_s;

namespace tagsmith
{

/**
 * Unpacks gzip data piece by piece, members that follow each other included; memory does not grow
 * with the data. Throws DatabaseError of kind File where the data is damaged or cut off. Used on
 * one thread.
 */
class GzipStream
{
public:
    /** @p name begins the sentences; at most @p chunkSize bytes are unpacked at a time. */
    GzipStream(const QString &name, qsizetype chunkSize);
    ~GzipStream();
    GzipStream(const GzipStream &) = delete;
    GzipStream &operator=(const GzipStream &) = delete;

    /** Whether data that begins with @p head is gzip. */
    static bool isGzip(QByteArrayView head);

    /** Gives it the packed bytes that follow; they last until the next feed(). Empty: the end. */
    void feed(QByteArrayView packed);
    /** Unpacked bytes, until the next take(); empty: feed() is needed, or all has been taken. */
    QByteArrayView take();
    /** Whether all has been unpacked, and was whole. */
    bool atEnd() const { return m_place == Place::End; }
    /** Begins anew from the first byte. */
    void restart();

private:
    enum class Place { Between, Inside, End };

    bool beginMember();
    QByteArrayView inflateMore();
    qint64 offset() const;
    [[noreturn]] void throwDamaged(const QString &reason) const;

    std::unique_ptr<z_stream_s> m_stream;
    QString m_name;
    QByteArray m_unpacked;
    Place m_place = Place::Between;
    bool m_fedAll = false;
    bool m_isFull = false; ///< the last take() filled the buffer, so there may be more
    bool m_hasMember = false;
    bool m_isPadded = false; ///< zeros stand behind the last member, as tapes have them
    qint64 m_fed = 0;
};

} // namespace tagsmith
