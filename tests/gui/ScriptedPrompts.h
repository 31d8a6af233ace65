// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/Prompts.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <utility>
#include <vector>

namespace tagsmith
{

/**
 * Answers prompts as a test has planned, and keeps what was asked. An answer comes after the call
 * has returned, as from a user, and not at all when the parent has gone. A prompt for which nothing
 * is planned is as if the user pressed Cancel.
 */
class ScriptedPrompts final : public Prompts
{
public:
    struct ShownError
    {
        QString title;
        QString message;
    };

    std::deque<bool> answers;        ///< to ask()
    std::deque<int> choices;         ///< to choose()
    std::deque<QString> texts;       ///< to askText()
    std::deque<QString> passwords;   ///< to askPassword()
    std::deque<QString> filesToOpen; ///< to askFileToOpen(), or all to askFilesToOpen()
    std::deque<QString> filesToSave; ///< to askFileToSave()

    std::vector<Question> questions;      ///< every ask() so far
    std::vector<Choice> shownChoices;     ///< every choose() so far
    std::vector<ShownError> informations; ///< every showInformation() so far, details below
    int usualChoice = -1;                 ///< the answer to choose() where none is planned
    std::vector<ShownError> errors;       ///< every showError() so far
    std::vector<QString> labels;          ///< of every askText() and askPassword() so far
    std::vector<QString> initials;        ///< of every askText() so far
    std::vector<QString> suggestions;     ///< of every askFileToSave() so far
    bool holdsAnswers = false;            ///< true: nobody answers ask() before answerNow()

    void ask(QWidget *parent, const Question &question, std::function<void(bool)> answer) override
    {
        questions.push_back(question);
        if (holdsAnswers) {
            m_held = {parent, std::move(answer)};
            return;
        }
        const bool accepted = !answers.empty() && take(answers);
        later(parent, [answer = std::move(answer), accepted] { answer(accepted); });
    }
    /** Answers the question that was held back. */
    void answerNow(bool accepted)
    {
        later(m_held.first, [answer = std::move(m_held.second), accepted] { answer(accepted); });
    }

    void choose(QWidget *parent, const Choice &choice, std::function<void(int)> answer) override
    {
        shownChoices.push_back(choice);
        const int chosen = choices.empty() ? usualChoice : take(choices);
        later(parent, [answer = std::move(answer), chosen] { answer(chosen); });
    }
    void showInformation(QWidget *, const QString &title, const QString &message,
                         const QString &details) override
    {
        informations.push_back({title, message + u'\n' + details});
    }

    void showError(QWidget *, const QString &title, const QString &message) override
    {
        errors.push_back({title, message});
    }

    void askText(QWidget *parent, const QString &, const QString &label, const QString &initial,
                 std::function<void(QString)> answer) override
    {
        labels.push_back(label);
        initials.push_back(initial);
        reply(parent, texts, std::move(answer));
    }
    void askPassword(QWidget *parent, const QString &, const QString &label,
                     std::function<void(QString)> answer) override
    {
        labels.push_back(label);
        reply(parent, passwords, std::move(answer));
    }
    void askFileToOpen(QWidget *parent, const QString &, const QStringList &,
                       std::function<void(QString)> answer) override
    {
        reply(parent, filesToOpen, std::move(answer));
    }
    void askFilesToOpen(QWidget *parent, const QString &, const QStringList &,
                        std::function<void(QStringList)> answer) override
    {
        if (filesToOpen.empty())
            return;
        const QStringList paths(filesToOpen.begin(), filesToOpen.end());
        filesToOpen.clear();
        later(parent, [answer = std::move(answer), paths] { answer(paths); });
    }
    void askFileToSave(QWidget *parent, const QString &, const QString &suggestion,
                       const QStringList &, std::function<void(QString)> answer) override
    {
        suggestions.push_back(suggestion);
        reply(parent, filesToSave, std::move(answer));
    }

private:
    template <class T>
    static T take(std::deque<T> &queue)
    {
        T value = queue.front();
        queue.pop_front();
        return value;
    }

    static void later(QWidget *parent, std::function<void()> call)
    {
        QTimer::singleShot(0, parent, std::move(call));
    }

    static void reply(QWidget *parent, std::deque<QString> &queue,
                      std::function<void(QString)> answer)
    {
        if (queue.empty())
            return;
        later(parent, [answer = std::move(answer), text = take(queue)] { answer(text); });
    }

    std::pair<QPointer<QWidget>, std::function<void(bool)>> m_held;
};

} // namespace tagsmith
