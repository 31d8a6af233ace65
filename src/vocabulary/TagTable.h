// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>

namespace tagsmith
{

class Dialect;
class Statement;

/**
 * The SQL that picks the tags of one vocabulary: `FROM from() WHERE scope()`. Its own table is
 * called t there, the name table n. Lives shorter than both arguments.
 */
class TagTable
{
public:
    TagTable(const Dialect &dialect, const Vocabulary &vocabulary);

    /** The table, joined with the name table where there is one. */
    QString from() const;
    /** The conditions of the scope, joined by AND; "1 = 1" where there is none. */
    QString scope() const;
    /** Binds the values of scope(). */
    void bindScope(Statement &statement) const;

    /** @p column in from(), as comparisons see it. */
    QString expression(const Column &column) const;
    /** @p column in from(), for SELECT: text that loses nothing. */
    QString selected(const Column &column) const;
    /** expression() of the key. */
    QString key() const;

private:
    const Dialect &m_dialect;
    const Vocabulary &m_vocabulary;
};

/** Binds @p value for a comparison with or an assignment to @p column: whole numbers as such. */
void bindAs(Statement &statement, const Column &column, const Cell &value);

} // namespace tagsmith
