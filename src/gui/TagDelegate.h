// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStyledItemDelegate>

#include <optional>

namespace tagsmith
{

/**
 * Draws and edits one cell. What the user typed and the database refused is kept: the next editor
 * on that cell begins with it.
 */
class TagDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /** Remembers @p text for the cell of the tag @p key in @p column. */
    void keepDraft(const QString &key, int column, const QString &text);
    void dropDraft() { m_draft.reset(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    struct Draft
    {
        QString key;
        int column;
        QString text;
    };

    std::optional<Draft> m_draft;
};

} // namespace tagsmith
