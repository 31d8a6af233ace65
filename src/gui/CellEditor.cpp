// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/CellEditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <limits>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Longer text gets several lines. */
constexpr qint64 longestLine = 255;

bool isLongText(const Column &column)
{
    return column.type == ColumnType::Text &&
           (column.maxLength < 0 || column.maxLength > longestLine);
}

/** In code points, as databases count. */
qsizetype lengthOf(const QString &text)
{
    return text.toUcs4().size();
}

} // namespace

CellEditor::CellEditor(const Column &column, QWidget *parent) : QWidget(parent), m_column(column)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QWidget *field = nullptr;
    if (isLongText(column)) {
        field = m_area = new QPlainTextEdit(this);
        m_area->setTabChangesFocus(true);
        m_area->setFixedHeight(fontMetrics().lineSpacing() * 4 + 12);
        connect(m_area, &QPlainTextEdit::textChanged, this, &CellEditor::textWasEdited);
    } else {
        field = m_line = new QLineEdit(this);
        // The default would cut what is pasted; the database says when it is too long.
        m_line->setMaxLength(std::numeric_limits<int>::max());
        connect(m_line, &QLineEdit::textChanged, this, &CellEditor::textWasEdited);
    }
    field->setObjectName(u"field_"_s + column.name);
    field->setAccessibleName(column.name);
    field->setToolTip(column.declaredType);
    setFocusProxy(field);
    layout->addWidget(field, 1);

    if (m_line && column.type == ColumnType::DateTime)
        m_line->setPlaceholderText(tr("year-month-day hours:minutes:seconds"));
    else if (m_line && (column.type == ColumnType::Integer || column.type == ColumnType::Real))
        m_line->setPlaceholderText(tr("number"));
    if (column.type == ColumnType::Text && column.maxLength > 0) {
        m_length = new QLabel(this);
        m_length->setObjectName(u"length_"_s + column.name);
        m_length->setAccessibleName(tr("Length of %1").arg(column.name));
        layout->addWidget(m_length);
    }
    if (column.nullable)
        addNullBox();
    if (column.generated || column.type == ColumnType::Binary)
        setReadOnly(true);
    setCell(column.nullable ? Cell() : Cell(u""_s));
}

void CellEditor::addNullBox()
{
    m_null = new QCheckBox(tr("NULL"), this);
    m_null->setObjectName(u"null_"_s + m_column.name);
    m_null->setAccessibleName(tr("%1 has no value").arg(m_column.name));
    m_null->setToolTip(tr("Store no value at all, which is not the same as an empty text"));
    layout()->addWidget(m_null);
    connect(m_null, &QCheckBox::toggled, this, [this](bool on) {
        if (on)
            setText({});
    });
}

void CellEditor::setCell(const Cell &cell)
{
    m_initial = cell;
    setText(cell.value_or(QString()));
    if (m_null) {
        const QSignalBlocker blocker(m_null);
        m_null->setChecked(!cell);
    }
}

Cell CellEditor::cell() const
{
    if (m_null && m_null->isChecked())
        return std::nullopt;
    const QString value = text();
    // A number or a date cannot be empty.
    if (value.isEmpty() && m_null && m_column.type != ColumnType::Text)
        return std::nullopt;
    return value.isNull() ? u""_s : value;
}

void CellEditor::setReadOnly(bool readOnly)
{
    if (m_line)
        m_line->setReadOnly(readOnly);
    if (m_area)
        m_area->setReadOnly(readOnly);
    focusProxy()->setEnabled(!readOnly);
    if (m_null)
        m_null->setEnabled(!readOnly);
}

QString CellEditor::text() const
{
    return m_line ? m_line->text() : m_area->toPlainText();
}

void CellEditor::setText(const QString &text)
{
    if (m_line) {
        const QSignalBlocker blocker(m_line);
        m_line->setText(text);
    } else {
        const QSignalBlocker blocker(m_area);
        m_area->setPlainText(text);
    }
    showLength();
}

void CellEditor::textWasEdited()
{
    if (m_null && !text().isEmpty()) {
        const QSignalBlocker blocker(m_null);
        m_null->setChecked(false);
    }
    showLength();
}

void CellEditor::showLength()
{
    if (!m_length)
        return;
    const auto length = lengthOf(text());
    if (length > m_column.maxLength)
        m_length->setText(tr("%L1 too many").arg(length - m_column.maxLength));
    else
        m_length->setText(u"%L1 / %L2"_s.arg(length).arg(m_column.maxLength));
}

} // namespace tagsmith
