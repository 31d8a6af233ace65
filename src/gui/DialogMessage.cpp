// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DialogMessage.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace tagsmith
{

using namespace Qt::StringLiterals;

DialogMessage::DialogMessage(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    m_icon->setObjectName(u"messageIcon"_s);
    m_icon->setAlignment(Qt::AlignTop);
    m_icon->setFixedWidth(style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this));
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    // A server's or file's words are shown as they are, never as markup.
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A word of a thousand letters must not make the dialog as wide.
    m_text->setMinimumWidth(1);
    m_text->setMinimumHeight(2 * m_text->fontMetrics().lineSpacing() + 2);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
}

void DialogMessage::showError(const QString &sentence)
{
    show(sentence, QStyle::SP_MessageBoxCritical);
    m_isError = true;
}

void DialogMessage::showWarning(const QString &sentence)
{
    show(sentence, QStyle::SP_MessageBoxWarning);
}

void DialogMessage::showInformation(const QString &sentence)
{
    show(sentence, QStyle::SP_MessageBoxInformation);
}

void DialogMessage::clear()
{
    m_isError = false;
    m_icon->clear();
    m_text->clear();
    setAccessibleName({});
}

QString DialogMessage::text() const
{
    return m_text->text();
}

void DialogMessage::show(const QString &sentence, QStyle::StandardPixmap icon)
{
    m_isError = false;
    if (m_text->text() == sentence && !m_icon->pixmap(Qt::ReturnByValue).isNull())
        return;
    const int size = m_icon->width();
    m_icon->setPixmap(style()->standardIcon(icon, nullptr, this).pixmap(size, size));
    m_text->setText(sentence);
    setAccessibleName(sentence);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace tagsmith
