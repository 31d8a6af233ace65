// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportFilterBar.h"

#include "gui/VerdictTitle.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int filtersPerRow = 7;

/** The count that the button of @p verdict shows. */
qint64 countOf(const ImportAccount &account, LineVerdict verdict)
{
    switch (verdict) {
    case LineVerdict::New: return account.inserted;
    case LineVerdict::Changed: return account.updated;
    case LineVerdict::Unchanged: return account.unchanged;
    case LineVerdict::Skipped: return account.skipped;
    case LineVerdict::Rejected: return account.rejected;
    case LineVerdict::Renamed: return account.renamed;
    case LineVerdict::Merged: return account.merged;
    case LineVerdict::Deleted: return account.deleted;
    }
    return 0;
}

qint64 countOf(const ImportAccount &account, const ImportLineFilter &filter)
{
    if (filter.equalNamesOnly)
        return account.equalNamesCount;
    return filter.verdicts.empty() ? account.read : countOf(account, *filter.verdicts.begin());
}

} // namespace

ImportFilterBar::ImportFilterBar(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(filtersPerRow, 1);
    addFilter(tr("All"), {}, u"allFilter"_s);
    for (const LineVerdict verdict :
         {LineVerdict::New, LineVerdict::Changed, LineVerdict::Unchanged, LineVerdict::Skipped,
          LineVerdict::Rejected, LineVerdict::Renamed, LineVerdict::Merged, LineVerdict::Deleted}) {
        ImportLineFilter filter;
        filter.verdicts = {verdict};
        addFilter(verdictTitle(verdict), filter, lineVerdictName(verdict) + u"Filter"_s);
    }
    ImportLineFilter equal;
    equal.equalNamesOnly = true;
    addFilter(tr("Equal names"), equal, u"equalFilter"_s);
    m_filters.front().button->setChecked(true);
}

void ImportFilterBar::addFilter(const QString &title, const ImportLineFilter &filter,
                                const QString &name)
{
    auto *button = new QPushButton(title, this);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoDefault(false);
    m_group->addButton(button);
    m_filters.push_back({button, filter, title});
    connect(button, &QPushButton::toggled, this, [this, filter](bool on) {
        if (on)
            emit chosen(filter);
    });
}

void ImportFilterBar::reset()
{
    m_filters.front().button->setChecked(true);
}

void ImportFilterBar::setAccount(const ImportAccount &account)
{
    int place = 0;
    for (const Filter &filter : m_filters) {
        const qint64 count = countOf(account, filter.filter);
        filter.button->setText(filter.title + u' ' + QLocale().toString(count));
        // The one that is on stays, even where nothing is left below it.
        const bool isShown =
            count > 0 || filter.button->isChecked() || filter.filter == ImportLineFilter();
        filter.button->setVisible(isShown);
        if (!isShown)
            continue;
        m_grid->addWidget(filter.button, place / filtersPerRow, place % filtersPerRow);
        ++place;
    }
}

} // namespace tagsmith
