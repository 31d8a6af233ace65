// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "transfer/RecordReader.h"

#include <QByteArray>

#include <vector>

/** Ends the program with @p what, which the fuzzer keeps with its input. */
[[noreturn]] void failFuzz(const char *what, const QString &detail = {});

/** Everything that a reader told about its source. */
struct Reading
{
    QStringList columns;
    std::vector<tagsmith::Record> records;
    tagsmith::Error error; ///< no message: none was thrown
};

/**
 * Reads all of @p source. Fails where lines go back, a sound record has not a field for each
 * column, a field is larger than @p mostUnits, or something else than DatabaseError is thrown.
 */
Reading readAll(const tagsmith::ImportSource &source, qsizetype chunkSize, qsizetype mostUnits);

/** Fails unless both readings are the same, to the last word of the error. */
void requireSame(const Reading &one, const Reading &other);

/** Reads @p data as @p format in chunks of 1, 7 and as usual, and compares what came of it. */
void checkFormat(const QByteArray &data, std::optional<tagsmith::FileFormat> format,
                 std::optional<tagsmith::ImportContent> content = {});
