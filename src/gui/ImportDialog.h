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
class QTimer;

namespace Ui
{
class ImportDialog;
}

namespace tagsmith
{

class ImportHabits;
class ImportPreviewModel;
class ImportRun;
class Prompts;

/**
 * Imports tags from a file, dropped or pasted text: source, first records and mapping; a preview of
 * every line, to be corrected; the import itself and its closing account. Shown with open(). Closed
 * while an import or a preview runs, it cancels and stays until the answer is there.
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
    void connectHabits();
    void loadPreview();
    void showPreview(const Result<ImportPreview> &result);
    /** Whether the records are shown as the import will read them. */
    bool isPreviewWhole() const;
    FileFormat rejectsFormat() const;
    /** Shows the names as the rules make them. */
    void showNames();
    QString previewText() const;
    /** One sentence for what makes an import of the file impossible; empty where it is possible. */
    QString problem() const;
    void updateState();
    void updateButtons();
    /** Says what stands in the way of an import, or what it would take along. */
    void showSetupMessage();
    ImportRequest request() const;
    bool isOn(const QWidget *page) const;
    /** Shows one of the pages and the buttons that belong to it. */
    void showPage(QWidget *page);
    // In ImportDialogRun.cpp:
    void connectRuns();
    /** Whether the corrections belong to another file or other columns than those chosen now. */
    bool isForeign() const;
    void dropForeignCorrections();
    void startPreview();
    /** Judges the lines again, once no further correction follows. */
    void judgeAgain();
    void showPreviewMessage(const QStringList &warnings);
    void finishPreview(const Result<ImportAccount> &result);
    void confirmImport();
    void startImport();
    void cancelRun();
    void finishImport(const Result<ImportAccount> &result);
    void showAccount(const ImportAccount &account);
    void goBack();
    void showSetup();

    TagRepository &m_repository;
    TagSource m_source;
    Prompts &m_prompts;
    std::unique_ptr<Ui::ImportDialog> m_ui;
    QPushButton *m_previewButton = nullptr;
    QPushButton *m_importButton = nullptr;
    ImportPreviewModel *m_previewModel;
    ImportHabits *m_habits = nullptr;
    CancelToken m_previewToken;
    quint64 m_previewGeneration = 0; ///< previews of sources chosen before are dropped
    bool m_hasPreview = false;  ///< perhaps only of the beginning of the file, see isPreviewWhole()
    QString m_confirmedRejects; ///< the user has agreed to replace this file
    ImportRun *m_preview;       ///< of every line
    ImportRun *m_import;
    QTimer *m_correcting;      ///< runs until no further correction follows
    ImportRequest m_previewed; ///< what m_preview was asked last
    /** The preview that is shown; null where it is not, or is not up to date. */
    std::shared_ptr<const ImportAccount> m_shown;
    bool m_closeWhenDone = false;
};

} // namespace tagsmith
