// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConflictDialog.h"

#include "gui/ConflictChoice.h"
#include "gui/ConflictFieldsModel.h"
#include "gui/ConflictTitle.h"
#include "gui/VersionDelegate.h"
#include "models/CellText.h"
#include "ui_ConflictDialog.h"

#include <QHeaderView>
#include <QPushButton>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString describe(const ConflictChoice &choice)
{
    if (choice.isSkipped())
        return ConflictDialog::tr("Skipped, theirs stays");
    const auto version = choice.single();
    if (!version)
        return ConflictDialog::tr("Chosen field by field");
    switch (*version) {
    case RowVersion::Before: return ConflictDialog::tr("As before");
    case RowVersion::Yours: return ConflictDialog::tr("Yours");
    case RowVersion::Theirs: break;
    }
    return ConflictDialog::tr("Theirs");
}

void choose(ConflictChoice &choice, std::optional<RowVersion> version)
{
    if (version)
        choice.chooseAll(*version);
    else
        choice.skip();
}

} // namespace

ConflictDialog::ConflictDialog(const std::vector<RowConflict> &conflicts, const QString &title,
                               QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ConflictDialog>()),
      m_choices(conflicts.begin(), conflicts.end()), m_fields(new ConflictFieldsModel(this))
{
    m_ui->setupUi(this);
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    setSizeGripEnabled(true);
    m_ui->explanation->showWarning(
        conflicts.size() == 1
            ? tr("This row was changed by others meanwhile. Choose what it shall become, or skip "
                 "it and leave theirs.")
            : tr("%L1 rows were changed by others meanwhile. Choose what they shall become, or "
                 "skip them and leave theirs.")
                  .arg(static_cast<qint64>(conflicts.size())));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("A&pply choices"));
    m_ui->allRows->setVisible(conflicts.size() > 1);

    QTableView *table = m_ui->versionsTable;
    table->setModel(m_fields);
    table->setItemDelegate(new VersionDelegate(table));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    connect(m_fields, &ConflictFieldsModel::choiceChanged, this,
            [this] { showChoice(m_ui->rowList->currentRow()); });

    for (const RowConflict &conflict : conflicts) {
        auto *item = new QListWidgetItem(m_ui->rowList);
        item->setToolTip(toolTipText(conflictTitle(conflict)));
    }
    connect(m_ui->rowList, &QListWidget::currentRowChanged, this, &ConflictDialog::showRow);
    connectButtons();
    showChoices();
    m_ui->rowList->setCurrentRow(0);
    table->setFocus();
}

ConflictDialog::~ConflictDialog() = default;

void ConflictDialog::connectButtons()
{
    const auto forRow = [this](QPushButton *button, std::optional<RowVersion> version) {
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, version] { chooseForRow(version); });
    };
    const auto forAll = [this](QPushButton *button, std::optional<RowVersion> version) {
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, version] { chooseForAll(version); });
    };
    forRow(m_ui->rowYours, RowVersion::Yours);
    forRow(m_ui->rowTheirs, RowVersion::Theirs);
    forRow(m_ui->rowSkip, std::nullopt);
    forAll(m_ui->allYours, RowVersion::Yours);
    forAll(m_ui->allTheirs, RowVersion::Theirs);
    forAll(m_ui->allSkip, std::nullopt);
}

std::vector<RowResolution> ConflictDialog::resolutions() const
{
    std::vector<RowResolution> all;
    for (const ConflictChoice &choice : m_choices) {
        if (auto resolution = choice.resolution())
            all.push_back(std::move(*resolution));
    }
    return all;
}

void ConflictDialog::accept()
{
    QDialog::accept();
    emit resolved(resolutions());
}

void ConflictDialog::showRow(int row)
{
    if (row < 0)
        return;
    ConflictChoice &choice = m_choices[static_cast<size_t>(row)];
    m_fields->setChoice(&choice);
    m_ui->reasonLabel->setText(choice.conflict().reason);
    m_ui->reasonLabel->setVisible(!choice.conflict().reason.isEmpty());
    // Where the user has to look: the first line that can be chosen, at what would be written.
    int first = 0;
    while (first + 1 < m_fields->rowCount() &&
           !m_fields->index(first, ConflictFieldsModel::Yours).data(Qt::CheckStateRole).isValid())
        ++first;
    const QModelIndex start = m_fields->index(first, ConflictFieldsModel::Yours);
    m_ui->versionsTable->setCurrentIndex(start);
    m_ui->versionsTable->scrollTo(start);
}

void ConflictDialog::chooseForRow(std::optional<RowVersion> version)
{
    const int row = m_ui->rowList->currentRow();
    choose(m_choices[static_cast<size_t>(row)], version);
    m_fields->refresh();
    showChoice(row);
}

void ConflictDialog::chooseForAll(std::optional<RowVersion> version)
{
    for (ConflictChoice &choice : m_choices)
        choose(choice, version);
    m_fields->refresh();
    showChoices();
}

void ConflictDialog::showChoice(int row)
{
    const ConflictChoice &choice = m_choices[static_cast<size_t>(row)];
    m_ui->rowList->item(row)->setText(conflictTitle(choice.conflict()) + u'\n' + describe(choice));
}

void ConflictDialog::showChoices()
{
    for (int row = 0; row < static_cast<int>(m_choices.size()); ++row)
        showChoice(row);
}

} // namespace tagsmith
