// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** Asks for rows that use one tag. */
struct TaggingPageRequest
{
    QString key;       ///< of the tag
    int reference = 0; ///< index into the vocabulary's references
    qint64 offset = 0; ///< rows to leave out: a multiple of rows
    int rows = 50;
};

/** Some of the rows that use a tag, in a stable order. */
struct TaggingPage
{
    QStringList columns;   ///< of the reference's table that name the object, then "Object"
    std::vector<Row> rows; ///< the last cell is the object's readable text, NULL if it is not known
    bool hasMore = false;
};

} // namespace tagsmith
