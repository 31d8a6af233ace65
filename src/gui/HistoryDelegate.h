// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QIcon>
#include <QStyledItemDelegate>

namespace tagsmith
{

/** Draws the tables of the history: an icon for each kind of operation, and NULL in italics. */
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HistoryDelegate(QObject *parent = nullptr);

    /** The icons are drawn in the colours of @p palette. */
    void setPalette(const QPalette &palette);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QHash<QString, QIcon> m_icons; ///< by the kind of the operation
};

} // namespace tagsmith
