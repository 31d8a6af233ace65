// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MappingReferencesPage.h"

#include "gui/ColumnChoice.h"
#include "gui/ObjectKeyText.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

enum Place { TablePlace, ColumnPlace, TargetPlace, RolePlace, ObjectsPlace, OriginPlace, Places };

const auto propertyRole = "property"_L1;
const auto taggingRole = "tagging"_L1;

bool isSameColumn(const Reference &a, const Reference &b)
{
    return a.table.compare(b.table, Qt::CaseInsensitive) == 0 &&
           a.column.compare(b.column, Qt::CaseInsensitive) == 0;
}

} // namespace

MappingReferencesPage::MappingReferencesPage(QWidget *parent)
    : QWidget(parent), m_table(new QTableWidget(0, Places)),
      m_removeButton(new QPushButton(tr("Re&move"))), m_suggestionList(new QListWidget),
      m_suggestionBox(new QWidget)
{
    auto *layout = new QVBoxLayout(this);
    auto *label =
        new QLabel(tr("&These columns hold a tag; merge, rename and delete follow them:"));
    label->setBuddy(m_table);
    layout->addWidget(label);
    m_table->setObjectName(u"referenceTable"_s);
    m_table->setHorizontalHeaderLabels({tr("Table"), tr("Column"), tr("Holds"), tr("Its rows"),
                                        tr("Object named by"), tr("Known from")});
    m_table->horizontalHeaderItem(ObjectsPlace)
        ->setToolTip(tr("Columns that say which object a row is about, separated by commas: two "
                        "rows of one object become one when their tags are merged"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ObjectsPlace, QHeaderView::Stretch);
    layout->addWidget(m_table, 2);

    auto *buttons = new QHBoxLayout;
    auto *addButton = new QPushButton(tr("&Add"));
    addButton->setObjectName(u"addReferenceButton"_s);
    m_removeButton->setObjectName(u"removeReferenceButton"_s);
    buttons->addWidget(addButton);
    buttons->addWidget(m_removeButton);
    buttons->addStretch();
    layout->addLayout(buttons);

    auto *suggestionLayout = new QVBoxLayout(m_suggestionBox);
    suggestionLayout->setContentsMargins(0, 0, 0, 0);
    auto *suggestionLabel =
        new QLabel(tr("&Likely references that nothing declares; check those that are:"));
    suggestionLabel->setBuddy(m_suggestionList);
    suggestionLayout->addWidget(suggestionLabel);
    m_suggestionList->setObjectName(u"suggestionList"_s);
    suggestionLayout->addWidget(m_suggestionList);
    layout->addWidget(m_suggestionBox, 1);
    m_suggestionBox->hide();

    m_removeButton->setEnabled(false);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_removeButton->setEnabled(!m_table->selectionModel()->selectedRows().isEmpty());
    });
    connect(addButton, &QPushButton::clicked, this, &MappingReferencesPage::addEmptyRow);
    connect(m_removeButton, &QPushButton::clicked, this, &MappingReferencesPage::removeChosenRow);
    connect(m_suggestionList, &QListWidget::itemChanged, this, &MappingReferencesPage::changed);
}

void MappingReferencesPage::setTables(const std::vector<TableOutline> &tables)
{
    m_tables = tables;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        choiceAt(row, TablePlace)->setNames(namesOf(m_tables));
        choiceAt(row, ColumnPlace)
            ->setNames(columnsOf(m_tables, choiceAt(row, TablePlace)->name()));
    }
}

void MappingReferencesPage::setVocabularyColumns(const QStringList &vocabularyColumns)
{
    m_vocabularyColumns = vocabularyColumns;
    for (int row = 0; row < m_table->rowCount(); ++row)
        choiceAt(row, TargetPlace)->setNames(m_vocabularyColumns, tr("the key"));
}

void MappingReferencesPage::setReferences(const std::vector<Reference> &references)
{
    m_table->setRowCount(0);
    m_references.clear();
    for (const Reference &reference : references)
        addRow(reference);
}

void MappingReferencesPage::addRow(const Reference &reference)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_references.push_back(reference);
    auto *table = new ColumnChoice;
    table->setNames(namesOf(m_tables));
    table->setName(reference.table);
    auto *column = new ColumnChoice;
    column->setNames(columnsOf(m_tables, reference.table));
    column->setName(reference.column);
    auto *target = new ColumnChoice;
    target->setNames(m_vocabularyColumns, tr("the key"));
    target->setName(reference.target);
    auto *role = new ColumnChoice;
    role->addItem(tr("use the tag"), taggingRole);
    role->addItem(tr("belong to the tag"), propertyRole);
    role->setName(reference.role == ReferenceRole::Property ? propertyRole : taggingRole);
    auto *objects = new QLineEdit(objectKeyText(reference.objects));
    objects->setFrame(false);
    objects->setPlaceholderText(tr("worked out from the unique keys"));

    m_table->setCellWidget(row, TablePlace, table);
    m_table->setCellWidget(row, ColumnPlace, column);
    m_table->setCellWidget(row, TargetPlace, target);
    m_table->setCellWidget(row, RolePlace, role);
    m_table->setCellWidget(row, ObjectsPlace, objects);
    auto *origin =
        new QTableWidgetItem(reference.declared ? tr("a foreign key") : tr("this mapping"));
    origin->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_table->setItem(row, OriginPlace, origin);

    connect(table, &ColumnChoice::nameChosen, column, [this, table, column] {
        column->setName({});
        column->setNames(columnsOf(m_tables, table->name()));
    });
    for (ColumnChoice *choice : {table, column, target, role})
        connect(choice, &ColumnChoice::nameChosen, this, &MappingReferencesPage::changed);
    connect(objects, &QLineEdit::textEdited, this, &MappingReferencesPage::changed);
}

void MappingReferencesPage::addEmptyRow()
{
    addRow({});
    m_table->selectRow(m_table->rowCount() - 1);
    choiceAt(m_table->rowCount() - 1, TablePlace)->setFocus();
    emit changed();
}

void MappingReferencesPage::removeChosenRow()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const int row = rows.constFirst().row();
    m_references.erase(m_references.begin() + row);
    m_table->removeRow(row);
    emit changed();
}

ColumnChoice *MappingReferencesPage::choiceAt(int row, int column) const
{
    return qobject_cast<ColumnChoice *>(m_table->cellWidget(row, column));
}

Reference MappingReferencesPage::referenceAt(int row) const
{
    Reference reference = m_references[static_cast<size_t>(row)];
    reference.table = choiceAt(row, TablePlace)->name();
    reference.column = choiceAt(row, ColumnPlace)->name();
    reference.target = choiceAt(row, TargetPlace)->name();
    reference.role = choiceAt(row, RolePlace)->name() == propertyRole ? ReferenceRole::Property
                                                                      : ReferenceRole::Tagging;
    const auto *objects = qobject_cast<QLineEdit *>(m_table->cellWidget(row, ObjectsPlace));
    reference.objects = objectKeysFromText(objects->text());
    return reference;
}

void MappingReferencesPage::setSuggestions(const std::vector<SuggestedReference> &suggestions)
{
    const QSignalBlocker blocker(m_suggestionList); // it is not the user who changes it
    const std::vector<Reference> followed = references();
    m_suggestions.clear();
    m_suggestionList->clear();
    for (const SuggestedReference &suggestion : suggestions) {
        const bool isKnown =
            std::any_of(followed.begin(), followed.end(), [&suggestion](const Reference &known) {
                return isSameColumn(known, suggestion.reference);
            });
        if (isKnown)
            continue;
        m_suggestions.push_back(suggestion);
        auto *item = new QListWidgetItem(
            u"%1: %2"_s.arg(suggestion.reference.title(), suggestion.reason), m_suggestionList);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_suggestionBox->setVisible(!m_suggestions.empty());
}

std::vector<Reference> MappingReferencesPage::references() const
{
    std::vector<Reference> all;
    all.reserve(static_cast<size_t>(m_table->rowCount()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        all.push_back(referenceAt(row));
    for (int row = 0; row < m_suggestionList->count(); ++row) {
        if (m_suggestionList->item(row)->checkState() == Qt::Checked)
            all.push_back(m_suggestions[static_cast<size_t>(row)].reference);
    }
    return all;
}

std::optional<Error> MappingReferencesPage::problem() const
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Reference reference = referenceAt(row);
        if (reference.table.isEmpty() || reference.column.isEmpty()) {
            return Error{ErrorKind::Usage, tr("Choose the table and the column of reference %1, or "
                                              "remove it.")
                                               .arg(row + 1)};
        }
    }
    return std::nullopt;
}

} // namespace tagsmith
