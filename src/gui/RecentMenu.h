// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QMenu>

namespace tagsmith
{

class ProfileStore;

/** The databases that were open lately. */
class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RecentMenu(QWidget *parent = nullptr);

    void setStore(const ProfileStore &store);

signals:
    void chosen(const tagsmith::Profile &profile);

private:
    void fill();

    const ProfileStore *m_store = nullptr;
};

} // namespace tagsmith
