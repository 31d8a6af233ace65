// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace tagsmith
{

/** The formats that are imported and exported. */
enum class FileFormat { Csv, Tsv, Json, JsonLines, Lines };

/** "csv", "tsv", "json", "jsonl" or "lines", as on the command line. */
QString fileFormatName(FileFormat format);

/** The reverse of fileFormatName(). */
std::optional<FileFormat> fileFormatFromName(const QString &name);

/** By the ending of @p path: .csv, .tsv and .tab, .json, .jsonl and .ndjson, .txt; else nothing. */
std::optional<FileFormat> fileFormatFromPath(const QString &path);

} // namespace tagsmith
