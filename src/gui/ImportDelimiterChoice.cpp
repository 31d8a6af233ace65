// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportDelimiterChoice.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportDelimiterChoice::ImportDelimiterChoice(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr); // it would make “semicolon” of a typed “s”
    setMinimumContentsLength(18);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setToolTip(tr("What stands between the fields of a line: choose it, or type any other "
                  "character"));
    addItem(tr("Recognised"), QChar());
    addItem(tr("comma"), QChar(u','));
    addItem(tr("semicolon"), QChar(u';'));
    addItem(tr("tab"), QChar(u'\t'));
    addItem(u"|"_s, QChar(u'|'));
    connect(this, &QComboBox::activated, this, &ImportDelimiterChoice::takeItem);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ImportDelimiterChoice::takeText);
}

void ImportDelimiterChoice::setDelimiter(QChar delimiter)
{
    m_delimiter = delimiter;
    setItemText(0, tr("Recognised"));
    showDelimiter();
}

void ImportDelimiterChoice::showRecognised(QChar delimiter)
{
    const int known = delimiter.isNull() ? -1 : findData(delimiter);
    const QString title = known > 0 ? itemText(known) : QString(delimiter);
    const bool isOpen = m_delimiter.isNull() && !delimiter.isNull();
    const QString text = isOpen ? tr("Recognised: %1").arg(title) : tr("Recognised");
    if (text == itemText(0))
        return; // somebody may be typing here
    setItemText(0, text);
    showDelimiter();
}

void ImportDelimiterChoice::showDelimiter()
{
    const int known = findData(m_delimiter);
    if (known >= 0)
        setCurrentIndex(known);
    setEditText(known >= 0 ? itemText(known) : QString(m_delimiter));
    lineEdit()->home(false);
}

void ImportDelimiterChoice::keyPressEvent(QKeyEvent *event)
{
    // The line has taken it, and must not start the import with a delimiter that was refused.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QComboBox::keyPressEvent(event);
}

void ImportDelimiterChoice::takeItem(int index)
{
    m_delimiter = itemData(index).toChar();
    emit chosen();
}

void ImportDelimiterChoice::takeText()
{
    QString text = currentText();
    if (text == "\\t"_L1)
        text = u"\t"_s;
    const int item = findText(text, Qt::MatchFixedString);
    if (text.isEmpty())
        m_delimiter = QChar();
    else if (item >= 0)
        m_delimiter = itemData(item).toChar();
    else if (text.size() == 1)
        m_delimiter = text.front();
    else
        emit refused(tr("“%1” cannot separate fields, because it is more than one character; "
                        "choose from the list, or type a single one.")
                         .arg(text));
    showDelimiter();
    emit chosen();
}

} // namespace tagsmith
