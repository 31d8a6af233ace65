// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/VocabularyMapping.h"

#include <QObject>

class QWidget;

namespace tagsmith
{

class DatabaseSession;
class Prompts;
class TagRepository;

/** Opens the mapping editor on the database of a session, which then opens what was saved. */
class MappingCommands : public QObject
{
    Q_OBJECT

public:
    MappingCommands(TagRepository &repository, DatabaseSession &session, Prompts &prompts,
                    QWidget *window);

    /** The mapping of the open vocabulary. */
    void edit();
    /** A new mapping, of a table that nothing has recognised. */
    void create();

private:
    void show(const VocabularyMapping &mapping);

    TagRepository &m_repository;
    DatabaseSession &m_session;
    Prompts &m_prompts;
    QWidget *m_window;
};

} // namespace tagsmith
