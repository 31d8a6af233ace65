// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "core/FileFormat.h"
#include "core/NameRules.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

/** What an import does with a name that exists already. */
enum class OnExisting { Skip, Update, Fail };

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
    QString path;                     ///< the file, unless data is given
    std::optional<QByteArray> data;   ///< clipboard or standard input
    std::optional<FileFormat> format; ///< nothing: recognised from ending and content
    QString encoding;                 ///< an ICU converter's name; empty: recognised
    QChar delimiter;                  ///< of the fields of CSV, ASCII; null: recognised
    QString sheet;                    ///< of a workbook, by its name; empty: the first one

    friend bool operator==(const ImportSource &, const ImportSource &) = default;
};

/** Another value for one field of a record, as the user corrected it in the preview. */
struct RecordCorrection
{
    qint64 line = 0; ///< on which the record begins
    QString fileColumn;
    Cell value;

    friend bool operator==(const RecordCorrection &, const RecordCorrection &) = default;
};

struct ImportRequest
{
    ImportSource source;
    std::vector<ColumnMapping> mapping; ///< empty: by the names of the columns
    std::vector<ColumnValue> constants; ///< columns that every record fills with the same value
    QString listSeparator;              ///< between the names in one cell; empty: a cell is a name
    NameRules nameRules;
    OnExisting onExisting = OnExisting::Skip;
    std::vector<RecordCorrection> corrections;
    std::vector<qint64> leftOut; ///< lines whose records are skipped
    QString reportPath;          ///< where every name and its verdict is written; empty: nowhere
    bool keepLines = false;      ///< whether the account holds them as well
    QString rejectsPath;         ///< where rejected records are written; empty: nowhere
    bool dryRun = false;
};

} // namespace tagsmith
