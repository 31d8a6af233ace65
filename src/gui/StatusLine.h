// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace tagsmith
{

class Activities;
struct Profile;

/** Which database, how many tags, what is running, and a button that cancels it. */
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /** @p name is what the user calls the database. */
    void setDatabase(const QString &name, const Profile &profile);
    void clearDatabase();
    /** @p unusedOnly: those shown are the unused ones. */
    void setCounts(int total, int shown, int selected, bool unusedOnly = false);
    /** What runs; @p cancellable work shows the Cancel button. An empty text hides it. */
    void setActivity(const QString &text, bool cancellable);
    /** A sentence about something that failed beside the user's own commands; empty: gone. */
    void setProblem(const QString &sentence);

signals:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addLabel(const QString &objectName, const QString &accessibleName);
    void refreshIcons();

    QLabel *m_database;
    QLabel *m_problem;
    QLabel *m_security;
    QLabel *m_securityIcon;
    QLabel *m_counts;
    QLabel *m_activity;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    bool m_secure = true;
};

} // namespace tagsmith
