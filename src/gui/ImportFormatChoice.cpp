// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportFormatChoice.h"

#include "gui/FormatTitles.h"

#include <QSignalBlocker>

namespace tagsmith
{

ImportFormatChoice::ImportFormatChoice(QWidget *parent) : QComboBox(parent)
{
    addItem(tr("Recognised"));
    for (const FileFormat format : {FileFormat::Csv, FileFormat::Tsv, FileFormat::Json,
                                    FileFormat::JsonLines, FileFormat::Lines, FileFormat::Xlsx})
        addItem(fileFormatTitle(format), fileFormatName(format));
    setMinimumContentsLength(16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

std::optional<FileFormat> ImportFormatChoice::chosen() const
{
    return fileFormatFromName(currentData().toString());
}

void ImportFormatChoice::setFormat(std::optional<FileFormat> format)
{
    const QSignalBlocker blocker(this);
    m_recognised = FileFormat::Lines;
    setItemText(0, tr("Recognised"));
    setCurrentIndex(format ? findData(fileFormatName(*format)) : 0);
}

void ImportFormatChoice::showRecognised(FileFormat format)
{
    m_recognised = format;
    setItemText(0, tr("Recognised: %1").arg(fileFormatTitle(format)));
}

} // namespace tagsmith
