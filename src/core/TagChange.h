// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/ColumnValue.h"
#include "core/ExpectedTag.h"
#include "core/Receipt.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** How a request names its tags. Keys are needed where two tags may have equal names. */
enum class TagAddress { Name, Key };

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
    TagAddress address = TagAddress::Name;
    std::vector<ExpectedTag> expected = {}; ///< what was decided on; empty: not compared
};

struct RenameRequest
{
    QString oldName; ///< or its key
    QString newName;
    bool dryRun = false;
    TagAddress address = TagAddress::Name;
    bool newSlug = false; ///< derive the slug from the new name as well; otherwise it stays
    ShownReceipt shown = nullptr;
    std::vector<ExpectedTag> expected = {};
};

/** Merges the sources into the target, which stays as it is. The target itself is no source. */
struct MergeRequest
{
    QStringList sources;
    QString target;
    bool dryRun = false;
    TagAddress address = TagAddress::Name;
    ShownReceipt shown = nullptr;
    std::vector<ExpectedTag> expected = {};
};

struct DeleteRequest
{
    QStringList names;
    bool withTaggings = false; ///< false: tags in use are refused
    bool dryRun = false;
    TagAddress address = TagAddress::Name;
    ShownReceipt shown = nullptr;
    std::vector<ExpectedTag> expected = {};
};

} // namespace tagsmith
