// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "core/FileFormat.h"
#include "core/NameRules.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tagsmith
{

/** What an import does with a name that exists already. */
enum class OnExisting { Skip, Update, Fail };

/** What one record of a file asks for. */
enum class ImportContent {
    Tags,    ///< that its tags are there, with its values
    Merges,  ///< a line "target: source, source" or "source -> target"
    Actions, ///< what its column `action` says: add, set, rename, merge or delete
};

/** One column of the file and the column of the table that it fills. */
struct ColumnMapping
{
    QString fileColumn;
    QString column;

    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;
};

/** Where the records come from and how they are read. */
struct ImportSource
{
    QString path;                         ///< the file, unless data is given
    QStringList furtherPaths;             ///< files that follow it, with the same columns
    std::optional<QByteArray> data;       ///< clipboard or standard input
    std::optional<FileFormat> format;     ///< nothing: recognised from ending and content
    QString encoding;                     ///< an ICU converter's name; empty: recognised
    QChar delimiter;                      ///< of the fields of CSV, ASCII; null: recognised
    QString sheet;                        ///< of a workbook, by its name; empty: the first one
    std::optional<ImportContent> content; ///< nothing: recognised from columns and lines

    friend bool operator==(const ImportSource &, const ImportSource &) = default;
};

/** Another value for one field of a record, as the user corrected it in the preview. */
struct RecordCorrection
{
    qint64 line = 0; ///< on which the record begins
    QString fileColumn;
    Cell value;
    int position = -1; ///< of the one name in a cell with several, from 0; below 0: all of the cell

    friend bool operator==(const RecordCorrection &, const RecordCorrection &) = default;
};

struct ImportAccount;

struct ImportRequest
{
    ImportSource source;
    std::vector<ColumnMapping> mapping; ///< empty: by the names of the columns
    std::vector<ColumnValue> constants; ///< columns that every record fills with the same value
    QString listSeparator;              ///< between the names in one cell; empty: a cell is a name
    NameRules nameRules;
    OnExisting onExisting = OnExisting::Skip;
    bool withTaggings = false; ///< the action delete: false: tags in use are refused
    std::vector<RecordCorrection> corrections;
    std::vector<qint64> leftOut; ///< lines whose records are skipped
    QString reportPath;          ///< where every name and its verdict is written; empty: nowhere
    bool keepLines = false;      ///< whether the account holds them as well
    QString rejectsPath;         ///< where rejected records are written; empty: nowhere
    bool dryRun = false;
    /** The account of the preview that was agreed to; another one is a conflict. Null: none was. */
    std::shared_ptr<const ImportAccount> shown;
};

} // namespace tagsmith
