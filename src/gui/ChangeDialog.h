// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"

#include <QDialog>

class QPushButton;

namespace tagsmith
{

class ChangePreview;

/**
 * The base of dialogs that show a change before they do it. Shown with open(). Closed while the
 * change is being written, it stops it and stays until the answer is there.
 */
class ChangeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChangeDialog(QWidget *parent);

    void reject() override;

signals:
    /** It is done; the dialog has closed. */
    void changed(const tagsmith::Receipt &receipt);
    /** Others have changed the tags that it is about since they were shown. */
    void outdated();

protected:
    /** @p button does what @p preview shows, once it does. */
    void attach(ChangePreview *preview, QPushButton *button);
    ChangePreview &preview() const { return *m_preview; }
    /** Called whenever the state of the preview has changed. */
    virtual void updateState() {}

private:
    ChangePreview *m_preview = nullptr;
    bool m_closeWhenDone = false;
};

} // namespace tagsmith
