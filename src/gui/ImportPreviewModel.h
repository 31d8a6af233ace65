// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace tagsmith
{

/**
 * The first records of a file as a table: the lines of the file beside the rows, the columns of the
 * file above. Where a record has a problem, a first column says which.
 */
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ImportPreviewModel(QObject *parent = nullptr);

    void setPreview(ImportPreview preview);
    void clear() { setPreview({}); }
    const ImportPreview &preview() const { return m_preview; }
    /** How many of the records shown have a problem. */
    int problemCount() const { return m_problemCount; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString problem(int row) const { return m_preview.problems.value(row); }
    /** The file's column in column @p column of the table; -1: the problem. */
    int fileColumn(int column) const { return column - (m_problemCount > 0 ? 1 : 0); }
    QVariant problemData(int row, int role) const;
    QVariant cellData(const Row &row, int column, int role) const;

    ImportPreview m_preview;
    int m_problemCount = 0;
    QIcon m_problemIcon;
};

} // namespace tagsmith
