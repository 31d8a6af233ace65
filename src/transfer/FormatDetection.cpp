// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/FormatDetection.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tagsmith
{

namespace
{

constexpr size_t comparedLines = 20;

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/** The index of the first character from @p at on that is no white space; the size if none. */
qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/** Just behind the object that begins at @p at; -1 if it does not end in @p text. */
qsizetype endOfObject(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '"')
            quoted = !quoted;
        else if (quoted && byte == '\\')
            ++at;
        else if (!quoted && (byte == '{' || byte == '['))
            ++depth;
        else if (!quoted && (byte == '}' || byte == ']') && --depth == 0)
            return at + 1;
    }
    return -1;
}

/** Whether @p text, an object, has the text "tags" in quotes before its first bracket. */
bool hasTagsArray(QByteArrayView object)
{
    const qsizetype bracket = object.indexOf('[');
    return bracket > 0 && object.first(bracket).contains(QByteArrayView("\"tags\"", 6));
}

std::optional<FileFormat> recogniseJson(QByteArrayView head)
{
    const qsizetype begin = skipSpace(head, 0);
    if (begin == head.size())
        return std::nullopt;
    const qsizetype inner = skipSpace(head, begin + 1);
    const char next = inner < head.size() ? head[inner] : '\0';
    if (head[begin] == '[' && (next == '{' || next == '"' || next == ']'))
        return FileFormat::Json;
    if (head[begin] != '{' || (next != '"' && next != '}'))
        return std::nullopt;
    const qsizetype end = endOfObject(head, begin);
    if (end < 0)
        return FileFormat::Json;
    const QByteArrayView object = head.sliced(begin, end - begin);
    const bool alone = skipSpace(head, end) == head.size();
    return alone && (hasTagsArray(object) || object.contains('\n')) ? FileFormat::Json
                                                                    : FileFormat::JsonLines;
}

struct Counts
{
    std::array<int, 3> of{}; ///< tabs, commas, semicolons
    bool blank = true;
    bool allQuoted = false; ///< one quoted field, nothing else
};

/** Counts the separators outside quotes in the records that @p head begins with. */
std::vector<Counts> countSeparators(QByteArrayView head, bool whole)
{
    std::vector<Counts> records;
    Counts current;
    bool quoted = false;
    char first = '\0';
    char last = '\0';
    const auto closeRecord = [&] {
        current.allQuoted = first == '"' && last == '"';
        if (!current.blank)
            records.push_back(current);
        current = {};
    };
    for (const char byte : head) {
        if (!quoted && (byte == '\n' || byte == '\r')) {
            closeRecord();
            if (records.size() == comparedLines)
                return records;
            continue;
        }
        if (current.blank)
            first = byte;
        last = byte;
        current.blank = false;
        if (byte == '"')
            quoted = !quoted;
        else if (!quoted && byte == '\t')
            ++current.of[0];
        else if (!quoted && byte == ',')
            ++current.of[1];
        else if (!quoted && byte == ';')
            ++current.of[2];
    }
    if (whole)
        closeRecord();
    return records;
}

/** Whether four records of five have as many separators of that kind as the first one. */
bool isConsistent(const std::vector<Counts> &records, size_t kind)
{
    if (records.size() < 2 || records.front().of[kind] == 0)
        return false;
    const auto same = std::count_if(records.begin(), records.end(), [&](const Counts &counts) {
        return counts.of[kind] == records.front().of[kind];
    });
    return static_cast<size_t>(same) * 5 >= records.size() * 4;
}

} // namespace

FileFormat recogniseFormat(const QString &path, QByteArrayView head, bool whole)
{
    if (const std::optional<FileFormat> named = fileFormatFromPath(path))
        return *named;
    if (const std::optional<FileFormat> json = recogniseJson(head))
        return *json;
    const std::vector<Counts> records = countSeparators(head, whole);
    if (isConsistent(records, 0))
        return FileFormat::Tsv;
    const bool allQuoted =
        records.size() > 1 && std::all_of(records.begin(), records.end(),
                                          [](const Counts &counts) { return counts.allQuoted; });
    if (isConsistent(records, 1) || isConsistent(records, 2) || allQuoted)
        return FileFormat::Csv;
    return FileFormat::Lines;
}

} // namespace tagsmith
