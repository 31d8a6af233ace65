// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "repository/TagRepository.h"

#include <QObject>

#include <optional>

class QWidget;

namespace tagsmith
{

class Activities;
class ProfileStore;
class Prompts;

/** What the window needs in order to open a database. */
struct SessionContext
{
    TagRepository &repository;
    ProfileStore &profiles;
    Prompts &prompts;
    Activities &activities;
    QWidget *window;
};

/**
 * Which database the window looks at: finds its vocabulary, makes one in a file of our own, asks
 * for a password where one is missing. It holds no connection.
 */
class DatabaseSession : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseSession(const SessionContext &context);

    /** @p vocabulary may be empty: the first one found. What was open before is no longer. */
    void open(const Profile &profile, const QString &vocabulary = {});
    /** The same database once more. */
    void retry();
    /** The same database once more, for looking at or for writing. */
    void setReadOnly(bool readOnly);
    /** Makes the default table in a database that has no tags, after a question. */
    void createTable();

    const Profile &profile() const { return m_profile; }
    /** What the user calls the database. */
    QString displayName() const;
    /** Nothing while no vocabulary is open. */
    const std::optional<TagSource> &source() const { return m_source; }

signals:
    void opening();
    void opened();
    /** There is no vocabulary to show, and @p error says why. */
    void failed(const tagsmith::Error &error);

private:
    void inspect();
    void receive(const Result<TagSource> &answer);
    void createAndOpen();
    void createJournal(quint64 generation);
    void askForPassword(const Error &error);

    SessionContext m_context;
    Profile m_profile;
    QString m_vocabulary;
    bool m_isToggled = false; ///< read-only or not for now only, and so not to be remembered
    std::optional<TagSource> m_source;
    CancelToken m_token;
    quint64 m_generation = 0; ///< answers about a database that was left meanwhile are dropped
};

} // namespace tagsmith
