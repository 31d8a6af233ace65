// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "vocabulary/TableBalance.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>
#include <utility>

namespace tagsmith
{

/** The receipts of many actions, as one. */
class ActionReceipts
{
public:
    /** One of an action that changed nothing has no kind and adds nothing. */
    void add(Receipt &&receipt);

    /**
     * What all did together: references and children counted, each warning and step once, each
     * address that ended with what takes its place after the last action, each object once.
     */
    Receipt together() const;

    /** The rows of the vocabulary's table that came and went. */
    const TableBalance::Rows &added() const { return m_added; }
    const TableBalance::Rows &removed() const { return m_removed; }

private:
    void addReferences(const Receipt &receipt);
    void addAftercare(const Receipt &receipt);
    void addObjects(ChangedObjects &&changed);
    std::vector<Redirect> redirects() const;

    Receipt m_sum;
    QSet<QString> m_warnings;
    std::vector<Redirect> m_redirects;          ///< as they came
    std::map<QString, std::set<Row>> m_objects; ///< of each table in the sum
    TableBalance::Rows m_added;
    TableBalance::Rows m_removed;
};

} // namespace tagsmith
