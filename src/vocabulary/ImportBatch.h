// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "transfer/RecordReader.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** A record of the file that passed the checks and is to be stored. */
struct ImportRow
{
    qint64 line = 0;
    qint64 number = 0; ///< of its name among all of the file, counted from 1
    QString name;
    Row values;       ///< in the order of ResolvedMapping::columns
    Record record;    ///< as read, for the file of rejected records; kept only when there is one
    QString key = {}; ///< of the stored tag that the row updates
    int position = 0; ///< of its name among those of its cell, from 0
};

/** Rows that go to the database together. */
using ImportBatch = std::vector<ImportRow>;

inline QStringList namesOf(const ImportBatch &batch)
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(batch.size()));
    for (const ImportRow &row : batch)
        names << row.name;
    return names;
}

} // namespace tagsmith
