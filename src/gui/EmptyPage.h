// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>

class QMenu;

namespace Ui
{
class EmptyPage;
}

namespace tagsmith
{

class WindowActions;

/** What to do next when the vocabulary has no tags. */
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);
    ~EmptyPage() override;

    /** The buttons do what @p actions and @p samplesMenu do. */
    void setActions(const WindowActions &actions, QMenu *samplesMenu);

private:
    std::unique_ptr<Ui::EmptyPage> m_ui;
};

} // namespace tagsmith
