// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/DeleteDialog.h"

#include "gui/ConflictValues.h"
#include "ui_DeleteDialog.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The first of @p tags by name, and how many more there are. */
QString listOf(const ChosenTags &tags)
{
    constexpr size_t mostNames = 8;
    constexpr qsizetype longestName = 40;
    QStringList names;
    for (size_t i = 0; i < std::min(tags.size(), mostNames); ++i) {
        const QString &name = tags[i].name;
        names << u"“%1”"_s.arg(name.size() > longestName ? name.first(longestName) + u'…' : name);
    }
    const auto more = static_cast<qint64>(tags.size()) - names.size();
    const QString list = names.join(u", "_s);
    return more > 0 ? DeleteDialog::tr("%1 and %2 more").arg(list, QLocale().toString(more)) : list;
}

} // namespace

DeleteDialog::DeleteDialog(TagRepository &repository, const TagSource &source,
                           const ChosenTags &tags, QWidget *parent)
    : ChangeDialog(parent), m_repository(repository), m_source(source), m_tags(tags),
      m_ui(std::make_unique<Ui::DeleteDialog>())
{
    m_ui->setupUi(this);
    addButtons();
    attach(m_ui->preview, m_deleteButton);
    showQuestion();
    connect(m_deleteButton, &QPushButton::clicked, m_ui->preview, &ChangePreview::apply);
    connect(m_ui->preview, &ChangePreview::refused, this, &DeleteDialog::onRefused);
    connect(m_ui->preview, &ChangePreview::leaveOutRequested, this,
            [this] { goOnWith(withoutConflicts(m_tags, m_conflicts, m_source.vocabulary)); });
    connect(m_ui->preview, &ChangePreview::lookAgainRequested, this,
            [this] { goOnWith(asTheyAreNow(m_tags, m_conflicts, m_source.vocabulary)); });
    connect(m_mergeButton, &QPushButton::clicked, this, [this] {
        reject();
        emit mergeRequested();
    });
    tryDeletion();
}

DeleteDialog::~DeleteDialog() = default;

void DeleteDialog::addButtons()
{
    m_mergeButton = m_ui->buttonBox->addButton(tr("&Merge into another tag instead…"),
                                               QDialogButtonBox::ActionRole);
    m_mergeButton->setObjectName(u"mergeInsteadButton"_s);
    m_mergeButton->setToolTip(tr("Keep the taggings, and give them another tag"));
    m_deleteButton = m_ui->buttonBox->addButton(tr("&Delete"), QDialogButtonBox::ActionRole);
    m_deleteButton->setObjectName(u"deleteButton"_s);
    for (QPushButton *button : {m_mergeButton, m_deleteButton})
        button->setAutoDefault(false);
    QPushButton *cancel = m_ui->buttonBox->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelButton"_s);
    cancel->setDefault(true);
    cancel->setFocus();
}

void DeleteDialog::showQuestion()
{
    m_ui->question->showWarning(
        m_tags.size() == 1
            ? tr("Delete the tag %1?").arg(listOf(m_tags))
            : tr("Delete %1 tags: %2?")
                  .arg(locale().toString(static_cast<qint64>(m_tags.size())), listOf(m_tags)));
}

void DeleteDialog::tryDeletion()
{
    if (m_tags.empty()) {
        m_ui->preview->setNothing(tr("There is no tag left to delete."));
        return;
    }
    DeleteRequest request;
    request.expected = expectNames(m_tags, m_source.vocabulary);
    request.names = keysOf(m_tags);
    request.address = TagAddress::Key;
    // What it takes from them is shown before, and the real run stops where it is something else.
    request.withTaggings = true;
    Change change;
    change.run = [this, request](bool dryRun, const ShownReceipt &shown) {
        DeleteRequest now = request;
        now.dryRun = dryRun;
        now.shown = shown;
        return m_repository.remove(m_source, now);
    };
    change.subject = {m_tags.front().name,
                      static_cast<qsizetype>(m_tags.size()),
                      {},
                      m_source.vocabulary.references};
    change.applyingLabel = tr("Deleting…");
    m_ui->preview->setChange(change);
}

void DeleteDialog::onRefused(const Error &error)
{
    if (!error.conflicts)
        return;
    m_conflicts = *error.conflicts;
    preview().offer(
        {describeConflicts(m_conflicts, m_source.vocabulary), m_conflicts.size() < m_tags.size()});
    emit outdated();
}

void DeleteDialog::goOnWith(const ChosenTags &tags)
{
    m_tags = tags;
    if (!m_tags.empty())
        showQuestion();
    tryDeletion();
}

void DeleteDialog::updateState()
{
    const bool ready = preview().state() == ChangePreview::State::Ready;
    const bool inUse =
        ready && touchesTaggings(*preview().receipt(), m_source.vocabulary.references);
    m_deleteButton->setText(inUse ? tr("&Delete with taggings") : tr("&Delete"));
    m_mergeButton->setVisible(inUse);
}

} // namespace tagsmith
