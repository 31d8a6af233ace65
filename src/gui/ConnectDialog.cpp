// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConnectDialog.h"

#include "core/Pending.h"
#include "gui/ConnectHosts.h"
#include "repository/TagRepository.h"
#include "ui_ConnectDialog.h"

#include <QFileDialog>
#include <QPushButton>

namespace tagsmith
{

namespace
{

/** In the order of the choice in the form. */
constexpr Driver drivers[] = {Driver::Sqlite, Driver::Mysql};
constexpr TlsMode tlsModes[] = {TlsMode::Off, TlsMode::Require, TlsMode::Verify};

} // namespace

ConnectDialog::ConnectDialog(TagRepository &repository, QWidget *parent)
    : QDialog(parent), m_repository(repository), m_ui(std::make_unique<Ui::ConnectDialog>())
{
    m_ui->setupUi(this);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("connectButton"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Connect"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setDefault(true);
    // The button has two texts; it is wide enough for both, so that nothing moves.
    m_ui->testButton->setText(tr("Cancel &test"));
    const int cancelWidth = m_ui->testButton->sizeHint().width();
    m_ui->testButton->setText(tr("&Test connection"));
    m_ui->testButton->setMinimumWidth(qMax(cancelWidth, m_ui->testButton->sizeHint().width()));
    QSizePolicy policy = m_ui->testBusy->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_ui->testBusy->setSizePolicy(policy);
    connectFields();
    setProfile(Profile());
}

ConnectDialog::~ConnectDialog()
{
    m_testToken.cancel();
}

void ConnectDialog::connectFields()
{
    const auto edits = {m_ui->fileEdit,     m_ui->hostEdit,     m_ui->socketEdit, m_ui->userEdit,
                        m_ui->passwordEdit, m_ui->databaseEdit, m_ui->caEdit};
    for (QLineEdit *edit : edits)
        connect(edit, &QLineEdit::textChanged, this, &ConnectDialog::onFieldsChanged);
    connect(m_ui->driverChoice, &QComboBox::currentIndexChanged, this,
            &ConnectDialog::onFieldsChanged);
    connect(m_ui->tlsChoice, &QComboBox::currentIndexChanged, this,
            &ConnectDialog::onFieldsChanged);
    connect(m_ui->portBox, &QSpinBox::valueChanged, this, &ConnectDialog::onFieldsChanged);
    connect(m_ui->hostRadio, &QRadioButton::toggled, this, &ConnectDialog::onFieldsChanged);
    connect(m_ui->createFileCheck, &QCheckBox::toggled, this, &ConnectDialog::onFieldsChanged);

    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectDialog::onTestClicked);
    connect(m_ui->fileButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->fileEdit, tr("Choose the SQLite file"), true); });
    connect(m_ui->socketButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->socketEdit, tr("Choose the server's socket"), false); });
    connect(m_ui->caButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->caEdit, tr("Choose the file of certificates"), false); });
}

void ConnectDialog::browse(QLineEdit *field, const QString &title, bool mayBeNew)
{
    auto *dialog = new QFileDialog(this, title, QFileInfo(field->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mayBeNew ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::System); // a socket is a system file
    connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    dialog->open();
}

void ConnectDialog::setProfile(const Profile &profile)
{
    const int port = profile.hosts.empty() ? Host().port : profile.hosts.front().port;
    m_ui->driverChoice->setCurrentIndex(profile.driver == Driver::Mysql ? 1 : 0);
    m_ui->fileEdit->setText(profile.path);
    m_embeddedPath = profile.isEmbedded ? profile.path : QString();
    m_ui->createFileCheck->setChecked(profile.createFile);
    m_ui->portBox->setValue(port);
    m_ui->hostEdit->setText(hostsToText(profile.hosts, port));
    m_ui->socketEdit->setText(profile.socket);
    m_ui->socketRadio->setChecked(!profile.socket.isEmpty());
    m_ui->hostRadio->setChecked(profile.socket.isEmpty());
    m_ui->userEdit->setText(profile.user);
    m_ui->passwordEdit->setText(profile.password);
    m_ui->databaseEdit->setText(profile.database);
    m_ui->tlsChoice->setCurrentIndex(static_cast<int>(profile.tls));
    m_ui->caEdit->setText(profile.tlsCa);
    onFieldsChanged();
}

Profile ConnectDialog::profile() const
{
    Profile profile;
    profile.driver = drivers[m_ui->driverChoice->currentIndex()];
    if (profile.driver == Driver::Sqlite) {
        profile.path = m_ui->fileEdit->text();
        profile.createFile = m_ui->createFileCheck->isChecked();
        profile.isEmbedded = !profile.path.isEmpty() && profile.path == m_embeddedPath;
        return profile;
    }
    if (m_ui->socketRadio->isChecked())
        profile.socket = m_ui->socketEdit->text();
    else if (const auto hosts = hostsFromText(m_ui->hostEdit->text(), m_ui->portBox->value()))
        profile.hosts = *hosts;
    profile.user = m_ui->userEdit->text();
    profile.password = m_ui->passwordEdit->text();
    profile.database = m_ui->databaseEdit->text();
    profile.tls = tlsModes[m_ui->tlsChoice->currentIndex()];
    if (profile.tls != TlsMode::Off)
        profile.tlsCa = m_ui->caEdit->text();
    return profile;
}

QString ConnectDialog::problem() const
{
    if (drivers[m_ui->driverChoice->currentIndex()] == Driver::Sqlite)
        return m_ui->fileEdit->text().isEmpty() ? tr("Choose the SQLite file.") : QString();
    if (m_ui->socketRadio->isChecked()) {
        if (m_ui->socketEdit->text().isEmpty())
            return tr("Choose the server's socket.");
    } else {
        const auto hosts = hostsFromText(m_ui->hostEdit->text(), m_ui->portBox->value());
        if (!hosts)
            return hosts.error().message;
    }
    return m_ui->databaseEdit->text().isEmpty() ? tr("Give the name of the database.") : QString();
}

void ConnectDialog::showDriver()
{
    const bool viaSocket = m_ui->socketRadio->isChecked();
    const bool withTls = m_ui->tlsChoice->currentIndex() > 0;
    m_ui->driverPages->setCurrentIndex(m_ui->driverChoice->currentIndex());
    m_ui->hostEdit->setEnabled(!viaSocket);
    m_ui->portLabel->setEnabled(!viaSocket);
    m_ui->portBox->setEnabled(!viaSocket);
    m_ui->socketEdit->setEnabled(viaSocket);
    m_ui->socketButton->setEnabled(viaSocket);
    m_ui->caLabel->setEnabled(withTls);
    m_ui->caEdit->setEnabled(withTls);
    m_ui->caButton->setEnabled(withTls);
}

void ConnectDialog::onFieldsChanged()
{
    showDriver();
    endTest();
    m_ui->testPages->setCurrentWidget(m_ui->testMessage);
    m_ui->testMessage->showInformation(
        tr("The test opens a connection, tells what was negotiated, and closes it again."));

    const QString sentence = problem();
    if (sentence.isEmpty())
        m_ui->problemMessage->clear();
    else
        m_ui->problemMessage->showInformation(sentence);
    m_ui->testButton->setEnabled(sentence.isEmpty());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(sentence.isEmpty());
}

void ConnectDialog::onTestClicked()
{
    if (m_testing) {
        // A server that does not answer may hold the operation for a while, but not the user.
        endTest();
        m_ui->testMessage->showInformation(tr("The test was cancelled."));
        return;
    }
    const Pending<ConnectionReport> pending = m_repository.testConnection(profile());
    m_testToken = pending.token;
    m_testing = true;
    m_ui->testButton->setText(tr("Cancel &test"));
    m_ui->testBusy->show();
    m_ui->testPages->setCurrentWidget(m_ui->testMessage);
    m_ui->testMessage->showInformation(tr("Connecting…"));
    whenDone(this, pending,
             [this, generation = m_generation](const Result<ConnectionReport> &result) {
                 if (generation == m_generation)
                     showTestResult(result);
             });
}

void ConnectDialog::endTest()
{
    if (m_testing)
        m_testToken.cancel();
    m_testing = false;
    ++m_generation;
    m_ui->testBusy->hide();
    m_ui->testButton->setText(tr("&Test connection"));
    m_ui->testButton->setEnabled(true);
}

void ConnectDialog::showTestResult(const Result<ConnectionReport> &result)
{
    endTest();
    if (result) {
        m_ui->testReport->setReport(*result, profile().driver == Driver::Mysql);
        m_ui->testPages->setCurrentWidget(m_ui->testReport);
    } else {
        m_ui->testMessage->showError(result.error().message);
    }
}

void ConnectDialog::done(int result)
{
    endTest();
    QDialog::done(result);
}

} // namespace tagsmith
