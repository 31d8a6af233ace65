// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FileFormat.h"

#include <QComboBox>

#include <optional>

namespace tagsmith
{

/** The choice of the format of a file. */
class ImportFormatChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit ImportFormatChoice(QWidget *parent = nullptr);

    /** Nothing where it is to be recognised. */
    std::optional<FileFormat> chosen() const;
    /** As chosen, or else as recognised last. */
    FileFormat format() const { return chosen().value_or(m_recognised); }
    /** Forgets what was recognised; announces nothing. */
    void setFormat(std::optional<FileFormat> format);
    /** What a file is taken for until it is read. */
    void suppose(FileFormat format) { m_recognised = format; }
    /** Says what was recognised where the user left it open. */
    void showRecognised(FileFormat format);

private:
    FileFormat m_recognised = FileFormat::Lines;
};

} // namespace tagsmith
