// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportContentChoice.h"

#include <QSignalBlocker>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString titleOf(ImportContent content)
{
    switch (content) {
    case ImportContent::Merges: return ImportContentChoice::tr("a merge of tags");
    case ImportContent::Actions: return ImportContentChoice::tr("an action");
    case ImportContent::Tags: break;
    }
    return ImportContentChoice::tr("a tag");
}

/** What the records of the file can be: plain lines have no columns, and merges no other form. */
std::vector<ImportContent> contentsOf(const ImportPreview &preview)
{
    if (preview.format == FileFormat::Lines)
        return {ImportContent::Tags, ImportContent::Merges};
    const bool hasActions =
        std::any_of(preview.columns.begin(), preview.columns.end(), [](const QString &column) {
            return column.trimmed().compare("action"_L1, Qt::CaseInsensitive) == 0;
        });
    if (hasActions)
        return {ImportContent::Tags, ImportContent::Actions};
    return {ImportContent::Tags};
}

} // namespace

ImportContentChoice::ImportContentChoice(QWidget *parent) : QComboBox(parent)
{
    setMinimumContentsLength(24);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setToolTip(tr("What a record asks for: that a tag is there, that tags are merged, or what its "
                  "column “action” says"));
    offer({ImportContent::Tags});
}

std::optional<ImportContent> ImportContentChoice::content() const
{
    const QVariant chosen = currentData();
    if (!chosen.isValid())
        return std::nullopt;
    return static_cast<ImportContent>(chosen.toInt());
}

void ImportContentChoice::setContent(std::optional<ImportContent> content)
{
    const QSignalBlocker blocker(this);
    setItemText(0, tr("Recognised"));
    if (content && findData(static_cast<int>(*content)) < 0)
        addItem(titleOf(*content), static_cast<int>(*content));
    setCurrentIndex(content ? findData(static_cast<int>(*content)) : 0);
}

void ImportContentChoice::showRecognised(const ImportPreview &preview)
{
    offer(contentsOf(preview));
    const QSignalBlocker blocker(this);
    const bool isLeftOpen = !content();
    setItemText(0,
                isLeftOpen ? tr("Recognised: %1").arg(titleOf(preview.content)) : tr("Recognised"));
}

/** The chosen one stays, even if it does not fit, so that it can be seen and changed. */
void ImportContentChoice::offer(const std::vector<ImportContent> &contents)
{
    const std::optional<ImportContent> chosen = content();
    const QSignalBlocker blocker(this);
    clear();
    addItem(tr("Recognised"));
    for (const ImportContent content : contents)
        addItem(titleOf(content), static_cast<int>(content));
    setContent(chosen);
}

} // namespace tagsmith
