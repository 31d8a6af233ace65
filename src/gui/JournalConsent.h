// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "repository/TagRepository.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace tagsmith
{

class Activities;
class Prompts;

/** What is needed to ask for a journal, and to make it. */
struct ConsentContext
{
    TagRepository &repository;
    Prompts &prompts;
    Activities &activities;
    QWidget *window;
};

/**
 * What the user has agreed to where a database has no journal: its tables are made, or writes
 * cannot be undone. The latter holds until the window closes.
 */
class JournalConsent : public QObject
{
    Q_OBJECT

public:
    explicit JournalConsent(const ConsentContext &context);

    /** Whether the user agreed to writes that cannot be undone. */
    bool isWithoutUndo(const Profile &profile) const;
    /** @p source with what the user has agreed to. */
    TagSource agreed(const TagSource &source) const;
    /** Asks; @p answer tells whether the write may go on, as agreed() then. */
    void ask(const Profile &profile, const std::function<void(bool goesOn)> &answer);
    /** Makes the tables without a question; @p made is called if that was possible. */
    void make(const Profile &profile, const std::function<void()> &made);

signals:
    /** The tables were made, or the user agreed to writes without them. */
    void changed();

private:
    using Answer = std::function<void(bool goesOn)>;

    void create(const Profile &profile, const std::function<void(const Error *)> &done);
    void makeOrOffer(const Profile &profile);
    void workWithoutUndo(const Profile &profile);
    void finish(bool goesOn);
    QWidget *parent() const;

    ConsentContext m_context;
    QStringList m_withoutUndo;     ///< URLs of databases
    std::vector<Answer> m_waiting; ///< those who asked, while the question stands
};

} // namespace tagsmith
