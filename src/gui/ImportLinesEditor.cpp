// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLinesEditor.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>

#include <limits>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int shownCharacters = 12; ///< that have room at least

} // namespace

ImportLinesEditor::ImportLinesEditor(const QString &title, bool isNullable, QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this))
{
    setAutoFillBackground(true);
    m_line->setObjectName(u"lineEditor"_s);
    m_line->setFrame(false);
    // The database says what it does not take, nothing is cut.
    m_line->setMaxLength(std::numeric_limits<int>::max());
    m_line->setAccessibleName(title);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_isModified = true;
        if (m_null && !m_line->text().isEmpty())
            m_null->setChecked(false);
    });
    if (isNullable)
        addNullBox(title);
}

void ImportLinesEditor::addNullBox(const QString &title)
{
    m_null = new QCheckBox(tr("NULL"), this);
    m_null->setObjectName(u"lineNull"_s);
    m_null->setAccessibleName(tr("%1 has no value").arg(title));
    m_null->setToolTip(tr("Store no value at all, which is not the same as an empty text"));
    layout()->addWidget(m_null);
    m_null->installEventFilter(this);
    connect(m_null, &QCheckBox::clicked, this, [this](bool on) {
        m_isModified = true;
        if (on)
            m_line->clear();
    });
}

void ImportLinesEditor::setCell(const Cell &cell)
{
    m_line->setText(cell.value_or(QString()));
    if (m_null)
        m_null->setChecked(!cell);
}

Cell ImportLinesEditor::cell() const
{
    if (m_null && m_null->isChecked())
        return std::nullopt;
    return m_line->text();
}

QSize ImportLinesEditor::sizeHint() const
{
    const int box = m_null ? m_null->sizeHint().width() + layout()->spacing() : 0;
    return {shownCharacters * fontMetrics().averageCharWidth() + box, QWidget::sizeHint().height()};
}

bool ImportLinesEditor::eventFilter(QObject *watched, QEvent *event)
{
    // To the table all of this is one editor, which has the focus where one of its parts has it.
    if (event->type() == QEvent::FocusIn) {
        setFocusProxy(qobject_cast<QWidget *>(watched));
    } else if (event->type() == QEvent::FocusOut) {
        QFocusEvent copy(QEvent::FocusOut, static_cast<QFocusEvent *>(event)->reason());
        QCoreApplication::sendEvent(this, &copy);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tagsmith
