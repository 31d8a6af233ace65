// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** A value for one column. */
struct ColumnValue
{
    QString column;
    Cell value;
};

/** Adds tags; each gets the same values. A name that exists already is a conflict. */
struct AddRequest
{
    QStringList names;
    std::vector<ColumnValue> values;
    bool dryRun = false;
};

/** Sets columns of one tag, other than its name. */
struct SetRequest
{
    QString name;
    std::vector<ColumnValue> values;
    bool dryRun = false;
};

struct RenameRequest
{
    QString oldName;
    QString newName;
    bool dryRun = false;
};

struct DeleteRequest
{
    QStringList names;
    bool withTaggings = false; ///< false: tags in use are refused
    bool dryRun = false;
};

} // namespace tagsmith
