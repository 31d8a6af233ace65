// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/FilterBar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** On X11 a field takes these for the end of its line; here they are commands of the window. */
bool isCommand(QKeyCombination keys)
{
    return keys == (Qt::CTRL | Qt::Key_E) || keys == (Qt::CTRL | Qt::Key_K);
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_unused(new QCheckBox(this)),
      m_count(new QLabel(this))
{
    auto *label = new QLabel(tr("Fi&lter:"), this);
    label->setObjectName(u"filterLabel"_s);
    label->setBuddy(m_line);
    m_line->setObjectName(u"filterLine"_s);
    m_line->setAccessibleName(tr("Filter"));
    m_line->setPlaceholderText(tr("Part of a name or of any other column"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_unused->setObjectName(u"unusedCheck"_s);
    m_unused->setText(tr("&Unused only"));
    m_count->setObjectName(u"filterCount"_s);
    m_count->setAccessibleName(tr("Tags shown"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_unused);
    layout->addWidget(m_count);

    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &FilterBar::filterChanged);
    connect(m_unused, &QCheckBox::toggled, this, &FilterBar::unusedOnlyChanged);
    setUnusedEnabled(false);
}

QString FilterBar::text() const
{
    return m_line->text();
}

void FilterBar::clear()
{
    m_line->clear();
    m_unused->setChecked(false);
}

void FilterBar::setUnusedEnabled(bool enabled, const QString &reason)
{
    // Whoever has asked for them already must be able to go back.
    m_unused->setEnabled(enabled || m_unused->isChecked());
    m_unused->setToolTip(enabled ? tr("Show only tags that nothing uses") : reason);
    m_unused->setAccessibleDescription(m_unused->toolTip());
}

void FilterBar::focusFilter()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::setCounts(int shown, int total)
{
    if (total == 1)
        m_count->setText(tr("%L1 of 1 tag").arg(shown));
    else
        m_count->setText(tr("%L1 of %L2 tags").arg(shown).arg(total));
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        isCommand(static_cast<QKeyEvent *>(event)->keyCombination())) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool FilterBar::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        if (m_line->text().isEmpty())
            emit left();
        else
            m_line->clear();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter: emit left(); return true;
    default: return false;
    }
}

} // namespace tagsmith
