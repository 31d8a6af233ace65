// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/Invocation.h"
#include "core/Error.h"

#include <QCommandLineParser>

#include <optional>

namespace tagsmith
{

/** Puts the options of `tagsmith import` into @p invocation; the error says what is wrong. */
std::optional<Error> parseImportOptions(Invocation &invocation, const QCommandLineParser &parser);

} // namespace tagsmith
