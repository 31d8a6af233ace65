// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DatabaseSession.h"

#include "core/Pending.h"
#include "gui/Activities.h"
#include "gui/Prompts.h"
#include "repository/ProfileStore.h"

#include <QWidget>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

DatabaseSession::DatabaseSession(const SessionContext &context)
    : QObject(context.window), m_context(context)
{
}

QString DatabaseSession::displayName() const
{
    return m_profile.isEmbedded ? tr("embedded vocabulary") : m_profile.displayName();
}

void DatabaseSession::open(const Profile &profile, const QString &vocabulary)
{
    m_profile = profile;
    m_vocabulary = vocabulary;
    m_isToggled = false;
    inspect();
}

void DatabaseSession::setReadOnly(bool readOnly)
{
    m_profile.readOnly = readOnly;
    m_isToggled = !m_isToggled;
    if (m_source)
        m_vocabulary = m_source->vocabulary.name;
    inspect();
}

void DatabaseSession::retry()
{
    inspect();
}

void DatabaseSession::inspect()
{
    m_token.cancel();
    m_source.reset();
    const quint64 generation = ++m_generation;
    emit opening();
    const auto pending = m_context.repository.open(m_profile, m_vocabulary);
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<TagSource> &answer) {
        if (generation == m_generation)
            receive(answer);
    });
    m_context.activities.track(tr("Opening %1…").arg(displayName()), pending);
}

void DatabaseSession::receive(const Result<TagSource> &answer)
{
    if (answer) {
        m_source = *answer;
        // From now on the file is there; if it vanishes, an empty one must not take its place.
        m_source->profile.createFile = false;
        if (!m_profile.isEmbedded && !m_isToggled)
            m_context.profiles.remember(m_profile);
        emit opened();
        return;
    }
    const Error &error = answer.error();
    const bool isOurs = m_profile.createFile && m_vocabulary.isEmpty();
    if (error.kind == ErrorKind::NoVocabulary && isOurs) {
        createAndOpen();
        return;
    }
    emit failed(error);
    if (error.kind == ErrorKind::Authentication)
        askForPassword(error);
}

void DatabaseSession::createTable()
{
    Question question;
    question.title = tr("Create a table");
    question.text = tr("Create the table “tags” in %1?").arg(displayName());
    question.detail = tr("Nothing else in the database is changed.");
    question.acceptLabel = tr("&Create");
    m_context.prompts.ask(m_context.window, question, [this](bool accepted) {
        if (accepted)
            createAndOpen();
    });
}

void DatabaseSession::createAndOpen()
{
    const quint64 generation = ++m_generation;
    emit opening();
    const auto pending = m_context.repository.createVocabulary(m_profile);
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<Receipt> &answer) {
        if (generation != m_generation)
            return;
        const bool isOurs = std::exchange(m_profile.createFile, false);
        m_vocabulary.clear();
        if (!answer)
            emit failed(answer.error());
        else if (isOurs)
            createJournal(generation);
        else
            inspect();
    });
    m_context.activities.track(tr("Creating the table “tags”…"), pending);
}

/** In a new file of our own, so that everything can be undone from the start. */
void DatabaseSession::createJournal(quint64 generation)
{
    const auto pending = m_context.repository.createJournal(m_profile);
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<Receipt> &answer) {
        if (generation != m_generation)
            return;
        if (answer)
            inspect();
        else
            emit failed(answer.error());
    });
    m_context.activities.track(tr("Making the tables for undo…"), pending);
}

void DatabaseSession::askForPassword(const Error &error)
{
    const QString label = tr("%1\nPassword for %2:").arg(error.message, displayName());
    const quint64 generation = m_generation;
    m_context.prompts.askPassword(m_context.window, tr("Password"), label,
                                  [this, generation](const QString &password) {
                                      if (generation != m_generation)
                                          return;
                                      m_profile.password = password;
                                      inspect();
                                  });
}

} // namespace tagsmith
