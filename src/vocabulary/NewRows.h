// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/RowSelection.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

class ScopedConnection;

/**
 * Tells the rows of the vocabulary's table that an INSERT makes from those that were there, by
 * their names: for the journal. Used only where there is one.
 */
class NewRows
{
public:
    /** Before the INSERT of tags called @p names, which do not equal each other; locks them. */
    NewRows(ScopedConnection &connection, const Vocabulary &vocabulary, const QStringList &names);

    /** After it, and while this lives: what it made. */
    RowSelection made() const;

private:
    /** The table and, where there is one, the name table, found by names bound as JSON. */
    QString from() const;

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    QString m_names;
    QStringList m_earlier; ///< the keys of rows that have such names already
};

} // namespace tagsmith
