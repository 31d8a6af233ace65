// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/MappingTrial.h"
#include "core/Profile.h"
#include "core/Result.h"
#include "core/VocabularyMapping.h"
#include "repository/MappingStore.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui
{
class MappingEditor;
}

namespace tagsmith
{

class MappingCountersPage;
class MappingReferencesPage;
class MappingTagsPage;
class Prompts;
class TagRepository;

/**
 * Shows and corrects how a vocabulary is mapped onto the tables of a database, tries it with
 * counts, and saves it under a name. Shown with open(); nothing in the database is changed.
 */
class MappingEditor : public QDialog
{
    Q_OBJECT

public:
    /** @p mapping with an empty table begins a new one. */
    MappingEditor(TagRepository &repository, const Profile &profile,
                  const VocabularyMapping &mapping, Prompts &prompts, QWidget *parent = nullptr);
    ~MappingEditor() override;

    void reject() override;

signals:
    /** The mapping stands in the store under @p name. */
    void saved(const QString &name);
    /** The one that was saved under the name of the mapping is gone from the store. */
    void removed();

private:
    void buildPages();
    void loadTables();
    void showMapping(const VocabularyMapping &mapping);
    void offerColumns();
    Result<VocabularyMapping> enteredMapping() const;
    bool isSaved(const QString &name) const;
    void onChanged();
    void tryNow();
    void receiveTrial(const Result<MappingTrial> &answer);
    void save();
    void store(const VocabularyMapping &mapping);
    void removeSaved();

    TagRepository &m_repository;
    Profile m_profile;
    VocabularyMapping m_mapping; ///< as it came; what has no widget is kept from it
    Prompts &m_prompts;
    MappingStore m_store;
    std::unique_ptr<Ui::MappingEditor> m_ui;
    MappingTagsPage *m_tagsPage = nullptr;
    MappingReferencesPage *m_referencesPage = nullptr;
    MappingCountersPage *m_countersPage = nullptr;
    QPushButton *m_removeButton = nullptr;
    std::vector<TableOutline> m_tables;
    CancelToken m_token;
    quint64 m_generation = 0; ///< answers about an older state are dropped
    bool m_changed = false;
};

} // namespace tagsmith
