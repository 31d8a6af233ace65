// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportProgressView.h"

#include "gui/AttemptText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int barSteps = 1'000;

int barValue(const Progress &progress)
{
    if (progress.totalBytes <= 0)
        return 0;
    const double share =
        static_cast<double>(progress.bytes) / static_cast<double>(progress.totalBytes);
    return static_cast<int>(share * barSteps);
}

} // namespace

ImportProgressView::ImportProgressView(QWidget *parent)
    : QWidget(parent), m_bar(new QProgressBar(this)), m_text(new QLabel(this)),
      m_cancel(new QPushButton(tr("Ca&ncel"), this))
{
    m_bar->setObjectName(u"progressBar"_s);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_text->setObjectName(u"progressText"_s);
    m_text->setAccessibleName(tr("Rate and remaining time"));
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(u'0') * 48);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setAutoDefault(false);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_text);
    layout->addWidget(m_cancel);

    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    setFocusProxy(m_cancel);
    hide();
    connect(m_cancel, &QPushButton::clicked, this, &ImportProgressView::cancelRequested);
}

void ImportProgressView::start()
{
    m_rate = {};
    m_clock.start();
    m_cancelling = false;
    m_cancel->setEnabled(true);
    m_bar->setRange(0, 0); // busy, until the size of the file is known
    m_text->setText(tr("Starting…"));
    show();
}

void ImportProgressView::setProgress(const Progress &progress)
{
    m_rate.add(m_clock.elapsed(), progress);
    m_bar->setMaximum(progress.totalBytes > 0 ? barSteps : 0);
    m_bar->setValue(barValue(progress));
    const QString again = attemptText(progress);
    m_text->setToolTip(again);
    if (m_cancelling)
        return;
    m_text->setText(again.isEmpty()
                        ? describe(progress)
                        : m_text->fontMetrics().elidedText(again, Qt::ElideRight, m_text->width()));
}

void ImportProgressView::setCancelling()
{
    m_cancelling = true;
    m_cancel->setEnabled(false);
    m_text->setText(tr("Cancelling…"));
}

void ImportProgressView::stop()
{
    m_cancelling = false;
    setFocusProxy(m_cancel);
    hide();
}

QString ImportProgressView::describe(const Progress &progress) const
{
    const QLocale locale;
    QStringList parts;
    parts << (progress.records == 1 ? tr("1 record")
                                    : tr("%1 records").arg(locale.toString(progress.records)));
    if (const auto rate = m_rate.recordsPerSecond())
        parts << tr("%1 per second").arg(locale.toString(*rate));
    if (progress.totalBytes > 0 && progress.bytes >= progress.totalBytes) {
        parts << tr("finishing");
    } else if (const auto remaining = m_rate.remainingMsecs()) {
        const qint64 seconds = (*remaining + 999) / 1'000;
        parts << (seconds < 120 ? tr("%1 s left").arg(locale.toString(seconds))
                                : tr("%1 min left").arg(locale.toString(seconds / 60)));
    }
    return parts.join(tr(" · "));
}

} // namespace tagsmith
