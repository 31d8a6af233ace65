// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

#include <vector>

class QMenu;

namespace tagsmith
{

class TagDelegate;

/** The table of tags: sorting by header click, movable and hideable columns, copying. */
class TagTableView : public QTableView
{
    Q_OBJECT

public:
    explicit TagTableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /** The menu that a right click or the menu key opens; its actions belong to the caller. */
    QMenu *rowMenu() const { return m_rowMenu; }
    /** The delegate that draws and edits every cell. */
    TagDelegate *tagDelegate() const { return m_delegate; }

    /** Counted from the ranges, so that a million selected rows cost nothing. */
    int selectedRowCount() const;
    /** In the order in which they are shown. */
    std::vector<int> selectedRowNumbers() const;
    bool isEditing() const { return state() == EditingState; }

    /** Puts the selected rows on the clipboard as tab-separated text. */
    void copySelection();
    /** Selects row @p row alone and scrolls to it. */
    void showRow(int row);
    /** Makes the first row the current one where none is, without selecting it. */
    void ensureCurrent();
    /**
     * Every column shown that is not hidden at first, in the order of the model but the uses, which
     * stand beside the name; unsorted.
     */
    void resetColumns();
    /** Widths that fit the first rows, none wider than a part of the window. */
    void fitColumns();

signals:
    void selectedRowsChanged();
    /** The row with the keyboard's frame is another one, or shows another tag. */
    void currentTagChanged();
    /** @p column is -1 where the table goes back to its own order. */
    void sortRequested(int column, Qt::SortOrder order);
    void escapePressed();
    /** The tag whose cell was being edited is shown no more; @p text is what was typed so far. */
    void editedTagGone(const QString &key, const QString &name, int column, const QString &text);

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    /** A row on the screen, and where it was. */
    struct Anchor
    {
        QPersistentModelIndex index;
        int row;
    };

    void rememberPlace();
    void keepPlace();

    std::vector<Anchor> m_anchors; ///< the one to keep in its place first
    QMenu *m_rowMenu;
    TagDelegate *m_delegate;
};

} // namespace tagsmith
