// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** Which of the two images of a part: the rows as they were, or as they became. */
enum class ImageKind { Before = 0, After = 1 };

/** Some rows of one statement: see the table `tagsmith_change`. */
struct EntryPart
{
    int step = 0;
    int part = 0;
    QString table;
    QString layout;
    qint64 rows = 0;
    bool hasBefore = false;
    bool hasAfter = false; ///< false: the rows are deleted
};

/** The rows of a part, each image as one JSON array; empty where it has none. */
struct PartLists
{
    QString before;
    QString after;
};

/** The rows of an undo's own entry in the journal, while they are made ready and put back. */
class UndoEntry
{
public:
    UndoEntry(ScopedConnection &connection, qint64 number)
        : m_connection(connection), m_number(number)
    {
    }

    qint64 number() const { return m_number; }

    /**
     * Copies the rows of @p operation, its last step first, before and after exchanged; false where
     * it has none.
     */
    bool takeReversed(qint64 operation);
    /** What there is, in the order in which it is put back. */
    const std::vector<EntryPart> &parts() const;
    /** The rows of both images, until the next call. */
    const PartLists &lists(const EntryPart &part) const;
    /** The rows of one image, each as a JSON array. */
    QStringList rows(const EntryPart &part, ImageKind image) const;
    /** The entry was changed by somebody else: a rollback to a savepoint. */
    void forgetParts()
    {
        m_parts.reset();
        m_lists.reset();
    }
    /** Takes the rows at @p positions (from 0) out of both images. */
    void drop(EntryPart &part, const QSet<qint64> &positions);
    /** Puts @p rows in place of those of one image; none: there is no such image any more. */
    void store(const EntryPart &part, ImageKind image, const QStringList &rows);
    /** Adds a step of one row, behind all others. */
    EntryPart append(const QString &table, const QString &layout,
                     const std::optional<QString> &before, const std::optional<QString> &after);

private:
    ScopedConnection &m_connection;
    qint64 m_number;
    /** As they were read, until they change; the lists are those of one part. */
    mutable std::optional<std::vector<EntryPart>> m_parts;
    mutable std::optional<std::pair<EntryPart, PartLists>> m_lists;
    bool m_isSmall = false; ///< so few rows in the journal that the lists are read with the parts
};

} // namespace tagsmith
