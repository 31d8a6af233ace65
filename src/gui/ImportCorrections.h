// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace tagsmith
{

/**
 * What the user changed about single lines of a file in its preview: other values, and lines that
 * are left out. Made for as many lines as a file has.
 */
class ImportCorrections
{
public:
    /** Stands for all of a field, not for one name in it. */
    static constexpr int wholeField = -1;

    /**
     * Takes the place of an earlier correction of the same field, or of the one name at @p position
     * in it. The whole of a field takes the place of those of its names.
     */
    void correct(qint64 line, const QString &fileColumn, const Cell &value,
                 int position = wholeField);
    /** The fields of @p lines are as in the file again. */
    void revert(std::vector<qint64> lines);
    /** The corrected value of a field; nothing where it was not corrected. */
    std::optional<Cell> find(qint64 line, const QString &fileColumn,
                             int position = wholeField) const;
    /** Whether one name in a field was corrected. */
    bool hasSingleNames() const;
    bool isCorrected(qint64 line) const;

    void leaveOut(std::vector<qint64> lines);
    void takeAgain(std::vector<qint64> lines);
    bool isLeftOut(qint64 line) const;
    /** Whether @p other does the same with @p line. */
    bool isSameFor(qint64 line, const ImportCorrections &other) const;

    bool isEmpty() const { return m_values.empty() && m_leftOut.empty(); }
    qint64 correctedCount() const { return static_cast<qint64>(m_values.size()); }
    qint64 leftOutCount() const { return static_cast<qint64>(m_leftOut.size()); }
    /** Makes them part of @p request. */
    void addTo(ImportRequest &request) const;

private:
    /** A line, a column of the file, and perhaps the position of a name. */
    using Field = std::tuple<qint64, QString, int>;
    using Values = std::map<Field, Cell>;

    std::pair<Values::const_iterator, Values::const_iterator> valuesOf(qint64 line) const;

    Values m_values;
    std::vector<qint64> m_leftOut; ///< sorted, each once
};

} // namespace tagsmith
