// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "core/Receipt.h"

#include <QObject>

#include <cstdint>
#include <vector>

class QMimeData;
class QWidget;

namespace tagsmith
{

class Prompts;
class TagList;
class TagRepository;

/** Opens the dialogs that import into and export from the open vocabulary. */
class Transfers : public QObject
{
    Q_OBJECT

public:
    Transfers(TagRepository &repository, TagList &list, Prompts &prompts, QWidget *window);

    /** The import dialog without a source: the user chooses a file in it. */
    void importTags();
    void importSample(const QString &path);
    void paste();
    /** Whether importDropped() can do something with @p data. */
    static bool canImport(const QMimeData &data);
    void importDropped(const QMimeData &data);
    /** @p rows are rows of the table. */
    void exportTags(const std::vector<int> &rows);

signals:
    void done(const QString &sentence);
    /** An import, whose dialog is closed now, may have left the work that @p receipt tells of. */
    void leftWork(const tagsmith::Receipt &receipt);

private:
    void openImport(const ImportSource *source);

    TagRepository &m_repository;
    TagList &m_list;
    Prompts &m_prompts;
    QWidget *m_window;
};

} // namespace tagsmith
