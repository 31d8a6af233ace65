// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/MakeCertificate.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

void openssl(const QString &folder, const QString &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, QProcess::splitCommand(arguments));
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qFatal("openssl %s: %s %s (the package openssl is needed)", qPrintable(arguments),
               qPrintable(process.errorString()), process.readAll().constData());
    }
}

} // namespace

CertificateFiles makeCertificate(const QString &folder, const QString &hostName)
{
    QDir().mkpath(folder);
    const bool isAddress = hostName.at(0).isDigit();
    const QByteArray names = (isAddress ? "IP:" : "DNS:") + hostName.toLatin1();
    QFile extensions(folder + u"/extensions"_s);
    if (!extensions.open(QIODevice::WriteOnly) || extensions.write("subjectAltName=" + names) < 0)
        qFatal("%s cannot be written", qPrintable(extensions.fileName()));
    extensions.close();

    openssl(folder, u"req -x509 -newkey rsa:2048 -nodes -days 30 -subj \"/CN=CA of %1\" "
                    "-keyout ca-key.pem -out ca.pem"_s.arg(QDir(folder).dirName()));
    openssl(folder,
            u"req -newkey rsa:2048 -nodes -subj /CN=%1 -keyout key.pem -out request.pem"_s.arg(
                hostName));
    openssl(folder, u"x509 -req -in request.pem -days 30 -CA ca.pem -CAkey ca-key.pem "
                    "-CAcreateserial -extfile extensions -out certificate.pem"_s);
    return {folder + u"/ca.pem"_s, folder + u"/certificate.pem"_s, folder + u"/key.pem"_s};
}

} // namespace tagsmith
