// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/** The other tables of the WordPress installation that a vocabulary is a taxonomy of. */
class WordPressTables
{
public:
    WordPressTables(ScopedConnection &connection, const Vocabulary &vocabulary);

    /** "post_tag", "category" … */
    const QString &taxonomy() const { return m_taxonomy; }
    bool has(const QString &table) const;
    /** @p table with the prefix of the installation. */
    QString named(const QString &table) const { return m_prefix + table; }
    /** The same as an identifier. */
    QString quoted(const QString &table) const;

private:
    ScopedConnection &m_connection;
    QString m_prefix;
    QString m_taxonomy;
};

} // namespace tagsmith
