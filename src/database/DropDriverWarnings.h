// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

/**
 * Keeps from standard error what QMYSQL warns of when a lost link leaves statements on the server:
 * an operation tells of the link in its own words. Once, in main(), before connections are made.
 */
void dropDriverWarnings();

} // namespace tagsmith
