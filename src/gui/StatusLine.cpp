// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/StatusLine.h"

#include "core/Profile.h"
#include "gui/Icons.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int iconSize = 16;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_progress(new QProgressBar(this)), m_cancel(new QToolButton(this))
{
    m_database = new QLabel(this);
    m_database->setObjectName(u"databaseLabel"_s);
    m_database->setTextFormat(Qt::PlainText);
    m_database->setAccessibleName(tr("Database"));
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"problemLabel"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setAccessibleName(tr("Problem"));
    setContentsMargins(6, 0, 0, 0);
    addWidget(m_database);
    addWidget(m_problem, 1);

    m_activity = addLabel(u"activityLabel"_s, tr("What is running"));
    m_progress->setObjectName(u"activityProgress"_s);
    m_progress->setAccessibleName(tr("Running"));
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(100);
    m_progress->setMaximumHeight(fontMetrics().height());
    addPermanentWidget(m_progress);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_cancel->setToolTip(tr("Stop what is running; nothing is changed then"));
    addPermanentWidget(m_cancel);
    m_counts = addLabel(u"countsLabel"_s, tr("Counts"));
    m_securityIcon = addLabel(u"securityIcon"_s, tr("Connection security"));
    m_security = addLabel(u"securityLabel"_s, tr("Connection security"));

    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    setActivity({}, false);
    clearDatabase();
}

QLabel *StatusLine::addLabel(const QString &objectName, const QString &accessibleName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setAccessibleName(accessibleName);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(4, 0, 4, 0);
    addPermanentWidget(label);
    return label;
}

void StatusLine::setDatabase(const QString &name, const Profile &profile)
{
    m_database->setText(name);
    m_database->setToolTip(profile.toUrl());
    if (profile.driver == Driver::Sqlite)
        m_security->setText(tr("Local file"));
    else if (profile.tls == TlsMode::Verify)
        m_security->setText(tr("Encrypted, server verified"));
    else if (profile.tls == TlsMode::Require)
        m_security->setText(tr("Encrypted, server not verified"));
    else if (!profile.socket.isEmpty())
        m_security->setText(tr("Local socket"));
    else
        m_security->setText(tr("Not encrypted"));
    m_secure = profile.driver == Driver::Sqlite || profile.tls != TlsMode::Off ||
               !profile.socket.isEmpty();
    refreshIcons();
    m_counts->show();
    m_security->show();
    m_securityIcon->show();
}

void StatusLine::clearDatabase()
{
    m_database->setText(tr("No database"));
    m_database->setToolTip({});
    m_counts->hide();
    m_security->hide();
    m_securityIcon->hide();
    setProblem({});
}

void StatusLine::setCounts(int total, int shown, int selected, bool unusedOnly)
{
    const QString tags = total == 1 ? tr("1 tag") : tr("%L1 tags").arg(total);
    if (unusedOnly)
        m_counts->setText(tr("%L1 of %2, unused only, %L3 selected", "counts")
                              .arg(shown)
                              .arg(tags)
                              .arg(selected));
    else
        m_counts->setText(
            tr("%1, %L2 shown, %L3 selected", "counts").arg(tags).arg(shown).arg(selected));
}

void StatusLine::setActivity(const QString &text, bool cancellable)
{
    m_activity->setText(text);
    m_activity->setVisible(!text.isEmpty());
    m_progress->setVisible(!text.isEmpty());
    m_cancel->setVisible(cancellable);
}

void StatusLine::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setToolTip(sentence);
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

void StatusLine::refreshIcons()
{
    const QString name = m_secure ? u"locked"_s : u"unlocked"_s;
    m_securityIcon->setPixmap(themedIcon(name, palette()).pixmap(iconSize));
    m_cancel->setIcon(themedIcon(u"clear"_s, palette()));
}

} // namespace tagsmith
