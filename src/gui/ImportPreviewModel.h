// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/NameRules.h"

#include <QAbstractTableModel>
#include <QIcon>

namespace tagsmith
{

/**
 * The first records of a file as a table: the lines of the file beside the rows, the columns of the
 * file above. Where a record has a problem, a first column says which. Names are shown as the rules
 * for them make them.
 */
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ImportPreviewModel(QObject *parent = nullptr);

    /** Where only what is known about the same records is new, selection and view stay. */
    void setPreview(ImportPreview preview);
    /** Whether the table is that of @p preview already. */
    bool shows(const ImportPreview &preview) const;
    void clear() { setPreview({}); }
    const ImportPreview &preview() const { return m_preview; }
    /** The names stand in the file's column @p field (-1: in none), as lists if @p separator. */
    void setNames(int field, const NameRules &rules, const QString &separator);
    /** How many of the names each rule has changed. */
    const NameRuleCounts &ruleCounts() const { return m_ruleCounts; }
    qint64 nameCount() const { return m_nameCount; }
    /** How many of the records shown have a problem. */
    int problemCount() const { return m_problemCount; }
    /** How many of the names the rules have left nothing of. */
    qint64 emptiedCount() const { return m_emptiedCount; }

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
    QVariant cellData(int row, int column, int role) const;
    Cell cell(int row, int column) const;
    void applyRules();
    QString nameByRules(const QString &cell);
    QString applied(const QString &name);
    bool isEmptied(int row, int column) const;

    ImportPreview m_preview;
    int m_problemCount = 0;
    int m_nameField = -1;
    NameRules m_rules;
    QString m_separator;
    std::vector<Cell> m_names;   ///< per row, by the rules; nothing where the cell is shown itself
    std::vector<bool> m_emptied; ///< per row, whether the rules leave nothing of a name
    qint64 m_emptiedCount = 0;
    NameRuleCounts m_ruleCounts;
    qint64 m_nameCount = 0;
    QIcon m_problemIcon;
};

} // namespace tagsmith
