// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"

#include <QComboBox>

#include <optional>

namespace tagsmith
{

/** The choice of what each record of a file is: a tag, a line that merges tags, or an action. */
class ImportContentChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit ImportContentChoice(QWidget *parent = nullptr);

    /** Nothing where it is to be recognised. */
    std::optional<ImportContent> content() const;
    void setContent(std::optional<ImportContent> content);
    /** Says what was recognised, and offers what a file of this kind can hold. */
    void showRecognised(const ImportPreview &preview);
    /** Whether there is anything to choose for the file that was shown last. */
    bool isOpen() const { return count() > 2 || content().has_value(); }

private:
    void offer(const std::vector<ImportContent> &contents);
};

} // namespace tagsmith
