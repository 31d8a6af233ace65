// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportConstantEditor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportConstantEditor::ImportConstantEditor(const Column &column, const QString &name,
                                           QWidget *parent)
    : QWidget(parent), m_check(new QCheckBox(this)), m_line(new QLineEdit(this)),
      m_null(new QCheckBox(tr("NULL"), this))
{
    const QString shown = m_check->fontMetrics().elidedText(
        column.name, Qt::ElideRight, 18 * m_check->fontMetrics().averageCharWidth());
    m_check->setObjectName(name + u"Check"_s);
    m_check->setText(QString(shown).replace(u'&', u"&&"_s));
    m_check->setToolTip(tr("Fills “%1” with the same value in every record").arg(column.name));
    m_check->setAccessibleName(tr("Fixed value for “%1”").arg(column.name));
    m_line->setObjectName(name + u"Line"_s);
    m_line->setAccessibleName(tr("Value for “%1” in every record").arg(column.name));
    m_null->setObjectName(name + u"Null"_s);
    m_null->setAccessibleName(tr("NULL for “%1” in every record").arg(column.name));
    m_null->setToolTip(tr("No value at all, which is something else than an empty text"));
    m_null->setVisible(column.nullable);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_null);
    setFocusProxy(m_line);
    setTabOrder(m_line, m_null);

    connect(m_check, &QCheckBox::clicked, this, [this](bool on) {
        showState();
        if (on)
            m_line->setFocus();
        emit changed();
    });
    connect(m_null, &QCheckBox::clicked, this, [this] {
        showState();
        emit changed();
    });
    connect(m_line, &QLineEdit::textEdited, this, &ImportConstantEditor::changed);
    showState();
}

bool ImportConstantEditor::isOn() const
{
    return m_check->isChecked();
}

Cell ImportConstantEditor::cell() const
{
    return m_null->isChecked() ? Cell() : Cell(m_line->text());
}

void ImportConstantEditor::setConstant(bool on, const Cell &value)
{
    m_check->setChecked(on);
    m_null->setChecked(on && !value);
    m_line->setText(value.value_or(QString()));
    showState();
}

void ImportConstantEditor::showState()
{
    m_line->setEnabled(isOn() && !m_null->isChecked());
    m_null->setEnabled(isOn());
    m_line->setPlaceholderText(!isOn()               ? QString()
                               : m_null->isChecked() ? tr("NULL")
                                                     : tr("empty text"));
}

} // namespace tagsmith
