// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/UndoCommands.h"

#include "gui/Activities.h"
#include "gui/ConflictDialog.h"
#include "gui/ConflictTitle.h"
#include "gui/Prompts.h"
#include "models/TagList.h"
#include "repository/CurrentAuthor.h"

#include <QLocale>

#include <algorithm>
#include <optional>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int lookedAt = 50; ///< operations among which the one to take back is searched
constexpr qsizetype longestName = 60;

/** @p text as a menu shows it, where "&" would mark a key. */
QString menuText(const QString &text)
{
    QString shown = text.simplified();
    if (shown.size() > longestName)
        shown = shown.first(longestName - 1) + u'…';
    return shown.replace(u'&', u"&&"_s);
}

/** The old and the new name, where the operation gave one tag another. */
std::optional<std::pair<QString, QString>> renamedIn(const OperationDetails &details,
                                                     const Vocabulary &vocabulary)
{
    for (const RowChange &change : details.changes) {
        const auto column = change.columns.indexOf(vocabulary.key().name);
        if (change.table != vocabulary.table || column < 0 || !change.before || !change.after)
            continue;
        const Cell before = change.before->at(static_cast<size_t>(column));
        const Cell after = change.after->at(static_cast<size_t>(column));
        if (before && after && before != after)
            return std::pair(*before, *after);
    }
    return std::nullopt;
}

bool isUndo(const OperationEntry &entry)
{
    return entry.kind == "undo"_L1;
}

} // namespace

UndoCommands::UndoCommands(const EditingContext &context)
    : QObject(context.window), m_context(context)
{
}

void UndoCommands::refreshAfterWrite()
{
    m_choice = {};
    emit changed();
    refresh();
}

void UndoCommands::refresh()
{
    const auto &source = m_context.list.source();
    if (!source)
        return;
    const quint64 generation = ++m_generation;
    HistoryQuery query;
    query.vocabulary = source->vocabulary.name;
    query.limit = lookedAt;
    whenDone(this, m_context.repository.history(source->profile, query),
             [this, generation](const Result<HistoryPage> &answer) {
                 if (generation == m_generation)
                     receive(answer);
             });
}

void UndoCommands::receive(const Result<HistoryPage> &answer)
{
    // Without a journal there is nothing to take back; other troubles show where they matter.
    m_entries = answer ? answer->entries : std::vector<OperationEntry>();
    m_choice = chooseUndo(m_entries, currentAuthor());
    emit changed();
}

/** What an undo or redo was about in the first place; everything else by its own summary. */
QString UndoCommands::nameOf(const OperationEntry &entry) const
{
    const OperationEntry *origin = &entry;
    while (!origin->undoes.isEmpty()) {
        const auto found =
            std::find_if(m_entries.begin(), m_entries.end(), [origin](const OperationEntry &other) {
                return other.id == origin->undoes;
            });
        if (found == m_entries.end())
            break;
        origin = &*found;
    }
    return origin->summary;
}

QString UndoCommands::undoText() const
{
    return m_choice.undo ? tr("&Undo: %1").arg(menuText(nameOf(*m_choice.undo))) : tr("&Undo");
}

QString UndoCommands::redoText() const
{
    return m_choice.redo ? tr("&Redo: %1").arg(menuText(nameOf(*m_choice.redo))) : tr("&Redo");
}

void UndoCommands::undo()
{
    if (canUndo() && m_context.list.source())
        takeBack(*m_context.list.source(), *m_choice.undo, m_context.window);
}

void UndoCommands::redo()
{
    if (canRedo() && m_context.list.source())
        takeBack(*m_context.list.source(), *m_choice.redo, m_context.window);
}

void UndoCommands::takeBack(const TagSource &source, const OperationEntry &entry, QWidget *form)
{
    if (m_isRunning)
        return;
    UndoRequest request;
    request.operation = entry.id;
    run({source, entry, form}, request);
}

void UndoCommands::run(const Task &task, const UndoRequest &request)
{
    const auto pending = m_context.repository.undo(task.source, request);
    whenDone(this, pending, [this, task](const Result<Receipt> &answer) {
        setRunning(false);
        if (answer)
            finish(task, *answer);
        else
            fail(task, answer.error());
    });
    m_context.activities.track(isUndo(task.entry) ? tr("Redoing…") : tr("Undoing…"), pending);
    setRunning(true);
}

void UndoCommands::finish(const Task &task, const Receipt &receipt)
{
    const QString name = nameOf(task.entry);
    emit done(isUndo(task.entry) ? tr("Redone: %1").arg(name) : tr("Undone: %1").arg(name));
    if (!receipt.skipped.empty())
        showSkipped(task, receipt);
    reload(task, receipt.operation);
    refreshAfterWrite();
}

/** Loads the tags again. One whose key is its name stays selected though it is called otherwise. */
void UndoCommands::reload(const Task &task, const QString &operation)
{
    const Vocabulary &vocabulary = task.source.vocabulary;
    if (!vocabulary.keyIsName()) {
        m_context.list.reload();
        return;
    }
    constexpr int enough = 20;
    whenDone(this, m_context.repository.operation(task.source, operation, enough),
             [this, vocabulary](const Result<OperationDetails> &answer) {
                 if (const auto rename = answer ? renamedIn(*answer, vocabulary) : std::nullopt)
                     m_context.list.reloadRenamed(rename->first, rename->second);
                 else
                     m_context.list.reload();
             });
}

void UndoCommands::fail(const Task &task, const Error &error)
{
    if (error.conflicts && !error.conflicts->empty()) {
        showConflicts(task, *error.conflicts);
        return;
    }
    if (error.kind != ErrorKind::Cancelled)
        m_context.prompts.showError(
            parentOf(task), isUndo(task.entry) ? tr("It was not redone") : tr("It was not undone"),
            error.message);
    refresh();
}

void UndoCommands::showConflicts(const Task &task, const std::vector<RowConflict> &conflicts)
{
    const QString title = isUndo(task.entry) ? tr("Redo") : tr("Undo");
    auto *dialog = new ConflictDialog(conflicts, title, parentOf(task));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::resolved, this,
            [this, task](const std::vector<RowResolution> &resolutions) {
                UndoRequest request;
                request.operation = task.entry.id;
                request.onConflict = OnConflict::Skip;
                request.resolutions = resolutions;
                run(task, request);
            });
    dialog->open();
}

void UndoCommands::showSkipped(const Task &task, const Receipt &receipt)
{
    const auto count = static_cast<qint64>(receipt.skipped.size());
    QStringList lines;
    for (const RowConflict &conflict : receipt.skipped)
        lines << conflictTitle(conflict);
    const QString sentence =
        count == 1 ? tr("One row has been changed since and was left as it is: %1").arg(lines[0])
                   : tr("%1 rows have been changed since and were left as they are.")
                         .arg(QLocale().toString(count));
    m_context.prompts.showInformation(parentOf(task), tr("Rows left as they are"), sentence,
                                      count == 1 ? QString() : lines.join(u'\n'));
}

void UndoCommands::setRunning(bool running)
{
    m_isRunning = running;
    emit changed();
}

QWidget *UndoCommands::parentOf(const Task &task) const
{
    return task.form ? task.form.data() : m_context.window;
}

} // namespace tagsmith
