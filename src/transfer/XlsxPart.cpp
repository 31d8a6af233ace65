// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxPart.h"

#include "core/Error.h"

#include <algorithm>
#include <limits>

#include <zip.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

XlsxPart::XlsxPart(zip_file *file, qint64 size, const QString &workbook, const QString &part)
    : m_file(file), m_size(size), m_allowed(std::numeric_limits<qint64>::max()),
      m_workbook(workbook), m_part(part)
{
    QIODevice::open(QIODevice::ReadOnly);
}

XlsxPart::~XlsxPart()
{
    zip_fclose(m_file);
}

qint64 XlsxPart::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + (m_isEnded ? 0 : 1);
}

qint64 XlsxPart::readData(char *data, qint64 size)
{
    if (m_isEnded || size == 0)
        return m_isEnded ? -1 : 0;
    if (m_allowed <= 0) {
        m_isTooLarge = true;
        m_isEnded = true;
        return -1;
    }
    const zip_int64_t count =
        zip_fread(m_file, data, static_cast<zip_uint64_t>(std::min(size, m_allowed)));
    if (count < 0)
        m_fault = QString::fromUtf8(zip_file_strerror(m_file));
    else if (count == 0 && m_read != m_size)
        m_fault = u"its size is not the one that the archive names"_s;
    m_isEnded = count <= 0;
    m_read += std::max<qint64>(count, 0);
    m_allowed -= std::max<qint64>(count, 0);
    return m_isEnded ? -1 : count;
}

void XlsxPart::drain()
{
    constexpr qint64 pieceSize = 64 * 1024;
    allow(std::numeric_limits<qint64>::max());
    while (!read(pieceSize).isEmpty()) { // what is read does not matter
    }
    requireSound();
}

void XlsxPart::requireSound() const
{
    if (m_isTooLarge) {
        throw DatabaseError(ErrorKind::File,
                            u"%1 unpacks to more than Tagsmith takes into memory (in its part %2); "
                            "save it as CSV instead."_s.arg(m_workbook, m_part));
    }
    if (!m_fault.isEmpty())
        throwDamaged(m_fault);
}

void XlsxPart::throwDamaged(const QString &reason) const
{
    throw DatabaseError(ErrorKind::File,
                        u"%1 is a damaged workbook (its part %2: %3); save it anew in a "
                        "spreadsheet program."_s.arg(m_workbook, m_part, reason));
}

} // namespace tagsmith
