// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MappingCountersPage.h"

#include "gui/ColumnChoice.h"
#include "gui/ConditionText.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

enum Place {
    ColumnPlace,
    ReferencePlace,
    ObjectTablePlace,
    ObjectKeyPlace,
    LinkColumnPlace,
    WherePlace,
    Places
};

} // namespace

MappingCountersPage::MappingCountersPage(QWidget *parent)
    : QWidget(parent), m_table(new QTableWidget(0, Places)),
      m_removeButton(new QPushButton(tr("Re&move")))
{
    auto *layout = new QVBoxLayout(this);
    auto *label =
        new QLabel(tr("These columns &repeat how often a tag is used; they are counted anew after "
                      "each change, by this rule:"));
    label->setWordWrap(true);
    label->setBuddy(m_table);
    layout->addWidget(label);
    m_table->setObjectName(u"counterTable"_s);
    m_table->setHorizontalHeaderLabels({tr("Column"), tr("Counts the rows of"),
                                        tr("Only objects in"), tr("Its key"), tr("Named by"),
                                        tr("Only where")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(WherePlace, QHeaderView::Stretch);
    layout->addWidget(m_table);
    auto *buttons = new QHBoxLayout;
    auto *addButton = new QPushButton(tr("&Add"));
    addButton->setObjectName(u"addCounterButton"_s);
    m_removeButton->setObjectName(u"removeCounterButton"_s);
    m_removeButton->setEnabled(false);
    buttons->addWidget(addButton);
    buttons->addWidget(m_removeButton);
    buttons->addStretch();
    layout->addLayout(buttons);

    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_removeButton->setEnabled(!m_table->selectionModel()->selectedRows().isEmpty());
    });
    connect(addButton, &QPushButton::clicked, this, [this] {
        addRow({});
        m_table->selectRow(m_table->rowCount() - 1);
        emit changed();
    });
    connect(m_removeButton, &QPushButton::clicked, this, &MappingCountersPage::removeChosenRow);
}

void MappingCountersPage::setTables(const std::vector<TableOutline> &tables)
{
    m_tables = tables;
    for (int row = 0; row < m_table->rowCount(); ++row)
        choiceAt(row, ObjectTablePlace)->setNames(namesOf(m_tables), tr("any table"));
}

void MappingCountersPage::setVocabularyColumns(const QStringList &vocabularyColumns)
{
    m_vocabularyColumns = vocabularyColumns;
    for (int row = 0; row < m_table->rowCount(); ++row)
        choiceAt(row, ColumnPlace)->setNames(m_vocabularyColumns);
}

void MappingCountersPage::setReferences(const std::vector<Reference> &references)
{
    m_references = references;
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillReferences(choiceAt(row, ReferencePlace));
}

void MappingCountersPage::fillReferences(ColumnChoice *choice) const
{
    QStringList titles;
    for (const Reference &reference : m_references)
        titles << reference.title();
    choice->setNames(titles);
}

void MappingCountersPage::setCounters(const std::vector<Counter> &counters)
{
    m_table->setRowCount(0);
    for (const Counter &counter : counters)
        addRow(counter);
}

void MappingCountersPage::addRow(const Counter &counter)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *column = new ColumnChoice;
    column->setNames(m_vocabularyColumns);
    column->setName(counter.column);
    auto *reference = new ColumnChoice;
    fillReferences(reference);
    if (!counter.referenceTable.isEmpty())
        reference->setName(counter.referenceTable + u'.' + counter.referenceColumn);
    auto *objects = new ColumnChoice;
    objects->setNames(namesOf(m_tables), tr("any table"));
    objects->setName(counter.objectTable);
    m_table->setCellWidget(row, ColumnPlace, column);
    m_table->setCellWidget(row, ReferencePlace, reference);
    m_table->setCellWidget(row, ObjectTablePlace, objects);
    for (const ColumnChoice *choice : {column, reference, objects})
        connect(choice, &ColumnChoice::nameChosen, this, &MappingCountersPage::changed);

    const std::pair<Place, QString> texts[] = {
        {ObjectKeyPlace, counter.objectKey},
        {LinkColumnPlace, counter.linkColumn},
        {WherePlace, conditionText(counter.objectWhere)},
    };
    for (const auto &[place, text] : texts) {
        auto *line = new QLineEdit(text);
        line->setFrame(false);
        m_table->setCellWidget(row, place, line);
        connect(line, &QLineEdit::textEdited, this, &MappingCountersPage::changed);
    }
}

void MappingCountersPage::removeChosenRow()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    m_table->removeRow(rows.constFirst().row());
    emit changed();
}

ColumnChoice *MappingCountersPage::choiceAt(int row, int column) const
{
    return qobject_cast<ColumnChoice *>(m_table->cellWidget(row, column));
}

QString MappingCountersPage::textAt(int row, int column) const
{
    return qobject_cast<QLineEdit *>(m_table->cellWidget(row, column))->text().trimmed();
}

Result<Counter> MappingCountersPage::counterAt(int row) const
{
    Counter counter;
    counter.column = choiceAt(row, ColumnPlace)->name();
    const QString title = choiceAt(row, ReferencePlace)->name();
    if (counter.column.isEmpty() || title.isEmpty()) {
        return Error{
            ErrorKind::Usage,
            tr("Choose the column of counter %1 and what it counts, or remove it.").arg(row + 1)};
    }
    // A table's name may have dots, a column's hardly.
    counter.referenceTable = title.section(u'.', 0, -2);
    counter.referenceColumn = title.section(u'.', -1);
    counter.objectTable = choiceAt(row, ObjectTablePlace)->name();
    if (counter.objectTable.isEmpty())
        return counter;
    counter.objectKey = textAt(row, ObjectKeyPlace);
    counter.linkColumn = textAt(row, LinkColumnPlace);
    const auto where = conditionsFromText(textAt(row, WherePlace));
    if (!where)
        return where.error();
    if (counter.objectKey.isEmpty() || counter.linkColumn.isEmpty()) {
        return Error{
            ErrorKind::Usage,
            tr("Give the key of %1 and the column that names it.").arg(counter.objectTable)};
    }
    counter.objectWhere = *where;
    return counter;
}

Result<std::vector<Counter>> MappingCountersPage::counters() const
{
    std::vector<Counter> all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto counter = counterAt(row);
        if (!counter)
            return counter.error();
        all.push_back(*counter);
    }
    return all;
}

} // namespace tagsmith
