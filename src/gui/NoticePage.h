// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"

#include <QWidget>

#include <memory>

namespace Ui
{
class NoticePage;
}

namespace tagsmith
{

/** Stands in for the table while no vocabulary is open: says why, and what can be done. */
class NoticePage : public QWidget
{
    Q_OBJECT

public:
    explicit NoticePage(QWidget *parent = nullptr);
    ~NoticePage() override;

    void showOpening(const QString &database);
    void showError(const QString &database, const Error &error);

signals:
    void retryRequested();
    void connectRequested();
    void createRequested();
    void mappingRequested();

private:
    void showButtons(bool retry, bool create);

    std::unique_ptr<Ui::NoticePage> m_ui;
};

} // namespace tagsmith
