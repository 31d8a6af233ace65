// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Progress.h"
#include "gui/ImportRate.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tagsmith
{

/** How far an import has come, how fast it goes and how long it takes, with a button to cancel. */
class ImportProgressView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportProgressView(QWidget *parent = nullptr);

    /** The import begins now. */
    void start();
    void setProgress(const Progress &progress);
    /** The user has cancelled; the answer is still to come. */
    void setCancelling();
    /** The import has ended, in whatever way. */
    void stop();

signals:
    void cancelRequested();

private:
    QString describe(const Progress &progress) const;

    QProgressBar *m_bar;
    QLabel *m_text;
    QPushButton *m_cancel;
    QElapsedTimer m_clock;
    ImportRate m_rate;
    bool m_cancelling = false;
};

} // namespace tagsmith
