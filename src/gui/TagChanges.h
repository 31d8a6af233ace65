// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "gui/ChosenTag.h"
#include "gui/EditingContext.h"
#include "repository/TagRepository.h"

#include <QObject>

#include <functional>
#include <optional>

namespace tagsmith
{

class ChangeDialog;
class MergeDialog;

/**
 * Merges, renames and deletes tags of the open vocabulary, each after it was shown what that would
 * do, and tells what is left to do afterwards. Does nothing while no vocabulary is open. What was
 * asked about one database is done in that one, even if another was opened meanwhile.
 */
class TagChanges : public QObject
{
    Q_OBJECT

public:
    explicit TagChanges(const EditingContext &context);

    void merge(const ChosenTags &tags);
    void remove(const ChosenTags &tags);
    void rename(const ChosenTag &tag);
    /** Renames without a dialog where nothing else is touched; @p refused is called if not at all.
     */
    void renameInline(const ChosenTag &tag, const QString &newName,
                      const std::function<void()> &refused);

    /** Whether the last change may have left something to do. */
    bool hasAftercare() const { return m_aftercare.has_value(); }
    /** Takes what @p receipt has left to do in place of what was, and shows it if there is any. */
    void keepAftercare(const Receipt &receipt);
    /** Shows what the last change has left to do. */
    void showAftercare();

signals:
    /** One sentence about what was done. */
    void done(const QString &sentence);
    /** The table shows what a merge has left of its tags: @p tag. */
    void merged(const tagsmith::ChosenTag &tag);
    /** A tag has the name that the user typed. */
    void renamed();
    /** hasAftercare() may be another. */
    void aftercareChanged();

private:
    using Step = std::function<void()>;

    /** What a change is about: a vocabulary, and the tags that were shown of it. */
    struct Scene
    {
        TagSource source;
        SnapshotPtr tags;
    };

    Scene scene() const;
    MergeDialog *openMerge(const Scene &scene, const ChosenTags &tags);
    /** Opens the merge of @p tag into the tag that is called @p existingName already. */
    void mergeInto(const Scene &scene, const ChosenTag &tag, const QString &existingName);
    void openRename(const Scene &scene, const ChosenTag &tag, const QString &newName,
                    const ShownReceipt &tried, const Step &refused);
    void renamePlainly(const Scene &scene, const ChosenTag &tag, RenameRequest request,
                       const Step &refused);
    void inlineRefused(const Scene &scene, const ChosenTag &tag, const QString &newName,
                       const Error &error, const Step &refused);
    void resolveRename(const Scene &scene, const ChosenTag &tag, const RowConflict &conflict,
                       const Step &refused);
    void reloadWhenOutdated(const ChangeDialog *dialog);
    void finishRename(const ChosenTag &tag, const QString &newName, const Receipt &receipt);
    void showError(const Error &error);

    EditingContext m_context;
    std::optional<Receipt> m_aftercare;
    std::optional<ChosenTag> m_toShow; ///< once all is loaded
};

} // namespace tagsmith
