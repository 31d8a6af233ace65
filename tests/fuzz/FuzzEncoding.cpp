// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CheckReader.h"

#include "transfer/Encoding.h"
#include "transfer/TextDecoder.h"

#include <cstddef>
#include <cstdint>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

/** What came of recognising the encoding and of decoding with it. */
struct Decoding
{
    EncodingFinding finding;
    QString error;
    QByteArray text;
    qint64 wrongOffset = -1;
    int wrongByte = -1;
};

void decodeAll(ByteSource &bytes, Decoding &result)
{
    TextDecoder decoder(bytes, result.finding.name);
    TextDecoder::Status status = TextDecoder::Status::More;
    while (status == TextDecoder::Status::More)
        status = decoder.read(result.text);
    result.wrongOffset = decoder.wrongOffset();
    result.wrongByte = decoder.wrongByte();
}

/** In the encoding @p chosen, or the one that is recognised. */
Decoding decode(const ImportSource &source, qsizetype chunkSize, const QString &chosen = {})
{
    Decoding result;
    try {
        ByteSource bytes(source, chunkSize);
        result.finding = chosen.isEmpty()
                             ? recogniseEncoding(bytes)
                             : EncodingFinding{chosen, EncodingFinding::Source::Chosen};
        if (bytes.position() != 0)
            failFuzz("the source is not at its first byte");
        decodeAll(bytes, result);
    } catch (const DatabaseError &thrown) {
        result.error = thrown.error().message;
    }
    return result;
}

void requireSame(const Decoding &one, const Decoding &other)
{
    const EncodingFinding &a = one.finding;
    const EncodingFinding &b = other.finding;
    if (one.error != other.error)
        failFuzz("another error", one.error + u" / "_s + other.error);
    if (a.name != b.name || a.source != b.source || a.confidence != b.confidence)
        failFuzz("another encoding", a.name + u" / "_s + b.name);
    if (a.wrongOffset != b.wrongOffset || a.wrongLine != b.wrongLine || a.wrongByte != b.wrongByte)
        failFuzz("another first wrong byte", describeEncoding(a) + describeEncoding(b));
    if (one.text != other.text)
        failFuzz("another text");
    if (one.wrongOffset != other.wrongOffset || one.wrongByte != other.wrongByte)
        failFuzz("decoding stops elsewhere",
                 one.finding.name + u": %1 / %2"_s.arg(one.wrongOffset).arg(other.wrongOffset));
}

/** The line of the byte at @p offset, counted in the plainest way. */
qint64 lineOf(const QByteArray &bytes, qint64 offset)
{
    QByteArray before = bytes.first(offset);
    before.replace("\r\n", "\n").replace('\r', '\n');
    return before.count('\n') + 1;
}

/** Compares the finding with Qt's own judgement of UTF-8. */
void checkWrongByte(const QByteArray &bytes, const EncodingFinding &finding)
{
    const qint64 at = finding.wrongOffset;
    if (at < 0) {
        if (finding.source == EncodingFinding::Source::Guess ||
            (finding.source == EncodingFinding::Source::Utf8 && !bytes.isValidUtf8()))
            failFuzz("bytes that are not UTF-8 have not been found");
        return;
    }
    if (at >= bytes.size() || !bytes.first(at).isValidUtf8())
        failFuzz("the first wrong byte stands earlier", describeEncoding(finding));
    constexpr qint64 longest = 4;
    for (qint64 length = 1; length <= longest && at + length <= bytes.size(); ++length) {
        if (bytes.sliced(at, length).isValidUtf8())
            failFuzz("the wrong byte is right", describeEncoding(finding));
    }
    if (finding.wrongByte != static_cast<unsigned char>(bytes.at(at)))
        failFuzz("the wrong byte is another one", describeEncoding(finding));
    if (finding.wrongLine != lineOf(bytes, at))
        failFuzz("the wrong byte stands on another line", describeEncoding(finding));
}

void checkDecoding(const QByteArray &bytes, const Decoding &decoding)
{
    const EncodingFinding &finding = decoding.finding;
    const QByteArrayView mark("\xEF\xBB\xBF", 3);
    if (!decoding.text.isValidUtf8() && decoding.wrongOffset < 0)
        failFuzz("decoding makes something else than UTF-8");
    if (finding.name == "UTF-8"_L1 && bytes.isValidUtf8() && decoding.text != bytes)
        failFuzz("UTF-8 does not stay as it is");
    if (finding.source == EncodingFinding::Source::Utf8 &&
        decoding.wrongOffset != finding.wrongOffset)
        failFuzz("the decoder finds another wrong byte", QString::number(decoding.wrongOffset));
    if (bytes.startsWith(mark) && finding.source != EncodingFinding::Source::Mark &&
        finding.source != EncodingFinding::Source::Chosen)
        failFuzz("a byte order mark counts for nothing");
    // A guess has been tried on all of so small a file; only its last character may be cut.
    constexpr qint64 longest = 8;
    if (finding.source == EncodingFinding::Source::Guess && decoding.wrongOffset >= 0 &&
        decoding.wrongOffset + longest < bytes.size())
        failFuzz("the guess cannot read what it was made of", describeEncoding(finding));
    if (decoding.wrongOffset >= 0 && decoding.wrongByte >= 0 &&
        (decoding.wrongOffset >= bytes.size() ||
         decoding.wrongByte != static_cast<unsigned char>(bytes.at(decoding.wrongOffset))))
        failFuzz("the byte that stops decoding is another one",
                 finding.name + u' ' + QString::number(decoding.wrongOffset));
}

/** Decodes @p source in an encoding of any kind, whether it is in it or not. */
void checkChosen(const QByteArray &bytes, const ImportSource &source)
{
    static const QStringList names{u"UTF-16LE"_s, u"UTF-16"_s,      u"UTF-32BE"_s, u"Shift_JIS"_s,
                                   u"GB18030"_s,  u"ISO-2022-JP"_s, u"US-ASCII"_s, u"EUC-KR"_s};
    const QString chosen = names[bytes.size() % names.size()];
    const Decoding usual = decode(source, readerChunkSize, chosen);
    checkDecoding(bytes, usual);
    for (const qsizetype chunkSize : {1, 7})
        requireSame(usual, decode(source, chunkSize, chosen));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Decodes the input as it is recognised, then in another encoding, in chunks of several sizes. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    ImportSource source;
    source.data = bytes;
    if (ByteSource(source, readerChunkSize).isPacked())
        return 0;
    const Decoding usual = decode(source, readerChunkSize);
    for (const qsizetype chunkSize : {1, 2, 7})
        requireSame(usual, decode(source, chunkSize));
    if (usual.error.isEmpty()) {
        checkWrongByte(bytes, usual.finding);
        checkDecoding(bytes, usual);
    }
    checkChosen(bytes, source);
    return 0;
}
