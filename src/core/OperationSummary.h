// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** What an operation did, in one line of some 120 characters at most, for the history. */

/** Added “a”, “b” and 3 more */
QString addSummary(const QStringList &names);
/** Set description of “a” */
QString setSummary(const QStringList &columns, const QString &name);
/** Renamed “a” to “b” */
QString renameSummary(const QString &oldName, const QString &newName);
/** Merged “a”, “b” and 2 more into “c” */
QString mergeSummary(const QStringList &sources, const QString &target);
/** Deleted “a” */
QString deleteSummary(const QStringList &names);
/**
 * Imported 5,000 tags from names.csv (12 updated), or of actions and merges: Ran 7 actions from
 * names.csv (3 added, 4 merged); without @p file where that is empty
 */
QString importSummary(const ImportAccount &account, const QString &file);

/** “a”, “b” and 3 more: at most two names, each of at most @p length characters. */
QString quotedNames(const QStringList &names, qsizetype length);

} // namespace tagsmith
