// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TagDelegate.h"

#include "gui/UsesBar.h"
#include "models/TagTableModel.h"

#include <QLineEdit>
#include <QPalette>

#include <limits>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const TagTableModel *tagModel(const QModelIndex &index)
{
    return qobject_cast<const TagTableModel *>(index.model());
}

bool isNull(const QModelIndex &index)
{
    return index.data(TagTableModel::CellRole).toBool();
}

/** What the cell held when the user began to type: others may change it meanwhile. */
constexpr auto seenProperty = "seenText";

void rememberSeen(QLineEdit &line, const QModelIndex &index)
{
    line.setProperty(seenProperty,
                     isNull(index) ? QVariant() : index.data(Qt::EditRole).toString());
}

Cell seenCell(const QLineEdit &line)
{
    const QVariant seen = line.property(seenProperty);
    return seen.isValid() ? Cell(seen.toString()) : Cell();
}

} // namespace

void TagDelegate::keepDraft(const QString &key, int column, const QString &text)
{
    m_draft = Draft{key, column, text};
}

void TagDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const QVariant share = index.data(TagTableModel::BarRole);
    if (!share.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem complete = option;
    initStyleOption(&complete, index);
    paintUsesBar(*painter, complete, share.toDouble());
}

QWidget *TagDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                   const QModelIndex &index) const
{
    // A line of text for every type: the database says what it does not take, nothing is cut.
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(u"cellEditor"_s);
    editor->setFrame(false);
    editor->setAutoFillBackground(true);
    editor->setMaxLength(std::numeric_limits<int>::max());
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    return editor;
}

void TagDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (line->isModified())
        return; // a reload must not take away what is being typed
    const TagTableModel *model = tagModel(index);
    const bool hasDraft = m_draft && model && m_draft->column == index.column() &&
                          m_draft->key == model->key(index.row());
    line->setText(hasDraft ? m_draft->text : index.data(Qt::EditRole).toString());
    line->setModified(hasDraft);
    rememberSeen(*line, index);
}

void TagDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                               const QModelIndex &index) const
{
    const auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line->isModified())
        return;
    // An emptied line is an empty text, and the model decides whether it means NULL.
    const QString text = line->text();
    if (auto *tags = qobject_cast<TagTableModel *>(model))
        tags->requestEdit(index, text.isNull() ? u""_s : text, seenCell(*line));
}

void TagDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!isNull(index))
        return;
    option->text = u"NULL"_s;
    option->font.setItalic(true);
    option->palette.setBrush(QPalette::Text, option->palette.brush(QPalette::PlaceholderText));
}

} // namespace tagsmith
