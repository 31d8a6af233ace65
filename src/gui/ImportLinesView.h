// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FileFormat.h"
#include "core/ImportAccount.h"
#include "core/ImportLineFilter.h"
#include "core/ImportRequest.h"
#include "core/Vocabulary.h"
#include "gui/ImportLineNumbers.h"

#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QLabel;
class QTableView;

namespace tagsmith
{

class ImportCorrections;
class ImportFilterBar;
class ImportLinesDelegate;
class ImportLinesModel;
class ImportLinesWidths;

/**
 * What an import would do with each line of its file: buttons that filter, the lines as a table,
 * and what can be done with them. Shown again after corrections, it stays where it is.
 */
class ImportLinesView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportLinesView(QWidget *parent = nullptr);

    /**
     * Shows @p account, the preview of @p request for a file of @p format. While a cell is edited
     * that waits.
     */
    void setAccount(const ImportAccount &account, const ImportRequest &request, FileFormat format,
                    const Vocabulary &vocabulary);
    /** Shows nothing, without corrections. */
    void clear();

    const ImportCorrections &corrections() const;
    void dropCorrections();
    /** What was typed into a cell becomes a correction. */
    void commitEdit();

signals:
    /** corrections() are others. */
    void corrected();

private:
    /** Where the user is in the table, by the places of the lines. */
    struct Position
    {
        std::vector<std::pair<qint64, qint64>> selected; ///< the first and the last of each range
        qint64 current = -1;
        int currentColumn = 0;
        qint64 top = 0;
        int left = 0;
        int columns = 0;
        QByteArray header;
    };

    void addActions();
    QAction *addAction(const QString &text, const QString &name, const std::function<void()> &call);
    QWidget *makeActionBar();
    void showFilter(const ImportLineFilter &filter);
    void updateActions();
    void forSelected(const ImportLineNumbers::Answer &call);
    Position position() const;
    void restore(const Position &position);

    ImportLinesModel *m_model;
    ImportLinesDelegate *m_delegate;
    QTableView *m_table;
    ImportLinesWidths *m_widths;
    ImportFilterBar *m_filters;
    QLabel *m_note;
    QAction *m_correct = nullptr;
    QAction *m_leaveOut = nullptr;
    QAction *m_takeAgain = nullptr;
    QAction *m_revert = nullptr;
    ImportLineNumbers m_numbers;
    std::function<void()> m_waiting; ///< shows an account once no cell is edited
};

} // namespace tagsmith
