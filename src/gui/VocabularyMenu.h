// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <QStringList>

namespace tagsmith
{

/** The vocabularies of the open database; the one that the window shows is marked. */
class VocabularyMenu : public QMenu
{
    Q_OBJECT

public:
    explicit VocabularyMenu(QWidget *parent = nullptr);

    /** Disabled where there is no choice. */
    void setVocabularies(const QStringList &names, const QString &current);

signals:
    void chosen(const QString &vocabulary);
};

} // namespace tagsmith
