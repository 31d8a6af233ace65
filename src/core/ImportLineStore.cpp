// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ImportLineStore.h"

#include "core/Error.h"
#include "core/ImportLineBytes.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 linesPerBlock = 64;
constexpr size_t mostBlocks = 8; ///< a few screens of lines
constexpr qsizetype writtenTogether = 256 * 1024;
constexpr quint8 equalMark = 0x80;

} // namespace

ImportLineStore::ImportLineStore(const QStringList &columns) : m_columns(columns) {}

void ImportLineStore::append(const ImportLine &line)
{
    if (count() % linesPerBlock == 0)
        m_offsets.push_back(m_bytes);
    const qsizetype before = m_pending.size();
    appendLineBytes(m_pending, line);
    m_bytes += m_pending.size() - before;
    const auto verdict = static_cast<quint8>(line.verdict);
    m_marks.push_back(line.equalName.isEmpty() ? verdict : quint8(verdict | equalMark));
    if (m_pending.size() >= writtenTogether)
        writeOut();
}

void ImportLineStore::finish()
{
    writeOut();
    m_pending = QByteArray(); // with its memory
    m_marks.shrink_to_fit();
}

void ImportLineStore::writeOut()
{
    errno = 0;
    const bool isOpen = m_file.isOpen() || m_file.open();
    const qint64 written = isOpen ? m_file.write(m_pending) : 0;
    if (!isOpen || written != m_pending.size() || !m_file.flush()) {
        // A limit of the user's is met like the end of the disk.
        if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) {
            throw DatabaseError(ErrorKind::DiskFull,
                                u"The lines of the import cannot be kept because the disk with the "
                                "temporary files is full; free some space there."_s);
        }
        throw DatabaseError(ErrorKind::File,
                            u"The lines of the import cannot be kept in a temporary file (%1); see "
                            "that there is a folder for it."_s.arg(m_file.errorString()));
    }
    m_pending.resize(0);
}

ImportLine ImportLineStore::at(qint64 index) const
{
    if (index < 0 || index >= count())
        return {};
    const auto &lines = block(index / linesPerBlock);
    const auto position = static_cast<size_t>(index % linesPerBlock);
    return position < lines.size() ? lines[position] : ImportLine();
}

LineVerdict ImportLineStore::verdict(qint64 index) const
{
    return static_cast<LineVerdict>(m_marks[static_cast<size_t>(index)] & ~equalMark);
}

bool ImportLineStore::isEqualToAnother(qint64 index) const
{
    return (m_marks[static_cast<size_t>(index)] & equalMark) != 0;
}

std::vector<quint32> ImportLineStore::matching(const ImportLineFilter &filter) const
{
    std::array<bool, 256> isWanted{};
    for (size_t mark = 0; mark < isWanted.size(); ++mark) {
        const auto verdict = static_cast<LineVerdict>(mark & ~size_t(equalMark));
        isWanted[mark] = filter == ImportLineFilter() || filter.verdicts.contains(verdict) ||
                         (filter.equalNames && (mark & equalMark) != 0);
    }
    std::vector<quint32> indices;
    for (size_t i = 0; i < m_marks.size(); ++i) {
        if (isWanted[m_marks[i]])
            indices.push_back(static_cast<quint32>(i));
    }
    return indices;
}

const std::vector<ImportLine> &ImportLineStore::block(qint64 number) const
{
    const auto known = std::find_if(m_blocks.begin(), m_blocks.end(),
                                    [number](const Block &block) { return block.first == number; });
    if (known != m_blocks.end()) {
        std::rotate(m_blocks.begin(), known, known + 1);
        return m_blocks.front().second;
    }
    m_blocks.emplace_front(number, readBlock(number));
    if (m_blocks.size() > mostBlocks)
        m_blocks.pop_back();
    return m_blocks.front().second;
}

std::vector<ImportLine> ImportLineStore::readBlock(qint64 number) const
{
    const auto position = static_cast<size_t>(number);
    const qint64 begin = m_offsets[position];
    const qint64 end = position + 1 < m_offsets.size() ? m_offsets[position + 1] : m_bytes;
    std::vector<ImportLine> lines;
    if (!m_file.seek(begin))
        return lines;
    const QByteArray bytes = m_file.read(end - begin);
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        ImportLine line;
        if (!takeLineBytes(rest, line))
            break;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace tagsmith
