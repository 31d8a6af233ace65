// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <QStringView>

#include <vector>

namespace tagsmith
{

/** What the user changed in the preview about one name alone of a cell with several. */
class NameCorrections
{
public:
    explicit NameCorrections(const ImportRequest &request);

    bool isEmpty() const { return m_names.empty(); }
    /**
     * Puts the corrected names of the cell on @p line where they stand among @p names; these last
     * as long as this. False where there are none. That the cell has as many names is for
     * RecordCorrections to see to.
     */
    bool apply(qint64 line, std::vector<QStringView> &names) const;

private:
    struct Name
    {
        qint64 line = 0;
        size_t position = 0;
        QString text;
    };

    std::vector<Name> m_names; ///< by line
};

} // namespace tagsmith
