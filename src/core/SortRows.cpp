// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/SortRows.h"

#include "core/Error.h"
#include "core/NumberOrder.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t rowsBetweenChecks = 4096;

/** A row with the beginning of its sort key, which decides nearly every comparison. */
struct Item
{
    std::uint64_t prefix = 0;
    std::uint32_t row = 0;
    std::uint32_t place = 0; ///< which sort key is the row's
};

std::unique_ptr<icu::Collator> makeCollator()
{
    icu::Locale locale;
    // "No locale" (LC_ALL=C) would sort by code point, which helps nobody who reads a list.
    if (std::strcmp(locale.getName(), "en_US_POSIX") == 0)
        locale = icu::Locale::getRoot();
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
    if (collator)
        collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    if (U_FAILURE(status) || !collator) {
        throw DatabaseError(ErrorKind::Internal,
                            u"ICU's data files are missing; install the package libicu."_s);
    }
    return collator;
}

/** The first eight bytes as a number that compares as the bytes do. */
std::uint64_t prefixOf(std::string_view key)
{
    std::uint64_t prefix = 0;
    for (size_t i = 0; i < sizeof(prefix); ++i)
        prefix = (prefix << 8) | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    return prefix;
}

/** Sort keys of the locale's collation, one after the other in one piece of memory. */
class CollationKeys
{
public:
    CollationKeys() : m_collator(makeCollator()) {}

    std::string_view append(std::string_view utf8)
    {
        m_text = icu::UnicodeString::fromUTF8(
            icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
        const size_t begin = m_bytes.size();
        const auto guess = static_cast<int32_t>(utf8.size() * 2 + 16);
        m_bytes.resize(begin + static_cast<size_t>(guess));
        const int32_t length = keyInto(begin, guess);
        m_bytes.resize(begin + static_cast<size_t>(length));
        if (length > guess)
            keyInto(begin, length);
        m_ends.push_back(m_bytes.size());
        return at(m_ends.size() - 1);
    }
    std::string_view at(size_t place) const
    {
        const size_t begin = place == 0 ? 0 : m_ends[place - 1];
        return {m_bytes.data() + begin, m_ends[place] - begin};
    }

private:
    int32_t keyInto(size_t begin, int32_t capacity)
    {
        return m_collator->getSortKey(m_text, reinterpret_cast<uint8_t *>(m_bytes.data() + begin),
                                      capacity);
    }

    std::unique_ptr<icu::Collator> m_collator;
    icu::UnicodeString m_text;
    std::vector<char> m_bytes;
    std::vector<size_t> m_ends;
};

/** Puts @p items in order; @p compareTied(a, b) decides where prefixes are equal. */
template <class CompareTied>
void sortItems(std::vector<Item> &items, Qt::SortOrder order, const CompareTied &compareTied)
{
    const bool descending = order == Qt::DescendingOrder;
    std::sort(items.begin(), items.end(), [&](const Item &left, const Item &right) {
        if (left.prefix != right.prefix)
            return (left.prefix < right.prefix) != descending;
        const int tied = compareTied(left, right);
        return tied == 0 ? left.row < right.row : (tied < 0) != descending;
    });
}

/** One item for each row, with the prefix that @p prefixOfText makes of its text. */
template <class PrefixOfText>
std::vector<Item> makeItems(const Snapshot &snapshot, int column,
                            const std::vector<std::uint32_t> &rows, const CancelToken &token,
                            const PrefixOfText &prefixOfText)
{
    std::vector<Item> items;
    items.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        const auto place = static_cast<std::uint32_t>(items.size());
        if (place % rowsBetweenChecks == 0)
            token.throwIfCancelled();
        items.push_back({prefixOfText(snapshot.utf8(static_cast<int>(row), column)), row, place});
    }
    token.throwIfCancelled();
    return items;
}

std::vector<Item> sortedItems(const Snapshot &snapshot, int column, Qt::SortOrder order,
                              const CancelToken &token, const std::vector<std::uint32_t> &rows)
{
    const auto textOf = [&](const Item &item) {
        return snapshot.utf8(static_cast<int>(item.row), column);
    };
    const ColumnType type = snapshot.columns()[static_cast<size_t>(column)].type;
    if (type == ColumnType::Text) {
        CollationKeys keys;
        auto items = makeItems(snapshot, column, rows, token,
                               [&](std::string_view text) { return prefixOf(keys.append(text)); });
        sortItems(items, order, [&](const Item &left, const Item &right) {
            return keys.at(left.place).compare(keys.at(right.place));
        });
        return items;
    }
    if (type == ColumnType::Integer || type == ColumnType::Real) {
        auto items = makeItems(snapshot, column, rows, token, numberPrefix);
        sortItems(items, order, [&](const Item &left, const Item &right) {
            return compareSamePrefix(textOf(left), textOf(right));
        });
        return items;
    }
    auto items = makeItems(snapshot, column, rows, token, prefixOf);
    sortItems(items, order, [&](const Item &left, const Item &right) {
        return textOf(left).compare(textOf(right));
    });
    return items;
}

} // namespace

void sortRows(const Snapshot &snapshot, int column, Qt::SortOrder order, const CancelToken &token,
              std::vector<std::uint32_t> &rows)
{
    std::vector<std::uint32_t> values;
    std::vector<std::uint32_t> nulls;
    for (const std::uint32_t row : rows)
        (snapshot.isNull(static_cast<int>(row), column) ? nulls : values).push_back(row);

    const auto items = sortedItems(snapshot, column, order, token, values);
    rows.clear();
    if (order == Qt::AscendingOrder)
        rows.insert(rows.end(), nulls.begin(), nulls.end());
    for (const Item &item : items)
        rows.push_back(item.row);
    if (order == Qt::DescendingOrder)
        rows.insert(rows.end(), nulls.begin(), nulls.end());
}

} // namespace tagsmith
