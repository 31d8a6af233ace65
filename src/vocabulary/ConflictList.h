// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/RowVersions.h"

#include <QMultiHash>
#include <QString>

#include <vector>

namespace tagsmith
{

class RowImage;

/** The conflicts of an undo, where several steps are about one row told as one. */
class ConflictList
{
public:
    /** In the order in which the undo comes to them. */
    void add(const RowImage &image, const RowVersions &versions);

    size_t size() const { return m_list.size(); }
    const std::vector<RowVersions> &list() const { return m_list; }

private:
    std::vector<RowVersions> m_list;
    QMultiHash<QString, size_t> m_byRow; ///< of rowId(), the indexes in the list
};

} // namespace tagsmith
