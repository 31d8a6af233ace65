// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** One of several files that are imported together, and the lines that stand before its own. */
struct ImportFile
{
    QString path;
    qint64 linesBefore = 0;
    QString title = {}; ///< short, but no other of them is called so; empty: the file's name
};

/**
 * The files of an import, where there are several: their lines are counted on, as if they were one
 * file. Empty where there is one file alone.
 */
using ImportFiles = std::vector<ImportFile>;

/** A line of one file. */
struct FileLine
{
    QString path; ///< empty where there is one file alone
    qint64 line = 0;
};

/** Where @p line, counted over all of @p files, stands. */
FileLine fileLine(const ImportFiles &files, qint64 line);

/** "12", or "b.csv:12" where there are several files. */
QString fileLineText(const ImportFiles &files, qint64 line);

/** The same within a sentence, behind the word "line": "12", or "12 of b.csv". */
QString fileLineWords(const ImportFiles &files, qint64 line);

/** What to call each of @p paths: its name, with as many folders as tell it from the others. */
QStringList fileTitles(const QStringList &paths);

/** "a.csv", or "a.csv and 2 more". */
QString filesText(const QStringList &paths);

} // namespace tagsmith
