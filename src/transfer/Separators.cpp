// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/Separators.h"

#include <algorithm>

namespace tagsmith
{

namespace
{

constexpr size_t comparedRecords = 20;

bool isLineEnd(char byte)
{
    return byte == '\n' || byte == '\r';
}

size_t placeOf(char separator)
{
    const auto *place = std::find(guessedSeparators.begin(), guessedSeparators.end(), separator);
    return static_cast<size_t>(place - guessedSeparators.begin());
}

/** Goes through a text record by record. */
class SeparatorCounter
{
public:
    /** Takes the next byte; true behind a record. */
    bool take(char byte)
    {
        if (!m_quoted && isLineEnd(byte)) {
            m_atFieldBegin = true;
            return !m_blank;
        }
        if (m_blank)
            m_first = byte;
        m_blank = false;
        const size_t place = placeOf(byte);
        const bool isSeparator = !m_quoted && place < guessedSeparators.size();
        if (isSeparator)
            ++m_counts.of[place];
        // As for the reader, a quote amid a field is text, and behind a closing one it reopens.
        const bool closes = byte == '"' && m_quoted;
        if (closes || (byte == '"' && (m_atFieldBegin || m_closed)))
            m_quoted = !m_quoted;
        m_closed = closes;
        m_atFieldBegin = isSeparator;
        m_last = byte;
        return false;
    }

    bool isBlank() const { return m_blank; }

    SeparatorCounts takeRecord()
    {
        SeparatorCounts counts = m_counts;
        counts.allQuoted = m_first == '"' && m_last == '"';
        *this = {};
        return counts;
    }

private:
    SeparatorCounts m_counts;
    bool m_blank = true;
    bool m_quoted = false;
    bool m_closed = false; ///< the byte before closed a quote
    bool m_atFieldBegin = true;
    char m_first = '\0';
    char m_last = '\0';
};

} // namespace

bool isGuessedSeparator(char byte)
{
    return placeOf(byte) < guessedSeparators.size();
}

bool isUsableSeparator(QChar delimiter)
{
    const char16_t code = delimiter.unicode();
    return code > 0 && code < 128 && code != u'"' && code != u'\n' && code != u'\r' &&
           !delimiter.isLetterOrNumber();
}

SeparatorLine separatorLine(QByteArrayView head)
{
    const bool quoted = head.startsWith('"');
    const QByteArrayView line = quoted ? head.sliced(1) : head;
    constexpr qsizetype keySize = 4;
    if (line.size() <= keySize ||
        line.first(keySize).compare(QByteArrayView("sep=", keySize), Qt::CaseInsensitive) != 0)
        return {};
    const char separator = line[keySize];
    if (!isUsableSeparator(QLatin1Char(separator)))
        return {};
    QByteArrayView rest = line.sliced(keySize + 1);
    if (quoted) {
        if (!rest.startsWith('"'))
            return {};
        rest = rest.sliced(1);
    }
    if (!rest.isEmpty() && !isLineEnd(rest.front()))
        return {};
    return {separator, head.size() - rest.size()};
}

std::vector<SeparatorCounts> countSeparators(QByteArrayView head, bool whole)
{
    std::vector<SeparatorCounts> records;
    SeparatorCounter counter;
    for (const char byte : head) {
        if (!counter.take(byte))
            continue;
        records.push_back(counter.takeRecord());
        if (records.size() == comparedRecords)
            return records;
    }
    if (whole && !counter.isBlank())
        records.push_back(counter.takeRecord());
    return records;
}

bool isConsistent(const std::vector<SeparatorCounts> &records, char separator)
{
    const size_t place = placeOf(separator);
    if (records.size() < 2 || records.front().of[place] == 0)
        return false;
    const auto same =
        std::count_if(records.begin(), records.end(), [&](const SeparatorCounts &counts) {
            return counts.of[place] == records.front().of[place];
        });
    return static_cast<size_t>(same) * 5 >= records.size() * 4;
}

char recogniseSeparator(QByteArrayView head, bool whole)
{
    std::vector<SeparatorCounts> records = countSeparators(head, whole);
    if (records.empty())
        records = countSeparators(head, true);
    if (records.empty())
        return ',';
    for (const char separator : guessedSeparators) {
        if (isConsistent(records, separator))
            return separator;
    }
    const auto isInHeader = [&records](char separator) {
        return records.front().of[placeOf(separator)] > 0;
    };
    // Where records contradict it, a tab or bar in the header rather belongs to a name.
    const size_t known = records.size() > 1 ? 2 : guessedSeparators.size();
    const auto *const end = guessedSeparators.begin() + known;
    const auto *const found = std::find_if(guessedSeparators.begin(), end, isInHeader);
    return found == end ? ',' : *found;
}

} // namespace tagsmith
