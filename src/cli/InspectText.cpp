// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/InspectText.h"

#include "cli/TextParts.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString line(const QString &label, const QString &value)
{
    return u"  %1: %2\n"_s.arg(label, onOneLine(value));
}

/** A label with a line for each of @p entries; nothing where there are none. */
QString block(const QString &label, const QStringList &entries)
{
    if (entries.isEmpty())
        return {};
    QString text = u"  %1:\n"_s.arg(label);
    for (const QString &entry : entries)
        text += u"    %1\n"_s.arg(onOneLine(entry));
    return text;
}

QString titleText(const Vocabulary &vocabulary)
{
    QString origin = vocabulary.application;
    if (origin.isEmpty())
        origin = vocabulary.preset == "table"_L1 ? u"no known application"_s : vocabulary.preset;
    return u"%1 (%2)\n"_s.arg(onOneLine(vocabulary.name), onOneLine(origin));
}

/** "taxonomy = post_tag, type is NULL" */
QString conditionsText(const std::vector<ColumnValue> &conditions)
{
    QStringList texts;
    for (const ColumnValue &condition : conditions) {
        texts << condition.column + (condition.value ? u" = "_s + *condition.value : u" is NULL"_s);
    }
    return texts.join(u", "_s);
}

QString nameText(const Vocabulary &vocabulary)
{
    QString text = vocabulary.nameField().name;
    if (vocabulary.nameTable)
        text += u" of "_s + vocabulary.nameTable->table;
    if (!vocabulary.nameLocale.isEmpty())
        text += u" ("_s + vocabulary.nameLocale + u')';
    return text;
}

QStringList columnTexts(const std::vector<Column> &columns)
{
    QStringList texts;
    for (const Column &column : columns) {
        const QString type = column.declaredType.isEmpty() ? QString() : u' ' + column.declaredType;
        const QString table = column.table.isEmpty() ? QString() : column.table + u'.';
        texts << table + column.name + type + (column.nullable ? QString() : u" not null"_s);
    }
    return texts;
}

/** "taggings.tag_id (foreign key; one for each taggable_type, taggable_id)" */
QString referenceText(const Reference &reference)
{
    QStringList facts;
    if (!reference.target.isEmpty())
        facts << u"holds "_s + reference.target;
    facts << (reference.declared ? u"foreign key"_s : u"not declared"_s);
    if (reference.role == ReferenceRole::Property)
        facts << u"goes with its tag, no use of it"_s;
    QStringList objects;
    for (const ObjectKey &key : reference.objects)
        objects << key.columns.join(u", "_s);
    if (!objects.isEmpty())
        facts << u"one for each "_s + objects.join(u", or each "_s);
    if (!reference.scope.empty())
        facts << u"where "_s + conditionsText(reference.scope);
    return u"%1 (%2)"_s.arg(reference.title(), facts.join(u"; "_s));
}

QString counterText(const Counter &counter)
{
    QString text =
        u"%1 counts %2.%3"_s.arg(counter.column, counter.referenceTable, counter.referenceColumn);
    if (!counter.objectWhere.empty())
        text += u" where "_s + conditionsText(counter.objectWhere);
    return text;
}

QString protectionText(const Protection &protection)
{
    const QString operations = protection.operations.isEmpty()
                                   ? u"merge, rename, delete"_s
                                   : protection.operations.join(u", "_s);
    return u"a tag that %1 (%2)"_s.arg(protection.reason, operations);
}

template <class T, class Text>
QStringList textsOf(const std::vector<T> &values, Text text)
{
    QStringList texts;
    for (const T &value : values)
        texts << text(value);
    return texts;
}

QString hierarchyText(const Vocabulary &vocabulary)
{
    if (!vocabulary.hierarchy)
        return {};
    const Hierarchy &hierarchy = *vocabulary.hierarchy;
    const QString table = hierarchy.table.isEmpty() ? QString() : hierarchy.table + u'.';
    return line(u"parent"_s, table + hierarchy.column);
}

QString withoutRollbackText(const Vocabulary &vocabulary)
{
    QStringList tables = vocabulary.tablesWithoutRollback;
    if (!vocabulary.transactional && !tables.contains(vocabulary.table))
        tables.prepend(vocabulary.table);
    return tables.isEmpty() ? QString() : line(u"cannot roll back"_s, tables.join(u", "_s));
}

QString vocabularyText(const Vocabulary &vocabulary)
{
    QString text = titleText(vocabulary);
    if (!vocabulary.application.isEmpty())
        text += line(u"preset"_s, vocabulary.preset);
    text += line(u"table"_s, vocabulary.table);
    if (!vocabulary.scope.empty())
        text += line(u"only rows where"_s, conditionsText(vocabulary.scope));
    text += line(u"key"_s, vocabulary.key().name) + line(u"name"_s, nameText(vocabulary));
    if (!vocabulary.slugColumn.isEmpty())
        text += line(u"slug"_s, vocabulary.slugColumn);
    text += block(u"columns"_s, columnTexts(vocabulary.columns));
    text += vocabulary.references.empty()
                ? line(u"references"_s, u"none"_s)
                : block(u"references"_s, textsOf(vocabulary.references, referenceText));
    text += block(u"counters"_s, textsOf(vocabulary.counters, counterText));
    text += hierarchyText(vocabulary);
    text += block(u"protected"_s, textsOf(vocabulary.protections, protectionText));
    text += withoutRollbackText(vocabulary);
    return text + block(u"looks like a reference, but is not followed"_s,
                        textsOf(vocabulary.suggestions, [](const SuggestedReference &suggestion) {
                            return suggestion.reference.title() + u": "_s + suggestion.reason;
                        }));
}

} // namespace

QString inspectText(const std::vector<Vocabulary> &vocabularies)
{
    if (vocabularies.empty())
        return u"No vocabulary was found: no table has a unique text column.\n"_s;
    return textsOf(vocabularies, vocabularyText).join(u'\n');
}

} // namespace tagsmith
