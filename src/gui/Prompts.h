// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace tagsmith
{

/** A question with two answers. */
struct Question
{
    QString title;
    QString text;
    QString detail;             ///< further sentences below the text
    QString acceptLabel;        ///< the verb of the button that says yes
    bool isDestructive = false; ///< Cancel is then the default button
};

/** A question with several answers beside Cancel. */
struct Choice
{
    QString title;
    QString text;
    QString detail;     ///< further sentences below the text
    QStringList labels; ///< of the buttons; the first is the default one
};

/**
 * Every small dialog that asks the user something, so that tests can answer. None of them blocks:
 * the answer arrives in the callback, which is dropped when the parent dies.
 */
class Prompts
{
public:
    virtual ~Prompts() = default;

    virtual void ask(QWidget *parent, const Question &question,
                     std::function<void(bool accepted)> answer) = 0;
    /** @p answer gets the index of the label chosen, or -1 for Cancel. */
    virtual void choose(QWidget *parent, const Choice &choice,
                        std::function<void(int chosen)> answer) = 0;
    /** Shows what the user should know, and what a list is for: @p details may be many lines. */
    virtual void showInformation(QWidget *parent, const QString &title, const QString &message,
                                 const QString &details) = 0;
    /** Shows an error, one sentence. */
    virtual void showError(QWidget *parent, const QString &title, const QString &message) = 0;
    /** Asks for a line of text, such as a new name; not called back when the user cancels. */
    virtual void askText(QWidget *parent, const QString &title, const QString &label,
                         const QString &initial, std::function<void(QString)> answer) = 0;
    /** Asks for a password, shown as dots; not called back when the user cancels. */
    virtual void askPassword(QWidget *parent, const QString &title, const QString &label,
                             std::function<void(QString)> answer) = 0;
    /** Asks for a file to read; not called back when the user cancels. */
    virtual void askFileToOpen(QWidget *parent, const QString &title, const QStringList &filters,
                               std::function<void(QString path)> answer) = 0;
    /** The same for one or several files. */
    virtual void askFilesToOpen(QWidget *parent, const QString &title, const QStringList &filters,
                                std::function<void(QStringList paths)> answer) = 0;
    /** Asks for a file to write, having asked before overwriting; as above. */
    virtual void askFileToSave(QWidget *parent, const QString &title, const QString &suggestion,
                               const QStringList &filters,
                               std::function<void(QString path)> answer) = 0;
};

} // namespace tagsmith
