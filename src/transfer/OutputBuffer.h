// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>

namespace tagsmith
{

/** Collects what is written and passes it on in large pieces; DatabaseError (File or DiskFull). */
class OutputBuffer
{
public:
    explicit OutputBuffer(QIODevice &device) : m_device(device) {}

    void append(QByteArrayView bytes) { m_bytes.append(bytes); }
    void append(char byte) { m_bytes.append(byte); }
    /** Passes on what has become large; to be called after each record. */
    void endRecord();
    /** Passes on all of it, down to the file. */
    void flush();

private:
    void writeOut();
    [[noreturn]] void throwNotWritten(int systemError) const;

    QIODevice &m_device;
    QByteArray m_bytes;
};

} // namespace tagsmith
