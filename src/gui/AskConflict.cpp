// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/AskConflict.h"

#include "gui/ConflictDialog.h"

#include <utility>

namespace tagsmith
{

void askConflict(QWidget *parent, const RowConflict &conflict, const QString &title,
                 std::function<void(const RowResolution *)> chosen, std::function<void()> cancelled)
{
    auto *dialog = new ConflictDialog({conflict}, title, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ConflictDialog::resolved, parent,
                     [chosen = std::move(chosen)](const std::vector<RowResolution> &resolutions) {
                         chosen(resolutions.empty() ? nullptr : &resolutions.front());
                     });
    QObject::connect(dialog, &QDialog::rejected, parent,
                     [cancelled = std::move(cancelled)] { cancelled(); });
    dialog->open();
}

} // namespace tagsmith
