// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportEncodingChoice.h"

#include "core/KnownEncodings.h"

#include <QLineEdit>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportEncodingChoice::ImportEncodingChoice(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMinimumContentsLength(16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setToolTip(tr("A name from the list, or any other that ICU knows"));
    addItem(tr("Recognised"));
    addItems(knownEncodings());
    connect(this, &QComboBox::activated, this, &ImportEncodingChoice::chosen);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (currentText().trimmed().isEmpty())
            setEditText(itemText(0));
        emit chosen();
    });
}

QString ImportEncodingChoice::encoding() const
{
    const QString text = currentText().trimmed();
    return text == itemText(0) ? QString() : text;
}

void ImportEncodingChoice::setEncoding(const QString &name)
{
    const QSignalBlocker blocker(this);
    setItemText(0, tr("Recognised"));
    setCurrentIndex(0);
    setEditText(name.isEmpty() ? itemText(0) : name);
}

void ImportEncodingChoice::showRecognised(const EncodingFinding &finding)
{
    const bool isOpen = encoding().isEmpty();
    const QString chosenText = currentText();
    const bool isKnown = isOpen && !finding.name.isEmpty();
    const QString title = isKnown ? tr("Recognised: %1").arg(finding.name) : tr("Recognised");
    if (title == itemText(0))
        return; // somebody may be typing here
    setItemText(0, title);
    // Changing the item's text writes over what was typed into an editable choice.
    setEditText(isOpen ? itemText(0) : chosenText);
    lineEdit()->home(false);
}

} // namespace tagsmith
