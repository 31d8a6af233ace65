// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** What an import has found line by line, as a table: the line, the tag's name and what about it.
 */
class ImportFindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ImportFindingsModel(QObject *parent = nullptr);

    /** @p files are those of the import, where there are several. */
    void setRejections(const std::vector<Rejection> &rejections, const ImportFiles &files);
    void setEqualNames(const std::vector<EqualNames> &pairs, const ImportFiles &files);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Finding
    {
        QString line;
        QString name;
        QString text;
    };
    void reset(QString title, std::vector<Finding> findings);

    QString m_title; ///< above the last column
    std::vector<Finding> m_findings;
};

} // namespace tagsmith
