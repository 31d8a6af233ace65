// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "database/RowImage.h"
#include "database/RowSelection.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;
class Statement;

/** What stands for the rows as they were, and as they became, in `tagsmith_change`. */
enum class Image { Before = 0, After = 1 };

/**
 * The statements that take rows into the table `tagsmith_change`, on the server and in parts, for
 * one operation. Rows are taken once for each image of a step.
 */
class JournalSteps
{
public:
    JournalSteps(ScopedConnection &connection, qint64 operation);
    ~JournalSteps();
    Q_DISABLE_COPY_MOVE(JournalSteps)

    /** Takes @p rows, locked until the transaction ends; false where there are none. */
    bool take(int step, Image image, const RowImage &layout, const RowSelection &rows);
    /** The same, as they became, for @p count rows, or so, that were inserted. */
    void takeInserted(int step, const RowImage &layout, const RowSelection &rows, qint64 count);
    /** The same for inserted rows whose images the server has returned. */
    void takeReturned(int step, const RowImage &layout, const QByteArrayList &images);
    /**
     * Takes the rows of the step as they are now, found by their key. @p newValues: what the
     * columns of the key have become. @p isOne: it is one row, most likely.
     */
    void takeAgain(int step, const RowImage &layout, const std::vector<ColumnValue> &newValues,
                   bool isOne);
    /** For rows without a key: the step's rows with @p newValues, instead of takeAgain(). */
    void exchange(int step, const RowImage &layout, const std::vector<ColumnValue> &newValues);
    /** Forgets the step @p first and those after it. */
    void forget(int first);

    /** For FROM: the rows as they were of the step @p step, unpacked as `j`. */
    QString taken(int step, const RowImage &layout) const;
    /** A condition that `t` is not among them. */
    QString isNotTaken(int step, const RowImage &layout) const;

    /** "CROSS JOIN" or the like: the tables are read in the order in which they stand. */
    QString thenJoin() const;
    QString quoted(const QString &name) const;

private:
    QString oneRow(int step, const RowImage &layout, const QString &alias) const;
    static qint64 runOneRow(Statement &statement, Image image, const RowImage &layout,
                            const std::function<void(Statement &)> &bind);
    bool takeOne(int step, const RowImage &layout, const RowSelection &rows);
    void storePart(int step, int part, const RowImage &layout, const QByteArrayList &images);
    void takeTogether(int step, const RowImage &layout, const RowSelection &rows);
    std::optional<Row> onlyRow(int step, const RowImage &layout);
    bool takeOneAgain(int step, const RowImage &layout);
    QString insertHead() const;
    QString ofStep(const QString &alias, int step) const;

    ScopedConnection &m_connection;
    qint64 m_operation;
    std::unique_ptr<Statement> m_one; ///< for the image after the change, if it is still the same
    std::function<void(Statement &)> m_bindOne;
    int m_stepOfOne = 0;
    std::unique_ptr<Statement> m_returned; ///< kept as the next one is
    QString m_insertedSql;                 ///< of the statement below
    std::unique_ptr<Statement> m_inserted; ///< kept, since an import takes many batches alike
};

} // namespace tagsmith
