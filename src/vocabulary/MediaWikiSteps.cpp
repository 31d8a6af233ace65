// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/MediaWikiSteps.h"

#include "core/Error.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** "MediaWiki:Tag-…-description" has to be the title of a page, which has at most 255 bytes. */
constexpr qsizetype maxNameBytes = 255 - 16;

bool isForbidden(QChar character)
{
    // The first three MediaWiki refuses in a tag, the others in the title of any page.
    return u",|/#<>[]{}"_s.contains(character) || character < u' ' || character == u'\x7f';
}

} // namespace

void MediaWikiSteps::before(ScopedConnection &, const Vocabulary &, const TagOperation &operation,
                            Receipt &) const
{
    if (operation.kind != "rename"_L1)
        return;
    const QString &name = operation.newName;
    if (std::any_of(name.begin(), name.end(), isForbidden)) {
        throw DatabaseError(ErrorKind::Refused,
                            u"“%1” cannot be the name of a change tag: MediaWiki allows none of "
                            "the characters , | / # < > [ ] { } in it."_s.arg(name));
    }
    if (name.toUtf8().size() > maxNameBytes) {
        throw DatabaseError(
            ErrorKind::TooLong,
            u"“%1” is too long for a change tag: its pages on the wiki could not be "
            "called after it; take at most %2 bytes."_s.arg(name)
                .arg(maxNameBytes));
    }
}

} // namespace tagsmith
