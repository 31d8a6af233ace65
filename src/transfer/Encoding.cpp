// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/Encoding.h"

#include "core/Error.h"
#include "transfer/EncodingGuess.h"
#include "transfer/RecordReader.h"
#include "transfer/Utf8Scan.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype headSize = 64 * 1024;
constexpr qsizetype binaryProbeSize = 4 * 1024;

QString encodingOfMark(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xEF\xBB\xBF", 3)))
        return u"UTF-8"_s;
    if (head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return u"UTF-32LE"_s;
    if (head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return u"UTF-32BE"_s;
    if (head.startsWith(QByteArrayView("\xFF\xFE", 2)))
        return u"UTF-16LE"_s;
    if (head.startsWith(QByteArrayView("\xFE\xFF", 2)))
        return u"UTF-16BE"_s;
    return {};
}

bool hasKnownSignature(QByteArrayView head)
{
    static constexpr std::array<QByteArrayView, 6> signatures{
        QByteArrayView("PK\x03\x04", 4),
        QByteArrayView("\x1F\x8B", 2),
        QByteArrayView("%PDF-", 5),
        QByteArrayView("\x89PNG", 4),
        QByteArrayView("SQLite format 3\0", 16),
        QByteArrayView("\xD0\xCF\x11\xE0", 4)};
    return std::any_of(signatures.begin(), signatures.end(),
                       [head](QByteArrayView signature) { return head.startsWith(signature); });
}

bool isControl(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    const bool usual = (code >= '\b' && code <= '\r') || code == 0x1B; // ESC: ISO-2022
    return code < 0x20 && !usual;
}

bool looksBinary(QByteArrayView head, QChar delimiter)
{
    constexpr qsizetype tolerated = 4;
    constexpr qsizetype share = 20;
    const auto controls = std::count_if(head.begin(), head.end(), [delimiter](char byte) {
        const bool isExpected = !delimiter.isNull() && QLatin1Char(byte) == delimiter;
        return isControl(byte) && !isExpected;
    });
    return hasKnownSignature(head) || (controls > tolerated && controls * share > head.size());
}

} // namespace

QString canonicalEncoding(const QString &name)
{
    const QByteArray given = name.toUtf8();
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = name.isEmpty() ? nullptr : ucnv_open(given.constData(), &status);
    if (converter == nullptr) {
        throw DatabaseError(ErrorKind::Usage,
                            u"“%1” is not a known encoding; use a name such as UTF-8."_s.arg(name));
    }
    const char *found = nullptr;
    for (const char *standard : {"MIME", "IANA"}) {
        UErrorCode ignored = U_ZERO_ERROR;
        if (found == nullptr)
            found = ucnv_getStandardName(given.constData(), standard, &ignored);
    }
    if (found == nullptr)
        found = ucnv_getName(converter, &status);
    const QString canonical = QString::fromLatin1(found);
    ucnv_close(converter);
    return canonical;
}

EncodingFinding recogniseEncoding(ByteSource &source, QChar delimiter, const EncodingSearch &search)
{
    using From = EncodingFinding::Source;
    const QByteArray head = source.head(headSize);
    if (const QString marked = encodingOfMark(head); !marked.isEmpty())
        return {marked, From::Mark};
    // UTF-16 of Latin text is UTF-8 with zeros, so this has to come first.
    if (const QString wide = wideEncodingByZeros(head); !wide.isEmpty())
        return {wide, From::Zeros};
    const Utf8Scan scan = scanUtf8(source, search);
    if (!scan.isUtf8 && !scan.isDamaged && !hasKnownSignature(head)) {
        if (const QString wide = wideEncodingByUnits(head); !wide.isEmpty())
            return {wide, From::Zeros};
    }
    requireText(source, delimiter);
    EncodingFinding finding{u"UTF-8"_s, From::Utf8};
    if (!scan.isUtf8 && !scan.isDamaged)
        finding = guessEncoding(scan.sample);
    finding.wrongOffset = scan.wrongOffset;
    finding.wrongLine = scan.wrongLine;
    finding.wrongByte = scan.wrongByte;
    finding.isWhole = scan.isWhole;
    return finding;
}

bool isWideEncoding(const QString &encoding)
{
    return encoding.startsWith("UTF-16"_L1) || encoding.startsWith("UTF-32"_L1) ||
           encoding.contains("10646"_L1);
}

void requireText(ByteSource &source, QChar delimiter)
{
    if (looksBinary(source.head(binaryProbeSize), delimiter)) {
        throw DatabaseError(ErrorKind::File,
                            source.name() +
                                u" is not text but a binary file; save it as CSV or JSON first."_s);
    }
}

} // namespace tagsmith
