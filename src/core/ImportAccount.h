// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/EncodingFinding.h"
#include "core/ImportFiles.h"
#include "core/ImportRequest.h"
#include "core/Receipt.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace tagsmith
{

class ImportLineStore;

/** A record of the file that was not imported, and why. */
struct Rejection
{
    qint64 line = 0; ///< where the record begins in the file, counted from 1
    QString name;    ///< the tag's name as read; may be empty
    QString reason;  ///< one sentence
};

/** Two names that the database holds to be equal, one of them from the file. */
struct EqualNames
{
    qint64 line = 0;      ///< the line of the file
    QString name;         ///< the name on that line
    qint64 otherLine = 0; ///< the earlier line that it equals; 0: it equals a stored tag
    QString otherName;
};

/**
 * What an import met, line by line, as numbers that are equal for equal files and tables; of use
 * within one run of the program only.
 */
struct ImportFingerprint
{
    size_t file = 0;  ///< the names and values
    size_t table = 0; ///< what became of them, and the values that they replaced
};

/**
 * The closing account of an import: every record read is in exactly one of the other counts. A cell
 * with several names is as many records.
 */
struct ImportAccount
{
    qint64 read = 0;
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 unchanged = 0; ///< stored already, with the same values
    qint64 skipped = 0;   ///< stored already, left as it was
    qint64 rejected = 0;
    qint64 renamed = 0; ///< this and the next two only by actions and merges
    qint64 merged = 0;  ///< records whose sources are merged
    qint64 deleted = 0;
    ImportContent content = ImportContent::Tags; ///< as chosen or recognised
    ImportFiles files;          ///< to tell the file of a line, where there are several
    EncodingFinding encoding;   ///< of the first file, how its text was read
    qint64 equalNamesCount = 0; ///< how many pairs were found; equalNames holds the first ones
    ImportFingerprint fingerprint;
    QString operation; ///< UUID; empty for a dry run
    bool dryRun = false;
    NameRuleCounts ruleCounts;
    QString targetColumn; ///< of the file, where actions have one; it fills no column
    /** What actions and merges did beside their tags and left to do; of every import the warnings.
     */
    Receipt actions;
    std::vector<Rejection> rejections;  ///< the first maxListed ones
    std::vector<EqualNames> equalNames; ///< the first maxListed pairs that are spelled differently
                                        ///< or stand twice in the file
    std::shared_ptr<const ImportLineStore> lines; ///< every name; null unless they are to be kept

    /** The lists stop here so that a file of nothing but errors stays in memory; counts go on. */
    static constexpr size_t maxListed = 10'000;

    bool balances() const
    {
        return read ==
               inserted + updated + unchanged + skipped + rejected + renamed + merged + deleted;
    }
};

/** The first records of a file, as the import would read them. */
struct ImportPreview
{
    FileFormat format = FileFormat::Csv;         ///< as chosen or recognised
    ImportContent content = ImportContent::Tags; ///< as chosen or recognised
    ImportFiles files;        ///< to tell the file of a line, where there are several
    EncodingFinding encoding; ///< as chosen or recognised
    QChar delimiter;          ///< as chosen or recognised; null for formats without one
    QStringList sheets;       ///< of a workbook; none for other files
    QString failure;          ///< why the sheet cannot be read, while others may be
    QStringList columns;      ///< the file's columns; one called "name" for plain lines
    std::vector<Row> rows;
    std::vector<qint64> lines;          ///< the line on which each row begins
    QStringList problems;               ///< per row; empty where the record is sound
    QString actionColumn;               ///< of the file: says what actions do; fills no column
    QString targetColumn;               ///< of the file: the targets of actions
    std::vector<ColumnMapping> mapping; ///< what an empty mapping would mean
    bool complete = false;              ///< there is no record after these
};

} // namespace tagsmith
