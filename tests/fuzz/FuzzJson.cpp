// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CheckReader.h"

#include <cstddef>
#include <cstdint>

using namespace tagsmith;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** A JSON document. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkFormat(bytes, FileFormat::Json);
    return 0;
}
