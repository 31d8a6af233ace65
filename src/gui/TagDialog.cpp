// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TagDialog.h"

#include "gui/CellEditor.h"
#include "ui_TagDialog.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/** Whether the value of @p column follows from something else than what the user types. */
bool isManaged(const Vocabulary &vocabulary, int column)
{
    const Column &field = vocabulary.columns[static_cast<size_t>(column)];
    if (column == vocabulary.keyColumn)
        return true;
    if (!field.table.isEmpty())
        return false;
    const auto isIt = [&field](const auto &part) { return isSame(part.column, field.name); };
    return std::any_of(vocabulary.scope.begin(), vocabulary.scope.end(), isIt) ||
           std::any_of(vocabulary.counters.begin(), vocabulary.counters.end(), isIt) ||
           (vocabulary.hierarchy && vocabulary.hierarchy->table.isEmpty() &&
            isIt(*vocabulary.hierarchy)) ||
           (vocabulary.nameTable && isSame(vocabulary.nameTable->tagColumn, field.name));
}

} // namespace

TagDialog::TagDialog(const Vocabulary &vocabulary, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::TagDialog>()), m_vocabulary(vocabulary),
      m_editors(vocabulary.columns.size(), nullptr)
{
    m_ui->setupUi(this);
    addEditor(vocabulary.nameColumn);
    for (int column = 0; column < static_cast<int>(vocabulary.columns.size()); ++column) {
        if (column != vocabulary.nameColumn && !isManaged(vocabulary, column))
            addEditor(column);
    }
    setWindowTitle(tr("Add a tag"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &TagDialog::submit);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_editors[static_cast<size_t>(vocabulary.nameColumn)]->setFocus();
}

TagDialog::~TagDialog() = default;

void TagDialog::addEditor(int column)
{
    const auto index = static_cast<size_t>(column);
    Column description = m_vocabulary.columns[index];
    // SQLite lets a key be NULL where it was not told otherwise, but a tag has a name.
    if (column == m_vocabulary.nameColumn)
        description.nullable = description.hasDefault = false;
    auto *editor = new CellEditor(description, m_ui->form);
    editor->setObjectName(u"editor_"_s + description.name);
    auto *label = new QLabel(labelFor(description), m_ui->form);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(editor);
    m_ui->formLayout->addRow(label, editor);
    m_editors[index] = editor;
}

QString TagDialog::labelFor(const Column &column) const
{
    QString name = column.name;
    name.replace(u'&', u"&&"_s);
    // A slug that is not given is made from the name.
    const bool isRequired = column.isRequired() && !isSame(column.name, m_vocabulary.slugColumn);
    return isRequired ? tr("%1 (required):").arg(name) : tr("%1:").arg(name);
}

void TagDialog::setTag(const Row &row)
{
    for (size_t i = 0; i < m_editors.size(); ++i) {
        if (m_editors[i])
            m_editors[i]->setCell(row[i]);
    }
    CellEditor *nameEditor = m_editors[static_cast<size_t>(m_vocabulary.nameColumn)];
    nameEditor->setReadOnly(true);
    nameEditor->setToolTip(tr("Rename the tag with Edit > Rename"));
    setWindowTitle(tr("Details of %1").arg(name()));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Save"));
    for (size_t i = 0; i < m_editors.size(); ++i) {
        if (m_editors[i] && m_editors[i] != nameEditor) {
            m_editors[i]->setFocus();
            break;
        }
    }
}

void TagDialog::setName(const QString &name)
{
    m_editors[static_cast<size_t>(m_vocabulary.nameColumn)]->setCell(name);
}

QString TagDialog::name() const
{
    return m_editors[static_cast<size_t>(m_vocabulary.nameColumn)]->cell().value_or(QString());
}

std::vector<ColumnValue> TagDialog::values() const
{
    std::vector<ColumnValue> values;
    for (size_t i = 0; i < m_editors.size(); ++i) {
        const CellEditor *editor = m_editors[i];
        if (!editor || static_cast<int>(i) == m_vocabulary.nameColumn)
            continue;
        if (editor->isChanged())
            values.push_back({editor->column().name, editor->cell()});
    }
    return values;
}

std::vector<ColumnValue> TagDialog::seenValues() const
{
    std::vector<ColumnValue> seen;
    const std::vector<ColumnValue> given = values();
    for (const ColumnValue &value : given) {
        const auto column = static_cast<size_t>(m_vocabulary.indexOf(value.column));
        seen.push_back({value.column, m_editors[column]->initialCell()});
    }
    return seen;
}

void TagDialog::setBusy(bool busy)
{
    m_ui->form->setEnabled(!busy);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!busy);
}

void TagDialog::submit()
{
    setBusy(true);
    emit submitted();
}

} // namespace tagsmith
