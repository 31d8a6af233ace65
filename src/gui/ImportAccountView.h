// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QListWidget;
class QTabWidget;

namespace tagsmith
{

class DialogMessage;
class ImportFindingsModel;

/** The closing account of an import: the counts, which balance, and what was found on the way. */
class ImportAccountView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportAccountView(QWidget *parent = nullptr);

    /** Shows @p account; @p rejectsPath is where rejected records were written, if anywhere. */
    void setAccount(const ImportAccount &account, const QString &rejectsPath);

private:
    QLabel *addCount(QGridLayout *grid, const QString &sign, const QString &title,
                     const QString &meaning, const QString &name);
    /** The row of @p count is only for lists of actions and merges. */
    void showRow(const QLabel *count, bool visible);
    QWidget *makeFindings(ImportFindingsModel *model, const QString &name, const QString &title,
                          QLabel *note);
    void showFindings(const ImportAccount &account, const QString &rejectsPath);
    void showWarnings(const QStringList &warnings);

    DialogMessage *m_headline;
    QGridLayout *m_grid;
    QLabel *m_read;
    QLabel *m_inserted;
    QLabel *m_updated;
    QLabel *m_unchanged;
    QLabel *m_skipped;
    QLabel *m_renamed;
    QLabel *m_merged;
    QLabel *m_deleted;
    QLabel *m_rejected;
    QLabel *m_ruleCounts;
    QTabWidget *m_findings;
    ImportFindingsModel *m_rejections;
    ImportFindingsModel *m_equalNames;
    QLabel *m_rejectionsNote;
    QLabel *m_equalNamesNote;
    QWidget *m_rejectionsPage;
    QWidget *m_equalNamesPage;
    QListWidget *m_warnings;
};

} // namespace tagsmith
