// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>
#include <QString>

#include <memory>
#include <vector>

class QTableView;
class QTimer;

namespace Ui
{
class DetailsPanel;
}

namespace tagsmith
{

class RowsModel;
class TagList;
class TagRepository;
class TagTableView;
class TaggingPages;

/**
 * Beside the table: the current tag with all its columns, its uses, and the rows that use it, page
 * by page. Follows the table and the list; asks the database only while it can be seen.
 */
class DetailsPanel : public QDockWidget
{
    Q_OBJECT

public:
    DetailsPanel(TagRepository &repository, TagList &list, TagTableView &table,
                 QWidget *parent = nullptr);
    ~DetailsPanel() override;

private:
    void prepareTable(QTableView *table);
    void connectParts();
    /** The current tag, its columns and numbers as the list has them now. */
    void refresh();
    void showTag(int row);
    void showNoTag();
    void showFields(int row);
    void showUses(int row);
    void fillReferences(int row);
    std::vector<qint64> usesOfReferences(int row) const;
    void askForTaggings();
    void loadTaggings();
    void showTaggings();
    void showMessage(const QString &sentence, bool canRetry = false);
    int currentRow() const;
    static QString usesText(qint64 uses);

    TagList &m_list;
    TagTableView &m_table;
    std::unique_ptr<Ui::DetailsPanel> m_ui;
    TaggingPages *m_pages;
    RowsModel *m_fields;
    RowsModel *m_taggings;
    QTimer *m_delay; ///< so that holding an arrow key down asks for the last tag alone
    QString m_key;   ///< of the tag that is shown
    bool m_hasTag = false;
    bool m_hasChosen = false; ///< the user has picked a reference, which then stays
};

} // namespace tagsmith
