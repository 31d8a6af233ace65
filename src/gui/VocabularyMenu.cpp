// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/VocabularyMenu.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

VocabularyMenu::VocabularyMenu(QWidget *parent) : QMenu(parent)
{
    setVocabularies({}, {});
}

void VocabularyMenu::setVocabularies(const QStringList &names, const QString &current)
{
    clear();
    for (const QString &name : names) {
        QAction *action = addAction(QString(name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(name == current);
        connect(action, &QAction::triggered, this, [this, name] { emit chosen(name); });
    }
    setEnabled(names.size() > 1);
}

} // namespace tagsmith
