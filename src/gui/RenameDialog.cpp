// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/RenameDialog.h"

#include "gui/AskConflict.h"
#include "gui/ConflictValues.h"
#include "ui_RenameDialog.h"

#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <limits>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

RenameDialog::RenameDialog(TagRepository &repository, const TagSource &source, const ChosenTag &tag,
                           QWidget *parent)
    : ChangeDialog(parent), m_repository(repository), m_source(source), m_tag(tag),
      m_ui(std::make_unique<Ui::RenameDialog>())
{
    m_ui->setupUi(this);
    addButtons();
    attach(m_ui->preview, m_renameButton);
    setTag(tag.name);
    m_ui->nameEdit->setMaxLength(std::numeric_limits<int>::max());
    m_ui->nameEdit->setText(tag.name);
    m_ui->nameEdit->selectAll();
    m_ui->slugBox->setVisible(!source.vocabulary.slugColumn.isEmpty());
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &RenameDialog::onInputChanged);
    connect(m_ui->slugBox, &QCheckBox::toggled, this, &RenameDialog::onInputChanged);
    connect(m_ui->preview, &ChangePreview::refused, this, &RenameDialog::onRefused);
    onInputChanged();
    m_ui->preview->hide();
    m_ui->nameEdit->setFocus();
    resize(480, sizeHint().height());
}

RenameDialog::~RenameDialog() = default;

void RenameDialog::addButtons()
{
    m_renameButton = m_ui->buttonBox->addButton(tr("&Rename"), QDialogButtonBox::ActionRole);
    m_renameButton->setObjectName(u"renameButton"_s);
    m_renameButton->setDefault(true);
    m_mergeButton = m_ui->buttonBox->addButton(tr("&Merge into the existing tag…"),
                                               QDialogButtonBox::ActionRole);
    m_mergeButton->setObjectName(u"mergeInsteadButton"_s);
    m_mergeButton->setAutoDefault(false);
    QPushButton *cancel = m_ui->buttonBox->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelButton"_s);
    cancel->setAutoDefault(false);
    connect(m_renameButton, &QPushButton::clicked, this, &RenameDialog::submit);
    connect(m_mergeButton, &QPushButton::clicked, this, [this] {
        const QString name = newName();
        reject();
        emit mergeRequested(name);
    });
}

void RenameDialog::setTag(const QString &name)
{
    m_tag.name = name;
    setWindowTitle(tr("Rename “%1”").arg(name.left(60)));
}

QString RenameDialog::newName() const
{
    return m_ui->nameEdit->text();
}

void RenameDialog::showTried(const QString &newName, const ShownReceipt &tried)
{
    m_ui->nameEdit->setText(newName);
    m_ui->preview->setChange(change(), tried);
    m_renameButton->setFocus();
}

Change RenameDialog::change() const
{
    RenameRequest request;
    request.oldName = m_tag.key;
    request.newName = newName();
    request.address = TagAddress::Key;
    request.expected = expectNames({m_tag}, m_source.vocabulary);
    request.newSlug = m_ui->slugBox->isChecked();
    Change change;
    change.run = [this, request](bool dryRun, const ShownReceipt &shown) {
        RenameRequest now = request;
        now.dryRun = dryRun;
        now.shown = shown;
        return m_repository.rename(m_source, now);
    };
    change.subject = {m_tag.name, 1, request.newName, m_source.vocabulary.references};
    change.applyingLabel = tr("Renaming…");
    return change;
}

void RenameDialog::onInputChanged()
{
    m_nameIsTaken = false;
    m_applyWhenPlain = false;
    m_ui->preview->setNothing({});
}

void RenameDialog::submit()
{
    if (preview().state() == ChangePreview::State::Ready) {
        preview().apply();
        return;
    }
    m_applyWhenPlain = true;
    preview().setChange(change());
}

void RenameDialog::onRefused(const Error &error)
{
    m_nameIsTaken = error.kind == ErrorKind::Conflict && !error.conflicts;
    m_applyWhenPlain = false;
    updateState();
    if (!error.conflicts)
        return;
    emit outdated();
    if (error.conflicts->front().theirs)
        resolve(error.conflicts->front());
}

/** The tag was renamed by others meanwhile. */
void RenameDialog::resolve(const RowConflict &conflict)
{
    const QString column = m_source.vocabulary.nameField().name;
    setTag(valueIn(conflict, conflict.theirs, column).value_or(m_tag.name));
    const auto chosen = [this, column](const RowResolution *resolution) {
        if (!resolution) {
            reject();
            return;
        }
        const Cell name = valueIn(resolution->conflict, resolution->chosen, column);
        m_ui->nameEdit->setText(name.value_or(newName()));
        submit();
    };
    // Who wants to think about it finds the new name of the tag in the title.
    askConflict(this, conflict, tr("The tag was renamed by others"), chosen,
                [this] { onInputChanged(); });
}

/** As long as there is nothing to show, the dialog is no more than a field and its buttons. */
void RenameDialog::makeRoom(ChangePreview::State state)
{
    if (state != ChangePreview::State::Idle)
        m_ui->preview->show();
    if (state != ChangePreview::State::Ready)
        return;
    resize(size().expandedTo({620, 460}));
    const int below = frameGeometry().bottom() - screen()->availableGeometry().bottom();
    if (below > 0)
        move(x(), std::max(y() - below, screen()->availableGeometry().top()));
}

void RenameDialog::updateState()
{
    using State = ChangePreview::State;
    const State state = preview().state();
    const bool isOther = !newName().isEmpty() && newName() != m_tag.name;
    m_renameButton->setEnabled(state == State::Ready || (state == State::Idle && isOther));
    m_mergeButton->setVisible(state == State::Failed && m_nameIsTaken);
    m_ui->inputs->setEnabled(state != State::Applying);
    makeRoom(state);
    if (state == State::Ready && std::exchange(m_applyWhenPlain, false) &&
        isPlainRename(*preview().receipt()))
        preview().apply();
}

} // namespace tagsmith
