// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"
#include "core/UndoChoice.h"
#include "gui/EditingContext.h"
#include "repository/TagRepository.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace tagsmith
{

/**
 * Undo and redo in the open vocabulary: knows what they would take back, does it, and shows rows in
 * conflict for the user to decide. Belongs to the GUI thread; every call returns at once.
 */
class UndoCommands : public QObject
{
    Q_OBJECT

public:
    explicit UndoCommands(const EditingContext &context);

    /** Reads what can be taken back; changed() follows. */
    void refresh();
    /** The same after a write: until the answer is there, nothing can be taken back. */
    void refreshAfterWrite();

    bool canUndo() const { return m_choice.undo && !m_isRunning; }
    bool canRedo() const { return m_choice.redo && !m_isRunning; }
    /** For a menu, for example: Undo: Renamed “colour” to “color”. */
    QString undoText() const;
    QString redoText() const;

    void undo();
    void redo();
    /**
     * Takes @p entry of @p source back, whatever was done since. @p form is what the user looks at,
     * and in front of which conflicts and errors are shown.
     */
    void takeBack(const TagSource &source, const OperationEntry &entry, QWidget *form);
    bool isRunning() const { return m_isRunning; }

signals:
    /** What can be taken back, or isRunning(). */
    void changed();
    /** One sentence about what was done. */
    void done(const QString &sentence);

private:
    struct Task
    {
        TagSource source;
        OperationEntry entry;
        QPointer<QWidget> form;
    };

    void receive(const Result<HistoryPage> &answer);
    void run(const Task &task, const UndoRequest &request);
    void reload(const Task &task, const QString &operation);
    void finish(const Task &task, const Receipt &receipt);
    void fail(const Task &task, const Error &error);
    void showConflicts(const Task &task, const std::vector<RowConflict> &conflicts);
    void showSkipped(const Task &task, const Receipt &receipt);
    QString nameOf(const OperationEntry &entry) const;
    void setRunning(bool running);
    QWidget *parentOf(const Task &task) const;

    EditingContext m_context;
    std::vector<OperationEntry> m_entries; ///< the newest first
    UndoChoice m_choice;
    bool m_isRunning = false;
    quint64 m_generation = 0; ///< answers about what was so before are dropped
};

} // namespace tagsmith
