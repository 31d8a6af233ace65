// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/FormatDetection.h"

#include "transfer/Separators.h"

#include <algorithm>
#include <vector>

namespace tagsmith
{

namespace
{

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

} // namespace

FileFormat recogniseFormat(const QString &path, QByteArrayView head, bool whole)
{
    if (const std::optional<FileFormat> named = fileFormatFromPath(path))
        return *named;
    if (const std::optional<FileFormat> json = recogniseJson(head))
        return *json;
    if (separatorLine(head).separator != '\0')
        return FileFormat::Csv;
    const std::vector<SeparatorCounts> records = countSeparators(head, whole);
    if (isConsistent(records, '\t'))
        return FileFormat::Tsv;
    const bool allQuoted = records.size() > 1 && std::all_of(records.begin(), records.end(),
                                                             [](const SeparatorCounts &counts) {
                                                                 return counts.allQuoted;
                                                             });
    if (isConsistent(records, ',') || isConsistent(records, ';') || isConsistent(records, '|') ||
        allQuoted)
        return FileFormat::Csv;
    return FileFormat::Lines;
}

} // namespace tagsmith
