// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/EmptyPage.h"

#include "gui/WindowActions.h"
#include "ui_EmptyPage.h"

#include <QAction>

namespace tagsmith
{

namespace
{

void wire(QPushButton *button, const QAction *action)
{
    button->setIcon(action->icon());
    button->setStatusTip(action->statusTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button,
                     [button, action] { button->setIcon(action->icon()); });
}

} // namespace

EmptyPage::EmptyPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::EmptyPage>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->addButton);
}

EmptyPage::~EmptyPage() = default;

void EmptyPage::setActions(const WindowActions &actions, QMenu *samplesMenu)
{
    wire(m_ui->addButton, actions[Command::Add]);
    wire(m_ui->importButton, actions[Command::Import]);
    wire(m_ui->connectButton, actions[Command::Connect]);
    m_ui->sampleButton->setMenu(samplesMenu);
    m_ui->sampleButton->setIcon(actions[Command::OpenFile]->icon());
}

} // namespace tagsmith
