// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace tagsmith
{

/** The formats that are imported and exported. */
enum class FileFormat { Csv, Tsv, Json, JsonLines, Lines, Xlsx };

/** "csv", "tsv", "json", "jsonl", "lines" or "xlsx", as on the command line. */
QString fileFormatName(FileFormat format);

/** The reverse of fileFormatName(). */
std::optional<FileFormat> fileFormatFromName(const QString &name);

/**
 * By the ending of @p path: .csv, .tsv and .tab, .json, .jsonl and .ndjson, .txt, .xlsx; else
 * nothing. Where it is .gz, the ending before it counts.
 */
std::optional<FileFormat> fileFormatFromPath(const QString &path);

} // namespace tagsmith
