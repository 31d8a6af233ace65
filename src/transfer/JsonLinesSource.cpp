// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/JsonLinesSource.h"

#include <utility>

namespace tagsmith
{

JsonLinesSource::JsonLinesSource(std::unique_ptr<TextWindow> window) : m_lines(std::move(window)) {}

} // namespace tagsmith
