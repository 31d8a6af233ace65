// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/** The name of the table that createVocabulary() makes: "tags". */
QString defaultTable();

/**
 * Makes the default table: `tag_id` as its key and nullable columns beside it, so that a program
 * that inserts only `tag_id` goes on working. Names are compared bytewise (utf8mb4_bin, BINARY), so
 * that both engines give the same verdict and no two spellings fall together unasked. False where
 * the table exists already. Outside a transaction, since MySQL ends one at CREATE TABLE.
 */
bool createVocabulary(ScopedConnection &connection, bool dryRun);

/** Switches the embedded SQLite file, which is Tagsmith's own, to write-ahead logging. */
void prepareEmbeddedFile(ScopedConnection &connection);

} // namespace tagsmith
