// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/NoticePage.h"

#include "ui_NoticePage.h"

namespace tagsmith
{

NoticePage::NoticePage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::NoticePage>())
{
    m_ui->setupUi(this);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &NoticePage::retryRequested);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &NoticePage::connectRequested);
    connect(m_ui->createButton, &QPushButton::clicked, this, &NoticePage::createRequested);
    connect(m_ui->mappingButton, &QPushButton::clicked, this, &NoticePage::mappingRequested);
    showOpening({});
}

NoticePage::~NoticePage() = default;

void NoticePage::showOpening(const QString &database)
{
    m_ui->headline->setText(database.isEmpty() ? tr("No database is open")
                                               : tr("Opening %1…").arg(database));
    m_ui->sentence->clear();
    showButtons(false, false);
}

void NoticePage::showError(const QString &database, const Error &error)
{
    const bool noTable = error.kind == ErrorKind::NoVocabulary;
    const bool cancelled = error.kind == ErrorKind::Cancelled;
    if (noTable)
        m_ui->headline->setText(tr("There are no tags in %1").arg(database));
    else if (cancelled)
        m_ui->headline->setText(tr("%1 was not opened").arg(database));
    else
        m_ui->headline->setText(tr("%1 could not be opened").arg(database));
    m_ui->sentence->setText(error.message);
    showButtons(true, noTable);
}

void NoticePage::showButtons(bool retry, bool create)
{
    m_ui->retryButton->setVisible(retry);
    m_ui->createButton->setVisible(create);
    m_ui->mappingButton->setVisible(create);
    m_ui->connectButton->setVisible(retry);
}

} // namespace tagsmith
