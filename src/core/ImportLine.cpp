// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ImportLine.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString lineVerdictName(LineVerdict verdict)
{
    switch (verdict) {
    case LineVerdict::New: return u"new"_s;
    case LineVerdict::Changed: return u"changed"_s;
    case LineVerdict::Unchanged: return u"unchanged"_s;
    case LineVerdict::Skipped: return u"skipped"_s;
    case LineVerdict::Rejected: return u"rejected"_s;
    case LineVerdict::Renamed: return u"renamed"_s;
    case LineVerdict::Merged: return u"merged"_s;
    case LineVerdict::Deleted: return u"deleted"_s;
    }
    return {};
}

} // namespace tagsmith
