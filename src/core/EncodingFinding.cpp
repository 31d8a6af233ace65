// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/EncodingFinding.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString wrongByteText(const EncodingFinding &finding)
{
    if (finding.wrongOffset < 0)
        return {};
    return u"byte 0x%1 at offset %2, on line %3, is not UTF-8"_s.arg(
        QString::number(finding.wrongByte, 16).toUpper().rightJustified(2, u'0'),
        QString::number(finding.wrongOffset), QString::number(finding.wrongLine));
}

} // namespace

QString describeEncoding(const EncodingFinding &finding)
{
    if (finding.name.isEmpty())
        return {};
    if (!finding.isWhole)
        return u"UTF-8 so far: still reading the rest of the file…"_s;
    const QString wrong = wrongByteText(finding);
    switch (finding.source) {
    case EncodingFinding::Source::Chosen: return {};
    case EncodingFinding::Source::Mark: return u"Named by the file's byte order mark."_s;
    case EncodingFinding::Source::Utf8:
        return wrong.isEmpty() ? u"All of the file is UTF-8."_s
                               : u"Most of the file is UTF-8, but %1."_s.arg(wrong);
    case EncodingFinding::Source::Zeros: return u"Recognised by the file's zero bytes."_s;
    case EncodingFinding::Source::Guess: break;
    }
    const QString guessed = finding.confidence < 0
                                ? u"Guessed, without any confidence"_s
                                : u"Guessed with a confidence of %1 %"_s.arg(finding.confidence);
    return wrong.isEmpty() ? guessed + u'.' : u"%1: %2."_s.arg(guessed, wrong);
}

} // namespace tagsmith
