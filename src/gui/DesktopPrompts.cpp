// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DesktopPrompts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QMessageBox *messageBox(QWidget *parent, QMessageBox::Icon icon, const QString &title,
                        const QString &text)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setIcon(icon);
    box->setWindowTitle(title);
    // A tag's name may look like markup.
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    return box;
}

void openInput(QInputDialog *dialog, const QString &title, const QString &label,
               std::function<void(QString)> answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog,
                     [answer = std::move(answer)](const QString &text) { answer(text); });
    dialog->open();
}

void openFileDialog(QFileDialog *dialog, const QStringList &filters,
                    std::function<void(QString)> answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [answer = std::move(answer)](const QString &path) { answer(path); });
    dialog->open();
}

} // namespace

void DesktopPrompts::ask(QWidget *parent, const Question &question,
                         std::function<void(bool)> answer)
{
    auto *box =
        messageBox(parent, question.isDestructive ? QMessageBox::Warning : QMessageBox::Question,
                   question.title, question.text);
    box->setInformativeText(question.detail);
    QPushButton *accept = box->addButton(question.acceptLabel, QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(question.isDestructive ? cancel : accept);
    QObject::connect(box, &QMessageBox::finished, box, [box, accept, answer = std::move(answer)] {
        answer(box->clickedButton() == accept);
    });
    box->open();
}

void DesktopPrompts::choose(QWidget *parent, const Choice &choice, std::function<void(int)> answer)
{
    QMessageBox *box = messageBox(parent, QMessageBox::Question, choice.title, choice.text);
    box->setInformativeText(choice.detail);
    QList<QAbstractButton *> buttons;
    for (const QString &label : choice.labels)
        buttons << box->addButton(label, QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(qobject_cast<QPushButton *>(buttons.value(0)));
    QObject::connect(box, &QMessageBox::finished, box, [box, buttons, answer = std::move(answer)] {
        answer(static_cast<int>(buttons.indexOf(box->clickedButton())));
    });
    box->open();
}

void DesktopPrompts::showInformation(QWidget *parent, const QString &title, const QString &message,
                                     const QString &details)
{
    QMessageBox *box = messageBox(parent, QMessageBox::Information, title, message);
    box->setDetailedText(details);
    box->open();
}

void DesktopPrompts::showError(QWidget *parent, const QString &title, const QString &message)
{
    messageBox(parent, QMessageBox::Critical, title, message)->open();
}

void DesktopPrompts::askText(QWidget *parent, const QString &title, const QString &label,
                             const QString &initial, std::function<void(QString)> answer)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setTextValue(initial);
    openInput(dialog, title, label, std::move(answer));
}

void DesktopPrompts::askPassword(QWidget *parent, const QString &title, const QString &label,
                                 std::function<void(QString)> answer)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setTextEchoMode(QLineEdit::Password);
    openInput(dialog, title, label, std::move(answer));
}

void DesktopPrompts::askFileToOpen(QWidget *parent, const QString &title,
                                   const QStringList &filters, std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFileDialog(dialog, filters, std::move(answer));
}

void DesktopPrompts::askFilesToOpen(QWidget *parent, const QString &title,
                                    const QStringList &filters,
                                    std::function<void(QStringList)> answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(filters);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog,
                     [answer = std::move(answer)](const QStringList &paths) { answer(paths); });
    dialog->open();
}

void DesktopPrompts::askFileToSave(QWidget *parent, const QString &title, const QString &suggestion,
                                   const QStringList &filters, std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog->selectFile(suggestion);
    openFileDialog(dialog, filters, std::move(answer));
}

} // namespace tagsmith
