// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Pending.h"
#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "gui/ChosenTag.h"
#include "gui/EditingContext.h"
#include "repository/TagRepository.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace tagsmith
{

class TagChanges;
class TagDialog;

/**
 * Adds tags to the open vocabulary and edits them, through the repository: shows what was refused,
 * and loads anew after. Does nothing while no vocabulary is open. What was asked about one database
 * is done in that one, even if another was opened meanwhile.
 */
class TagEditing : public QObject
{
    Q_OBJECT

public:
    /** @p changes renames where a name was typed into a cell. */
    TagEditing(const EditingContext &context, TagChanges &changes);

    void add();
    void editDetails(const ChosenTag &tag);
    /**
     * What the user typed into a cell of the tag @p key that held @p seen when they began; a null
     * text is NULL.
     */
    void applyInlineEdit(const QString &key, int column, const QString &text, const Cell &seen);

signals:
    /** One sentence about what was done. */
    void done(const QString &sentence);
    /** The table shows the tag @p name that was just added. */
    void tagAdded(const QString &name);
    /** What was typed was not stored, and is worth keeping. */
    void inlineEditRefused(const QString &key, int column, const QString &text);
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
        /** Others have changed the tag meanwhile. */
        std::function<void(const RowConflict &)> conflicted = nullptr;
        QString gone = {}; ///< what to say where others have deleted it
    };

    /** Columns of one tag to be set, and what follows. */
    struct Edit
    {
        TagSource source;
        ChosenTag tag;
        SetRequest request;
        Step finished; ///< nothing is left to write
        Step refused;
        QPointer<QWidget> form = {};
    };

    void set(const Edit &edit);
    void resolve(const Edit &edit, const RowConflict &conflict);

    void write(const QString &label, const Pending<Receipt> &pending, Outcome outcome);
    void submitNew(const TagSource &source, TagDialog *dialog);
    void submitDetails(const TagSource &source, TagDialog *dialog, const ChosenTag &tag);
    QWidget *parentOf(const QPointer<QWidget> &form) const;
    ChosenTag tagOf(const QString &key) const;
    const Vocabulary *vocabulary() const;

    EditingContext m_context;
    TagChanges &m_changes;
    QString m_toShow;
};

} // namespace tagsmith
