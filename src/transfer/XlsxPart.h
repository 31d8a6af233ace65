// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>
#include <QString>

struct zip_file;

namespace tagsmith
{

/**
 * One file inside a workbook, unpacked while it is read. It stops being readable at a fault or
 * behind its allowance; requireSound() then throws. Used on one thread.
 */
class XlsxPart final : public QIODevice
{
public:
    /** Takes @p file; @p size is what the archive says about it, @p workbook begins sentences. */
    XlsxPart(zip_file *file, qint64 size, const QString &workbook, const QString &part);
    ~XlsxPart() override;

    /** How many bytes may be read from now on, so that a small file cannot fill the memory. */
    void allow(qint64 bytes) { m_allowed = bytes; }
    /** Reads what is left, which checks that it is whole. */
    void drain();
    /** Throws DatabaseError of kind File if reading has failed. */
    void requireSound() const;
    [[noreturn]] void throwDamaged(const QString &reason) const;

    qint64 unpackedBytes() const { return m_read; }
    qint64 totalBytes() const { return m_size; }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file *m_file;
    qint64 m_size;
    qint64 m_read = 0;
    qint64 m_allowed;
    bool m_isEnded = false;
    bool m_isTooLarge = false;
    QString m_fault;
    QString m_workbook;
    QString m_part;
};

} // namespace tagsmith
