// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"

#include <QDialog>

#include <memory>
#include <vector>

class QTableView;

namespace Ui
{
class AftercareDialog;
}

namespace tagsmith
{

class Prompts;
class RowsModel;
class TagRepository;

/**
 * What is left to do outside the database after a change: steps with their commands, addresses to
 * redirect, rows to index again. Shown with open().
 */
class AftercareDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p receipt leaves something; see mayLeaveWork(). */
    AftercareDialog(TagRepository &repository, Prompts &prompts, const Receipt &receipt,
                    QWidget *parent = nullptr);
    ~AftercareDialog() override;

private:
    void showSteps();
    void addStep(const AftercareStep &step);
    void showRedirects();
    void showObjects();
    void showObjectsOf(int index);
    void prepareTable(QTableView *table, RowsModel *model);
    void saveRedirects();
    void saveObjects();
    void save(const QString &suggestion, const QStringList &titles, const std::vector<Row> &rows);
    void write(const QString &path, const QStringList &titles, const std::vector<Row> &rows);

    TagRepository &m_repository;
    Prompts &m_prompts;
    Receipt m_receipt;
    std::unique_ptr<Ui::AftercareDialog> m_ui;
    RowsModel *m_redirects;
    RowsModel *m_objects;
};

} // namespace tagsmith
