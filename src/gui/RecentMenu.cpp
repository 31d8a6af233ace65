// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/RecentMenu.h"

#include "repository/ProfileStore.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

RecentMenu::RecentMenu(QWidget *parent) : QMenu(parent)
{
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
}

void RecentMenu::setStore(const ProfileStore &store)
{
    m_store = &store;
    fill(); // so that the menu is never empty, which some desktops do not open
}

void RecentMenu::fill()
{
    clear();
    const std::vector<ProfileStore::Entry> entries = m_store->recent();
    for (const ProfileStore::Entry &entry : entries) {
        QString text = entry.name;
        QAction *action = addAction(text.replace(u'&', u"&&"_s));
        action->setStatusTip(entry.profile.toUrl());
        connect(action, &QAction::triggered, this,
                [this, profile = entry.profile] { emit chosen(profile); });
    }
    if (entries.empty()) {
        QAction *none = addAction(tr("(none yet)"));
        none->setEnabled(false);
    }
}

} // namespace tagsmith
