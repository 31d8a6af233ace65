// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportFilterBar.h"

#include "gui/VerdictTitle.h"

#include <QGridLayout>
#include <QGuiApplication>
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
    if (filter.equalNames)
        return account.equalNamesCount;
    return filter.verdicts.empty() ? account.read : countOf(account, *filter.verdicts.begin());
}

} // namespace

ImportFilterBar::ImportFilterBar(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(filtersPerRow, 1);
    const QString oneKind = tr("Shows these lines alone. With Ctrl, also Ctrl+Space: adds them to "
                               "those shown, or takes them away");
    addFilter(tr("All"), {}, u"allFilter"_s, tr("Shows every line"));
    for (const LineVerdict verdict :
         {LineVerdict::New, LineVerdict::Changed, LineVerdict::Unchanged, LineVerdict::Skipped,
          LineVerdict::Rejected, LineVerdict::Renamed, LineVerdict::Merged, LineVerdict::Deleted}) {
        ImportLineFilter filter;
        filter.verdicts = {verdict};
        addFilter(verdictTitle(verdict), filter, lineVerdictName(verdict) + u"Filter"_s, oneKind);
    }
    ImportLineFilter equal;
    equal.equalNames = true;
    addFilter(tr("Equal names"), equal, u"equalFilter"_s, oneKind);
    showChosen();
}

void ImportFilterBar::addFilter(const QString &title, const ImportLineFilter &filter,
                                const QString &name, const QString &toolTip)
{
    auto *button = new QPushButton(title, this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setAutoDefault(false);
    m_filters.push_back({button, filter, title});
    // A key may be let go before the button is.
    connect(button, &QPushButton::pressed, this, [this] {
        m_isAdding = QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier);
    });
    connect(button, &QPushButton::clicked, this, [this, filter] { choose(filter); });
}

void ImportFilterBar::choose(const ImportLineFilter &filter)
{
    if (m_isAdding && filter != ImportLineFilter())
        toggle(filter);
    else
        m_chosen = filter;
    m_isAdding = false;
    showChosen();
    emit chosen(m_chosen);
}

void ImportFilterBar::toggle(const ImportLineFilter &filter)
{
    if (filter.equalNames)
        m_chosen.equalNames = !m_chosen.equalNames;
    for (const LineVerdict verdict : filter.verdicts) {
        if (m_chosen.verdicts.erase(verdict) == 0)
            m_chosen.verdicts.insert(verdict);
    }
}

void ImportFilterBar::showChosen()
{
    for (const Filter &each : m_filters)
        each.button->setChecked(isChosen(each.filter));
}

bool ImportFilterBar::isChosen(const ImportLineFilter &filter) const
{
    if (filter == ImportLineFilter())
        return m_chosen == filter;
    return filter.equalNames ? m_chosen.equalNames
                             : m_chosen.verdicts.contains(*filter.verdicts.begin());
}

void ImportFilterBar::reset()
{
    choose({});
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
