// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FileFormat.h"
#include "core/ImportAccount.h"
#include "core/ImportLineFilter.h"
#include "core/ImportRequest.h"
#include "core/Vocabulary.h"
#include "gui/ImportCorrections.h"
#include "gui/ImportLineColumns.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <memory>
#include <optional>

namespace tagsmith
{

/**
 * What becomes of each line of a file, as the preview of an import has found it; the lines are read
 * from their store as they are shown, any number of them. What stands in the file can be corrected,
 * one name of a cell by itself, and lines left out; a line so changed is marked until the next
 * preview. NULL is an invalid QVariant in setData().
 */
class ImportLinesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        OldTextRole = Qt::UserRole, ///< of a changed value: what the tag has now, as text
        NewTextRole,                ///< of a changed value: what it gets
        NullRole,                   ///< whether the value is NULL
        NullableRole,               ///< whether it may be NULL
    };

    explicit ImportLinesModel(QObject *parent = nullptr);

    /** Shows the lines of @p account, the preview of @p request for a file of @p format. */
    void setAccount(const ImportAccount &account, const ImportRequest &request, FileFormat format,
                    const Vocabulary &vocabulary);
    void clear();
    void setFilter(const ImportLineFilter &filter);
    const ImportLineFilter &filter() const { return m_filter; }

    const ImportCorrections &corrections() const { return m_corrections; }
    void dropCorrections();
    /** The lines numbered @p lines of the file are left out, or taken again. */
    void setLeftOut(const std::vector<qint64> &lines, bool leftOut);
    /** The lines numbered @p lines are as in the file again. */
    void setAsInFile(const std::vector<qint64> &lines);

    /** The place of the line in row @p row among all lines, from 0. */
    qint64 place(int row) const;
    /** The first row whose line has the place @p place or a later one. */
    int rowOf(qint64 place) const;
    ImportLine line(int row) const;
    int nameColumn() const { return m_columns.name(); }
    std::shared_ptr<const ImportLineStore> store() const { return m_account.lines; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /** corrections() are others. */
    void corrected();

private:
    bool isJudged(const ImportLine &line) const
    {
        return m_corrections.isSameFor(line.line, m_judged);
    }
    bool isEditable(int row, int column) const;
    /** Whether several records begin on the line at @p place, whose name is at @p position. */
    bool sharesLine(qint64 place, int position) const;
    /** Which name of its field is corrected in @p column; ImportCorrections::wholeField for all. */
    int correctedPosition(int row, int column) const;
    /** A correction that the preview does not know of. */
    std::optional<Cell> unjudgedCell(const ImportLine &line, int column) const;
    Cell cell(const ImportLine &line, int column) const;
    /** What the tag has now, where @p column of @p line is changed; else nothing. */
    std::optional<Cell> oldCell(const ImportLine &line, int column) const;
    QString text(const ImportLine &line, int column) const;
    QString verdictText(const ImportLine &line) const;
    QString equalsText(const ImportLine &line) const;
    /** Whether @p column of a rejected line has the value that is wrong. */
    bool isWrong(const ImportLine &line, int column) const;
    QVariant rowData(int row, int column, int role) const;
    QVariant changeData(const ImportLine &line, int column, int role) const;
    bool showsProblem(const ImportLine &line, int column) const;
    QVariant toolTip(int row, const ImportLine &line, int column) const;
    void findRows();
    void announce();

    ImportAccount m_account;
    ImportLineColumns m_columns;
    bool m_hasLists = false;    ///< a record may have several names
    bool m_sharesLines = false; ///< several records may begin on one line
    /** The place of a record whose line was looked at last, and whether others share it. */
    mutable std::pair<qint64, bool> m_shared{-1, false};
    ImportLineFilter m_filter;
    std::optional<std::vector<quint32>> m_rows; ///< the places shown; nothing: all
    ImportCorrections m_corrections;
    ImportCorrections m_judged; ///< those that the preview knows of
    QIcon m_problemIcon;
};

} // namespace tagsmith
