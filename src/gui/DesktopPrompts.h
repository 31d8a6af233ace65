// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/Prompts.h"

#include <QCoreApplication>

namespace tagsmith
{

/** The prompts as dialogs on the screen. */
class DesktopPrompts final : public Prompts
{
    Q_DECLARE_TR_FUNCTIONS(DesktopPrompts)

public:
    void ask(QWidget *parent, const Question &question,
             std::function<void(bool accepted)> answer) override;
    void choose(QWidget *parent, const Choice &choice,
                std::function<void(int chosen)> answer) override;
    void showInformation(QWidget *parent, const QString &title, const QString &message,
                         const QString &details) override;
    void showError(QWidget *parent, const QString &title, const QString &message) override;
    void askText(QWidget *parent, const QString &title, const QString &label,
                 const QString &initial, std::function<void(QString)> answer) override;
    void askPassword(QWidget *parent, const QString &title, const QString &label,
                     std::function<void(QString)> answer) override;
    void askFileToOpen(QWidget *parent, const QString &title, const QStringList &filters,
                       std::function<void(QString path)> answer) override;
    void askFilesToOpen(QWidget *parent, const QString &title, const QStringList &filters,
                        std::function<void(QStringList)> answer) override;
    void askFileToSave(QWidget *parent, const QString &title, const QString &suggestion,
                       const QStringList &filters,
                       std::function<void(QString path)> answer) override;
};

} // namespace tagsmith
