// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/ImportAccount.h"
#include "core/Progress.h"
#include "core/Result.h"
#include "repository/TagRepository.h"

#include <QObject>

namespace tagsmith
{

/** One import or preview at a time; a newer one takes the place of one that runs. */
class ImportRun : public QObject
{
    Q_OBJECT

public:
    ImportRun(TagRepository &repository, const TagSource &source, QObject *parent = nullptr);
    /** Cancels what runs. */
    ~ImportRun() override;

    /** Cancels what runs, whose answer is dropped, and begins anew. */
    void start(const ImportRequest &request);
    /** Its answer still comes, as an error of kind Cancelled. */
    void cancel();
    /** Cancels what runs; its answer is dropped. */
    void drop();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(const tagsmith::Progress &progress);
    void finished(const tagsmith::Result<tagsmith::ImportAccount> &result);

private:
    TagRepository &m_repository;
    TagSource m_source;
    CancelToken m_token;
    quint64 m_generation = 0;
    bool m_isRunning = false;
};

} // namespace tagsmith
