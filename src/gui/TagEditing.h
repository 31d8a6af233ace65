// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Pending.h"
#include "core/Receipt.h"
#include "core/Vocabulary.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

namespace tagsmith
{

class Activities;
class Prompts;
class TagDialog;
class TagList;
class TagRepository;
struct TagSource;

/** What the window needs in order to change tags. */
struct EditingContext
{
    TagRepository &repository;
    TagList &list;
    Prompts &prompts;
    Activities &activities;
    QWidget *window;
};

/**
 * Adds, edits, renames and deletes tags of the open vocabulary through the repository: asks before,
 * shows what was refused, and loads anew after. Does nothing while no vocabulary is open. What was
 * asked about one database is done in that one, even if another was opened meanwhile.
 */
class TagEditing : public QObject
{
    Q_OBJECT

public:
    explicit TagEditing(const EditingContext &context);

    void add();
    void editDetails(const QString &name);
    void rename(const QString &name);
    void remove(const QStringList &names);
    /** What the user typed into a cell; a null text is NULL. */
    void applyInlineEdit(const QString &name, int column, const QString &text);

signals:
    /** One sentence about what was done. */
    void done(const QString &sentence);
    /** The table shows the tag @p name that was just added or renamed. */
    void tagWritten(const QString &name);
    /** The database refused @p text, which is worth keeping. */
    void inlineEditRefused(const QString &name, int column, const QString &text);
    void inlineEditDone();

private:
    using Step = std::function<void()>;

    /** What follows on a write. */
    struct Outcome
    {
        Step written;
        QString failure;             ///< the title over the error
        Step refused = {};           ///< beside showing the error
        QPointer<QWidget> form = {}; ///< what the user looks at, where it is not the window
    };

    void write(const QString &label, const Pending<Receipt> &pending, Outcome outcome);
    void submitNew(const TagSource &source, TagDialog *dialog);
    void submitDetails(const TagSource &source, TagDialog *dialog, const QString &name);
    void renameTo(const TagSource &source, const QString &oldName, const QString &newName,
                  Step refused);
    void confirmRemoval(const TagSource &source, const QStringList &names,
                        const std::vector<ReferenceCount> &taggings);
    void removeNow(const TagSource &source, const QStringList &names, bool withTaggings);
    void reloadAndShow(const QString &name);
    const Vocabulary *vocabulary() const;

    EditingContext m_context;
    QString m_toShow;
};

} // namespace tagsmith
