// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"
#include "core/Vocabulary.h"
#include "vocabulary/Journal.h"

#include <QString>

#include <functional>

namespace tagsmith
{

class ScopedConnection;
struct Comparison;

/** What a case of the benchmark does, and on which tables. */
struct JournalCase
{
    QString part; ///< how an argument of the program calls it
    QString what;
    std::function<void(const Profile &)> makeTables;
    std::function<void(ScopedConnection &, const Vocabulary &)> operation;
    int times; ///< how often in one measurement
    double allowed;
};

/** Measures operations with and without their journal, and their undo, in one database. */
class JournalBench
{
public:
    explicit JournalBench(const Profile &profile);

    void compare(const JournalCase &each);
    void compareUndo(const JournalCase &each);

private:
    void show(Comparison &comparison, double allowed) const;
    double seconds(const JournalCase &each, bool withJournal);
    void remakeJournal();
    Vocabulary findTags();
    void run(const Vocabulary &vocabulary, const JournalCase &each, bool withJournal);
    void undoNewest(const Vocabulary &vocabulary);
    static OperationHead headOf(const QString &kind);

    Profile m_profile;
};

} // namespace tagsmith
