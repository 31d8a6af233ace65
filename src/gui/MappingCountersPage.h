// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/MappingTrial.h"
#include "core/Result.h"
#include "core/VocabularyMapping.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QTableWidget;

namespace tagsmith
{

class ColumnChoice;

/** Stored numbers that repeat how often a tag is used, and what each counts. */
class MappingCountersPage : public QWidget
{
    Q_OBJECT

public:
    explicit MappingCountersPage(QWidget *parent = nullptr);

    void setTables(const std::vector<TableOutline> &tables);
    void setVocabularyColumns(const QStringList &vocabularyColumns);
    /** The references whose rows can be counted. */
    void setReferences(const std::vector<Reference> &references);
    void setCounters(const std::vector<Counter> &counters);

    /** What is shown; an error says which row is not filled in rightly. */
    Result<std::vector<Counter>> counters() const;

signals:
    void changed();

private:
    void addRow(const Counter &counter);
    void removeChosenRow();
    void fillReferences(ColumnChoice *choice) const;
    Result<Counter> counterAt(int row) const;
    ColumnChoice *choiceAt(int row, int column) const;
    QString textAt(int row, int column) const;

    std::vector<TableOutline> m_tables;
    QStringList m_vocabularyColumns;
    std::vector<Reference> m_references;
    QTableWidget *m_table;
    QPushButton *m_removeButton;
};

} // namespace tagsmith
