// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ListTaggings.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ObjectLabels.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TaggingRows.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

const Reference &referenceAt(const Vocabulary &vocabulary, int index)
{
    if (index < 0 || index >= static_cast<int>(vocabulary.references.size())) {
        throw DatabaseError(
            ErrorKind::Usage,
            u"The vocabulary %1 has no reference number %2."_s.arg(vocabulary.name).arg(index + 1));
    }
    return vocabulary.references[static_cast<size_t>(index)];
}

TableShape shapeOf(ScopedConnection &connection, const QString &table)
{
    auto shape = readTableShape(connection, table);
    if (!shape) {
        throw DatabaseError(
            ErrorKind::Missing,
            u"The table %1 is not there any more; open the database again."_s.arg(table));
    }
    return *shape;
}

/** The columns of @p shape that @p wanted names, each once and without @p left. */
QStringList columnsOf(const TableShape &shape, const QStringList &wanted, const QString &left = {})
{
    QStringList columns;
    for (const QString &name : wanted) {
        const QString column = shape.find(name);
        if (!column.isEmpty() && column != left && !columns.contains(column))
            columns << column;
    }
    return columns;
}

/** What says which object a row is about. */
QStringList objectColumns(const TableShape &shape, const Reference &reference)
{
    QStringList wanted;
    for (const ObjectKey &key : reference.objects)
        wanted << key.columns;
    const QString tag = shape.find(reference.column);
    QStringList columns = columnsOf(shape, wanted, tag);
    if (columns.isEmpty())
        columns = columnsOf(shape, shape.primaryKey, shape.primaryKey.size() > 1 ? tag : QString());
    return columns.isEmpty() ? columnsOf(shape, shape.columns.mid(0, 3), tag) : columns;
}

/** The value of the tag that the reference's rows hold; its parameters: the key, the scope. */
QString tagValue(const Dialect &dialect, const Vocabulary &vocabulary, const Reference &reference)
{
    if (reference.target.isEmpty())
        return u"?"_s;
    const TagTable tags(dialect, vocabulary);
    return u"(SELECT "_s + tags.expression(referencedColumn(vocabulary, reference)) + u" FROM "_s +
           tags.from() + u" WHERE "_s + tags.key() + u" = ? AND "_s + tags.scope() + u')';
}

QString pageSql(const ScopedConnection &connection, const Vocabulary &vocabulary,
                const Reference &reference, const TableShape &shape, const QStringList &columns)
{
    const Dialect &dialect = connection.dialect();
    const auto qualified = [&](const QStringList &names) {
        QStringList list;
        for (const QString &name : names)
            list << u"r."_s + dialect.quoted(name);
        return list.join(u", "_s);
    };
    // A server compares a bound text as the column itself does, and finds it by the index.
    const bool isPlain = !connection.isSqlite() && reference.target.isEmpty();
    const QString tag =
        isPlain ? qualified({reference.column}) : comparedTag(connection, vocabulary, reference);
    return u"SELECT "_s + qualified(columns) + u" FROM "_s + dialect.quoted(reference.table) +
           u" AS r WHERE "_s + taggingScope(dialect, reference) + u" AND "_s + tag + u" = "_s +
           tagValue(dialect, vocabulary, reference) + u" ORDER BY "_s +
           qualified(shape.primaryKey.isEmpty() ? columns : shape.primaryKey) +
           u" LIMIT ? OFFSET ?"_s;
}

} // namespace

TaggingPage listTaggings(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const TaggingPageRequest &request)
{
    const Reference &reference = referenceAt(vocabulary, request.reference);
    const TableShape shape = shapeOf(connection, reference.table);
    ObjectLabels labels(connection, reference, shape);
    TaggingPage page;
    page.columns = objectColumns(shape, reference);
    const qsizetype shownColumns = page.columns.size();

    Statement statement(connection, pageSql(connection, vocabulary, reference, shape,
                                            page.columns + labels.columns()));
    bindTaggingScope(statement, reference);
    bindAs(statement, vocabulary.key(), request.key);
    if (!reference.target.isEmpty())
        TagTable(connection.dialect(), vocabulary).bindScope(statement);
    statement.bind(static_cast<qint64>(request.rows) + 1).bind(request.offset).execute();

    std::vector<Row> objects; // the cells that labels are found by
    while (statement.next()) {
        if (static_cast<int>(page.rows.size()) == request.rows) {
            page.hasMore = true;
            break;
        }
        Row row;
        Row object;
        for (int i = 0; i < static_cast<int>(shownColumns + labels.columns().size()); ++i)
            (i < shownColumns ? row : object).push_back(statement.cell(i));
        page.rows.push_back(std::move(row));
        objects.push_back(std::move(object));
    }
    const std::vector<Cell> texts = labels.find(objects);
    for (size_t i = 0; i < texts.size(); ++i)
        page.rows[i].push_back(texts[i]);
    page.columns << u"Object"_s;
    return page;
}

} // namespace tagsmith
