// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** Rows of cells as a read-only table under titles, for what is only shown. */
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RowsModel(QObject *parent = nullptr);

    /** @p numeric are the columns with numbers; they are shown as the locale writes them. */
    void setRows(const QStringList &titles, std::vector<Row> rows, const QSet<int> &numeric = {});
    const std::vector<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString text(const QModelIndex &index) const;

    QStringList m_titles;
    std::vector<Row> m_rows;
    QSet<int> m_numeric;
};

} // namespace tagsmith
