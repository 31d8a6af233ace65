// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TagEditing.h"

#include "gui/Activities.h"
#include "gui/DeleteQuestion.h"
#include "gui/Prompts.h"
#include "gui/TagDialog.h"
#include "models/TagList.h"
#include "repository/TagRepository.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

TagEditing::TagEditing(const EditingContext &context) : QObject(context.window), m_context(context)
{
    connect(&m_context.list, &TagList::loaded, this, [this] {
        if (!m_toShow.isEmpty())
            emit tagWritten(std::exchange(m_toShow, QString()));
    });
}

const Vocabulary *TagEditing::vocabulary() const
{
    const auto &source = m_context.list.source();
    return source ? &source->vocabulary : nullptr;
}

void TagEditing::write(const QString &label, const Pending<Receipt> &pending, Outcome outcome)
{
    whenDone(this, pending, [this, outcome = std::move(outcome)](const Result<Receipt> &answer) {
        if (answer) {
            outcome.written();
            return;
        }
        QWidget *parent = outcome.form ? outcome.form.data() : m_context.window;
        if (answer.error().kind != ErrorKind::Cancelled)
            m_context.prompts.showError(parent, outcome.failure, answer.error().message);
        if (outcome.refused)
            outcome.refused();
    });
    m_context.activities.track(label, pending);
}

void TagEditing::reloadAndShow(const QString &name)
{
    m_toShow = name;
    m_context.list.reload();
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
               reloadAndShow(name);
           },
           tr("The tag was not added"),
           [form] {
               if (form)
                   form->setBusy(false);
           },
           form.data()});
}

void TagEditing::editDetails(const QString &name)
{
    const int row = m_context.list.model().rowOf(name);
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
            [this, dialog, name, source = *m_context.list.source()] {
                submitDetails(source, dialog, name);
            });
    dialog->open();
}

void TagEditing::submitDetails(const TagSource &source, TagDialog *dialog, const QString &name)
{
    if (dialog->values().empty()) {
        dialog->accept();
        return;
    }
    const QPointer<TagDialog> form(dialog);
    write(tr("Saving a tag…"), m_context.repository.set(source, {name, dialog->values(), false}),
          {[this, form, name] {
               if (form)
                   form->accept();
               emit done(tr("Saved “%1”.").arg(name));
               m_context.list.reload();
           },
           tr("The tag was not saved"),
           [form] {
               if (form)
                   form->setBusy(false);
           },
           form.data()});
}

void TagEditing::rename(const QString &name)
{
    if (!vocabulary())
        return;
    m_context.prompts.askText(
        m_context.window, tr("Rename"), tr("New name of “%1”:").arg(name), name,
        [this, name, source = *m_context.list.source()](const QString &newName) {
            if (newName != name)
                renameTo(source, name, newName, {});
        });
}

void TagEditing::renameTo(const TagSource &source, const QString &oldName, const QString &newName,
                          Step refused)
{
    write(tr("Renaming a tag…"), m_context.repository.rename(source, {oldName, newName, false}),
          {[this, oldName, newName] {
               emit inlineEditDone();
               emit done(tr("Renamed “%1” to “%2”.").arg(oldName, newName));
               m_context.list.reloadRenamed(oldName, newName);
           },
           tr("The tag was not renamed"), std::move(refused)});
}

void TagEditing::applyInlineEdit(const QString &name, int column, const QString &text)
{
    if (!vocabulary())
        return;
    const Step refused = [this, name, column, text] { emit inlineEditRefused(name, column, text); };
    if (column == vocabulary()->nameColumn) {
        renameTo(*m_context.list.source(), name, text, refused);
        return;
    }
    const QString columnName = vocabulary()->columns[static_cast<size_t>(column)].name;
    const Cell value = text.isNull() ? Cell() : Cell(text);
    write(tr("Saving a tag…"),
          m_context.repository.set(*m_context.list.source(), {name, {{columnName, value}}, false}),
          {[this, name] {
               emit inlineEditDone();
               emit done(tr("Saved “%1”.").arg(name));
               m_context.list.reload();
           },
           tr("The tag was not saved"), refused});
}

void TagEditing::remove(const QStringList &names)
{
    if (!vocabulary() || names.isEmpty())
        return;
    const TagSource source = *m_context.list.source();
    const auto pending = m_context.repository.countTaggings(source, names);
    whenDone(this, pending,
             [this, source, names](const Result<std::vector<ReferenceCount>> &answer) {
                 if (answer)
                     confirmRemoval(source, names, *answer);
                 else if (answer.error().kind != ErrorKind::Cancelled)
                     m_context.prompts.showError(m_context.window, tr("Nothing was deleted"),
                                                 answer.error().message);
             });
    m_context.activities.track(tr("Counting taggings…"), pending);
}

void TagEditing::confirmRemoval(const TagSource &source, const QStringList &names,
                                const std::vector<ReferenceCount> &taggings)
{
    m_context.prompts.ask(m_context.window,
                          deleteQuestion(names, taggings, source.vocabulary.references),
                          [this, source, names, used = hasTaggings(taggings)](bool accepted) {
                              if (accepted)
                                  removeNow(source, names, used);
                          });
}

void TagEditing::removeNow(const TagSource &source, const QStringList &names, bool withTaggings)
{
    write(tr("Deleting tags…"), m_context.repository.remove(source, {names, withTaggings, false}),
          {[this, names] {
               emit done(names.size() == 1 ? tr("Deleted “%1”.").arg(names.front())
                                           : tr("Deleted %L1 tags.").arg(names.size()));
               m_context.list.reload();
           },
           tr("Nothing was deleted")});
}

} // namespace tagsmith
