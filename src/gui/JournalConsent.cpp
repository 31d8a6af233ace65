// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/JournalConsent.h"

#include "gui/Activities.h"
#include "gui/Prompts.h"

#include <QApplication>
#include <QWidget>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

JournalConsent::JournalConsent(const ConsentContext &context)
    : QObject(context.window), m_context(context)
{
}

bool JournalConsent::isWithoutUndo(const Profile &profile) const
{
    return m_withoutUndo.contains(profile.toUrl());
}

TagSource JournalConsent::agreed(const TagSource &source) const
{
    TagSource asAgreed = source;
    if (isWithoutUndo(source.profile))
        asAgreed.journal = JournalUse::Off;
    return asAgreed;
}

/** The dialog that the user looks at, which the question has to stand above. */
QWidget *JournalConsent::parent() const
{
    QWidget *modal = QApplication::activeModalWidget();
    return modal ? modal : m_context.window;
}

void JournalConsent::ask(const Profile &profile, const Answer &answer)
{
    m_waiting.push_back(answer);
    if (m_waiting.size() > 1)
        return; // the question stands already
    if (profile.isEmbedded) {
        makeOrOffer(profile); // the file is Tagsmith's own
        return;
    }
    Choice choice;
    choice.title = tr("Undo in this database");
    choice.text = tr("Tagsmith wants to make three tables (tagsmith_operation, tagsmith_change, "
                     "tagsmith_setting) in this database, so that every change can be undone.");
    choice.detail = tr("Nothing else in the database is touched. Without them you can work as "
                       "well, but no change can be taken back.");
    choice.labels = {tr("&Make them"), tr("&Work without undo")};
    m_context.prompts.choose(parent(), choice, [this, profile](int chosen) {
        if (chosen == 0) {
            makeOrOffer(profile);
        } else {
            if (chosen == 1)
                workWithoutUndo(profile);
            finish(chosen == 1);
        }
    });
}

void JournalConsent::create(const Profile &profile, const std::function<void(const Error *)> &done)
{
    const auto pending = m_context.repository.createJournal(profile);
    whenDone(this, pending, [this, profile, done](const Result<Receipt> &answer) {
        if (answer) {
            m_withoutUndo.removeAll(profile.toUrl());
            emit changed();
        }
        done(answer ? nullptr : &answer.error());
    });
    m_context.activities.track(tr("Making the tables for undo…"), pending);
}

void JournalConsent::makeOrOffer(const Profile &profile)
{
    create(profile, [this, profile](const Error *error) {
        if (!error) {
            finish(true);
            return;
        }
        Choice choice;
        choice.title = tr("The tables were not made");
        choice.text = error->message;
        choice.detail = tr("You can work without them, but then no change can be taken back.");
        choice.labels = {tr("&Work without undo")};
        m_context.prompts.choose(parent(), choice, [this, profile](int chosen) {
            if (chosen == 0)
                workWithoutUndo(profile);
            finish(chosen == 0);
        });
    });
}

void JournalConsent::make(const Profile &profile, const std::function<void()> &made)
{
    create(profile, [this, made](const Error *error) {
        if (!error)
            made();
        else if (error->kind != ErrorKind::Cancelled)
            m_context.prompts.showError(parent(), tr("The tables were not made"), error->message);
    });
}

void JournalConsent::workWithoutUndo(const Profile &profile)
{
    m_withoutUndo << profile.toUrl();
    emit changed();
}

void JournalConsent::finish(bool goesOn)
{
    const std::vector<Answer> waiting = std::exchange(m_waiting, {});
    for (const Answer &answer : waiting)
        answer(goesOn);
}

} // namespace tagsmith
