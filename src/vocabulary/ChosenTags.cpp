// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ChosenTags.h"

#include "database/ScopedConnection.h"
#include "vocabulary/WriteRules.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxListedKeys = 10;

DatabaseError ambiguous(const QString &name, const std::vector<StoredTag> &tags, const Column &key)
{
    QStringList keys;
    for (size_t i = 0; i < std::min(tags.size(), maxListedKeys); ++i)
        keys << tags[i].key;
    if (tags.size() > maxListedKeys)
        keys << u"…"_s;
    return {ErrorKind::Conflict,
            u"“%1” is the name of %2 tags (%3 %4); say which one by its key (--by-key)."_s.arg(
                name, QString::number(tags.size()), key.name, keys.join(u", "_s))};
}

/** The one of @p tags that @p name means. */
const StoredTag &meantBy(const QString &name, const std::vector<StoredTag> &tags, const Column &key)
{
    if (tags.size() == 1)
        return tags.front();
    const auto isSpelledSo = [&name](const StoredTag &tag) { return tag.name == name; };
    const auto exact = std::find_if(tags.begin(), tags.end(), isSpelledSo);
    if (exact == tags.end() || std::count_if(exact, tags.end(), isSpelledSo) > 1)
        throw ambiguous(name, tags, key);
    return *exact;
}

/** A number that no key can be would be read as another one by the server. */
bool canBeKey(const Column &key, const QString &text)
{
    bool isNumber = true;
    if (key.type == ColumnType::Integer)
        text.toLongLong(&isNumber);
    return isNumber;
}

} // namespace

std::vector<StoredTag> chosenTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                                  const QStringList &namesOrKeys, TagAddress address)
{
    const bool byKey = address == TagAddress::Key;
    for (const QString &text : namesOrKeys) { // SQLite would read only what stands before a NUL
        if (text.contains(QChar::Null) || !text.isValidUtf16())
            throw missingTag(text, address);
    }
    std::vector<int> columns(vocabulary.columns.size());
    std::iota(columns.begin(), columns.end(), 0);
    const auto found = StoredTags(connection, vocabulary, columns)
                           .findAll(namesOrKeys, byKey ? vocabulary.key() : vocabulary.nameField());

    std::vector<StoredTag> chosen;
    QSet<QString> seen; // the same tag may be named twice
    for (int position = 0; position < namesOrKeys.size(); ++position) {
        const QString &text = namesOrKeys.at(position);
        const auto match = found.find(position);
        if (match == found.end() || (byKey && !canBeKey(vocabulary.key(), text)))
            throw missingTag(text, address);
        const StoredTag &tag = meantBy(text, match->second, vocabulary.key());
        if (seen.contains(tag.key))
            continue;
        seen.insert(tag.key);
        chosen.push_back(tag);
    }
    return chosen;
}

StoredTag chosenTag(ScopedConnection &connection, const Vocabulary &vocabulary,
                    const QString &nameOrKey, TagAddress address)
{
    return chosenTags(connection, vocabulary, {nameOrKey}, address).front();
}

} // namespace tagsmith
