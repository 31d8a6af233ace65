// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"
#include "core/CancelToken.h"
#include "core/ExportRequest.h"
#include "core/Result.h"

#include <QDialog>

#include <cstdint>
#include <memory>
#include <vector>

class QPushButton;

namespace Ui
{
class ExportDialog;
}

namespace tagsmith
{

class Prompts;
class TagRepository;

/**
 * Exports all, the shown or the selected tags to a file. Shown with open(). Closed while an export
 * runs, it cancels and stays until the answer is there.
 */
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p selectedRows are rows of the snapshot of @p arrangement. */
    ExportDialog(TagRepository &repository, const Arrangement &arrangement,
                 const std::vector<std::uint32_t> &selectedRows, Prompts &prompts,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    void reject() override;

private:
    void fillWidgets();
    void connectWidgets();
    FileFormat format() const;
    std::vector<std::uint32_t> chosenRows() const;
    std::vector<int> chosenColumns() const;
    /** One sentence for what is missing; empty where one may export. */
    QString problem() const;
    void updateState();
    void onFormatChanged();
    /** Takes the format that the ending of the path names. */
    void onPathChanged();
    void choosePath();
    void confirmExport();
    void startExport();
    void cancelExport();
    void finishExport(const Result<qint64> &result, const QString &path);

    TagRepository &m_repository;
    Arrangement m_arrangement;
    std::vector<std::uint32_t> m_selectedRows;
    Prompts &m_prompts;
    std::unique_ptr<Ui::ExportDialog> m_ui;
    QPushButton *m_exportButton = nullptr;
    FileFormat m_lastFormat = FileFormat::Csv; ///< whose ending the path may have
    QString m_confirmedPath;                   ///< the user has agreed to overwrite this file
    CancelToken m_token;
    bool m_exporting = false;
    bool m_closeWhenDone = false;
};

} // namespace tagsmith
