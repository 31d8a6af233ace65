// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"

#include <QAbstractTableModel>

#include <vector>

namespace tagsmith
{

/**
 * The rows that an operation changed as a table, one line for each field: before and after. What
 * tells the row apart stands in its first line only. Belongs to the GUI thread.
 */
class RowChangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Change, Table, Key, Field, Before, After, ColumnCount };
    enum Role {
        /** Whether what is shown is no text of the database: NULL, or that there is no row. */
        NoTextRole = Qt::UserRole + 2
    };

    explicit RowChangeModel(QObject *parent = nullptr);

    void setChanges(const std::vector<RowChange> &changes);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    /** A value before or after, or that the row is not there. */
    struct Version
    {
        bool isThere = false;
        Cell cell;
    };
    struct Line
    {
        QString change; ///< with table and key empty in all but the first line of a row
        QString table;
        QString key;
        QString field;
        Version before;
        Version after;
    };

    void addLines(const RowChange &change);
    static QString versionText(const Version &version);
    static QString text(const Line &line, int column);
    static bool isNoText(const Line &line, int column);

    std::vector<Line> m_lines;
};

} // namespace tagsmith
