// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MappingTagsPage.h"

#include "gui/ColumnChoice.h"
#include "gui/ConditionText.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QLineEdit *addLine(QFormLayout *form, const QString &label, const char *name, const QString &hint,
                   const QString &help)
{
    auto *line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(name));
    line->setPlaceholderText(hint);
    line->setToolTip(help);
    form->addRow(label, line);
    return line;
}

/** A line of column names, separated by commas. */
QStringList columnList(const QString &text)
{
    QStringList columns;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            columns << part.trimmed();
    }
    return columns;
}

} // namespace

MappingTagsPage::MappingTagsPage(QWidget *parent) : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_table = addChoice(form, tr("&Table:"), "tableChoice", tr("The table with one row per tag"));
    m_key = addChoice(form, tr("&Key:"), "keyChoice",
                      tr("The column that other tables name a tag by; it may be the name itself"));
    m_name = addChoice(form, tr("N&ame:"), "nameChoice", tr("The column with the tag's name"));

    m_hasNameTable = new QCheckBox(tr("The names stand in a ta&ble of their own"));
    m_hasNameTable->setObjectName(u"hasNameTable"_s);
    form->addRow(QString(), m_hasNameTable);
    m_nameTableBox = new QWidget;
    auto *nameForm = new QFormLayout(m_nameTableBox);
    nameForm->setContentsMargins(0, 0, 0, 0);
    m_nameTable = addChoice(nameForm, tr("Table of names:"), "nameTableChoice",
                            tr("The table that holds the names"));
    m_nameTableKey = addChoice(nameForm, tr("Its key:"), "nameTableKeyChoice",
                               tr("The column of the table of names that a tag names its row by"));
    m_nameTableTag = addChoice(nameForm, tr("Named by:"), "nameTableTagChoice",
                               tr("The column of the tags' table that holds that key"));
    form->addRow(QString(), m_nameTableBox);

    m_scope = addLine(form, tr("Only &where:"), "scopeLine", tr("taxonomy = post_tag"),
                      tr("Which rows are tags of this vocabulary, where the table holds others "
                         "too; several conditions are separated by semicolons"));
    m_companions =
        addLine(form, tr("Told apart &by:"), "companionsLine", tr("nothing but the name"),
                tr("Columns that with the name tell tags apart, separated by commas"));
    m_slug = addChoice(form, tr("S&lug:"), "slugChoice", tr("The name in web addresses"));
    m_parent =
        addChoice(form, tr("&Parent:"), "parentChoice", tr("The column that names the parent tag"));
    m_root = addLine(form, tr("Without a parent:"), "rootLine", tr("NULL"),
                     tr("What a tag without a parent has there: empty for NULL"));
    m_kept = new QLabel;
    m_kept->setObjectName(u"keptLabel"_s);
    m_kept->setWordWrap(true);
    form->addRow(QString(), m_kept);

    connect(m_table, &ColumnChoice::nameChosen, this, &MappingTagsPage::onTableChosen);
    connect(m_nameTable, &ColumnChoice::nameChosen, this, &MappingTagsPage::fillColumns);
    connect(m_hasNameTable, &QCheckBox::toggled, this, &MappingTagsPage::updateNameTable);
    connect(m_hasNameTable, &QCheckBox::clicked, this, &MappingTagsPage::changed);
    for (QLineEdit *line : {m_scope, m_companions, m_root})
        connect(line, &QLineEdit::textEdited, this, &MappingTagsPage::changed);
    updateNameTable();
}

ColumnChoice *MappingTagsPage::addChoice(QFormLayout *form, const QString &label, const char *name,
                                         const QString &help)
{
    auto *choice = new ColumnChoice;
    choice->setObjectName(QString::fromLatin1(name));
    choice->setToolTip(help);
    form->addRow(label, choice);
    connect(choice, &ColumnChoice::nameChosen, this, &MappingTagsPage::changed);
    return choice;
}

void MappingTagsPage::setTables(const std::vector<TableOutline> &tables)
{
    m_tables = tables;
    m_table->setNames(namesOf(m_tables));
    m_nameTable->setNames(namesOf(m_tables));
    fillColumns();
}

void MappingTagsPage::setMapping(const VocabularyMapping &mapping)
{
    m_table->setName(mapping.table);
    m_hasNameTable->setChecked(mapping.nameTable.has_value());
    m_nameTable->setName(mapping.nameTable ? mapping.nameTable->table : QString());
    fillColumns();
    m_key->setName(mapping.keyName);
    m_name->setName(mapping.nameName);
    m_nameTableKey->setName(mapping.nameTable ? mapping.nameTable->key : QString());
    m_nameTableTag->setName(mapping.nameTable ? mapping.nameTable->tagColumn : QString());
    m_scope->setText(conditionText(mapping.scope));
    m_companions->setText(mapping.nameCompanions.join(u", "_s));
    m_slug->setName(mapping.slugColumn);
    const bool isOwn = mapping.hierarchy && mapping.hierarchy->table.isEmpty();
    m_parent->setName(isOwn ? mapping.hierarchy->column : QString());
    m_root->setText(isOwn ? mapping.hierarchy->root.value_or(QString()) : QString());
    m_kept->setText(summaryOf(mapping));
    m_kept->setVisible(!m_kept->text().isEmpty());
}

/** What a preset knows that cannot be changed here. */
QString MappingTagsPage::summaryOf(const VocabularyMapping &mapping) const
{
    QStringList parts;
    if (mapping.hierarchy && !mapping.hierarchy->table.isEmpty())
        parts << tr("the parents in %1").arg(mapping.hierarchy->table);
    if (!mapping.nameLocale.isEmpty())
        parts << tr("the names in the language “%1”").arg(mapping.nameLocale);
    if (!mapping.protections.empty())
        parts << tr("%n kind(s) of protected tags", nullptr,
                    static_cast<int>(mapping.protections.size()));
    if (!mapping.aftercare.empty())
        parts << tr("%n step(s) of aftercare", nullptr, static_cast<int>(mapping.aftercare.size()));
    return parts.isEmpty() ? QString() : tr("Kept as it is: %1.").arg(parts.join(u", "_s));
}

std::optional<Error> MappingTagsPage::apply(VocabularyMapping &mapping) const
{
    const auto scope = conditionsFromText(m_scope->text());
    if (!scope)
        return scope.error();
    if (table().isEmpty() || m_key->name().isEmpty() || m_name->name().isEmpty())
        return Error{ErrorKind::Usage,
                     tr("Choose the table, its key and the column of the names.")};
    mapping.table = table();
    mapping.keyName = m_key->name();
    mapping.nameName = m_name->name();
    mapping.nameTable.reset();
    if (m_hasNameTable->isChecked()) {
        const NameTable names{m_nameTable->name(), m_nameTableKey->name(), m_nameTableTag->name()};
        if (names.table.isEmpty() || names.key.isEmpty() || names.tagColumn.isEmpty())
            return Error{ErrorKind::Usage, tr("Choose the table of names, its key and the column "
                                              "that names it.")};
        mapping.nameTable = names;
    }
    mapping.scope = *scope;
    mapping.nameCompanions = columnList(m_companions->text());
    mapping.slugColumn = m_slug->name();
    const bool isElsewhere = mapping.hierarchy && !mapping.hierarchy->table.isEmpty();
    if (m_parent->name().isEmpty()) {
        if (!isElsewhere)
            mapping.hierarchy.reset();
        return std::nullopt;
    }
    Hierarchy hierarchy = isElsewhere ? Hierarchy() : mapping.hierarchy.value_or(Hierarchy());
    hierarchy.column = m_parent->name();
    hierarchy.root = m_root->text().isEmpty() ? Cell() : Cell(m_root->text());
    mapping.hierarchy = hierarchy;
    return std::nullopt;
}

QString MappingTagsPage::table() const
{
    return m_table->name();
}

void MappingTagsPage::fillColumns()
{
    const QStringList own = columnsOf(m_tables, table());
    const QStringList ofNames =
        m_hasNameTable->isChecked() ? columnsOf(m_tables, m_nameTable->name()) : QStringList();
    m_key->setNames(own);
    m_name->setNames(own + ofNames);
    m_slug->setNames(own + ofNames, tr("None"));
    m_parent->setNames(own, tr("None"));
    m_nameTableKey->setNames(columnsOf(m_tables, m_nameTable->name()));
    m_nameTableTag->setNames(own);
}

/** Another table has other columns: what was chosen of the old one says nothing about it. */
void MappingTagsPage::onTableChosen()
{
    for (ColumnChoice *choice : {m_key, m_name, m_slug, m_parent, m_nameTableTag})
        choice->setName({});
    fillColumns();
    emit changed();
}

void MappingTagsPage::updateNameTable()
{
    m_nameTableBox->setVisible(m_hasNameTable->isChecked());
    fillColumns();
}

} // namespace tagsmith
