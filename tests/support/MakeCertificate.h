// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** A certificate, its key and the CA that signed it, as PEM files. */
struct CertificateFiles
{
    QString ca;
    QString certificate;
    QString key;
};

/**
 * Makes a CA of its own in @p folder and lets it sign a certificate for @p hostName (a name or an
 * IP address). Runs openssl; a failure ends the test program.
 */
CertificateFiles makeCertificate(const QString &folder, const QString &hostName);

} // namespace tagsmith
