// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/ConflictChoice.h"

#include <QAbstractTableModel>

namespace tagsmith
{

/**
 * One row in conflict, field by field: Field | Before | Yours | Theirs. A cell that can be chosen
 * has a check state, and is chosen by setting it. Where the choice is for the whole row, that is
 * the first line.
 */
class ConflictFieldsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Section { Field, Before, Yours, Theirs, SectionCount };

    explicit ConflictFieldsModel(QObject *parent = nullptr);

    /** Shows @p choice, and changes it; it outlives the model or the next call. */
    void setChoice(ConflictChoice *choice);
    /** To be called after the choice was changed elsewhere. */
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

signals:
    /** The user has chosen something. */
    void choiceChanged();

private:
    /** The field in the line @p row; -1 is the line for the whole row. */
    int fieldAt(int row) const;
    bool isChoosable(const QModelIndex &index) const;
    bool isChosen(const QModelIndex &index) const;
    QVariant fieldData(int field, int role) const;
    QVariant versionData(const QModelIndex &index, int role) const;
    QString versionText(RowVersion version, int field) const;

    ConflictChoice *m_choice = nullptr;
};

} // namespace tagsmith
