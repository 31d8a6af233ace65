// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ConnectionReport.h"

#include <QWidget>

class QFormLayout;

namespace tagsmith
{

/** What was really negotiated on a connection, a line each. */
class ConnectionReportView : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionReportView(QWidget *parent = nullptr);

    /** @p isServer: false for a file, which has neither a cipher nor a connection id. */
    void setReport(const ConnectionReport &report, bool isServer);

private:
    void addFact(const QString &title, const QString &fact, const QString &name);

    QFormLayout *m_form;
};

} // namespace tagsmith
