// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/DriverAnchor.h"
#include "database/ScopedConnection.h"
#include "support/ErrorOf.h"
#include "support/MakeCertificate.h"
#include "support/TestServer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What each TLS mode makes of servers with a good certificate, with bad ones and with none. */
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aModeIsKeptOrRefused_data();
    void aModeIsKeptOrRefused();
    void refusesAMissingCaFile();
    void refusesACaFileThatCannotBePassed();
    void doesNotTrustTheServersCaWithoutBeingTold();
    void oneThreadsDemandIsNotAnothers();

private:
    Profile profileOf(const QString &server, TlsMode mode) const;

    DriverAnchor m_anchor;
    QTemporaryDir m_folder;
    QString m_ca; ///< the CA that the profiles trust
    std::map<QString, std::unique_ptr<TestServer>> m_servers;
};

void TestTls::initTestCase()
{
    const CertificateFiles good = makeCertificate(m_folder.filePath(u"good"_s), u"127.0.0.1"_s);
    const CertificateFiles foreign =
        makeCertificate(m_folder.filePath(u"foreign"_s), u"127.0.0.1"_s);
    CertificateFiles other = makeCertificate(m_folder.filePath(u"other"_s), u"db.example.org"_s);
    m_ca = m_folder.filePath(u"trusted.pem"_s);
    QFile trusted(m_ca);
    QVERIFY(trusted.open(QIODevice::WriteOnly));
    for (const QString &ca :
         {good.ca, other.ca}) { // the other host's certificate is sound in itself
        QFile file(ca);
        QVERIFY(file.open(QIODevice::ReadOnly));
        trusted.write(file.readAll());
    }
    trusted.close();

    const auto start = [this](const QString &name, const CertificateFiles &files) {
        TestServerOptions options;
        options.tcp = true;
        options.tlsCertificate = files.certificate;
        options.tlsKey = files.key;
        options.tlsCa = files.ca;
        auto server = std::make_unique<TestServer>(m_folder.filePath(u"server-"_s + name), options);
        QVERIFY2(server->start(), qPrintable(server->error()));
        m_servers[name] = std::move(server);
    };
    start(u"good"_s, good);
    start(u"other host"_s, other);
    start(u"other CA"_s, foreign);
    start(u"no TLS"_s, {});
}

void TestTls::cleanupTestCase()
{
    m_servers.clear();
    QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
}

Profile TestTls::profileOf(const QString &server, TlsMode mode) const
{
    Profile profile = m_servers.at(server)->tcpProfile(u"information_schema"_s);
    profile.tls = mode;
    if (mode == TlsMode::Verify)
        profile.tlsCa = m_ca;
    return profile;
}

void TestTls::aModeIsKeptOrRefused_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<TlsMode>("mode");
    QTest::addColumn<bool>("opens");
    for (const auto &server : {u"good"_s, u"other host"_s, u"other CA"_s, u"no TLS"_s}) {
        const QByteArray name = server.toLatin1();
        const bool offersTls = server != "no TLS"_L1;
        QTest::addRow("%s, off", name.constData()) << server << TlsMode::Off << true;
        QTest::addRow("%s, require", name.constData()) << server << TlsMode::Require << offersTls;
        QTest::addRow("%s, verify", name.constData())
            << server << TlsMode::Verify << (server == "good"_L1);
    }
}

void TestTls::aModeIsKeptOrRefused()
{
    QFETCH(const QString, server);
    QFETCH(const TlsMode, mode);
    QFETCH(const bool, opens);
    const Profile profile = profileOf(server, mode);
    ConnectionReport report;
    const auto error = errorOf([&] { report = ScopedConnection(profile).report(); });
    if (!opens) {
        COMPARE_KIND(error, ErrorKind::Tls);
        QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
        return;
    }
    QVERIFY2(!error, error ? qPrintable(error->message) : "");
    QCOMPARE(report.cipher.isEmpty(), mode == TlsMode::Off);
    QCOMPARE(report.certificateVerified, mode == TlsMode::Verify);
}

void TestTls::refusesAMissingCaFile()
{
    Profile profile = profileOf(u"good"_s, TlsMode::Verify);
    profile.tlsCa = u"/nowhere/ca.pem"_s;
    const auto error = errorOf([&profile] { const ScopedConnection connection(profile); });
    COMPARE_KIND(error, ErrorKind::Tls);
    QVERIFY2(error->message.contains("/nowhere/ca.pem"_L1), qPrintable(error->message));
}

void TestTls::refusesACaFileThatCannotBePassed()
{
    Profile profile = profileOf(u"good"_s, TlsMode::Verify);
    profile.tlsCa = m_folder.filePath(u"a;CLIENT_ODBC=1.pem"_s);
    QVERIFY(QFile::copy(m_ca, profile.tlsCa));
    COMPARE_KIND(errorOf([&profile] { const ScopedConnection connection(profile); }),
                 ErrorKind::Usage);
}

void TestTls::doesNotTrustTheServersCaWithoutBeingTold()
{
    Profile profile = profileOf(u"good"_s, TlsMode::Verify);
    profile.tlsCa.clear(); // the system's, which does not know ours
    COMPARE_KIND(errorOf([&profile] { const ScopedConnection connection(profile); }),
                 ErrorKind::Tls);
}

void TestTls::oneThreadsDemandIsNotAnothers()
{
    const Profile verified = profileOf(u"good"_s, TlsMode::Verify);
    const Profile clear = profileOf(u"no TLS"_s, TlsMode::Off);
    for (int i = 0; i < 3; ++i) {
        const ScopedConnection first(verified);
        const ScopedConnection second(clear);
        QVERIFY(first.report().certificateVerified);
        QVERIFY(second.report().cipher.isEmpty());
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestTls)
#include "TestTls.moc"
