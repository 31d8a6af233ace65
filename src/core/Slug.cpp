// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Slug.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** @p text in lower-case ASCII where there is a way to write it so. */
QString transliterated(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(icu::Transliterator::createInstance(
        icu::UnicodeString(u"Any-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !transliterator)
        return text.toLower();
    icu::UnicodeString units(reinterpret_cast<const char16_t *>(text.utf16()),
                             static_cast<int32_t>(text.size()));
    transliterator->transliterate(units);
    return QString::fromUtf16(units.getBuffer(), units.length());
}

bool isSlugCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
}

} // namespace

QString slugOf(const QString &name)
{
    QString slug;
    bool endsWord = false;
    const QString text = transliterated(name);
    for (const QChar c : text) {
        if (c == u'\'' || c == u'’')
            continue; // don't: dont
        if (!isSlugCharacter(c)) {
            endsWord = true;
            continue;
        }
        if (endsWord && !slug.isEmpty())
            slug += u'-';
        endsWord = false;
        slug += c;
    }
    return slug.isEmpty() ? u"tag"_s : slug;
}

} // namespace tagsmith
