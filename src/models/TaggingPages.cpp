// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TaggingPages.h"

#include "core/Pending.h"

#include <algorithm>

namespace tagsmith
{

TaggingPages::TaggingPages(TagRepository &repository, QObject *parent)
    : QObject(parent), m_repository(repository)
{
}

TaggingPages::~TaggingPages()
{
    m_token.cancel();
}

void TaggingPages::show(const TagSource &source, const QString &key, int reference)
{
    m_source = source;
    m_request.key = key;
    m_request.reference = reference;
    m_page = {};
    m_offset = 0;
    load(0);
}

void TaggingPages::reload()
{
    if (m_source)
        load(m_offset);
}

void TaggingPages::showNext()
{
    if (hasNext())
        load(m_offset + m_request.rows);
}

void TaggingPages::showPrevious()
{
    if (hasPrevious())
        load(std::max<qint64>(0, m_offset - m_request.rows));
}

void TaggingPages::clear()
{
    m_token.cancel();
    ++m_generation;
    m_source.reset();
    m_page = {};
    m_offset = 0;
    m_state = State::Idle;
    m_problem.clear();
    emit changed();
}

void TaggingPages::load(qint64 offset)
{
    m_token.cancel();
    const quint64 generation = ++m_generation;
    m_request.offset = offset;
    m_state = State::Loading;
    m_problem.clear();
    const Pending<TaggingPage> pending = m_repository.listTaggings(*m_source, m_request);
    m_token = pending.token;
    whenDone(this, pending, [this, generation, offset](const Result<TaggingPage> &answer) {
        if (generation == m_generation)
            receive(answer, offset);
    });
    emit changed();
}

void TaggingPages::receive(const Result<TaggingPage> &answer, qint64 offset)
{
    const bool isPastTheEnd = answer && answer->rows.empty() && offset > 0;
    if (isPastTheEnd) { // the rows that were here have gone meanwhile
        load(std::max<qint64>(0, offset - m_request.rows));
        return;
    }
    if (answer) {
        m_page = *answer;
        m_offset = offset;
        m_state = State::Shown;
    } else {
        m_page = {};
        m_offset = offset;
        m_state = State::Failed;
        m_problem = answer.error().message;
    }
    emit changed();
}

} // namespace tagsmith
