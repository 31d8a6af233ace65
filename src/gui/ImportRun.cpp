// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportRun.h"

#include "core/Pending.h"

namespace tagsmith
{

ImportRun::ImportRun(TagRepository &repository, const TagSource &source, QObject *parent)
    : QObject(parent), m_repository(repository), m_source(source)
{
}

ImportRun::~ImportRun()
{
    m_token.cancel();
}

void ImportRun::start(const ImportRequest &request)
{
    drop();
    m_isRunning = true;
    const Pending<ImportAccount> pending = m_repository.importTags(m_source, request);
    m_token = pending.token;
    const auto isCurrent = [this, generation = m_generation] { return generation == m_generation; };
    whenProgressed(this, pending, [this, isCurrent](const Progress &progress) {
        if (isCurrent())
            emit progressed(progress);
    });
    whenDone(this, pending, [this, isCurrent](const Result<ImportAccount> &result) {
        if (!isCurrent())
            return;
        m_isRunning = false;
        emit finished(result);
    });
}

void ImportRun::cancel()
{
    m_token.cancel();
}

void ImportRun::drop()
{
    m_token.cancel();
    ++m_generation;
    m_isRunning = false;
}

} // namespace tagsmith
