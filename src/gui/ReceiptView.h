// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/ChangeSummary.h"

#include <QWidget>

#include <memory>

class QTableView;

namespace Ui
{
class ReceiptView;
}

namespace tagsmith
{

class RowsModel;

/**
 * The blast radius of a change, from its receipt: what it comes to, what to read before, each
 * reference, counters, sample rows, addresses that end, and the SQL on request.
 */
class ReceiptView : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiptView(QWidget *parent = nullptr);
    ~ReceiptView() override;

    void setReceipt(const ShownReceipt &receipt, const ChangeSubject &subject);
    void clear();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void prepareTable(QTableView *table, RowsModel *model);
    void showWarnings();
    void fitWarnings();
    void showReferences(const std::vector<Reference> &references);
    void showCounters();
    void showSamples();
    void showSample(int index);
    void showAfterwards();
    void showSql();
    void switchToSql(bool on);

    std::unique_ptr<Ui::ReceiptView> m_ui;
    RowsModel *m_references;
    RowsModel *m_counters;
    RowsModel *m_sample;
    RowsModel *m_redirects;
    ShownReceipt m_receipt;
};

} // namespace tagsmith
