// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/MergeDialog.h"

#include "gui/ConflictValues.h"
#include "gui/RowsModel.h"
#include "ui_MergeDialog.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

MergeDialog::MergeDialog(TagRepository &repository, const TagSource &source,
                         const SnapshotPtr &vocabulary, const ChosenTags &tags, QWidget *parent)
    : ChangeDialog(parent), m_repository(repository), m_source(source), m_vocabulary(vocabulary),
      m_tags(tags), m_isAmong(tags.size() > 1), m_ui(std::make_unique<Ui::MergeDialog>()),
      m_model(new RowsModel(this))
{
    m_ui->setupUi(this);
    // Neither button is the default one: Enter in the name's field means the name alone.
    m_mergeButton = m_ui->buttonBox->addButton(tr("&Merge"), QDialogButtonBox::ActionRole);
    m_mergeButton->setObjectName(u"mergeButton"_s);
    m_mergeButton->setToolTip(tr("Merge the tags as it is shown here"));
    m_mergeButton->setAutoDefault(false);
    QPushButton *cancel = m_ui->buttonBox->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelButton"_s);
    cancel->setAutoDefault(false);
    attach(m_ui->preview, m_mergeButton);
    showTags();
    m_ui->targetChoice->setTags(repository, vocabulary, m_isAmong ? tags : ChosenTags(),
                                m_isAmong ? QStringList() : keysOf(tags));
    connect(m_ui->targetChoice, &TagChoice::choiceChanged, this, &MergeDialog::tryMerge);
    connect(m_mergeButton, &QPushButton::clicked, m_ui->preview, &ChangePreview::apply);
    connect(m_ui->preview, &ChangePreview::refused, this, &MergeDialog::onRefused);
    connect(m_ui->preview, &ChangePreview::leaveOutRequested, this, &MergeDialog::leaveOut);
    connect(m_ui->preview, &ChangePreview::lookAgainRequested, this, &MergeDialog::lookAgain);
    proposeTarget();
    m_ui->targetChoice->setFocus();
}

MergeDialog::~MergeDialog() = default;

void MergeDialog::showTags()
{
    const bool counted = std::any_of(m_tags.begin(), m_tags.end(),
                                     [](const ChosenTag &tag) { return tag.uses.has_value(); });
    std::vector<Row> rows;
    for (const ChosenTag &tag : m_tags) {
        rows.push_back(counted ? Row{tag.name, QString::number(tag.uses.value_or(0))}
                               : Row{tag.name});
    }
    QStringList titles{tr("Tag")};
    if (counted)
        titles << tr("Uses");
    m_model->setRows(titles, std::move(rows), {1});

    QTableView *table = m_ui->tagsTable;
    table->setModel(m_model);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    constexpr int mostRows = 5;
    const int lines = std::min(static_cast<int>(m_tags.size()), mostRows);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() +
                          lines * table->verticalHeader()->defaultSectionSize() +
                          2 * table->frameWidth());
    m_ui->tagsLabel->setText(m_tags.size() == 1
                                 ? tr("The &tag:")
                                 : tr("The &tags (%1):").arg(locale().toString(m_tags.size())));
}

void MergeDialog::proposeTarget()
{
    if (m_tags.size() < 2) {
        tryMerge();
        return;
    }
    // The first of those with the most uses; the user's current tag where nothing is counted.
    const auto most = std::max_element(m_tags.begin(), m_tags.end(),
                                       [](const ChosenTag &one, const ChosenTag &other) {
                                           return one.uses.value_or(0) < other.uses.value_or(0);
                                       });
    setTarget(*most);
}

void MergeDialog::setTarget(const ChosenTag &target)
{
    m_ui->targetChoice->choose(target);
}

const std::optional<ChosenTag> &MergeDialog::target() const
{
    return m_ui->targetChoice->choice();
}

ChosenTags MergeDialog::sources() const
{
    ChosenTags sources = m_tags;
    if (target())
        std::erase_if(sources, [this](const ChosenTag &tag) { return tag.key == target()->key; });
    return sources;
}

void MergeDialog::tryMerge()
{
    if (!target()) {
        m_ui->preview->setNothing(m_ui->targetChoice->problem());
        return;
    }
    const ChosenTags going = sources();
    if (going.empty()) {
        m_ui->preview->setNothing(tr("There is no tag left to merge."));
        return;
    }
    MergeRequest request;
    request.expected = expectNames(involved(), m_source.vocabulary);
    request.sources = keysOf(going);
    request.target = target()->key;
    request.address = TagAddress::Key;
    Change change;
    change.run = [this, request](bool dryRun, const ShownReceipt &shown) {
        MergeRequest now = request;
        now.dryRun = dryRun;
        now.shown = shown;
        return m_repository.merge(m_source, now);
    };
    change.subject = {going.front().name, static_cast<qsizetype>(going.size()), target()->name,
                      m_source.vocabulary.references};
    change.applyingLabel = tr("Merging…");
    m_ui->preview->setChange(change);
}

ChosenTags MergeDialog::involved() const
{
    ChosenTags all = sources();
    if (target())
        all.push_back(*target());
    return all;
}

void MergeDialog::onRefused(const Error &error)
{
    if (!error.conflicts)
        return;
    m_conflicts = *error.conflicts;
    const auto isTarget = [this](const RowConflict &conflict) {
        return keyOf(conflict, m_source.vocabulary) == target()->key;
    };
    const bool isTargetChanged = std::any_of(m_conflicts.begin(), m_conflicts.end(), isTarget);
    preview().offer({describeConflicts(m_conflicts, m_source.vocabulary),
                     !isTargetChanged && m_conflicts.size() < sources().size()});
    emit outdated();
}

void MergeDialog::leaveOut()
{
    m_tags = withoutConflicts(m_tags, m_conflicts, m_source.vocabulary);
    showAnew(std::optional(target())); // a copy, since the choice is about to be cleared
}

void MergeDialog::lookAgain()
{
    const ChosenTags now = asTheyAreNow({*target()}, m_conflicts, m_source.vocabulary);
    m_tags = asTheyAreNow(m_tags, m_conflicts, m_source.vocabulary);
    showAnew(now.empty() ? std::nullopt : std::optional(now.front()));
}

void MergeDialog::showAnew(const std::optional<ChosenTag> &stays)
{
    showTags();
    {
        // Choosing tells of a change, and each would be tried out.
        const QSignalBlocker blocker(m_ui->targetChoice);
        m_ui->targetChoice->setTags(m_repository, m_vocabulary, m_isAmong ? m_tags : ChosenTags(),
                                    m_isAmong ? QStringList() : keysOf(m_tags));
        if (stays)
            m_ui->targetChoice->choose(*stays);
    }
    tryMerge();
}

void MergeDialog::updateState()
{
    m_ui->targetChoice->setEnabled(preview().state() != ChangePreview::State::Applying);
}

} // namespace tagsmith
