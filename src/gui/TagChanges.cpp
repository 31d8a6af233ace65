// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TagChanges.h"

#include "gui/Activities.h"
#include "gui/AftercareDialog.h"
#include "gui/AskConflict.h"
#include "gui/ChangeSummary.h"
#include "gui/ConflictValues.h"
#include "gui/DeleteDialog.h"
#include "gui/MergeDialog.h"
#include "gui/Prompts.h"
#include "gui/RenameDialog.h"
#include "models/TagList.h"

#include <QLocale>
#include <QPointer>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

TagChanges::TagChanges(const EditingContext &context) : QObject(context.window), m_context(context)
{
    connect(&m_context.list, &TagList::loaded, this, [this] {
        if (const auto tag = std::exchange(m_toShow, std::nullopt))
            emit merged(*tag);
    });
}

TagChanges::Scene TagChanges::scene() const
{
    return {*m_context.list.source(), m_context.list.snapshot()};
}

void TagChanges::merge(const ChosenTags &tags)
{
    if (m_context.list.source() && !tags.empty())
        openMerge(scene(), tags);
}

MergeDialog *TagChanges::openMerge(const Scene &scene, const ChosenTags &tags)
{
    auto *dialog =
        new MergeDialog(m_context.repository, scene.source, scene.tags, tags, m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChangeDialog::changed, this, [this, dialog](const Receipt &receipt) {
        const ChosenTag target = *dialog->target();
        const ChosenTags sources = dialog->sources();
        emit done(
            sources.size() == 1
                ? tr("Merged “%1” into “%2”.").arg(sources.front().name, target.name)
                : tr("Merged %1 tags into “%2”.")
                      .arg(QLocale().toString(static_cast<qint64>(sources.size())), target.name));
        m_toShow = target;
        m_context.list.reload();
        keepAftercare(receipt);
    });
    reloadWhenOutdated(dialog);
    dialog->open();
    return dialog;
}

void TagChanges::reloadWhenOutdated(const ChangeDialog *dialog)
{
    connect(dialog, &ChangeDialog::outdated, this, [this] { m_context.list.reload(); });
}

void TagChanges::mergeInto(const Scene &scene, const ChosenTag &tag, const QString &existingName)
{
    const QPointer<MergeDialog> dialog(openMerge(scene, {tag}));
    const SnapshotPtr vocabulary = scene.tags;
    // The tag itself may be the one that is most alike.
    constexpr size_t enough = 2;
    const auto found = m_context.repository.findNames(vocabulary, existingName, enough);
    whenDone(this, found, [dialog, vocabulary, tag](const Result<std::vector<NameMatch>> &answer) {
        if (!answer || !dialog)
            return;
        for (const NameMatch &match : *answer) {
            const auto row = static_cast<int>(match.row);
            const ChosenTag existing{vocabulary->key(row), vocabulary->name(row)};
            const bool isCalledSo =
                match.likeness == NameLikeness::Same || match.likeness == NameLikeness::Folded;
            if (isCalledSo && existing.key != tag.key) {
                dialog->setTarget(existing);
                return;
            }
        }
    });
}

void TagChanges::remove(const ChosenTags &tags)
{
    if (!m_context.list.source() || tags.empty())
        return;
    const Scene scene = this->scene();
    auto *dialog = new DeleteDialog(m_context.repository, scene.source, tags, m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeleteDialog::mergeRequested, this,
            [this, scene, dialog] { openMerge(scene, dialog->tags()); });
    reloadWhenOutdated(dialog);
    connect(dialog, &ChangeDialog::changed, this, [this, dialog](const Receipt &receipt) {
        const ChosenTags deleted = dialog->tags();
        emit done(deleted.size() == 1
                      ? tr("Deleted “%1”.").arg(deleted.front().name)
                      : tr("Deleted %1 tags.")
                            .arg(QLocale().toString(static_cast<qint64>(deleted.size()))));
        m_context.list.reload();
        keepAftercare(receipt);
    });
    dialog->open();
}

void TagChanges::rename(const ChosenTag &tag)
{
    if (m_context.list.source())
        openRename(scene(), tag, {}, nullptr, {});
}

void TagChanges::openRename(const Scene &scene, const ChosenTag &tag, const QString &newName,
                            const ShownReceipt &tried, const Step &refused)
{
    auto *dialog = new RenameDialog(m_context.repository, scene.source, tag, m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (tried)
        dialog->showTried(newName, tried);
    connect(dialog, &RenameDialog::mergeRequested, this,
            [this, scene, tag](const QString &existing) { mergeInto(scene, tag, existing); });
    connect(dialog, &ChangeDialog::changed, this, [this, dialog, tag](const Receipt &receipt) {
        finishRename(tag, dialog->newName(), receipt);
    });
    reloadWhenOutdated(dialog);
    connect(dialog, &QDialog::rejected, this, [refused] {
        if (refused)
            refused();
    });
    dialog->open();
}

void TagChanges::renameInline(const ChosenTag &tag, const QString &newName, const Step &refused)
{
    if (!m_context.list.source())
        return;
    const Scene scene = this->scene();
    RenameRequest request;
    request.oldName = tag.key;
    request.newName = newName;
    request.address = TagAddress::Key;
    request.dryRun = true;
    request.expected = expectNames({tag}, scene.source.vocabulary);
    const auto pending = m_context.repository.rename(scene.source, request);
    whenDone(this, pending, [this, scene, tag, request, refused](const Result<Receipt> &answer) {
        if (!answer) {
            inlineRefused(scene, tag, request.newName, answer.error(), refused);
            return;
        }
        RenameRequest real = request;
        real.shown = std::make_shared<const Receipt>(*answer);
        if (isPlainRename(*answer))
            renamePlainly(scene, tag, std::move(real), refused);
        else
            openRename(scene, tag, request.newName, real.shown, refused);
    });
    m_context.activities.track(tr("Trying the new name…"), pending);
}

void TagChanges::renamePlainly(const Scene &scene, const ChosenTag &tag, RenameRequest request,
                               const Step &refused)
{
    request.dryRun = false;
    const auto pending = m_context.repository.rename(scene.source, request);
    whenDone(this, pending,
             [this, scene, tag, newName = request.newName, refused](const Result<Receipt> &answer) {
                 if (answer)
                     finishRename(tag, newName, *answer);
                 else
                     inlineRefused(scene, tag, newName, answer.error(), refused);
             });
    m_context.activities.track(tr("Renaming a tag…"), pending);
}

void TagChanges::inlineRefused(const Scene &scene, const ChosenTag &tag, const QString &newName,
                               const Error &error, const Step &refused)
{
    if (error.conflicts && error.conflicts->front().theirs) {
        resolveRename(scene, tag, error.conflicts->front(), refused);
        return;
    }
    if (error.kind != ErrorKind::Conflict || error.conflicts) {
        showError(error);
        refused();
        return;
    }
    Question question;
    question.title = tr("The name is taken");
    question.text = error.message;
    question.detail = tr("“%1” can be merged into the tag that has the name; what that does is "
                         "shown before.")
                          .arg(tag.name);
    question.acceptLabel = tr("&Merge into the existing tag…");
    question.isDestructive = true;
    m_context.prompts.ask(m_context.window, question,
                          [this, scene, tag, newName, refused](bool accepted) {
                              if (accepted)
                                  mergeInto(scene, tag, newName);
                              else
                                  refused();
                          });
}

void TagChanges::resolveRename(const Scene &scene, const ChosenTag &tag,
                               const RowConflict &conflict, const Step &refused)
{
    const QString column = scene.source.vocabulary.nameField().name;
    ChosenTag now = tag;
    now.name = valueIn(conflict, conflict.theirs, column).value_or(tag.name);
    const auto chosen = [this, now, column, refused](const RowResolution *resolution) {
        if (resolution) {
            const Cell name = valueIn(resolution->conflict, resolution->chosen, column);
            renameInline(now, name.value_or(now.name), refused);
            return;
        }
        emit renamed();
        emit done(tr("“%1” stays as others have named it.").arg(now.name));
        m_context.list.reload();
    };
    askConflict(m_context.window, conflict, tr("“%1” was renamed by others").arg(tag.name), chosen,
                [this, refused] {
                    refused();
                    m_context.list.reload();
                });
}

void TagChanges::finishRename(const ChosenTag &tag, const QString &newName, const Receipt &receipt)
{
    emit renamed();
    emit done(tr("Renamed “%1” to “%2”.").arg(tag.name, newName));
    m_context.list.reloadRenamed(tag.key, newName);
    keepAftercare(receipt);
}

void TagChanges::keepAftercare(const Receipt &receipt)
{
    m_aftercare.reset();
    if (mayLeaveWork(receipt))
        m_aftercare = receipt;
    emit aftercareChanged();
    if (leavesWork(receipt))
        showAftercare();
}

void TagChanges::showAftercare()
{
    if (!m_aftercare)
        return;
    auto *dialog = new AftercareDialog(m_context.repository, m_context.prompts, *m_aftercare,
                                       m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TagChanges::showError(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_context.prompts.showError(m_context.window, tr("The tag was not renamed"), error.message);
}

} // namespace tagsmith
