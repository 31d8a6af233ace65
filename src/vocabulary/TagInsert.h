// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Statement.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Inserts one tag after another: into the vocabulary's table and, where there is one, the name
 * table, with the values of the scope, no parent, counters at 0, and a slug made from the name
 * where one is needed.
 */
class TagInsert
{
public:
    /** @p columns: indices of the columns that are given beside the name. */
    TagInsert(ScopedConnection &connection, const Vocabulary &vocabulary,
              const std::vector<int> &columns);

    /** Throws DatabaseError, and then nothing of this tag is stored. */
    void run(const QString &name, const Row &values);
    /** After run(), of any number of tags: announces their rows to the journal. */
    void announce();

private:
    /** What fills one column of an INSERT. */
    struct Field
    {
        enum class From { Name, Value, Constant, Slug, NameRow };
        From from = From::Constant;
        size_t value = 0; ///< index into the values of run()
        Cell constant = {};
    };
    struct Table
    {
        std::unique_ptr<Statement> statement;
        std::vector<Field> fields;
        QStringList columns;
        QStringList parameters;
    };

    void addField(const Column &column, const Field &field);
    void addConstants(const std::vector<int> &columns);
    qint64 insertNameRow(const QString &name, const Row &values);
    void insertOwnRow(const QString &name, const Row &values, const Cell &nameRow);
    void removeNameRow(qint64 key);
    Column nameRowKey() const;
    void insertInto(Table &table, const QString &name, const Row &values, const Cell &nameRow);

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    Table m_own;
    Table m_names;
    bool m_hasSerialKey = false; ///< asked only where there is a journal
    int m_keyValue = -1;         ///< the index of the key among the values; below 0: not there
    QStringList m_newKeys;       ///< to be announced
    QStringList m_newNameRows;
};

/** The columns, with their values, that every new tag gets: the scope, and no parent. */
std::vector<ColumnValue> valuesOfNewTags(const Vocabulary &vocabulary,
                                         const std::vector<int> &given);

/** Whether a new tag needs a slug that is not among the columns @p given. */
bool needsSlug(const Vocabulary &vocabulary, const std::vector<int> &given);

} // namespace tagsmith
