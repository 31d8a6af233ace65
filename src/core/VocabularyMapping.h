// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Aftercare.h"
#include "core/ColumnValue.h"
#include "core/Counter.h"
#include "core/Hierarchy.h"
#include "core/NameTable.h"
#include "core/Protection.h"
#include "core/Reference.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/**
 * Which table holds tags, by the names of its tables and columns: what a preset says, what the
 * user corrects and saves. Resolved against a database it becomes a Vocabulary.
 */
struct VocabularyMapping
{
    QString name;   ///< what `--vocabulary` takes
    QString preset; ///< "minimal", "wordpress" …; "table" for a table of no known application
    QString application; ///< for the user: "WordPress"; empty where none is known
    QString table;
    QString keyName;  ///< column of table; may be the same as nameName
    QString nameName; ///< column with the names, of table or of nameTable
    /** Where the names are JSON, one for each locale (spatie): the locale whose name is shown. */
    QString nameLocale;
    std::optional<NameTable> nameTable;
    std::vector<ColumnValue> scope; ///< only rows of table with these values are tags of this one
    /**
     * Columns that with the name tell tags apart (Nextcloud: visibility, editable; digiKam: pid);
     * two tags that differ in them may have equal names.
     */
    QStringList nameCompanions;
    QString slugColumn; ///< the name in addresses; kept by a rename; empty where there is none
    std::vector<Reference> references;
    std::vector<Counter> counters;
    std::optional<Hierarchy> hierarchy;
    std::vector<Protection> protections;
    std::vector<Aftercare> aftercare;
    /** Why tags cannot be added here, as one sentence for the user; empty: they can. */
    QString noAdding;

    friend bool operator==(const VocabularyMapping &, const VocabularyMapping &) = default;
};

} // namespace tagsmith
