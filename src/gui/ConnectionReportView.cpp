// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConnectionReportView.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ConnectionReportView::ConnectionReportView(QWidget *parent)
    : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(2);
    // Room for every line, so that the dialog does not jump when a report arrives.
    setMinimumHeight(10 * (fontMetrics().lineSpacing() + 4));
}

void ConnectionReportView::setReport(const ConnectionReport &report, bool isServer)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);

    addFact(tr("Server:"), report.server, u"serverFact"_s);
    addFact(isServer ? tr("Host:") : tr("File:"), report.host, u"hostFact"_s);
    addFact(tr("Character set:"), report.characterSet, u"characterSetFact"_s);
    if (isServer) {
        addFact(tr("SQL mode:"), report.sqlMode.split(u',').join(", "_L1), u"sqlModeFact"_s);
        addFact(tr("Encryption:"),
                report.cipher.isEmpty() ? tr("not encrypted")
                                        : tr("encrypted with %1").arg(report.cipher),
                u"cipherFact"_s);
        addFact(tr("Certificate:"),
                report.certificateVerified ? tr("verified") : tr("not verified"),
                u"certificateFact"_s);
        addFact(tr("Connection id:"), QString::number(report.connectionId), u"connectionFact"_s);
    }
    addFact(tr("Access:"), report.readOnly ? tr("read only") : tr("read and write"),
            u"accessFact"_s);
}

void ConnectionReportView::addFact(const QString &title, const QString &fact, const QString &name)
{
    auto *label = new QLabel(fact, this);
    label->setObjectName(name);
    label->setAccessibleName(title + u' ' + fact);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addRow(title, label);
}

} // namespace tagsmith
