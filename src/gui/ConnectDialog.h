// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/ConnectionReport.h"
#include "core/Profile.h"
#include "core/Result.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace Ui
{
class ConnectDialog;
}

namespace tagsmith
{

class TagRepository;

/**
 * Asks how to reach a database. Shown with open(); accepted() follows when the user connects, with
 * the answer in profile(). It can try a connection, but never keeps one.
 */
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(TagRepository &repository, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /** Fills the fields; a password in @p profile is taken over too. */
    void setProfile(const Profile &profile);
    /** What the fields say; fields that do not concern the chosen driver are left out. */
    Profile profile() const;

    void done(int result) override;

private:
    void connectFields();
    void browse(QLineEdit *field, const QString &title, bool mayBeNew);
    void showDriver();
    void onFieldsChanged();
    /** One sentence for what is missing; empty where one may connect. */
    QString problem() const;
    void onTestClicked();
    void endTest();
    void showTestResult(const Result<ConnectionReport> &result);

    TagRepository &m_repository;
    std::unique_ptr<Ui::ConnectDialog> m_ui;
    QString m_embeddedPath; ///< the file that is Tagsmith's own, if setProfile() named it
    CancelToken m_testToken;
    bool m_testing = false;
    quint64 m_generation = 0; ///< answers to tests of earlier field contents are dropped
};

} // namespace tagsmith
