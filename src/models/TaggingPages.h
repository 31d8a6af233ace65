// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/TaggingPage.h"
#include "repository/TagRepository.h"

#include <QObject>
#include <QString>

#include <optional>

namespace tagsmith
{

/**
 * Pages through the rows that use one tag. Belongs to the GUI thread; every call returns at once,
 * and changed() follows. Each request overtakes the one before it, whose answer is dropped.
 */
class TaggingPages : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,    ///< no tag is asked for
        Loading, ///< page() is the one before, if it is of the same tag
        Shown,
        Failed
    };

    explicit TaggingPages(TagRepository &repository, QObject *parent = nullptr);
    ~TaggingPages() override;

    /** Loads the first page of the tag @p key in a reference of the vocabulary, by its index. */
    void show(const TagSource &source, const QString &key, int reference);
    /** The same page once more. */
    void reload();
    void showNext();
    void showPrevious();
    /** Asks for nothing any more. */
    void clear();

    State state() const { return m_state; }
    const TaggingPage &page() const { return m_page; }
    /** One sentence; empty unless state() is Failed. */
    const QString &problem() const { return m_problem; }
    /** How many rows stand on the pages before. */
    qint64 offset() const { return m_offset; }
    bool hasNext() const { return m_state == State::Shown && m_page.hasMore; }
    bool hasPrevious() const { return m_state == State::Shown && m_offset > 0; }

signals:
    void changed();

private:
    void load(qint64 offset);
    void receive(const Result<TaggingPage> &answer, qint64 offset);

    TagRepository &m_repository;
    std::optional<TagSource> m_source;
    TaggingPageRequest m_request;
    TaggingPage m_page;
    qint64 m_offset = 0; ///< of m_page
    State m_state = State::Idle;
    QString m_problem;
    quint64 m_generation = 0;
    CancelToken m_token;
};

} // namespace tagsmith
