// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FindNames.h"
#include "core/Result.h"
#include "gui/ChosenTag.h"

#include <QComboBox>
#include <QTimer>

#include <optional>

class QCompleter;
class QStandardItemModel;

namespace tagsmith
{

class TagRepository;

/**
 * Chooses one tag: of a few proposed ones, or any other by its name, typed with completion. Names
 * are looked up away from the GUI thread, so that a million of them are no matter.
 */
class TagChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit TagChoice(QWidget *parent = nullptr);
    ~TagChoice() override;

    /**
     * @p proposed are in the list, others of @p vocabulary can be typed, but not those with keys in
     * @p excluded.
     */
    void setTags(TagRepository &repository, const SnapshotPtr &vocabulary,
                 const ChosenTags &proposed, const QStringList &excluded = {});
    /** Chooses a tag that need not be proposed. */
    void choose(const ChosenTag &tag);
    void clearChoice();

    const std::optional<ChosenTag> &choice() const { return m_choice; }
    /** Why there is no choice yet, as one sentence; empty while a name is being looked up. */
    const QString &problem() const { return m_problem; }

signals:
    /** choice() or problem() has changed. */
    void choiceChanged();

private:
    void chooseProposed(int index);
    void chooseCompletion(const QModelIndex &index);
    void onTextEdited();
    void lookUp();
    void receiveMatches(const Result<std::vector<NameMatch>> &answer);
    void fillCompletions(const std::vector<NameMatch> &matches);
    void decide(const std::vector<NameMatch> &matches);
    ChosenTag tagAt(std::uint32_t row) const;
    void set(std::optional<ChosenTag> choice, const QString &problem);

    TagRepository *m_repository = nullptr;
    SnapshotPtr m_vocabulary;
    ChosenTags m_proposed;
    QStringList m_excluded;
    QStandardItemModel *m_completions;
    QCompleter *m_completer;
    QTimer m_pause; ///< between keystrokes and looking up
    std::optional<ChosenTag> m_choice;
    QString m_problem;
    CancelToken m_token;
    quint64 m_generation = 0;
};

} // namespace tagsmith
