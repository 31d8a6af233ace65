// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class TestServer;

/** A connection opened, checked and closed: at most 1 ms. The peer opens and closes in C alone. */
void benchConnection(TestServer &server);
/** Import of 200,000 rows: at least 0.5 of the rate of LOAD DATA LOCAL INFILE. */
void benchImport(TestServer &server);
/** Loading a million tags: at most 3 times what the mariadb client takes to print them nowhere. */
void benchLoad(TestServer &server);

} // namespace tagsmith
