// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace tagsmith
{

class TestServer;

/** A connection opened, checked and closed: at most 1 ms. The peer opens and closes in C alone. */
void benchConnection(TestServer &server);
/**
 * Import of a million rows with the journal: at least 0.7 of the rate of LOAD DATA LOCAL INFILE,
 * and of sqlite3's .import; its preview: at most the time of the import; the first page: at most
 * 200 ms; 1 GB: at most 300 MB of memory. The parts that @p isWanted picks are called
 * import-mariadb, import-sqlite, import-preview, import-page and import-memory.
 */
void benchImport(TestServer &server, const std::function<bool(const QString &)> &isWanted);
/**
 * The journal: at most 1.5 times the time without it for edits and imports, 2 times for merges;
 * undo: at most the time of the operation. On both engines; the parts that @p isWanted picks are
 * called journal-mariadb-edit, journal-sqlite-undo-import and so on.
 */
void benchJournal(TestServer &server, const std::function<bool(const QString &)> &isWanted);
/** Loading a million tags: at most 3 times what the mariadb client takes to print them nowhere. */
void benchLoad(TestServer &server);
/** A merge of 10 tags with a million taggings: at most 1.5 times the same as hand-written SQL. */
void benchMerge(TestServer &server);
/** Counting 10 million taggings of 10,000 tags: at most 1.5 times one GROUP BY. */
void benchUses(TestServer &server);
/** Inspecting a database of 500 tables: at most one second. */
void benchInspect(TestServer &server);

} // namespace tagsmith
