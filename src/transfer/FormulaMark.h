// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

/**
 * The apostrophes of a CSV or TSV file that a spreadsheet can open without running any of its cells
 * as a formula. In such a file the name of the first column begins with one, and by that it is
 * known: reading takes one away from every name of a column that begins with it, and from every
 * cell that is a marked formula. Marking and unmarking are inverse, for all texts.
 */
namespace tagsmith
{

/** What stands before a text that a spreadsheet would run as a formula. */
inline constexpr QChar formulaMark = u'\'';

/**
 * Whether a spreadsheet might take a cell with @p text for a formula. Marks and blanks before it
 * do not matter, so that a marked text is always a formula too.
 */
bool isFormula(QStringView text);

/** @p text with a mark if it is a formula. */
QString markFormula(const QString &text);

/** The text of which markFormula() made @p text. */
QString unmarkFormula(const QString &text);

} // namespace tagsmith
