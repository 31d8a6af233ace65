// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/TagChoice.h"

#include "core/Pending.h"
#include "repository/TagRepository.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxCompletions = 50;
constexpr size_t maxProposed = 500; ///< more nobody scrolls through; the others can be typed
constexpr std::chrono::milliseconds typingPause{120};

enum Role { KeyRole = Qt::UserRole + 1, NameRole };

} // namespace

TagChoice::TagChoice(QWidget *parent)
    : QComboBox(parent), m_completions(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_completions, this))
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    // The combo's own completer knows the proposed tags alone.
    setCompleter(nullptr);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setTextElideMode(Qt::ElideMiddle);
    lineEdit()->setCompleter(m_completer);
    lineEdit()->setMaxLength(std::numeric_limits<int>::max());
    lineEdit()->setObjectName(u"tagChoiceLine"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);

    connect(this, &QComboBox::activated, this, &TagChoice::chooseProposed);
    connect(lineEdit(), &QLineEdit::textEdited, this, &TagChoice::onTextEdited);
    connect(&m_pause, &QTimer::timeout, this, &TagChoice::lookUp);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &TagChoice::chooseCompletion);
}

TagChoice::~TagChoice()
{
    m_token.cancel();
}

void TagChoice::setTags(TagRepository &repository, const SnapshotPtr &vocabulary,
                        const ChosenTags &proposed, const QStringList &excluded)
{
    m_repository = &repository;
    m_vocabulary = vocabulary;
    m_proposed = proposed;
    m_excluded = excluded;
    m_proposed.resize(std::min(m_proposed.size(), maxProposed));
    clear();
    for (const ChosenTag &tag : std::as_const(m_proposed))
        addItem(tag.name);
    clearChoice();
}

void TagChoice::choose(const ChosenTag &tag)
{
    const auto found = std::find_if(m_proposed.begin(), m_proposed.end(),
                                    [&tag](const ChosenTag &one) { return one.key == tag.key; });
    setCurrentIndex(found == m_proposed.end() ? -1 : static_cast<int>(found - m_proposed.begin()));
    setEditText(tag.name);
    lineEdit()->setCursorPosition(0);
    set(tag, {});
}

void TagChoice::clearChoice()
{
    setCurrentIndex(-1);
    clearEditText();
    set(std::nullopt, tr("Choose the tag that stays, or type its name."));
}

void TagChoice::chooseProposed(int index)
{
    if (index >= 0 && index < static_cast<int>(m_proposed.size()))
        choose(m_proposed[static_cast<size_t>(index)]);
}

void TagChoice::chooseCompletion(const QModelIndex &index)
{
    choose({index.data(KeyRole).toString(), index.data(NameRole).toString()});
}

void TagChoice::onTextEdited()
{
    m_token.cancel();
    ++m_generation;
    set(std::nullopt, {});
    m_pause.start();
}

void TagChoice::lookUp()
{
    const QString text = currentText();
    if (text.isEmpty() || !m_repository || !m_vocabulary) {
        clearChoice();
        return;
    }
    const quint64 generation = ++m_generation;
    const auto pending = m_repository->findNames(m_vocabulary, text, maxCompletions);
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<std::vector<NameMatch>> &answer) {
        if (generation == m_generation)
            receiveMatches(answer);
    });
}

void TagChoice::receiveMatches(const Result<std::vector<NameMatch>> &answer)
{
    if (!answer) {
        set(std::nullopt, answer.error().message);
        return;
    }
    std::vector<NameMatch> matches = *answer;
    std::erase_if(matches, [this](const NameMatch &match) {
        return m_excluded.contains(tagAt(match.row).key);
    });
    fillCompletions(matches);
    decide(matches);
}

void TagChoice::fillCompletions(const std::vector<NameMatch> &matches)
{
    m_completions->clear();
    QStringList names;
    for (const NameMatch &match : matches)
        names << tagAt(match.row).name;
    for (const NameMatch &match : matches) {
        const ChosenTag tag = tagAt(match.row);
        // Where names repeat, the key tells the tags apart.
        const bool isAlone = names.count(tag.name) == 1;
        auto *item = new QStandardItem(isAlone ? tag.name : tr("%1 (%2)").arg(tag.name, tag.key));
        item->setData(tag.key, KeyRole);
        item->setData(tag.name, NameRole);
        m_completions->appendRow(item);
    }
    if (lineEdit()->hasFocus() && !matches.empty())
        m_completer->complete();
    else
        m_completer->popup()->hide();
}

void TagChoice::decide(const std::vector<NameMatch> &matches)
{
    const QString text = currentText();
    if (matches.empty()) {
        set(std::nullopt, tr("There is no other tag whose name is like “%1”.").arg(text));
        return;
    }
    const NameLikeness best = matches.front().likeness;
    const auto alike =
        std::count_if(matches.begin(), matches.end(),
                      [best](const NameMatch &match) { return match.likeness == best; });
    if (best != NameLikeness::Same && best != NameLikeness::Folded)
        set(std::nullopt, tr("No tag is called “%1”; choose one from the list.").arg(text));
    else if (alike > 1)
        set(std::nullopt, tr("Several tags are called “%1”; choose one from the list.").arg(text));
    else
        set(tagAt(matches.front().row), {});
}

ChosenTag TagChoice::tagAt(std::uint32_t row) const
{
    const auto index = static_cast<int>(row);
    return {m_vocabulary->key(index), m_vocabulary->name(index)};
}

void TagChoice::set(std::optional<ChosenTag> choice, const QString &problem)
{
    m_choice = std::move(choice);
    m_problem = problem;
    emit choiceChanged();
}

} // namespace tagsmith
