// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Snapshot.h"

#include "core/Error.h"

#include <unicode/ustring.h>

#include <limits>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

bool Snapshot::isNull(int row, int index) const
{
    const auto &nulls = column(index).nulls;
    return !nulls.empty() && nulls[static_cast<size_t>(row)];
}

std::string_view Snapshot::utf8(int row, int index) const
{
    return utf8OfRows(row, row + 1, index);
}

std::string_view Snapshot::utf8OfRows(int first, int end, int index) const
{
    const TextColumn &texts = column(index);
    const size_t from = first == 0 ? 0 : texts.ends[static_cast<size_t>(first) - 1];
    const size_t to = end == 0 ? 0 : texts.ends[static_cast<size_t>(end) - 1];
    return {texts.bytes.data() + from, to - from};
}

QString Snapshot::text(int row, int index) const
{
    const std::string_view bytes = utf8(row, index);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

Cell Snapshot::cell(int row, int index) const
{
    return isNull(row, index) ? Cell() : Cell(text(row, index));
}

bool Snapshot::sameCell(int row, int index, const Snapshot &other, int otherRow) const
{
    return utf8(row, index) == other.utf8(otherRow, index) &&
           isNull(row, index) == other.isNull(otherRow, index);
}

size_t Snapshot::memoryUse() const
{
    size_t bytes = sizeof(Snapshot) + m_columns.capacity() * sizeof(Column);
    for (const TextColumn &texts : m_texts) {
        bytes += sizeof(TextColumn) + texts.bytes.capacity() +
                 texts.ends.capacity() * sizeof(std::uint32_t) + texts.nulls.capacity() / 8;
    }
    return bytes;
}

SnapshotBuilder::SnapshotBuilder(std::vector<Column> columns, int nameColumn)
{
    m_snapshot.m_texts.resize(columns.size());
    m_snapshot.m_columns = std::move(columns);
    m_snapshot.m_nameColumn = nameColumn;
}

void SnapshotBuilder::append(QStringView text)
{
    constexpr size_t maxBytesPerUnit = 3;
    constexpr UChar32 replacement = 0xFFFD; // for a lone surrogate
    auto &bytes = m_snapshot.m_texts[m_nextColumn].bytes;
    const size_t before = bytes.size();
    bytes.resize(before + static_cast<size_t>(text.size()) * maxBytesPerUnit);
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8WithSub(bytes.data() + before, static_cast<int32_t>(bytes.size() - before), &length,
                       text.utf16(), static_cast<int32_t>(text.size()), replacement, nullptr,
                       &status);
    bytes.resize(before + static_cast<size_t>(length));
    endCell(false);
}

void SnapshotBuilder::appendUtf8(std::string_view text)
{
    auto &bytes = m_snapshot.m_texts[m_nextColumn].bytes;
    bytes.insert(bytes.end(), text.begin(), text.end());
    endCell(false);
}

void SnapshotBuilder::appendNull()
{
    endCell(true);
}

void SnapshotBuilder::endCell(bool isNull)
{
    auto &texts = m_snapshot.m_texts[m_nextColumn];
    if (texts.bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"The column \"%1\" holds more than 4 GiB of text; Tagsmith cannot show such a table."_s
                .arg(m_snapshot.m_columns[m_nextColumn].name));
    }
    if (isNull && texts.nulls.empty())
        texts.nulls.resize(texts.ends.size(), false);
    if (isNull || !texts.nulls.empty())
        texts.nulls.push_back(isNull);
    texts.ends.push_back(static_cast<std::uint32_t>(texts.bytes.size()));

    if (++m_nextColumn == m_snapshot.m_texts.size()) {
        m_nextColumn = 0;
        ++m_snapshot.m_rowCount;
    }
}

SnapshotPtr SnapshotBuilder::copy() const
{
    Q_ASSERT(m_nextColumn == 0);
    return std::make_shared<const Snapshot>(m_snapshot);
}

SnapshotPtr SnapshotBuilder::finish()
{
    Q_ASSERT(m_nextColumn == 0);
    for (auto &texts : m_snapshot.m_texts) {
        texts.bytes.shrink_to_fit();
        texts.ends.shrink_to_fit();
        texts.nulls.shrink_to_fit();
    }
    auto finished = std::make_shared<Snapshot>(std::move(m_snapshot));
    m_snapshot = Snapshot();
    m_snapshot.m_columns = finished->m_columns;
    m_snapshot.m_nameColumn = finished->m_nameColumn;
    m_snapshot.m_texts.resize(m_snapshot.m_columns.size());
    return finished;
}

} // namespace tagsmith
