// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "vocabulary/ImportBatch.h"

#include <vector>

namespace tagsmith
{

/** Why a row was rejected. */
struct Refusal
{
    QString column; ///< with the wrong value; empty: not known
    QString reason; ///< a sentence
};

/** Finds the value of a row that the database refused, where the reason names its column. */
class RefusedValues
{
public:
    /** @p columns: those that the file fills beside the name, as indices. */
    RefusedValues(const Vocabulary &vocabulary, const std::vector<int> &columns);

    /** @p reason, with the value in it where that is known. */
    Refusal explain(const ImportRow &row, const QString &reason) const;

private:
    QStringList m_tables;
    QString m_nameColumn;
    QStringList m_columns;
};

} // namespace tagsmith
