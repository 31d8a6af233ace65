// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ChangeDialog.h"

#include "gui/ChangePreview.h"

#include <QPushButton>

namespace tagsmith
{

ChangeDialog::ChangeDialog(QWidget *parent) : QDialog(parent)
{
    setWindowModality(Qt::WindowModal);
    setSizeGripEnabled(true);
}

void ChangeDialog::attach(ChangePreview *preview, QPushButton *button)
{
    m_preview = preview;
    connect(preview, &ChangePreview::stateChanged, this, [this, button] {
        button->setEnabled(m_preview->state() == ChangePreview::State::Ready);
        updateState();
        if (m_closeWhenDone && m_preview->state() != ChangePreview::State::Applying)
            QDialog::reject();
    });
    connect(preview, &ChangePreview::applied, this, [this](const Receipt &receipt) {
        accept();
        emit changed(receipt);
    });
    button->setEnabled(false);
}

void ChangeDialog::reject()
{
    if (m_preview && m_preview->state() == ChangePreview::State::Applying) {
        m_closeWhenDone = true;
        m_preview->cancel();
        return;
    }
    QDialog::reject();
}

} // namespace tagsmith
