// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/ImportAccount.h"
#include "core/ImportRequest.h"
#include "core/Result.h"
#include "repository/TagRepository.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui
{
class ImportDialog;
}

namespace tagsmith
{

class ImportPreviewModel;
class Prompts;

/**
 * Imports tags from a file, dropped or pasted text: source, preview, mapping, the import itself and
 * its closing account. Shown with open(). Closed while an import runs, it cancels and stays until
 * the answer is there.
 */
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(TagRepository &repository, const TagSource &source, Prompts &prompts,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    /** Shows the preview of @p source, as if the user had chosen it. */
    void setSource(const ImportSource &source);

    void reject() override;

signals:
    /** An import has changed the vocabulary. */
    void imported(const tagsmith::ImportAccount &account);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectWidgets();
    void loadPreview();
    void showPreview(const Result<ImportPreview> &result);
    FileFormat rejectsFormat() const;
    /** Shows the names as the rules make them. */
    void showNames();
    QString previewText() const;
    /** One sentence for what makes an import of the file impossible; empty where it is possible. */
    QString problem() const;
    void updateState();
    ImportRequest request() const;
    void confirmImport();
    void startImport();
    void cancelImport();
    void finishImport(const Result<ImportAccount> &result);
    void showAccount(const ImportAccount &account);
    void showSetup();

    TagRepository &m_repository;
    TagSource m_source;
    Prompts &m_prompts;
    std::unique_ptr<Ui::ImportDialog> m_ui;
    QPushButton *m_importButton = nullptr;
    ImportPreviewModel *m_previewModel;
    CancelToken m_previewToken;
    quint64 m_previewGeneration = 0; ///< previews of sources chosen before are dropped
    bool m_hasPreview = false;
    QString m_confirmedRejects; ///< the user has agreed to replace this file
    CancelToken m_importToken;
    bool m_importing = false;
    bool m_wasTrial = false; ///< the account that is shown
    bool m_closeWhenDone = false;
};

} // namespace tagsmith
