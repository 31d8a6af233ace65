// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>

namespace tagsmith
{

/** What a table cell shows of @p utf8: its beginning, where it is longer than anyone can see. */
QString shownText(std::string_view utf8);

/** The whole of @p text for a tool tip, marked up so that Qt does not take it for HTML. */
QString toolTipText(const QString &text);

} // namespace tagsmith
