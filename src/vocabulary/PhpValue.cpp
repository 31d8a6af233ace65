// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PhpValue.h"

#include <QVariantMap>

namespace tagsmith
{

namespace
{

constexpr int maxDepth = 64;

/** Reads from the front of a text; every answer is empty once something was amiss. */
class Reader
{
public:
    explicit Reader(const QByteArray &text) : m_text(text) {}

    bool isAtEnd() const { return m_at == m_text.size(); }

    std::optional<QVariant> value(int depth = 0)
    {
        const std::optional<QByteArray> type = upTo(1);
        if (!type || depth > maxDepth)
            return std::nullopt;
        if (*type == "N")
            return skip(';') ? std::optional<QVariant>(QVariant()) : std::nullopt;
        if (!skip(':'))
            return std::nullopt;
        switch (type->at(0)) {
        case 'b':
        case 'i': return number();
        case 'd': return real();
        case 's': return string();
        case 'a': return array(depth);
        default: return std::nullopt;
        }
    }

private:
    std::optional<QByteArray> upTo(qsizetype count)
    {
        if (count < 0 || count > m_text.size() - m_at)
            return std::nullopt;
        m_at += count;
        return m_text.mid(m_at - count, count);
    }

    bool skip(char expected) { return upTo(1) == QByteArray(1, expected); }

    /** The text before the next @p end, which is skipped. */
    std::optional<QByteArray> until(char end)
    {
        const qsizetype found = m_text.indexOf(end, m_at);
        if (found < 0)
            return std::nullopt;
        std::optional<QByteArray> before = upTo(found - m_at);
        ++m_at;
        return before;
    }

    std::optional<QVariant> number(char end = ';')
    {
        const auto digits = until(end);
        bool isNumber = false;
        const qlonglong value = digits ? digits->toLongLong(&isNumber) : 0;
        return isNumber ? std::optional<QVariant>(value) : std::nullopt;
    }

    std::optional<QVariant> real()
    {
        const auto digits = until(';');
        return digits ? std::optional<QVariant>(digits->toDouble()) : std::nullopt;
    }

    std::optional<QVariant> string()
    {
        const auto length = number(':');
        if (!length || !skip('"'))
            return std::nullopt;
        const auto bytes = upTo(length->toLongLong());
        if (!bytes || !skip('"') || !skip(';'))
            return std::nullopt;
        return QString::fromUtf8(*bytes);
    }

    std::optional<QVariant> array(int depth)
    {
        const auto count = number(':');
        if (!count || !skip('{'))
            return std::nullopt;
        QVariantMap map;
        for (qlonglong i = 0; i < count->toLongLong(); ++i) {
            const auto key = value(depth + 1);
            const auto member = key ? value(depth + 1) : std::nullopt;
            if (!member)
                return std::nullopt;
            map.insert(key->toString(), *member);
        }
        return skip('}') ? std::optional<QVariant>(map) : std::nullopt;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<QVariant> readPhpValue(const QByteArray &text)
{
    Reader reader(text);
    const auto value = reader.value();
    return reader.isAtEnd() ? value : std::nullopt;
}

} // namespace tagsmith
