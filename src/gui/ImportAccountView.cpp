// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportAccountView.h"

#include "gui/DialogMessage.h"
#include "gui/ImportFindingsModel.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QLabel *makeNote(QWidget *parent, const QString &name)
{
    auto *note = new QLabel(parent);
    note->setObjectName(name);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return note;
}

/** How many names each rule has changed, or nothing. */
QString ruleCountsText(const NameRuleCounts &counts)
{
    const QLocale locale;
    QStringList parts;
    const auto add = [&](const QString &pattern, qint64 count) {
        if (count > 0)
            parts << pattern.arg(locale.toString(count));
    };
    add(ImportAccountView::tr("trimmed %1"), counts.trimmed);
    add(ImportAccountView::tr("blanks collapsed %1"), counts.collapsed);
    add(ImportAccountView::tr("composed %1"), counts.composed);
    add(ImportAccountView::tr("invisible characters removed %1"), counts.cleaned);
    add(ImportAccountView::tr("letters changed %1"), counts.recased);
    add(ImportAccountView::tr("words joined %1"), counts.separated);
    return parts.isEmpty() ? QString()
                           : ImportAccountView::tr("Names changed: %1").arg(parts.join(u", "_s));
}

} // namespace

ImportAccountView::ImportAccountView(QWidget *parent)
    : QWidget(parent), m_headline(new DialogMessage(this)), m_grid(new QGridLayout),
      m_ruleCounts(makeNote(this, u"ruleCounts"_s)), m_findings(new QTabWidget(this)),
      m_rejections(new ImportFindingsModel(this)), m_equalNames(new ImportFindingsModel(this)),
      m_rejectionsNote(makeNote(this, u"rejectionsNote"_s)),
      m_equalNamesNote(makeNote(this, u"equalNamesNote"_s)), m_warnings(new QListWidget(this))
{
    m_headline->setObjectName(u"accountHeadline"_s);
    m_findings->setObjectName(u"findings"_s);

    m_grid->setHorizontalSpacing(12);
    m_read = addCount(m_grid, {}, tr("read"), tr("records in the file"), u"readCount"_s);
    m_inserted = addCount(m_grid, u"="_s, tr("inserted"), tr("new tags"), u"insertedCount"_s);
    m_updated = addCount(m_grid, u"+"_s, tr("updated"), tr("existing tags with new values"),
                         u"updatedCount"_s);
    m_unchanged = addCount(m_grid, u"+"_s, tr("unchanged"),
                           tr("existing tags that had these values already"), u"unchangedCount"_s);
    m_skipped =
        addCount(m_grid, u"+"_s, tr("skipped"),
                 tr("left as they are: existing tags, and lines left out"), u"skippedCount"_s);
    m_renamed =
        addCount(m_grid, u"+"_s, tr("renamed"), tr("tags with another name"), u"renamedCount"_s);
    m_merged = addCount(m_grid, u"+"_s, tr("merged"), tr("records whose tags became one"),
                        u"mergedCount"_s);
    m_deleted = addCount(m_grid, u"+"_s, tr("deleted"), tr("tags deleted"), u"deletedCount"_s);
    m_rejected =
        addCount(m_grid, u"+"_s, tr("rejected"), tr("records not imported"), u"rejectedCount"_s);
    m_grid->setColumnStretch(3, 1);

    m_rejectionsPage =
        makeFindings(m_rejections, u"rejectionsTable"_s, tr("Rejected records"), m_rejectionsNote);
    m_equalNamesPage =
        makeFindings(m_equalNames, u"equalNamesTable"_s, tr("Equal names"), m_equalNamesNote);

    m_warnings->setObjectName(u"warningsList"_s);
    m_warnings->setAccessibleName(tr("Warnings"));
    m_warnings->setAlternatingRowColors(true);
    m_warnings->setWordWrap(true);
    m_warnings->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_headline);
    layout->addLayout(m_grid);
    layout->addWidget(m_ruleCounts);
    layout->addWidget(m_findings, 1);
    layout->addStretch(0);
}

QLabel *ImportAccountView::addCount(QGridLayout *grid, const QString &sign, const QString &title,
                                    const QString &meaning, const QString &name)
{
    const int row = grid->rowCount();
    auto *signLabel = new QLabel(sign, this);
    signLabel->setObjectName(name + u"Sign"_s);
    auto *count = new QLabel(this);
    count->setObjectName(name);
    count->setAccessibleName(title);
    count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    count->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *titleLabel = new QLabel(title, this);
    titleLabel->setObjectName(name + u"Title"_s);
    auto *meaningLabel = new QLabel(meaning, this);
    meaningLabel->setObjectName(name + u"Meaning"_s);
    QFont font = count->font();
    font.setBold(true);
    count->setFont(font);
    titleLabel->setFont(font);
    grid->addWidget(signLabel, row, 0);
    grid->addWidget(count, row, 1);
    grid->addWidget(titleLabel, row, 2);
    grid->addWidget(meaningLabel, row, 3);
    return count;
}

void ImportAccountView::showRow(const QLabel *count, bool visible)
{
    const QString name = count->objectName();
    for (const QString &label : {name, name + u"Sign"_s, name + u"Title"_s, name + u"Meaning"_s})
        findChild<QLabel *>(label)->setVisible(visible);
}

QWidget *ImportAccountView::makeFindings(ImportFindingsModel *model, const QString &name,
                                         const QString &title, QLabel *note)
{
    auto *page = new QWidget(this);
    page->setObjectName(name + u"Page"_s);
    auto *table = new QTableView(page);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(1, 200);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(note);
    layout->addWidget(table, 1);
    page->hide();
    return page;
}

void ImportAccountView::setAccount(const ImportAccount &account, const QString &rejectsPath)
{
    const QLocale locale;
    m_read->setText(locale.toString(account.read));
    m_inserted->setText(locale.toString(account.inserted));
    m_updated->setText(locale.toString(account.updated));
    m_unchanged->setText(locale.toString(account.unchanged));
    m_skipped->setText(locale.toString(account.skipped));
    m_rejected->setText(locale.toString(account.rejected));
    m_ruleCounts->setText(ruleCountsText(account.ruleCounts));
    m_ruleCounts->setVisible(!m_ruleCounts->text().isEmpty());

    const std::pair<QLabel *, qint64> actions[] = {
        {m_renamed, account.renamed}, {m_merged, account.merged}, {m_deleted, account.deleted}};
    for (const auto &[label, count] : actions) {
        label->setText(locale.toString(count));
        showRow(label, account.content != ImportContent::Tags);
    }

    if (account.inserted + account.updated + account.renamed + account.merged + account.deleted > 0)
        m_headline->showInformation(tr("The import is done. It came to this:"));
    else
        m_headline->showInformation(tr("The import is done; no tag had to be changed."));
    showFindings(account, rejectsPath);
}

void ImportAccountView::showFindings(const ImportAccount &account, const QString &rejectsPath)
{
    const QLocale locale;
    const auto note = [&locale](size_t listed, qint64 count) {
        return static_cast<qint64>(listed) < count
                   ? tr("The first %1 of %2 are listed.")
                         .arg(locale.toString(static_cast<qint64>(listed)), locale.toString(count))
                   : QString();
    };
    m_rejections->setRejections(account.rejections, account.files);
    m_equalNames->setEqualNames(account.equalNames, account.files);

    QStringList rejectionsNotes{note(account.rejections.size(), account.rejected)};
    if (!rejectsPath.isEmpty())
        rejectionsNotes << tr("The rejected records were written to %1.").arg(rejectsPath);
    rejectionsNotes.removeAll(QString());
    m_rejectionsNote->setText(rejectionsNotes.join(u' '));
    m_rejectionsNote->setVisible(!rejectionsNotes.isEmpty());

    m_equalNamesNote->setText((tr("For this database these names are equal. ") +
                               note(account.equalNames.size(), account.equalNamesCount))
                                  .trimmed());

    m_findings->clear();
    if (account.rejected > 0)
        m_findings->addTab(m_rejectionsPage,
                           tr("Re&jected (%1)").arg(locale.toString(account.rejected)));
    if (account.equalNamesCount > 0)
        m_findings->addTab(m_equalNamesPage,
                           tr("E&qual names (%1)").arg(locale.toString(account.equalNamesCount)));
    showWarnings(account.actions.warnings);
    m_findings->setVisible(m_findings->count() > 0);
}

void ImportAccountView::showWarnings(const QStringList &warnings)
{
    m_warnings->clear();
    m_warnings->addItems(warnings);
    if (!warnings.isEmpty())
        m_findings->addTab(m_warnings,
                           tr("&Warnings (%1)").arg(QLocale().toString(warnings.size())));
}

} // namespace tagsmith
