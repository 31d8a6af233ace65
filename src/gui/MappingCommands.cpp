// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MappingCommands.h"

#include "gui/DatabaseSession.h"
#include "gui/MappingEditor.h"

namespace tagsmith
{

MappingCommands::MappingCommands(TagRepository &repository, DatabaseSession &session,
                                 Prompts &prompts, QWidget *window)
    : QObject(window), m_repository(repository), m_session(session), m_prompts(prompts),
      m_window(window)
{
}

void MappingCommands::edit()
{
    if (m_session.source())
        show(m_session.source()->vocabulary);
}

void MappingCommands::create()
{
    show({});
}

void MappingCommands::show(const VocabularyMapping &mapping)
{
    const Profile profile = m_session.profile();
    auto *editor = new MappingEditor(m_repository, profile, mapping, m_prompts, m_window);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &MappingEditor::saved, &m_session,
            [this, profile](const QString &name) { m_session.open(profile, name); });
    connect(editor, &MappingEditor::removed, &m_session,
            [this, profile] { m_session.open(profile); });
    editor->open();
}

} // namespace tagsmith
