// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace tagsmith
{

class ImportLinesModel;

/**
 * The widths of the columns in the table with the lines of an import: as wide as what they show, as
 * far as the reason, which is the last one, stays in sight. They follow the table until the user
 * makes them others. Belongs to the table.
 */
class ImportLinesWidths : public QObject
{
    Q_OBJECT

public:
    ImportLinesWidths(QTableView &table, const ImportLinesModel &model);

    /** Measures the columns and fits them into the table. */
    void fit();
    /** Widens the line numbers, which grow towards the end. */
    void fitLineNumbers();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitIntoTable();
    /** The columns that may be narrower than what they show. */
    std::vector<int> flexibleColumns() const;
    bool areFitted() const;

    QTableView &m_table;
    const ImportLinesModel &m_model;
    std::vector<int> m_wanted; ///< of the flexible columns
    int m_wantedReason = 0;
    std::vector<int> m_fitted; ///< which they have until the user makes them others
};

} // namespace tagsmith
