// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MappingEditor.h"

#include "core/Pending.h"
#include "gui/ColumnChoice.h"
#include "gui/DialogMessage.h"
#include "gui/MappingCountersPage.h"
#include "gui/MappingReferencesPage.h"
#include "gui/MappingTagsPage.h"
#include "gui/MappingTrialText.h"
#include "gui/Prompts.h"
#include "repository/TagRepository.h"
#include "ui_MappingEditor.h"

#include <QPushButton>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

MappingEditor::MappingEditor(TagRepository &repository, const Profile &profile,
                             const VocabularyMapping &mapping, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_repository(repository), m_profile(profile), m_mapping(mapping),
      m_prompts(prompts), m_ui(std::make_unique<Ui::MappingEditor>())
{
    m_ui->setupUi(this);
    buildPages();
    m_removeButton =
        m_ui->buttons->addButton(tr("&Forget this mapping"), QDialogButtonBox::DestructiveRole);
    m_removeButton->setObjectName(u"forgetButton"_s);
    m_removeButton->setEnabled(isSaved(m_mapping.name));
    showMapping(m_mapping);

    connect(m_ui->nameLine, &QLineEdit::textEdited, this, [this] { m_changed = true; });
    connect(m_ui->tryButton, &QPushButton::clicked, this, &MappingEditor::tryNow);
    connect(m_ui->buttons->button(QDialogButtonBox::Save), &QPushButton::clicked, this,
            &MappingEditor::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &MappingEditor::reject);
    connect(m_removeButton, &QPushButton::clicked, this, &MappingEditor::removeSaved);
    loadTables();
    if (!m_mapping.table.isEmpty())
        tryNow();
}

MappingEditor::~MappingEditor()
{
    m_token.cancel();
}

void MappingEditor::buildPages()
{
    m_tagsPage = new MappingTagsPage;
    m_referencesPage = new MappingReferencesPage;
    m_countersPage = new MappingCountersPage;
    m_ui->pages->addTab(m_tagsPage, tr("Ta&gs"));
    m_ui->pages->addTab(m_referencesPage, tr("References"));
    m_ui->pages->addTab(m_countersPage, tr("Counters"));
    connect(m_tagsPage, &MappingTagsPage::changed, this, &MappingEditor::onChanged);
    connect(m_referencesPage, &MappingReferencesPage::changed, this, &MappingEditor::onChanged);
    connect(m_countersPage, &MappingCountersPage::changed, this, &MappingEditor::onChanged);
}

void MappingEditor::loadTables()
{
    const auto pending = m_repository.listTables(m_profile);
    whenDone(this, pending, [this](const Result<std::vector<TableOutline>> &answer) {
        if (!answer) {
            m_ui->message->showError(answer.error().message);
            return;
        }
        m_tables = *answer;
        m_tagsPage->setTables(m_tables);
        m_referencesPage->setTables(m_tables);
        m_countersPage->setTables(m_tables);
        offerColumns();
    });
}

void MappingEditor::showMapping(const VocabularyMapping &mapping)
{
    m_ui->nameLine->setText(mapping.name);
    m_tagsPage->setMapping(mapping);
    m_referencesPage->setReferences(mapping.references);
    m_countersPage->setReferences(mapping.references);
    m_countersPage->setCounters(mapping.counters);
    offerColumns();
}

void MappingEditor::offerColumns()
{
    const QStringList columns = columnsOf(m_tables, m_tagsPage->table());
    m_referencesPage->setVocabularyColumns(columns);
    m_countersPage->setVocabularyColumns(columns);
}

Result<VocabularyMapping> MappingEditor::enteredMapping() const
{
    VocabularyMapping mapping = m_mapping;
    mapping.name = m_ui->nameLine->text().trimmed();
    if (const auto error = m_tagsPage->apply(mapping))
        return *error;
    if (const auto error = m_referencesPage->problem())
        return *error;
    const auto counters = m_countersPage->counters();
    if (!counters)
        return counters.error();
    mapping.references = m_referencesPage->references();
    mapping.counters = *counters;
    if (mapping.preset.isEmpty())
        mapping.preset = mapping.keyName == mapping.nameName ? u"minimal"_s : u"table"_s;
    return mapping;
}

void MappingEditor::onChanged()
{
    m_changed = true;
    ++m_generation; // what is being tried is no longer what is shown
    m_token.cancel();
    offerColumns();
    m_countersPage->setReferences(m_referencesPage->references());
    m_ui->message->clear();
    m_ui->trialText->setText(tr("Changed; press Try to see what it finds."));
    m_ui->tryButton->setEnabled(true);
}

void MappingEditor::tryNow()
{
    const auto mapping = enteredMapping();
    if (!mapping) {
        m_ui->message->showError(mapping.error().message);
        return;
    }
    m_token.cancel();
    const quint64 generation = ++m_generation;
    m_ui->message->clear();
    m_ui->trialText->setText(tr("Counting…"));
    m_ui->tryButton->setEnabled(false);
    const auto pending = m_repository.tryMapping(m_profile, *mapping);
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<MappingTrial> &answer) {
        if (generation == m_generation)
            receiveTrial(answer);
    });
}

void MappingEditor::receiveTrial(const Result<MappingTrial> &answer)
{
    m_ui->tryButton->setEnabled(true);
    if (!answer) {
        m_ui->trialText->clear();
        m_ui->message->showError(answer.error().message);
        return;
    }
    m_ui->trialText->setText(mappingTrialText(*answer));
    m_referencesPage->setReferences(answer->vocabulary.references);
    m_countersPage->setReferences(answer->vocabulary.references);
    m_referencesPage->setSuggestions(answer->vocabulary.suggestions);
}

bool MappingEditor::isSaved(const QString &name) const
{
    const auto all = m_store.mappings(m_profile);
    return std::any_of(all.begin(), all.end(), [&name](const VocabularyMapping &mapping) {
        return mapping.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void MappingEditor::save()
{
    const auto mapping = enteredMapping();
    if (!mapping) {
        m_ui->message->showError(mapping.error().message);
        return;
    }
    if (mapping->name.isEmpty()) {
        m_ui->message->showError(tr("Give the mapping a name to save it under."));
        m_ui->nameLine->setFocus();
        return;
    }
    const bool isOther = mapping->name.compare(m_mapping.name, Qt::CaseInsensitive) != 0;
    if (!isOther || !isSaved(mapping->name)) {
        store(*mapping);
        return;
    }
    Question question;
    question.title = tr("Replace a mapping");
    question.text = tr("Another mapping is saved as “%1”. Replace it?").arg(mapping->name);
    question.acceptLabel = tr("&Replace");
    question.isDestructive = true;
    m_prompts.ask(this, question, [this, mapping = *mapping](bool accepted) {
        if (accepted)
            store(mapping);
    });
}

void MappingEditor::store(const VocabularyMapping &mapping)
{
    if (const auto error = m_store.save(m_profile, mapping)) {
        m_ui->message->showError(error->message);
        return;
    }
    m_changed = false;
    accept();
    emit saved(mapping.name);
}

void MappingEditor::removeSaved()
{
    Question question;
    question.title = tr("Forget a mapping");
    question.text = tr("Forget the mapping that is saved as “%1”?").arg(m_mapping.name);
    question.detail = tr("Nothing in the database is changed.");
    question.acceptLabel = tr("&Forget");
    question.isDestructive = true;
    m_prompts.ask(this, question, [this](bool accepted) {
        if (!accepted)
            return;
        if (const auto error = m_store.remove(m_profile, m_mapping.name)) {
            m_ui->message->showError(error->message);
            return;
        }
        m_changed = false;
        accept();
        emit removed();
    });
}

void MappingEditor::reject()
{
    if (!m_changed) {
        QDialog::reject();
        return;
    }
    Question question;
    question.title = tr("Unsaved mapping");
    question.text = tr("Discard the changes to this mapping?");
    question.acceptLabel = tr("&Discard");
    question.isDestructive = true;
    m_prompts.ask(this, question, [this](bool accepted) {
        if (!accepted)
            return;
        m_changed = false;
        QDialog::reject();
    });
}

} // namespace tagsmith
