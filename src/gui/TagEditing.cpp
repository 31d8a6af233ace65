// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TagEditing.h"

#include "gui/Activities.h"
#include "gui/AskConflict.h"
#include "gui/ConflictValues.h"
#include "gui/Prompts.h"
#include "gui/TagChanges.h"
#include "gui/TagDialog.h"
#include "models/TagList.h"
#include "repository/TagRepository.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

TagEditing::TagEditing(const EditingContext &context, TagChanges &changes)
    : QObject(context.window), m_context(context), m_changes(changes)
{
    connect(&m_changes, &TagChanges::renamed, this, &TagEditing::inlineEditDone);
    connect(&m_context.list, &TagList::loaded, this, [this] {
        if (!m_toShow.isEmpty())
            emit tagAdded(std::exchange(m_toShow, QString()));
    });
}

const Vocabulary *TagEditing::vocabulary() const
{
    const auto &source = m_context.list.source();
    return source ? &source->vocabulary : nullptr;
}

QWidget *TagEditing::parentOf(const QPointer<QWidget> &form) const
{
    return form ? form.data() : m_context.window;
}

void TagEditing::write(const QString &label, const Pending<Receipt> &pending, Outcome outcome)
{
    whenDone(this, pending, [this, outcome = std::move(outcome)](const Result<Receipt> &answer) {
        if (answer) {
            outcome.written();
            return;
        }
        const Error &error = answer.error();
        // Where the tag is gone there is nothing to choose from.
        if (outcome.conflicted && error.conflicts && error.conflicts->front().theirs) {
            outcome.conflicted(error.conflicts->front());
            return;
        }
        const bool isGone = error.conflicts && !outcome.gone.isEmpty();
        if (error.kind != ErrorKind::Cancelled)
            m_context.prompts.showError(parentOf(outcome.form), outcome.failure,
                                        isGone ? outcome.gone : error.message);
        if (error.conflicts)
            m_context.list.reload();
        if (outcome.refused)
            outcome.refused();
    });
    m_context.activities.track(label, pending);
}

void TagEditing::set(const Edit &edit)
{
    write(tr("Saving a tag…"), m_context.repository.set(edit.source, edit.request),
          {[this, edit] {
               edit.finished();
               emit done(tr("Saved “%1”.").arg(edit.tag.name));
               m_context.list.reload();
           },
           tr("The tag was not saved"), edit.refused, edit.form,
           [this, edit](const RowConflict &conflict) { resolve(edit, conflict); },
           tr("“%1” was deleted by others meanwhile, so that nothing was written.")
               .arg(edit.tag.name)});
}

void TagEditing::resolve(const Edit &edit, const RowConflict &conflict)
{
    const auto chosen = [this, edit](const RowResolution *resolution) {
        if (!resolution) {
            edit.finished();
            emit done(tr("“%1” stays as others have made it.").arg(edit.tag.name));
            m_context.list.reload();
            return;
        }
        Edit next = edit;
        next.request.values = chosenValues(*resolution);
        next.request.expected = {expectTheirs(resolution->conflict, edit.tag.key)};
        set(next);
    };
    askConflict(parentOf(edit.form), conflict, tr("“%1” was changed by others").arg(edit.tag.name),
                chosen, [this, edit] {
                    edit.refused();
                    m_context.list.reload();
                });
}

void TagEditing::add()
{
    if (!vocabulary())
        return;
    auto *dialog = new TagDialog(*vocabulary(), m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TagDialog::submitted, this,
            [this, dialog, source = *m_context.list.source()] { submitNew(source, dialog); });
    dialog->open();
}

void TagEditing::submitNew(const TagSource &source, TagDialog *dialog)
{
    const QString name = dialog->name();
    const QPointer<TagDialog> form(dialog);
    write(tr("Adding a tag…"), m_context.repository.add(source, {{name}, dialog->values(), false}),
          {[this, form, name] {
               if (form)
                   form->accept();
               emit done(tr("Added “%1”.").arg(name));
               m_toShow = name;
               m_context.list.reload();
           },
           tr("The tag was not added"),
           [form] {
               if (form)
                   form->setBusy(false);
           },
           form.data()});
}

void TagEditing::editDetails(const ChosenTag &tag)
{
    const int row = m_context.list.model().rowOfKey(tag.key);
    if (!vocabulary() || row < 0)
        return;
    const Arrangement &shown = m_context.list.model().arrangement();
    const auto snapshotRow = static_cast<int>(shown.order[static_cast<size_t>(row)]);
    Row cells;
    for (int column = 0; column < static_cast<int>(vocabulary()->columns.size()); ++column)
        cells.push_back(shown.snapshot->cell(snapshotRow, column));

    auto *dialog = new TagDialog(*vocabulary(), m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTag(cells);
    connect(dialog, &TagDialog::submitted, this,
            [this, dialog, tag, source = *m_context.list.source()] {
                submitDetails(source, dialog, tag);
            });
    dialog->open();
}

void TagEditing::submitDetails(const TagSource &source, TagDialog *dialog, const ChosenTag &tag)
{
    if (dialog->values().empty()) {
        dialog->accept();
        return;
    }
    const QPointer<TagDialog> form(dialog);
    Edit edit{source,
              tag,
              {tag.key, dialog->values(), false, TagAddress::Key},
              [form] {
                  if (form)
                      form->accept();
              },
              [form] {
                  if (form)
                      form->setBusy(false);
              },
              dialog};
    edit.request.expected = {{tag.key, dialog->seenValues()}};
    set(edit);
}

ChosenTag TagEditing::tagOf(const QString &key) const
{
    const TagTableModel &model = m_context.list.model();
    const int row = model.rowOfKey(key);
    return {key, row < 0 ? key : model.name(row)};
}

void TagEditing::applyInlineEdit(const QString &key, int column, const QString &text,
                                 const Cell &seen)
{
    if (!vocabulary())
        return;
    ChosenTag tag = tagOf(key);
    const Step refused = [this, key, column, text] { emit inlineEditRefused(key, column, text); };
    if (column == vocabulary()->nameColumn) {
        tag.name = seen.value_or(key); // which others may have changed since
        m_changes.renameInline(tag, text, refused);
        return;
    }
    const QString columnName = vocabulary()->columns[static_cast<size_t>(column)].name;
    const Cell value = text.isNull() ? Cell() : Cell(text);
    Edit edit{*m_context.list.source(),
              tag,
              {key, {{columnName, value}}, false, TagAddress::Key},
              [this] { emit inlineEditDone(); },
              refused};
    edit.request.expected = {{key, {{columnName, seen}}}};
    set(edit);
}

} // namespace tagsmith
