// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/EncodingFinding.h"

#include <QComboBox>

namespace tagsmith
{

/** The choice of the encoding of a file; the list has the usual ones, any other can be typed. */
class ImportEncodingChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit ImportEncodingChoice(QWidget *parent = nullptr);

    /** An ICU converter's name; empty where it is to be recognised. */
    QString encoding() const;
    void setEncoding(const QString &name);
    /** Says what was recognised where the user left it open. */
    void showRecognised(const EncodingFinding &finding);

signals:
    /** The user has chosen; encoding() may be the same. */
    void chosen();
};

} // namespace tagsmith
